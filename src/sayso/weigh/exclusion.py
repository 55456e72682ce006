"""What rules out what: all of them met one fate, and yet some met another."""

from functools import cache
from typing import Literal, NamedTuple

from sayso.record import Testimony
from sayso.record.fold import words
from sayso.weigh.terms import stem
from sayso.weigh.wordlists import tables

Ruled = Literal["exclusion", "tension"]


class _Row(NamedTuple):
    all: frozenset[str]
    some: frozenset[str]
    hint: frozenset[str]


def excluded(left: Testimony, right: Testimony) -> Ruled | None:
    """Whether one claim tells of all what the other says of some that it did not hold for; tension if only implied."""
    return _excludes(left, right) or _excludes(right, left)


def _excludes(whole: Testimony, part: Testimony) -> Ruled | None:
    said, told = _stems(whole), _stems(part)
    if not _of_all(whole, said) or _of_all(part, told):
        return None
    for row in _rows():
        if said & row.all and not said & row.some and told & row.some and not told & row.all:
            return "exclusion"
        if said & row.all and not said & row.hint and told & row.hint and not told & row.all:
            return "tension"
    return None


def _of_all(one: Testimony, said: frozenset[str]) -> bool:
    return any(row.of == "all" for row in one.quantities) or bool(said & _every())


def _stems(one: Testimony) -> frozenset[str]:
    return frozenset(map(stem, words(one.content)))


@cache
def _every() -> frozenset[str]:
    return frozenset(map(stem, tables("compare")["every"]["words"].split()))


@cache
def _rows() -> tuple[_Row, ...]:
    found = tables("compare")["exclusions"]
    return tuple(_Row(*(frozenset(map(stem, row[name].split())) for name in _Row._fields)) for row in found)
