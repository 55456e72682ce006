"""What is filed of a story item and of a claim, so that lists find them: the same for every store."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from sayso.record import Claim, Page, Reading, Source, Text
from sayso.record.fold import words
from sayso.record.keys import outlet_key, source_key
from sayso.record.moment import latest, moment, stood_from, zone_of

LEAD = 300  # characters of the body that a list shows
VOICES = 5  # speakers that a list names
FILED = 100  # words of one headline or name that it is found by; what has more is no headline
EVERY = "every"  # what each item is filed under
_WORDED = ("word", "by", "out", "place")  # kinds of keys that are words of what is told
How = Literal["own", "told", "relayed"]


@dataclass(frozen=True, slots=True)
class Slip:
    """A story item as lists know it: its moment, what it is filed under, its words, how it begins, who speaks in it."""

    at: str
    outlet: str | None
    keys: frozenset[str]
    headline: tuple[str, ...]
    body: tuple[str, ...]
    lead: str
    voices: tuple[Source, ...]
    claims: int


def slips_of(reading: Reading) -> dict[str, Slip]:
    """Text id → slip of every story item on a page."""
    outlet = outlet_of(reading)
    said: dict[str, list[Claim]] = {text.id: [] for text in reading.texts}
    for claim in sorted(reading.claims, key=lambda claim: claim.span):
        said[claim.text_id].append(claim)
    return {text.id: _slip(reading, text, said[text.id], outlet) for text in reading.texts}


def outlet_of(reading: Reading) -> str | None:
    """The page's outlet, else the one that begins a chain of its claims."""
    names = (claim.chain[0].source.name for claim in reading.claims if claim.chain)
    return reading.page.outlet or next((name for name in names if name), None)


def how_of(claim: Claim) -> How:
    """Whether the outlet says it itself, was told it, or has it through another voice or from another outlet."""
    if len(claim.chain) < 2:
        return "own"
    return "relayed" if len(claim.chain) > 2 or claim.chain[-1].source.kind == "outlet" else "told"


def relay_of(claim: Claim) -> Source | None:
    """The voice before the speaker, null where the outlet has it from the speaker or says it itself."""
    return claim.chain[-2].source if len(claim.chain) > 2 else None


def at_of(page: Page, text: Text) -> str:
    """When an item was published, else captured, never later than it was captured or stood; empty where unknown."""
    captured = moment(page.captured) if page.captured else None
    times = (latest(text.published, zone_of(page)) or captured, captured, stood_from(page, text))
    return min((time for time in times if time), default="")


def _slip(reading: Reading, text: Text, said: list[Claim], outlet: str | None) -> Slip:
    page = reading.page
    body = [span.of(page.text) for span in text.body]
    speakers = {source_key(one): one for claim in said if how_of(claim) != "own" and (one := claim.speaker)}
    return Slip(
        at=at_of(page, text),
        outlet=outlet,
        keys=frozenset(_keys(reading, text, said, outlet)),
        headline=words(text.headline or ""),
        body=words("\n".join(body)),
        lead=_begun(" ".join(body[:2])),
        voices=tuple(speakers.values())[:VOICES],
        claims=len(said),
    )


def _keys(reading: Reading, text: Text, said: list[Claim], outlet: str | None) -> Iterator[str]:
    yield EVERY
    yield f"text {text.kind}"
    yield from _each("word", text.headline)
    if outlet:
        yield f"outlet {outlet_key(outlet)}"
        yield from _each("out", outlet)
    for claim in said:
        yield f"stance {claim.stance}"
        if speaker := claim.speaker:
            yield f"kind {speaker.kind}"
            yield f"voice {source_key(speaker)}"
            yield from _each("by", speaker.name or speaker.described_as)
    yield from _each("place", (text.dateline or "").split("(")[0])
    for event in reading.events:
        if text.span.holds(event.span):
            for place in event.places:
                if place.used_as == "place":
                    yield from _each("place", place.name)


def _each(kind: str, told: str | None) -> list[str]:
    return [f"{kind} {word}" for word in words(told or "")[:FILED]]


def _begun(told: str) -> str:
    """The words on one line, cut between two of them where they are long."""
    line = " ".join(told.split())
    if len(line) <= LEAD:
        return line
    return (line[:LEAD].rsplit(" ", 1)[0] if " " in line[:LEAD] else line[: LEAD - 1]) + "…"


def keys_asked(given: Mapping[str, str | None], known: Iterable[str]) -> list[str]:
    """The keys of a choice: `known` are those of its source and outlet that are keys already."""
    exact = set(known)
    found: list[str] = []
    for kind, told in given.items():
        whole = {"by": "voice", "out": "outlet"}.get(kind, "")
        if told is None:
            continue
        if whole and f"{whole} {told}" in exact:
            found.append(f"{whole} {told}")
        else:
            found += (_each(kind, told) or ["nothing"]) if kind in _WORDED else [f"{kind} {told}"]
    return list(dict.fromkeys(found))
