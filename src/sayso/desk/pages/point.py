"""`/point/ID`: one question of fact, who stands behind it and against it, and how that was counted."""

from contextlib import suppress

from fastapi import APIRouter, Response

from sayso.desk.answer import sheet, twin
from sayso.desk.paper import asked
from sayso.desk.room import AsOf, Room
from sayso.desk.shape.point import point_sheet
from sayso.desk.shape.ruling import Ruled, ruled
from sayso.errors import NotKept
from sayso.newsroom import Newsroom
from sayso.record import Dispute, Point, Proof, Story

router = APIRouter()


@router.get("/point/{point_id}.json")
def point_json(room: Room, point_id: str, as_of: AsOf) -> Response:
    """The Proof of a point."""
    return twin(room.why(point_id, as_of))


@router.get("/point/{point_id}")
def point(room: Room, point_id: str, as_of: AsOf) -> Response:
    """A point laid open, for people."""
    proof = room.why(point_id, as_of)
    disputes = room.disputes_of(proof, as_of)
    ends = {claim for one in disputes for claim in (*one.left_claims, *one.right_claims)}
    kept = room.kept(proof.claim_ids | ends)
    laid = point_sheet(proof, kept, disputes, _others(room, proof, disputes, as_of), list(room.silent(proof)))
    at = f"/point/{proof.point.id}.json{asked({'as_of': as_of})}"
    story = _story(room, proof, as_of)
    return sheet("point.html", sheet=laid, story=story, rulings=_rulings(room, proof), as_of=as_of, json=at)


def _rulings(room: Newsroom, proof: Proof) -> tuple[Ruled, ...]:
    found = list(room.rulings(proof.claim_ids))
    return ruled(found, room.kept({end for one in found for end in (one.left, one.right)}))


def _others(room: Newsroom, proof: Proof, disputes: tuple[Dispute, ...], as_of: str | None) -> dict[str, Point]:
    """The points on the other sides of its disputes."""
    far = {one.right_claims[0] for one in disputes if one.right != proof.point.id and one.right_claims}
    return {point.id: point for point in room.points_by(far, as_of).values()}


def _story(room: Newsroom, proof: Proof, as_of: str | None) -> Story | None:
    with suppress(NotKept):
        return room.story(proof.point.story_id, as_of) if proof.point.story_id else None
    return None
