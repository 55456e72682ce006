"""Times counted from another printed beside them: "the same day", "a month earlier", "the eve of May 2"."""

from collections.abc import Sequence
from functools import cache

from sayso.read.times.printed import Printed
from sayso.read.tokens import Token, low
from sayso.read.words import words as vocabulary

_TABLES = vocabulary("times")
_ENDS = frozenset(_TABLES["cues"]["told_ends"])
_EVE = 4  # tokens from "the eve of" to the date it is the eve of
_STOPS = frozenset(".,;:!?\"“”’'")


def told(line: Sequence[Token], found: Sequence[Printed]) -> dict[Printed, Printed]:
    """Each time counted from another one of the line, with the other."""
    out: dict[Printed, Printed] = {}
    taken = {k for one in found for k in range(one.first, one.last)}
    if not found:
        return out
    first = {*_phrases(), "eve"}
    for at in (at for at, token in enumerate(line) if token.low in first):
        pair = _counted(line, at, found) or _eve(line, at, found)
        if pair and not taken & set(range(pair[0].first, min(pair[0].last, pair[0].first + _EVE))):
            out[pair[0]] = pair[1]
    return out


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str, int], ...]]:
    """Phrases by their first word: words, unit, count."""
    out: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
    for phrase, (unit, count) in _TABLES["told"].items():
        row = tuple(phrase.split())
        out.setdefault(row[0], []).append((row, unit, int(count)))
    return {first: tuple(rows) for first, rows in out.items()}


def _counted(line: Sequence[Token], at: int, found: Sequence[Printed]) -> tuple[Printed, Printed] | None:
    for row, unit, count in _phrases().get(line[at].low, ()):
        last = at + len(row)
        if any(low(line, at + k) != word for k, word in enumerate(row)):
            continue
        if row[-1] in _ENDS and last < len(line) and line[last].word not in _STOPS:
            return None  # "the day before the vote"
        before = [one for one in found if one.last <= at and one.kind != "clock"]
        if not before:
            return None
        if unit == "day":
            return Printed(at, last, "days", count=count, until=count), before[-1]
        return Printed(at, last, "part", unit=unit, count=count), before[-1]
    return None


def _eve(line: Sequence[Token], at: int, found: Sequence[Printed]) -> tuple[Printed, Printed] | None:
    """On the eve of the June 12 vote."""
    if line[at].low != "eve" or low(line, at + 1) != "of":
        return None
    after = next((one for one in found if at < one.first <= at + _EVE and one.begin[2]), None)
    return (Printed(at, at + 1, "days", count=-1, until=-1), after) if after else None
