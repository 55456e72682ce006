"""A dispute as a split row: each side with who says so, how, and the words or figure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.desk.shape.mention import Mention, mention
from sayso.record import Dispute, Kept, Point, Reason
from sayso.record.moment import stood_from

KINDS = {
    "denial": ("Denied", "Somebody says it is not so."),
    "figures": ("Figures", "Both figures cannot be right."),
    "exclusion": ("One or the other", "Each rules the other out."),
    "tension": ("In tension", "They sit ill together, which nobody says outright."),
}
SHOWN = 3  # mentions of one side that stand open


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its point, the mentions that stand open, one a voice, and how many more pages say so."""

    point_id: str
    gist: str
    mentions: tuple[Mention, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Split:
    """A dispute for a template: what kind it is, both sides, and the words of both that decided."""

    id: str
    kind: str
    title: str
    told: str
    left: Side
    right: Side
    reasons: tuple[Reason, ...]
    opened: str | None

    @property
    def labels(self) -> tuple[str, str]:
        """What stands over each side."""
        return ("Told by", "Denied by") if self.kind == "denial" else ("One side", "The other")


def splits(
    disputes: Sequence[Dispute], point: Point | None, kept: Mapping[str, Kept], others: Mapping[str, Point]
) -> Iterator[Split]:
    """Disputes as split rows; where `point` is given, its own side stands on the left."""
    known = {**others, **({point.id: point} if point else {})}
    for one in disputes:
        left, right = (one.left, one.left_claims), (one.right, one.right_claims)
        if point and one.right == point.id != one.left:
            left, right = right, left
        title, told = KINDS[one.kind]
        reasons = tuple(reason for reason in one.reasons if reason.detail and reason.name != "likeness")
        sides = _side(left, kept, known), _side(right, kept, known)
        if sides[0].mentions or sides[1].mentions:
            yield Split(one.id, one.kind, title, told, *sides, reasons, one.opened)


def _side(end: tuple[str, Sequence[str]], kept: Mapping[str, Kept], known: Mapping[str, Point]) -> Side:
    point_id, ids = end
    rows = sorted((kept[one] for one in ids if one in kept), key=_place)
    voices: dict[str, Mention] = {}
    for one in map(mention, rows):
        voices.setdefault(one.speaker.name.casefold(), one)
    shown = tuple(voices.values())[:SHOWN]
    more = len({row.page.id for row in rows} - {one.page_id for one in shown})
    gist = known[point_id].gist if point_id in known else ""
    return Side(point_id, gist, shown, more)


def _place(row: Kept) -> tuple[bool, str]:
    """Who says so first; an outlet's own words, as in a headline, after those of others."""
    return row.claim.manner == "own_voice", stood_from(row.page, row.text) or "9"
