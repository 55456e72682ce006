"""Disputes: a denial inside a point, and points that cannot both be right or sit ill together."""

from collections import defaultdict
from collections.abc import Iterator

from sayso.plugs import Scales
from sayso.record import Conflict, Dispute, Pair, Proof, make_id
from sayso.weigh.points import Counting, point_id
from sayso.weigh.press import Press


def disputes(scales: Scales, press: Press, as_of: str | None = None) -> Iterator[Dispute]:
    """Every dispute as of a UTC moment (null: now): between two points once, under the older one."""
    seen: set[str] = set()
    for proof in Counting(scales, press, as_of).proofs(scales.leaders()):
        for dispute in _of(proof, scales):
            if dispute.id not in seen:
                seen.add(dispute.id)
                yield dispute


def _of(proof: Proof, scales: Scales) -> Iterator[Dispute]:
    point = proof.point
    own = {seat.claim_id for seat in scales.seats(point.against) if point_id(seat.leader) == point.id}
    if point.for_ and own:
        yield _dispute(point.id, point.id, "denial", point.for_, tuple(sorted(own)), ())
    across: defaultdict[tuple[str, Conflict], list[Pair]] = defaultdict(list)
    mine = set(point.for_)
    pairs = [pair for pair in scales.pairs(point.for_) if pair.verdict in ("opposed", "in_tension")]
    far = {end for pair in pairs for end in (pair.left, pair.right)} - mine
    leaders = {seat.claim_id: seat.leader for seat in scales.seats(far)}
    for pair in pairs:
        other = pair.right if pair.left in mine else pair.left
        if other in leaders and pair.conflict and pair.conflict != "denial":
            across[point_id(leaders[other]), pair.conflict].append(pair)
    for (other_point, kind), found in across.items():
        if other_point != point.id:
            left = tuple(sorted({end for pair in found for end in (pair.left, pair.right) if end in mine}))
            right = tuple(sorted({end for pair in found for end in (pair.left, pair.right) if end not in mine}))
            yield _dispute(point.id, other_point, kind, left, right, found)


def _dispute(
    left: str, right: str, kind: Conflict, left_claims: tuple[str, ...], right_claims: tuple[str, ...], pairs: object
) -> Dispute:
    first, second = sorted((left, right))
    reasons = pairs[0].reasons if isinstance(pairs, list) and pairs else ()
    return Dispute(
        id=make_id("dispute", first, second, kind),
        left=left,
        right=right,
        kind=kind,
        left_claims=left_claims,
        right_claims=right_claims,
        reasons=reasons,
    )
