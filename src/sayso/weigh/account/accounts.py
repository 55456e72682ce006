"""A reading → accounts: each story item's claims as testimony, with the words by which its like is found."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.record import Account, Claim, Reading, Testimony, Text
from sayso.record.fold import folded, words
from sayso.record.moment import stood_from
from sayso.weigh.account.asserted import asserts_something, is_act
from sayso.weigh.account.credits import credited
from sayso.weigh.account.leaning import Lean, leaning
from sayso.weigh.account.named import Named, about
from sayso.weigh.account.rebuttal import answered, is_bare
from sayso.weigh.terms import rarity, terms
from sayso.weigh.trace.passages import passages
from sayso.weigh.wordlists import wordset

KEYS = 40  # words of a story item by which accounts of the same story find it, the rarest and most frequent first
STAMP_WORDS = 14  # words of a line with a year and a clock that is no sentence of the story
LEAST_WORDS = 3  # a claim of fewer words ("the ministry") answers no question by itself

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.h]\d\d(?!\d)|(?<!\d)\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)


def accounts_of(reading: Reading) -> tuple[Account, ...]:
    """The account of every story item of a page, also of one an edit left without a claim; a pure function."""
    claims: dict[str, list[Claim]] = {text.id: [] for text in reading.texts}
    for claim in sorted(reading.claims, key=lambda claim: claim.span):
        if _is_testimony(claim):
            claims[claim.text_id].append(claim)
    named = Named(reading)
    return tuple(_account(reading, text, claims[text.id], named) for text in reading.texts)


def _is_testimony(claim: Claim) -> bool:
    """Only statements are weighed, an outlet's own sentences too; an attitude is what the outlet tells of others.

    What its own reporter sees is none.
    """
    if claim.chain and claim.chain[-1].relation == "witnessed":
        return len(claim.content.split()) >= LEAST_WORDS
    if claim.mode != "statement" or claim.stance == "declines":
        return False
    if claim.manner == "own_voice" and is_stamp(claim.content) or not asserts_something(claim):
        return False
    least = LEAST_WORDS - (claim.stance == "denies")  # "denied losing Velin"
    return len(claim.content.split()) >= least or is_act(claim) or claim.stance == "denies" and is_bare(claim)


def is_stamp(content: str) -> bool:
    """Whether own words are a byline or clock that was read as a sentence ("By Ann Orr, 5 March 2026, 10:30")."""
    printed = content.split()
    if len(printed) > STAMP_WORDS or not (_YEAR.search(content) and _CLOCK.search(content)):
        return False
    plain = {word for one in printed if one[0].islower() for word in words(one) if word.isalpha()}
    return plain <= wordset("terms", "stamp")


def _account(reading: Reading, text: Text, claims: Sequence[Claim], named: Named) -> Account:
    page = reading.page
    leans = leaning(claims)
    counts = Counter(terms(" ".join(_told(reading, text))))
    body = " ".join(span.of(page.text) for span in text.body)
    # A headline takes its seat last: it often holds two facts and must not bring them together.
    ordered = sorted(claims, key=lambda claim: _is_headline(text, claim))
    testimonies = [
        _testimony(reading, text, claim, place=place, lean=leans.get(claim.id)) for place, claim in enumerate(ordered)
    ]
    topic = about(reading, text)
    testimonies = [
        replace(
            one,
            names=named.of(claim),
            people=named.people(claim),
            about=topic,
            answers=answered(claim, claims) if is_bare(claim) else (),
            at=stood_from(page, text) or "",
        )
        for one, claim in zip(testimonies, ordered, strict=True)
    ]
    return Account(
        text_id=text.id,
        page_id=page.id,
        at=stood_from(page, text) or "",
        kind=text.kind,
        outlet=page.outlet,
        headline=text.headline,
        keys=_keys(counts),
        terms=tuple(sorted(counts.items())),
        testimonies=tuple(testimonies),
        passages=passages(body),
        credits=credited(reading, text),
        roles=_roles(claims),
    )


def _is_headline(text: Text, claim: Claim) -> bool:
    return text.headline_span is not None and text.headline_span.holds(claim.span)


def _roles(claims: Sequence[Claim]) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for claim in claims:
        for link in claim.chain[1:]:
            if link.source.kind == "person" and link.source.name and link.source.described_as:
                found.setdefault(folded(link.source.name), link.source.described_as)
    return tuple(sorted(found.items()))


def _told(reading: Reading, text: Text) -> Iterator[str]:
    """The words of a story item: headline, body, and of a card what else it shows."""
    if text.headline:
        yield text.headline
    yield from (span.of(reading.page.text) for span in text.body)


def _keys(counts: Counter[str]) -> tuple[str, ...]:
    ranked = sorted(counts, key=lambda term: (-rarity(term) * (1 + min(counts[term], 4) / 4), term))
    return tuple(sorted(ranked[:KEYS]))


def _testimony(reading: Reading, text: Text, claim: Claim, *, place: int, lean: Lean | None) -> Testimony:
    headline = _is_headline(text, claim)
    speaker = claim.speaker if claim.manner != "own_voice" else None
    told = claim.content_spans if not is_act(claim) else (claim.span,)  # an act in the cue's words has another time
    own = [event for event in reading.events if event.id in claim.event_ids]
    events = [event for event in own if any(event.span.meets(span) for span in told)]
    content = " ".join(claim.span.of(reading.page.text).split()) if is_act(claim) else claim.content
    return Testimony(
        id=claim.id,
        place=place,
        content=content,
        terms=terms(content),
        headline=headline,
        manner=claim.manner,
        stance=claim.stance,
        speaker=speaker.name if speaker else None,
        quantities=claim.quantities,
        when=next((event.when for event in events if event.when), None),
        leans_on=lean.outlet if lean else None,
        leans_by=lean.claim_id if lean else None,
    )
