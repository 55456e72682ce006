"""Is a score a chance? `python bench/reading/calibration.py --data DIR --scorer FILE [--split dev] [--json OUT]`.

Puts the attributions of a PolNeAR split into bins by their score and prints beside each bin how many of them the scorer
calls right (relation: half the content's words shared, and a telling word of the source). The expected calibration
error is the mean gap between the two, weighed by the bins' sizes (Naeini, Cooper and Hauskrecht 2015).
"""

import argparse
import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.read.attribute.attributions import Attribution, attributions

BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0001)


def scorer_of(path: Path) -> Any:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def matched(split: Path, scorer: Any) -> Iterator[tuple[Any, list[Any], list[Attribution], dict[int, int]]]:
    """Each article with its gold, what was found in it, and which gold (by number) the scorer calls right by which."""
    for doc, by in scorer.load_split(str(split)).values():
        if not by:
            continue
        gold, found = by[min(by)], attributions(doc.text)
        said = [doc.attribution({"source": a.source, "cue": a.cue, "content": a.content}) for a in found]
        pairs = scorer.match(doc, gold, said, 0.5, lambda d, g, p: scorer.sources_agree(d, g["source"], p["source"]))
        yield doc, gold, found, pairs


def judged(split: Path, scorer: Any) -> list[tuple[float, bool]]:
    """The score of every attribution found, and whether it is right."""
    out = []
    for _, _, found, pairs in matched(split, scorer):
        hits = set(pairs.values())
        out += [(one.sure, k in hits) for k, one in enumerate(found)]
    return out


def bins(rows: list[tuple[float, bool]]) -> list[tuple[float, float, int, float, float]]:
    """(from, to, how many, mean score, share right) of every bin that holds any."""
    out = []
    for low, high in zip(BINS, BINS[1:], strict=False):
        here = [row for row in rows if low <= row[0] < high]
        if here:
            mean, right = (sum(row[k] for row in here) / len(here) for k in (0, 1))
            out.append((low, min(high, 1.0), len(here), mean, right))
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    rows = judged(args.data / args.split, scorer_of(args.scorer))
    found = bins(rows)
    print("| score | attributions | mean score | right |\n|---|---|---|---|")
    for low, high, count, mean, right in found:
        print(f"| {low:.2f} to {high:.2f} | {count} | {mean:.3f} | {right:.3f} |")
    error = sum(count * abs(mean - right) for _, _, count, mean, right in found) / len(rows)
    brier = sum((score - right) ** 2 for score, right in rows) / len(rows)
    print(f"\nexpected calibration error {error:.3f}, Brier score {brier:.3f}")
    if args.json:
        args.json.write_text(json.dumps({"reading.calibration.kept": round(1 - error, 4)}) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
