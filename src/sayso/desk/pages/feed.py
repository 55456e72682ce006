"""`/`: the live feed, newest first."""

from dataclasses import replace
from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Depends, Query, Response

from sayso.desk.answer import sheet, twin
from sayso.desk.choice import Before, Limit, Word, cursor_of, cursor_word
from sayso.desk.paper import asked
from sayso.desk.room import Room
from sayso.desk.shape.feed import Post, divided, post
from sayso.newsroom import Newsroom
from sayso.record import Item, Shown, Standing
from sayso.record.moment import moment

router = APIRouter()
STEP = 30
LOOKS = 8  # batches that one answer looks through for items that are no cards
Kind = Annotated[Literal["article", "brief", ""] | None, Query(description="Items of this kind")]
Standings = Annotated[Standing | Literal[""] | None, Query(description="Items that tell a point of this standing")]


def _shown(
    outlet: Word = None,
    source: Word = None,
    place: Word = None,
    kind: Kind = None,
    *,
    standing: Standings = None,
    since: Word = None,
    before: Before = None,
    limit: Limit = STEP,
) -> Shown:
    """The choice of items; raises RecordError for what is no time or cursor."""
    if since:
        moment(since)
    return Shown(
        outlet=outlet or None,
        source=source or None,
        place=place or None,
        kind=kind or None,
        standing=standing or None,
        since=since or None,
        before=cursor_of(before),
        limit=limit,
    )


Choice = Annotated[Shown, Depends(_shown)]


@router.get("/feed.json")
def feed_json(room: Room, choice: Choice) -> Response:
    """Items, newest first; `next` is the `before` of the page behind, null where there is none."""
    found, after = _found(room, choice)
    return twin({"items": [_plain(item, one) for item, one in found], "next": after})


@router.get("/", name="feed")
def feed(room: Room, choice: Choice, day: Word = None) -> Response:
    """The live feed for people; `day` is the one under which the page before ended."""
    tide = room.tide()  # before anything is read: what comes meanwhile is told by the stream
    found, after = _found(room, choice)
    posts = [one for _, one in found]
    told = {name: getattr(choice, name) for name in ("source", "outlet", "place", "kind", "standing", "since")}
    last = posts[-1].at[:10] if posts else ""
    return sheet(
        "feed.html",
        rows=list(divided(posts, day or "")),
        kinds=("article", "brief"),
        standings=get_args(Standing),
        told=told,
        more=asked({**told, "before": after, "day": last}) if after else "",
        live=choice.before is None,
        here="/",
        json=f"/feed.json{asked({**told, 'before': cursor_word(choice.before)})}",
        tide=tide,
    )


def _found(room: Newsroom, choice: Shown) -> tuple[list[tuple[Item, Post]], str | None]:
    """Items with what is shown of them, and the cursor of what comes behind; cards are no news of their own."""
    found: list[tuple[Item, Post]] = []
    for _ in range(LOOKS):
        batch = list(room.items(replace(choice, limit=choice.limit + 1)))
        more = len(batch) > choice.limit
        batch = batch[: choice.limit]
        for item, one in posts_of(room, [item for item in batch if item.text.kind != "card"]):
            found.append((item, one))
            if len(found) == choice.limit:
                return found, cursor_word(item.cursor) if more or item != batch[-1] else None
        if not more:
            return found, None
        choice = replace(choice, before=batch[-1].cursor)
    return found, cursor_word(choice.before)


def posts_of(room: Newsroom, items: list[Item]) -> list[tuple[Item, Post]]:
    """Items with what a feed shows of each."""
    leading = room.leading([item.text.id for item in items])
    points = room.points_by([one.claim.id for one in leading.values()])
    return [
        (item, post(item, lead, points.get(lead.claim.id) if lead else None))
        for item, lead in ((item, leading.get(item.text.id)) for item in items)
    ]


def _plain(item: Item, shown: Post) -> dict[str, object]:
    """An item for programs: what a list shows of it, with its leading claim and the point of that."""
    return {"item": item, "claim_id": shown.told.claim_id if shown.told else None, "point": shown.point}
