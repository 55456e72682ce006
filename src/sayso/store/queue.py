"""What waits for an editor, out of the SQL tables: doubtful claims, tensions, misses; see plugs.Books."""

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import exists, literal, literal_column, or_, select, tuple_

from sayso.record import Cursor, Hit, Missed, Pair
from sayso.store import packing, rows
from sayso.store.choose import limited
from sayso.store.derived import pair, seat
from sayso.store.finding import SIFTED, claims_at
from sayso.store.ledger import trail
from sayso.store.shelf import DOUBTED, uttered
from sayso.store.shelf import outlet as outlets
from sayso.store.shelf import source as voices
from sayso.store.sqlite import Sqlite
from sayso.store.tables import claim, missed

DONE = ("reviewed", "corrected", "undid")  # what an editor does with a claim that then waits no longer
WEIGHED_UP = 5000  # tensions that are put in order


class SqlQueue:
    """The review queue of the SQL store."""

    _database: Sqlite

    def doubtful(self, below: float, before: Cursor | None = None, limit: int = 20) -> Iterator[Hit]:
        """Claims that the reader was less sure of than `below` and that no editor has seen, newest first."""
        seen = exists().where(trail.c.on == uttered.c.id, trail.c.did.in_(DONE))
        found = select(uttered.c.claim_seq).where(
            uttered.c.score < literal_column(str(DOUBTED)),  # a number in the words, so that its index serves
            uttered.c.score < below,
            uttered.c.standing == 1,
            ~seen,
        )
        if before is not None:
            found = found.where(tuple_(uttered.c.at, uttered.c.id) < tuple_(*map(literal, before)))
        found = found.order_by(uttered.c.at.desc(), uttered.c.id.desc()).limit(limited(limit))
        with self._database.reading() as at:
            return iter(list(claims_at(at, list(at.scalars(found)), ())))

    def denied(self, *, source: str | None = None, outlet: str | None = None, limit: int = 20) -> Iterator[Hit]:
        """Claims of a source or an outlet, by key, on points that somebody stands against, newest first."""
        owner, table, key = (
            (uttered.c.source, voices, source) if outlet is None else (uttered.c.outlet, outlets, outlet)
        )
        with self._database.reading() as at:
            place = at.scalar(select(table.c.seq).where(table.c.key == key))
            mine = select(uttered.c.claim_seq, uttered.c.id, uttered.c.at).where(
                owner == place, uttered.c.standing == 1
            )
            newest = mine.order_by(uttered.c.at.desc(), uttered.c.id.desc()).limit(SIFTED).subquery()
            against = seat.alias("against")
            found = select(newest.c.claim_seq).join(seat, seat.c.claim_id == newest.c.id)
            found = found.where(
                seat.c.side == "for", exists().where(against.c.leader == seat.c.leader, against.c.side == "against")
            )
            found = found.order_by(newest.c.at.desc(), newest.c.id.desc()).limit(limited(limit))
            return iter(list(claims_at(at, list(at.scalars(found)), ())))

    def tensions(self, before: Cursor | None = None, limit: int = 20) -> Iterator[tuple[Cursor, Pair]]:
        """Pairs of claims that sit ill together, both standing, by the moment of the later one, newest first."""
        tense = select(pair).where(pair.c.verdict == literal_column("'in_tension'")).limit(WEIGHED_UP).subquery()
        ends = [(claim.alias(), uttered.alias()) for _ in range(2)]
        found: Any = select(tense, ends[1][1].c.at)
        for (said, listed), column in zip(ends, (tense.c.left, tense.c.right), strict=True):
            found = found.join(said, said.c.id == column).join(listed, listed.c.claim_seq == said.c.seq)
            found = found.where(listed.c.standing == 1)
        at_, name = ends[1][1].c.at, tense.c.right + " " + tense.c.left
        if before is not None:
            found = found.where(tuple_(at_, name) < tuple_(*map(literal, before)))
        found = found.order_by(at_.desc(), name.desc()).limit(limited(limit))
        with self._database.reading() as at:
            rows_ = at.execute(found).all()
        return (((row[-1], f"{row.right} {row.left}"), packing.pair_from(row[:-1])) for row in rows_)

    def misses(
        self, words: str | None = None, before: int | None = None, limit: int = 50, *, among: Collection[str] = ()
    ) -> Iterator[tuple[int, Missed]]:
        """What could not be taken, the last first, each with its place; with all the words in what or why, and one of
        those of `among` in what."""
        found = select(missed.c.seq, missed.c.missed)
        for word in (words or "").split():
            inside = [column.icontains(word, autoescape=True) for column in (missed.c.what, missed.c.why)]
            found = found.where(or_(*inside))
        if among:
            found = found.where(or_(*(missed.c.what.icontains(word, autoescape=True) for word in among)))
        if before is not None:
            found = found.where(missed.c.seq < before)
        with self._database.reading() as at:
            told = at.execute(found.order_by(missed.c.seq.desc()).limit(limited(limit))).all()
        return ((row.seq, rows.missed_from(row.missed)) for row in told)
