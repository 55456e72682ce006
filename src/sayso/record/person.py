"""Who may use the desk, and by which sessions and tokens; only hashes, never a password or a token."""

from dataclasses import dataclass
from typing import Literal
from unicodedata import normalize

from sayso.errors import RecordError
from sayso.record.moment import moment
from sayso.record.visible import visible

Role = Literal["reader", "editor", "admin"]
ROLES: tuple[Role, ...] = ("reader", "editor", "admin")  # each may do what those before it may
MACHINE = "at this machine"  # whoever sits where the record's file is: nobody else is called so


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who may sign in: `password` is its argon2 hash, `made` an ISO time; not `active`, nobody comes in.

    `once` is the ISO time until which a password that somebody else made for them lets them in, to choose their own;
    empty where it is their own.
    """

    name: str
    role: Role
    password: str
    made: str
    active: bool = True
    once: str = ""

    def may(self, role: Role) -> bool:
        """True where the person may do what the role may."""
        return self.active and ROLES.index(self.role) >= ROLES.index(role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """A session of the desk or a token of the API: `hash` is the SHA-256 of the secret that was given out.

    `until` is the ISO time in UTC at which it ends, empty where it does not; `label` is what its owner calls a token.
    """

    hash: str
    name: str
    kind: Literal["session", "token"]
    made: str
    until: str = ""
    label: str = ""

    def ended(self, now: str) -> bool:
        """Whether it lets nobody in any more at an ISO time."""
        return bool(self.until) and moment(self.until) <= moment(now)


def name_of(told: str) -> str:
    """A name as the sign-in looks it up; raises RecordError for one that could be taken for another."""
    name = " ".join(normalize("NFC", told).split())
    if not name or len(name) > 100 or visible(name) != name or name.casefold() == MACHINE:
        raise RecordError("a name has 1 to 100 characters, all of them seen")
    return name
