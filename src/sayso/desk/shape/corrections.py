"""What editors corrected of a claim: which voice of its chain, and what the page printed there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.desk.shape.wording import capital
from sayso.record import Claim, Correction, Kept, corrected
from sayso.record.correction import places, standing
from sayso.record.keys import source_key
from sayso.record.wording import source_name


@dataclass(frozen=True, slots=True)
class Hop:
    """A voice of a chain as it stands now: its place as it was read, and, of one that was corrected, how.

    `printed` is what to call the voice that was read there, empty where nothing changed; `added` says that none was.
    """

    place: int
    printed: str = ""
    added: bool = False


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction as a row; `stands` is true where it can be taken back."""

    made: Correction
    words: str
    stands: bool


def as_corrected(kept: Kept, corrections: Sequence[Correction]) -> Kept:
    """The claim with its corrections, where it stands; one to which a speaker was added is the outlet's own no more."""
    claim = corrected(kept.claim, corrections)
    if claim.manner == "own_voice" and len(claim.chain) > len(kept.claim.chain):
        claim = replace(claim, manner="indirect")
    return Kept(claim, kept.page, kept.text)


def hops(claim: Claim, corrections: Sequence[Correction]) -> tuple[Hop, ...]:
    """For each voice of the corrected chain of a claim as it was read, where it comes from."""
    return tuple(_hops(claim, corrections))


def _hops(claim: Claim, corrections: Sequence[Correction]) -> Iterator[Hop]:
    struck = _struck(claim, corrections)
    for place, links in enumerate(places(claim, corrections)):
        read = claim.chain[place] if place < len(claim.chain) and place not in struck else None
        for number, link in enumerate(links, 1):
            if read is None or number < len(links):
                yield Hop(place, added=True)
            else:
                yield Hop(place, printed="" if link == read else source_name(read.source))


def gone(claim: Claim, corrections: Sequence[Correction]) -> tuple[str, ...]:
    """The voices of a claim as it was read that were struck out."""
    return tuple(source_name(claim.chain[place].source) for place in sorted(_struck(claim, corrections)))


def _struck(claim: Claim, corrections: Sequence[Correction]) -> set[int]:
    made = [one for one in standing(corrections) if one.what == "strike" and one.on == claim.id]
    return {one.hop for one in made if one.hop is not None and one.hop < len(claim.chain)}


def corrections_shown(claim: Claim, corrections: Sequence[Correction]) -> tuple[Corrected, ...]:
    """Every correction of a claim as it was read or of its sources, the last first."""
    stand = {one.id for one in standing(corrections)}
    told = {one.id: one for one in corrections}
    return tuple(
        Corrected(one, _words(claim, told.get(one.undoes or "", one), undo=one.what == "undo"), one.id in stand)
        for one in reversed(corrections)
    )


def _words(claim: Claim, one: Correction, *, undo: bool) -> str:
    told = ", ".join(filter(None, (one.name, one.described_as, one.kind, one.relation)))
    who = _who(claim, one)
    words = {
        "change": f"{who} is {told}" + ("" if one.hop is not None else ", wherever it is named"),
        "strike": f"{who} struck out of the chain",
        "add": f"{told} added " + (f"before {who}" if one.hop != len(claim.chain) else "behind the last voice"),
    }.get(one.what, "")
    return capital(f"taken back: {words}" if undo else words)


def _who(claim: Claim, one: Correction) -> str:
    if one.hop is None:
        found = (link.source for link in claim.chain if source_key(link.source) == one.on)
        return next(map(source_name, found), one.on)
    return source_name(claim.chain[one.hop].source) if one.hop < len(claim.chain) else ""
