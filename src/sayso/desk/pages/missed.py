"""`/missed`: what could not be taken in, and why."""

from typing import Annotated, NamedTuple

from fastapi import APIRouter, Depends, Query, Response

from sayso.desk.answer import sheet, twin
from sayso.desk.choice import Limit, Word
from sayso.desk.paper import asked
from sayso.desk.room import Room
from sayso.desk.shape.links import outside
from sayso.record import Missed

router = APIRouter()
STEP = 50


class Lost(NamedTuple):
    """A stretch of what was missed, the choice it answers, and the place of its last where more stand before it."""

    words: str | None
    outlet: str | None
    found: list[Missed]
    next: int | None


def _lost(
    room: Room,
    q: Annotated[
        str | None, Query(max_length=400, description="Words of its address or path, or of the reason")
    ] = None,
    outlet: Word = None,
    before: Annotated[int | None, Query(ge=0, le=2**62, description="The `next` of the page before")] = None,
    limit: Limit = STEP,
) -> Lost:
    words, named = (q or "").strip() or None, (outlet or "").strip() or None
    found = list(room.misses(words, before, limit + 1, outlet=named))
    more = found[limit - 1][0] if len(found) > limit else None
    return Lost(words, named, [miss for _, miss in found[:limit]], more)


Told = Annotated[Lost, Depends(_lost)]


@router.get("/missed.json")
def missed_json(lost: Told) -> Response:
    """What could not be taken in, the last first; `next` is what an address carries as `before` to go on, or null."""
    return twin({"missed": lost.found, "next": lost.next})


@router.get("/missed")
def missed(lost: Told) -> Response:
    """What could not be taken in, for people."""
    told = {"q": lost.words, "outlet": lost.outlet}
    return sheet(
        "missed.html",
        found=[(one, outside(one.what)) for one in lost.found],
        words=lost.words or "",
        outlet=lost.outlet or "",
        more=asked({**told, "before": lost.next}) if lost.next is not None else "",
        here="/missed",
        json=f"/missed.json{asked(told)}",
    )
