"""Measure and tune on the held-out slice of the training articles, never on dev.

`python -m training.evaluate --data DIR --scorer FILE --model FOLDER [--file attribution.onnx] [--tune]`
or, for a network that is not exported (a teacher), `--checkpoint FILE` in place of `--model`.
"""

import argparse
import dataclasses
import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sayso.read.attribute.attributions import TUNING, lettered
from sayso.read.attribute.link import Tuning
from sayso.read.attribute.model import Encoder, Thought
from training.data import articles, held_out

# what is tried for each number, one number after the other
TRIED: dict[str, tuple[float, ...]] = {
    "cue": (0.2, 0.3, 0.4, 0.5),
    "edge": (0.2, 0.3, 0.35, 0.4, 0.5),
    "keep": (0.4, 0.45, 0.5, 0.54, 0.58, 0.62),
    "enter": (-2, -1, -0.5, 0, 0.5),
    "tags": (0.2, 0.35, 0.5, 0.65, 0.8),
    "content": (-1.0, -0.5, -0.25, 0, 0.25, 0.5, 1.0),
    "silent": (0.3, 0.4, 0.5, 0.6, 0.7),
    "source_tags": (0, 0.25, 0.5, 1, 2),
    "piece": (0.0, 0.3, 0.4, 0.5, 0.6),
}


class Slice:
    """The held-out articles with their gold and what a network thinks of them."""

    def __init__(self, data: Path, scorer: Path, model: Callable[[str], Thought]) -> None:
        spec = importlib.util.spec_from_file_location("scorer", scorer)
        assert spec and spec.loader
        self.scorer: Any = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self.scorer)
        self.rows: list[tuple[Any, list[Any], Thought]] = []
        for article in articles(data / "train"):
            if held_out(article.name):
                doc = self.scorer.Doc(article.name, article.text)
                gold = [doc.attribution(a) for a in article.versions[0]]
                self.rows.append((doc, gold, model(article.text)))

    def figures(self, tuning: Tuning) -> dict[str, float]:
        """Give the scorer's F1 and recall figures, in percent."""
        counts = []
        for doc, gold, thought in self.rows:
            found = lettered(doc.text, thought, tuning)
            said = [doc.attribution({"source": a.source, "cue": a.cue, "content": a.content}) for a in found]
            counts.append(self.scorer.count(doc, gold, said, 0.5))
        total = self.scorer.add(counts)
        out = {}
        for name in (
            "relation",
            "content-only",
            "tok content",
            "tok source",
            "tok cue",
            "exact content",
            "exact source",
        ):
            p, r, f = (round(100 * x, 1) for x in self.scorer.prf(total[name]))
            out[name] = f
            if name in ("relation", "tok content"):
                out |= {name + " P": p, name + " R": r}
        for kind in ("direct", "mixed", "indirect"):
            out["R " + kind] = round(100 * self.scorer.prf(total["R " + kind])[1], 1)
        return out

    def worth(self, tuning: Tuning) -> float:
        """What tuning maximises: relation F1, and a quarter each of content and source token F1."""
        f = self.figures(tuning)
        return f["relation"] + 0.25 * f["tok content"] + 0.25 * f["tok source"]


def tuned(slice_: Slice, tuning: Tuning, rounds: int = 2) -> Tuning:
    """Climb: one number at a time, the best value of those tried, twice around."""
    best = slice_.worth(tuning)
    for _ in range(rounds):
        for name, values in TRIED.items():
            for value in values:
                other = dataclasses.replace(tuning, **{name: value})
                if (worth := slice_.worth(other)) > best + 0.02:
                    best, tuning = worth, other
        print(tuning, round(best, 2), flush=True)
    return tuning


def thinker(args: argparse.Namespace) -> Callable[[str], Thought]:
    """Give the exported encoder, or the network of a checkpoint."""
    if args.checkpoint:
        from training.teach import Mind
        from training.train import tokenizer

        return Mind(args.checkpoint, tokenizer())
    return Encoder(args.model, file=args.file)


def main() -> None:
    """Print the figures of a model on the held-out slice, tuned first if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--file", default="attribution.onnx")
    parser.add_argument("--tune", action="store_true")
    args = parser.parse_args()
    slice_ = Slice(args.data, args.scorer, thinker(args))
    print(len(slice_.rows), "articles", slice_.figures(TUNING), flush=True)
    if args.tune:
        print(slice_.figures(tuned(slice_, TUNING)))


if __name__ == "__main__":
    main()
