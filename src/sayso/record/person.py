"""Who may use the desk, and by which sessions and tokens; only hashes, never a password or a token."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["reader", "editor", "admin"]
ROLES: tuple[Role, ...] = ("reader", "editor", "admin")  # each may do what those before it may


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who may sign in: `password` is its argon2 hash, `made` an ISO time; not `active`, nobody comes in."""

    name: str
    role: Role
    password: str
    made: str
    active: bool = True

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
