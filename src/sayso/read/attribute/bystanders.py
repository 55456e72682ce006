"""Whom the sentences beside a quotation are about, where no word in them attributes it."""

from sayso.read.attribute.item import Item, Place, Told
from sayso.read.attribute.subjects import subject

BACK = 4  # sentences that are looked back over


def before(item: Item, place: int, told: Told) -> Place | None:
    """Who speaks in, or is the subject of, the nearest sentences before `place`: in its block or the one before."""
    block = item.block_at(place)
    for sentence in item.sentences_before(place, BACK):
        here = item.block_at(sentence.start)
        if here < block - 1 or item.blocks[here] == item.headline and block - here > 1:
            break
        speaking = [a for a in told.meeting(sentence.start, sentence.end) if a.source]
        if speaking:
            return speaking[-1].source[0]
        found = subject(item, sentence.start, sentence.end)
        if found is not None:
            return found.place
    return None


def after(item: Item, place: int, told: Told) -> Place | None:
    """Who speaks in, or is the subject of, the sentences after `place` in the same block."""
    limit = item.blocks[item.block_at(max(place - 1, 0))][1]
    for _ in range(BACK - 1):
        sentence = item.sentence_after(place) if place < limit else None
        if sentence is None or sentence.start >= limit:
            return None
        speaking = [a for a in told.meeting(sentence.start, sentence.end) if a.source]
        if speaking:
            return speaking[0].source[0]
        found = subject(item, sentence.start, sentence.end)
        if found is not None:
            return found.place
        place = sentence.end
    return None
