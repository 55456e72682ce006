"""The record in SQL, through SQLAlchemy Core; what only one database does is behind `Sqlite`."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import replace
from functools import lru_cache
from typing import Any, Self

from sqlalchemy import ColumnElement, Connection, Select, and_, false, func, insert, or_, select, tuple_

from sayso.errors import NotKept
from sayso.record import Capture, Claim, Event, Filter, Missed, Page, Reading, Saying, Source, Stood, Text
from sayso.record.fold import words
from sayso.store import rows
from sayso.store.balance import SqlScales
from sayso.store.batches import batches
from sayso.store.books import SqlBooks
from sayso.store.choose import Choice, checked, choice_of, only
from sayso.store.finding import SqlFinding
from sayso.store.keep import keep
from sayso.store.lists import SqlLists
from sayso.store.mend import SqlMend
from sayso.store.queue import SqlQueue
from sayso.store.sqlite import Held, Sqlite
from sayso.store.tables import body, claim, missed, page, text
from sayso.store.voicing import SqlVoices

Row = tuple[Claim, Page, Text]
_FIRST = 1_000_000  # more claims than any page of 10 MB can hold


class SqlStore(SqlScales, SqlLists, SqlVoices, SqlFinding, SqlBooks, SqlQueue, SqlMend):
    """Keeps the record in a SQLite file; see plugs.Store for what each verb promises.

    `url` is sqlite:///PATH or a path. Opening makes the file unless `create` is false (StoreError where it lacks).
    """

    def __init__(self, url: str, *, create: bool = True, keep_bodies: bool = True) -> None:
        self._database = Sqlite(url, create=create)
        self._keep_bodies = keep_bodies

    def close(self) -> None:
        """Lets go of files and connections; closing twice is harmless."""
        self._database.close()

    def rest(self) -> None:
        """Gives the writer's lock back; writing again takes it again."""
        self._database.rest()

    @contextmanager
    def still(self) -> Iterator[Self]:
        """The record as it is now for as long as it is held, whatever is written meanwhile; it is only read."""
        with self._database.reading() as at:
            held = copy(self)
            held._database = Held(self._database.path, at)
            yield held

    def tide(self) -> str:
        """A word that is another whenever something in the record has changed, in whatever process."""
        return self._database.tide()

    def faults(self) -> Iterator[str]:
        """What is wrong inside the file, for `sayso doctor`."""
        return self._database.faults()

    # ── writing ─────────────────────────────────────────────────────────────────────────────────────────────

    def put(self, reading: Reading, capture: Capture) -> bool:
        """Keeps a page with all that was read of it in one transaction; False where it was already kept."""
        checked(reading, capture)
        with self._database.writing() as to:
            return keep(to, reading, capture, bodies=self._keep_bodies)

    def put_missed(self, miss: Missed) -> None:
        """Keeps what could not be taken, once for the same thing and reason."""
        row = rows.missed_row(miss)
        with self._database.writing() as to:
            known = select(missed.c.seq).where(missed.c.what == row["what"], missed.c.why == row["why"])
            if to.execute(known).first() is None:
                to.execute(insert(missed).values(row))

    # ── reading ─────────────────────────────────────────────────────────────────────────────────────────────

    def page(self, page_id: str) -> Page:
        """Raises NotKept."""
        with self._database.reading() as at:
            return _page(_kept(at, page_id))

    def reading(self, page_id: str) -> Reading:
        """The newest reading of a page; raises NotKept."""
        with self._database.reading() as at:
            row = _kept(at, page_id)
            texts = at.execute(select(text).where(text.c.page_seq == row.seq).order_by(text.c.place))
            said = at.execute(select(claim.c.claim).where(claim.c.page_seq == row.seq).order_by(claim.c.given))
            return rows.reading_from(
                _page(row),
                row.rest,
                tuple(rows.text_from(found.text, found.replaces) for found in texts),
                tuple(rows.claim_from(found.claim) for found in said),
            )

    def placed(self, page_ids: Collection[str]) -> Iterator[tuple[str, Event]]:
        """(page id, event) of every event of some pages that has a place."""
        found = select(page.c.id, page.c.rest)
        with self._database.reading() as at:
            told = {
                row.id: row.rest for some in batches(page_ids) for row in at.execute(found.where(page.c.id.in_(some)))
            }
        return ((one, event) for one in page_ids if one in told for event in rows.placed_from(told[one]))

    def capture(self, page_id: str) -> Capture:
        """The bytes a page was read from; raises NotKept, also where bodies are not kept."""
        with self._database.reading() as at:
            row = _kept(at, page_id)
            held = at.scalar(select(body.c.bytes).where(body.c.hash == row.body_hash))
        if held is None:
            raise NotKept(f"the bytes of page {page_id} were not kept (setting keep_bodies)")
        return rows.capture_from(row.capture, held)

    def read_by(self, page_id: str) -> str | None:
        """The line version of a page's newest reading, null where the page is not kept."""
        with self._database.reading() as at:
            found: str | None = at.scalar(select(page.c.line).where(page.c.id == page_id))
        return found

    def pages(self) -> Iterator[Page]:
        """Every page, in the order they were kept."""
        with self._database.reading() as at:
            for row in at.execute(select(page.c.page, page.c.text).order_by(page.c.seq)):
                yield _page(row)

    def texts(self, *, replaced: bool = False) -> Iterator[Text]:
        """Story items in the order they were kept; without those an edit replaced unless asked."""
        wanted = select(text.c.text, text.c.replaces).order_by(text.c.page_seq, text.c.place)
        with self._database.reading() as at:
            for row in at.execute(wanted if replaced else wanted.where(text.c.end.is_(None))):
                yield rows.text_from(row.text, row.replaces)

    def claims(self, choice: Filter) -> Iterator[Row]:
        """Claims with the page and the story item they stand on, in the order of the pages and of their words."""
        asked = choice_of(choice)
        return self._rows(self._fitting(asked).order_by(claim.c.page_seq, claim.c.place).limit(asked.limit))

    def search(self, words_: str, choice: Filter) -> Iterator[Row]:
        """Claims whose content, speaker or headline holds the words (all of them), best match first."""
        asked, wanted = choice_of(choice), words(words_)
        if not wanted:
            return iter(())
        hits = self._database.matching(wanted)
        found = self._fitting(asked).join(hits, hits.c.seq == claim.c.seq)
        return self._rows(found.order_by(hits.c.rank, claim.c.page_seq, claim.c.place).limit(asked.limit))

    def sources(self, choice: Filter) -> Iterator[tuple[Source, int]]:
        """Speakers with the number of claims each made, most first."""
        asked = choice_of(choice)
        fitting = self._fitting(replace(asked, limit=None)).where(claim.c.voice.is_not(None)).subquery()
        place = fitting.c.page_seq * _FIRST + fitting.c.place
        counts = (
            select(fitting.c.voice, func.count().label("count"), func.min(place).label("first"))
            .group_by(fitting.c.voice)
            .subquery()
        )
        first = claim.c.page_seq * _FIRST + claim.c.place == counts.c.first
        found = select(claim.c.claim, counts.c.count).join(counts, and_(claim.c.voice == counts.c.voice, first))
        with self._database.reading() as at:
            ranked = found.order_by(counts.c.count.desc(), counts.c.voice).limit(asked.limit)
            for row in at.execute(ranked):
                if speaker := rows.claim_from(row.claim).speaker:
                    yield speaker, row[1]

    def missed(self) -> Iterator[Missed]:
        """What could not be taken, in the order it was missed."""
        with self._database.reading() as at:
            for row in at.execute(select(missed.c.missed).order_by(missed.c.seq)):
                yield rows.missed_from(row.missed)

    def unread(self, by: str) -> Iterator[Capture]:
        """Captures with no reading by this line version; none where bodies are not kept."""
        stale = select(page.c.capture, body.c.bytes).join(body, body.c.hash == page.c.body_hash)
        with self._database.reading() as at:
            for row in at.execute(stale.where(page.c.line != by).order_by(page.c.seq)):
                yield rows.capture_from(row.capture, row.bytes)

    def stood(self, claim_ids: Collection[str]) -> Iterator[Stood]:
        """The claims with the page and story item they stand on, and from and until when it stood."""
        columns = (claim.c.claim, claim.c.page_seq, text.c.text, text.c.replaces, text.c.start, text.c.end)
        stands = select(*columns).join(text, text.c.seq == claim.c.text_seq).order_by(claim.c.page_seq, claim.c.place)
        for some in batches(claim_ids):
            yield from (
                Stood(*found, row.start, row.end) for row, found in self._found(stands.where(claim.c.id.in_(some)))
            )

    def sayings(self, claim_ids: Collection[str]) -> Iterator[Saying]:
        """What claims say and when it stood."""
        columns = (claim.c.claim, text.c.id, text.c.start, text.c.end)
        said = select(*columns).join(text, text.c.seq == claim.c.text_seq)
        with self._database.reading() as at:
            for some in batches(claim_ids):
                yield from (rows.saying_from(*row) for row in at.execute(said.where(claim.c.id.in_(some))))

    def edits(self, since: str | None = None, *, of: Collection[str] | None = None) -> Iterator[tuple[str, str]]:
        """(text id, id of the text it replaces) of every edit that stood at this UTC moment or later, of some texts."""
        found = select(text.c.id, text.c.replaces).where(text.c.replaces.is_not(None))
        found = found.where(text.c.start >= since) if since else found
        moment = func.coalesce(text.c.start, "")
        chosen = [found] if of is None else [found.where(text.c.id.in_(some)) for some in batches(of)]
        with self._database.reading() as at:
            rows = [row for one in chosen for row in at.execute(one.add_columns(moment.label("at")))]
        for row in sorted(rows, key=lambda row: (row.at, row.id)):
            yield row.id, row.replaces

    def edits_before(self, place: tuple[str, str] | None, limit: int) -> list[tuple[str, str, str]]:
        """(UTC moment, text id, id of the text it replaces) of the latest edits, of those before a place."""
        found = select(text.c.start, text.c.id, text.c.replaces).where(text.c.replaces.is_not(None))
        if place is not None:  # those without a moment come last
            rest = text.c.start.is_(None)
            earlier = or_(tuple_(text.c.start, text.c.id) < place, rest)
            found = found.where(earlier if place[0] else and_(rest, text.c.id < place[1]))
        with self._database.reading() as at:
            rows = at.execute(found.order_by(text.c.start.desc(), text.c.id.desc()).limit(limit)).all()
        return [(row.start or "", row.id, row.replaces) for row in rows]

    def find(self, record_id: str) -> Page | Text | Claim:
        """Whatever carries the id, or the only thing whose id starts so; raises NotKept."""
        start = record_id.lower()
        named: dict[str, Page | Text | Claim] = {}
        with self._database.reading() as at:
            for table in (page, text, claim) if start else ():
                begins = and_(table.c.id >= start, table.c.id < f"{start}\U0010ffff")
                for row in at.execute(select(table).where(begins).order_by(table.c.id, table.c.seq).limit(100)):
                    named.setdefault(row.id, _thing(row, table.name))
        return only(record_id, named)

    def _fitting(self, choice: Choice) -> Select[Any]:
        """The claims of a choice, beside their texts."""
        columns = (claim.c.claim, claim.c.page_seq, claim.c.place, claim.c.voice, text.c.text, text.c.replaces)
        found = select(*columns).join(text, text.c.seq == claim.c.text_seq)
        for column, word in ((claim.c.speaker, choice.source), (claim.c.outlet, choice.outlet)):
            if word is not None:
                found = found.where(column != "", column.contains(word, autoescape=True))
        if choice.kind is not None:
            found = found.where(claim.c.kind == choice.kind)
        if choice.stance is not None:
            found = found.where(claim.c.stance == choice.stance)
        if choice.about:
            found = found.where(claim.c.seq.in_(select(self._database.matching(choice.about, "content").c.seq)))
        elif choice.about is not None:
            found = found.where(false())
        return found.where(*_standing(choice))

    def _rows(self, chosen: Select[Any]) -> Iterator[Row]:
        return (found for _, found in self._found(chosen))

    def _found(self, chosen: Select[Any]) -> Iterator[tuple[Any, Row]]:
        """Each row of a choice, beside what it holds."""
        with self._database.reading() as at:

            @lru_cache(maxsize=16)
            def page_at(seq: int) -> Page:
                return _page(at.execute(select(page.c.page, page.c.text).where(page.c.seq == seq)).one())

            text_at = lru_cache(maxsize=16)(rows.text_from)
            for row in at.execute(chosen):
                yield row, (rows.claim_from(row.claim), page_at(row.page_seq), text_at(row.text, row.replaces))


def _standing(choice: Choice) -> Iterator[ColumnElement[bool]]:
    """choose.stands, in SQL."""
    if choice.since is not None:
        yield text.c.published >= choice.since
    if choice.as_of is not None:
        yield text.c.start <= choice.as_of
    if not choice.replaced:
        yield text.c.end.is_(None) if choice.as_of is None else or_(text.c.end.is_(None), text.c.end > choice.as_of)


def _kept(at: Connection, page_id: str) -> Any:
    row = at.execute(select(page).where(page.c.id == page_id)).first()
    if row is None:
        raise NotKept(f"no page {page_id!r} is in the record")
    return row


def _thing(row: Any, kind: str) -> Page | Text | Claim:
    if kind == "page":
        return _page(row)
    return rows.text_from(row.text, row.replaces) if kind == "text" else rows.claim_from(row.claim)


def _page(row: Any) -> Page:
    return rows.page_from(row.page, row.text)
