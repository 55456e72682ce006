"""Rows that say who, when and how long to read: "by Ana Rel November 10, 2024 9:57 PM 2 min read"."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from sayso.read.anatomy import byline
from sayso.read.anatomy.stamps import Stamp, stamps
from sayso.read.anatomy.wording import bare, count_words, is_furniture, is_section, table

What = Literal["byline", "published", "updated", "minutes", "furniture", "section"]

_MINUTES = re.compile(
    r"(?:\b(?:estimated |average )?read(?:ing)? ?time:?\s{0,2})?\b(?P<n>\d{1,3})[\s-]{0,2}min(?:ute)?s?\.?"
    r"(?:\s(?:of\s)?read(?:ing)?\b)?(?:\stime\b)?",
    re.IGNORECASE,
)
_MINUTE = re.compile(r"\d[\s-]{0,2}min", re.IGNORECASE)  # what every reading time has
_EMPTY = re.compile(r"[(\[]?\b(?:last )?(?:updated|modified|edited)\b(?: on| at)?\s*:?\s*(?:[)\]]|$)", re.IGNORECASE)
_PARTED = re.compile(r"\s+[·|•]\s+")
_CLEAN = " \t\u00a0|·•–—-/,:;()[]*_•►▸◦~"


@dataclass(frozen=True, slots=True)
class Piece:
    """`[start, end)` of a row and what it says; `stamp` for a time, null for "(Updated: )" with none in it."""

    start: int
    end: int
    what: What
    stamp: Stamp | None = None


@dataclass(frozen=True, slots=True)
class HeadRow:
    """A row taken apart; `loose` counts the words that are nothing known."""

    pieces: tuple[Piece, ...] = field(default=())
    names: tuple[str, ...] = ()
    minutes: int | None = None
    loose: int = 0

    def first(self, what: What) -> Piece | None:
        """The first piece that says `what`."""
        return next((piece for piece in self.pieces if piece.what == what), None)

    @property
    def stamp(self) -> Stamp | None:
        """The time of publication, if the row has it."""
        piece = self.first("published")
        return piece.stamp if piece else None

    @property
    def is_clock(self) -> bool:
        """True for a row that is a bare or relative clock, with at most an update beside it."""
        return bool(self.stamp) and not self.names and self.minutes is None and not self.loose


@cache
def _roles() -> tuple[tuple[str, What], ...]:
    both: list[tuple[str, What]] = [(word, "updated") for word in table("times", "updated")]
    both += [
        (lead + word, "published") for word in table("times", "published") for lead in ("", "first ", "originally ")
    ]
    return tuple(sorted(both, key=lambda pair: -len(pair[0])))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(word for word, _ in _roles())


def head_row(line: str) -> HeadRow | None:
    """The row taken apart, or null where it is anything else (a sentence with a date in it, a headline)."""
    if len(line) > 300:
        return None
    marks = _marks(line)
    if not marks:
        return _only_names(line)
    pieces: list[Piece] = []
    names: list[str] = []
    minutes: int | None = None
    loose, role, at = 0, "published", 0
    for start, end, stamp, count in [*marks, (len(line), len(line), None, None)]:
        piece_role, found, words = _between(line, at, start, pieces)
        names += [name for name in found if name not in names]
        role, loose = piece_role or ("published" if at == 0 else role), loose + words
        if loose > 4 or (words and not _could_name(line[at:start])):
            return None
        if words > 1 and start == end and len(pieces) == 2 and pieces[0].stamp and pieces[0].stamp.bare:
            return None  # "14:20 Parliament Dissolved" is an item of a feed
        at = end
        if start == end:
            break
        if count is not None:
            minutes = count
            pieces.append(Piece(start, end, "minutes"))
        else:
            pieces.append(_time(stamp, start, end, role, pieces))
            role = "published"
    return HeadRow(tuple(pieces), tuple(names), minutes, loose)


def _time(stamp: Stamp | None, start: int, end: int, role: str, pieces: list[Piece]) -> Piece:
    if stamp is None or role == "updated":
        return Piece(start, end, "updated", stamp)
    if any(piece.what == "published" for piece in pieces):
        return Piece(start, end, "furniture" if stamp.ago else "updated", stamp)
    return Piece(start, end, "published", stamp)


def _marks(line: str) -> list[tuple[int, int, Stamp | None, int | None]]:
    """(start, end, stamp, minutes to read) of every time and reading time, left to right, none overlapping."""
    found: list[tuple[int, int, Stamp | None, int | None]] = [(s.start, s.end, s, None) for s in stamps(line)]
    for empty in _EMPTY.finditer(line) if "ed" in line.lower() else ():
        found.append((empty.start(), empty.end(), None, None))
    for reading in _MINUTES.finditer(line) if _MINUTE.search(line) else ():
        if "read" in reading[0].lower() or reading[0] == line.strip():
            found.append((reading.start(), reading.end(), None, int(reading["n"])))
    found.sort(key=lambda mark: (mark[0], -mark[1]))
    kept: list[tuple[int, int, Stamp | None, int | None]] = []
    for mark in found:
        if not kept or mark[0] >= kept[-1][1]:
            kept.append(mark)
    return kept


def _between(line: str, start: int, end: int, pieces: list[Piece]) -> tuple[What | None, list[str], int]:
    """Reads the words between two marks: the role they give the next time, names, and how many are nothing known."""
    start, end = _trimmed(line, start, end)
    if start >= end:
        return None, [], 0
    role, cut = _role(line[start:end])
    if role:
        end = start + cut
        start, end = _trimmed(line, start, end)
        if start >= end:
            return role, [], 0
    words = line[start:end]
    if is_section(words):
        pieces.append(Piece(start, end, "section"))
        return role, [], 0
    found = byline.names(words)
    if found and (byline.opens(words) or _is_named(words) or byline.is_outlet(words)):
        pieces.append(Piece(start, end, "byline"))
        return role, list(found), 0
    if byline.is_job(words):  # "by Staff writer": somebody, without a name
        pieces.append(Piece(start, end, "byline"))
        return role, [], 0
    pieces.append(Piece(start, end, "furniture"))
    if is_furniture(words) or bare(words) in table("bylines", "asides"):
        return role, [], 0
    return role, [], count_words(words)


def _is_named(words: str) -> bool:
    """True for a line of people's names, or one that begins with them and a bar."""
    first = _PARTED.split(words, maxsplit=1)[0]
    return byline.is_named(words) or (first != words and byline.is_named(first))


def _role(words: str) -> tuple[What | None, int]:
    """Which role the last words give to the time after them, and where those words begin."""
    low = words.lower()
    if not low.endswith(_endings()):
        return None, len(words)
    for word, role in _roles():
        if low.endswith(word) and (len(low) == len(word) or not low[-len(word) - 1].isalnum()):
            return role, len(words) - len(word)
    return None, len(words)


def _could_name(words: str) -> bool:
    """True for words that may name a place, an outlet or a section: all of them begin with a capital or a figure."""
    tokens = words.strip(_CLEAN).split()
    return all(not token[0].islower() or token in ("of", "the", "and", "in", "local", "time", "at") for token in tokens)


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    while start < end and line[start] in _CLEAN:
        start += 1
    while end > start and line[end - 1] in _CLEAN:
        end -= 1
    return start, end


def _only_names(line: str) -> HeadRow | None:
    """A row without a time: a byline that says so ("by A and B", "Author: A"), at most 25 words."""
    opened = byline.opens(line)
    found = byline.names(line) if opened and count_words(line) <= 25 and line[-1:] not in "!?…" else ()
    if not found or (line.endswith(".") and count_words(line) > 8):
        return None
    explicit = ":" in line[:opened] or line.lower().startswith(("by ", "written by", "words by", "story by", "text by"))
    if not explicit and not any(" " in name for name in found):
        return None
    if found[0].lower() in _calendar():
        return None
    return HeadRow((Piece(0, len(line), "byline"),), found)


@cache
def _calendar() -> frozenset[str]:
    return table("times", "months") | table("times", "weekdays")
