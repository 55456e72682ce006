"""What the article of an HTML page is called, by whom and when: its metadata and its visible head, put together."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from sayso.read.anatomy import byline, clocks, isotime, titles
from sayso.read.anatomy.elements import FOOTER, HEADING, NAV
from sayso.read.anatomy.headrow import HeadRow, head_row
from sayso.read.anatomy.metadata import Metadata
from sayso.read.anatomy.titles import folded
from sayso.read.anatomy.tree import Block, Box, Mark, Tree
from sayso.record import PartKind, Span, When

ABOVE, BELOW = 8, 30  # blocks around the headline that may be its head
_BYLINE = re.compile(r"by-?_?line|author|contributor|writer|journalist|reporter")
_NO_BYLINE = re.compile(
    r"author-?_?(?:bio|image|social|link|desc|twitter|email|avatar|photo)|bio|comment|newsletter|caption"
)
_UPDATED = re.compile(r"\b(?:updated|modified|edited)\b|modif|updat", re.I)
_DIGIT = re.compile(r"\d|day|ago", re.I)
_TELLS = re.compile(  # what every row of times and minutes has somewhere
    r"\d\s?[:.h]\s?\d\d|(?:19|20)\d\d|\d\s?min|\dm?\sago|ago\b|today|yesterday|\d[/.]\d{1,2}[/.]\d\d|\d\s?[ap]\.?m",
    re.I,
)
_SLUG = re.compile(r"[a-z]+(?:[-_.][a-z]+)+\d*|[a-z]+\d*")


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The article's own description; `headline` is the span of its headline, null where the page shows none.

    `kinds` says of the blocks around the headline which part of the page's head they are; `title` may come from the
    metadata where `headline` is null.
    """

    title: str | None = None
    headline: Span | None = None
    byline: tuple[str, ...] = ()
    published: When | None = None
    updated: When | None = None
    reading_minutes: int | None = None
    section: str | None = None
    language: str | None = None
    url: str | None = None
    outlet: str | None = None
    kinds: Mapping[int, PartKind] = field(default_factory=dict)


@dataclass(slots=True)
class _Top:
    """What the blocks around the headline say, while they are read."""

    names: list[str] = field(default_factory=list)
    published: list[When] = field(default_factory=list)
    updated: list[When] = field(default_factory=list)
    minutes: int | None = None
    section: str | None = None
    kinds: dict[int, PartKind] = field(default_factory=dict)


def about(tree: Tree, head: Metadata, *, stop: int | None = None, captured: str | None = None) -> About:
    """The article's description; `stop` is the index of its first body block, where the caller knows it.

    Names, times and headline come from the metadata where it has them to the minute and by name, else from the page.
    `captured` is the ISO time that "2 hours ago" counts from.
    """
    blocks = headline(tree, head.titles)
    title = _joined(tree, blocks)
    top = _top(tree, blocks, stop, captured)
    span = Span(tree.blocks[blocks[0]].start, tree.blocks[blocks[-1]].end) if blocks else None
    for index in blocks:
        top.kinds[index] = "headline"
    return About(
        title=title or next(iter(head.titles), None),
        headline=span,
        byline=_names(head, top),
        published=_time(head.published, top.published),
        updated=_time(head.updated, top.updated),
        reading_minutes=top.minutes,
        section=head.section or top.section,
        language=head.language,
        url=head.url,
        outlet=head.outlet,
        kinds=top.kinds,
    )


def headline(tree: Tree, named: tuple[str, ...]) -> list[int]:
    """The blocks of the headline: the h1 most like what the head calls the page, else a line that has its name."""
    groups = list(_h1(tree))
    choice = titles.headline([_joined(tree, group) for group in groups], named)
    if choice is not None:
        group = groups[choice]
        whole = max((titles.likeness(_joined(tree, group), name) for name in named), default=0.0)
        single = [max((titles.likeness(_joined(tree, [k]), name) for name in named), default=0.0) for k in group]
        if len(group) > 1 and named and max(single) >= max(whole, 0.9) and _fits(tree, group[_top_of(single)], named):
            return [group[_top_of(single)]]  # a kicker stands in the same h1
        return group
    keys = {folded(name) for name in named}
    for index, block in enumerate(tree.blocks[:400]):
        if not block.linked and not block.places & (NAV | FOOTER) and folded(tree.words(block)) in keys:
            return [index]
    return []


def _top_of(values: list[float]) -> int:
    return max(range(len(values)), key=lambda k: (values[k], k))


def _fits(tree: Tree, index: int, named: tuple[str, ...]) -> bool:
    """True where one block alone is a name of the page."""
    return folded(_joined(tree, [index])) in {folded(name) for name in named}


def _h1(tree: Tree) -> Iterator[list[int]]:
    """The blocks of every h1, each h1's together."""
    last = None
    group: list[int] = []
    for index, block in enumerate(tree.blocks):
        if not block.places & HEADING:
            continue
        h1: Box | None = block.box
        for _ in range(5):
            if h1 is None or h1.tag == "h1":
                break
            h1 = h1.parent
        h1 = h1 if h1 is not None and h1.tag == "h1" else None
        if h1 is None:
            continue
        if h1 is not last and group:
            yield group
            group = []
        last = h1
        group.append(index)
    if group:
        yield group


def _joined(tree: Tree, blocks: list[int]) -> str:
    return " ".join(" ".join(tree.words(tree.blocks[index]).split()) for index in blocks)


def _top(tree: Tree, blocks: list[int], stop: int | None, captured: str | None) -> _Top:
    """Reads the blocks around the headline; without one, those before the body."""
    top = _Top()
    first = max(0, blocks[0] - ABOVE) if blocks else 0
    last = min(len(tree.blocks), (blocks[-1] if blocks else 0) + BELOW)
    times = _times(tree)
    prose = 0
    for index in range(first, last):
        block = tree.blocks[index]
        size = block.end - block.start
        after = not blocks or index > blocks[-1]
        if index in blocks or block.places & (NAV | FOOTER):
            continue
        if after and (stop is None or index >= stop) and block.tag == "p" and size > 120:
            prose += 1
            if prose > 2:
                break
        if size <= 300:
            _read(tree, index, times.get(index, []), top, captured)
    return top


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


def _read(tree: Tree, index: int, times: list[Mark], top: _Top, captured: str | None) -> None:
    """Takes in what one block near the headline says."""
    block = tree.blocks[index]
    line = tree.text[block.start : block.end].replace("\n", " ")
    hints = block.box.hints
    for box in (block.box.parent, block.box.parent.parent if block.box.parent else None):
        hints += " " + box.hints if box else ""
    row = head_row(line) if byline.opens(line) or (_DIGIT.search(line) and _TELLS.search(line)) else None
    if row:
        _row(row, block, top, captured)
        kind = _kind(row)
        if kind:
            top.kinds[index] = kind
    elif _BYLINE.search(hints) and not _NO_BYLINE.search(hints) and len(line) <= 160:
        found = byline.names(line)
        if found and (byline.opens(line) or byline.is_named(line) or byline.is_outlet(line)):
            top.names += [name for name in found if name not in top.names]
            top.kinds[index] = "byline"
    for mark in times:
        machine = isotime.when(mark.attributes.get("datetime"))
        if machine and (place := tree.trimmed(mark)):
            before = tree.text[max(block.start, mark.start - 24) : mark.start] + " " + mark.hints + " " + hints
            kind_of = top.updated if _UPDATED.search(before) else top.published
            kind_of.insert(0, replace(machine, span=Span(*place)))
            top.kinds.setdefault(index, "clock")


def _row(row: HeadRow, block: Block, top: _Top, captured: str | None) -> None:
    """Takes in a row of names, times and minutes."""
    top.names += [name for name in row.names if name not in top.names]
    top.minutes = top.minutes or row.minutes
    for piece in row.pieces:
        if piece.what in ("published", "updated") and piece.stamp:
            span = Span(block.start + piece.start, block.start + piece.end)
            found = clocks.when(piece.stamp, span, anchor=captured)
            (top.published if piece.what == "published" else top.updated).append(found)
    section = row.first("section")
    if section and not top.section:
        top.section = None


def _kind(row: HeadRow) -> PartKind | None:
    """The one label of a row."""
    said = [piece.what for piece in row.pieces]
    if "byline" in said:
        return "byline"
    if "published" in said or "updated" in said:
        return "clock"
    return "reading_time" if "minutes" in said else None


def _names(head: Metadata, top: _Top) -> tuple[str, ...]:
    """The authors: the metadata's, unless they are nobody's names, or the page's byline names them and more."""
    shown = {folded(name): name for name in top.names}
    told = {folded(name): name for name in head.authors}
    people = {key: name for key, name in shown.items() if " " in name and key != folded(head.outlet or "")}
    if not told or (
        people and all(_SLUG.fullmatch(name) or key == folded(head.outlet or "") for key, name in told.items())
    ):
        return tuple(people.values() or shown.values()) or tuple(map(_unslugged, head.authors))
    if told.keys() < shown.keys() and len(people) == len(shown) <= 12:
        return tuple(shown.values())
    return tuple(_unslugged(name) for name in told.values())


def _unslugged(name: str) -> str:
    """ "ada-moor" as a name; anything else as it is."""
    if _SLUG.fullmatch(name) and re.search(r"[-_.]", name):
        return " ".join(word.capitalize() for word in re.split(r"[-_.]", name.rstrip("0123456789")))
    return name


def _time(told: When | None, shown: list[When]) -> When | None:
    """The metadata's time, unless it has the day alone and the page prints the minute too."""
    usable = [when for when in shown if when.earliest]
    if told is None:
        return next((when for when in usable if when.grain == "minute"), next(iter(usable), None))
    if told.grain != "minute":
        exact = [when for when in usable if when.grain == "minute" and isotime.days_apart(when, told) <= 1]
        return next(iter(exact), told)
    return told
