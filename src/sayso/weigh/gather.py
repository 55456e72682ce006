"""Which point a claim joins, by its likeness to the claims that the point holds."""

from collections.abc import Mapping, Sequence

LEAST = 0.6
BEST = 3


def choose(candidates: Mapping[str, Sequence[float]], sizes: Mapping[str, int]) -> str | None:
    """The leader of the point to join, null for none: the mean of the best few likenesses decides."""
    best: tuple[float, str] = (0.0, "")
    for leader in sorted(candidates):
        few = sorted(candidates[leader], reverse=True)[:BEST]
        best = max(best, (sum(few) / len(few), leader))
    return best[1] if best[0] >= LEAST else None
