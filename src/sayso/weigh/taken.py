"""Stand-in until the passages are merged."""

from collections.abc import Sequence

from sayso.record.fold import words


def same_passage(left: str, right: str) -> float:
    """How far one sentence is taken from another, in [0, 1]."""
    one, two = words(left), words(right)
    shared = len({one[at : at + 3] for at in range(len(one))} & {two[at : at + 3] for at in range(len(two))})
    return shared / max(1, min(len(one), len(two)) - 2)


def same_quote(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two claims share the same quoted words."""
    return bool({words(one) for one in left if len(words(one)) > 4} & {words(one) for one in right})
