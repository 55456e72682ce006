"""Whom the sentences beside a quotation are about, where no word in them attributes it."""

from sayso.read.attribute.attributions import Attribution
from sayso.read.attribute.item import Item, Place, Told
from sayso.read.attribute.subjects import clausal, is_paper, subject
from sayso.read.attribute.wording import POINTING, SIGHTS, small
from sayso.read.names.descriptions import OWNED
from sayso.record import Span

_FIRST_PERSON = small("first_person")
BACK = 4  # sentences that are looked back over


def before(item: Item, place: int, told: Told) -> Place | None:
    """Who speaks in, or is the subject of, the nearest sentences before `place`: in its block or the one before."""
    block = item.block_at(place)
    for sentence in item.sentences_before(place, BACK):
        here = item.block_at(sentence.start)
        if here < block - 2 or item.blocks[here] == item.headline and block - here > 1:
            break
        speaking = [a for a in told.meeting(sentence.start, sentence.end) if a.source and not _first_person(item, a)]
        if speaking:
            return speaking[-1].source[0]
        found = _about(item, sentence)
        if found is not None:
            return found
    return None


def _first_person(item: Item, one: Attribution) -> bool:
    return item.page[one.source[0][0] : one.source[0][1]].lower() in _FIRST_PERSON


def _about(item: Item, sentence: Span) -> Place | None:
    """Whom a sentence is about; a line without a verb or a stop is a caption or a credit and about nobody."""
    if item.page[sentence.end - 1].isalnum() and not clausal(item, sentence.start, sentence.end):
        return None
    found = subject(item, sentence.start, sentence.end)
    if found is None or found.head in SIGHTS and found.name is None:
        return None
    words = item.page[found.start : found.end].split()
    if words[0].lower() in OWNED and (found.head in POINTING or is_paper(found)):
        return found.start, found.start + len(words[0])
    return found.place


def after(item: Item, place: int, told: Told) -> Place | None:
    """Who speaks in, or is the subject of, the sentences after `place` in the same block."""
    limit = item.blocks[item.block_at(max(place - 1, 0))][1]
    for _ in range(BACK - 1):
        sentence = item.sentence_after(place) if place < limit else None
        if sentence is None or sentence.start >= limit:
            return None
        speaking = [a for a in told.meeting(sentence.start, sentence.end) if a.source and not _first_person(item, a)]
        if speaking:
            return speaking[0].source[0]
        found = _about(item, sentence)
        if found is not None:
            return found
        place = sentence.end
    return None
