"""Whether two claims name others in the same part: two robberies in two towns, two mayors arrested."""

from collections.abc import Sequence

from sayso.record import Testimony
from sayso.weigh.terms import stem


def apart(left: Testimony, right: Testimony) -> tuple[str, str] | None:
    """The first names by which two claims tell of different people or places, null where they may be the same.

    A name spelt short and the same name spelt long are one; a name that the other's story item holds at its top
    parts nobody. The same either way round but for the order of the two.
    """
    mine, theirs = _strange(left, right), _strange(right, left)
    if not mine or not theirs:
        return None
    shared = [name for name in left.names if any(_one(name, other) for other in right.names)]
    leading = mine[0] == left.names[0] and theirs[0] == right.names[0]
    return (mine[0], theirs[0]) if leading or not shared else None


def _strange(one: Testimony, other: Testimony) -> Sequence[str]:
    """The names of one claim that the other neither names nor stands beside."""
    known = {*other.about, *other.terms}
    return [
        name
        for name in one.names
        if not any(_one(name, theirs) for theirs in other.names) and not {stem(word) for word in name.split()} <= known
    ]


def _one(left: str, right: str) -> bool:
    """Whether a name may be another, spelt short."""
    one, two = {stem(word) for word in left.split()}, {stem(word) for word in right.split()}
    return (
        one <= two
        or two <= one
        or len(one & two) >= 2
        and abs(len(one) - len(two)) == 1
        and left.split()[-1] == right.split()[-1]
    )
