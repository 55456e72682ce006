"""Clocks as printed: hour, minute and the offset of a zone that is printed and stands for one offset."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.read.tokens import Token, low, whole
from sayso.read.words import words as vocabulary

_TABLES = vocabulary("times")


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock that ends before the token `last`; `zone` is an ISO offset, "" where none is printed or known."""

    last: int
    hour: int
    minute: int
    zone: str


def clock_at(line: Sequence[Token], at: int) -> Clock | None:
    """9:57 PM; 14:05 GMT; 5 a.m.; 9.57pm; 1200 GMT."""
    if at < len(line) and line[at].is_word:
        return _noon(line, at)
    if at >= len(line) or not line[at].is_figure:
        return None
    hour, minute, after = whole(line, at, 0, 24, size=2), 0, at + 1
    colon = low(line, after) == ":" and line[after].glued and len(low(line, after + 1)) == 2
    minutes = whole(line, after + 1, 0, 59, size=2) if colon else None
    if hour is not None and minutes is not None and line[after + 1].glued:
        minute, after = minutes, after + 2
        if low(line, after) == ":" and whole(line, after + 1, 0, 59, size=2) is not None:
            after += 2
    elif hour is None:
        parts = line[at].word.split(".")
        if len(parts) == 2 and all(part.isdecimal() and len(part) <= 2 for part in parts) and len(parts[1]) == 2:
            hour, minute = int(parts[0]), int(parts[1])
        elif line[at].word.isdecimal() and len(line[at].word) == 4 and low(line, after) in ("gmt", "utc"):
            hour, minute = int(line[at].word[:2]), int(line[at].word[2:])
        else:
            return None
    half, after = _half(line, after)
    zone, end = _zone(line, after)
    dotted = hour is not None and "." in line[at].word and low(line, at - 1) == "at" and line[at - 1].is_name
    said = colon or half or dotted or (end > after and len(line[at].word) == 4)
    if not said or hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    hour = hour % 12 + 12 * (half == "pm") if half else hour % 24
    return Clock(end, hour, minute, zone)


def _half(line: Sequence[Token], at: int) -> tuple[str, int]:
    """Which half of the day is printed at `at` ("", "am", "pm"), and the token after it."""
    word = low(line, at)
    if word in ("am", "pm"):
        return word, at + 1
    if word in ("a", "p") and (low(line, at + 1), low(line, at + 2)) == (".", "m") and line[at + 1].glued:
        return word + "m", at + 3 + (low(line, at + 3) == "." and line[at + 3].glued)
    return "", at


def _zone(line: Sequence[Token], at: int) -> tuple[str, int]:
    """The ISO offset printed at `at` ("" where none or unknown), and the token after it."""
    bracket = low(line, at) == "("
    at_name = at + bracket
    word = low(line, at_name)
    known = _TABLES["offsets"].get(word, "")
    if (
        known
        and at_name < len(line)
        and line[at_name].word.isupper()
        and not (bracket and low(line, at_name + 1) != ")")
    ):
        after = at_name + 1
        if word in ("utc", "gmt") and low(line, after) in ("+", "-") and line[after].glued:
            hours = whole(line, after + 1, 0, 14, size=2)
            if hours is not None:
                known, after = f"{line[after].word}{hours:02d}:00", after + 2
        return known, after + bracket
    if word in ("+", "-") and line[at_name].glued and not bracket:
        hours, digits = whole(line, at + 1, 0, 14, size=2), low(line, at + 1)
        if hours is not None and low(line, at + 2) == ":" and whole(line, at + 3, 0, 59, size=2) is not None:
            return f"{word}{hours:02d}:{low(line, at + 3)}", at + 4
        if len(digits) == 4 and digits.isdecimal():
            return f"{word}{digits[:2]}:{digits[2:]}", at + 2
    named = [name.split() for name in _TABLES["names"]["zones"]]
    for name in named:
        if all(low(line, at + k) == part for k, part in enumerate(name)) and (len(name) > 1 or line[at].word.isupper()):
            return "", at + len(name)
    return "", at


def _noon(line: Sequence[Token], at: int) -> Clock | None:
    """At noon, at midnight."""
    word = line[at].low
    if word not in _TABLES["clock"]["noon"] + _TABLES["clock"]["midnight"]:
        return None
    if low(line, at - 1) not in ("at", "by", "around", "before", "after", "until", "since"):
        return None
    return Clock(at + 1, 12 if word in _TABLES["clock"]["noon"] else 0, 0, "")
