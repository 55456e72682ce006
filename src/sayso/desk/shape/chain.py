"""A claim's chain as a line of stops, from who spoke first down to our capture."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.desk.shape.links import fragment
from sayso.desk.shape.voices import Voice, outlet_name, voice_of
from sayso.record import Kept, Link, When
from sayso.record.sentence import Sentence, sentence
from sayso.record.wording import link_words


@dataclass(frozen=True, slots=True)
class Stop:
    """One voice of the chain.

    `verb` is how the word left it, as printed; `when` when it did, where the page says so; `sentence` where the page
    names it, null for the page's own outlet; `again` is true where the stop before stands in the same sentence.
    """

    voice: Voice
    place: str
    verb: str
    when: When | None
    sentence: Sentence | None
    again: bool
    outside: str


def stops(kept: Kept) -> tuple[Stop, ...]:
    """The chain, the farthest voice first."""
    return tuple(_stops(kept))


def _stops(kept: Kept) -> Iterator[Stop]:
    claim, page, _ = kept
    before = ""
    for at in range(len(claim.chain) - 1, -1, -1):
        link = claim.chain[at]
        span = link.span or (
            claim.source_spans[0] if claim.source_spans and at == len(claim.chain) - 1 and at else None
        )
        told = sentence(page.text, span) if span else None
        whole = "".join(told) if told else ""
        yield Stop(
            voice=voice_of(link.source, outlet_name(kept) if at == 0 else None),
            place="outlet" if at == 0 else "speaker" if at == len(claim.chain) - 1 else "relay",
            verb=_verb(link, at, claim.chain[at + 1] if at + 1 < len(claim.chain) else None),
            when=link.at or (claim.stated if at == len(claim.chain) - 1 else None),
            sentence=told,
            again=bool(told) and whole == before,
            outside=fragment(page.url, told.words) if told else "",
        )
        before = whole


def _verb(link: Link, at: int, after: Link | None) -> str:
    """The verb as printed in quotation marks, else the relation; one that is the next voice's stands there alone."""
    if at == 0:
        return "published"
    return "passed it on" if after and link.cue and link.cue == after.cue else link_words(link)
