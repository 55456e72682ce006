"""Lists whose items carry clocks in their markup: live feeds and tickers that no JSON-LD describes."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.read.anatomy import isotime
from sayso.read.anatomy.clocks import date_feed
from sayso.read.anatomy.html.elements import CONTROL, FOOTER, FORM, HEADING
from sayso.read.anatomy.html.live import Update
from sayso.read.anatomy.html.tree import Box, Mark, Tree
from sayso.read.anatomy.stamps import Stamp, stamps
from sayso.record import Span, When

LEAST = 3  # items with clocks that make a list
_LINE = 60  # characters: the longest line that is a clock with its label
_TITLE = 10  # characters: the least that an item has beside its clock
_HEADLINE = 100  # characters: a longer sentence on its own is no headline
_NIGHT = 5 * 60  # minutes after midnight
_ITEM = 4000  # characters: an item is longer only where it is no item
_MAY = re.compile(r"\d{1,2}\s?[:.h]\s?\d\d|\d\s?[ap]\.?m", re.I)
_OPENS = re.compile(r"\W{0,2}\d{1,2}\s?(?:[:.h]\s?\d\d|[ap]\.?m)", re.I)
_FIGURE = re.compile(r"\d(?=\s?[:.hHaApP])")  # what every clock has
_Clock = tuple[Stamp, Span, When | None]  # as printed, where it stands, its machine time to the minute
_NEVER = re.compile(
    r"comment|review|chart|schedule|fixture|score|podcast|playlist|calendar|video|duration|player|weather"
)


def tickers(tree: Tree, anchor: str | None, taken: Collection[int] = ()) -> tuple[Update, ...]:
    """The items of every such list, in reading order, dated from top to bottom.

    A list counts whose clocks are mostly bare (or "today, 9:40"), or whose items have words under their headlines; the
    others are teasers with a date. `anchor` is the ISO time of the page's article or capture: bare clocks count from
    it, newest first, and where the clock goes up the day steps one back (`clocks.date_feed`); these times say
    `inferred`. A machine time in the markup is taken as it stands. `taken` are blocks that belong to an article.
    """
    clocks = {index: found for index, found in _clocks(tree) if index not in taken}
    lists: dict[int, list[tuple[int, range]]] = defaultdict(list)
    for index, item, extent in _items(tree, clocks):
        lists[item.parent.index if item.parent else -1].append((index, extent))
    made: list[Update] = []
    for members in lists.values():
        items = [_item(tree, index, extent, taken) for index, extent in members]
        if len(members) >= LEAST and _is_feed([clocks[index][0] for index, _ in members], items):
            made += _dated(items, [clocks[index] for index, _ in members], anchor)
    return tuple(sorted(made, key=lambda update: update.blocks))


def _is_feed(printed: Sequence[Stamp], items: Sequence[Update | None]) -> bool:
    """True for a live feed's list, false for teasers with their dates."""
    loose = sum(stamp.bare or stamp.back is not None for stamp in printed)
    if all(stamp.bare and (stamp.minute or 0) < _NIGHT for stamp in printed):
        return False  # "01:07", "02:24": how long videos run
    worded = sum(item is not None and bool(item.body) for item in items)
    return 2 * loose > len(printed) or 2 * worded > len(items)


def _clocks(tree: Tree) -> Iterator[tuple[int, _Clock]]:
    """Blocks that are a time of day, or begin with one, each with its index."""
    marked: dict[int, Mark] | None = None
    text = tree.text
    for index in _with_figures(tree):
        block = tree.blocks[index]
        start, short = block.start, block.end - block.start <= _LINE
        found = _MAY.search(text, start, block.end) if short else _OPENS.match(text, start)
        if not found or block.places & (FOOTER | FORM):
            continue
        marked = _marked(tree) if marked is None else marked
        mark = marked.get(index)
        line = text[start : min(block.end, start + _LINE)]
        stamp = next((one for one in stamps(line) if one.minute is not None), None)
        if stamp is None or not (stamp.start <= 2 or short):
            continue
        if mark and _NEVER.search(mark.hints):
            continue
        machine = isotime.when(mark.element.attr("datetime")) if mark else None
        span = Span(block.start + stamp.start, block.start + stamp.end)
        yield index, (stamp, span, machine if machine and machine.grain == "minute" else None)


def _with_figures(tree: Tree) -> Iterable[int]:
    """The blocks that hold a figure with a mark of clocks behind it: all others are passed over at once."""
    starts = [block.start for block in tree.blocks]
    return dict.fromkeys(bisect_right(starts, found.start()) - 1 for found in _FIGURE.finditer(tree.text))


def _marked(tree: Tree) -> dict[int, Mark]:
    """The first time element of each block that has one."""
    times = [mark for mark in tree.marks if mark.tag == "time" and mark.end > mark.start]
    found: dict[int, Mark] = {}
    at = 0
    for mark in times:
        while at < len(tree.blocks) and tree.blocks[at].end <= mark.start + 1:
            at += 1
        if at < len(tree.blocks) and tree.blocks[at].start < mark.end:
            found.setdefault(at, mark)
    return found


def _items(tree: Tree, clocks: Mapping[int, _Clock]) -> Iterator[tuple[int, Box, range]]:
    """Each clock with the box of its list item, the largest around it with no other clock, and the item's blocks."""
    counts: dict[int, int] = defaultdict(int)
    for index in clocks:
        for box in tree.blocks[index].box.up():
            counts[box.index] += 1
    for index in clocks:
        own = [box for box in tree.blocks[index].box.up() if counts[box.index] == 1]
        if not own or own[-1].parent is None or counts[own[-1].parent.index] < LEAST:
            continue
        if any(box.hints and _NEVER.search(box.hints) for box in [*own, own[-1].parent]):
            continue
        extent = _extent(tree, index, own[-1])
        size = tree.blocks[extent[-1]].end - tree.blocks[extent[0]].start
        clock = clocks[index][1]
        if (len(extent) > 1 or size - (clock.end - clock.start) >= _TITLE) and size <= _ITEM:
            yield index, own[-1], extent


def _extent(tree: Tree, index: int, box: Box) -> range:
    """The blocks inside a box around one of them."""
    first = last = index
    while first > 0 and any(one is box for one in tree.blocks[first - 1].box.up()):
        first -= 1
    while last + 1 < len(tree.blocks) and any(one is box for one in tree.blocks[last + 1].box.up()):
        last += 1
    return range(first, last + 1)


def _item(tree: Tree, clock: int, extent: range, taken: Collection[int]) -> Update | None:
    """The update of one list item: a headline, else its first words, and what stands below; null for neither."""
    rest = [index for index in extent if index != clock and index not in taken and not _is_button(tree, index)]
    if not rest:
        rest = [clock]
    heads = [index for index in rest if tree.blocks[index].places & HEADING]
    linked = [
        index for index in rest if tree.blocks[index].linked * 2 > tree.blocks[index].end - tree.blocks[index].start
    ]
    alone = rest if len(rest) == 1 and not _is_told(tree, rest[0]) else []
    headline = next(iter(heads or linked or alone), None)
    body = [index for index in rest if index != headline and index > clock - 2 and _is_prose(tree, index)]
    if headline is None and not body:
        return None
    others = [index for index in extent if index not in (clock, headline) and index not in body]
    return Update(
        title=_title(tree, headline, clock) if headline is not None else None,
        headline=headline,
        clocks=(clock,) if clock != headline else (),
        body=tuple(body),
        others=tuple(others),
    )


def _title(tree: Tree, headline: int, clock: int) -> str:
    """The words of a headline, without the clock where both stand in one line."""
    line = tree.words(tree.blocks[headline])
    if headline == clock:
        found = stamps(line[:_LINE])
        line = line[found[0].end :] if found and found[0].start <= 2 else line
    return " ".join(line.split()).strip(" |·•–—-:")


def _is_button(tree: Tree, index: int) -> bool:
    block = tree.blocks[index]
    return bool(block.places & CONTROL) and block.end - block.start < 30


def _is_told(tree: Tree, index: int) -> bool:
    """Whether a line is the words of a post rather than its headline: long, and closed like a sentence."""
    line = tree.words(tree.blocks[index]).rstrip()
    return len(line) > _HEADLINE and line.endswith((".", "!", "?", ".”", '."', ".’", ".'"))


def _is_prose(tree: Tree, index: int) -> bool:
    block = tree.blocks[index]
    return block.end - block.start >= 20 and block.linked * 2 <= block.end - block.start


def _dated(items: Sequence[Update | None], printed: Sequence[_Clock], anchor: str | None) -> Iterator[Update]:
    """The items of one list with their times."""
    dates = date_feed([(stamp, span) for stamp, span, _ in printed], anchor)
    for item, (_, span, machine), date in zip(items, printed, dates, strict=True):
        if item is not None:
            yield replace(item, published=replace(machine, span=span) if machine else date)
