"""Time as a page gives it: an interval, not a point."""

from dataclasses import dataclass
from typing import Literal

from sayso.record.span import Span

Grain = Literal["year", "month", "day", "minute"]


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """An interval `earliest`..`latest` of ISO times, both ends included; null ends mean that the page marks a time it
    does not give.

    Times keep the zone that is printed as an ISO offset; no zone printed, no offset. `anchor` is the ISO time that a
    relative time was counted from; `inferred` is true where the page does not say it (a bare clock dated by its page).
    """

    earliest: str | None
    latest: str | None
    grain: Grain | None
    anchor: str | None = None
    span: Span | None = None
    inferred: bool = False
