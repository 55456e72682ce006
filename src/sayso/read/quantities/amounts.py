"""Amounts in a stretch of text: numbers with their units, ranges and bounds; dates, clocks and labels are none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.read.quantities.masks import masked
from sayso.read.quantities.measured import Measured, measured_at
from sayso.read.times import dates
from sayso.read.tokens import Token, low, tokens
from sayso.read.words import words as vocabulary
from sayso.record import Bound, Span

_TABLES = vocabulary("numbers")
Phrase = tuple[str, ...]
_DASHES = ("-", "–", "—")
_CHANGE = frozenset(_TABLES["cues"]["change"])


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount in tokens `[first, last)`, its bound words and what it counts left out.

    `is_age` marks years of age, `is_share` a fraction of a whole.
    """

    first: int
    last: int
    low: float | None
    high: float | None
    unit: str | None = None
    bound: Bound = "exactly"
    of_all: bool = False
    is_age: bool = False
    is_share: bool = False
    is_one: bool = False

    def span(self, line: Sequence[Token]) -> Span:
        """Where it stands on the page."""
        return Span(line[self.first].start, line[self.last - 1].end)


def amounts(text: str, span: Span) -> tuple[Sequence[Token], list[Amount]]:
    """The tokens under `span` and every amount in them, in order."""
    line, times = dates.printed(text, span)
    closed = masked(line, times)
    found: list[Amount] = []
    at = 0
    while at < len(line):
        bare = None if at in closed else measured_at(line, at)
        if bare and not any(k in closed for k in range(bare.number.first, bare.number.last)):
            amount = _amount(line, _shared_unit(line, bare), closed)
            if amount:
                found.append(amount)
                at = amount.last
                continue
            at = bare.last
            continue
        at += 1
    return line, found


def _shared_unit(line: Sequence[Token], one: Measured) -> Measured:
    """With the unit of the number it changes to: the 1,100 of "from 1,100 to 1,250 crowns"."""
    if one.unit or low(line, one.first - 1) != "from" or low(line, one.last) != "to":
        return one
    two = measured_at(line, one.last + 1) if one.last + 1 < len(line) else None
    return replace(one, unit=two.unit) if two and not two.is_age else one


def _amount(line: Sequence[Token], one: Measured, closed: frozenset[int]) -> Amount | None:
    """The amount that begins with `one`: a range with the number after it, bounds read."""
    two = _second(line, one, closed)
    value, unit = one.number.value, one.unit
    if not two and _is_score(line, one):
        return None
    is_one = value == 1 and not one.number.figures and not unit
    high: float | None = value
    if two:
        value, high, unit = _range(one, two)
        last = two.last
    else:
        last = one.last
    least: float | None = value
    bound = _bound(line, one.first, last)
    if one.number.vague and not two:
        bound, high = "at_least", None
    elif bound == "at_least":
        high = None
    elif bound == "at_most" and not two:
        least = None
    if two and bound in ("at_least", "at_most"):
        bound, high = "exactly", two.number.value
    return Amount(
        first=one.first,
        last=last,
        low=least,
        high=high,
        unit=unit,
        bound=bound,
        of_all=_of_all(line, one.first),
        is_age=one.is_age or (two is not None and two.is_age),
        is_share=one.number.fraction,
        is_one=is_one,
    )


def _second(line: Sequence[Token], one: Measured, closed: frozenset[int]) -> Measured | None:
    """The second number of a range that begins with `one`."""
    hung = low(line, one.last) == "-" and low(line, one.last + 1) in ("to", "or", "and")  # "7- or 8-inch"
    one = replace(one, last=one.last + 1) if hung else one
    join = low(line, one.last)
    if join not in (*_DASHES, "to", "and", "or") or one.number.vague or one.number.fraction:
        return None
    at = one.last + 1
    if join == "to" and low(line, at) in _DASHES:
        at += 1
    two = measured_at(line, at) if at < len(line) and at not in closed else None
    if not two or two.number.vague or two.number.fraction or two.first != at:
        return None
    if one.is_age and join in ("and", "or"):
        return None
    least, most = _scale_shared(one, two), two.number.value
    if one.unit and two.unit and one.unit != two.unit and not two.unit.startswith(one.unit + "/"):
        return None
    if one.unit and not two.unit and not one.prefix:
        return None
    before = {low(line, one.first - k) for k in range(1, 5)}
    if join == "and":
        fits = "between" in before and least < most
    elif join == "or":
        fits = not one.unit and not two.prefix and (most - least == 1 or (least >= 10 and least < most <= 1.3 * least))
    elif join == "to":
        fits = least < most and (least > one.number.value or not before & _CHANGE)
    else:
        fits = least < most and line[one.last].glued == line[at].glued and _ranges(line, one, two)
    return two if fits else None


def _ranges(line: Sequence[Token], one: Measured, two: Measured) -> bool:
    """Whether a dash between two numbers makes a range: a unit or a plural follows, or a bound stands before."""
    if two.unit or one.prefix or _bound(line, one.first, two.last) != "exactly":
        return True
    follows = low(line, two.last)
    return follows.isalpha() and follows not in _TABLES["counted"]["stop"]


def _is_score(line: Sequence[Token], one: Measured) -> bool:
    """Whether a number glued by a dash to another one is a score or a code: "3-1", "24/7", "2:1"."""
    join, number = low(line, one.last), one.number
    if one.unit or not number.figures:
        return False
    glued = one.last + 1 < len(line) and line[one.last].glued and line[one.last + 1].glued
    ahead = join in (*_DASHES, "/", ":") and glued and line[one.last + 1].is_figure
    behind = (
        one.first >= 2
        and line[one.first].glued
        and line[one.first - 1].word in "-–/:"
        and line[one.first - 2].is_figure
    )
    return bool(ahead or (behind and line[one.first - 1].glued))


def _scale_shared(one: Measured, two: Measured) -> float:
    """The first value, scaled as the second is in "3 to 5 billion" and "four to five thousand"."""
    first, second = one.number, two.number
    if first.scaled or not second.scaled or second.value < 1000:
        return first.value
    scale = 1.0
    while second.value / scale >= 1000:
        scale *= 1000
    return first.value * scale if first.value < 1000 and first.value * scale < second.value else first.value


def _range(one: Measured, two: Measured) -> tuple[float, float, str | None]:
    return _scale_shared(one, two), two.number.value, two.unit or one.unit


@cache
def _bounds(table: str, by: int) -> dict[str, tuple[tuple[Phrase, Bound], ...]]:
    """The phrases of a table, longest first, under the word that stands at `by` in them (0 or -1)."""
    rows: list[tuple[Phrase, Bound]] = []
    for name in ("about", "at_least", "at_most"):
        bound: Bound = "about" if name == "about" else "at_least" if name == "at_least" else "at_most"
        for phrase in _TABLES[table][name]:
            rows.append((tuple(token.low for token in tokens(phrase, Span(0, len(phrase)))), bound))
    rows.sort(key=lambda row: -len(row[0]))
    return {word: tuple(row for row in rows if row[0][by] == word) for word in {row[0][by] for row in rows}}


def _bound(line: Sequence[Token], first: int, last: int) -> Bound:
    """What the words before or after an amount make of it."""
    start = first
    while (
        low(line, start - 1) in ("a", "an", "-", "total", "of", "just", "only", "between", "from") and first - start < 3
    ):
        start -= 1
    for end in dict.fromkeys((first, start)):
        for phrase, bound in _bounds("bounds", -1).get(low(line, end - 1), ()):
            if end >= len(phrase) and all(low(line, end - len(phrase) + k) == w for k, w in enumerate(phrase)):
                return bound
    for at in (last, last + 1):
        for phrase, bound in _bounds("after", 0).get(low(line, at), ()):
            if all(low(line, at + k) == word for k, word in enumerate(phrase)):
                return bound
    return "exactly"


def _of_all(line: Sequence[Token], first: int) -> bool:
    """Whether "all" stands before: "all 50", "all of the 50"."""
    at = first - 1
    while (
        low(line, at) in ("of", "the", "its", "their", "his", "her", "some", "about", "these", "those")
        and first - at < 4
    ):
        at -= 1
    return low(line, at) == "all" and low(line, at - 1) not in ("at", "in", "after", "above", "for")
