"""`/trail`: who did what, when."""

from typing import Annotated, Literal, NamedTuple, get_args

from fastapi import APIRouter, Depends, Query, Response

from sayso.desk.answer import sheet, twin
from sayso.desk.choice import Limit, Word
from sayso.desk.gate.who import Editor
from sayso.desk.paper import asked
from sayso.desk.room import Room
from sayso.record import Act, Deed, Trailed
from sayso.record.moment import moment

router = APIRouter()
STEP = 50
SHORT = 8  # letters of an id by which people tell it from others


class Trail(NamedTuple):
    """A stretch of the trail, the choice it answers, and the place of its last act where more stand before it."""

    choice: Trailed
    acts: list[Act]
    next: int | None


def _trail(
    room: Room,
    who: Editor,
    by: Word = None,
    did: Annotated[Deed | Literal[""] | None, Query()] = None,
    on: Word = None,
    *,
    since: Word = None,
    before: Annotated[int | None, Query(ge=0, le=2**62, description="The `next` of the page before")] = None,
    limit: Limit = STEP,
) -> Trail:
    if since:
        moment(since)
    choice = Trailed(by=by or None, did=did or None, on=on or None, since=since or None, before=before, limit=limit + 1)
    found = list(room.acts(choice))
    return Trail(choice, found[:limit], found[limit - 1].place if len(found) > limit else None)


Told = Annotated[Trail, Depends(_trail)]


@router.get("/trail.json")
def trail_json(trail: Told) -> Response:
    """Who did what, the last first; `next` is what an address carries as `before` to go on, or null."""
    return twin({"acts": trail.acts, "next": trail.next})


@router.get("/trail")
def trail(trail: Told) -> Response:
    """Who did what, for people."""
    told = {name: getattr(trail.choice, name) for name in ("by", "did", "on", "since")}
    return sheet(
        "trail.html",
        acts=[(act, *place_of(act)) for act in trail.acts],
        choice=trail.choice,
        deeds=get_args(Deed),
        more=asked({**told, "before": trail.next}) if trail.next is not None else "",
        here="/trail",
        json=f"/trail.json{asked(told)}",
    )


def place_of(act: Act) -> tuple[str, str]:
    """The address of what an act was done to and what it is called, empty for a person."""
    if act.did in ("ruled", "reviewed", "corrected", "undid"):
        if "-" in act.on:
            return f"/source/{act.on}", f"source {act.on}"
        return f"/claim/{act.on}", f"claim {act.on[:SHORT]}"
    if act.did in ("drafted", "edited", "published", "withdrew", "reviewed a brief"):
        return f"/brief/{act.on}", f"brief {act.on[:SHORT]}"
    return "", ""
