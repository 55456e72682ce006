"""`/`: the live feed, newest first."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated, Literal, NamedTuple, get_args

from fastapi import APIRouter, Depends, Query, Response
from markupsafe import Markup

from sayso.desk.answer import sheet, twin
from sayso.desk.choice import Before, Limit, Word, cursor_of, cursor_word
from sayso.desk.paper import asked
from sayso.desk.published import Here, began, data, feed_of, post_item
from sayso.desk.room import Room
from sayso.desk.shape.brief import as_told
from sayso.desk.shape.feed import Dispatch, Post, dispatch, divided, post
from sayso.newsroom import Newsroom
from sayso.newsroom.edition import Site
from sayso.record import Brief, Item, Shown, Standing
from sayso.record.moment import moment

router = APIRouter()
STEP = 30
LOOKS = 8  # batches that one answer looks through for items that are no cards
KINDS = {"article": "article", "brief": "brief in a live feed", "desk": "this desk's brief"}
Kind = Annotated[
    Literal["article", "brief", "desk", ""] | None,
    Query(description="Of this kind; `desk`: the desk's own briefs"),
]
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
) -> "Asked":
    """The choice of items; raises RecordError for what is no time or cursor."""
    if since:
        moment(since)
    choice = Shown(
        outlet=outlet or None,
        source=source or None,
        place=place or None,
        kind=None if kind == "desk" else kind or None,
        standing=standing or None,
        since=since or None,
        before=cursor_of(before),
        limit=limit,
    )
    return Asked(choice, kind == "desk")


class Asked(NamedTuple):
    """What a reader of the feed asks for; `ours` the desk's own briefs alone."""

    choice: Shown
    ours: bool

    def given(self) -> dict[str, str | None]:
        """What an address that asks the same would carry."""
        told = {name: getattr(self.choice, name) for name in ("source", "outlet", "place", "kind", "standing", "since")}
        return {**told, "kind": "desk"} if self.ours else told


Choice = Annotated[Asked, Depends(_shown)]


@router.get("/feed.json")
def feed_json(room: Room, asked_for: Choice) -> Response:
    """Items and the desk's own briefs, newest first; `next` is the `before` of the page behind, or null."""
    found, after = found_of(room, asked_for.choice, ours=asked_for.ours)
    return twin({"items": [_plain(one, shown) for one, shown in zip(found, rows_of(room, found), strict=True)],
                 "next": after})  # fmt: skip


@router.get("/", name="feed")
def feed(room: Room, site: Here, asked_for: Choice, day: Word = None) -> Response:
    """The live feed for people; `day` is the one under which the page before ended."""
    tide = room.tide()  # before anything is read: what comes meanwhile is told by the stream
    choice, told = asked_for.choice, asked_for.given()
    found, after = found_of(room, choice, ours=asked_for.ours)
    posts = rows_of(room, found)
    last = posts[-1].at[:10] if posts else ""
    whole = not any(told.values()) and choice.before is None
    return sheet(
        "feed.html",
        rows=list(divided(posts, day or "")),
        kinds=KINDS,
        standings=get_args(Standing),
        told=told,
        more=asked({**told, "before": after, "day": last}) if after else "",
        live=choice.before is None,
        here="/",
        json=f"/feed.json{asked({**told, 'before': cursor_word(choice.before)})}",
        data=_data(room, found, site) if whole else None,
        tide=tide,
    )


def _data(room: Newsroom, found: list[Item | Brief], site: Site) -> Markup | None:
    """The live feed as structured data, null where it holds nothing yet."""
    first = began(room)
    if first is None:
        return None
    feed = feed_of("feed.rss", site, [post_item(room, one, site) for one in found])
    return data(room.live_data(feed, site, began=first))


def found_of(room: Newsroom, choice: Shown, *, ours: bool = False) -> tuple[list[Item | Brief], str | None]:
    """Items and briefs, and the cursor of what comes behind; cards are no news of their own."""
    found: list[Item | Brief] = []
    for _ in range(LOOKS):
        batch = list(room.posts(replace(choice, limit=choice.limit + 1), ours=ours))
        more = len(batch) > choice.limit
        batch = batch[: choice.limit]
        for one in batch:
            if isinstance(one, Brief) or one.text.kind != "card":
                found.append(as_told(one) if isinstance(one, Brief) else one)
            if len(found) == choice.limit:
                return found, cursor_word(one.cursor) if more or one != batch[-1] else None
        if not more:
            return found, None
        choice = replace(choice, before=batch[-1].cursor)
    return found, cursor_word(choice.before)


def rows_of(room: Newsroom, found: Iterable[Item | Brief]) -> list[Post | Dispatch]:
    """What a feed shows of items and briefs."""
    every = list(found)
    leading = room.leading([one.text.id for one in every if isinstance(one, Item)])
    points = room.points_by([one.claim.id for one in leading.values()])

    def row(one: Item | Brief) -> Post | Dispatch:
        if isinstance(one, Brief):
            return dispatch(one)
        lead = leading.get(one.text.id)
        return post(one, lead, points.get(lead.claim.id) if lead else None)

    return [row(one) for one in every]


def _plain(one: Item | Brief, shown: Post | Dispatch) -> dict[str, object]:
    """A row for programs: an item with its leading claim and the point of that, or a brief; the others are null."""
    if isinstance(shown, Dispatch):
        return {"item": None, "claim_id": None, "point": None, "brief": one}
    return {"item": one, "claim_id": shown.told.claim_id if shown.told else None, "point": shown.point, "brief": None}
