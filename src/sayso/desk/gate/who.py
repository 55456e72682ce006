"""Who is at the desk in this request, and what an endpoint may ask of them."""

from contextvars import ContextVar
from typing import Annotated

from fastapi import Depends
from starlette.exceptions import HTTPException

from sayso.record import Person
from sayso.record.person import MACHINE, Role

HERE = Person(name=MACHINE, role="editor", password="", made="")  # whoever sits where the desk opened
_present: ContextVar[Person | None] = ContextVar("present", default=None)


def comes_in(person: Person | None) -> None:
    """Says who is at the desk for the rest of this request."""
    _present.set(person)


def present() -> Person | None:
    """Who is at the desk; null for nobody that is known."""
    return _present.get()


def may(role: Role) -> bool:
    """Whether who is at the desk may do what a role may."""
    found = present()
    return found is not None and found.may(role)


def signed() -> bool:
    """Whether who is at the desk has signed in, or carries a token: on a desk of this machine alone nobody does."""
    found = present()
    return found is not None and bool(found.password)


def _editor() -> Person:
    found = present()
    if found is None or not found.may("editor"):
        raise HTTPException(403, "this is for editors")
    return found


def _admin() -> Person:
    found = present()
    if found is None or not found.may("admin"):
        raise HTTPException(403, "this is for admins")
    return found


Editor = Annotated[Person, Depends(_editor)]
Admin = Annotated[Person, Depends(_admin)]
