"""What a claim does and what is known of it, as pairs of a name and words; and why it was read so."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.desk.shape.wording import when_words
from sayso.record import Claim, Event, Grounds, Reading
from sayso.record.wording import field_words, quantities_words, shortened

STANCES = {
    "asserts": "asserts it",
    "denies": "denies it",
    "doubts": "doubts it",
    "promises": "promises it",
    "demands": "demands it",
    "declines": "declines to say",
}
MANNERS = {
    "direct": "in quotation marks",
    "indirect": "in the page's own words",
    "mixed": "partly in quotation marks",
    "own_voice": "by the outlet itself, nobody else named",
}
SURE = {"probable": "as probable", "possible": "as possible"}
LONGEST = 120  # characters of a value or of words in the grounds


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a field is what it is, for a template."""

    label: str
    value: str
    words: tuple[str, ...]
    rule: str
    by: str


def facts(claim: Claim, reading: Reading) -> tuple[tuple[str, str], ...]:
    """What is known of a claim, in the order in which a reader would ask."""
    return tuple(_facts(claim, reading))


def _facts(claim: Claim, reading: Reading) -> Iterator[tuple[str, str]]:
    sure = f", {SURE[claim.sure]}" if claim.sure in SURE else ""
    yield "The speaker", f"{STANCES[claim.stance]}{sure}"
    yield "Told", MANNERS[claim.manner]
    if claim.mode == "attitude":
        yield "Kind", "what somebody thinks, wants or fears, as the outlet tells it; not weighed as testimony"
    if claim.told_to:
        yield "Told to", claim.told_to.of(reading.page.text)
    if claim.unnamed_because:
        yield "Unnamed because", claim.unnamed_because.of(reading.page.text)
    if claim.stated:
        yield "Said", when_words(claim.stated)
    if claim.quantities:
        yield "Figures", "; ".join(quantities_words(claim.quantities, reading.page.text))
    for event in reading.events:
        if event.id in claim.event_ids and event.when:
            yield _event(event), when_words(event.when)
    certainty = "over 99%" if claim.score > 0.99 else f"{claim.score:.0%}"
    yield "Read", f"with {certainty} certainty, which says how sure the reader is of its reading, not of the claim"


def _event(event: Event) -> str:
    told = event.modality.capitalize() if event.modality != "hypothetical" else "Supposed"
    return f"{'Not ' + told.lower() if event.polarity == 'negative' else told} (“{event.trigger}”)"


def grounds_shown(grounds: Grounds, text: str) -> tuple[Ground, ...]:
    """The grounds of every field that has a value."""
    return tuple(
        Ground(
            label=field_words(one.field),
            value=shortened(one.value, LONGEST),
            words=tuple(dict.fromkeys(shortened(span.of(text), LONGEST) for span in one.spans)),
            rule=one.rule or "",
            by=one.by,
        )
        for one in grounds.grounds
        if one.value
    )
