"""Numbers with their units: "$61.4 billion", "12%", "140 km/h", "15-minute", "sixfold", "44-year-old"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.read.numbers import NUMBER_STARTS, ONES, TENS, Number, number_at
from sayso.read.quantities.units import money_at, money_starts, past_again, per, pounds_at, unit_at
from sayso.read.tokens import Token, low

_MINUS = frozenset({"-", "−", "minus"})


@cache
def _starts() -> frozenset[str]:
    """The words, figures aside, that an amount can begin with."""
    return _MINUS | NUMBER_STARTS | money_starts()


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its unit in tokens `[first, last)`, before ranges and bounds; `prefix`: the unit stands before."""

    first: int
    last: int
    number: Number
    unit: str | None
    prefix: bool = False
    is_age: bool = False


def measured_at(line: Sequence[Token], at: int) -> Measured | None:
    """The number with its unit that begins with the token `at`, or None."""
    word = line[at].low
    if not (word in _starts() or word[0].isdigit() or word.endswith("fold")):
        return None
    money = money_at(line, at)
    fold = _fold(line, at)
    if fold:
        return fold
    first, start = at, money[1] if money else at
    minus = low(line, start) in _MINUS and (money or not line[start].glued or line[start].low == "minus")
    start += bool(minus)
    start += bool(minus) and low(line, start) == "-"
    start += bool(money) and low(line, start) == "="
    number = number_at(line, start) if start < len(line) else None
    if not number or (money and not number.figures):
        return None
    if minus and not number.figures:
        return None
    if minus and line[number.first].start > line[number.first - 1].end and line[number.first - 1].word == "-":
        minus, first = False, number.first  # "- 5 drones" is a list
    if minus:
        number = replace(number, value=-number.value)
    if money:
        unit, last = per(line, money[0], past_again(line, number.last, money[0]))
        return Measured(first, last, number, unit, prefix=True)
    one = _with_unit(line, first, number)
    return None if (minus and line[at].word in "-−" and not one.unit) or _is_compound(line, one) else one


def _with_unit(line: Sequence[Token], first: int, number: Number) -> Measured:
    """A number with the unit behind it; "44-year-old" and "44 years old" are ages."""
    last = number.last
    skip = last + (low(line, last) == "-" and line[last].glued)
    skip += number.vague and low(line, skip) == "of"  # "millions of dollars"
    found = unit_at(line, skip, figures=number.figures)
    if not found:
        found = pounds_at(line, skip, number)
    if not found:
        age = _is_aged(line, first, last)
        return Measured(first, last, number, "year" if age else None, is_age=age)
    unit, after = found
    old = after + (low(line, after) == "-" and line[after].glued)
    if unit in ("year", "month", "day", "week") and low(line, old) in ("old", "olds"):
        return Measured(first, after, number, unit, is_age=True)
    if unit == "point" and low(line, after) in ("of", "where"):
        return Measured(first, last, number, None)
    if unit in ("year", "month") and _is_aged(line, first, last):
        return Measured(first, after, number, unit, is_age=True)
    unit, after = per(line, unit, after)
    return Measured(first, after, number, unit)


def _is_compound(line: Sequence[Token], one: Measured) -> bool:
    """Whether a number without a unit is bound to a word: "six-speed", "4x4", "3D"; "10-plus" and "3-5" are not."""
    if one.unit or one.is_age or one.last >= len(line) or not line[one.last].glued or one.number.fraction:
        return False
    if line[one.last].is_word:
        return one.number.figures
    dash = line[one.last].word == "-" and one.last + 1 < len(line) and line[one.last + 1].glued
    tied = dash and line[one.last + 1].is_word and not number_at(line, one.last + 1)
    return tied and low(line, one.last + 1) not in ("plus", "to", "or")


def _fold(line: Sequence[Token], at: int) -> Measured | None:
    """Sixfold."""
    stem = line[at].low.removesuffix("fold")
    value = ONES.get(stem) or TENS.get(stem) or (100.0 if stem == "hundred" else None)
    if not value or stem == line[at].low:
        return None
    return Measured(at, at + 1, Number(at, at + 1, value), "times")


def _is_aged(line: Sequence[Token], first: int, last: int) -> bool:
    """Whether a bare number is somebody's age: "aged 44", "the age of 21", "Marta Ilves, 58, …"."""
    before, second = low(line, first - 1), low(line, first - 2)
    if before in ("or", "and", "to") and line[first - 2].is_figure:  # "aged 13 or 16"
        before, second = low(line, first - 3), low(line, first - 4)
    if before in ("aged", "age", "ages") or (before == "of" and second in ("age", "ages")):
        return True
    if (
        before != ","
        or first < 3
        or not line[first - 2].is_name
        or low(line, last) not in (",", ".", ")")
        or last - first > 1
    ):
        return False
    figure = line[first].word
    return (
        figure.isdecimal() and 1 < int(figure) < 115 and line[first - 3].word[0].isalpha() and line[first - 3].is_name
    )
