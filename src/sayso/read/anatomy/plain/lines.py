"""The printed rows of a plain-text capture: lines, with those joined that a wrap or a link broke apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.read.anatomy.wording import bare, is_furniture, label, table

_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BREAKS = re.compile(r"\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_END = re.compile(r"[.!?…:;][\"'”’»)\]*_]*$")
_MARK = re.compile(r"(?:[-*•·‣▪●◦–—+]|\d{1,2}[.)]|>{1,3}|#{1,6}|\|)\s")
WIDEST = 100  # no crawler wraps at more columns
FULL = 0.6  # a wrapped page has at least this share of lines that could not have taken the next word


@dataclass(frozen=True, slots=True)
class Row:
    """A line without the blanks at its edges: `[start, end)` of the page; `gap` counts the blank lines above it."""

    start: int
    end: int
    text: str
    gap: int

    def ends_sentence(self) -> bool:
        """True where the last mark closes a sentence."""
        return bool(_END.search(self.text[-12:]))


def rows(text: str) -> tuple[Row, ...]:
    """The rows of a capture in order; together they hold every character that is not blank."""
    lines = list(_lines(text))
    return tuple(_join(text, _unbroken(_unwrapped(lines))))


def _lines(text: str) -> Iterator[Row]:
    last = 0
    for found in _LINE.finditer(text):
        line = found[0]
        start = found.start() + len(line) - len(line.lstrip())
        end = found.start() + len(line.rstrip())
        if start >= end:
            continue
        breaks = sum(1 for _ in _BREAKS.finditer(text, last, found.start()))
        last = found.end()
        yield Row(start, end, text[start:end], max(0, breaks - 1))


def _unwrapped(lines: list[Row]) -> list[list[Row]]:
    """Lines in groups of one paragraph each where the page is wrapped at a column, else each alone.

    A line is wrapped if the first word of the next would not have fitted into the page's width.
    """
    width = _width(lines)
    groups: list[list[Row]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        if last and width and line.gap == 0 and _full(last, line, width) and not _MARK.match(line.text):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _full(line: Row, following: Row, width: int) -> bool:
    return len(line.text) + 1 + len(following.text.split(None, 1)[0]) > width


def _width(lines: list[Row]) -> int:
    """The column at which a page is wrapped, 0 for one that is not."""
    pairs = [(one, two) for one, two in zip(lines, lines[1:], strict=False) if two.gap == 0]
    longs = [len(one.text) for one, _ in pairs if len(one.text) > 40]
    if len(longs) < 4 or max(len(line.text) for line in lines) > WIDEST:
        return 0
    width = max(longs)
    long_pairs = [(one, two) for one, two in pairs if len(one.text) > 40]
    full = sum(_full(one, two, width) for one, two in long_pairs)
    open_ends = sum(not one.ends_sentence() for one, _ in long_pairs)
    return width if full >= FULL * len(long_pairs) and open_ends >= FULL * len(long_pairs) else 0


def _unbroken(groups: list[list[Row]]) -> list[list[Row]]:
    """Groups joined where a link broke a sentence: the next line goes on in lower case or with a mark of its end."""
    joined: list[list[Row]] = []
    for k, group in enumerate(groups):
        if (
            joined
            and group[0].gap == 0
            and _goes_on(joined[-1][-1], group[0], groups[k + 1 : k + 2], len(joined[-1]) > 1)
        ):
            joined[-1].extend(group)
        else:
            joined.append(list(group))
    return joined


@cache
def _leads() -> frozenset[str]:
    """Words that stand on a line of their own only because what they announce was a link or a box: "By", "Updated"."""
    return table("times", "leads") | table("bylines", "leads")


def _goes_on(last: Row, line: Row, after: list[list[Row]], joined: bool) -> bool:
    if bare(last.text) in _leads():
        return True
    if last.ends_sentence() or _MARK.match(line.text) or not any(char.isalpha() for char in last.text):
        return False
    if label(last.text) or _is_box(last.text) or _is_box(line.text):
        return False
    if _continues(line.text):
        return len(last.text) > 30 or not last.text[0].islower() or joined
    # A link in the middle: what stands after it continues, so it continues what stands before.
    follows = bool(after) and after[0][0].gap == 0 and _continues(after[0][0].text) and not _is_box(after[0][0].text)
    return follows and len(last.text.split()) >= 4 and len(line.text) < 80 and not line.ends_sentence()


def _is_box(line: str) -> bool:
    """True for furniture with words in it; a full stop on a line of its own belongs to the sentence before."""
    return len(line) > 3 and len(line) < 80 and is_furniture(line)


_LOWER = re.compile(r"[a-zà-ÿ]{1,30}(?:[ ,.;'’-]|$)|[,;.)”’](?:\s|$)")


def _continues(line: str) -> bool:
    return bool(_LOWER.match(line)) and not line.startswith(("by ", "via ", "from ", "http", "www."))


def _join(text: str, groups: list[list[Row]]) -> Iterator[Row]:
    for group in groups:
        start, end = group[0].start, group[-1].end
        yield Row(start, end, text[start:end], group[0].gap)


def spaced(page: tuple[Row, ...]) -> bool:
    """True where paragraphs are set apart by blank lines, so that lines without one between them belong together."""
    long = [row for row in page[1:] if len(row.text) > 120]
    if not long:
        return False
    apart = sum(row.gap > 0 for row in long)
    close = sum(row.gap == 0 for row in page[1:])
    return apart >= 0.6 * len(long) and close > 0
