"""`/people`: who may use the desk, for admins; `sayso people` does the same where the record's file is."""

from datetime import datetime, timedelta
from typing import NamedTuple, cast

from fastapi import APIRouter, Response

from sayso.desk.answer import sheet, twin
from sayso.desk.form import Form, one_of, then
from sayso.desk.gate.hand import Over
from sayso.desk.gate.passwords import hashed
from sayso.desk.gate.ticket import DAYS, made, password
from sayso.desk.gate.who import Admin
from sayso.desk.room import Room, writing
from sayso.desk.shape.people import Seat, anchor_of, seat
from sayso.errors import NotKept, RecordError
from sayso.newsroom import Newsroom
from sayso.record import Person, Trailed
from sayso.record.person import ROLES, Role

router = APIRouter()
MOST = 3650  # days that a token holds


class Secret(NamedTuple):
    """A password or a token in the one answer that shows it."""

    what: str
    name: str
    words: str
    until: str


@router.get("/people.json")
def people_json(room: Room, who: Admin) -> Response:
    """Who may sign in, by name, with the beginnings of their tokens' hashes."""
    return twin({"people": [seat_of(room, one) for one in room.people()]})


@router.get("/people")
def people(room: Room, who: Admin) -> Response:
    """Who may sign in, and forms to change that."""
    return _page(room)


@router.post("/people")
def add(room: Room, form: Form, who: Over) -> Response:
    """Adds somebody; without a password one is made that lets them in to choose their own."""
    role, given = cast(Role, one_of(form, "role", ROLES)), form.get("password", "")
    words, once = given or password(), "" if given else _in_days(room, DAYS)
    hash_ = hashed(words)
    with writing(room):
        found = room.add_person(form.get("name", ""), role, hash_, by=who.name, once=once)
    return _page(room, None if given else Secret("password", found.name, words, once))


@router.post("/people/password")
def new_password(room: Room, form: Form, who: Over) -> Response:
    """Makes somebody a password by which they choose their own; their sessions and tokens end."""
    name, words, once = _name(room, form), password(), _in_days(room, DAYS)
    hash_ = hashed(words)
    with writing(room):
        room.change_person(name, by=who.name, password=hash_, once=once)
    return _page(room, Secret("password", name, words, once))


@router.post("/people/role")
def role(room: Room, form: Form, who: Over) -> Response:
    """Gives somebody another role; raises RecordError where no admin would be left."""
    name, given = _name(room, form), cast(Role, one_of(form, "role", ROLES))
    with writing(room):
        room.change_person(name, by=who.name, role=given)
    return _back(name)


@router.post("/people/keep-out")
def keep_out(room: Room, form: Form, who: Over) -> Response:
    """Lets somebody in no more; raises RecordError where no admin would be left."""
    name = _name(room, form)
    with writing(room):
        room.change_person(name, by=who.name, active=False)
    return _back(name)


@router.post("/people/let-in")
def let_in(room: Room, form: Form, who: Over) -> Response:
    """Lets somebody in again."""
    name = _name(room, form)
    with writing(room):
        room.change_person(name, by=who.name, active=True)
    return _back(name)


@router.post("/people/sign-out")
def sign_out(room: Room, form: Form, who: Over) -> Response:
    """Ends somebody's sessions wherever they are."""
    name = _name(room, form)
    with writing(room):
        room.end_sessions(name, by=who.name)
    return _back(name)


@router.post("/people/token")
def token(room: Room, form: Form, who: Over) -> Response:
    """Makes a token for a program of somebody, shown in this answer alone."""
    return _page(room, token_made(room, _name(room, form), form, by=who.name))


@router.post("/people/revoke")
def revoke(room: Room, form: Form, who: Over) -> Response:
    """Ends a token of somebody."""
    name = _name(room, form)
    token_revoked(room, name, form, by=who.name)
    return _back(name)


def token_made(room: Newsroom, name: str, form: Form, *, by: str) -> Secret:
    """Makes a token as a form asks for it; raises RecordError for days that are none."""
    label, days = " ".join(form.get("label", "").split())[:100], form.get("days", "")
    if not label:
        raise RecordError("a token says in a few words what it is for, so that it is known when it is to be revoked")
    if not days.isdecimal() or not 1 <= int(days[:5]) <= MOST:
        raise RecordError(f"a token holds for 1 to {MOST:,} days")
    (secret, hash_), until = made(), _in_days(room, int(days))
    with writing(room):
        room.make_token(name, hash_, label, until=until, by=by)
    return Secret("token", name, secret, until)


def token_revoked(room: Newsroom, name: str, form: Form, *, by: str) -> None:
    """Ends the token that a form names; raises NotKept for one that this person does not have."""
    with writing(room):
        room.revoke_token(room.token(name, form.get("token", "")).hash, by=by)


def seat_of(room: Newsroom, person: Person) -> Seat:
    """Somebody as pages show them."""
    last = next(iter(room.acts(Trailed(by=person.name, did="signed in", limit=1))), None)
    return seat(
        person,
        room.tokens(person.name),
        sessions=sum(1 for _ in room.sessions(person.name)),
        seen=last.at if last else None,
        now=room.now(),
    )


def _name(room: Newsroom, form: Form) -> str:
    name = form.get("name", "")
    if room.person(name) is None:
        raise NotKept(f"nobody is called {name!r}")
    return name


def _in_days(room: Newsroom, days: int) -> str:
    return (datetime.fromisoformat(room.now()) + timedelta(days=days)).isoformat()


def _back(name: str) -> Response:
    return then(f"/people#{anchor_of(name)}")


def _page(room: Newsroom, secret: Secret | None = None) -> Response:
    found = [seat_of(room, one) for one in room.people()]
    answer = sheet("people.html", people=found, roles=ROLES, secret=secret, here="/people", json="/people.json")
    answer.headers["Cache-Control"] = "no-store"
    return answer
