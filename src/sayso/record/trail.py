"""Who did what on what, and when: the newsroom's audit trail."""

from dataclasses import dataclass
from typing import Literal

Deed = Literal[
    "ruled",
    "corrected",
    "undid",
    "reviewed",
    "reviewed a brief",
    "drafted",
    "edited",
    "published",
    "withdrew",
    "signed in",
    "was refused",
    "signed out",
    "added a person",
    "changed a person",
    "made a token",
    "revoked a token",
    "ended the sessions",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One line of the trail: who (`by`) did what (`did`) on what, at what ISO time; `what` says it in words.

    `on` is an id, a source's key or a person's name; `place` is its number in the trail, 0 before it is kept.
    """

    at: str
    by: str
    did: Deed
    on: str = ""
    what: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Trailed:
    """A choice of acts, the last first; `since` an ISO time, `before` the place of the last one seen."""

    by: str | None = None
    did: Deed | None = None
    on: str | None = None
    since: str | None = None
    before: int | None = None
    limit: int = 50
