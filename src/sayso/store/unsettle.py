"""Which points and stories have to be counted anew, once something is kept that their count may hang on."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from sayso.record import point_id, story_id
from sayso.store.batches import batches
from sayso.store.counts import ACROSS, NEVER
from sayso.store.derived import pair, point_now, seat, story_now, told
from sayso.store.tables import claim, text


def claims_of(at: Connection, text_ids: Collection[str]) -> set[str]:
    """The claims of some story items."""
    told_ = select(claim.c.id).join(text, text.c.seq == claim.c.text_seq)
    return {one for some in batches(text_ids) for one in at.scalars(told_.where(text.c.id.in_(some)))}


def leaders_of(at: Connection, claim_ids: Collection[str]) -> set[str]:
    """The leading claims of the points that some claims belong to."""
    found = select(seat.c.leader)
    return {one for some in batches(claim_ids) for one in at.scalars(found.where(seat.c.claim_id.in_(some)))}


def unsettle(to: Connection, claim_ids: Collection[str], leaders: Collection[str] = ()) -> None:
    """Marks what may count otherwise now that something about these claims has changed, in the open transaction.

    That is the points of the claims, those of claims that cannot both be right with them or carry them on, and
    `leaders`, points that claims have left; and the stories in which claims of these points stand.
    """
    touched = set(leaders) | leaders_of(to, set(claim_ids) | _across(to, claim_ids))
    for some in batches(touched):
        there = {row.claim_id: row.at for row in to.execute(select(seat).where(seat.c.claim_id.in_(some)))}
        held = set(to.scalars(select(seat.c.leader).where(seat.c.leader.in_(some)).distinct()))
        to.execute(delete(point_now).where(point_now.c.leader.in_(set(some) - held)))
        to.execute(update(point_now).where(point_now.c.leader.in_(held)).values(by=NEVER))
        known = set(to.scalars(select(point_now.c.leader).where(point_now.c.leader.in_(held))))
        _add(to, point_now, [{"leader": one, "id": point_id(one), "at": there.get(one, "")} for one in held - known])
        telling = select(told.c.leader).join(seat, seat.c.text_id == told.c.text_id).where(seat.c.leader.in_(some))
        to.execute(update(story_now).where(story_now.c.leader.in_(telling)).values(by=NEVER))


def unsettle_stories(to: Connection, leaders: Collection[str]) -> None:
    """Marks the stories of these leading texts, new ones too; those that lead nothing any more are dropped."""
    for some in batches(leaders):
        held = set(to.scalars(select(told.c.leader).where(told.c.leader.in_(some)).distinct()))
        to.execute(delete(story_now).where(story_now.c.leader.in_(set(some) - held)))
        to.execute(update(story_now).where(story_now.c.leader.in_(held)).values(by=NEVER))
        known = set(to.scalars(select(story_now.c.leader).where(story_now.c.leader.in_(held))))
        _add(to, story_now, [{"leader": one, "id": story_id(one)} for one in held - known])


def _across(at: Connection, claim_ids: Collection[str]) -> set[str]:
    """The claims that pairs hold against some, or that carry them on."""
    found: set[str] = set()
    for some in batches(claim_ids):
        for own, far in ((pair.c.left, pair.c.right), (pair.c.right, pair.c.left)):
            found |= set(at.scalars(select(far).where(own.in_(some), pair.c.verdict.in_(ACROSS))))
    return found


def _add(to: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        to.execute(insert(table), [{"by": NEVER, **row} for row in rows])
