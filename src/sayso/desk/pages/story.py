"""`/story/ID`: what belongs together, in the order it was told or in the order it is said to have happened."""

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from sayso.desk.answer import sheet, twin
from sayso.desk.gate.who import may
from sayso.desk.paper import ATLAS, asked
from sayso.desk.published import Here, data
from sayso.desk.room import AsOf, Room
from sayso.desk.shape.pictures import figure_rows, places
from sayso.desk.shape.story import anchor, days, in_short, lines, standings, telling, window
from sayso.newsroom import Newsroom
from sayso.record import Entry, Kept
from sayso.record.plain import to_plain

router = APIRouter()
By = Annotated[Literal["report", "event"], Query(description="By the reports, or by the events told of")]
All = Annotated[bool, Query(alias="all", description="Also what one page alone tells")]
To = Annotated[str | None, Query(max_length=60, description="The line that the shown part of the timeline ends with")]


@router.get("/story/{story_id}.json")
def story_json(room: Room, story_id: str, as_of: AsOf, by: By = "report") -> Response:
    """The Story with its timeline, a list of Entry, its places, and the figures of its chart with their claims."""
    found = room.telling(story_id, as_of, by=by)
    drawn = room.drawn((one.page_id for one in found.items), found.story.event_ids, None)
    charted = room.charted(found.items, found.story.point_ids)
    spots = [one.place for one in drawn.spots] if drawn else []
    figures = [{"claim_id": row.claim.id, "words": words} for row, words in charted.rows] if charted else []
    told = {"timeline": list(found.entries), "places": spots, "figures": figures}
    return twin({**to_plain(found.story), **told})


@router.get("/story/{story_id}")
def story(
    room: Room, site: Here, story_id: str, as_of: AsOf, by: By = "report", *, every: All = False, to: To = None
) -> Response:
    """A story for people: the newest lines of its timeline, or those up to one of them."""
    found = room.telling(story_id, as_of, by=by)
    points = {point.id: point for point in found.points}
    told = [one for one in found.entries if by == "report" or one.when]
    shown = [one for one in told if every or telling(one, points)]
    part = window(shown, to)
    short = in_short(found.points, shown)
    given = {"as_of": as_of, "by": None if by == "report" else by, "all": "true" if every else None}
    drawn = room.drawn((one.page_id for one in found.items), found.story.event_ids, ATLAS if ATLAS.is_file() else None)
    charted = room.charted(found.items, found.story.point_ids)
    return sheet(
        "story.html",
        story=found.story,
        items=found.items,
        short=short,
        standings=standings(found.points),
        days=list(days(lines(part.entries, points, _first(room, part.entries)), by)),
        part=part,
        here={anchor(one) for one in part.entries},
        left_out=len(told) - len(shown) if by == "report" else 0,
        drawn=drawn,
        places=places(drawn) if drawn else (),
        charted=charted,
        figures=figure_rows(charted) if charted else (),
        by=by,
        every=every,
        as_of=as_of,
        writes=may("editor"),
        given=given,
        data=data(room.story_data(found.story, [point for point, *_ in short], site)),
        json=f"/story/{found.story.id}.json{asked({'as_of': as_of, 'by': given['by']})}",
    )


def _first(room: Newsroom, entries: Sequence[Entry]) -> dict[str, Kept]:
    """The claims whose words the entries of a timeline print."""
    return room.kept({one for entry in entries for one in entry.claim_ids[:1] + entry.claim_ids[-1:]})
