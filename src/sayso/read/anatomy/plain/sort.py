"""Each row of a capture sorted into a class by its wording and form, before anything is known of its place."""

import re
from dataclasses import dataclass
from typing import Literal

from sayso.read.anatomy import byline, credit
from sayso.read.anatomy.dateline import dateline
from sayso.read.anatomy.headrow import HeadRow, head_row
from sayso.read.anatomy.plain.lines import Row
from sayso.read.anatomy.stamps import Stamp, stamps
from sayso.read.anatomy.wording import (
    Label,
    Notice,
    count_words,
    is_apparatus,
    is_furniture,
    is_section,
    label,
    notice,
    opens_card,
    table,
)

Class = Literal[
    "furniture", "rule", "label", "notice", "apparatus", "head", "name", "clock", "led", "pointer",
    "caption", "credit", "quote", "list", "title", "prose",
]  # fmt: skip

_RULE = re.compile(r"(?:[-=_*~#—–.•·+]\s?){3,}$")
_BULLET = re.compile(r"(?:[-*•·‣▪●◦–—+]|\(?\d{1,2}[.)])\s+(?=\S)")
_HASHES = re.compile(r"#{1,6}\s+")
_QUOTED = re.compile(r">{1,3}\s*")
_LED = re.compile(r"[\[(]?\s*(?P<stamp>\d.{0,40}?)[\])]?(?P<mark>\s*[-–—|:•·]\s*|\s+)(?=[A-Z\"“‘'(\d])")
_BOLD = re.compile(r"(\*\*|__)(?=\S)")
_SPEAKER = re.compile(r"(?:[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}|[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2}):\s")
_ADDRESS = re.compile(r"\w@\w|https?://|www\.")
_LINK = re.compile(r"[*_]{0,2}\[(?P<words>[^\]]{2,300})\]\([^)\s]{0,500}\)[*_]{0,2}")
_SLANTED = re.compile(r"([*_])(?P<words>[^*_]{2,100})\1")
_COLUMNS = re.compile(r"\s{2,}|\t+")
_MARKED = re.compile(r"\s+(?:[-–—*·•|/>]|::)\s+")
LONG_TITLE = 28  # words; headlines are shorter (99% of the headlines of the development pages have at most 22)


@dataclass(frozen=True, slots=True)
class Sorted:
    """A row with its class.

    `start` and `end` bound its own words (without a bullet, "#", ">" or a leading clock); `head` is what a head row
    says, `level` the number of "#", `words` how many words it has.
    """

    row: Row
    kind: Class
    start: int
    end: int
    words: int
    head: HeadRow | None = None
    label: Label | None = None
    notice: Notice | None = None
    stamp: Stamp | None = None
    level: int = 0

    @property
    def text(self) -> str:
        """The row's own words."""
        return self.row.text[self.start - self.row.start : self.end - self.row.start]


def sort(row: Row) -> Sorted:
    """The row with its class; the order of the questions is the order of how sure their answers are."""
    text = row.text
    if _RULE.match(text):
        return _made(row, "rule")
    if picture := credit.markdown(text):
        return _made(row, "caption", *picture)
    if (slanted := _SLANTED.fullmatch(text)) and credit.is_credit(slanted["words"], bracketed=True):
        return _made(row, "credit", *slanted.span("words"))
    level, offset = _opened(text)
    if found := _worded(row, offset, level):
        return found
    if found := _timed(row, offset):
        return found
    if quoted := _QUOTED.match(text):
        return _made(row, "quote", quoted.end())
    if found := _pictured(row):
        return found
    if (bullet := _BULLET.match(text)) and not level:
        link = _LINK.fullmatch(text, bullet.end())
        return _made(row, "list", *(link.span("words") if link else (bullet.end(),)))
    return _formed(row, offset, level)


def _opened(text: str) -> tuple[int, int]:
    """(how many "#" open the row, where its words begin)."""
    if found := _HASHES.match(text):
        return found[0].count("#"), found.end()
    return 0, 0


def _worded(row: Row, offset: int, level: int) -> Sorted | None:
    """Rows that their wording gives away."""
    words = row.text[offset:]
    plain = words.strip("*_ ")
    if found := label(plain):
        return _made(row, "label", offset, label=found, level=level)
    if found_notice := notice(plain):
        return _made(row, "notice", offset, notice=found_notice)
    if level:
        return None
    bullet = _BULLET.match(words)
    if cut := opens_card(words[bullet.end() :] if bullet else words):
        return _made(row, "pointer", cut + (bullet.end() if bullet else 0))
    if is_apparatus(plain) and not _titled(plain) and not _dates_itself(plain):
        return _made(row, "apparatus")
    if is_furniture(plain) and not stamps(plain) and not credit.is_credit(plain):
        return _made(row, "furniture")
    if not bullet and _is_menu(plain):
        return _made(row, "furniture")
    return None


def _is_menu(plain: str) -> bool:
    """True for a row of short entries side by side: three or more in columns, four or more between marks."""
    for parting, fewest in ((_COLUMNS, 3), (_MARKED, 4)):
        entries = parting.split(plain)
        if len(entries) >= fewest and all(_is_entry(entry) for entry in entries):
            return not any(mark in plain for mark in '.!?:;“”"0123456789')
    return False


def _is_entry(entry: str) -> bool:
    return 0 < count_words(entry) <= 4 and not byline.is_job(entry)


def _dates_itself(plain: str) -> bool:
    """True for a row that is nothing but the page's own time or author ("First published on 3 May 2024 at 18:00")."""
    head = head_row(plain)
    return head is not None and not head.loose and (head.stamp is not None or plain.lower().startswith("written by"))


def _titled(plain: str) -> bool:
    """True for words that open apparatus but go on as a headline ("Ends of the earth: …")."""
    return not plain.endswith((".", ")", ":", "#", "-")) and count_words(plain) > 12


def _timed(row: Row, offset: int) -> Sorted | None:
    """Rows that hold a time, a byline or nothing but a name."""
    text = row.text[offset:]
    bullet = _BULLET.match(text)
    skip = offset + (bullet.end() if bullet and not text[:1].isdigit() else 0)
    if head := head_row(row.text[skip:]):
        if head.is_clock and head.stamp and head.stamp.loose:
            return _made(row, "clock", skip, head=head)
        return _made(row, "head", skip, head=head)
    if led := _led(row, skip):
        return led
    if not bullet and byline.is_named(text) and not is_section(text):
        return _made(row, "name", offset)
    return None


def _led(row: Row, skip: int) -> Sorted | None:
    """A row that a clock leads: "14:20 Parliament votes", "[14:20] – Parliament votes"."""
    found = _LED.match(row.text, skip)
    if not found:
        return None
    head = row.text[skip : found.end()]
    stamp = next(iter(stamps(head)), None)
    if stamp is None or (stamp.minute is None and not stamp.ago) or stamp.start > 2 or found.end() < skip + stamp.end:
        whole = next(iter(stamps(row.text[skip : skip + 60])), None)
        if whole is None or whole.start > 2 or (whole.minute is None and not whole.ago):
            return None
        rest = re.compile(r"[\])]?(?:\s*[-–—|:•·]\s*|\s+)(?=[A-Z\"“‘'(\d])").match(row.text, skip + whole.end)
        if not rest:
            return None
        return _made(row, "led", rest.end(), stamp=whole)
    return _made(row, "led", found.end(), stamp=stamp)


def _pictured(row: Row) -> Sorted | None:
    """Captions and credits that say so by a marker or by a credit's form."""
    text = row.text
    if credit.is_credit(text) and count_words(text) <= 10:
        return _made(row, "credit")
    if dateline(text):
        return None  # the agency in its brackets is no picture's
    shots = credit.shots(text)
    marked = credit.lead(text)
    if marked and count_words(text) < 50:
        return _made(row, "caption")
    if any(shot.credit for shot in shots) and count_words(text) < 90 * len(shots) and _slashed(text, shots):
        return _made(row, "caption")
    return None


def _slashed(text: str, found: tuple[credit.Shot, ...]) -> bool:
    """True where a credit cannot be an agency's sign-off at the end of a paragraph, which is one word in brackets."""
    for shot in found:
        if shot.credit:
            who = text[slice(*shot.credit)]
            if len(who.split()) > 1 or "/" in who or text[: shot.credit[0]].rstrip().endswith((":", "©", "by")):
                return True
    return False


def _formed(row: Row, offset: int, level: int) -> Sorted:
    """A sentence or a title, by its form alone."""
    words = row.text[offset:]
    start, end = offset, len(row.text)
    if link := _LINK.fullmatch(words):
        start, end = offset + link.start("words"), offset + link.end("words")
    elif (mark := _BOLD.match(words)) and words.endswith(mark[1]) and len(words) > 5:
        start, end = offset + 2, len(row.text) - 2
    size = count_words(row.text[start:end])
    if size <= 5 and words.endswith(","):
        return _made(row, "furniture")  # a tag of a list
    kind: Class = "title" if level or is_title(row.text[start:end]) else "prose"
    return Sorted(row, kind, row.start + start, row.start + end, size, level=level)


def is_title(words: str) -> bool:
    """True for the form of a headline: not too long, no full stop at its end, not opened by a speaker's name."""
    size = count_words(words)
    if not size or size > LONG_TITLE:
        return False
    words = re.sub(r"\s\([^()]{2,40}\)$", "", words)
    core = words.rstrip(" \"'”’»)*_")
    last = core[-1:]
    if last in ".…;," and not core.endswith(("...", " U.S.", " U.K.", " U.N.")):
        return False
    if last in ".…":
        return size <= 14 and not core.endswith(("...", "…"))
    if last == ":":
        return size <= 6
    if last in "?!":
        return size <= 16 and one_sentence(words)
    if _ADDRESS.search(words[-40:]):
        return False
    if words[:1] in '"“' and words.rstrip()[-1:] in '"”' and size > 14:
        return False  # a quotation on its own line
    return not (_SPEAKER.match(words) and size > 14)


def one_sentence(words: str) -> bool:
    """True for one sentence, short enough to be a headline with a full stop."""
    return count_words(words) <= 24 and not re.search(
        r"[.!?][\"”’')]?\s+[A-Z\"“]", re.sub(r"\b[A-Z][a-z]{0,3}\.", "", words)
    )


def title_case(words: str) -> bool:
    """True where most words of four letters or more begin with a capital."""
    long = [word for word in words.split() if len(word) > 3 and word[0].isalpha()]
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.7 * len(long)


def is_tags(words: str) -> bool:
    """True for a row of tags or a breadcrumb: short pieces between commas, bars or arrows, none of them a clause."""
    pieces = [piece.strip() for piece in re.split(r"[,|>»›/•·]|\s[-–]\s", words) if piece.strip()]
    if len(pieces) < 2:
        return False
    small = all(count_words(piece) <= 3 and (piece[0].isupper() or piece[0].isdigit()) for piece in pieces)
    known = sum(piece.lower() in table("labels", "sections") | table("labels", "feeds") for piece in pieces)
    return small and (len(pieces) >= 3 or known > 0)


def _made(
    row: Row,
    kind: Class,
    start: int = 0,
    end: int | None = None,
    *,
    head: HeadRow | None = None,
    label: Label | None = None,
    notice: Notice | None = None,
    stamp: Stamp | None = None,
    level: int = 0,
) -> Sorted:
    stop = len(row.text) if end is None else end
    return Sorted(
        row,
        kind,
        row.start + start,
        row.start + stop,
        count_words(row.text[start:stop]),
        head=head,
        label=label,
        notice=notice,
        stamp=stamp,
        level=level,
    )
