"""Feasts, and times counted from the day of reading: yesterday, last month, the past five years, two days ago."""

from collections.abc import Sequence
from functools import cache

from sayso.read import numbers
from sayso.read.times.printed import Printed
from sayso.read.tokens import Token, low, whole
from sayso.read.words import words as vocabulary

_TABLES = vocabulary("times")
UNITS: dict[str, str] = dict(_TABLES["units"])


def year_after(line: Sequence[Token], at: int) -> tuple[int | None, int]:
    """A year that goes with the date before it, with or without a comma, and the token after it."""
    skip = at + (low(line, at) == ",")
    year = whole(line, skip, 1000, 2199) if len(low(line, skip)) == 4 else None
    return (None, at) if year is None else (year, skip + 1)


@cache
def _feasts() -> tuple[tuple[tuple[str, ...], int, int], ...]:
    return tuple((tuple(name.split()), month, day) for name, (month, day) in _TABLES["feasts"].items())


def feast_at(line: Sequence[Token], at: int) -> Printed | None:
    """Christmas Day; New Year's Eve, 2031."""
    if not line[at].is_name:
        return None
    for name, month, day in _feasts():
        if line[at].low == name[0] and all(low(line, at + k) == word for k, word in enumerate(name)):
            year, after = year_after(line, at + len(name))
            return Printed(at, after, "date", (year, month, day))
    return None


def movable_at(line: Sequence[Token], at: int) -> Printed | None:
    """Labor Day: the first Monday of September, a day that is counted out year by year."""
    if not line[at].is_name:
        return None
    for name, (month, weekday, nth) in _TABLES["movable"].items():
        words = name.split()
        if all(low(line, at + k) == word for k, word in enumerate(words)):
            year, after = year_after(line, at + len(words))
            return Printed(at, after, "date", (year, month, None), weekday=weekday, count=nth)
    return None


def bare(line: Sequence[Token], at: int) -> str:
    """The lower case of the token at `at` without its "'s"."""
    return low(line, at).removesuffix("'s")


@cache
def _day_phrases() -> tuple[tuple[tuple[str, ...], int, int], ...]:
    rows = [(tuple(phrase.split()), first, last) for phrase, (first, last) in _TABLES["days"].items()]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def relative_at(line: Sequence[Token], at: int) -> Printed | None:
    """Yesterday; last month; this week; over the weekend."""
    for phrase, first, last in _day_phrases():
        if line[at].low.startswith(phrase[0]) and all(bare(line, at + k) == word for k, word in enumerate(phrase)):
            tied = low(line, at + len(phrase)) == "-" and line[at + len(phrase)].glued
            if tied or (at and line[at].is_name and line[at - 1].is_name):
                return None  # "today-only"; a paper called Today
            return Printed(at, at + len(phrase), "days", count=first, until=last)
    stretch = _stretch(line, at)
    if stretch:
        return stretch
    word, unit = line[at].low, UNITS.get(bare(line, at + 1), "")
    within = low(line, at - 1) == "in" and low(line, at - 2) in ("earlier", "later", "early", "late")
    if word == "the" and within and unit in ("week", "month", "year") and low(line, at + 2) not in ("of", "before"):
        return Printed(at, at + 2, "part", unit=unit, count=0)  # "earlier in the year"
    if word in ("last", "this", "next", "past") and unit in ("week", "month", "year", "weekend", "decade"):
        if (word in ("last", "past") and low(line, at - 1) == "the") or bare(line, at + 1).endswith("s"):
            return None  # "the last week" is a stretch that ends now, "last weeks" none
        return Printed(at, at + 2, "part", unit=unit, count={"last": -1, "past": -1, "this": 0, "next": 1}[word])
    if word == "the" and unit == "weekend" and low(line, at - 1) in ("over", "at", "during"):
        return Printed(at, at + 2, "part", unit="weekend", count=0)
    return None


def _stretch(line: Sequence[Token], at: int) -> Printed | None:
    """The past five years; over the last month; the next two weeks: a stretch that ends or begins now."""
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(line[at].low)
    if step is None:
        return None
    number = numbers.number_at(line, at + 1) if at + 1 < len(line) else None
    if number and number.vague:
        return None
    after = number.last if number else at + 1
    unit = UNITS.get(bare(line, after), "")
    led = low(line, at - 1) == "the" or (line[at].low == "past" and low(line, at - 1) in ("this", "a"))
    if not number and not (led and low(line, after).removesuffix("'s") in ("week", "month", "year", "decade")):
        return None
    count = number.value if number else 1.0
    if unit in ("", "minute", "weekend") or low(line, after + 1) == "of" or not 0 < count <= 1000:
        return None
    return Printed(at, after + 1, "stretch", unit=unit, count=step * count)


def ago_at(line: Sequence[Token], at: int) -> Printed | None:
    """Two days ago; a week ago; 10 years ago."""
    if line[at].low in ("a", "an"):
        count, after = 1.0, at + 1
    else:
        number = numbers.number_at(line, at)
        if not number or number.vague:
            return None
        count, after = number.value, number.last
    unit = UNITS.get(low(line, after), "")
    if not unit or unit == "weekend" or low(line, after + 1) != "ago" or count > 10_000:
        return None
    return Printed(at, after + 2, "ago", unit=unit, count=count)
