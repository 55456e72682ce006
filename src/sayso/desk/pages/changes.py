"""`/changes`: what edits did to claims that were already out."""

from heapq import nlargest
from itertools import islice
from typing import Annotated, Literal, NamedTuple, get_args

from fastapi import APIRouter, Depends, Query, Response

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


class Wanted(NamedTuple):
    """Which changes are asked for; raises RecordError for what is no time."""

    kind: str | None
    stealth: bool
    since: str | None
    of: str | None
    limit: int

    def fits(self, change: Change) -> bool:
        """Whether a change is one of them, the time aside."""
        return (
            self.kind in (None, change.kind)
            and (change.stealth or not self.stealth)
            and self.of in (None, change.text_id, change.replaces)
        )


def _wanted(
    kind: Asked = None,
    stealth: Stealth = False,
    since: Word = None,
    of: Annotated[str | None, Query(max_length=40, description="Of this story item alone")] = None,
    *,
    limit: Limit = STEP,
) -> Wanted:
    return Wanted(kind or None, stealth, moment(since) if since else None, of or None, limit)


Choice = Annotated[Wanted, Depends(_wanted)]


@router.get("/changes.json")
def changes_json(room: Room, choice: Choice) -> Response:
    """Changes, the latest first."""
    return twin({"changes": _found(room, choice)[: choice.limit]})


@router.get("/changes")
def changes(room: Room, choice: Choice) -> Response:
    """Changes for people."""
    found, limit = _found(room, choice), choice.limit
    ends = {end for one in found for end in (one.before, one.after) if end}
    told = {**choice._asdict(), "stealth": "true" if choice.stealth else None}
    more = asked({**told, "limit": min(limit + STEP, MOST)}) if len(found) > limit < MOST else ""
    return sheet(
        "changes.html",
        edits=list(edits(found[:limit], room.kept(ends))),
        kinds=get_args(ChangeKind),
        choice=choice,
        more=more,
        here="/changes",
        json=f"/changes.json{asked({**told, 'limit': None})}",
    )


def _found(room: Newsroom, choice: Wanted) -> list[Change]:
    """The latest changes, one more than the limit where there is one."""
    rows = room.changes_moved() if choice.since is None else iter(room.changes(choice.since))
    fitting = (one for one in rows if choice.fits(one))
    if choice.since is None:
        return list(islice(fitting, choice.limit + 1))
    return nlargest(choice.limit + 1, fitting, key=lambda one: one.at or "")
