"""The words under one picture parted into caption and credit: by markup, then by wording."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from sayso.read.anatomy import credit
from sayso.read.anatomy.html.titles import folded
from sayso.read.anatomy.html.tree import Mark, Tree
from sayso.read.anatomy.wording import table
from sayso.read.words import words
from sayso.record import Span

_TABLE = words("meta_html")["figures"]


def _longest_first(phrases: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, phrases), key=len, reverse=True))


CREDIT = re.compile("(?<!ac)(?:" + "|".join(re.escape(word) for word in _TABLE["credit"]) + ")")
COUNTER = re.compile(
    r"(?:view|see|show|open|image|photo|picture|slide|gallery)?\s?(?:all\s)?\(?\d{1,3}(?:\s?(?:of|/|:)\s?\d{1,3}){0,2}\)?"
    r"\s?(?:images?|photos?|pictures?)?:?",
    re.I,
)
_SOURCES = _longest_first(table("pictures", "credits"))
_BEFORE = re.compile(
    rf"\W{{0,9}}(?:(?:{_SOURCES})s?\s?(?:\bby\b:?|:|,\s|©)\s{{0,5}}"
    r"|©\s?|\(c\)\s?|(?:\w{1,30}\s)?copyright\b\W{0,5}|(?:\w{1,30}\s)?courtesy\b(?:\sof\b)?\W{0,5}|by\s){1,4}",
    re.I,
)
_DANGLING = re.compile(rf"[\s(\[|·•–—/-]{{0,5}}\b(?:{_SOURCES})(?:\s?(?::|by))?\s{{0,3}}$", re.I)
_AGENCY = re.compile(rf"(?:{_longest_first(table('pictures', 'agencies'))})(?!\w)", re.I)
_BORDER = re.compile(r"[.!?)\]\"”’]\s{0,3}(?=[A-Z@©])|(?<=[a-z0-9])\s{1,3}(?=[A-Z@©])")
_SENTENCE = re.compile(r"[.!?]\s+[A-Z]\w+\s[a-z]")
_OF_NAMES = table("pictures", "agencies") | table("pictures", "credits") | {
    "of", "for", "the", "and", "by", "de", "von", "van", "der", "al", "in", "from", "at",
}  # fmt: skip
_CAPTION = re.compile(
    r"\W{0,3}(?:image|photo|picture|media|video|figure) caption(?:\W{1,3}|(?-i:(?=[A-Z])))|(?:image|photo|above):\s",
    re.I,
)
_EDGES = " .,;:()[]|·•–—-/"


def parted(tree: Tree, lines: Sequence[Span]) -> tuple[Span | None, Span | None]:
    """Where caption and credit stand in the lines under a picture; either may be null."""
    if not lines:
        return None, None
    words_, by = _parted(tree, lines)
    found = _CAPTION.match(tree.text, words_.start, words_.end) if words_ else None
    return (Span(found.end(), words_.end) if words_ and found and found.end() < words_.end else words_), by


def _parted(tree: Tree, lines: Sequence[Span]) -> tuple[Span | None, Span | None]:
    """The same, with the label that a caption may open with ("Image caption")."""
    text, span = tree.text, Span(lines[0].start, lines[-1].end)
    if (first := _leading(text, lines)) and first.end < span.end:  # "Image source, Norda" stands above its caption
        return by_wording(text, Span(_after(text, first.end), span.end))[0], named(text, first)
    if is_credit_line(span.of(text)):
        return None, named(text, span)
    by = _marked(tree, span)
    if by is None and len(lines) > 1:
        last = lines[-1].of(text)
        if is_credit_line(last) or (credit.is_credit(last) and text[lines[-1].start - 2] != "("):
            by = lines[-1]
    if by is None:
        return by_wording(text, span)
    rest = without(text, span, by)
    if rest and is_credit_line(rest.of(text)):
        return None, named(text, span)
    return (by_wording(text, rest)[0] if rest else None), named(text, by)


def _leading(text: str, lines: Sequence[Span]) -> Span | None:
    """The credit that the first of several lines is, its label's line counted with it; null for none."""
    if len(lines) < 2 or is_credit_line(lines[-1].of(text)) or not is_credit_line(lines[0].of(text)):
        return None
    return Span(lines[0].start, lines[1 if _is_label(lines[0].of(text)) else 0].end)


def _after(text: str, at: int) -> int:
    """The next place that is no white space."""
    while text[at].isspace():
        at += 1
    return at


def is_credit_line(line: str) -> bool:
    """True for a line that opens as a credit does ("Image credit: …", "© …") and is short enough to be only that."""
    found = _BEFORE.match(line)
    if not found or len(line) - found.end() > 100 or _SENTENCE.search(line):
        return False
    words_ = line[found.end() :].split()
    running = sum(word.isalpha() and word.islower() and word not in _OF_NAMES for word in words_)
    return running < (2 if len(words_) > 5 else 3)  # "Image: The ship leaves its dock on Monday" is a caption


def named(text: str, span: Span) -> Span | None:
    """The names in a credit: without brackets, "Photo:", "©", "Courtesy of"."""
    found = _BEFORE.match(text, span.start, span.end)
    return _trimmed(text, found.end() if found else span.start, span.end, _EDGES)


def without(text: str, span: Span, cut: Span) -> Span | None:
    """The longer side of a caption once its credit is cut out, without the brackets and words that led up to it."""
    sides = [(span.start, cut.start), (cut.end, span.end)]
    start, end = max(sides, key=lambda side: side[1] - side[0])
    if found := _DANGLING.search(text, max(start, end - 40), end):
        end = found.start()
    while start < end and (text[start].isspace() or text[start] in ")]|·•–—-/"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "([|·•–—-/"):
        end -= 1
    return Span(start, end) if folded(text[start:end]) else None


def by_wording(text: str, span: Span) -> tuple[Span | None, Span | None]:
    """Caption and credit of a line that no markup parts."""
    line = text[span.start : span.end].replace("\n", " ")
    shot = credit.split_spans(line)
    if shot.credit is None and (at := _agency_tail(line)):
        by = Span(span.start + at, span.end)
        return without(text, span, by), named(text, by)
    return _shifted(shot.words, span), _shifted(shot.credit, span)


def _agency_tail(line: str) -> int:
    """Where a credit begins that nothing sets apart but its agency ("… in the harbour. AP"); 0 for none."""
    for border in _BORDER.finditer(line, max(0, len(line) - 120)):
        tail = line[border.end() :]
        closed = line[border.start()] in '.!?)]"”’'
        if (closed or "/" in tail) and _AGENCY.match(tail) and len(tail) < 100 and credit.is_credit(tail):
            return border.end()
    return 0


def _marked(tree: Tree, span: Span) -> Span | None:
    """Where inline markup says that the credit stands (`<span class=credit>`, `<cite>`), within a caption."""
    first = bisect_left(tree.marks, span.start - 1, key=lambda mark: mark.start)
    inner: list[tuple[int, int]] = []
    for mark in tree.marks[first:]:
        if mark.start >= span.end:
            break
        place = tree.trimmed(mark) if mark.end <= span.end and _credits(mark) else None
        if place and not _is_label(tree.text[slice(*place)]):
            inner.append(place)
    if not inner:
        return None
    start, end = inner[0]
    for following in inner[1:]:
        if start <= following[0] <= end + 3:
            end = max(end, following[1])
    whole = Span(start, end)
    if not folded(tree.text[span.start : start] + tree.text[end : span.end]) and all(by_wording(tree.text, whole)):
        return None  # the caption is marked with its credit, as one
    return whole


def _credits(mark: Mark) -> bool:
    return mark.tag == "cite" or bool(CREDIT.search(mark.hints))


def _is_label(words_: str) -> bool:
    """True for "Image:" or a counter alone."""
    found = _BEFORE.match(words_ + " ")
    return bool(COUNTER.fullmatch(words_) or (found and found.end() >= len(words_)))


def _trimmed(text: str, start: int, end: int, edges: str) -> Span | None:
    """The span without white space and the marks of `edges` at its ends."""
    while start < end and (text[start].isspace() or text[start] in edges):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in edges):
        end -= 1
    return Span(start, end) if start < end else None


def _shifted(place: tuple[int, int] | None, span: Span) -> Span | None:
    return Span(place[0] + span.start, place[1] + span.start) if place else None
