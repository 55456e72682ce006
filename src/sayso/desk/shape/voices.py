"""Who speaks, told apart by shape and word: named people, the unnamed, institutions."""

from dataclasses import dataclass
from typing import Literal

from sayso.desk.shape.links import host
from sayso.record import Claim, Kept, Source
from sayso.record.keys import outlet_key, source_key
from sayso.record.wording import count_words, source_name

Shape = Literal["named", "unnamed", "institution"]
KINDS = {
    "organisation": "institution",
    "office": "office",
    "outlet": "outlet",
    "document": "document",
}
SHORT = 8  # digits of an id that are shown


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice for a template: what to call it, its shape, the word for the shape, and what else is known.

    `at` is the address of its own page, empty for the unnamed, of whom two may be anybody.
    """

    name: str
    shape: Shape
    word: str
    notes: tuple[str, ...] = ()
    at: str = ""


def voice_of(source: Source, name: str | None = None) -> Voice:
    """A source as a voice; `name` instead of its own where a page knows better."""
    shape = shape_of(source)
    return Voice(name or source_name(source), shape, _word(source, shape), tuple(_notes(source)), _at(source))


def _at(source: Source) -> str:
    if not source.name:
        return ""
    return f"/outlet/{outlet_key(source.name)}" if source.kind == "outlet" else f"/source/{source_key(source)}"


def shape_of(source: Source) -> Shape:
    """Filled dot, hollow dot or square; a person known by office alone is not named."""
    if source.kind in KINDS:
        return "institution"
    named = source.kind == "person" and source.name and source.anonymity in (None, "named")
    return "named" if named else "unnamed"


def _word(source: Source, shape: Shape) -> str:
    if source.used_as == "government":
        return "government"
    if shape == "institution":
        return KINDS[source.kind]
    if shape == "named":
        return "named"
    if source.kind == "crowd":
        return "many people"
    count = f", {count_words(source.count, 'source')}" if source.count else ""
    return {"described": "told by office, not by name", "affiliated": "unnamed, side told"}.get(
        source.anonymity or "", "unnamed"
    ) + count


def _notes(source: Source) -> list[str]:
    return [source.described_as] if source.name and source.described_as else []


def outlet_name(kept: Kept) -> str:
    """The outlet of a claim's page; where nobody said, its host, else the page's id."""
    told = (kept.claim.chain[0].source.name if kept.claim.chain else None) or kept.page.outlet
    return told or host(kept.page.url) or unnamed(kept.page.id)


def unnamed(page_id: str) -> str:
    """What stands for the outlet of a page that names none."""
    return f"page {page_id[:SHORT]}"


def speaker_of(claim: Claim, outlet: str) -> Voice:
    """The farthest voice that a page names; its outlet where it speaks for itself."""
    speaker = claim.speaker
    if speaker is None or claim.manner == "own_voice":
        return Voice(outlet, "institution", "outlet, in its own voice")
    return voice_of(speaker, outlet if speaker.kind == "outlet" and not speaker.name else None)
