"""All that was read out of one page."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.errors import RecordError
from sayso.record.claim import Claim
from sayso.record.event import Event, Place
from sayso.record.mention import Entity, Mention
from sayso.record.page import Missed, Page
from sayso.record.span import Span
from sayso.record.text import Part, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read out of one page, and by which reader versions (`made_by`, each "name@version").

    `parts` label every block of the page; `sentences` are spans of body text, never across two parts. `places` are all
    that the page names, in its order; those of an event stand with it too.
    Raises RecordError where a span ends outside `page.text`.
    """

    page: Page
    parts: tuple[Part, ...] = ()
    texts: tuple[Text, ...] = ()
    sentences: tuple[Span, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    places: tuple[Place, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    missed: tuple[Missed, ...] = ()
    made_by: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        size = len(self.page.text)
        for span in self.spans():
            if span.end > size:
                raise RecordError(f"span [{span.start}, {span.end}) ends outside page {self.page.id} ({size} long)")

    def spans(self) -> Iterator[Span]:
        """Every span that the reading's parts, texts, claims, events and mentions stand on."""
        for part in self.parts:
            yield part.span
        for text in self.texts:
            yield text.span
            yield from text.body
            yield from (caption.span for caption in text.captions)
            if text.headline_span:
                yield text.headline_span
        yield from self.sentences
        for claim in self.claims:
            yield claim.span
            yield from claim.content_spans + claim.cue_spans + claim.source_spans + claim.quotes
            yield from (quantity.span for quantity in claim.quantities)
            yield from (link.span for link in claim.chain if link.span)
            yield from (span for span in (claim.told_to, claim.unnamed_because) if span)
        yield from (event.span for event in self.events)
        yield from (place.span for place in self.places)
        yield from (mention.span for mention in self.mentions)
