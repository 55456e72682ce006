"""Contents put right at their borders: clocks and datelines taken off, sentences cut loose that another cue rules."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.read.attribute.attributions import Attribution
from sayso.read.attribute.item import CLOCK, Item, Place
from sayso.read.attribute.wording import ADVERBS

_DATELINE = re.compile(
    r"(?:[^\W\d_a-z][\w .,'’-]{1,40}?\s)?\([^()\n]{1,40}\)\s*[—–-]+\s*|[^\W\d_a-z]{3,}(?:[ ,]+[^\W\d_a-z][\w.]*){0,4}\s+[—–]\s+"
)


def mended(item: Item, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with contents that keep to the sentence of their cue and to quotations that go on."""
    out = []
    for one in found:
        content = tuple(_spoken(item, one, list(_kept(item, one)) or list(one.content)))
        if one.cue and not one.source and item.page[slice(*one.cue[0])].lower() in ADVERBS:
            content = tuple(_around(item, one)) or content
        out.append(replace(one, content=content))
    return out


def opening(item: Item, place: int, limit: int) -> int:
    """Where the words begin after a clock or a dateline that a block opens with at `place`."""
    if any(start == place for start, _ in item.blocks):
        for pattern in (CLOCK, _DATELINE):
            lead = pattern.match(item.page, place, limit)
            place = lead.end() if lead and lead.end() < limit else place
    return place


def _spoken(item: Item, one: Attribution, content: Sequence[Place]) -> Iterator[Place]:
    """The pieces without a clock or dateline at the head of a block, nor the rest of a clock."""
    for start, end in content:
        block = item.blocks[item.block_at(start)][0]
        begin = opening(item, block, end)
        start = max(start, begin) if start < begin < end else start
        if any(c.isalnum() for c in item.page[start:end]):
            yield start, end


def _kept(item: Item, one: Attribution) -> Iterator[Place]:
    """The pieces that belong to the cue: in its own sentence, or in a quotation that touches or goes on from it."""
    if not one.cue:
        yield from one.content
        return
    cue = one.cue[0][0]
    home = item.sentence_at(cue)
    if home is None:
        yield from one.content
        return
    low, high = home.start, home.end
    for quote in item.quotes_in(low, high):
        low, high = min(low, quote.start), max(high, quote.end)
    low, high = _widened(item, one, low, high)
    for start, end in one.content:
        if start < high and low < end:
            yield max(start, low), min(end, high)


def _widened(item: Item, one: Attribution, low: int, high: int) -> Place:
    """The stretch of the cue's sentence with the quotations that follow it without a word of prose between."""
    for start, end in sorted(one.content):
        if start < high:
            continue
        between, block = item.page[high:start].strip(), item.block_at(start)
        opens = any(quote.start == start for quote in item.quotes_in(start, start + 1))
        same = block == item.block_at(max(high - 1, 0))
        goes_on = any(q.continues and q.end >= high - 1 for q in item.quotes_in(low, high))
        if not between and opens and (same or goes_on) or (not same and goes_on):
            high = end
    return low, high


def _around(item: Item, one: Attribution) -> Iterator[Place]:
    """The sentence on both sides of an adverb that tells of hearsay."""
    start, end = one.cue[0]
    home = item.sentence_at(start)
    if home is None or item.quotes_in(home.start, home.end):
        return
    words = item.page[home.start : start].rstrip(" ,")
    if any(c.isalnum() for c in words):
        yield opening(item, home.start, start), home.start + len(words)
    rest = item.page[end : home.end]
    begin = end + len(rest) - len(rest.lstrip(" ,"))
    stop = home.start + len(item.page[home.start : home.end].rstrip(".!? "))
    if begin < stop:
        yield begin, stop
