"""The network: a BERT encoder with input features, tag heads and link heads; and its loss."""

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.read.attribute.pieces import CLS, SEP, Break, Case
from sayso.read.attribute.quotes import State
from training.data import Window

HIDDEN, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
LINK = 64  # width of one link vector
PARTS = ("ask", "cue", "seek_start", "start", "seek_stop", "stop")


class Layer(nn.Module):
    """One transformer layer of the BERT kind (normalised after each sum)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Give [batch, n, HIDDEN] for the same; `mask` [batch, n] is True where there is a piece."""
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        open_ = None if mask is None else mask[:, None, None, :]
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=open_)
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).reshape(b, n, HIDDEN))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Network(nn.Module):
    """Pieces in; nine tag logits a piece and three scores a pair of pieces out.

    forward(ids, case, quote, begins, mask): int64 [batch, n] each, mask bool → tags [batch, n, 3, 3] (source, cue,
    content × out, begin, inside) and the scores of `pointing`.
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.case = nn.Embedding(len(Case), HIDDEN)
        self.quote = nn.Embedding(len(State), HIDDEN)
        self.begins = nn.Embedding(len(Break), HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.tags = nn.Linear(HIDDEN, 9)
        self.links = nn.Linear(HIDDEN, len(PARTS) * LINK)
        for table in (self.case, self.quote, self.begins):
            nn.init.zeros_(table.weight)

    def forward(
        self, ids: Tensor, case: Tensor, quote: Tensor, begins: Tensor, mask: Tensor | None
    ) -> tuple[Tensor, Tensor]:
        """Give tags and scores."""
        b, n = ids.shape
        place = torch.arange(n, device=ids.device)
        x = self.words(ids) + self.positions(place) + self.case(case) + self.quote(quote) + self.begins(begins)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        links = turned(self.links(x).view(b, n, len(PARTS), LINK), place)
        return self.tags(x).view(b, n, 3, 3), pointing(links)


def pointing(links: Tensor) -> Tensor:
    """Give from links [batch, n, 6, LINK] the scores [batch, 3, n, n] of piece i pointing at piece j.

    The three: i is content under cue j; the source of cue i starts at j; it stops at j. Column 0 is "none".
    """
    asks, answers = links[:, :, 0::2].permute(0, 2, 1, 3), links[:, :, 1::2].permute(0, 2, 3, 1)
    return (asks @ answers) * (1 / math.sqrt(LINK))


def turned(x: Tensor, place: Tensor) -> Tensor:
    """Turn link vectors [batch, n, parts, LINK] by position (rotary), so that a product knows the distance."""
    half = LINK // 2
    rate = torch.exp(torch.arange(half, device=x.device, dtype=torch.float32) * (-math.log(10000.0) / half))
    angle = place.to(torch.float32)[:, None] * rate
    cos, sin = angle.cos()[:, None, :], angle.sin()[:, None, :]
    a, b = x[..., :half], x[..., half:]
    return torch.cat((a * cos - b * sin, a * sin + b * cos), dim=-1)


def pretrained(folder: Path) -> Network:
    """Give a network whose encoder holds the weights of a BERT folder (`model.safetensors`), word tables frozen."""
    from safetensors.torch import load_file

    old = {k.removeprefix("bert."): v.float() for k, v in load_file(folder / "model.safetensors").items()}
    net = Network()
    table = "embeddings."
    net.words.weight.data.copy_(old[table + "word_embeddings.weight"])
    net.positions.weight.data.copy_(
        old[table + "position_embeddings.weight"] + old[table + "token_type_embeddings.weight"][0]
    )
    _copy(net.norm, old, table + "LayerNorm")
    for k, layer in enumerate(net.layers):
        name = f"encoder.layer.{k}."
        for part in ("weight", "bias"):
            joined = [old[f"{name}attention.self.{x}.{part}"] for x in ("query", "key", "value")]
            getattr(layer.qkv, part).data.copy_(torch.cat(joined))
        _copy(layer.out, old, name + "attention.output.dense")
        _copy(layer.norm1, old, name + "attention.output.LayerNorm")
        _copy(layer.up, old, name + "intermediate.dense")
        _copy(layer.down, old, name + "output.dense")
        _copy(layer.norm2, old, name + "output.LayerNorm")
    net.words.requires_grad_(False)
    net.positions.requires_grad_(False)
    return net


def _copy(module: nn.Module, old: dict[str, Tensor], name: str) -> None:
    for part in ("weight", "bias"):
        getattr(module, part).data.copy_(old[f"{name}.{part}"])


class Batch:
    """Windows padded to one length, the special pieces put around each; targets as indices into the row."""

    def __init__(self, items: Sequence[Window]) -> None:
        n = max(len(w.ids) for w in items) + 2
        self.ids, self.case, self.quote, self.begins = (torch.zeros(len(items), n, dtype=torch.long) for _ in range(4))
        self.mask = torch.zeros(len(items), n, dtype=torch.bool)
        self.tags = torch.full((len(items), n, 3), -100)
        self.owner = torch.full((len(items), n), -2)
        self.cue_of, self.start, self.stop = (torch.full((len(items), n), fill) for fill in (-1, -3, -3))
        for k, w in enumerate(items):
            m = len(w.ids)
            self.ids[k, : m + 2] = torch.from_numpy(np.concatenate(([CLS], w.ids, [SEP])))
            self.mask[k, : m + 2] = True
            for name in ("case", "quote", "begins", "owner", "cue_of", "start", "stop"):
                getattr(self, name)[k, 1 : m + 1] = torch.from_numpy(getattr(w, name))
            self.tags[k, 1 : m + 1] = torch.from_numpy(w.tags.T.copy())


def losses(net: Network, batch: Batch) -> dict[str, Tensor]:
    """Give the mean losses of one batch: tags, owner (which cue a content piece belongs to), source borders.

    A content piece shares its loss over all pieces of its cue, since any of them may stand for it when reading; a
    piece outside any content points at the first special piece, and so does the cue of an attribution without source.
    """
    tags, scores = net(batch.ids, batch.case, batch.quote, batch.begins, batch.mask)
    tags, scores = tags.float(), scores.float().masked_fill(~batch.mask[:, None, None, :], -1e4)
    tag = functional.cross_entropy(tags.reshape(-1, 3), batch.tags.reshape(-1), ignore_index=-100)
    logp = scores[:, 0].log_softmax(-1)
    owned, free = batch.owner >= 0, (batch.owner == -1) & (batch.ids != SEP)
    same = (batch.owner[:, :, None] == batch.cue_of[:, None, :]) & owned[:, :, None]
    right = logp.masked_fill(~same, -1e4).logsumexp(-1)
    owner = -(right[owned].mean() if owned.any() else logp.sum() * 0)
    none = -(logp[:, :, 0][free].mean() if free.any() else logp.sum() * 0)
    out = {"tag": tag * 3, "owner": owner, "none": none * 0.3}
    for k, name in ((1, "start"), (2, "stop")):
        target = getattr(batch, name)
        here = target >= -1
        found = scores[:, k][here]
        out[name] = functional.cross_entropy(found, target[here] + 1) * 0.5 if here.any() else found.sum() * 0
    return out
