"""`/stories`: what belongs together, those that moved last first."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from sayso.desk.answer import sheet, twin
from sayso.desk.choice import Before, Limit, cursor_of, cursor_word
from sayso.desk.paper import asked
from sayso.desk.room import Room
from sayso.newsroom import Newsroom
from sayso.record import Point, Sought, Story

router = APIRouter()
STEP = 25
SHOWN = 2  # points of a story that stand open
Every = Annotated[bool, Query(alias="all", description="Also stories of one item")]


@router.get("/stories.json")
def stories_json(room: Room, every: Every = False, before: Before = None, limit: Limit = STEP) -> Response:
    """Stories, those that moved last first; `next` is the `before` of the page behind, or null."""
    found, after = _found(room, every, before, limit)
    return twin({"stories": found, "next": after})


@router.get("/stories")
def stories(room: Room, every: Every = False, before: Before = None, limit: Limit = STEP) -> Response:
    """Stories for people, each with what is most disputed or most printed of it."""
    found, after = _found(room, every, before, limit)
    told = {"all": "true" if every else None}
    return sheet(
        "stories.html",
        found=[(one, _telling(room, one)) for one in found],
        every=every,
        more=asked({**told, "before": after}) if after else "",
        here="/stories",
        json=f"/stories.json{asked(told)}",
    )


def _telling(room: Newsroom, story: Story) -> list[Point]:
    found = room.points_moved(Sought(story=story.id, shared=True, limit=40))
    rank = sorted(found, key=lambda one: (not one.origins_against[1], -one.pages - one.pages_against))
    return rank[:SHOWN]


def _found(room: Newsroom, every: bool, before: str | None, limit: int) -> tuple[list[Story], str | None]:
    rows = list(room.stories_moved(cursor_of(before), items=1 if every else 2, limit=limit + 1))
    after = (rows[limit - 1].last_moved or "", rows[limit - 1].id) if len(rows) > limit else None
    return rows[:limit], cursor_word(after)
