"""Figures of two claims: do they count one thing, do they agree, did a running count rise."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Literal, NamedTuple

from sayso.record import Quantity, Testimony
from sayso.record.fold import words
from sayso.weigh.kin import families
from sayso.weigh.terms import stem
from sayso.weigh.wordlists import tables

Found = Literal["agree", "contrary", "rise", "apart"]
ABOUT = 0.1  # how far a rounded figure may lie from another, as a share of the larger
CLOSE = 0.004  # how far an exact one may
HOURS = 3  # hours after which a higher count of what is still being counted is the later count
_NOT_COUNTED = ("age",)
_TIMES = ("hour", "day", "week", "month", "year", "minute", "second", "night")


class Figures(NamedTuple):
    """What the figures of two claims say of each other, and the two that decided."""

    found: Found
    left: Quantity
    right: Quantity


def figures(left: Testimony, right: Testimony) -> Figures | None:
    """How the figures of two claims stand to each other, null where they count nothing alike."""
    both = [(one, two) for one in _asked(left) for two in _asked(right) if comparable(one, two, left, right)]
    if not both:
        return None
    for one, two in both:
        if agree(one, two):
            return Figures("agree", one, two)
    one, two = both[0]
    if one.part_of is None != (two.part_of is None):
        return Figures("apart", one, two)
    return Figures("rise" if _rises(one, two, left, right) else "contrary", one, two)


def _asked(one: Testimony) -> Iterator[Quantity]:
    """The figures of a claim that may answer its question: no ages, no clock times, no spans of time beside a count."""
    rows = [row for row in one.quantities if row.low is not None and row.counts not in _NOT_COUNTED]
    counts = [row for row in rows if row.unit not in _TIMES]
    yield from counts or rows


def comparable(one: Quantity, two: Quantity, left: Testimony, right: Testimony) -> bool:
    """Whether two figures count one thing: one unit, and heads that stand for one another or are left out."""
    if one.unit != two.unit and None not in (one.unit, two.unit):
        return False
    if one.unit != two.unit:
        return one.counts is None and two.counts is None and bool(one.low == two.low)
    if one.unit is not None:
        return one.counts is None or two.counts is None or _alike(_head(one), _head(two))
    if (one.part_of is None) != (two.part_of is None):
        return False
    if one.counts and two.counts:
        return _alike(_head(one), _head(two))
    bare, other = (left, two) if one.counts is None else (right, one)
    if other.counts is None:
        return True
    return any(_alike(stem(word), _head(other)) for word in words(bare.content))


def agree(one: Quantity, two: Quantity) -> bool:
    """Whether two figures can both be right as the answer to one question, bounds and roundings respected."""
    if one.low is None or two.low is None:
        return True
    if "at_least" in (one.bound, two.bound) or "at_most" in (one.bound, two.bound):
        return _near(one.low, two.low, CLOSE) or one.bound != two.bound and _inside(one, two)
    slack = ABOUT if "about" in (one.bound, two.bound) else CLOSE
    ends = one.high if one.high is not None else one.low, two.high if two.high is not None else two.low
    if one.low <= ends[1] and two.low <= ends[0]:
        return True
    return _near(one.low, two.low, slack) or _near(ends[0], ends[1], slack)


def _inside(one: Quantity, two: Quantity) -> bool:
    """Whether a bound lets in a figure that is given with "about": "at most 50" and "about 48"."""
    top = [row.high for row in (one, two) if row.bound == "at_most" and row.high is not None]
    rest = [row.low for row in (one, two) if row.bound not in ("at_most", "at_least") and row.low is not None]
    return bool(top and rest and rest[0] <= top[0] and rest[0] >= 0.8 * top[0])


def _near(one: float, two: float, share: float) -> bool:
    return abs(one - two) <= share * max(abs(one), abs(two))


def _rises(one: Quantity, two: Quantity, left: Testimony, right: Testimony) -> bool:
    """Whether the later figure carries on the earlier one: higher, of what is still being counted."""
    if one.low is None or two.low is None or two.low <= one.low or one.unit is not None:
        return False
    told = {stem(word) for one in (left, right) for word in words(one.content)}
    if one.bound == "at_least" or told & _stems("running"):
        return True
    if left.speaker and left.speaker == right.speaker:
        return True
    return bool(told & _stems("casualties")) and _hours(left.at, right.at) >= HOURS


def _hours(one: str, two: str) -> float:
    try:
        return (datetime.fromisoformat(two) - datetime.fromisoformat(one)).total_seconds() / 3600
    except (ValueError, TypeError):
        return 0.0


def _head(one: Quantity) -> str:
    """The stem of the head noun of what is counted."""
    told = words(one.counts or "")
    return stem(told[-1]) if told else ""


def _alike(one: str, two: str) -> bool:
    if one == two or families(one) & families(two):
        return True
    return any(one in group and two in group for group in _groups())


@cache
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(stem, line.split())) for line in tables("compare")["counted"]["groups"])


@cache
def _stems(table: str) -> frozenset[str]:
    return frozenset(map(stem, tables("compare")[table]["words"].split()))
