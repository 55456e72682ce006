"""Fit the curve that turns a raw score into a chance.

`python -m training.calibrate --data DIR --scorer FILE --model FOLDER`

On the held-out slice of the training articles: an attribution is right where the scorer calls its relation right.
Prints `slope` and `shift` for attribute/link.py (Platt's logistic curve over the log-odds of the raw score). A sentence
in the outlet's own voice is right where no labelled content takes OWN of its words; its raw score is how silent the
network finds it.
"""

import argparse
import math
from pathlib import Path

import numpy as np

from sayso.read import default_line
from sayso.read.attribute.attributions import TUNING, heard, lettered
from sayso.read.attribute.model import Encoder, Floats
from sayso.read.attribute.quotes import paragraphs
from sayso.record import Page, Reading, Span, Text
from training.evaluate import Slice

OWN = 0.4  # of a sentence's words: less of them told by somebody, and it is the outlet's own


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


def own_judged(slice_: Slice, model: Encoder) -> tuple[Floats, Floats]:
    """Give how silent the network finds every sentence read as the outlet's own, and 1 where it is."""
    scores, right = [], []
    for doc, gold, _ in slice_.rows:
        spans = [Span(*span) for span in paragraphs(doc.text)]
        page = Page(
            id=doc.name, url=None, outlet=None, captured=None, media_type="text/plain", text=doc.text, body_hash=""
        )
        text = Text(id="text", page_id=doc.name, kind="article", span=Span(0, len(doc.text)), body=tuple(spans))
        sound = heard(doc.text, model=model)
        said = frozenset().union(*(one["content"] for one in gold))
        for claim in default_line()(Reading(page=page, texts=(text,))).claims:
            if claim.manner == "own_voice":
                words = doc.cover([(claim.span.start, claim.span.end)])
                scores.append(sound.silent((claim.span.start, claim.span.end)))
                right.append(float(len(words & said) < OWN * len(words)))
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
    model = Encoder(args.model)
    slice_ = Slice(args.data, args.scorer, model)
    for what, (scores, right) in (("attributions", judged(slice_)), ("own sentences", own_judged(slice_, model))):
        slope, shift = platt(scores, right)
        print(f"{len(scores)} {what}, {right.mean():.3f} right: slope = {slope:.3f}, shift = {shift:.3f}")


if __name__ == "__main__":
    main()
