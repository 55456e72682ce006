"""`/export` and `/export/TABLE.FORM`: the record to be taken away, narrowed down by what the address carries."""

from collections.abc import Iterator
from itertools import chain
from threading import BoundedSemaphore
from typing import Annotated, Any, Literal, get_args

from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.exceptions import HTTPException
from starlette.responses import StreamingResponse

from sayso.desk.answer import sheet, twin
from sayso.desk.choice import Choice, Word
from sayso.desk.pages import changes, disputes, feed
from sayso.desk.room import AsOf, Room
from sayso.newsroom import Newsroom
from sayso.newsroom.exports import EXPORTED, Form, Table
from sayso.record import Shown, Sought, Standing, TextKind
from sayso.record.moment import moment

router = APIRouter()
MOST = 4  # exports that are taken at once: each holds one state of the record for as long as it takes
WAIT = {"Retry-After": "60"}
FORMS: tuple[Form, ...] = get_args(Form)
TABLES: tuple[Table, ...] = get_args(Table)
TAKEN = {
    "claims": ("q", "source", "outlet", "kind", "stance", "how", "since", "as_of"),
    "points": ("story", "standing", "contested", "shared", "since", "as_of"),
    "items": ("outlet", "source", "place", "kind", "standing", "since"),
    "disputes": ("kind", "as_of"),
    "changes": ("kind", "stealth", "since", "of"),
    "places": ("outlet", "source", "place", "kind", "standing", "since"),
}
_doors = BoundedSemaphore(MOST)


def _items(
    outlet: Word = None,
    source: Word = None,
    place: Word = None,
    kind: Annotated[TextKind | Literal[""] | None, Query(description="Items of this kind")] = None,
    *,
    standing: feed.Standings = None,
    since: Word = None,
) -> Shown:
    told = {"outlet": outlet, "source": source, "place": place, "kind": kind, "standing": standing, "since": since}
    if since:
        moment(since)
    return Shown(**{name: value or None for name, value in told.items()}, limit=0)  # type: ignore[arg-type]


def _points(
    story: Annotated[str | None, Query(max_length=40, description="Points of this story, by its id")] = None,
    standing: Annotated[Standing | Literal[""] | None, Query(description="Points of this standing")] = None,
    contested: Annotated[
        bool, Query(description="Points that somebody stands against or that sit ill with others")
    ] = False,
    shared: Annotated[bool, Query(description="Points on two pages or more, or contested")] = False,
    *,
    since: Annotated[str | None, Query(max_length=200, description="Points that moved since")] = None,
) -> Sought:
    return Sought(
        story=story or None,
        standing=(standing,) if standing else (),
        contested=contested,
        shared=shared,
        since=moment(since) if since else None,
        limit=0,
    )


Items = Annotated[Shown, Depends(_items)]
Points = Annotated[Sought, Depends(_points)]


@router.get("/export.json")
def exports_json(room: Room) -> Response:
    """The tables that can be taken away: what each holds, its columns, its addresses, what narrows it down."""
    return twin({"tables": _tables(room)})


@router.get("/export")
def exports(room: Room) -> Response:
    """What can be taken away, for people."""
    return sheet("export.html", tables=_tables(room), here="/export", json="/export.json")


@router.get("/export/claims.{form}")
def claims(request: Request, room: Room, form: Form, choice: Choice) -> Response:
    """Every claim that fits a search, in the order they were kept; `start`, `before` and `limit` ask nothing."""
    return _sent(request, room, "claims", form, lambda: room.export_claims(form, choice))


@router.get("/export/points.{form}")
def points(request: Request, room: Room, form: Form, choice: Points, as_of: AsOf) -> Response:
    """Points as they stand now, or as they stood, the oldest first."""
    return _sent(request, room, "points", form, lambda: room.export_points(form, choice, as_of))


@router.get("/export/items.{form}")
def items(request: Request, room: Room, form: Form, choice: Items) -> Response:
    """Story items, newest first."""
    return _sent(request, room, "items", form, lambda: room.export_items(form, choice))


@router.get("/export/disputes.{form}")
def disputed(request: Request, room: Room, form: Form, as_of: AsOf, kind: disputes.Asked = None) -> Response:
    """Disputes, those of the oldest points first."""
    return _sent(request, room, "disputes", form, lambda: room.export_disputes(form, kind or None, as_of))


@router.get("/export/changes.{form}")
def changed(request: Request, room: Room, form: Form, choice: changes.Choice) -> Response:
    """What edits changed, the latest first; `limit` asks nothing."""
    fits: Any = choice.fits
    return _sent(request, room, "changes", form, lambda: room.export_changes(form, fits, choice.since))


@router.get("/export/places.geojson")
def places(request: Request, room: Room, choice: Items) -> Response:
    """Places that items tell of events at, as GeoJSON."""
    return _sent(request, room, "places", "geojson", lambda: room.export_places(choice))


def _sent(request: Request, room: Newsroom, name: str, form: Form | Literal["geojson"], take: Any) -> Response:
    """The file, as it is made; who asks for its head alone gets that, and nothing is made."""
    at = room.now()[:16].replace(":", "")
    headers = {"Content-Disposition": f'attachment; filename="sayso-{name}-{at}.{form}"'}
    media = EXPORTED[form]
    if request.scope.get("bare"):
        head = Response(media_type=media, headers=headers)
        del head.headers["content-length"]  # nobody knows it before the file is made
        return head
    pieces = _one_of_few(take())
    first = next(pieces)  # so that what cannot be taken is told before anything is sent
    return StreamingResponse(chain([first], pieces), media_type=media, headers=headers)


def _one_of_few(pieces: Iterator[bytes]) -> Iterator[bytes]:
    if not _doors.acquire(blocking=False):
        raise HTTPException(503, f"{MOST} exports are being taken already: wait until one has ended", WAIT)
    try:
        yield from pieces
    finally:
        _doors.release()


def _tables(room: Newsroom) -> list[dict[str, Any]]:
    made = [
        {
            "name": name,
            "about": room.about(name),
            "columns": [{"name": column, "about": about} for column, about in room.columns(name)],
            "forms": {form: f"/export/{name}.{form}" for form in FORMS},
            "narrowed_by": list(TAKEN[name]),
        }
        for name in TABLES
    ]
    told = "Places that items tell of events at, each a point with its uncertainty; a government's name is no place."
    forms = {"geojson": "/export/places.geojson"}
    return [
        *made,
        {"name": "places", "about": told, "columns": [], "forms": forms, "narrowed_by": list(TAKEN["places"])},
    ]
