"""`/disputes`: who says what against whom, each as a split row."""

from heapq import nlargest
from itertools import islice
from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Query, Response

from sayso.desk.answer import sheet, twin
from sayso.desk.choice import MOST, Limit
from sayso.desk.paper import asked
from sayso.desk.room import AsOf, Room
from sayso.desk.shape.dispute import splits
from sayso.newsroom import Newsroom
from sayso.record import Dispute

router = APIRouter()
Kind = Literal["denial", "figures", "exclusion", "tension"]
Asked = Annotated[Kind | Literal[""] | None, Query(description="Disputes of this kind")]
STEP = 12


@router.get("/disputes.json")
def disputes_json(room: Room, as_of: AsOf, kind: Asked = None, limit: Limit = STEP) -> Response:
    """Disputes, those that moved last first."""
    return twin({"disputes": _found(room, as_of, kind, limit)[:limit]})


@router.get("/disputes")
def disputes(room: Room, as_of: AsOf, kind: Asked = None, limit: Limit = STEP) -> Response:
    """Disputes for people."""
    found = _found(room, as_of, kind, limit)
    claims = {claim for one in found for claim in (*one.left_claims, *one.right_claims)}
    ends = {claim for one in found for side in (one.left_claims, one.right_claims) for claim in side[:1]}
    points = {point.id: point for point in room.points_by(ends, as_of).values()}
    told = {"as_of": as_of, "kind": kind}
    more = asked({**told, "limit": min(limit + STEP, MOST)}) if len(found) > limit < MOST else ""
    return sheet(
        "disputes.html",
        splits=list(splits(found[:limit], None, room.kept(claims), points)),
        points=points,
        kinds=get_args(Kind),
        kind=kind or "",
        more=more,
        as_of=as_of,
        here="/disputes",
        json=f"/disputes.json{asked(told)}",
    )


def _found(room: Newsroom, as_of: str | None, kind: str | None, limit: int) -> list[Dispute]:
    """The disputes that opened last, one more than the limit where there is one; now, those that moved last first."""
    if as_of is None:
        told = (one for one, _ in room.disputes_moved(limit=0) if kind in (None, "", one.kind))
        return list(islice(told, limit + 1))
    rows = (one for one in room.disputes(as_of) if kind in (None, "", one.kind))
    return nlargest(limit + 1, rows, key=lambda one: (one.kind != "tension", one.opened or ""))
