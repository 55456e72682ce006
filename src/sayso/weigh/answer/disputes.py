"""Disputes: a denial inside a point, and points that cannot both be right or sit ill together."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice

from sayso.plugs import Scales
from sayso.record import Conflict, Dispute, Pair, Proof, Reason, Stood, make_id, point_id
from sayso.weigh.answer.asked import points_of
from sayso.weigh.answer.points import AT_ONCE, Counting, stands
from sayso.weigh.trace.edges import address
from sayso.weigh.trace.press import Press


def disputes(scales: Scales, press: Press, as_of: str | None = None) -> Iterator[Dispute]:
    """Every dispute as of a UTC moment (null: now): between two points once, under the older one."""
    seen: set[str] = set()
    for proof in Counting(scales, press, as_of).proofs(_contested(scales, press, as_of)):
        for dispute in disputes_of(proof, scales, as_of):
            if dispute.id in seen:
                seen.remove(dispute.id)  # from its other side: it is not met a third time
                continue
            if dispute.left != dispute.right:
                seen.add(dispute.id)
            yield dispute


def disputes_of(proof: Proof, scales: Scales, as_of: str | None = None) -> Iterator[Dispute]:
    """The disputes that a point is one side of, its own side on the left."""
    yield from _inside(proof, scales)
    yield from _across(proof, scales, as_of)


def _contested(scales: Scales, press: Press, as_of: str | None) -> Iterator[str]:
    """The leading claims of points that somebody stands against or that sit ill with others."""
    leaders = scales.leaders()
    while batch := list(islice(leaders, AT_ONCE)):
        found = points_of(scales, press, batch, as_of)
        yield from (leader for leader, one in found.items() if one and (one.against or one.tensions))


def _inside(proof: Proof, scales: Scales) -> Iterator[Dispute]:
    """The denial of a point by claims of its own."""
    point = proof.point
    own = {seat.claim_id for seat in scales.seats(point.against) if point_id(seat.leader) == point.id}
    if point.for_ and own:
        rows = {row.claim.id: row for row in scales.stood({*point.for_, *own})}
        yield _dispute("denial", (point.id, point.for_), (point.id, tuple(sorted(own))), rows, ())


def _across(proof: Proof, scales: Scales, as_of: str | None) -> Iterator[Dispute]:
    """The disputes of a point with others, by claims that stand on both sides, on different pages."""
    point, mine = proof.point, set(proof.point.for_)
    pairs = [
        pair
        for pair in scales.pairs(point.for_)
        if pair.verdict in ("opposed", "in_tension") and pair.conflict not in (None, "denial")
    ]
    ends = {end for pair in pairs for end in (pair.left, pair.right)}
    rows = {row.claim.id: row for row in scales.stood(ends)}
    leaders = {seat.claim_id: seat.leader for seat in scales.seats(ends - mine)}
    across: defaultdict[tuple[str, Conflict], list[tuple[Pair, str, str]]] = defaultdict(list)
    for pair in pairs:
        near, far = (pair.left, pair.right) if pair.left in mine else (pair.right, pair.left)
        apart = near in rows and far in rows and address(rows[near].page) != address(rows[far].page)
        if far in leaders and apart and stands(rows[far], as_of) and pair.conflict:
            across[point_id(leaders[far]), pair.conflict].append((pair, near, far))
    for (other, kind), found in across.items():
        if other != point.id and not (kind == "figures" and other in point.rises):
            left = tuple(sorted({near for _, near, _ in found}))
            right = tuple(sorted({far for _, _, far in found}))
            yield _dispute(kind, (point.id, left), (other, right), rows, found[0][0].reasons)


def _dispute(
    kind: Conflict,
    left: tuple[str, tuple[str, ...]],
    right: tuple[str, tuple[str, ...]],
    rows: Mapping[str, Stood],
    reasons: tuple[Reason, ...],
) -> Dispute:
    """The dispute between two (point id, claims); it opens when the second of two sides first speaks."""
    first = [min((rows[one].start or "" for one in claims if one in rows), default="") for _, claims in (left, right)]
    return Dispute(
        id=make_id("dispute", *sorted((left[0], right[0])), kind),
        left=left[0],
        right=right[0],
        kind=kind,
        left_claims=left[1],
        right_claims=right[1],
        reasons=reasons,
        opened=max(first) or None,
    )
