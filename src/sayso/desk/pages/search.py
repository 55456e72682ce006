"""`/search?q=`: claims that hold all the words, best first, narrowed by who said it, where and how."""

from dataclasses import replace
from typing import Any, get_args

from fastapi import APIRouter, Response

from sayso.desk.answer import sheet, twin
from sayso.desk.choice import Choice, behind, given
from sayso.desk.paper import asked
from sayso.desk.room import Room
from sayso.desk.shape.found import rows
from sayso.newsroom import Newsroom
from sayso.record import Found, How, Kept, Search, SourceKind, Stance

router = APIRouter()


@router.get("/search.json")
def search_json(room: Room, choice: Choice) -> Response:
    """The claims that fit, each with the page it stands on; `next` is what an address carries to go on, or null."""
    return twin(claims_plain(room, choice))


@router.get("/search")
def search(room: Room, choice: Choice) -> Response:
    """What was said, by its words, for people."""
    found = looked_for(room, choice)
    told, more = given(choice), behind(choice, found)
    return sheet(
        "search.html",
        q=choice.words or "",
        told=told,
        choice=choice,
        asked_for=any(value for name, value in told.items() if name not in ("as_of", "limit")),
        found=rows(found, room.points_by([hit.claim.id for hit in found.hits], choice.as_of)),
        count=found.count,
        exact=found.exact,
        more=asked({**told, **more}) if more else "",
        kinds=get_args(SourceKind),
        stances=get_args(Stance),
        hows=get_args(How),
        as_of=choice.as_of,
        json=f"/search.json{asked(told)}",
    )


def looked_for(room: Newsroom, choice: Search) -> Found:
    """What fits a search; nothing where nothing is asked."""
    if not any((choice.words, choice.source, choice.outlet, choice.kind, choice.stance, choice.how, choice.since)):
        return Found(hits=(), count=0)
    if choice.words is None:
        choice = replace(choice, order="newest")
    return room.find_claims(choice)


def claims_plain(room: Newsroom, choice: Search) -> dict[str, Any]:
    """What fits a search, for programs."""
    found = looked_for(room, choice)
    claims = [Kept(hit.claim, hit.page, hit.text).plain() for hit in found.hits]
    return {"count": found.count, "exact": found.exact, "claims": claims, "next": behind(choice, found)}
