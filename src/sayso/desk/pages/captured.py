"""`/page/ID`: a page as it was captured, its parts labelled, its claims marked, each with its chain beside it."""

from hashlib import sha256

from fastapi import APIRouter, Response

from sayso.desk.answer import sheet, twin
from sayso.desk.room import Room
from sayso.desk.shape.captured import groups, lights, notes
from sayso.desk.shape.links import host, outside
from sayso.errors import NotKept
from sayso.newsroom import Newsroom
from sayso.newsroom.sheets import laid_out
from sayso.record import Reading

router = APIRouter()
LIGHTS = f"/static-lights.css?v={sha256(lights().encode()).hexdigest()[:12]}"


@router.get("/static-lights.css", include_in_schema=False)
def lights_css() -> Response:
    """The style that lights a claim's words and its note together, the same for every page."""
    kept = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(lights(), media_type="text/css", headers=kept)


@router.get("/page/{page_id}.json")
def page_json(room: Room, page_id: str) -> Response:
    """The Reading of a page."""
    return twin(_reading(room, page_id))


@router.get("/page/{page_id}")
def page(room: Room, page_id: str) -> Response:
    """A page as captured, for people."""
    reading = _reading(room, page_id)
    leaf = laid_out(reading)
    points = room.points_by([claim.id for claim in leaf.claims.values()])
    beside = notes(reading.page, leaf.claims, points)
    return sheet(
        "captured.html",
        page=reading.page,
        leaf=leaf,
        notes=beside,
        groups=groups(beside.values()),
        name=reading.page.outlet or host(reading.page.url) or "Outlet not named",
        address=outside(reading.page.url),
        gone=[item for text in reading.texts if (item := room.item(text.id)) and item.until is not None],
        story=next((point.story_id for point in points.values() if point.story_id), None),
        lights=LIGHTS,
        json=f"/page/{reading.page.id}.json",
    )


def _reading(room: Newsroom, page_id: str) -> Reading:
    """The reading of the page that an id, or enough of its beginning, names; raises NotKept."""
    found = room.show(page_id)
    if isinstance(found, Reading):
        return found
    raise NotKept(f"{page_id!r} names something else than a page")
