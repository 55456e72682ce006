"""A page as captured: who says so in a box, and each claim as a note beside its words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from sayso.desk.shape.voices import Voice, speaker_of, voice_of
from sayso.record import Claim, Page, Point
from sayso.record.wording import claim_tags, link_words

LIT = 250  # claims of a page whose words and note light up together
GROUPS = (("named", "named"), ("unnamed", "unnamed"), ("institution", "institutions"))


@dataclass(frozen=True, slots=True)
class Note:
    """A claim in the margin; `via` are the relays between speaker and outlet, the nearest to the speaker first."""

    number: int
    claim_id: str
    speaker: Voice
    verb: str
    via: tuple[str, ...]
    tags: tuple[str, ...]
    point: Point | None


@dataclass(frozen=True, slots=True)
class Sayer:
    """A voice of the page with the numbers of its claims, the first few."""

    voice: Voice
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Voices of one shape."""

    title: str
    sayers: tuple[Sayer, ...]


def notes(page: Page, claims: Mapping[int, Claim], points: Mapping[str, Point]) -> dict[int, Note]:
    """The notes of a page by their numbers; `points` by claim id."""
    return {number: _note(number, page, claim, points) for number, claim in claims.items()}


def _note(number: int, page: Page, claim: Claim, points: Mapping[str, Point]) -> Note:
    last = claim.chain[-1] if claim.chain else None
    return Note(
        number=number,
        claim_id=claim.id,
        speaker=speaker_of(claim, page.outlet or "the outlet"),
        verb=link_words(last) if last and len(claim.chain) > 1 and last.cue else "",
        via=tuple(voice_of(link.source).name for link in reversed(claim.chain[1:-1])),
        tags=tuple(claim_tags(claim)),
        point=points.get(claim.id),
    )


def groups(found: Iterable[Note]) -> tuple[Group, ...]:
    """Who says so: the voices of a page by their shape, each once, in the order in which they speak."""
    voices: dict[tuple[str, str], tuple[Voice, list[int]]] = {}
    for note in found:
        key = (note.speaker.shape, note.speaker.name.casefold())
        voices.setdefault(key, (note.speaker, []))[1].append(note.number)
    return tuple(
        Group(f"{len(mine)} {word if len(mine) != 1 or shape != 'institution' else 'institution'}", tuple(mine))
        for shape, word in GROUPS
        if (mine := [Sayer(voice, tuple(at)) for (its, _), (voice, at) in voices.items() if its == shape])
    )


@cache
def lights() -> str:
    """Style by which the words and the note of each claim light up together: one rule a claim."""
    rule = (
        "main:has(.k{0}:hover,.r{0}:is(:focus-visible,:target),#n{0}:is(:hover,:focus-within,:target))"
        " :is(.k{0},#n{0}){{--lit:var(--glow)}}\n"
    )
    return "".join(rule.format(number) for number in range(1, LIT + 1))
