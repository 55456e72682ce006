"""Which blocks of a page are the body of its article."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from sayso.read.anatomy.html.chooser import odds
from sayso.read.anatomy.html.elements import HEADING, LIST, QUOTE, TABLE
from sayso.read.anatomy.html.traits import Floats, traits
from sayso.read.anatomy.html.tree import Block, Box, Tree
from sayso.record import PartKind

Chosen = npt.NDArray[np.bool_]

# Log odds and sizes below were chosen by cross-validation over sites (training/pages, decision 0005).
_LIKELY = 0.3
_LITTLE = 250  # characters: a body of fewer is doubted, and the likeliest blocks are taken instead
_NEAR, _DOUBT = 1.0, 2.5  # how near to the likeliest block those come; behind a headline
_RUNNING, _AHEAD = 60, 25  # characters of running text at least; blocks behind the headline that it begins in
_HOPELESS = -4.0  # of the likeliest block: a page has no body
_NEVER = -4.5  # no company makes such a block body
_GROUP = -1.2  # mean of a list that stands inside the body
_LINKED = 0.4  # share of links above which a list or a table is a menu
_REACH = 6  # blocks behind the body that a table or a quote of it may begin in
_FEW, _CELL = 6, 300  # blocks that a table of facts has at least; characters that none of them exceeds
_KIN = 4  # boxes up that a quote and the body have one in common


def body(tree: Tree) -> dict[int, PartKind]:
    """The indices of the article's body blocks, in order, with their labels; none where the page has no article."""
    if not tree.blocks:
        return {}
    found = traits(tree)
    taken = settle(tree, odds(found), found.size)
    return {int(index): _kind(tree.blocks[index]) for index in np.flatnonzero(taken)}


def settle(tree: Tree, likely: Floats, size: Floats) -> Chosen:
    """Which blocks are body by their log odds and the company they keep.

    On a page of few likely words, those behind the headline or near the likeliest; quotes, lists and tables of facts
    that stand in the body are taken whole.
    """
    taken = likely > _LIKELY
    top = float(likely.max())
    words = np.array(
        [block.linked * 2 < block.end - block.start and not block.places & HEADING for block in tree.blocks]
    )
    if size[taken].sum() < _LITTLE and top > _HOPELESS:
        taken |= _doubtful(tree.blocks, likely, words)
    if not (taken & words).any():  # headings and links alone are a list of stories, not one
        return np.zeros(len(taken), bool)
    _quotes(tree.blocks, likely, taken)
    _lists(tree.blocks, likely, size, taken)
    _tables(tree.blocks, size, taken)
    return taken


def _doubtful(blocks: list[Block], likely: Floats, words: Chosen) -> Chosen:
    """The body of a page without much that is likely: what begins with the first running text behind the headline, in
    the box around it; the likeliest blocks where no headline leads to one."""
    bar = float(likely.max()) - _DOUBT
    head = next((index for index, block in enumerate(blocks) if block.box.tag == "h1"), len(blocks))
    for index in range(head + 1, min(len(blocks), head + _AHEAD)):
        block = blocks[index]
        size = block.end - block.start
        if size > _RUNNING and block.linked < _LINKED * size and likely[index] > bar:
            around = block.box.parent or block.box
            kin = np.array([around.index in _up(other.box, 99) for other in blocks])
            near: Chosen = (likely > bar) & words & kin
            return near
    return (likely > float(likely.max()) - _NEAR) & words


def _ends(taken: Chosen) -> tuple[int, int]:
    """The first and the last body block."""
    places = np.flatnonzero(taken)
    return int(places[0]), int(places[-1])


def _up(box: Box | None, levels: int) -> Iterator[int]:
    """The numbers of a box and the boxes around it."""
    while box is not None and levels:
        yield box.index
        box, levels = box.parent, levels - 1


def _quotes(blocks: list[Block], likely: Floats, taken: Chosen) -> None:
    """Takes block quotes among the body: a quoted post is part of the story."""
    first, last = _ends(taken)
    places = [
        index
        for index in range(first + 1, min(len(blocks), last + _REACH + 1))
        if blocks[index].places & QUOTE and not taken[index] and likely[index] > _NEVER
    ]
    if places:
        kin = {number for index in np.flatnonzero(taken) for number in _up(blocks[index].box, _KIN)}
        taken[[index for index in places if not kin.isdisjoint(_up(blocks[index].box, _KIN))]] = True


def _groups(blocks: list[Block], bit: int, tags: tuple[str, ...]) -> dict[int, list[int]]:
    """The blocks in each innermost element of some tags, by the element's number; `bit` is the place they make."""
    found: dict[int, list[int]] = {}
    for index, block in enumerate(blocks):
        if block.places & bit:
            box: Box | None = block.box
            while box is not None and box.tag not in tags:
                box = box.parent
            if box is not None:
                found.setdefault(box.index, []).append(index)
    return found


def _lists(blocks: list[Block], likely: Floats, size: Floats, taken: Chosen) -> None:
    """Takes the whole of a list that stands inside the body and is likely on the mean."""
    first, last = _ends(taken)
    for group in _groups(blocks[first : last + 1], LIST, ("ul", "ol")).values():
        items = np.array(group) + first
        whole = size[items].sum()
        if items[0] == first or items[-1] == last or sum(blocks[k].linked for k in items) > _LINKED * whole:
            continue
        if (size[items] * np.clip(likely[items], -4, 4)).sum() > _GROUP * whole:
            taken[items[likely[items] > -4]] = True


def _tables(blocks: list[Block], size: Floats, taken: Chosen) -> None:
    """Takes tables of facts that follow the body closely: a layout table holds longer texts, or menus."""
    nearest = np.maximum.accumulate(np.where(taken, np.arange(len(blocks)), -1))
    latest = -1  # the end of the last table taken here
    for group in sorted(_groups(blocks, TABLE, ("table",)).values()):
        cells = np.array(group)
        before = max(int(nearest[cells[0] - 1]) if cells[0] else -1, latest)
        if len(cells) < _FEW or not 0 <= before < cells[0] <= before + _REACH or size[cells].max() > _CELL:
            continue
        if sum(blocks[k].box.tag in ("td", "th") for k in cells) < 0.8 * len(cells):
            continue
        if sum(blocks[k].linked for k in cells) > _LINKED * size[cells].sum():
            continue
        table = next(box for box in blocks[cells[0]].box.up() if box.tag == "table")
        if not set(_up(table.parent, 2)).isdisjoint(_up(blocks[before].box, 99)):
            taken[cells] = True
            latest = int(cells[-1])


def _kind(block: Block) -> PartKind:
    if block.places & HEADING:
        return "subhead"
    if block.places & QUOTE:
        return "quote"
    return "list" if block.places & LIST else "paragraph"
