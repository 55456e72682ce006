"""Which outlet a story item leans on where a sentence of it does not say: named once, meant for more."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.record import Claim
from sayso.weigh.trace.papers import is_piece

LEAD = 3  # claims at the top in which a story item says where it has its story from
_PEOPLE = ("unnamed", "crowd")


@dataclass(frozen=True, slots=True)
class Lean:
    """An outlet that a story item leans on, and the claim that names it."""

    outlet: str
    claim_id: str


def leaning(claims: Sequence[Claim]) -> dict[str, Lean]:
    """Claim id → the outlet it is from, for claims (of one story item, in reading order) that do not name it.

    Unnamed people, and "the report", belong to the outlet that the page last named together with such people ("sources
    told the Post", then "one source said"); the outlet's own sentences to the one outlet that its first claims cite.
    """
    found: dict[str, Lean] = {}
    people: Lean | None = None
    lead = _lead(claims)
    for claim in claims:
        cited = _cited(claim)
        speaker = claim.speaker
        unnamed = speaker is not None and (speaker.kind in _PEOPLE or is_piece(speaker))
        if cited and (unnamed or speaker is not None and speaker.kind == "outlet"):
            people = Lean(cited, claim.id)
        if cited:
            continue
        if unnamed and people:
            found[claim.id] = people
        elif claim.manner == "own_voice" and lead:
            found[claim.id] = lead
    return found


def _lead(claims: Sequence[Claim]) -> Lean | None:
    """The one outlet that the first claims cite, if the rest cite no other."""
    cited = [Lean(name, claim.id) for claim in claims if (name := _cited(claim))]
    first = {claim.id for claim in claims[:LEAD]}
    if len({lean.outlet for lean in cited}) == 1 and cited[0].claim_id in first:
        return cited[0]
    return None


def _cited(claim: Claim) -> str | None:
    """The farthest outlet that a claim's chain names beyond the page's own."""
    own = claim.chain[0].source.name if claim.chain else None
    for link in reversed(claim.chain[1:]):
        name = link.source.name or link.source.described_as
        if link.source.kind == "outlet" and name and link.source.name != own:
            return name
    return None
