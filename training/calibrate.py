"""Fit the curve that turns a raw score into a chance.

`python -m training.calibrate --data DIR --scorer FILE --model FOLDER`

On the held-out slice of the training articles: an attribution is right where the scorer calls its relation right.
Prints `slope` and `shift` for attribute/link.py (Platt's logistic curve over the log-odds of the raw score).
"""

import argparse
import math
from pathlib import Path

import numpy as np

from sayso.read.attribute.attributions import TUNING, lettered
from sayso.read.attribute.model import Encoder, Floats
from training.evaluate import Slice


def judged(slice_: Slice) -> tuple[Floats, Floats]:
    """Give the raw score of every attribution found, and 1 where it is right."""
    scores, right = [], []
    for doc, gold, thought in slice_.rows:
        found = lettered(doc.text, thought, TUNING)
        said = [doc.attribution({"source": a.source, "cue": a.cue, "content": a.content}) for a in found]
        pairs = slice_.scorer.match(
            doc, gold, said, 0.5, lambda d, g, p: slice_.scorer.sources_agree(d, g["source"], p["source"])
        )
        hits = set(pairs.values())
        scores += [a.raw for a in found]
        right += [float(k in hits) for k in range(len(found))]
    return np.array(scores, dtype=np.float32), np.array(right, dtype=np.float32)


def platt(scores: Floats, right: Floats, rounds: int = 50) -> tuple[float, float]:
    """Give slope and shift by Newton's method."""
    odds = np.log(np.clip(scores, 1e-4, 1 - 1e-4) / np.clip(1 - scores, 1e-4, 1))
    x = np.stack((odds, np.ones_like(odds)), axis=1).astype(np.float64)
    w = np.zeros(2)
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + 1e-6 * np.eye(2), x.T @ (right - p))
        w += step
        if math.hypot(*step) < 1e-9:
            break
    return float(w[0]), float(w[1])


def main() -> None:
    """Print the fitted numbers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    args = parser.parse_args()
    scores, right = judged(Slice(args.data, args.scorer, Encoder(args.model)))
    slope, shift = platt(scores, right)
    print(f"{len(scores)} attributions, {right.mean():.3f} right: slope = {slope:.3f}, shift = {shift:.3f}")


if __name__ == "__main__":
    main()
