"""Who may change who comes in: somebody who signed in, never a program by its token, and not without end."""

from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from sayso.desk.gate.brake import WINDOW, Brake
from sayso.desk.gate.who import present
from sayso.record import Person

AFTER = {"Retry-After": str(int(WINDOW))}


def _own(request: Request) -> Person:
    """Whoever signed in; counts that they change something."""
    found = present()
    if found is None or not found.password:
        raise HTTPException(403, "nobody signs in on this desk, so nobody has a password or a token here")
    if "authorization" in request.headers:
        raise HTTPException(403, "a token changes no people, passwords or tokens: sign in for that")
    who = {"name": found.name, "address": address_of(request)}
    brake: Brake = request.app.state.pen
    if brake.holds(**who):
        raise HTTPException(429, "too many changes of people and tokens: wait a quarter of an hour", AFTER)
    brake.tried(**who)
    return found


def _over_others(request: Request) -> Person:
    found = present()
    if found is None or not found.may("admin"):
        raise HTTPException(403, "this is for admins")
    return _own(request)


def address_of(request: Request) -> str:
    """The address that a request comes from, empty where that is not known."""
    return request.client.host if request.client else ""


Own = Annotated[Person, Depends(_own)]
Over = Annotated[Person, Depends(_over_others)]
