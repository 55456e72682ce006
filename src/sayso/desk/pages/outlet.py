"""`/outlets` and `/outlet/KEY`: who publishes, what of it is its own, whom it quotes, how much stays unnamed."""

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from sayso.desk.answer import sheet, twin
from sayso.desk.choice import Before, Behind, Limit, Word, cursor_of, cursor_word, place_of, place_word
from sayso.desk.pages.feed import rows_of
from sayso.desk.paper import asked
from sayso.desk.room import Room
from sayso.desk.shape.feed import divided
from sayso.errors import NotKept
from sayso.newsroom import Newsroom
from sayso.record import Item, Listed, Printed, Shown
from sayso.record.plain import to_plain

router = APIRouter()
STEP = 50
ITEMS = 20


@router.get("/outlets.json")
def outlets_json(room: Room, q: Word = None, before: Behind = None, limit: Limit = STEP) -> Response:
    """Outlets with what is counted of them, those of most claims first."""
    found, after = _found(room, q, before, limit)
    return twin({"outlets": found, "next": after})


@router.get("/outlets")
def outlets(room: Room, q: Word = None, before: Behind = None, limit: Limit = STEP) -> Response:
    """Who publishes, for people."""
    found, after = _found(room, q, before, limit)
    more = asked({"q": q, "before": after}) if after else ""
    return sheet(
        "outlets.html", found=found, words=q or "", more=more, here="/outlets", json=f"/outlets.json{asked({'q': q})}"
    )


@router.get("/outlet/{key}.json")
def outlet_json(room: Room, key: str, before: Before = None, limit: Limit = ITEMS) -> Response:
    """An outlet with what is counted of it, and its items, newest first."""
    found = room.outlet(key)
    items, after = _items(room, found, before, limit)
    told: dict[str, Any] = to_plain(found)
    return twin({**told, "latest": items, "next": after})


@router.get("/outlet/{key}")
def outlet(room: Room, key: str, before: Before = None, limit: Limit = ITEMS) -> Response:
    """An outlet for people; one that is cited and has no page here is a source."""
    try:
        found = room.outlet(key)
    except NotKept:
        return RedirectResponse(f"/source/{room.voiced(f'outlet-{key}').key}", 307)
    items, after = _items(room, found, before, limit)
    return sheet(
        "outlet.html",
        found=found,
        rows=list(divided(rows_of(room, items))),
        more=asked({"before": after}) if after else "",
        json=f"/outlet/{found.key}.json",
    )


def _items(room: Newsroom, found: Printed, before: str | None, limit: int) -> tuple[list[Item], str | None]:
    """Items of a page of the list, cards aside, and the cursor of the next."""
    rows = list(room.items(replace(Shown(outlet=found.key, limit=limit + 1), before=cursor_of(before))))
    after = cursor_word(rows[limit - 1].cursor) if len(rows) > limit else None
    return [item for item in rows[:limit] if item.text.kind != "card"], after


def _found(room: Newsroom, q: str | None, before: str | None, limit: int) -> tuple[list[Printed], str | None]:
    rows = list(room.outlets(Listed(words=q or None, before=place_of(before), limit=limit + 1)))
    return rows[:limit], place_word(rows[limit - 1].cursor) if len(rows) > limit else None
