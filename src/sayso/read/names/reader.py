"""Names on the page: mentions of persons, bodies, outlets and places, and whom they stand for.

There is no trained tagger behind it: runs of capitals, titles, appositions and the lists in words/en, weighed together
over the whole page, so that what one sentence leaves open ("Norda said") another may settle ("the Norda news agency").
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.read.names.evidence import found_in
from sayso.read.names.found import LISTED, SHAPED, Found
from sayso.read.names.tying import tie
from sayso.read.sheet import Sheet
from sayso.record import Mention, Reading, Span, Text, make_id


class Names:
    """Finds the names of headlines and bodies and ties those of one person or body together."""

    name, version = "names", "10"
    needs: tuple[str, ...] = ("texts", "sentences")
    gives: tuple[str, ...] = ("mentions", "entities")

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its mentions by name and their entities, in the order of the page."""
        sheet = Sheet(reading)
        found = [one for text in reading.texts for one in _of_text(sheet, text)]
        tied, entities = tie(reading.page.id, found)
        mentions = [
            Mention(
                id=make_id("mention", reading.page.id, one.span.start, one.span.end),
                span=one.span,
                form="name",
                entity_id=entity_id,
            )
            for one, entity_id in tied
        ]
        mentions.sort(key=lambda mention: mention.span)
        return replace(reading, mentions=reading.mentions + tuple(mentions), entities=reading.entities + entities)


def _of_text(sheet: Sheet, text: Text) -> Iterator[Found]:
    own = _own_name(sheet.reading.page.outlet)
    for block in _blocks(text):
        for sentence in sheet.sentences_in(block):
            itself = list(_itself(sheet.text, sentence, own))
            yield from itself
            for found in found_in(sheet.text, sentence, headline=block == text.headline_span):
                if not any(found.span.meets(one.span) for one in itself):
                    yield _dateline(found) if text.body and sentence.start == text.body[0].start else found


def _own_name(outlet: str | None) -> re.Pattern[str] | None:
    """What finds the page's own outlet by the whole of its name, where that is more than one word."""
    name = (outlet or "").removeprefix("The ").strip()
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)") if " " in name else None


def _itself(text: str, sentence: Span, own: re.Pattern[str] | None) -> Iterator[Found]:
    """Where a page names its own outlet."""
    for one in own.finditer(text, sentence.start, sentence.end) if own else ():
        found = Found(Span(*one.span()), tuple(one.group().split()))
        found.the = text[max(0, one.start() - 4) : one.start()].lower() == "the "
        found.weigh("outlet", LISTED)
        yield found


def _dateline(found: Found) -> Found:
    """A place in capitals at the head of a story item, as the body would write it ("VELIA, Nov. 3 (Norda) —")."""
    if found.at_head and found.key.isupper() and len(found.key) > 3:
        found.words = tuple(word.title() for word in found.words)
        found.weights = {"place": SHAPED}
    return found


def _blocks(text: Text) -> Iterator[Span]:
    if text.headline_span:
        yield text.headline_span
    yield from text.body
