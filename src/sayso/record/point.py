"""One question of fact across pages, and what stands behind it."""

from dataclasses import dataclass
from typing import Literal

from sayso.record.source import Source
from sayso.record.span import Span, make_id

EdgeKind = Literal["cites", "told", "wire", "copies", "same_quote", "same_document", "same_speaker", "same_publisher"]
Standing = Literal["single", "echoed", "corroborated", "disputed", "retracted", "ungrounded"]


def point_id(leader: str) -> str:
    """The id of the point that a claim leads."""
    return make_id("point", leader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a number or a verdict is what it is: a name, a weight in [0, 1] and the words or measure behind it.

    Of two claims compared, `left` and `right` are the words of each that decided, on the page of each.
    """

    name: str
    weight: float = 1.0
    detail: str = ""
    left: Span | None = None
    right: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Why two claims share an origin; it runs upstream from one claim to another and never forward in time.

    `span` is the sentence that proves it, on the page of `from_`; `weight` the measure in [0, 1] where likeness does.
    """

    from_: str
    to: str
    kind: EdgeKind
    span: Span | None = None
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where following the links ends: one utterance or observation, first published by one outlet.

    `seen` is false where that outlet's own page is not in the record: "cited, not seen".
    """

    id: str
    source: Source
    outlet: str | None
    first_seen: str | None
    seen: bool
    claims: tuple[str, ...] = ()
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One question of fact across pages; `for_` and `against` are claim ids, the origins `(low, high)`.

    `pages`, `outlets` count the distinct pages and publisher families that support it; `voices`, `sides` the distinct
    named speakers and the interested parties among them; the fields that end in `_against` count the same for denial.
    `standing` is derived from these counts, for the `reasons` given; it never says that something is true. `opened` and
    `moved` are the moments of its first and its last claim, `tensions` the points it sits ill with, `rises` those whose
    running count it carries on.
    """

    id: str
    gist: str
    for_: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    pages: int = 0
    outlets: int = 0
    origins_for: tuple[int, int] = (0, 0)
    origins_against: tuple[int, int] = (0, 0)
    voices: int = 0
    sides: int = 0
    pages_against: int = 0
    outlets_against: int = 0
    voices_against: int = 0
    sides_against: int = 0
    standing: Standing = "single"
    reasons: tuple[Reason, ...] = ()
    story_id: str | None = None
    opened: str | None = None
    moved: str | None = None
    tensions: tuple[str, ...] = ()
    rises: tuple[str, ...] = ()
