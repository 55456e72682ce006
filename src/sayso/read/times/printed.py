"""A time as a page prints it, before anything is counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.read.tokens import Token
from sayso.record import Span

Kind = Literal["date", "weekday", "days", "part", "ago", "stretch", "clock", "unclear"]
Day = tuple[int | None, int | None, int | None]  # year, month, day: None is not printed


@dataclass(frozen=True, slots=True)
class Printed:
    """One time as printed, in tokens `[first, last)`.

    `kind`: date (a day, a month or a year: `begin`, and `end` of a range), weekday, days ("yesterday": `count` to
    `until` days from the anchor), part ("last month": `unit`, `count` -1, 0 or 1), ago (`count` units back),
    stretch (`count` units up to now or from now on), clock alone, unclear
    ("4/5/2031"). `step` is -1 for "last", 1 for "next", 0 for "this" Tuesday. `clock` is hour and
    minute, `zone` an ISO offset.
    """

    first: int
    last: int
    kind: Kind
    begin: Day = (None, None, None)
    end: Day | None = None
    weekday: int | None = None
    step: int | None = None
    unit: str = ""
    count: float = 0
    until: float = 0
    clock: tuple[int, int] | None = None
    zone: str = ""

    def span(self, line: Sequence[Token]) -> Span:
        """Where it stands on the page."""
        return Span(line[self.first].start, line[self.last - 1].end)
