"""`/me`: what somebody who signed in does for themselves: a password of their own, their tokens, their sessions."""

from fastapi import APIRouter, Request, Response

from sayso.desk.answer import sheet, twin
from sayso.desk.form import Form, then
from sayso.desk.gate.hand import Own
from sayso.desk.gate.passwords import hashed
from sayso.desk.gate.who import present, signed
from sayso.desk.pages.people import Secret, seat_of, token_made, token_revoked
from sayso.desk.pages.sign import opened, proves
from sayso.desk.room import Room, writing
from sayso.errors import RecordError
from sayso.newsroom import Newsroom

router = APIRouter()
WRONG = "The password that you have now is another."
TWO = "The new password was typed in two ways."
SAME = "The new password is the old one."


@router.get("/me.json")
def me_json(room: Room) -> Response:
    """Who asks, with the beginnings of their tokens' hashes; null on a desk where nobody signs in."""
    found = present()
    return twin({"person": seat_of(room, found) if found and signed() else None})


@router.get("/me")
def me(room: Room) -> Response:
    """Who is here, and what they change for themselves."""
    return _page(room)


@router.post("/me/password")
def password(request: Request, room: Room, form: Form, who: Own) -> Response:
    """Puts a password in the place of the one that somebody has; their other sessions and their tokens end."""
    now, new = form.get("now", ""), form.get("new", "")
    wrong = TWO if new != form.get("again", "") else SAME if new == now else ""
    if not wrong and not proves(request, room, who.name, now):
        wrong = WRONG
    if wrong:
        return _page(room, wrong=wrong, status=422)
    try:
        hash_ = hashed(new)
    except RecordError as err:
        return _page(room, wrong=f"{err}.", status=422)
    with writing(room):
        room.change_person(who.name, by=who.name, password=hash_)
    return opened(room, who.name, "/me")


@router.post("/me/sign-out")
def sign_out(room: Room, who: Own) -> Response:
    """Ends every session of whoever asks, this one too."""
    with writing(room):
        room.end_sessions(who.name, by=who.name)
    return then("/sign-in")


@router.post("/me/token")
def token(room: Room, form: Form, who: Own) -> Response:
    """Makes a token for a program, shown in this answer alone."""
    if who.once:
        raise RecordError("choose a password of your own first")
    return _page(room, token_made(room, who.name, form, by=who.name))


@router.post("/me/revoke")
def revoke(room: Room, form: Form, who: Own) -> Response:
    """Ends a token of whoever asks."""
    token_revoked(room, who.name, form, by=who.name)
    return then("/me#tokens")


def _page(room: Newsroom, secret: Secret | None = None, *, wrong: str = "", status: int = 200) -> Response:
    found = present()
    mine = seat_of(room, found) if found and signed() else None
    told = {"person": mine, "secret": secret, "wrong": wrong[:1].upper() + wrong[1:]}
    answer = sheet("me.html", status=status, here="/me", json="/me.json", **told)
    answer.headers["Cache-Control"] = "no-store"
    return answer
