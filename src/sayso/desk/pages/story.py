"""`/story/ID`: what belongs together, in the order it was told or in the order it is said to have happened."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from sayso.desk.answer import sheet, twin
from sayso.desk.gate.who import may
from sayso.desk.paper import asked
from sayso.desk.published import Here, data
from sayso.desk.room import AsOf, Room
from sayso.desk.shape.story import days, in_short, lines, standings, telling_lines
from sayso.record.plain import to_plain

router = APIRouter()
By = Annotated[Literal["report", "event"], Query(description="By the reports, or by the events told of")]
All = Annotated[bool, Query(alias="all", description="Also what one page alone tells")]


@router.get("/story/{story_id}.json")
def story_json(room: Room, story_id: str, as_of: AsOf, by: By = "report") -> Response:
    """The Story with its timeline, a list of Entry."""
    found = room.telling(story_id, as_of, by=by)
    return twin({**to_plain(found.story), "timeline": list(found.entries)})


@router.get("/story/{story_id}")
def story(room: Room, site: Here, story_id: str, as_of: AsOf, by: By = "report", every: All = False) -> Response:
    """A story for people."""
    found = room.telling(story_id, as_of, by=by)
    points = {point.id: point for point in found.points}
    kept = room.kept({claim for entry in found.entries for claim in entry.claim_ids[:1]})
    told = lines(found.entries, points, kept)
    shown = telling_lines([one for one in told if by == "report" or one.when], every)
    short = in_short(found.points, shown)
    given = {"as_of": as_of, "by": None if by == "report" else by, "all": "true" if every else None}
    return sheet(
        "story.html",
        story=found.story,
        items=found.items,
        short=short,
        standings=standings(found.points),
        days=list(days(shown, by)),
        left_out=len(told) - len(shown) if by == "report" else 0,
        by=by,
        every=every,
        as_of=as_of,
        writes=may("editor"),
        given=given,
        data=data(room.story_data(found.story, [point for point, _ in short], site)),
        json=f"/story/{found.story.id}.json{asked({'as_of': as_of, 'by': given['by']})}",
    )
