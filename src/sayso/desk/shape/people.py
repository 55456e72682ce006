"""People of the desk as an admin and they themselves see them: no hash of a password, of a token only its beginning."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from sayso.desk.gate.ticket import SHORT
from sayso.record import Person, Ticket
from sayso.record.person import ROLES, Role

_TEXT = {"type": "string"}
_TIME = {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}]}


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a program: `token` is the beginning of its hash, by which it is revoked; `until` null has no end."""

    token: str
    label: str
    made: str
    until: str | None
    ended: bool


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who may sign in: `once` is until when a password made for them holds, null where it is their own.

    `sessions` counts those open now, `seen` is when they signed in last, null for never.
    """

    name: str
    role: Role
    active: bool
    made: str
    once: str | None
    sessions: int
    seen: str | None
    tokens: tuple[Token, ...]

    @property
    def anchor(self) -> str:
        """Where they stand on the page of people."""
        return anchor_of(self.name)


def anchor_of(name: str) -> str:
    """The id of a name on a page."""
    return f"p-{blake2b(name.encode(), digest_size=6).hexdigest()}"


def seat(person: Person, tokens: Iterable[Ticket], *, sessions: int, seen: str | None, now: str) -> Seat:
    """Somebody with their tokens, as of an ISO time."""
    return Seat(
        name=person.name,
        role=person.role,
        active=person.active,
        made=person.made,
        once=person.once or None,
        sessions=sessions,
        seen=seen,
        tokens=tuple(Token(one.hash[:SHORT], one.label, one.made, one.until or None, one.ended(now)) for one in tokens),
    )


def _object(**told: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": told, "required": list(told), "additionalProperties": False}


_TOKEN = _object(token=_TEXT, label=_TEXT, made=_TEXT, until=_TIME, ended={"type": "boolean"})
_SEAT = _object(
    name=_TEXT,
    role={"enum": list(ROLES)},
    active={"type": "boolean"},
    made=_TEXT,
    once=_TIME,
    sessions={"type": "integer", "minimum": 0},
    seen=_TIME,
    tokens={"type": "array", "items": _TOKEN},
)
SCHEMAS = {
    "/people.json": _object(people={"type": "array", "items": _SEAT}),
    "/me.json": _object(person={"anyOf": [_SEAT, {"type": "null"}]}),
}
