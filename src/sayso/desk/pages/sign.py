"""`/sign-in` and `/sign-out`: who may use a desk that other machines reach."""

from contextlib import suppress
from datetime import datetime, timedelta
from unicodedata import normalize

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from sayso.desk.answer import sheet
from sayso.desk.form import Form, inside, then
from sayso.desk.gate.brake import MOST, WINDOW, Brake
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
    name, to = normalize("NFC", form.get("name", ""))[:100], form.get("to", "/")
    address = request.client.host if request.client else ""
    brake: Brake = request.app.state.brake
    if brake.holds(name=name, address=address) or _refused_often(room, name):
        wait = {"Retry-After": str(int(WINDOW))}
        raise HTTPException(429, "too many tries to sign in failed: wait a quarter of an hour", wait)
    brake.tried(name=name, address=address)  # before the slow part, so that many at once do not pass
    person = room.person(name)
    if not fits(form.get("password", ""), person.password if person and person.active else None):
        with suppress(Busy), writing(room):  # where another sayso writes, it is counted here alone
            room.refused(name or "nobody", f"from {address}")
        return _form(request, to, name=name, wrong=WRONG, status=403)
    brake.forgets(name=name, address=address)
    secret, hash_ = made()
    until = datetime.fromisoformat(room.now()) + timedelta(hours=HOURS)
    with writing(room):
        room.open_session(name, hash_, until.isoformat())
    answer = then(to)
    answer.set_cookie(COOKIE, secret, max_age=HOURS * 3600, secure=True, httponly=True, samesite="strict")
    return answer


@router.post("/sign-out")
def sign_out(request: Request, room: Room) -> Response:
    """Ends the session."""
    if held := request.cookies.get(COOKIE):
        with writing(room):
            room.close_session(hash_of(held))
    answer = then("/sign-in")
    answer.delete_cookie(COOKIE, secure=True, httponly=True, samesite="strict")
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
