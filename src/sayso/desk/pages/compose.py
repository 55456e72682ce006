"""`/story/ID/brief` and `/brief/ID/edit`: a brief is drafted, edited, published and withdrawn, by forms alone."""

from collections.abc import Callable
from dataclasses import replace

from fastapi import APIRouter, Response

from sayso.desk.answer import sheet, twin
from sayso.desk.form import Form, then
from sayso.desk.gate.who import Editor
from sayso.desk.room import Room, writing
from sayso.desk.shape.draft import LACKING, MOST, SPARE, Row, Sheet, byline_of, lines_of, sent, sheet_of, with_mentions
from sayso.errors import NotKept, RecordError, StoreError
from sayso.newsroom import Newsroom
from sayso.record import Brief, Kept, Person

router = APIRouter(include_in_schema=False)


@router.get("/story/{story_id}/brief.json")
def composed_json(room: Room, story_id: str, _: Editor) -> Response:
    """The Brief that a story would be drafted as; nothing is kept."""
    return twin(room.draft(story_id))


@router.get("/story/{story_id}/brief")
def compose(room: Room, story_id: str, _: Editor) -> Response:
    """A draft of a story in a form; nothing is kept before it is saved."""
    try:
        made = sheet_of(room.draft(story_id))
    except RecordError as err:
        made = Sheet("", "", (), trouble=f"{err}. Lines can be written by hand, with the claims they rest on.")
    return _form(room, made, room.story(story_id).id, None)


@router.post("/story/{story_id}/brief")
def draft(room: Room, story_id: str, form: Form, who: Editor) -> Response:
    """Keeps a draft; shows the form again, with what is wrong, where it cannot be kept."""
    own = room.story(story_id).id
    given = _checked(room, sent(form))

    def keep() -> Brief:
        return room.draft_brief(own, given.headline, lines_of(given), by=who.name, byline=byline_of(given))

    return _kept(room, given, own, None, keep)


@router.get("/brief/{brief_id}/edit")
def edit(room: Room, brief_id: str, _: Editor) -> Response:
    """The newest version of a brief in a form."""
    found = room.brief(brief_id)
    return _form(room, sheet_of(found), found.story_id, found)


@router.post("/brief/{brief_id}/edit")
def save(room: Room, brief_id: str, form: Form, who: Editor) -> Response:
    """Keeps a version after the one that the editor looked at."""
    found = room.brief(brief_id)
    given = _checked(room, sent(form))

    def keep() -> Brief:
        if given.version != found.version:
            raise RecordError(f"version {found.version} was saved meanwhile: open the brief anew and edit that one")
        return room.edit_brief(
            found.id,
            by=who.name,
            version=given.version,
            headline=given.headline,
            lines=lines_of(given),
            byline=byline_of(given),
            related=room.story(given.related).id if given.related else "" if found.related else None,
            note=given.note,
        )

    return _kept(room, given, found.story_id, found, keep)


@router.post("/brief/{brief_id}/publish")
def publish(room: Room, brief_id: str, form: Form, who: Editor) -> Response:
    """Publishes the version that the editor looked at; where people sign in, whoever marks it reviewed reviewed it."""
    reviewer = _reviewer(room, form, who)
    with writing(room):
        _looked_at(room, brief_id, form)
        room.publish_brief(brief_id, by=who.name, reviewed_by=reviewer)
    return then(f"/brief/{brief_id}")


@router.post("/brief/{brief_id}/withdraw")
def withdraw(room: Room, brief_id: str, form: Form, who: Editor) -> Response:
    """Withdraws a published brief, saying why."""
    note = " ".join(form.get("note", "").split())
    if not note:
        raise RecordError("a brief is withdrawn with the reason: its readers are told")
    with writing(room):
        _looked_at(room, brief_id, form)
        room.withdraw_brief(brief_id, by=who.name, note=note)
    return then(f"/brief/{brief_id}")


@router.post("/brief/{brief_id}/speak")
def speak(room: Room, brief_id: str, _: Editor) -> Response:
    """Speaks a brief anew, so that its sound rests on what its claims are now."""
    room.sound(room.brief(brief_id), anew=True)
    return then(f"/brief/{brief_id}")


def _reviewer(room: Newsroom, form: Form, who: Person) -> str | None:
    """Who reviewed it: the editor who says so; typed only where nobody can be known, since nobody signs in."""
    if who.password:
        return who.name if form.get("reviewed") else None
    typed = " ".join(form.get("reviewed_by", "").split())[:120] or None
    if typed and room.staffed:
        raise RecordError("people sign in to this record: whoever reviewed it marks it so where they sign in")
    return typed


def _looked_at(room: Newsroom, brief_id: str, form: Form) -> None:
    """Raises RecordError where the newest version is not the one that the editor looked at."""
    found = room.brief(brief_id)
    if form.get("version") != str(found.version):
        raise RecordError(f"version {found.version} was saved meanwhile: look at it before anything is done with it")


def _kept(room: Newsroom, given: Sheet, story_id: str, brief: Brief | None, keep: Callable[[], Brief]) -> Response:
    """To the brief that was kept; else the form as it was sent, with what is wrong."""
    if given.trouble or any(row.trouble for row in given.rows):
        return _form(room, given, story_id, brief, status=422)
    try:
        with writing(room):
            made = keep()
    except (RecordError, NotKept) as err:
        return _form(room, replace(given, trouble=str(err)), story_id, brief, status=422)
    except StoreError as err:
        return _form(room, replace(given, trouble=str(err)), story_id, brief, status=503)
    return then(f"/brief/{made.id}")


def _checked(room: Newsroom, given: Sheet) -> Sheet:
    """A form with its claims found, and what keeps it from being saved."""
    rows = tuple(_found(room, row) for row in given.rows)
    trouble = "A brief has a headline and at least one line." if not given.headline or not rows else ""
    if len(rows) > MOST:
        trouble = f"A brief has at most {MOST} lines."
    return replace(given, rows=rows, trouble=trouble)


def _found(room: Newsroom, row: Row) -> Row:
    """A line with the whole ids of the claims that it names."""
    kept, names = room.kept(row.names), []
    for name in row.names:
        found = kept.get(name) or _named(room, name)
        if not found:
            return replace(row, trouble=f"{name!r} names no claim of the record.")
        names.append(found.claim.id)
    return replace(row, names=tuple(dict.fromkeys(names)), trouble="" if names else LACKING)


def _named(room: Newsroom, name: str) -> Kept | None:
    try:
        found = room.show(name)
    except (NotKept, RecordError):
        return None
    return found if isinstance(found, Kept) else None


def _form(room: Newsroom, given: Sheet, story_id: str, brief: Brief | None, *, status: int = 200) -> Response:
    kept = room.kept({name for row in given.rows for name in row.names})
    spare = [Row("")] * max(0, min(SPARE, MOST - len(given.rows)))
    return sheet(
        "compose.html",
        status=status,
        given=given,
        rows=[*(with_mentions(row, kept) for row in given.rows), *spare],
        wrong=bool(given.trouble) or any(row.trouble for row in given.rows),
        story=room.story(story_id),
        brief=brief,
        action=f"/brief/{brief.id}/edit" if brief else f"/story/{story_id}/brief",
    )
