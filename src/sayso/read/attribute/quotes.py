"""Where the quotation marks stand and what lies between them, however a newsroom types them.

Wire copy sets `` and '' for marks, a quotation over several paragraphs repeats its opening mark at each and closes
once, and marks are forgotten. Nothing here raises: a mark that pairs with nothing ends with its paragraph.
Apostrophes are not marks, nor is the inch sign after a figure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

Span = tuple[int, int]

MARK = re.compile("``|''|[\"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02\u301d\u301e\u2033]")
OPENERS = frozenset({"``", "\u201c", "\u201e", "\u201f", "\u00ab", "\u301d"})
CLOSERS = frozenset({"\u201d", "\u00bb", "\u301e"})
LEADS_IN = frozenset("([{\u2014\u2013-:/\u2018\u2026")


class State(IntEnum):
    """What a character is to the quotation around it."""

    OUTSIDE = 0
    OPENING = 1
    INSIDE = 2
    CLOSING = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark: its span in the text and whether it opens."""

    start: int
    end: int
    opens: bool


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between marks, within one paragraph: `start` is its opening mark's, `end` after its closing one.

    `words` is the same without the marks; `continues` says the next paragraph goes on with the same quotation.
    """

    start: int
    end: int
    words: Span
    continues: bool = False


def paragraphs(text: str) -> list[Span]:
    """Give the spans of the lines of `text` that hold more than white space, in order."""
    return [(m.start(), m.end()) for m in re.finditer(r"[^\s](?:[^\r\n\u2028\u2029]*[^\s])?", text)]


def quotations(text: str, blocks: Sequence[Span] | None = None) -> tuple[list[Mark], list[Quotation]]:
    """Find every mark and every quotation in `blocks` (spans of paragraphs in reading order; default: the lines)."""
    blocks = paragraphs(text) if blocks is None else blocks
    found = [[m for m in MARK.finditer(text, *block) if not _inches(text, m.start())] for block in blocks]
    marks: list[Mark] = []
    quotes: list[Quotation] = []
    inside = False
    for k, block in enumerate(blocks):
        here = _roles(text, block, found[k], inside)
        marks += here
        spans, still_open = _pair(block, here, inside)
        inside = still_open and k + 1 < len(blocks) and _goes_on(text, blocks[k + 1], found[k + 1])
        if spans and still_open and inside:
            spans[-1] = Quotation(spans[-1].start, spans[-1].end, spans[-1].words, continues=True)
        quotes += spans
    return marks, quotes


def states(text: str, blocks: Sequence[Span] | None = None) -> bytearray:
    """Give one State for each code point of `text`."""
    marks, quotes = quotations(text, blocks)
    out = bytearray(len(text))
    for quote in quotes:
        out[quote.start : quote.end] = bytes([State.INSIDE]) * (quote.end - quote.start)
    for mark in marks:
        state = State.OPENING if mark.opens else State.CLOSING
        out[mark.start : mark.end] = bytes([state]) * (mark.end - mark.start)
    return out


def _inches(text: str, at: int) -> bool:
    """Tell an inch or second sign (`6' 2"`) from a mark: a foot sign and figures stand before it."""
    return text[at] in "\"\u2033'" and re.search(r"\d+['\u2019\u2032]\s?\d*$", text[max(0, at - 8) : at]) is not None


def _leaning(text: str, block: Span, found: re.Match[str]) -> int:
    """Read from a mark's neighbours whether it opens (1), closes (-1) or could do either (0)."""
    before = text[found.start() - 1] if found.start() > block[0] else " "
    after = text[found.end()] if found.end() < block[1] else " "
    opens = before.isspace() or before in LEADS_IN
    closes = after.isspace() or (not after.isalnum() and after not in "$\u00a3\u20ac[(\u2018'\u2026#@")
    if opens == closes:
        return 0
    return 1 if opens else -1


def _roles(text: str, block: Span, found: Sequence[re.Match[str]], inside: bool) -> list[Mark]:
    """Decide for each mark of one paragraph whether it opens or closes."""
    out: list[Mark] = []
    opener = ""
    for m in found:
        sign, lean = m.group(), _leaning(text, block, m)
        if sign == "\u201c" and opener == "\u201e" and inside:  # German: low mark opens, this one closes
            opens = False
        elif sign in OPENERS or sign in CLOSERS:
            opens = sign in OPENERS
            if lean and opens != (lean > 0) and opens == inside and sign != "``":
                opens = not opens  # typed the wrong way round, or guillemets of the inward kind
        else:
            first = m.start() == block[0]
            opens = True if first else lean > 0 if lean else not inside
        out.append(Mark(m.start(), m.end(), opens))
        inside, opener = opens, sign if opens else ""
    return out


def _pair(block: Span, marks: Sequence[Mark], inside: bool) -> tuple[list[Quotation], bool]:
    """Pair the marks of one paragraph; say too whether it ends inside a quotation."""
    out: list[Quotation] = []
    opening: Mark | None = Mark(block[0], block[0], opens=True) if inside else None
    for mark in marks:
        if opening is not None and mark.start > opening.end:  # an opening mark inside one ends what was left open
            out.append(Quotation(opening.start, mark.start if mark.opens else mark.end, (opening.end, mark.start)))
        opening = mark if mark.opens else None
    if opening is not None and opening.end < block[1]:
        out.append(Quotation(opening.start, block[1], (opening.end, block[1])))
    return out, opening is not None


def _goes_on(text: str, block: Span, found: Sequence[re.Match[str]]) -> bool:
    """Say whether an open quotation runs on into this paragraph: it repeats the mark, or closes before it opens."""
    if not found:
        return False
    first = found[0]
    if first.start() == block[0]:
        return first.group() not in CLOSERS
    return first.group() in CLOSERS or (first.group() not in OPENERS and _leaning(text, block, first) < 0)
