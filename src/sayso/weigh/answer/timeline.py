"""What happened in a story when, by the time of the events or of the reports; and what moved since a moment."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from sayso.plugs import Scales
from sayso.record import Entry, Moved, MovedHow, Point, Saying, Side, Testimony, When, point_id
from sayso.record.moment import moment
from sayso.weigh.answer.points import Counting
from sayso.weigh.answer.told import Held, lead_of, leaders_of
from sayso.weigh.trace.press import Press

By = Literal["event", "report"]
COUNTS = (
    "pages", "outlets", "origins_for", "origins_against", "voices", "sides", "pages_against", "outlets_against",
    "voices_against", "sides_against",
)  # fmt: skip


def timeline(held: Held, by: By = "report") -> tuple[Entry, ...]:
    """The entries of a story: each point where it was first told and first denied, and each change that an edit made.

    In the order of the reports; by "event" in that of what is told of, entries without a time at that of their report.
    """
    told = list(_told(held))
    first = {(entry.point_id, entry.reported) for entry in told}
    edits = (one for one in _edited(held) if one.kind != "added" or (one.point_id, one.reported) not in first)
    return tuple(sorted([*told, *edits], key=lambda entry: (_time(entry, by), entry.reported or "", entry.words)))


def _time(entry: Entry, by: By) -> str:
    when = entry.when.earliest if entry.when and by == "event" else None
    return moment(when) if when else entry.reported or ""


def _told(held: Held) -> Iterator[Entry]:
    """Points as they were first told and first denied, by claims that were withdrawn since too."""
    said = {one.id: one for account in held.accounts for one in account.testimonies}
    points = {point.id: point for point in held.points}
    sides: defaultdict[tuple[str, Side], list[str]] = defaultdict(list)
    for seat in held.seats:
        if seat.claim_id in held.said and point_id(seat.leader) in points:
            sides[point_id(seat.leader), seat.side].append(seat.claim_id)
    for (point, side), found in sides.items():
        mine = sorted(found, key=lambda one: _place(held.said[one]))
        yield Entry(
            kind="told" if side == "for" else "denied",
            words=_words(held.said[mine[0]]),
            reported=held.said[mine[0]].start,
            when=_when(mine, said),
            point_id=point,
            claim_ids=tuple(mine),
        )


def _edited(held: Held) -> Iterator[Entry]:
    said = {one.id: one for account in held.accounts for one in account.testimonies}
    for change in held.changes:
        ids = tuple(one for one in (change.before, change.after) if one and one in held.said)
        if ids:
            yield Entry(
                kind=change.kind,
                words=_words(held.said[ids[-1]]),
                reported=change.at,
                when=_when(ids, said),
                point_id=next(iter(change.point_ids), None),
                claim_ids=ids,
                change_id=change.id,
            )


def _when(claim_ids: Sequence[str], said: Mapping[str, Testimony]) -> When | None:
    return next((said[one].when for one in claim_ids if one in said and said[one].when), None)


def _place(one: Saying) -> tuple[str, str, int]:
    return one.start or "", one.text_id, one.place


def _words(one: Saying) -> str:
    return " ".join(one.content.split())


# ── what moved ──────────────────────────────────────────────────────────────────────────────────────────────


def moved_since(scales: Scales, press: Press, named: str, since: str, as_of: str | None = None) -> Iterator[Moved]:
    """Which points of a story are not what they were at the UTC moment `since`, as of another (null: now).

    `named` is the story's id or enough of it; raises NotKept.
    """
    lead = lead_of(scales, named)
    leaders = leaders_of(scales, list(scales.accounts(scales.told([lead]).get(lead, ()))))
    then, now = (
        {proof.point.id: proof.point for proof in Counting(scales, press, at).proofs(iter(leaders))}
        for at in (since, as_of)
    )
    for point in dict.fromkeys([*now, *then]):
        if how := _how(then.get(point), now.get(point)):
            yield Moved(point_id=point, how=how, before=then.get(point), after=now.get(point))


def _how(before: Point | None, after: Point | None) -> tuple[MovedHow, ...]:
    if before is None or after is None:
        return () if before is after else ("new",) if before is None else ("withdrawn",)
    found: list[MovedHow] = []
    if before.standing != after.standing:
        found.append("standing")
    if any(getattr(before, name) != getattr(after, name) for name in COUNTS):
        found.append("counts")
    if after.origins_against[1] > 0 and before.origins_against[1] == 0:
        found.append("disputed")
    if set(before.for_) - set(after.for_) and (after.pages < before.pages or after.standing == "retracted"):
        found.append("withdrawn")
    return tuple(found)
