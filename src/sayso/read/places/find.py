"""Stretches of a sentence that a place may be named by: the longest names that the gazetteer knows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sayso.read.names.runs import CALENDAR
from sayso.read.places.folding import folded
from sayso.read.places.gazetteer import SHORT, Gazetteer, Lead
from sayso.read.sentences import STARTERS
from sayso.read.words import words as vocabulary
from sayso.record import Span

_TABLES: Mapping[str, Any] = vocabulary("places")
_JOINS = frozenset(_TABLES["names"]["joins"])
NEVER = (frozenset(_TABLES["names"]["never"]) | STARTERS | CALENDAR) - {"us"}
MAKES: Mapping[str, str] = dict.fromkeys(_TABLES["kinds"]["makes_region"], "region") | dict.fromkeys(
    _TABLES["kinds"]["makes_district"], "district"
)
# Each alternative starts with a letter and no quantifier nests over the same characters: one pass over any text.
_TOKEN = re.compile(r"(?:[^\W\d_]{1,2}\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*")
LONGEST: Final = 6  # words of a name


@dataclass(frozen=True, slots=True)
class Token:
    """A word without a possessive ending; `owns` where it had one."""

    start: int
    end: int
    word: str
    owns: bool

    @property
    def capital(self) -> bool:
        """Whether it is written like a part of a name."""
        return self.word[0].isupper()

    @property
    def low(self) -> str:
        """In small letters, without stops."""
        return self.word.lower().replace(".", "")


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch that may name a place: tokens `[first, last)` of its sentence, and what it may mean.

    `made` is the kind that a word behind the name makes of it ("Tula region"); `people` where it is the adjective of a
    country ("Turkish").
    """

    span: Span
    fold: str
    first: int
    last: int
    leads: tuple[Lead, ...]
    made: str = ""
    people: bool = False


def tokens_of(text: str, span: Span) -> list[Token]:
    """The words of a stretch of text; hyphens part them."""
    out: list[Token] = []
    for found in _TOKEN.finditer(text, span.start, span.end):
        word, end = found.group(), found.end()
        owns = word[-2:] in ("'s", "’s", "'S", "’S")
        if owns:
            word, end = word[:-2], end - 2
        if word:
            out.append(Token(found.start(), end, word, owns))
    return out


def candidates(
    text: str, row: Sequence[Token], book: Gazetteer, peoples: Mapping[str, tuple[Lead, ...]]
) -> Iterator[Found]:
    """The stretches of a sentence that may name a place, in order, none within another."""
    at = 0
    while at < len(row):
        found = _at(text, row, at, book, peoples) if row[at].capital else None
        if found:
            yield found
        at = found.last if found else at + 1


def _at(
    text: str, row: Sequence[Token], at: int, book: Gazetteer, peoples: Mapping[str, tuple[Lead, ...]]
) -> Found | None:
    """The longest name that begins with a token."""
    for last in range(_reach(text, row, at), at, -1):
        end = row[last - 1]
        if last - at == 1 and (end.low in NEVER or end.word == "Us" or _shortened(end)):
            return None
        if not end.capital and end.low not in MAKES:
            continue
        fold = folded(text[row[at].start : end.end])
        if fold in peoples:
            return Found(Span(row[at].start, end.end), fold, at, last, peoples[fold], people=True)
        leads = _fitting(text, row, at, last, book.folded(fold))
        if leads:
            return Found(_with_stop(text, row[at].start, end.end, leads), fold, at, last, leads, MAKES.get(end.low, ""))
        if last - at > 1 and (made := MAKES.get(end.low)):
            stem = folded(text[row[at].start : row[last - 2].end])
            leads = tuple(lead for lead in book.folded(stem) if lead.row.kind == made)
            if leads:
                return Found(Span(row[at].start, end.end), fold, at, last, leads, made)
    return None


def _shortened(token: Token) -> bool:
    """Whether an apostrophe joins a small word to another ("I've", "They'll")."""
    first, mark, _ = token.low.replace("’", "'").partition("'")
    return bool(mark) and first in NEVER


def _reach(text: str, row: Sequence[Token], at: int) -> int:
    """The token after the last one that may still belong to a name that begins at `at`."""
    last = at + 1
    end = last
    while end < len(row) and end - at < LONGEST and not row[end - 1].owns:
        gap = text[row[end - 1].end : row[end].start]
        if not (gap in (" ", "-", "‑") or (gap.isspace() and gap.count("\n") < 2) or (gap == ". " and end - at == 1)):
            break
        low = row[end].low
        if row[end].capital or low in MAKES:
            last = end + 1
        elif low not in _JOINS:
            break
        end += 1
    return last


def _fitting(text: str, row: Sequence[Token], at: int, last: int, leads: tuple[Lead, ...]) -> tuple[Lead, ...]:
    """The leads that the way a name is written leaves: abbreviations behind a comma, codes of countries and regions."""
    word = row[at].word
    if last - at > 1 or not leads:
        return leads
    behind = at > 0 and row[at - 1].capital and text[row[at - 1].end : row[at].start].strip(" .") == ","
    if not behind and "." not in word:
        leads = tuple(lead for lead in leads if not lead.how & SHORT)
    elif any(lead.how & SHORT for lead in leads):
        return tuple(lead for lead in leads if lead.how & SHORT)
    if word.isupper() and len(word.replace(".", "")) < 4:
        return tuple(lead for lead in leads if lead.row.kind in ("country", "region") or lead.row.people > _KNOWN)
    return leads


_KNOWN: Final = 1_000_000  # inhabitants of a city that may be written in two or three capitals


def _with_stop(text: str, start: int, end: int, leads: Sequence[Lead]) -> Span:
    """The name with the stop of an abbreviation."""
    short = any(lead.how & SHORT for lead in leads)
    return Span(start, end + 1 if short and text[end : end + 1] == "." else end)
