"""`/briefs` and `/brief/ID`: what the newsroom publishes, each sentence with the claims it rests on."""

from contextlib import suppress
from dataclasses import replace
from typing import Annotated, Literal, NamedTuple

from fastapi import APIRouter, Query, Response

from sayso.desk.answer import sheet, twin
from sayso.desk.choice import Before, Limit, cursor_of, cursor_word
from sayso.desk.gate.who import may
from sayso.desk.paper import asked
from sayso.desk.room import Room
from sayso.desk.shape.brief import Heard, claim_ids, heard, sentences, stale, unheard
from sayso.errors import NotKept
from sayso.newsroom import Newsroom
from sayso.record import Brief, BriefState, Drawer, Sound, Story

router = APIRouter()
STEP = 25
STATES: dict[str, tuple[BriefState, ...]] = {
    "published": ("published",),
    "drafts": ("draft", "edited"),
    "withdrawn": ("withdrawn",),
}
Drawn = Annotated[Literal["published", "drafts", "withdrawn"], Query(description="Drafts are for editors")]
Version = Annotated[int | None, Query(ge=1, le=1_000_000, description="An earlier version")]


class Player(NamedTuple):
    """What stands by a brief to be heard: `why` says what is missing where nothing new can be spoken."""

    disclosure: str
    lines: tuple[Heard, ...]
    sound: Sound | None
    stale: int
    why: str


@router.get("/briefs.json")
def briefs_json(room: Room, state: Drawn = "published", before: Before = None, limit: Limit = STEP) -> Response:
    """Briefs, the last made first; `next` is the `before` of the page behind, or null."""
    found, after = _found(room, state, before, limit)
    return twin({"briefs": found, "next": after})


@router.get("/briefs")
def briefs(room: Room, state: Drawn = "published", before: Before = None, limit: Limit = STEP) -> Response:
    """Briefs for people."""
    found, after = _found(room, state, before, limit)
    told = {"state": None if state == "published" else state}
    return sheet(
        "briefs.html",
        found=found,
        state=state,
        states=tuple(STATES),
        writes=may("editor"),
        more=asked({**told, "before": after}) if after else "",
        here="/briefs",
        json=f"/briefs.json{asked(told)}",
    )


@router.get("/brief/{brief_id}.json")
def brief_json(room: Room, brief_id: str, version: Version = None) -> Response:
    """The Brief, its newest version unless another is asked for."""
    return twin(shown(room, brief_id, version))


@router.get("/brief/{brief_id}")
def brief(room: Room, brief_id: str, version: Version = None) -> Response:
    """A brief for people."""
    found = shown(room, brief_id, version)
    kept = room.kept(claim_ids(found))
    items = {text: item for text in {one.text.id for one in kept.values()} if (item := room.item(text))}
    told = sentences(found, kept, items)
    newest = room.brief(brief_id)
    behind = [one.mention for line in told for one in line.supports if one.mention]
    return sheet(
        "brief.html",
        brief=found,
        newest=newest,
        told=told,
        stale=stale(told),
        outlets=sorted({one.outlet for one in behind if not one.nameless}),
        unnamed=len({one.page_id for one in behind if one.nameless}),
        story=_story(room, found),
        player=player(room, found) if found == newest and found.state != "withdrawn" else None,
        versions=list(room.versions(found.id)) if may("editor") else [],
        writes=may("editor"),
        typed=not room.staffed,
        json=f"/brief/{found.id}.json{asked({'version': version})}",
    )


def shown(room: Newsroom, brief_id: str, version: int | None = None) -> Brief:
    """A brief as who is at the desk may see it: readers see no draft, and of a withdrawn one no sentence.

    Raises NotKept.
    """
    found = room.brief(brief_id, version)
    if may("editor"):
        return found
    gone = room.brief(brief_id).state == "withdrawn"
    if found.state != ("withdrawn" if gone else "published"):
        raise NotKept(f"no brief {brief_id!r} is published")
    return replace(found, lines=()) if gone else found


def player(room: Newsroom, brief: Brief) -> Player:
    """How a brief is heard; nothing is spoken for it."""
    disclosure = room.sound_disclosure
    why = room.voiceless()
    if sound := room.sound_kept(brief):
        return Player(disclosure, heard(sound.cues), sound, len(room.sound_stale(sound)), why)
    return Player(disclosure, () if why else unheard(disclosure, brief), None, 0, why)


def _story(room: Newsroom, brief: Brief) -> Story | None:
    """The story that a reader may go to next; its own where no other is told."""
    for one in (brief.related, brief.story_id):
        with suppress(NotKept):
            if one:
                return room.story(one)
    return None


def _found(room: Newsroom, state: str, before: str | None, limit: int) -> tuple[list[Brief], str | None]:
    if state != "published" and not may("editor"):
        return [], None
    rows = list(room.briefs(Drawer(states=STATES[state], before=cursor_of(before), limit=limit + 1)))
    last = rows[limit - 1] if len(rows) > limit else None
    return rows[:limit], cursor_word((last.at, last.id)) if last else None
