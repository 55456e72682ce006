"""The network: a BERT encoder with input features, tag heads and link heads; and its loss.

Two shapes of encoder are known: MINILM, which ships, and MPNET, ten times its size, which teaches it.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.read.attribute.pieces import CLS, MASK, SEP, UNKNOWN, Break, Case
from sayso.read.attribute.quotes import State
from training.data import Window

LINK = 64  # width of one link vector
PARTS = ("ask", "cue", "seek_start", "start", "seek_stop", "stop")


@dataclass(frozen=True, slots=True)
class Shape:
    """The measures of an encoder; `buckets` is the number of relative distances its attention knows, 0 for none."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    eps: float
    buckets: int = 0


MINILM = Shape(hidden=384, layers=6, heads=12, inner=1536, vocabulary=30522, positions=512, eps=1e-12)
MPNET = Shape(hidden=768, layers=12, heads=12, inner=3072, vocabulary=30527, positions=514, eps=1e-5, buckets=32)


def shape_of(weights: Mapping[str, Tensor]) -> Shape:
    """Give the shape of the network that these weights are of, MINILM's with fewer layers among them."""
    layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    known = MPNET if weights["words.weight"].shape[0] == MPNET.vocabulary else MINILM
    return replace(known, layers=layers)


def thinned(weights: Mapping[str, Tensor], kept: Sequence[int]) -> dict[str, Tensor]:
    """Give the weights of the same network with these layers alone, counted from 0, in this order."""
    out = {name: value for name, value in weights.items() if not name.startswith("layers.")}
    for new, old in enumerate(kept):
        start = f"layers.{old}."
        out |= {f"layers.{new}.{n.removeprefix(start)}": v for n, v in weights.items() if n.startswith(start)}
    return out


class Layer(nn.Module):
    """One transformer layer of the BERT kind (normalised after each sum)."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.out = nn.Linear(shape.hidden, shape.hidden)
        self.norm1 = nn.LayerNorm(shape.hidden, eps=shape.eps)
        self.up = nn.Linear(shape.hidden, shape.inner)
        self.down = nn.Linear(shape.inner, shape.hidden)
        self.norm2 = nn.LayerNorm(shape.hidden, eps=shape.eps)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, attention: Tensor | None) -> Tensor:
        """Give [batch, n, hidden] for the same; `attention` is True where seen, or a number added to each score."""
        b, n, hidden = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=attention)
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).reshape(b, n, hidden))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Network(nn.Module):
    """Pieces in; nine tag logits a piece and three scores a pair of pieces out.

    forward(ids, case, quote, begins, mask): int64 [batch, n] each, mask bool → tags [batch, n, 3, 3] (source, cue,
    content × out, begin, inside) and the scores of `pointing`.
    """

    def __init__(self, shape: Shape = MINILM, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.case = nn.Embedding(len(Case), shape.hidden)
        self.quote = nn.Embedding(len(State), shape.hidden)
        self.begins = nn.Embedding(len(Break), shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=shape.eps)
        self.drop = nn.Dropout(dropout)
        self.far = nn.Embedding(shape.buckets, shape.heads) if shape.buckets else None
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.tags = nn.Linear(shape.hidden, 9)
        self.links = nn.Linear(shape.hidden, len(PARTS) * LINK)
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
        attention = None if mask is None else mask[:, None, None, :]
        if self.far is not None:
            bias = self.far(bucket(place[None, :] - place[:, None], self.shape.buckets)).permute(2, 0, 1)[None]
            attention = bias if attention is None else bias.masked_fill(~attention, -1e4)
            attention = attention.to(torch.get_autocast_dtype("cpu")) if torch.is_autocast_enabled("cpu") else attention
        for layer in self.layers:
            x = layer(x, attention)
        links = turned(self.links(x).view(b, n, len(PARTS), LINK), place)
        return self.tags(x).view(b, n, 3, 3), pointing(links)


def bucket(distance: Tensor, buckets: int, farthest: int = 128) -> Tensor:
    """Give the bucket of each signed distance: each sign has half, near ones one each, far ones by logarithm (T5)."""
    half = buckets // 2
    near, size = half // 2, distance.abs()
    log = torch.log(size.clamp(min=1).float() / near) / math.log(farthest / near) * (half - near)
    return (distance > 0) * half + torch.where(size < near, size, (near + log.long()).clamp(max=half - 1))


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
    net = Network(MINILM)
    table = "embeddings."
    net.words.weight.data.copy_(old[table + "word_embeddings.weight"])
    net.positions.weight.data.copy_(
        old[table + "position_embeddings.weight"] + old[table + "token_type_embeddings.weight"][0]
    )
    names = ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense")
    return _filled(net, old, names, "attention.output.LayerNorm")


def pretrained_mpnet(folder: Path) -> Network:
    """Give the same of an MPNet folder, its word table laid out by the numbers of BERT's pieces.

    MPNet's vocabulary is BERT's moved up by four; its own special pieces stand in for BERT's.
    """
    from safetensors.torch import load_file

    old = {k: v.float() for k, v in load_file(folder / "model.safetensors").items()}
    net = Network(MPNET)
    words = old["embeddings.word_embeddings.weight"]
    net.words.weight.data[: MINILM.vocabulary].copy_(words[4 : 4 + MINILM.vocabulary])
    for bert, own in ((CLS, 0), (SEP, 2), (UNKNOWN, 3), (MASK, len(words) - 1), (0, 1)):
        net.words.weight.data[bert].copy_(words[own])
    places = old["embeddings.position_embeddings.weight"][2:]
    net.positions.weight.data[: len(places)].copy_(places)
    assert net.far is not None
    net.far.weight.data.copy_(old["encoder.relative_attention_bias.weight"])
    names = ("attention.attn.q", "attention.attn.k", "attention.attn.v", "attention.attn.o")
    return _filled(net, old, names, "attention.LayerNorm")


def _filled(net: Network, old: dict[str, Tensor], names: tuple[str, str, str, str], norm: str) -> Network:
    """Copy norms and layers; `names` are query, key, value and output, `norm` the one after them."""
    _copy(net.norm, old, "embeddings.LayerNorm")
    for k, layer in enumerate(net.layers):
        name = f"encoder.layer.{k}."
        for part in ("weight", "bias"):
            joined = [old[f"{name}{x}.{part}"] for x in names[:3]]
            getattr(layer.qkv, part).data.copy_(torch.cat(joined))
        _copy(layer.out, old, name + names[3])
        _copy(layer.norm1, old, name + norm)
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
            if w.known:
                self.tags[k, 1 : m + 1] = torch.from_numpy(w.tags.T.copy())
            else:
                self.owner[k], self.start[k], self.stop[k] = -2, -3, -3
        self.soft = SoftBatch(items, n) if any(w.soft for w in items) else None


class SoftBatch:
    """What the teacher thinks, padded: `tags` [batch, n, 3, 3]; `links` [batch, 3, n, n], column 0 is nothing.

    `mass` [batch, 3, n] is how much of a piece's pointing stays in its window; 0 where nothing is known.
    """

    def __init__(self, items: Sequence[Window], n: int) -> None:
        self.known = torch.zeros(len(items), n, dtype=torch.bool)
        self.tags = torch.zeros(len(items), n, 3, 3)
        self.links = torch.zeros(len(items), 3, n, n)
        for k, w in enumerate(items):
            if w.soft is None:
                continue
            m = len(w.ids)
            self.known[k, 1 : m + 1] = True
            self.tags[k, 1 : m + 1] = torch.from_numpy(w.soft.tags.transpose(1, 0, 2).copy())
            head, piece, at = torch.from_numpy(w.soft.link).unbind(1)
            self.links[k, head, piece + 1, at + 1] = torch.from_numpy(w.soft.chance)
        self.mass = self.links.sum(-1)
        self.links = self.links / self.mass.clamp(min=1e-6)[..., None]


def losses(net: Network, batch: Batch) -> dict[str, Tensor]:
    """Give the mean losses of one batch: tags, owner (which cue a content piece belongs to), source borders.

    A content piece shares its loss over all pieces of its cue, since any of them may stand for it when reading; a
    piece outside any content points at the first special piece, and so does the cue of an attribution without source.
    """
    tags, scores = net(batch.ids, batch.case, batch.quote, batch.begins, batch.mask)
    tags, scores = tags.float(), scores.float().masked_fill(~batch.mask[:, None, None, :], -1e4)
    hard = hard_losses(tags, scores, batch)
    if batch.soft is None:
        return hard
    soft = soft_losses(tags, scores, batch.soft)
    return {name: value * 0.5 for name, value in (hard | {f"soft {k}": v for k, v in soft.items()}).items()}


def soft_losses(tags: Tensor, scores: Tensor, soft: SoftBatch) -> dict[str, Tensor]:
    """Give the mean losses against a teacher, weighed as those against the labels are.

    A link counts by how sure the teacher is of what it hangs on: owners of contents, sources of cues.
    """
    known = soft.known
    tag = -(soft.tags * tags.log_softmax(-1)).sum(-1)[known].mean()
    cross = -(soft.links * scores.log_softmax(-1)).sum(-1)
    sure = known[:, None] & (soft.mass > 0.7)
    owned = (1 - soft.links[:, 0, :, 0]) * sure[:, 0]
    free = soft.links[:, 0, :, 0] * sure[:, 0]
    out = {"tag": tag * 3, "owner": _mean(cross[:, 0], owned), "none": _mean(cross[:, 0], free) * 0.3}
    cue = 1 - soft.tags[:, :, 1, 0]
    for k, name in ((1, "start"), (2, "stop")):
        out[name] = _mean(cross[:, k], cue * (cue > 0.3) * sure[:, k]) * 0.5
    return out


def _mean(values: Tensor, weights: Tensor) -> Tensor:
    return (values * weights).sum() / weights.sum().clamp(min=1e-6)


def hard_losses(tags: Tensor, scores: Tensor, batch: Batch) -> dict[str, Tensor]:
    """Give the mean losses against the labels."""
    labelled = (batch.tags >= 0).any()
    tag = (
        functional.cross_entropy(tags.reshape(-1, 3), batch.tags.reshape(-1), ignore_index=-100)
        if labelled
        else tags.sum() * 0
    )
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
