"""What the body chooser looks at: one row of numbers for every block of a page.

The numbers are of four kinds: the words of the block itself, the element it stands in, what the class and id names
around it tell, and how much running prose its surroundings hold. None of them knows a site; the words they look for
are in words/en/pages_html.toml.
"""

import re
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sayso.read.anatomy.html.elements import CONTROL, FIGCAPTION, FOOTER, FORM, HEADING, NAV
from sayso.read.anatomy.html.tree import Box, Tree
from sayso.read.words import words

Floats = npt.NDArray[np.float32]
Whole = npt.NDArray[np.int64]

_TOPIC = words("pages_html")
_NAMES: dict[str, list[str]] = _TOPIC["names"]
_BIT_OF: dict[str, int] = {}
for _bit, _list in enumerate(_NAMES.values()):
    for _word in _list:
        _BIT_OF[_word] = _BIT_OF.get(_word, 0) | 1 << _bit
_SAID = len(_NAMES)
_SPLIT = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")

_CUES: dict[str, list[tuple[str, int]]] = {}
for _number, _list in enumerate(_TOPIC["cues"].values()):
    for _phrase in sorted(_list, key=len, reverse=True):
        _CUES.setdefault(_phrase.split(" ")[0], []).append((_phrase, _number + 1))
for _found in _CUES.values():
    _found.sort(key=lambda cue: -len(cue[0]))
_CUE_KINDS = len(_TOPIC["cues"])
_CREDITS: tuple[str, ...] = tuple(_TOPIC["credits"]["words"])

_TAGS = ("p", "li", "h1", "h2", "h3", "td", "div", "blockquote", "pre", "section", "article", "h4", "dd", "body", "")
_OTHER = len(_TAGS) - 1
_TAG_OF = {tag: number for number, tag in enumerate(_TAGS)} | {"h5": 11, "h6": 11, "th": 5, "dt": 12}
_HEAD_TAG = _TAG_OF["h1"]
_PLACES = 17
_APART = NAV | FOOTER | FIGCAPTION | FORM | CONTROL | HEADING
_LEVELS = 4  # how many boxes up a block's surroundings are described
_CORE, _HEART = 0.75, 0.4  # shares of the page's prose that its core and the heart of the core hold


_STOPS = frozenset(".!?…。”\"»:’')！？」")


class Traits(NamedTuple):
    """`rows` are the blocks' numbers (blocks x traits), `size` their lengths in characters.

    `box` is each block's box by position among the boxes that hold words, `above` each box's parent, by position too.
    """

    rows: Floats
    size: Floats
    box: Whole
    above: Whole


class _Own(NamedTuple):
    """The blocks' words in numbers, one array a trait."""

    start: Whole
    size: Floats
    linked: Floats
    prose: Floats
    cue: Whole
    tag: Whole
    places: Whole
    rest: Floats


@lru_cache(maxsize=20_000)
def _told(names: str) -> int:
    """What class or id names tell, as bits in the order of the lists in pages_html.toml."""
    bits = 0
    for word in _SPLIT.findall(names):
        bits |= _BIT_OF.get(word.lower(), 0)
    return bits


def _bits_of(box: Box) -> int:
    names = box.element.attr("class")
    bits = _told(names) if names else 0
    names = box.element.attr("id")
    return bits | _told(names) if names else bits


def _cue(words: str) -> int:
    """Which list of cues a block begins with, from 1; 0 for none."""
    beginning = words[:24].lower()
    for phrase, kind in _CUES.get(beginning.split(" ", 1)[0], ()):
        if beginning.startswith(phrase):
            return kind
    return 0


def traits(tree: Tree) -> Traits:
    """The traits of a page with at least one block."""
    own = _own(tree)
    boxes, box, above, first, last = _boxes(tree)
    count = len(own.size)
    sums = np.zeros((count + 1, 5))
    np.cumsum(
        np.stack((own.prose, own.size, own.size * own.linked, own.prose > 0, np.ones(count)), axis=1),
        axis=0,
        out=sums[1:],
    )
    held = sums[last] - sums[first]
    size = np.maximum(held[:, 1], 1)
    share = held[:, 0] / max(sums[-1, 0], 1)
    logs = np.log1p(held[:, 1:5:1]) / (8, 1, 3, 4)
    around = np.stack((logs[:, 0], share, held[:, 0] / size, held[:, 2] / size, logs[:, 2], logs[:, 3]), axis=1)
    said, acquired = _names(boxes, above, share)
    core, heart = np.flatnonzero(share >= _CORE), np.flatnonzero(share >= _HEART)
    place = np.arange(count)
    inside = [_within(place, int(held_by[-1]) if len(held_by) else 0, first, last) for held_by in (core, heart)]
    climb = [box, above[box]]
    while len(climb) < _LEVELS:
        climb.append(above[climb[-1]])
    rows = np.concatenate(
        (
            own.rest,
            own.cue[:, None] == np.arange(1, _CUE_KINDS + 1),
            own.tag[:, None] == np.arange(_OTHER + 1),
            _bits(own.places, _PLACES),
            _bits(said[box] | said[climb[1]], _SAID),
            _bits(acquired[box], _SAID),
            around[np.stack(climb, axis=1)].reshape(count, -1),
            np.stack(inside, axis=1),
            _along(own, box, sums),
        ),
        axis=1,
        dtype=np.float32,
    )
    return Traits(rows, own.size, box, above)


def _within(place: Whole, number: int, first: Whole, last: Whole) -> npt.NDArray[np.bool_]:
    within: npt.NDArray[np.bool_] = (place >= first[number]) & (place < last[number])
    return within


def _own(tree: Tree) -> _Own:
    """The words of every block in numbers."""
    blocks, text, title = tree.blocks, tree.text, tree.title or ""
    table = []
    for block in blocks:
        start, end = block.start, block.end
        words = text[start:end]
        table.append((
            start, end - start, block.linked, block.links, block.strong, block.places,
            _TAG_OF.get(block.box.tag, _OTHER), _cue(words),
            words.count(".") + words.count("?") + words.count("!") + words.count("。"),
            words.count(","), words.count(" "),
            words[-1] in _STOPS, words[0].isupper(), words.isupper(), words[0].isdigit(), words[-1] == "|",
            end - start < 300 and words in title,
        ))  # fmt: skip
    numbers = np.array(table, np.float32)
    start, size, linked, links, strong, places, tag, cue, stops, commas, spaces = numbers.T[:11]
    linked = linked / size
    whole = numbers[:, :8].astype(np.int64)
    prose = np.where((size > 60) & (linked < 0.35) & (stops > 0) & (whole[:, 5] & _APART == 0), size, 0)
    credited = np.zeros(len(blocks), bool)
    for word in _CREDITS:
        at = text.find(word)
        while at >= 0:
            credited[np.searchsorted(whole[:, 0], at, "right") - 1] = True
            at = text.find(word, at + 200)
    logs = np.log1p(np.stack((size, links, stops, commas))) / np.array(((6,), (1,), (1,), (1,)))
    shares = np.stack((prose > 0, size < 25, linked, strong / size, stops * 80 / (size + 80), spaces * 5 / (size + 5)))
    rest = np.concatenate(
        (logs.T, shares.T, numbers[:, 11:], (credited & (size < 300))[:, None]), axis=1, dtype=np.float32
    )
    return _Own(whole[:, 0], size, linked, prose, whole[:, 7], whole[:, 6], whole[:, 5], rest)


def _boxes(tree: Tree) -> tuple[list[Box], Whole, Whole, Whole, Whole]:
    """The boxes that hold words, outermost first; each block's box and each box's parent, by position; and the blocks
    that each box holds, which are a stretch: the first, and the one after the last."""
    blocks = tree.blocks
    first: dict[int, int] = {}
    boxes: dict[int, Box] = {}
    for number, block in enumerate(blocks):
        box: Box | None = block.box
        while box is not None and box.index not in first:
            first[box.index] = number
            boxes[box.index] = box
            box = box.parent
    last: dict[int, int] = {}
    for number in range(len(blocks) - 1, -1, -1):
        box = blocks[number].box
        while box is not None and box.index not in last:
            last[box.index] = number + 1
            box = box.parent
    order = sorted(first)
    position = {index: number for number, index in enumerate(order)}
    return (
        [boxes[index] for index in order],
        np.array([position[block.box.index] for block in blocks]),
        np.array([position[up.index] if (up := boxes[index].parent) is not None else 0 for index in order]),
        np.array([first[index] for index in order]),
        np.array([last[index] for index in order]),
    )


def _names(boxes: list[Box], above: Whole, share: npt.NDArray[np.float64]) -> tuple[Whole, Whole]:
    """What the names of each box tell, and what those of it and all around it do, those around the article aside."""
    said = [_bits_of(box) for box in boxes]
    acquired, parents = [0] * len(boxes), above.tolist()
    for number, part in enumerate(share.tolist()):
        if part < _CORE and number:
            acquired[number] = acquired[parents[number]] | said[number]
    return np.array(said), np.array(acquired)


def _bits(values: Whole, count: int) -> Whole:
    spread: Whole = values[:, None] >> np.arange(count) & 1
    return spread


def _along(own: _Own, box: Whole, sums: npt.NDArray[np.float64]) -> Floats:
    """Where each block stands in the page, how much prose is near, and what its neighbours are like."""
    prose, size, count = own.prose, own.size, len(own.size)
    place = np.arange(count)
    total, length = max(sums[-1, 0], 1), sums[-1, 1]
    running, heads = np.flatnonzero(prose), np.flatnonzero(own.tag == _HEAD_TAG)
    first, last = (running[0], running[-1]) if len(running) else (0, count - 1)
    head = heads[0] if len(heads) else 0
    whole = np.full(count, np.log1p(total) / 8)
    found = [
        sums[:-1, 0] / total, sums[:-1, 1] / length, place < first, place > last, prose / total, whole,
        (place > head) if len(heads) else np.full(count, 0.5), np.clip((place - head) / 50, -1, 1),
        np.clip((place - first) / 50, -1, 1), np.clip((place - last) / 50, -1, 1),
    ]  # fmt: skip
    for reach in (4, 10):
        low, high = np.maximum(place - reach, 0), np.minimum(place + reach + 1, count)
        found.append(np.log1p(sums[high, 0] - sums[low, 0]) / 8)
    near = np.zeros((count + 4, 5))
    near[2:-2] = np.stack((prose > 0, np.log1p(size) / 6, own.linked, own.cue > 0, box + 1), axis=1)
    sides = [near[2 + step : 2 + step + count] for step in (-2, -1, 1, 2)]
    for side in sides:
        side_box = side[:, 4] == box + 1
        found += [*side[:, :4].T, side_box]
    return np.stack(found, axis=1).astype(np.float32)
