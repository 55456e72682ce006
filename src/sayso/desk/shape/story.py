"""A story as its page shows it: the telling points in short, then what was told when, and its items."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from sayso.desk.shape.mention import Mention, mention
from sayso.record import Entry, Kept, Point, When

FIRST = ("disputed", "corroborated", "echoed", "retracted", "ungrounded", "single")  # what a desk asks first
SHORT = 7  # points that stand in short above the timeline
AT_ONCE = 40  # lines of a timeline on one page
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
    """One line of the timeline: `at` is the UTC moment of its report, `when` the time of what is told of.

    `changed` leads to what an edit changed, empty where none did it.
    """

    anchor: str
    kind: str
    told: str
    at: str | None
    when: When | None
    words: str
    point: Point | None
    mention: Mention | None
    changed: str


class Window(NamedTuple):
    """The part of a timeline that one page shows, and the lines that the parts before and behind it end with.

    `before` and `behind` count the lines there; `later` is empty where the part behind is the newest.
    """

    entries: tuple[Entry, ...]
    before: int
    behind: int
    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class Day:
    """Lines of one day: its date, empty where no page says when."""

    date: str
    lines: tuple[Line, ...]


def in_short(points: Sequence[Point], entries: Sequence[Entry]) -> tuple[tuple[Point, Entry | None, str], ...]:
    """The points most to be asked about, each with the entry that first told it and the anchor of that, if any."""
    first = {entry.point_id: entry for entry in reversed(entries)}
    asked = [one for one in points if is_telling(one)] or list(points)
    chosen = [(one, first.get(one.id)) for one in sorted(asked, key=_weight)[:SHORT]]
    return tuple((one, entry, anchor(entry) if entry else "") for one, entry in chosen)


def is_telling(point: Point) -> bool:
    """More than one page carries it, or somebody stands against it."""
    return point.pages >= MANY or point.origins_against[1] > 0


def _weight(point: Point) -> tuple[int, int, int]:
    return FIRST.index(point.standing), -(point.outlets + point.outlets_against), -(point.pages + point.pages_against)


def standings(points: Sequence[Point]) -> tuple[tuple[str, int], ...]:
    """How many points are of which standing."""
    counts: Counter[str] = Counter(point.standing for point in points)
    return tuple((one, counts[one]) for one in FIRST if counts[one])


def telling(entry: Entry, points: Mapping[str, Point]) -> bool:
    """Whether a line is of more than one page, of a dispute or of an edit."""
    point = points.get(entry.point_id or "")
    return bool(entry.change_id) or not point or is_telling(point)


def anchor(entry: Entry) -> str:
    """What names a line of a timeline on its page, the same for as long as its point or change is there."""
    return f"ch-{entry.change_id}" if entry.change_id else f"{entry.kind}-{entry.point_id}"


def window(entries: Sequence[Entry], to: str | None = None) -> Window:
    """The newest lines, or those up to the line of an anchor; the newest where no line has it."""
    names = [anchor(one) for one in entries]
    end = names.index(to) + 1 if to in names else len(names)
    start, behind = max(0, end - AT_ONCE), len(names) - end
    later = names[end + AT_ONCE - 1] if behind > AT_ONCE else ""
    return Window(tuple(entries[start:end]), start, behind, names[start - 1] if start else "", later)


def lines(entries: Sequence[Entry], points: Mapping[str, Point], kept: Mapping[str, Kept]) -> tuple[Line, ...]:
    """The timeline's entries as lines."""
    return tuple(_line(one, points, kept) for one in entries)


def _line(entry: Entry, points: Mapping[str, Point], kept: Mapping[str, Kept]) -> Line:
    """A line, with the claim whose words it prints: the first one, and of an edit what stands after it."""
    told = entry.claim_ids[-1:] if entry.change_id else entry.claim_ids[:1]
    first = next((kept[one] for one in told if one in kept), None)
    of = f"?of={first.text.id}" if first else ""
    return Line(
        anchor=anchor(entry),
        kind=entry.kind,
        told=KINDS[entry.kind],
        at=entry.reported,
        when=entry.when,
        words=entry.words,
        point=points.get(entry.point_id or ""),
        mention=mention(first) if first else None,
        changed=f"/changes{of}#ch-{entry.change_id}" if entry.change_id else "",
    )


def days(found: Iterable[Line], by: str) -> Iterator[Day]:
    """Lines by the day of the report, or of what is told of."""

    def date(line: Line) -> str:
        told = line.when.earliest if by == "event" and line.when else None if by == "event" else line.at
        return (told or "")[:10]

    for day, some in groupby(found, key=date):
        yield Day(day, tuple(some))
