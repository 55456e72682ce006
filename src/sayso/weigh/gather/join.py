"""Which group a newcomer joins, given how alike it is to the members of each: no chaining, no group ever merged."""

from collections.abc import Mapping, Sequence

JOIN = 0.5  # warmth from which a newcomer joins; less is a question of its own
BEST = 0.3  # what the most alike member counts, beside the average of all
ABSENT = (
    0.3  # what a member counts with which the newcomer was not compared: it shares too few words, or was told apart
)


def choose(candidates: Mapping[str, Sequence[float]], sizes: Mapping[str, int], join: float = JOIN) -> str | None:
    """The group a newcomer joins, null for none.

    `candidates` are its likenesses in [0, 1] to members of each group, `sizes` how many members each has. Of two groups
    that are equally warm the lower name is taken, so that the answer is the same every time.
    """
    best, warmest = None, join
    for name in sorted(candidates):
        found = warmth(candidates[name], sizes.get(name, 0))
        if found > warmest or (best is None and found == warmest):
            best, warmest = name, found
    return best


def warmth(likenesses: Sequence[float], size: int, best: float = BEST) -> float:
    """How much at home a newcomer is in a group of `size`, in [0, 1]: the average, pulled to the most alike."""
    if not likenesses:
        return 0.0
    missing = max(0, size - len(likenesses))
    average = (sum(likenesses) + ABSENT * missing) / (len(likenesses) + missing)
    return (1 - best) * average + best * max(likenesses)
