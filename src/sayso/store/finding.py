"""Looking for claims and story items in the SQL tables: full text with marks for what narrows it; see plugs.Shelf.

Full text holds, beside its words, marks of a claim's outlet, source, kinds and day, so that a rare outlet and a common
word are met together in the index. Of what fits, the newest `SIFTED` claims kept are put in order; what is older is
counted, up to `COUNTED`, and found by narrowing the search.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Float,
    Integer,
    Select,
    Subquery,
    func,
    literal,
    or_,
    select,
    tuple_,
)
from sqlalchemy import text as sql

from sayso.record import Claim, Found, FoundItems, Hit, ItemHit, Page, Search, Text
from sayso.record.fold import words
from sayso.record.moment import moment
from sayso.store import rows
from sayso.store.choose import hit_of, item_hit_of, limited
from sayso.store.lists import SHOWN, item_from
from sayso.store.shelf import item, outlet, source, uttered
from sayso.store.sqlite import Sqlite
from sayso.store.tables import claim, page, text

SIFTED = 1000
COUNTED = 10_000
BATCH = 500  # claims that are read together where all that fit are
MANY = 62  # marks of one kind in a question


class SqlFinding:
    """Search in the SQL store."""

    _database: Sqlite

    def find_claims(self, choice: Search) -> Found:
        """The claims that fit, with the words that do."""
        limited(choice.limit)
        with self._database.reading() as at:
            found = self._newest(at, choice) if choice.words is None else None
            return found or self._matched(at, choice)

    def claims_found(self, choice: Search) -> Iterator[tuple[Claim, Page, Text]]:
        """Every claim that fits, in the order they were kept, a batch of full text at a time."""
        wanted, last = words(choice.words or ""), 0
        while True:
            with self._database.reading() as at:
                asked = _asked(at, choice, "claim_words", wanted)
                if (choice.words is not None and not wanted) or asked is None:
                    return
                hits = list(at.scalars(_NEXT.bindparams(asked=asked, last=last)))
                stood = _stood(choice) if choice.as_of is not None else ()
                fits = _CLAIMS.where(claim.c.seq.in_(hits), *_between(choice, uttered.c.at), *stood)
                rows_ = at.execute(fits.order_by(claim.c.seq)).all()
            pages = {row.page: rows.page_from(row.page, row.said) for row in rows_}
            for row in rows_:
                yield rows.claim_from(row.claim), pages[row.page], rows.text_from(row.text, row.replaces)
            if len(hits) < BATCH:
                return
            last = hits[-1]

    def find_items(self, choice: Search) -> FoundItems:
        """The story items whose headline or body holds the words."""
        wanted = words(choice.words or "")
        limited(choice.limit)
        with self._database.reading() as at:
            asked = _asked(at, choice, "item_words", wanted)
            if not wanted or asked is None:
                return FoundItems(hits=(), count=0)
            hits = _hits("item_words", asked)
            found = select(item.c.id, item.c.at, hits.c.rank).join(hits, hits.c.seq == item.c.text_seq)
            found = found.join(text, text.c.seq == item.c.text_seq)
            found = found.where(*_between(choice, item.c.at), *_stood(choice))
            fits = at.execute(found).all()
            chosen = _ordered(fits, choice)
            shown = {row.id: row for row in at.execute(_ITEMS.where(item.c.id.in_([one.id for one in chosen])))}
            count, exact = _count(at, "item_words", asked, len(fits))
        made = [_item_hit(shown[one.id], wanted) for one in chosen]
        return FoundItems(hits=tuple(made), count=count, exact=exact)

    def _newest(self, at: Connection, choice: Search) -> Found | None:
        """Without words: the claims of one source or one outlet by their own index; null where that cannot serve."""
        source_seq = _place(at, source, choice.source)
        outlet_seq = _place(at, outlet, choice.outlet)
        if (choice.source and source_seq is None) or (choice.outlet and outlet_seq is None):
            return None
        if source_seq is None and (outlet_seq is None or choice.kind or choice.stance):
            return None
        mine = uttered.c.source == source_seq if source_seq else uttered.c.outlet == outlet_seq
        found = select(uttered.c.claim_seq, uttered.c.at).where(mine)
        if source_seq and outlet_seq:
            found = found.where(uttered.c.outlet == outlet_seq)
        found = found.where(*_narrowed(choice))
        if choice.as_of is None and not choice.replaced:
            found = found.where(uttered.c.standing == 1)
        if choice.kind or choice.stance or choice.as_of:
            found = found.join(claim, claim.c.seq == uttered.c.claim_seq)
            found = found.join(text, text.c.seq == claim.c.text_seq).where(*_said(choice), *_stood(choice))
        some = found.limit(COUNTED + 1).subquery()
        count = at.scalar(select(func.count()).select_from(some)) or 0
        if choice.before is not None:
            found = found.where(tuple_(uttered.c.at, uttered.c.id) < tuple_(*map(literal, choice.before)))
        ordered = found.order_by(uttered.c.at.desc(), uttered.c.id.desc()).offset(choice.start)
        seqs = [row.claim_seq for row in at.execute(ordered.limit(choice.limit or None))]
        return Found(hits=tuple(claims_at(at, seqs, ())), count=min(count, COUNTED), exact=count <= COUNTED)

    def _matched(self, at: Connection, choice: Search) -> Found:
        wanted = words(choice.words or "")
        asked = _asked(at, choice, "claim_words", wanted)
        if (choice.words is not None and not wanted) or asked is None:
            return Found(hits=(), count=0)
        hits = _hits("claim_words", asked)
        found = select(uttered.c.claim_seq, uttered.c.id, uttered.c.at, hits.c.rank)
        found = found.join(hits, hits.c.seq == uttered.c.claim_seq)
        if choice.as_of is not None:
            found = found.join(claim, claim.c.seq == uttered.c.claim_seq).join(text, text.c.seq == claim.c.text_seq)
            found = found.where(*_stood(choice))
        fits = at.execute(found.where(*_between(choice, uttered.c.at))).all()
        chosen = [one.claim_seq for one in _ordered(fits, choice)]
        count, exact = _count(at, "claim_words", asked, len(fits))
        return Found(hits=tuple(claims_at(at, chosen, wanted)), count=count, exact=exact)


_NEXT = sql(
    f"SELECT rowid FROM claim_words WHERE claim_words MATCH :asked AND rowid > :last ORDER BY rowid LIMIT {BATCH}"
)
_ITEMS: Select[Any] = SHOWN.add_columns(page.c.text.label("said"), item.c.id)
_CLAIMS: Select[Any] = (
    select(
        claim.c.seq, claim.c.claim, uttered.c.at, text.c.text, text.c.replaces, page.c.page, page.c.text.label("said")
    )
    .join(uttered, uttered.c.claim_seq == claim.c.seq)
    .join(text, text.c.seq == claim.c.text_seq)
    .join(page, page.c.seq == claim.c.page_seq)
)


def claims_at(at: Connection, seqs: Sequence[int], wanted: Sequence[str]) -> Iterator[Hit]:
    """The claims at some places of their table, in that order, with the words that fit marked."""
    found = {row.seq: row for row in at.execute(_CLAIMS.where(claim.c.seq.in_(seqs)))}
    pages = {row.page: rows.page_from(row.page, row.said) for row in found.values()}
    for row in (found[seq] for seq in seqs):
        kept = rows.claim_from(row.claim), pages[row.page], rows.text_from(row.text, row.replaces)
        yield hit_of(*kept, row.at, wanted)


def _item_hit(row: Any, wanted: Sequence[str]) -> ItemHit:
    return item_hit_of(item_from(row), rows.page_from(row.page, row.said), wanted)


def _ordered(fits: Sequence[Any], choice: Search) -> Sequence[Any]:
    """The part of what fits that is to be shown."""
    ranked = sorted(fits, key=lambda row: (row.at, row.id), reverse=True)
    if choice.words and choice.order == "best":
        ranked.sort(key=lambda row: row.rank)
    elif choice.before:
        ranked = [row for row in ranked if (row.at, row.id) < choice.before]
    end = choice.start + choice.limit if choice.limit else len(ranked)
    return ranked[choice.start : end]


def _asked(at: Connection, choice: Search, table: str, wanted: Sequence[str]) -> str | None:
    """The question to full text; null where an outlet or a source is asked for that nobody knows."""
    parts = [f'"{word}"' for word in wanted]
    if choice.outlet is not None:
        parts.append(_any("o", _known(at, outlet, choice.outlet)))
    if table == "claim_words":
        if choice.source is not None:
            one = _place(at, source, choice.source)
            named = " AND ".join(f'"{word}"' for word in words(choice.source))
            parts.append(_any("s", [one]) if one else f"{{speaker}} : ({named})" if named else "")
        told = (("k", choice.kind), ("t", choice.stance), ("h", choice.how))
        parts += [_mark(mark, word) for mark, word in told if word is not None]
    if choice.text_kind is not None:
        parts.append(_mark("x", choice.text_kind))
    if (choice.since, choice.until, choice.as_of) != (None, None, None):
        parts.append(_days(at, choice))
    if not all(parts):
        return None
    found = " AND ".join(parts or ['"\u00a7hown" OR "\u00a7htold" OR "\u00a7hrelayed"'])
    live = table == "claim_words" and choice.as_of is None and not choice.replaced
    return f'({found}) NOT "\u00a7r"' if live else found


def _any(mark: str, places: Sequence[object]) -> str:
    return "(" + " OR ".join(_mark(mark, place) for place in places) + ")" if places else ""


def _mark(mark: str, place: object) -> str:
    return f'"\u00a7{mark}{place}"'


def _place(at: Connection, table: Any, key: str | None) -> int | None:
    found: int | None = at.scalar(select(table.c.seq).where(table.c.key == key)) if key else None
    return found


def _known(at: Connection, table: Any, named: str) -> list[int]:
    """The places of what a key or words of a name name, the most of them `MANY`."""
    one = _place(at, table, named)
    if one is not None:
        return [one]
    if not words(named):
        return []
    found = select(table.c.seq).order_by(table.c.claims.desc()).limit(MANY)
    for word in words(named):
        found = found.where((" " + table.c.words + " ").contains(f" {word} ", autoescape=True))
    return list(at.scalars(found))


def _days(at: Connection, choice: Search) -> str:
    """Marks of the days, months or years asked for, whichever are few."""
    ends = at.execute(select(func.min(item.c.at), func.max(item.c.at)).where(item.c.at > "")).one()
    first = moment(choice.since) if choice.since else ends[0] or "9999-01-01"
    until = [moment(told, end=True) for told in (choice.until, choice.as_of) if told]  # nothing stood before its moment
    last = min(until, default=ends[1] or "0001-01-01")
    first, last = max(first, ends[0] or first)[:10], min(last, ends[1] or last)[:10]
    if first > last:
        return ""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    days = (end - start).days + 1
    if days <= MANY:
        return _any("d", [(start + timedelta(day)).strftime("%Y%m%d") for day in range(days)])
    months = [(month // 12, month % 12 + 1) for month in range(_month(start), _month(end) + 1)]
    if len(months) <= MANY:
        return _any("m", [f"{year:04}{month:02}" for year, month in months])
    return _any("y", [f"{year:04}" for year in range(start.year, end.year + 1)][-1000:])


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _hits(table: str, asked: str) -> Subquery:
    found = sql(f"SELECT rowid AS seq, rank FROM {table} WHERE {table} MATCH :asked ORDER BY rowid DESC LIMIT {SIFTED}")
    return found.bindparams(asked=asked).columns(Column("seq", Integer), Column("rank", Float)).subquery()


def _count(at: Connection, table: str, asked: str, fits: int) -> tuple[int, bool]:
    """How many fit, and whether that is exact."""
    some = f"SELECT rowid FROM {table} WHERE {table} MATCH :asked LIMIT {COUNTED + 1}"
    matched = int(at.scalar(sql(f"SELECT count(*) FROM ({some})").bindparams(asked=asked)) or 0)
    return (fits, True) if matched <= SIFTED else (min(matched, COUNTED), False)


def _narrowed(choice: Search) -> Iterator[ColumnElement[bool]]:
    if choice.how is not None:
        yield uttered.c.how == choice.how
    if choice.text_kind is not None:
        yield uttered.c.text_kind == choice.text_kind
    yield from _between(choice, uttered.c.at)


def _said(choice: Search) -> Iterator[ColumnElement[bool]]:
    if choice.kind is not None:
        yield claim.c.kind == choice.kind
    if choice.stance is not None:
        yield claim.c.stance == choice.stance


def _between(choice: Search, at: ColumnElement[str]) -> Iterator[ColumnElement[bool]]:
    if choice.since is not None:
        yield at >= moment(choice.since)
    if choice.until is not None:
        yield at <= moment(choice.until, end=True)
        yield at > ""


def _stood(choice: Search) -> Iterator[ColumnElement[bool]]:
    """choose.stands, in SQL."""
    if choice.as_of is not None:
        as_of = moment(choice.as_of, end=True)
        yield text.c.start <= as_of
        if not choice.replaced:
            yield or_(text.c.end.is_(None), text.c.end > as_of)
    elif not choice.replaced:
        yield text.c.end.is_(None)
