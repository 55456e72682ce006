"""What the weighing asks of the SQL tables; see plugs.Scales for what each verb promises.

Nothing here grows with the record but what lists all of it: every verb reads a bounded stretch of an index.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Select,
    Table,
    bindparam,
    func,
    or_,
    select,
    tuple_,
    union_all,
)

from sayso.record import Account, Copy, Pair, Ruling, Seat, Weighed
from sayso.store import packing
from sayso.store.batches import BATCH, batches
from sayso.store.derived import (
    account,
    copied,
    keyed,
    pair,
    passage,
    point_now,
    ruling,
    seat,
    told,
    vector,
    weighed,
)
from sayso.store.enter import enter, forget
from sayso.store.scales import SAMPLED
from sayso.store.sqlite import Sqlite
from sayso.store.tables import claim, page, text
from sayso.store.tally import SqlTally

WIDTHS = (8, 64)  # keys of one statement, so that few statements are prepared; SQLite joins 500 selects at most
NONE = -1  # a key that nothing has
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
# Statements are made once: making one costs as much as asking it, and the weighing asks for many single claims.
_ACCOUNTS = select(account.c.account, account.c.passages).where(account.c.text_id.in_(_IDS))
_VECTORS = select(vector.c.claim_id, vector.c.vector).where(vector.c.claim_id.in_(_IDS))
_PAIRS = tuple(select(pair).where(column.in_(_IDS)) for column in (pair.c.left, pair.c.right))
_PAIRED = tuple(
    select(far).where(own.in_(_IDS)) for own, far in ((pair.c.left, pair.c.right), (pair.c.right, pair.c.left))
)
_SEATS = select(seat).where(seat.c.claim_id.in_(_IDS))
_SEATED = select(seat).where(seat.c.leader.in_(_IDS))
_COPIES = tuple(select(copied).where(column.in_(_IDS)) for column in (copied.c.left, copied.c.right))
_STORIES = select(told).where(told.c.text_id.in_(_IDS))
_TOLD = select(told).where(told.c.leader.in_(_IDS))
_NEWEST = select(func.max(account.c.at))


class SqlScales(SqlTally):
    """The half of the SQL store that derives from the record."""

    _database: Sqlite

    # ── writing ─────────────────────────────────────────────────────────────────────────────────────────────

    def put_weighed(self, weighed: Weighed) -> None:
        """Keeps what the weighing of a page added, in one transaction; what it changed of others replaces the old."""
        with self._database.writing() as to:
            enter(to, weighed)

    def forget_weighed(self) -> None:
        """Drops everything that was weighed, to be weighed anew; rulings stay."""
        with self._database.writing() as to:
            forget(to)

    def put_ruling(self, judged: Ruling) -> None:
        """Appends an editor's judgement."""
        with self._database.writing() as to:
            if to.scalar(select(ruling.c.seq).where(ruling.c.id == judged.id)) is None:
                to.execute(ruling.insert().values(packing.ruling_row(judged)))

    # ── reading ─────────────────────────────────────────────────────────────────────────────────────────────

    def unweighed(self, by: str) -> Iterator[str]:
        """Ids of pages that this version of the weighing has not weighed, in the order they were kept."""
        stale = select(weighed.c.page_seq).where(or_(weighed.c.by < by, weighed.c.by > by))  # an index finds these
        with self._database.reading() as at:
            yield from at.scalars(select(page.c.id).where(page.c.seq.in_(stale)).order_by(page.c.seq))

    def accounts(self, text_ids: Collection[str]) -> Iterator[Account]:
        """The accounts of story items, those that are weighed, in no order."""
        found = self._of(text_ids, _ACCOUNTS)
        return (packing.account_from(*row) for row in found)

    def near(self, keys: Collection[str], at: str, each: int) -> Mapping[str, int]:
        """Text id → number of the keys it holds, among the `each` accounts of every key nearest to a moment."""
        counts: Counter[str] = Counter()
        with self._database.reading() as to:
            for asked in _asked([packing.key_of(key) for key in set(keys)]):
                told_ = {"at": at, "each": each, **{f"k{place}": key for place, key in enumerate(asked)}}
                counts.update(to.scalars(_near(len(asked)), told_))
        return counts

    def sharing(self, passages: Collection[int], each: int) -> Mapping[str, int]:
        """Text id → number of the passages it holds; those in more than `each` texts are boilerplate and left out."""
        counts: Counter[str] = Counter()
        with self._database.reading() as to:
            for asked in _asked([one for one in set(passages) if one % SAMPLED == 0]):
                told_ = {"each": each, "more": each + 1, **{f"k{place}": key for place, key in enumerate(asked)}}
                counts.update({row[0]: row[1] for row in to.execute(_sharing(len(asked)), told_)})
        return counts

    def vectors(self, claim_ids: Collection[str]) -> Mapping[str, bytes]:
        """The embeddings of claims, those that were made."""
        return dict(self._of(claim_ids, _VECTORS))

    def pairs(self, claim_ids: Collection[str]) -> Iterator[Pair]:
        """Every pair that one of the claims is in, once."""
        found = {row[:2]: row for row in self._of(claim_ids, *_PAIRS)}
        return (packing.pair_from(found[ends]) for ends in sorted(found))

    def paired(self, claim_ids: Collection[str]) -> Collection[str]:
        """The other ends of the pairs that the claims are in."""
        return {row[0] for row in self._of(claim_ids, *_PAIRED)}

    def seats(self, claim_ids: Collection[str]) -> Iterator[Seat]:
        """Where claims belong."""
        return map(packing.seat_from, self._of(claim_ids, _SEATS))

    def seated(self, leaders: Collection[str]) -> Iterator[Seat]:
        """Every claim that belongs to the points of these leaders."""
        return map(packing.seat_from, self._of(leaders, _SEATED))

    def leaders(self) -> Iterator[str]:
        """The leading claim of every point, in the order of their accounts' moments."""
        last = ("", "")
        while True:
            after = tuple_(point_now.c.at, point_now.c.leader) > last
            chosen = select(point_now.c.at, point_now.c.leader).where(after)
            with self._database.reading() as at:
                found = at.execute(chosen.order_by(point_now.c.at, point_now.c.leader).limit(BATCH)).all()
            yield from (row.leader for row in found)
            if len(found) < BATCH:
                return
            last = (found[-1].at, found[-1].leader)

    def newest(self) -> str | None:
        """The latest moment of any account, null where there is none."""
        with self._database.reading() as at:
            found: str | None = at.scalar(_NEWEST)
        return found

    def copies(self, text_ids: Collection[str]) -> Iterator[Copy]:
        """Every copy that one of the texts is in, once."""
        found = {row[:2]: row for row in self._of(text_ids, *_COPIES)}
        return map(packing.copy_from, found.values())

    def stories(self, text_ids: Collection[str]) -> Mapping[str, str]:
        """Text id → the text that leads its story."""
        return dict(self._of(text_ids, _STORIES))

    def told(self, leaders: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Leading text → every text of its story."""
        found: dict[str, list[str]] = {leader: [] for leader in leaders}
        for text_id, leader in self._of(leaders, _TOLD):
            found[leader].append(text_id)
        return {leader: tuple(text_ids) for leader, text_ids in found.items()}

    def story_leaders(self) -> Iterator[str]:
        """The leading text of every story, in the order of their accounts' moments."""
        return self._ordered(account.c.text_id, told.c.leader, account)

    def rulings(self) -> Iterator[Ruling]:
        """Every judgement of an editor, in the order they were made."""
        with self._database.reading() as at:
            for told_ in at.scalars(select(ruling.c.ruling).order_by(ruling.c.seq)):
                yield packing.ruling_from(told_)

    def strays(self) -> int:
        """How many weighed story items and claims are not in the record."""
        pairs = ((account.c.text_id, text.c.id), (seat.c.claim_id, claim.c.id))
        with self._database.reading() as at:
            counts = [at.scalar(select(func.count(own)).where(own.not_in(select(kept)))) for own, kept in pairs]
        return sum(count or 0 for count in counts)

    def _of(self, ids: Collection[str], *asked: Select[Any]) -> list[Any]:
        """The rows that each of some statements finds for the ids."""
        with self._database.reading() as at:
            return [row for some in batches(ids) for one in asked for row in at.execute(one, {"ids": some}).all()]

    def _ordered(self, wanted: ColumnElement[str], leader: ColumnElement[str], table: Table) -> Iterator[str]:
        """All that lead something, by the moments of their accounts."""
        found = select(wanted).where(wanted.in_(select(leader)))
        if table is not account:
            found = found.join(account, account.c.text_id == table.c.text_id)
        with self._database.reading() as at:
            yield from at.scalars(found.order_by(account.c.at, wanted))


def _asked(keys: list[int]) -> Iterator[list[int]]:
    """The keys in parts of one of the widths, the last one filled up."""
    most = WIDTHS[-1]
    for start in range(0, len(keys), most):
        part = keys[start : start + most]
        width = next(width for width in WIDTHS if width >= len(part))
        yield part + [NONE] * (width - len(part))


@lru_cache
def _near(width: int) -> CompoundSelect[Any]:
    """For each key the accounts nearest before and after a moment."""
    parts = []
    for place in range(width):
        own = select(keyed.c.text_id).where(keyed.c.key == bindparam(f"k{place}")).limit(bindparam("each"))
        before = own.where(keyed.c.at < bindparam("at")).order_by(keyed.c.at.desc(), keyed.c.text_id.desc())
        after = own.where(keyed.c.at >= bindparam("at")).order_by(keyed.c.at, keyed.c.text_id)
        parts += [select(side.subquery().c.text_id) for side in (before, after)]
    return union_all(*parts)


@lru_cache
def _sharing(width: int) -> Select[Any]:
    """The texts of each passage that is in `each` at most, counted."""
    parts = []
    for place in range(width):
        own = select(passage.c.passage, passage.c.text_id).where(passage.c.passage == bindparam(f"k{place}"))
        parts.append(select(own.limit(bindparam("more")).subquery()))
    found = union_all(*parts).cte("found")
    common = select(found.c.passage).group_by(found.c.passage).having(func.count() > bindparam("each"))
    return select(found.c.text_id, func.count()).where(found.c.passage.not_in(common)).group_by(found.c.text_id)
