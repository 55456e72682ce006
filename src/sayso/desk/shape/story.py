"""A story as its page shows it: the telling points in short, then what was told when, and its items."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from sayso.desk.shape.mention import Mention, mention
from sayso.record import Entry, Kept, Point, When

FIRST = ("disputed", "corroborated", "echoed", "retracted", "ungrounded", "single")  # what a desk asks first
SHORT = 7  # points that stand in short above the timeline
MANY = 2  # pages from which a line of the timeline is shown without being asked for
KINDS = {
    "told": "first told",
    "denied": "first denied",
    "added": "added by an edit",
    "withdrawn": "withdrawn by an edit",
    "softened": "softened by an edit",
    "hardened": "hardened by an edit",
    "re-attributed": "given to another by an edit",
    "recounted": "another figure by an edit",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the timeline: `at` is the UTC moment of its report, `when` the time of what is told of."""

    anchor: str
    kind: str
    told: str
    at: str | None
    when: When | None
    words: str
    point: Point | None
    mention: Mention | None
    change_id: str | None


@dataclass(frozen=True, slots=True)
class Day:
    """Lines of one day: its date, empty where no page says when."""

    date: str
    lines: tuple[Line, ...]


def in_short(points: Sequence[Point], lines: Sequence[Line]) -> tuple[tuple[Point, Line | None], ...]:
    """The points most to be asked about, each with the line of the timeline that first told it."""
    first = {line.point.id: line for line in reversed(lines) if line.point}
    telling = [one for one in points if is_telling(one)] or list(points)
    return tuple((one, first.get(one.id)) for one in sorted(telling, key=_weight)[:SHORT])


def is_telling(point: Point) -> bool:
    """More than one page carries it, or somebody stands against it."""
    return point.pages >= MANY or point.origins_against[1] > 0


def _weight(point: Point) -> tuple[int, int, int]:
    return FIRST.index(point.standing), -(point.outlets + point.outlets_against), -(point.pages + point.pages_against)


def standings(points: Sequence[Point]) -> tuple[tuple[str, int], ...]:
    """How many points are of which standing."""
    counts: Counter[str] = Counter(point.standing for point in points)
    return tuple((one, counts[one]) for one in FIRST if counts[one])


def lines(entries: Sequence[Entry], points: Mapping[str, Point], kept: Mapping[str, Kept]) -> tuple[Line, ...]:
    """The timeline's entries as lines, each with an anchor of its own."""
    return tuple(_line(number, one, points, kept) for number, one in enumerate(entries, 1))


def _line(number: int, entry: Entry, points: Mapping[str, Point], kept: Mapping[str, Kept]) -> Line:
    first = next((kept[one] for one in entry.claim_ids if one in kept), None)
    return Line(
        anchor=f"e{number}",
        kind=entry.kind,
        told=KINDS[entry.kind],
        at=entry.reported,
        when=entry.when,
        words=entry.words,
        point=points.get(entry.point_id or ""),
        mention=mention(first) if first else None,
        change_id=entry.change_id,
    )


def telling_lines(found: Sequence[Line], every: bool) -> tuple[Line, ...]:
    """Lines of more than one page, of a dispute or of an edit; all where asked."""
    return tuple(one for one in found if every or one.change_id or not one.point or is_telling(one.point))


def days(found: Sequence[Line], by: str) -> Iterator[Day]:
    """Lines by the day of the report, or of what is told of."""

    def date(line: Line) -> str:
        told = line.when.earliest if by == "event" and line.when else None if by == "event" else line.at
        return (told or "")[:10]

    for day, some in groupby(found, key=date):
        yield Day(day, tuple(some))
