"""One claim as a note in the margin: its chain, what it does, when it was said, how sure the reader is, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.record import Claim, Event, Ground, Grounds, Link
from sayso.record.wording import (
    count_words,
    field_words,
    link_words,
    quantities_words,
    shortened,
    source_name,
    when_words,
)

USUAL = {"mode": "statement", "stance": "asserts", "sure": "certain"}
LONGEST = 90  # characters of words or a value in the grounds


@dataclass(frozen=True, slots=True)
class Hop:
    """A voice of the chain: `place` is outlet (the page's own), relay or speaker."""

    name: str
    place: str
    facts: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A word for what the claim does; `usual` where most claims do it."""

    word: str
    usual: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """A ground as it is shown."""

    label: str
    value: str
    words: tuple[str, ...]
    rule: str | None
    by: str


@dataclass(frozen=True, slots=True)
class Note:
    """All that is shown of a claim; `facts` are (what, words) in order."""

    number: int
    hops: tuple[Hop, ...]
    tags: tuple[Tag, ...]
    facts: tuple[tuple[str, str], ...]
    score: str
    reasons: tuple[Reason, ...]


def note(number: int, claim: Claim, text: str, events: Mapping[str, Event], grounds: Grounds | None) -> Note:
    """The note of a claim; `text` is its page's, `events` are its page's by id."""
    return Note(
        number=number,
        hops=tuple(_hop(claim, at, link) for at, link in enumerate(claim.chain)),
        tags=tuple(Tag(getattr(claim, name), getattr(claim, name) == usual) for name, usual in USUAL.items()),
        facts=tuple(_facts(claim, text, events)),
        score="over 99%" if claim.score > 0.99 else f"{claim.score:.0%}",
        reasons=tuple(_reason(ground, text) for ground in grounds.grounds if ground.value) if grounds else (),
    )


def _hop(claim: Claim, at: int, link: Link) -> Hop:
    """The voice with the verb that it left by; of the speaker also its kind, anonymity and number."""
    last = at == len(claim.chain) - 1
    place = "speaker" if last else "relay" if at else "outlet"
    facts = [link_words(link)] if at and (link.cue or link.relation != "published") else []
    facts += [when_words(link.at)] if link.at else []
    facts += _known(link) if last and at else ()
    return Hop(source_name(link.source), place, " · ".join(facts))


def _known(link: Link) -> Iterator[str]:
    source = link.source
    if source.name and source.described_as:
        yield source.described_as
    yield "the government" if source.used_as == "government" else source.kind
    if source.anonymity and not (source.anonymity == "named" or (source.anonymity == "nobody" and not source.name)):
        yield source.anonymity
    if source.count and source.count != (1, 1):
        yield count_words(source.count, "voice")


def _facts(claim: Claim, text: str, events: Mapping[str, Event]) -> Iterator[tuple[str, str]]:
    if claim.stated:
        yield "said", when_words(claim.stated)
    if claim.told_to:
        yield "to", claim.told_to.of(text)
    if claim.unnamed_because:
        yield "unnamed", claim.unnamed_because.of(text)
    if claim.quantities:
        yield "figures", "; ".join(quantities_words(claim.quantities, text))
    for event in (events[one] for one in claim.event_ids if one in events):
        if event.when:
            yield _event_words(event), when_words(event.when)


def _event_words(event: Event) -> str:
    told = "happened" if event.modality == "happened" else event.modality
    return f"“{event.trigger}” {'not ' if event.polarity == 'negative' else ''}{told}"


def _reason(ground: Ground, text: str) -> Reason:
    value = ground.value or ""
    words = (shortened(span.of(text), LONGEST) for span in ground.spans)
    quoted = (ground.rule or "").startswith("“")
    return Reason(
        label=field_words(ground.field),
        value=shortened(value, LONGEST),
        words=() if quoted else tuple(one for one in dict.fromkeys(words) if one != shortened(value, LONGEST)),
        rule=ground.rule,
        by=ground.by,
    )
