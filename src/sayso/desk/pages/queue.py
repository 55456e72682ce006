"""`/queue`: what waits for an editor: claims read with doubt, claims in tension; what was missed is at `/missed`."""

from typing import Annotated, Any, Literal, NamedTuple

from fastapi import APIRouter, Depends, Query, Response

from sayso.desk.answer import sheet, twin
from sayso.desk.choice import Before, cursor_of, cursor_word
from sayso.desk.gate.who import Editor
from sayso.desk.paper import asked
from sayso.desk.room import Room
from sayso.desk.shape.found import rows
from sayso.desk.shape.mention import mention
from sayso.newsroom import Newsroom
from sayso.record import Found, Kept

router = APIRouter()
KINDS = {"doubtful": "Read with doubt", "tension": "In tension"}
STEP = 20


class Waiting(NamedTuple):
    """A stretch of the queue: what waits, and where the next stretch begins, null at the end."""

    kind: str
    found: list[Any]
    next: str | None


def _waiting(
    room: Room,
    who: Editor,
    kind: Annotated[Literal["doubtful", "tension"], Query(description="What waits")] = "doubtful",
    before: Before = None,
) -> Waiting:
    found: list[tuple[str, Any]]
    if kind == "doubtful":
        hits = room.doubtful(cursor_of(before), STEP + 1)
        found = [(cursor_word((one.at, one.claim.id)) or "", one) for one in hits]
    else:
        tense = room.tensions(cursor_of(before), STEP + 1)
        found = [(cursor_word(cursor) or "", one) for cursor, *one in tense]
    more = found[STEP - 1][0] if len(found) > STEP else None
    return Waiting(kind, [one for _, one in found[:STEP]], more)


Queue = Annotated[Waiting, Depends(_waiting)]


@router.get("/queue.json")
def queue_json(queue: Queue) -> Response:
    """What waits; `next` is what an address carries to go on, or null."""
    if queue.kind == "doubtful":
        made: list[Any] = [Kept(one.claim, one.page, one.text).plain() for one in queue.found]
    else:
        made = [{"pair": pair, "left": left.plain(), "right": right.plain()} for pair, left, right in queue.found]
    return twin({"kind": queue.kind, "waiting": made, "next": queue.next})


@router.get("/queue")
def queue(room: Room, queue: Queue) -> Response:
    """What waits, for people, with what to do about it."""
    told = {"kind": queue.kind}
    return sheet(
        "queue.html",
        kind=queue.kind,
        kinds=KINDS,
        found=_shown(room, queue),
        more=asked({**told, "before": queue.next}) if queue.next else "",
        here="/queue",
        json=f"/queue.json{asked(told)}",
    )


def _shown(room: Newsroom, queue: Waiting) -> list[Any]:
    if queue.kind == "doubtful":
        points = room.points_by([one.claim.id for one in queue.found])
        told = rows(Found(hits=tuple(queue.found), count=len(queue.found)), points)
        return [(one, round(hit.claim.score * 100)) for one, hit in zip(told, queue.found, strict=True)]
    return [(pair, mention(left), mention(right)) for pair, left, right in queue.found]
