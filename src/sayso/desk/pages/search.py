"""`/search?q=`: claims that hold all the words, best first, narrowed by who said it, where and how."""

from dataclasses import replace
from typing import Annotated, get_args

from fastapi import APIRouter, Query, Response

from sayso.desk.answer import sheet, twin
from sayso.desk.choice import MOST, STEP, Choice, given
from sayso.desk.paper import asked
from sayso.desk.room import Room
from sayso.desk.shape.found import found
from sayso.record import Kept, SourceKind, Stance

router = APIRouter()
Words = Annotated[str, Query(max_length=400, description="Words of what was said, of the speaker or the headline")]


@router.get("/search.json")
def search_json(room: Room, choice: Choice, q: Words = "") -> Response:
    """The claims that hold all the words, best first, each with the page it stands on."""
    return twin({"q": q, "claims": [one.plain() for one in _found(room, q, choice)[: choice.limit]]})


@router.get("/search")
def search(room: Room, choice: Choice, q: Words = "") -> Response:
    """What was said, by its words, for people."""
    rows = _found(room, q, choice)
    points = room.points_by([one.claim.id for one in rows], choice.as_of)
    told = given(choice, q=q)
    more = asked({**told, "limit": min(choice.limit + STEP, MOST)})
    return sheet(
        "search.html",
        q=q,
        choice=choice,
        found=[found(one, q, points.get(one.claim.id)) for one in rows[: choice.limit]],
        more=more if len(rows) > choice.limit < MOST else "",
        kinds=get_args(SourceKind),
        stances=get_args(Stance),
        as_of=choice.as_of,
        json=f"/search.json{asked(told)}",
    )


def _found(room: Room, q: str, choice: Choice) -> list[Kept]:
    """The claims found, one more than the limit, where there is one."""
    return list(room.search(q, replace(choice, limit=choice.limit + 1))) if q.strip() else []
