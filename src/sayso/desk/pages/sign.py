"""`/sign-in` and `/sign-out`: who may use a desk that other machines reach."""

from contextlib import suppress
from datetime import datetime, timedelta
from unicodedata import normalize

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from sayso.desk.answer import sheet
from sayso.desk.form import Form, inside, then
from sayso.desk.gate.brake import MOST, WINDOW, Brake
from sayso.desk.gate.hand import AFTER, address_of
from sayso.desk.gate.host import LOOPBACK
from sayso.desk.gate.passwords import fits
from sayso.desk.gate.ticket import COOKIE, HOURS, hash_of, made
from sayso.desk.room import Room, writing
from sayso.errors import Busy
from sayso.newsroom import Newsroom
from sayso.record import Trailed

router = APIRouter()
WRONG = "Name and password do not fit together."


@router.get("/sign-in")
def sign_in_page(request: Request, to: str = "/") -> Response:
    """The form."""
    return _form(request, to)


@router.post("/sign-in")
def sign_in(request: Request, room: Room, form: Form) -> Response:
    """Opens a session, or says that name and password do not fit; raises 429 after too many tries."""
    name, to = " ".join(normalize("NFC", form.get("name", "")).split())[:100], form.get("to", "/")
    if not proves(request, room, name, form.get("password", "")):
        return _form(request, to, name=name, wrong=WRONG, status=403)
    return opened(room, name, to)


@router.post("/sign-out")
def sign_out(request: Request, room: Room) -> Response:
    """Ends the session."""
    if held := request.cookies.get(COOKIE):
        with writing(room):
            room.close_session(hash_of(held))
    answer = then("/sign-in")
    answer.delete_cookie(COOKIE, secure=True, httponly=True, samesite="strict")
    return answer


def proves(request: Request, room: Newsroom, name: str, password: str) -> bool:
    """Whether a password lets somebody in; raises 429 where too many did not, by the name or from the address."""
    address = address_of(request)
    brake: Brake = request.app.state.brake
    if brake.holds(name=name, address=address) or _refused_often(room, name):
        raise HTTPException(429, "too many tries to sign in failed: wait a quarter of an hour", AFTER)
    brake.tried(name=name, address=address)  # before the slow part, so that many at once do not pass
    if not fits(password, room.password_of(name)):
        with suppress(Busy), writing(room):  # where another sayso writes, it is counted here alone
            room.refused(name or "nobody", f"from {address}")
        return False
    brake.forgets(name=name, address=address)
    return True


def opened(room: Newsroom, name: str, to: str) -> Response:
    """Opens a session of somebody who has proved who they are."""
    secret, hash_ = made()
    until = datetime.fromisoformat(room.now()) + timedelta(hours=HOURS)
    with writing(room):
        room.open_session(name, hash_, until.isoformat())
    answer = then(to)
    answer.set_cookie(COOKIE, secret, max_age=HOURS * 3600, secure=True, httponly=True, samesite="strict")
    return answer


def _refused_often(room: Newsroom, name: str) -> bool:
    since = datetime.fromisoformat(room.now()) - timedelta(seconds=WINDOW)
    asked = Trailed(by=name, did="was refused", since=since.isoformat(), limit=MOST["name"])
    return sum(1 for _ in room.acts(asked)) >= MOST["name"]


def _form(request: Request, to: str, *, name: str = "", wrong: str = "", status: int = 200) -> Response:
    app = request.app.state
    near = request.url.hostname in LOOPBACK  # where browsers keep a secure cookie without https
    bare = app.guarded and request.url.scheme != "https" and not near
    found = sheet("sign.html", status=status, guarded=app.guarded, to=inside(to), name=name, wrong=wrong, bare=bare)
    found.headers["Cache-Control"] = "no-store"
    return found
