"""Sources and outlets out of the SQL tables, with what is counted of them; see plugs.Shelf."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Integer, Select, Subquery, func, literal, select, text, tuple_

from sayso.record import Listed, Printed, Source, Tally, Voiced
from sayso.record.fold import words
from sayso.record.plain import from_plain
from sayso.record.wording import source_name
from sayso.store.choose import limited
from sayso.store.shelf import item, outlet, source, uttered
from sayso.store.sqlite import Sqlite

MOST = 10  # of a source's outlets and relays, and of an outlet's sources


class SqlVoices:
    """The lists of sources and outlets of the SQL store."""

    _database: Sqlite

    def voices(self, choice: Listed) -> Iterator[Voiced]:
        """Sources, those of most claims first."""
        found = select(source).where(source.c.claims > 0)
        if choice.words is not None:
            named = _named(words(choice.words))
            found = found.join(named, named.c.seq == source.c.seq)
        if choice.kind is not None:
            found = found.where(source.c.kind == choice.kind)
        with self._database.reading() as at:
            return map(_voiced, at.execute(_listed(found, source, choice)).all())

    def voiced(self, key: str) -> Voiced | None:
        """One source by its key, with who relays and who carries it; null where none has the key."""
        with self._database.reading() as at:
            row = at.execute(select(source).where(source.c.key == key)).first()
            if row is None:
                return None
            mine = (uttered.c.source == row.seq, uttered.c.standing == 1)
            relays = at.execute(_most(uttered.c.relay, mine, source, source.c.source)).all()
            outlets = at.execute(_most(uttered.c.outlet, mine, outlet, outlet.c.name)).all()
            ends = at.execute(select(func.min(uttered.c.at), func.max(uttered.c.at)).where(*mine)).one()
        return _voiced(
            row,
            relays=tuple(Tally(key=one.key, name=_name(one.name), claims=one.claims) for one in relays),
            outlets=tuple(Tally(key=one.key, name=one.name, claims=one.claims) for one in outlets),
            first=ends[0],
            last=ends[1],
        )

    def outlets(self, choice: Listed) -> Iterator[Printed]:
        """Outlets as pages name them, those of most claims first."""
        found = select(outlet).where(outlet.c.pages > 0)
        for word in words(choice.words) if choice.words is not None else ():
            found = found.where((" " + outlet.c.words).contains(f" {word}", autoescape=True))
        if choice.words is not None and not words(choice.words):
            return iter(())
        with self._database.reading() as at:
            return map(_printed, at.execute(_listed(found, outlet, choice)).all())

    def outlet(self, key: str) -> Printed | None:
        """One outlet by its key, with whom it quotes most; null where none has the key."""
        with self._database.reading() as at:
            row = at.execute(select(outlet).where(outlet.c.key == key)).first()
            if row is None:
                return None
            mine = (uttered.c.outlet == row.seq, uttered.c.standing == 1)
            most = _most(uttered.c.source, mine, source, source.c.source, MOST + 1)
            quoted = [one for one in at.execute(most) if one.key != f"outlet-{row.key}"]
            gone = select(func.count()).select_from(item).where(item.c.outlet == row.seq, item.c.standing == 0)
            replaced = at.scalar(gone) or 0
            ends = at.execute(select(func.min(item.c.at), func.max(item.c.at)).where(item.c.outlet == row.seq)).one()
        return _printed(
            row,
            quoted=tuple(Tally(key=one.key, name=_name(one.name), claims=one.claims) for one in quoted[:MOST]),
            replaced=replaced,
            first=ends[0],
            last=ends[1],
        )


def _listed(found: Select[Any], table: Any, choice: Listed) -> Select[Any]:
    if choice.before is not None:
        found = found.where(tuple_(table.c.claims, table.c.key) < tuple_(*map(literal, choice.before)))
    return found.order_by(table.c.claims.desc(), table.c.key.desc()).limit(limited(choice.limit))


def _most(by: Column[Any], mine: Sequence[Any], table: Any, name: Column[Any], most: int = MOST) -> Select[Any]:
    """The rows of a table that most claims belong to, with their number."""
    counts = select(by.label("seq"), func.count().label("claims")).where(*mine, by.is_not(None)).group_by(by)
    first = counts.order_by(func.count().desc(), by).limit(most).subquery()
    found = select(table.c.key, name.label("name"), first.c.claims).join(first, first.c.seq == table.c.seq)
    return found.order_by(first.c.claims.desc(), table.c.key)


def _named(wanted: Sequence[str]) -> Subquery:
    """The sources whose names hold words that begin so."""
    asked = " AND ".join(f'"{word}"*' for word in wanted) or '"\u00a7"'
    found = text("SELECT rowid AS seq FROM source_words WHERE source_words MATCH :named").bindparams(named=asked)
    return found.columns(Column("seq", Integer)).subquery()


def _voiced(row: Any, **more: Any) -> Voiced:
    told = from_plain(Source, json.loads(row.source))
    return Voiced(key=row.key, source=told, claims=row.claims, relayed=row.relayed, **more)


def _printed(row: Any, **more: Any) -> Printed:
    counts = {name: getattr(row, name) for name in ("pages", "items", "claims", "unnamed", "own", "relayed")}
    return Printed(key=row.key, name=row.name, **counts, **more)


def _name(told: str) -> str:
    return source_name(from_plain(Source, json.loads(told)))
