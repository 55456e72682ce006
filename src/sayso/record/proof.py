"""Why a point counts what it counts, who disputes it and what edits changed."""

from dataclasses import dataclass
from typing import Literal

from sayso.record.point import Edge, Origin, Point, Reason
from sayso.record.weighed import Conflict

ChangeKind = Literal["added", "withdrawn", "softened", "hardened", "re-attributed", "recounted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A mention that adds no origin of its own, and why: "copies", "same publisher", "unknown upstream" …"""

    claim_id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The counting of one point, laid open: origins for and against, every edge, every mention left out.

    `relays_of_withdrawn` are claims that still relay a report which its origin withdrew.
    """

    point: Point
    origins_for: tuple[Origin, ...] = ()
    origins_against: tuple[Origin, ...] = ()
    edges: tuple[Edge, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    relays_of_withdrawn: tuple[str, ...] = ()

    @property
    def claim_ids(self) -> set[str]:
        """Ids of every claim that the proof speaks of."""
        ends = {end for edge in self.edges for end in (edge.from_, edge.to)}
        told = {claim for origin in (*self.origins_for, *self.origins_against) for claim in origin.claims}
        left = {one.claim_id for one in self.left_out}
        return {*self.point.for_, *self.point.against, *self.relays_of_withdrawn} | ends | told | left


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Two answers to one question, or two that sit ill together.

    `left` and `right` are point ids, the same one where a denial stands inside its point. `left_claims`,
    `right_claims` are the claims on each side; `kind` is denial, figures, exclusion, or tension (only implied).
    """

    id: str
    left: str
    right: str
    kind: Conflict
    left_claims: tuple[str, ...] = ()
    right_claims: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    opened: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an edit of a story item changed about one claim.

    `before` and `after` are claim ids, null where the claim was added or withdrawn. `stealth` is true where the page
    shows no mark of an update or correction. `at` is the moment from which the new text stood.
    """

    id: str
    kind: ChangeKind
    at: str | None
    text_id: str
    replaces: str
    before: str | None = None
    after: str | None = None
    stealth: bool = False
    point_ids: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
