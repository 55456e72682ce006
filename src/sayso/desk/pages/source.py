"""`/sources` and `/source/KEY`: who speaks, what they said, through whom, who carries it."""

from contextlib import suppress
from dataclasses import replace
from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Query, Response

from sayso.desk.answer import sheet, twin
from sayso.desk.choice import Behind, Choice, Limit, Word, behind, given, place_of, place_word
from sayso.desk.pages.search import claims_plain
from sayso.desk.paper import asked
from sayso.desk.room import Room
from sayso.desk.shape.found import rows
from sayso.desk.shape.voices import voice_of
from sayso.errors import NotKept
from sayso.record import Listed, SourceKind, Stance, Voiced
from sayso.record.keys import outlet_key
from sayso.record.plain import to_plain

router = APIRouter()
STEP = 50
Kind = Annotated[SourceKind | Literal[""] | None, Query(description="Sources of this kind")]


@router.get("/sources.json")
def sources_json(room: Room, q: Word = None, kind: Kind = None, before: Behind = None, limit: Limit = STEP) -> Response:
    """Sources with the number of their claims, those of most first."""
    found, after = _found(room, q, kind, before, limit)
    return twin({"sources": found, "next": after})


@router.get("/sources")
def sources(room: Room, q: Word = None, kind: Kind = None, before: Behind = None, limit: Limit = STEP) -> Response:
    """Who speaks, for people."""
    found, after = _found(room, q, kind, before, limit)
    told = {"q": q, "kind": kind}
    return sheet(
        "sources.html",
        found=[(one, voice_of(one.source)) for one in found if one.source.name or one.source.kind != "outlet"],
        words=q or "",
        kind=kind or "",
        kinds=get_args(SourceKind),
        more=asked({**told, "before": after}) if after else "",
        here="/sources",
        json=f"/sources.json{asked(told)}",
    )


@router.get("/source/{key}.json")
def source_json(room: Room, key: str, choice: Choice) -> Response:
    """A source with what is counted of it, and its claims, newest first."""
    found = room.voiced(key)
    return twin({**to_plain(found), **claims_plain(room, replace(choice, words=None, source=found.key))})


@router.get("/source/{key}")
def source(room: Room, key: str, choice: Choice) -> Response:
    """A source for people: what it said, newest first."""
    found = room.voiced(key)
    choice = replace(choice, words=None, source=found.key, order="newest")
    said = room.find_claims(choice)
    told = {**given(choice), "source": None}
    more = behind(choice, said)
    return sheet(
        "source.html",
        found=found,
        voice=voice_of(found.source),
        published=_published(room, found),
        said=rows(said, room.points_by([hit.claim.id for hit in said.hits], choice.as_of)),
        stance=choice.stance or "",
        stances=get_args(Stance),
        more=asked({**told, **more}) if more else "",
        as_of=choice.as_of,
        json=f"/source/{found.key}.json{asked(told)}",
    )


def _published(room: Room, found: Voiced) -> str:
    """The address of an outlet's own pages, empty where none is in the record."""
    key = outlet_key(found.source.name) if found.source.kind == "outlet" else ""
    with suppress(NotKept):
        return f"/outlet/{room.outlet(key).key}" if key else ""
    return ""


def _found(
    room: Room, q: str | None, kind: SourceKind | Literal[""] | None, before: str | None, limit: int
) -> tuple[list[Voiced], str | None]:
    """Sources of a page of the list, and the cursor of the next."""
    rows_ = list(room.voices(Listed(words=q or None, kind=kind or None, before=place_of(before), limit=limit + 1)))
    return rows_[:limit], place_word(rows_[limit - 1].cursor) if len(rows_) > limit else None
