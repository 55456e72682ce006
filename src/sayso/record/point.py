"""One question of fact across pages, and what stands behind it."""

from dataclasses import dataclass
from typing import Literal

from sayso.record.source import Source
from sayso.record.span import Span

EdgeKind = Literal["cites", "told", "wire", "copies", "same_quote", "same_document", "same_speaker", "same_publisher"]
Standing = Literal["single", "echoed", "corroborated", "disputed", "retracted", "ungrounded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a number or a verdict is what it is: a name, a weight in [0, 1] and the words or measure behind it."""

    name: str
    weight: float = 1.0
    detail: str = ""


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

    `pages`, `outlets` count distinct pages and publisher families; `voices`, `sides` distinct named speakers and the
    interested parties among them. `standing` is derived from these counts, for the `reasons` given; it never says that
    something is true.
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
    standing: Standing = "single"
    reasons: tuple[Reason, ...] = ()
