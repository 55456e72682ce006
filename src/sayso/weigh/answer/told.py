"""Stories as of any moment: their title, points, items, events and edits."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from sayso.errors import NotKept
from sayso.plugs import Scales, View
from sayso.record import Account, Change, Point, Saying, Seat, Story, story_id
from sayso.weigh.answer.asked import counted_by, points_of
from sayso.weigh.gather.affinity import Affinity
from sayso.weigh.revise.changes import changes
from sayso.weigh.trace.press import Press

AT_ONCE = 50  # stories whose items are fetched together
COMPARED = 40  # items among which the one most like the others is looked for, the earliest


class Held(NamedTuple):
    """What a story holds as of a moment, fetched: its items, what their claims say, its points and edits."""

    lead: str
    accounts: tuple[Account, ...]
    said: Mapping[str, Saying]
    seats: tuple[Seat, ...]
    points: tuple[Point, ...]
    changes: tuple[Change, ...]


def story(
    scales: Scales, press: Press, named: str, as_of: str | None = None, *, view: View | None = None
) -> tuple[Story, Held]:
    """The story that an id, or enough of its beginning, names, as of a UTC moment (null: now), and what it holds.

    What is kept ready of it is not made anew. Raises NotKept where there is none, or none yet at that moment.
    """
    lead = lead_of(scales, named)
    kept = scales.told_now([lead], counted_by(press)).get(lead) if as_of is None else None
    for found in _held(scales, press, [lead], as_of, view):
        return kept or _story(found), found
    raise NotKept(f"story {named!r} had not begun at that time")


def stories_listed(
    scales: Scales, press: Press, as_of: str | None = None, *, view: View | None = None
) -> Iterator[Story]:
    """Every story that had begun at a UTC moment (null: now), oldest first."""
    leads = scales.story_leaders()
    while batch := list(islice(leads, AT_ONCE)):
        yield from (one for one in stories_of(scales, press, batch, as_of, view=view).values() if one)


def stories_of(
    scales: Scales, press: Press, leads: Sequence[str], as_of: str | None = None, *, view: View | None = None
) -> Mapping[str, Story | None]:
    """Leading text → its story at a UTC moment, null where it had not begun; now (null) what is kept ready is not made
    anew."""
    kept = scales.told_now(leads, counted_by(press)) if as_of is None else {}
    missing = [one for one in leads if one not in kept]
    found = {held.lead: _story(held) for held in _held(scales, press, missing, as_of, view)}
    return {one: kept[one] if one in kept else found.get(one) for one in leads}


def made_anew(scales: Scales, press: Press, leads: Sequence[str], view: View) -> Mapping[str, Story | None]:
    """Leading text → its story as it stands now, each made anew."""
    found = {held.lead: _story(held) for held in _held(scales, press, leads, None, view)}
    return {one: found.get(one) for one in leads}


def lead_of(scales: Scales, named: str) -> str:
    """The text that leads the story which an id, or enough of its beginning, names; raises NotKept."""
    found = scales.story_leading(named)
    if len(found) != 1:
        raise NotKept(
            f"{named!r} names {'several' if found else 'no'} stories" + (": give more of it" if found else "")
        )
    return found[0]


def leaders_of(scales: Scales, accounts: Collection[Account]) -> tuple[str, ...]:
    """The leading claims of all points that some items tell of, the oldest claim's first."""
    ids = [one.id for account in accounts for one in account.testimonies]
    return _leaders(ids, {seat.claim_id: seat for seat in scales.seats(ids)})


def _leaders(claim_ids: Sequence[str], seats: Mapping[str, Seat]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(seats[one].leader for one in claim_ids if one in seats))


def edited(scales: Scales, text_ids: Collection[str], view: View | None) -> Mapping[str, tuple[Change, ...]]:
    """Text id → what its edits changed, of some texts."""
    found: defaultdict[str, tuple[Change, ...]] = defaultdict(tuple)
    for change in changes(scales, view=view, edits=scales.edits(of=text_ids)):
        found[change.text_id] += (change,)
    return found


def _held(scales: Scales, press: Press, leads: Sequence[str], as_of: str | None, view: View | None) -> Iterator[Held]:
    texts = scales.told(leads)
    edits = edited(scales, {one for lead in leads for one in texts.get(lead, ())}, view)
    everything = list(scales.accounts({one for lead in leads for one in texts.get(lead, ())}))
    known = {one.text_id: one for one in everything}
    said = {one.claim_id: one for one in scales.sayings({t.id for each in everything for t in each.testimonies})}
    for lead in leads:
        mine = sorted(
            (known[one] for one in texts.get(lead, ()) if one in known), key=lambda one: (one.at, one.text_id)
        )
        out = tuple(one for one in mine if _is_out(one, said, as_of))
        if out:
            yield _fetched(scales, press, (lead, out, said), as_of, edits)


def _fetched(
    scales: Scales,
    press: Press,
    items: tuple[str, tuple[Account, ...], Mapping[str, Saying]],
    as_of: str | None,
    edits: Mapping[str, tuple[Change, ...]],
) -> Held:
    lead, out, said = items
    ids = [one.id for account in out for one in account.testimonies]
    seats = {seat.claim_id: seat for seat in scales.seats(ids)}
    points = points_of(scales, press, _leaders(ids, seats), as_of)
    done = (change for one in out for change in edits.get(one.text_id, ()))
    return Held(
        lead=lead,
        accounts=out,
        said={one: said[one] for one in ids if one in said},
        seats=tuple(seats.values()),
        points=tuple(point for point in points.values() if point),
        changes=tuple(change for change in done if as_of is None or (change.at or "") <= as_of),
    )


def _is_out(account: Account, said: Mapping[str, Saying], as_of: str | None) -> bool:
    """Whether an item had come out by then, replaced since or not."""
    starts = [said[one.id].start for one in account.testimonies if one.id in said]
    return as_of is None or ((starts[0] if starts else account.at) or "") <= as_of


def _story(held: Held) -> Story:
    standing = tuple(one for one in held.accounts if _still(one, held.said)) or held.accounts
    moments = [one.start for one in held.said.values() if one.start] or [held.accounts[0].at]
    moved = [change.at for change in held.changes if change.at]
    moved += [point.moved for point in held.points if point.moved]
    events = (event for one in held.said.values() for event in one.event_ids)
    return Story(
        id=story_id(held.lead),
        title=title(standing),
        point_ids=tuple(point.id for point in held.points),
        text_ids=tuple(one.text_id for one in held.accounts),
        event_ids=tuple(dict.fromkeys(events)),
        opened=min(moments) or None,
        last_moved=max(moved, default=None),
        revisions=tuple(change.id for change in held.changes),
    )


def _still(account: Account, said: Mapping[str, Saying]) -> bool:
    """Whether nothing has replaced an item."""
    return all(said[one.id].end is None for one in account.testimonies if one.id in said)


def title(accounts: Sequence[Account]) -> str:
    """The headline of the item that the others resemble most, the earliest where two do; an article's if there is one.

    `accounts` are a story's items, oldest first. Without any headline, the first words that are told.
    """
    headed = [one for one in accounts if one.headline]
    articles = [one for one in headed if one.kind == "article"]
    chosen = (articles or [one for one in headed if one.kind == "brief"] or headed)[:COMPARED]
    if not chosen:
        said = (one.content for account in accounts for one in account.testimonies)
        return " ".join(next(said, "untitled").split())
    like = Affinity()
    marks = [sum(like.of(one, other) for other in chosen if other is not one) for one in chosen]
    return " ".join((chosen[marks.index(max(marks))].headline or "").split())
