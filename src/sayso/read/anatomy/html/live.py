"""The updates of a live page: from its JSON-LD, found again in the visible text; else from the clocks in its markup.

JSON-LD gives an update's time and words, the page where they stand. An update whose words the page does not show is a
Missed: live pages list hundreds and print the newest.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sayso.read.anatomy import isotime
from sayso.read.anatomy.html import authors, jsonld
from sayso.read.anatomy.html.elements import CONTROL, FOOTER, FORM, HEADING, NAV
from sayso.read.anatomy.html.jsonld import Thing
from sayso.read.anatomy.html.titles import folded
from sayso.read.anatomy.html.tree import Block, Tree
from sayso.read.anatomy.stamps import stamps
from sayso.record import Missed, When

SHORTEST = 24  # folded characters: fewer may be found anywhere
_CLOCK_LINE = 60
_NEAR = 12  # blocks between an update's headline and its words


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One item of a live feed; `clocks`, `headline`, `body` and `others` are indices of the tree's blocks.

    `title` is the headline as the metadata or the page gives it; `clock` is the printed time of a feed without
    metadata, and `published` is then null until the whole feed is dated.
    """

    title: str | None
    names: tuple[str, ...] = ()
    published: When | None = None
    updated: When | None = None
    url: str | None = None
    headline: int | None = None
    clocks: tuple[int, ...] = ()
    body: tuple[int, ...] = ()
    others: tuple[int, ...] = ()

    @property
    def blocks(self) -> tuple[int, ...]:
        """All its blocks in reading order."""
        head = () if self.headline is None else (self.headline,)
        return tuple(sorted({*head, *self.clocks, *self.body, *self.others}))


@dataclass(slots=True)
class _Told:
    """An update as its JSON-LD tells it, and the block where it was found to begin."""

    thing: Thing
    title: str | None
    key: str
    words: str
    anchor: int | None = None


def updates(
    tree: Tree, live: Thing, things: Iterable[Thing], taken: Collection[int] = ()
) -> tuple[tuple[Update, ...], tuple[Missed, ...]]:
    """The updates of a LiveBlogPosting that the page shows, in reading order, and those that it does not.

    `taken` are blocks that are captions and credits: they stand in an update's `others`, never in its body.
    """
    told = [_told(thing) for thing in _listed(live)]
    keys = [folded(tree.words(block)) for block in tree.blocks]
    _anchor(told, tree, keys)
    found = sorted((one for one in told if one.anchor is not None), key=lambda one: one.anchor or 0)
    ends = _ends(tree, [one.anchor or 0 for one in found])
    made = [_update(tree, one, span, keys, things, taken) for one, span in zip(found, ends, strict=True)]
    missed = tuple(
        Missed(what=f"live update {one.title or one.thing.get('url') or ''!r}", why="the page does not show it")
        for one in told
        if one.anchor is None
    )
    return tuple(made), missed


def _listed(live: Thing) -> list[Thing]:
    """The update objects of a live blog."""
    given = live.get("liveBlogUpdate")
    return [item for item in (given if isinstance(given, list) else [given]) if isinstance(item, dict)]


def _told(thing: Thing) -> _Told:
    title = jsonld.words(thing.get("headline")) or jsonld.words(thing.get("name"))
    body = thing.get("articleBody") or thing.get("description") or thing.get("text")
    return _Told(thing, title, folded(title or ""), folded(jsonld.words(body) or ""))


def _anchor(told: Sequence[_Told], tree: Tree, keys: Sequence[str]) -> None:
    """Finds where each update begins: at its address, else its headline, else the first of its words."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        if key:
            places[key].append(index)
    used: set[int] = set()
    boxes = _named_boxes(tree)
    for one in told:
        one.anchor = _by_headline(one, places, keys, used)
        if one.anchor is not None:
            used.add(one.anchor)
    openings: dict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        if len(key) >= SHORTEST:
            openings[key[:SHORTEST]].append(index)
    for one in told:
        if one.anchor is None:
            one.anchor = _by_address(one, tree, boxes, used)
            if one.anchor is None:
                one.anchor = _by_words(one, told, keys, openings, used)
            if one.anchor is not None:
                used.add(one.anchor)


def _named_boxes(tree: Tree) -> dict[str, int]:
    """Which box carries an id."""
    return {name: box.index for box in tree.boxes if (name := box.element.attr("id"))}


def _by_headline(one: _Told, places: dict[str, list[int]], keys: Sequence[str], used: set[int]) -> int | None:
    """The block that is the headline; of several (summaries list them too) the one with the update's words below."""
    free = [index for index in places.get(one.key, ()) if index not in used] if one.key else []
    if one.words and len(free) > 1:
        free.sort(key=lambda index: not any(len(key) > 10 and key in one.words for key in keys[index + 1 : index + 4]))
    return free[0] if free else None


def _by_address(one: _Told, tree: Tree, boxes: dict[str, int], used: set[int]) -> int | None:
    """The first block of the box that the update's address points into ("…#post-12"), if it holds its words."""
    url = jsonld.words(one.thing.get("url")) or jsonld.words(one.thing.get("@id")) or ""
    _, _, name = url.partition("#")
    place = boxes.get(name, -1) if name else -1
    if place < 0:
        return None
    for index, block in enumerate(tree.blocks):
        if any(box.index == place for box in block.box.up()):
            return None if index in used else index
    return None


def _by_words(
    one: _Told, told: Sequence[_Told], keys: Sequence[str], openings: dict[str, list[int]], used: set[int]
) -> int | None:
    """The first block that opens the update's words, unless they are those of an update found right above it."""
    if len(one.words) < SHORTEST:
        return None
    for index in openings.get(one.words[:SHORTEST], ()):
        key = keys[index]
        if index in used or not (one.words.startswith(key) or key.startswith(one.words)):
            continue
        above = [other for other in told if other.anchor is not None and 0 < index - other.anchor <= _NEAR]
        if not any(key in other.words for other in above):
            return index
    return None


def _ends(tree: Tree, anchors: Sequence[int]) -> list[range]:
    """The blocks of each item: of the largest box that holds it and no other, else up to the next item."""
    counts: dict[int, int] = defaultdict(int)
    for anchor in anchors:
        for box in tree.blocks[anchor].box.up():
            counts[box.index] += 1
    found: list[range] = []
    for place, anchor in enumerate(anchors):
        own = [box.index for box in tree.blocks[anchor].box.up() if counts[box.index] == 1]
        first = last = anchor
        if own and len(anchors) > 1:
            within = own[-1]
            while first > 0 and _in(tree.blocks[first - 1], within):
                first -= 1
            while last + 1 < len(tree.blocks) and _in(tree.blocks[last + 1], within):
                last += 1
        if last == anchor:
            last = (anchors[place + 1] if place + 1 < len(anchors) else len(tree.blocks)) - 1
        found.append(range(first, last + 1))
    return found


def _in(block: Block, place: int) -> bool:
    return any(box.index == place for box in block.box.up())


def _update(
    tree: Tree, one: _Told, span: range, keys: Sequence[str], things: Iterable[Thing], taken: Collection[int]
) -> Update:
    """The update with its blocks told apart."""
    anchor = one.anchor or 0
    headline = anchor if keys[anchor] == one.key and one.key else None
    body = _body(tree, one, range(anchor if headline is None else anchor + 1, span.stop), keys, taken)
    stop = max([anchor, *body]) + 1 if span.start == anchor and span.stop - anchor > len(body) + 12 else span.stop
    rest = [index for index in range(span.start, stop) if index not in body and index != headline]
    clocks = tuple(index for index in rest if index < anchor + 4 and _is_clock(tree, index))
    published, updated = isotime.when(one.thing.get("datePublished")), isotime.when(one.thing.get("dateModified"))
    return Update(
        title=one.title,
        names=authors.described(one.thing.get("author"), things),
        published=published or updated,
        updated=updated,
        url=jsonld.words(one.thing.get("url")),
        headline=headline,
        clocks=clocks,
        body=tuple(body),
        others=tuple(index for index in rest if index not in clocks),
    )


def _body(tree: Tree, one: _Told, span: range, keys: Sequence[str], taken: Collection[int]) -> list[int]:
    """The blocks that are the update's own words: those its JSON-LD holds, or its paragraphs where that holds none."""
    free = [index for index in span if keys[index] and index not in taken]
    told = [index for index in free if (len(keys[index]) > 5 and keys[index] in one.words) or _opens(keys[index], one)]
    if told:
        last = max(told)
        return [index for index in free if index in told or (index < last and _is_prose(tree.blocks[index]))]
    if one.words:
        return []
    found: list[int] = []
    for index in free:
        block = tree.blocks[index]
        if block.places & HEADING:
            break
        if _is_prose(block):
            found.append(index)
    return found


def _opens(key: str, one: _Told) -> bool:
    """True where a block goes on past words that the JSON-LD cuts short."""
    return len(one.words) >= SHORTEST and key.startswith(one.words)


def _is_prose(block: Block) -> bool:
    """True for a paragraph, list item or quotation that is not mostly a link or a button."""
    size = block.end - block.start
    return (
        block.tag in ("p", "li", "blockquote", "dd")
        and size >= 20
        and block.linked * 2 <= size
        and not block.places & (NAV | FOOTER | FORM | CONTROL)
    )


def _is_clock(tree: Tree, index: int) -> bool:
    """True for a short line that gives a time of day."""
    line = tree.words(tree.blocks[index])
    return len(line) <= _CLOCK_LINE and any(stamp.minute is not None or stamp.ago for stamp in stamps(line))
