"""What the lines around a headline say: names, times, minutes to read."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from operator import attrgetter

from sayso.read.anatomy import byline, clocks, isotime
from sayso.read.anatomy.headrow import HeadRow, head_row
from sayso.read.anatomy.html.elements import FOOTER, NAV
from sayso.read.anatomy.html.tree import Block, Mark, Tree
from sayso.read.anatomy.wording import is_furniture
from sayso.record import PartKind, Span, When

ABOVE, BELOW = 4, 30  # blocks around the headline that may be its head
_LINE = 200  # characters: longer ones are prose
_PROSE = 120
_INSIDE = 4  # blocks of the story that may still hold its byline
_SHORT = 80
_NAMES = 160  # characters: the longest byline
_APART = 3  # blocks between the names of one byline
_BYLINE = re.compile(r"by-?_?line|\bby\b|author|contributor|writer|journalist|reporter")
_NO_BYLINE = re.compile(
    r"author-?_?(?:bio|image|social|link|desc|twitter|email|avatar|photo)|bio\b|comment|newsletter|caption|credit"
)
_HOMES = re.compile(
    r"^(?:https?://[^/]+)?/(?:[\w-]+/)?(?:authors?|by|profiles?|staff|journalists?|contributors?|reporters?|columnists?"
    r"|writers?)/[^/]",
    re.I,
)
_UPDATED = re.compile(r"\b(?:updated|modified|edited)\b|modif|updat", re.I)
_DIGIT = re.compile(r"\d|[dD]ay|ago")
_TELLS = re.compile(  # what every row of times and minutes has somewhere
    r"\d\s?[:.h]\s?\d\d|(?:19|20)\d\d|\d\s?min|ago\b|today|yesterday|\d[/.]\d{1,2}[/.]\d\d|\d\s?[ap]\.?m", re.I
)
_start = attrgetter("start")
_PERSON = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")


@dataclass(slots=True)
class HeadMatter:
    """Names and times in the order of trust: below the headline first; `told` where a name stands behind "by" or in a
    link to its author's page; `kinds` are the labels of the blocks that were understood, `whole` those of them that say
    nothing else, `near` those beside a byline: names farther off are other stories'.
    """

    names: list[str] = field(default_factory=list)
    told: bool = False
    published: list[When] = field(default_factory=list)
    updated: list[When] = field(default_factory=list)
    minutes: int | None = None
    kinds: dict[int, PartKind] = field(default_factory=dict)
    whole: set[int] = field(default_factory=set)
    near: set[int] = field(default_factory=set)


def head_matter(tree: Tree, headline: list[int], *, stop: int | None = None, captured: str | None = None) -> HeadMatter:
    """Reads the blocks around the headline; without one, the first of the page.

    `stop` is the index of the first body block, if known; `captured` the ISO time that "2 hours ago" counts from.
    """
    found = HeadMatter()
    times = _times(tree)
    for index in [*_below(tree, headline, stop), *_above(headline)]:
        block = tree.blocks[index]
        if block.end - block.start <= _LINE and not block.places & (NAV | FOOTER):
            _read(tree, index, times.get(index, ()), found, captured)
    return found


def _below(tree: Tree, headline: list[int], stop: int | None) -> Iterator[int]:
    """The blocks under the headline, to a little into the story: some pages set the byline there."""
    first = headline[-1] + 1 if headline else 0
    last = min(len(tree.blocks), first + BELOW)
    if stop is not None and stop >= first:
        last = min(last, stop + _INSIDE)
    prose = 0
    for index in range(first, last):
        block = tree.blocks[index]
        if block.tag == "p" and block.end - block.start > _PROSE and (stop is None or index >= stop):
            prose += 1
            if prose > 1:
                return
        yield index


def _above(headline: list[int]) -> Iterable[int]:
    """The blocks over the headline, nearest first."""
    return range(headline[0] - 1, max(-1, headline[0] - 1 - ABOVE), -1) if headline else ()


def _times(tree: Tree) -> dict[int, list[Mark]]:
    """The time elements of each block."""
    found: dict[int, list[Mark]] = {}
    at = 0
    for mark in tree.marks:
        if mark.tag != "time" or mark.end <= mark.start:
            continue
        while at < len(tree.blocks) and tree.blocks[at].end <= mark.start + 1:
            at += 1
        if at < len(tree.blocks) and tree.blocks[at].start < mark.end:
            found.setdefault(at, []).append(mark)
    return found


def _read(tree: Tree, index: int, times: Iterable[Mark], found: HeadMatter, captured: str | None) -> None:
    """Takes in what one block near the headline says."""
    block = tree.blocks[index]
    line = tree.text[block.start : block.end].replace("\n", " ")
    machine = False
    for mark in times:
        before = tree.text[max(block.start, mark.start - 24) : mark.start]
        machine |= _machine(tree, mark, f"{before} {mark.hints} {_around(block)}", found)
    linked = list(_linked_names(tree, block))
    opens = len(line) <= _NAMES and bool(byline.opens(line))
    row = head_row(line) if opens or (_DIGIT.search(line) and _TELLS.search(line)) else None
    names: Iterable[str] = ()
    if row:
        names = row.names
        _row(row, block, found, captured)
        if kind := _kind(row):
            found.kinds[index] = kind
            found.whole.add(index)
    elif len(line) <= _NAMES and _names_people(line, _around(block), opens):
        names = byline.names(line)
        found.whole.add(index)
    names = linked if len(linked) >= len(tuple(names)) else names
    if names and (not found.names or index in found.near):
        found.near.update(range(index - _APART, index + _APART + 1))
        found.told = found.told or opens or bool(linked)
        found.names += [name for name in names if name not in found.names]
        found.kinds.setdefault(index, "byline")
    if machine and len(line) <= _SHORT:
        found.kinds.setdefault(index, "clock")


def _around(block: Block) -> str:
    """What the names of a block's box and of the two around it say."""
    box = block.box
    up = box.parent
    return " ".join(one.hints for one in (box, up, up.parent if up else None) if one)


def _names_people(line: str, hints: str, opens: bool) -> bool:
    """True for a line of names in a box that its markup calls a byline."""
    if not _BYLINE.search(hints) or _NO_BYLINE.search(hints):
        return False
    return opens or byline.is_named(line) or byline.is_outlet(line)


def _linked_names(tree: Tree, block: Block) -> Iterator[str]:
    """Names in a block that markup calls authors: rel or itemprop, a class, a link to an author's own page."""
    at = bisect_left(tree.marks, block.start - 1, key=_start)
    while at < len(tree.marks) and tree.marks[at].start < block.end:
        mark = tree.marks[at]
        at += 1
        words = tree.text[mark.start : mark.end].strip()
        if mark.end > block.end or " " not in words or not _is_author(mark):  # a name has two words
            continue
        words = words[byline.opens(words) :].strip(" ,|")
        if len(words) <= 60 and _PERSON.fullmatch(words) and not is_furniture(words):
            yield from byline.names(words)


def _is_author(mark: Mark) -> bool:
    if _BYLINE.search(mark.hints):
        return not _NO_BYLINE.search(mark.hints)
    return mark.tag == "a" and bool(_HOMES.search(mark.element.attr("href") or ""))


def _machine(tree: Tree, mark: Mark, around: str, found: HeadMatter) -> bool:
    """Takes the time of a `<time datetime>`, if it has one; the words around it say whether it is an update's."""
    time, place = isotime.when(mark.element.attr("datetime")), tree.trimmed(mark)
    if time and place:
        (found.updated if _UPDATED.search(around) else found.published).append(replace(time, span=Span(*place)))
    return bool(time and place)


def _row(row: HeadRow, block: Block, found: HeadMatter, captured: str | None) -> None:
    """Takes in the times and minutes of a row."""
    found.minutes = found.minutes or row.minutes
    for piece in row.pieces:
        if piece.what in ("published", "updated") and piece.stamp:
            span = Span(block.start + piece.start, block.start + piece.end)
            time = clocks.when(piece.stamp, span, anchor=captured)
            (found.published if piece.what == "published" else found.updated).append(time)


def _kind(row: HeadRow) -> PartKind | None:
    """The one label of a row."""
    said = [piece.what for piece in row.pieces]
    if "byline" in said:
        return "byline"
    if "published" in said or "updated" in said:
        return "clock"
    return "reading_time" if "minutes" in said else None
