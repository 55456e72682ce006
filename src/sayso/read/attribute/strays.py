"""Quotations that no attribution has, and whose they are by what stands around them.

A quotation is somebody's words even where no verb says so. Its speaker is the one a lead with a colon names, the one
the next sentence points to, or the one the sentences around it are about.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.read.attribute.attributions import Attribution
from sayso.read.attribute.bystanders import after, before
from sayso.read.attribute.item import CLOCK, Item, Place, Told, ordered
from sayso.read.attribute.leads import lead_voice, tail_voice
from sayso.read.attribute.pointers import in_turn, pointed

LED, POINTED, BESIDE, NOBODYS = 0.85, 0.8, 0.65, 0.5  # how sure: a colon, a pointing sentence, a neighbour, none
_DISOWNED = re.compile(r"\b(?:not|never|nobody|you|we|I)\b|n['’]t\b")  # a lead that gives the words to nobody
_ENDS = frozenset('.!?…:;”"»—–-')


@dataclass(frozen=True, slots=True)
class Speech:
    """A quotation with the pieces of the paragraphs it goes on in."""

    pieces: tuple[Place, ...]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.pieces[-1][1]


def speeches(item: Item) -> Iterator[Speech]:
    """The quotations of an item, those over several paragraphs as one."""
    pieces: list[Place] = []
    for quote in item.quotes:
        pieces.append((quote.start, quote.end))
        if not quote.continues:
            yield Speech(tuple(pieces))
            pieces = []
    if pieces:
        yield Speech(tuple(pieces))


def stray(item: Item, told: Told) -> list[Speech]:
    """The quotations that are whole sentences, or follow a colon, and stand in no attribution."""
    free = [one for one in speeches(item) if not any(told.contents(*piece) for piece in one.pieces)]
    return [one for one in free if any(c.isalpha() for c in item.page[one.start : one.end]) and _whole(item, one)]


def _lead(item: Item, place: int) -> str:
    """What stands before a place in its block, a clock left out."""
    block = item.blocks[item.block_at(place)][0]
    clock = CLOCK.match(item.page, block, place)
    return item.page[clock.end() if clock else block : place].strip()


def _last_sentence(words: str) -> str:
    return re.split(r"[.!?]\s", words[-300:])[-1]


def _whole(item: Item, one: Speech) -> bool:
    """Whether a quotation stands for itself: a sentence of its own, or what a colon leads to."""
    lead = _lead(item, one.start)
    if lead.endswith(":"):
        return not _DISOWNED.search(_last_sentence(lead))
    if lead and lead[-1] not in _ENDS:
        return False
    block = item.blocks[item.block_at(one.end - 1)]
    rest = item.page[one.end : block[1]].lstrip()
    inside = item.page[one.start : one.end].rstrip("”\"»' ")
    closed = inside[-1:] in {".", "!", "?", "…"} or rest[:1] in {".", "!", "?"} or not rest
    return closed and not rest[:1].islower() or inside.endswith((",", "?", "!")) and bool(tail_voice(item, one.end))


def given(item: Item, told: Told) -> list[Attribution]:
    """An attribution for each stray quotation, in order; without a source where nothing tells whose it is."""
    free = stray(item, told)
    shared = dict(_listed(item, free))
    by_block: dict[int, list[Attribution]] = defaultdict(list)
    for one in told.every:
        if one.source:
            by_block[item.block_at(one.content[0][0])].append(one)
    out: list[Attribution] = []
    for speech in free:
        source, cue, sure = shared.get(speech.start) or _voice(item, told, speech, by_block)
        out.append(Attribution(source, cue, speech.pieces, sure, sure))
        if source:
            by_block[item.block_at(speech.start)].append(out[-1])
    return ordered(out)


_Found = tuple[tuple[Place, ...], tuple[Place, ...], float]


def _voice(item: Item, told: Told, one: Speech, by_block: dict[int, list[Attribution]]) -> _Found:
    """Source, cue and sureness for a stray quotation."""
    lead = lead_voice(item, one.start)
    if lead:
        return (lead[0],), ((lead[1],) if lead[1] else ()), LED
    tail = tail_voice(item, one.end)
    if tail:
        return (tail[0],), (tail[1],), LED
    pointer = pointed(item, one.end, quoted=True)
    if pointer and not told.meeting(*pointer[1]):
        return (pointer[0],), (pointer[1],), POINTED
    beside = _beside(item, one, told, by_block)
    return ((beside,), (), BESIDE) if beside else ((), (), NOBODYS)


def _beside(item: Item, one: Speech, told: Told, by_block: dict[int, list[Attribution]]) -> Place | None:
    """Whom the neighbouring sentences are about, or who speaks in the paragraph before."""
    block = item.block_at(one.start)
    led = block and item.page[max(0, item.blocks[block][0] - 200) : item.blocks[block][0]].rstrip().endswith(":")
    if led or _lead(item, one.start):
        return before(item, one.start, told)
    following = after(item, one.end, told)
    if following:
        return following
    if by_block.get(block - 1):
        return _other(item, block, by_block) or by_block[block - 1][-1].source[0]
    return before(item, one.start, told)


def _other(item: Item, block: int, by_block: dict[int, list[Attribution]]) -> Place | None:
    """Who answers where two take turns: the speaker before the last one, after a question or a turn and a return."""
    last, earlier = by_block[block - 1][-1], by_block.get(block - 2)
    if not earlier or _called(item, earlier[-1]) == _called(item, last):
        return None
    third = by_block.get(block - 3, [])
    asks = item.page[last.content[-1][0] : last.content[-1][1]].rstrip('”"» ').endswith("?")
    returns = bool(third) and _called(item, third[-1]) == _called(item, last)
    return earlier[-1].source[0] if asks or returns else None


def _called(item: Item, one: Attribution) -> str:
    return item.page[one.source[0][0] : one.source[0][1]].lower()


def _listed(item: Item, free: Sequence[Speech]) -> Iterator[tuple[int, _Found]]:
    """Quotations side by side that the sentence after them shares out: "The first came from …, the second from …"."""
    k = 0
    while k < len(free):
        run = [free[k]]
        while k + len(run) < len(free) and not item.page[run[-1].end : free[k + len(run)].start].strip():
            run.append(free[k + len(run)])
        k += len(run)
        voices = in_turn(item, run[-1].end, len(run)) if len(run) > 1 else []
        for one, (source, cue) in zip(run, voices, strict=False):
            yield one.start, ((source,), ((cue,) if cue else ()), POINTED)
