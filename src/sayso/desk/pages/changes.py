"""`/changes`: what edits did to claims that were already out."""

from heapq import nlargest
from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Query, Response

from sayso.desk.answer import sheet, twin
from sayso.desk.choice import MOST, Limit, Word
from sayso.desk.paper import asked
from sayso.desk.room import Room
from sayso.desk.shape.change import edits
from sayso.newsroom import Newsroom
from sayso.record import Change, ChangeKind
from sayso.record.moment import moment

router = APIRouter()
STEP = 25
Asked = Annotated[ChangeKind | Literal[""] | None, Query(description="Changes of this kind")]
Stealth = Annotated[bool, Query(description="Only where the page shows no mark of an update or a correction")]


@router.get("/changes.json")
def changes_json(
    room: Room, kind: Asked = None, stealth: Stealth = False, since: Word = None, limit: Limit = STEP
) -> Response:
    """Changes, the latest first."""
    return twin({"changes": _found(room, since, limit, kind, stealth)[:limit]})


@router.get("/changes")
def changes(
    room: Room, kind: Asked = None, stealth: Stealth = False, since: Word = None, limit: Limit = STEP
) -> Response:
    """Changes for people."""
    found = _found(room, since, limit, kind, stealth)
    ends = {end for one in found for end in (one.before, one.after) if end}
    told = {"kind": kind, "stealth": "true" if stealth else None, "since": since}
    return sheet(
        "changes.html",
        edits=list(edits(found[:limit], room.kept(ends))),
        kinds=get_args(ChangeKind),
        kind=kind or "",
        stealth=stealth,
        since=since or "",
        more=asked({**told, "limit": min(limit + STEP, MOST)}) if len(found) > limit < MOST else "",
        here="/changes",
        json=f"/changes.json{asked(told)}",
    )


def _found(room: Newsroom, since: str | None, limit: int, kind: str | None, stealth: bool) -> list[Change]:
    """The latest changes, one more than the limit where there is one; raises RecordError for what is no time."""
    rows = (one for one in room.changes(moment(since) if since else None) if kind in (None, "", one.kind))
    return nlargest(limit + 1, (one for one in rows if one.stealth or not stealth), key=lambda one: one.at or "")
