"""`/`: the live feed, newest first."""

from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Query, Response

from sayso.desk.answer import sheet
from sayso.desk.choice import Limit, Word
from sayso.desk.paper import asked
from sayso.desk.room import Room
from sayso.desk.shape.feed import Post, divided, post
from sayso.desk.shape.links import host
from sayso.newsroom import Newsroom
from sayso.record import Standing

router = APIRouter()
STEP = 30
Kind = Annotated[Literal["article", "brief", ""] | None, Query(description="Items of this kind")]
Standings = Annotated[Standing | Literal[""] | None, Query(description="Items whose leading claim is of such a point")]


@router.get("/", name="feed")
def feed(
    room: Room,
    outlet: Word = None,
    source: Word = None,
    kind: Kind = None,
    standing: Standings = None,
    limit: Limit = STEP,
) -> Response:
    """The live feed for people."""
    tide = room.tide()  # before anything is read: what comes meanwhile is told by the stream
    told = {"outlet": outlet, "source": source, "kind": kind, "standing": standing}
    posts = _posts(room)
    return sheet(
        "feed.html",
        rows=list(divided(posts[:limit])),
        kinds=("article", "brief"),
        standings=get_args(Standing),
        told=told,
        more="",
        here="/",
        json=f"/feed.json{asked(told)}",
        tide=tide,
    )


def _posts(room: Newsroom) -> list[Post]:
    """Provisional: all items."""
    texts = [text for text in room.texts() if text.kind != "card"]
    leading = room.leading([text.id for text in texts])
    points = room.points_by([one.claim.id for one in leading.values()])
    found = []
    for text in texts:
        page = room.view.page(text.page_id)
        lead = leading.get(text.id)
        found.append(
            post(
                text,
                page,
                page.outlet or host(page.url),
                lead,
                points.get(lead.claim.id) if lead else None,
            )
        )
    return sorted(found, key=lambda one: one.at, reverse=True)
