"""The public article-extraction benchmark's measure: overlap of four-word shingles.

As its evaluate.py has it (github.com/scrapinghub/article-extraction-benchmark): per page the shingles in common, too
many and missing, as shares of their sum; precision and recall are means over the pages, F1 is made of the two means.
"""

import re
import statistics
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

_TOKEN = re.compile(r"\w+")
SIZE = 4


class Score(NamedTuple):
    """Each in [0, 1]."""

    f1: float
    precision: float
    recall: float


def overlap(true: str, found: str) -> tuple[float, float, float]:
    """Shingles in common, too many and missing, as shares of their sum; all 0 for two empty texts."""
    wanted, given = shingles(true), shingles(found)
    counts = ((wanted & given).total(), (given - wanted).total(), (wanted - given).total())
    whole = sum(counts) or 1
    return counts[0] / whole, counts[1] / whole, counts[2] / whole


def score(overlaps: Iterable[tuple[float, float, float]]) -> Score:
    """Precision, recall and F1 over pages."""
    pages = list(overlaps)
    precision = statistics.mean(_share(both, more, less) for both, more, less in pages if both + more > 0)
    recall = statistics.mean(_share(both, less, more) for both, more, less in pages if both + less > 0)
    return Score(2 * precision * recall / (precision + recall), precision, recall)


def _share(both: float, wrong: float, other: float) -> float:
    if wrong == other == 0:
        return 1.0
    return both / (both + wrong) if both + wrong else 0.0


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Every run of SIZE words with its count; a shorter text is one run."""
    tokens = _TOKEN.findall(text or "")
    return Counter(tuple(tokens[k : k + SIZE]) for k in range(max(1, len(tokens) - SIZE + 1)) if tokens)
