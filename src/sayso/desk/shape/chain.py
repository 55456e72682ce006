"""A claim's chain as a line of stops, from who spoke first down to our capture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.desk.shape.corrections import Hop
from sayso.desk.shape.links import fragment
from sayso.desk.shape.voices import Voice, outlet_name, voice_of
from sayso.record import Kept, Link, When
from sayso.record.sentence import Sentence, sentence
from sayso.record.wording import link_words


@dataclass(frozen=True, slots=True)
class Stop:
    """One voice of the chain.

    `verb` is how the word left it, as printed; `when` when it did, where the page says so; `sentence` where the page
    names it, null for the page's own outlet; `again` is true where the stop before stands in the same sentence. `hop`
    says what an editor corrected of it.
    """

    voice: Voice
    place: str
    verb: str
    when: When | None
    sentence: Sentence | None
    again: bool
    outside: str
    hop: Hop


def stops(kept: Kept, hops: Sequence[Hop] = ()) -> tuple[Stop, ...]:
    """The chain, the farthest voice first; `hops` as many as it has voices where some of them were corrected."""
    return tuple(_stops(kept, hops or [Hop(at) for at in range(len(kept.claim.chain))]))


def _stops(kept: Kept, hops: Sequence[Hop]) -> Iterator[Stop]:
    claim, page, _ = kept
    before = ""
    for at in range(len(claim.chain) - 1, -1, -1):
        link = claim.chain[at]
        last = at == len(claim.chain) - 1
        span = link.span or (
            claim.source_spans[0] if claim.source_spans and last and at and not hops[at].added else None
        )
        told = sentence(page.text, span) if span else None
        whole = "".join(told) if told else ""
        yield Stop(
            voice=voice_of(link.source, outlet_name(kept) if at == 0 else None),
            place="outlet" if at == 0 else "speaker" if last else "relay",
            verb=_verb(link, at, claim.chain[at + 1] if at + 1 < len(claim.chain) else None),
            when=link.at or (claim.stated if last else None),
            sentence=told,
            again=bool(told) and whole == before,
            outside=fragment(page.url, told.words) if told else "",
            hop=hops[at],
        )
        before = whole


def _verb(link: Link, at: int, after: Link | None) -> str:
    """The verb as printed in quotation marks, else the relation; one that is the next voice's stands there alone."""
    if at == 0:
        return "published"
    return "passed it on" if after and link.cue and link.cue == after.cue else link_words(link)
