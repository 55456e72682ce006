"""Whether lists agree with the record they follow from, and making them anew; see plugs.Store."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy import text as sql

from sayso.store.ledger import brief, correction, resting
from sayso.store.shelf import filed, item, outlet, shelved, source, uttered
from sayso.store.shelve import shelve_all
from sayso.store.sqlite import Sqlite
from sayso.store.tables import claim, page, text


class SqlMend:
    """What `sayso doctor` asks of the lists, and how they are mended."""

    _database: Sqlite

    def misfiled(self) -> Iterator[str]:
        """What lists and counts hold too much or too little of, with its number; nothing where they agree."""
        with self._database.reading() as at:
            for what, asked in (*_LACKING, *_COUNTED):
                if number := at.scalar(asked):
                    yield f"{what}: {number}"
            for table, words in ((claim, "claim_words"), (text, "item_words")):
                kept = at.scalar(select(func.count()).select_from(table))
                found = at.exec_driver_sql(f"SELECT count(*) FROM {words}_docsize").scalar()
                if kept != found:
                    yield f"full text holds {found} of {kept} {table.name}s"

    def dangling(self) -> Iterator[str]:
        """What people kept of claims that are no longer in the record, with its number."""
        known = select(claim.c.id)
        rests = select(func.count(brief.c.id.distinct())).join(resting, resting.c.brief_seq == brief.c.seq)
        on_claims = select(func.count()).where(~correction.c.on.contains("-"), correction.c.on.not_in(known))
        with self._database.reading() as at:
            for what, asked in (
                ("briefs that rest on a claim the record no longer has", rests.where(resting.c.claim_id.not_in(known))),
                ("corrections of a claim the record no longer has", on_claims),
            ):
                if number := at.scalar(asked):
                    yield f"{what}: {number}"

    def reshelve(self) -> int:
        """Files every page anew, in one transaction; gives their number."""
        with self._database.writing() as to:
            _clear(to)
            return shelve_all(to)


def _clear(to: Connection) -> None:
    for table in (filed, item, uttered, shelved):
        to.execute(delete(table))
    for words in ("claim_words", "item_words"):
        to.execute(sql(f"INSERT INTO {words} ({words}) VALUES ('delete-all')"))
    to.execute(update(source).values(claims=0, relayed=0))
    to.execute(update(outlet).values(pages=0, items=0, claims=0, unnamed=0, own=0, relayed=0))


def _of(table: Any, *where: Any) -> Any:
    return select(func.count()).select_from(table).where(*where)


_said = claim.join(uttered, uttered.c.claim_seq == claim.c.seq).join(text, text.c.seq == claim.c.text_seq)
_LACKING = (
    ("pages in no list", _of(page, page.c.seq.not_in(select(shelved.c.page_seq)))),
    ("story items in no list", _of(text, text.c.seq.not_in(select(item.c.text_seq)))),
    ("claims in no list", _of(claim, claim.c.seq.not_in(select(uttered.c.claim_seq)))),
    ("entries of no story item", _of(filed, filed.c.id.not_in(select(item.c.id)))),
    (
        "story items listed as standing that do not, or the other way round",
        _of(text.join(item, item.c.text_seq == text.c.seq), (item.c.standing == 1) != text.c.end.is_(None)),
    ),
    ("claims listed as standing that do not, or the other way round",
     _of(_said, (uttered.c.standing == 1) != text.c.end.is_(None))),
)  # fmt: skip


def _counted(table: Any, count: Any, of: Any, owner: Any, *where: Any) -> Any:
    """Rows whose kept count is not that of what belongs to them."""
    mine = select(func.count()).select_from(of).where(owner == table.c.seq, *where).correlate(table).scalar_subquery()
    return _of(table, count != mine)


_COUNTED = (
    ("sources miscounted", _counted(source, source.c.claims, uttered, uttered.c.source, uttered.c.standing == 1)),
    ("outlets miscounted", _counted(outlet, outlet.c.claims, uttered, uttered.c.outlet, uttered.c.standing == 1)),
    ("outlets with items miscounted", _counted(outlet, outlet.c["items"], item, item.c.outlet, item.c.standing == 1)),
    ("outlets with pages miscounted", _counted(outlet, outlet.c.pages, shelved, shelved.c.outlet)),
)
