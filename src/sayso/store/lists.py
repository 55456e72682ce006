"""Lists of story items out of the SQL tables: newest first, from a cursor on, by indexes alone; see plugs.Shelf.

What is asked of an item is a set of keys that it is filed under. The rarest of them is walked in the order of the
list, and each item on the way is looked up under the others, so that a page of a list costs what the rarest key holds
at most. Every item is filed under `EVERY`.
"""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    exists,
    func,
    literal,
    null,
    or_,
    select,
    tuple_,
    union_all,
)
from sqlalchemy import text as sql

from sayso.errors import RecordError
from sayso.record import Brief, Cursor, Item, Shown, Source
from sayso.record.moment import moment
from sayso.record.plain import from_plain
from sayso.store import rows
from sayso.store.derived import point_now, seat, told
from sayso.store.ledger import brief
from sayso.store.packing import key_of
from sayso.store.shelf import filed, item, outlet, source
from sayso.store.slips import EVERY, keys_asked
from sayso.store.sqlite import Sqlite
from sayso.store.tables import page, text

MOVED = 1000  # points of a standing, those that moved last, whose items are listed
COUNTED = 2000  # items of a key that are counted to find the rarest


class SqlLists:
    """The lists of story items of the SQL store."""

    _database: Sqlite

    def items(self, choice: Shown) -> Iterator[Item]:
        """Story items, newest first."""
        if choice.limit < 0:
            raise RecordError(f"a limit is 0 (none) or more, not {choice.limit}")
        with self._database.reading() as at:
            found = at.execute(_chosen(choice, _keys(at, choice))).all()
        return map(item_from, reversed(found) if choice.after and not choice.before else found)

    def posts(self, choice: Shown, *, ours: bool = False) -> Iterator[Item | Brief]:
        """Story items with the desk's own briefs that are out among them, newest first; `ours` the briefs alone."""
        if not choice.by_time_alone:
            return iter(()) if ours else self.items(choice)
        if choice.limit < 0:
            raise RecordError(f"a limit is 0 (none) or more, not {choice.limit}")
        back = choice.after is not None and choice.before is None
        order = [sql("moment"), sql("who")] if back else [sql("moment DESC"), sql("who DESC")]
        asked_ = _briefs(choice) if ours else union_all(_filed(choice), _briefs(choice))
        with self._database.reading() as at:
            found = at.execute(asked_.order_by(*order).limit(choice.limit or None)).all()
        rows_ = reversed(found) if back else found
        return (from_plain(Brief, json.loads(row.brief)) if row.brief else item_from(row) for row in rows_)

    def item(self, text_id: str) -> Item | None:
        """One story item, null where it is not kept."""
        with self._database.reading() as at:
            row = at.execute(SHOWN.where(item.c.id == text_id)).first()
        return item_from(row) if row else None


_member = told.alias("member")
SHOWN: Select[Any] = (
    select(
        text.c.text, text.c.replaces, text.c.end, page.c.page, item.c.at, item.c.lead, item.c.claims, item.c.voices,
        outlet.c.name, told.c.leader,
    )
    .join(text, text.c.seq == item.c.text_seq)
    .join(page, page.c.seq == item.c.page_seq)
    .outerjoin(outlet, outlet.c.seq == item.c.outlet)
    .outerjoin(told, told.c.text_id == item.c.id)
)  # fmt: skip


def item_from(row: Any) -> Item:
    """The item of a row of its columns."""
    where = json.loads(row.page)
    return Item(
        text=rows.text_from(row.text, row.replaces),
        page_id=where["id"],
        url=where["url"],
        outlet=where["outlet"] or row.name,
        captured=where["captured"],
        at=row.at,
        lead=row.lead,
        claims=row.claims,
        voices=tuple(from_plain(Source, one) for one in json.loads(row.voices)),
        until=row.end,
        led_by=row.leader,
    )


def asked(choice: Shown) -> dict[str, str | None]:
    """Kind of key → what is asked of it; see slips.keys_asked."""
    return {
        "word": choice.words, "by": choice.source, "out": choice.outlet, "text": choice.kind, "kind": choice.voice,
        "stance": choice.stance, "place": choice.place,
    }  # fmt: skip


def _keys(at: Connection, choice: Shown) -> list[int]:
    """The keys asked for, the rarest first."""
    known = []
    for kind, table, told_ in (("voice", source, choice.source), ("outlet", outlet, choice.outlet)):
        if told_ is not None and at.scalar(select(table.c.seq).where(table.c.key == told_)):
            known.append(f"{kind} {told_}")
    keys = [key_of(word) for word in keys_asked(asked(choice), known)]
    if len(keys) < 2:
        return keys
    sizes = {}
    for key in keys:
        some = select(filed.c.id).where(filed.c.key == key).limit(COUNTED).subquery()
        sizes[key] = at.scalar(select(func.count()).select_from(some)) or 0
    return sorted(keys, key=lambda key: sizes[key])


def _chosen(choice: Shown, keys: list[int]) -> Select[Any]:
    """The items asked for, in the order of the list, or the other way round behind `after`."""
    when: ColumnElement[str] = filed.c.at
    who: ColumnElement[str] = filed.c.id
    if choice.led_by is None and choice.standing is None:
        first, *others = keys or [key_of(EVERY)]
        found = SHOWN.join(filed, filed.c.id == item.c.id).where(filed.c.key == first)
    else:  # few items: they are all found, then put in order
        when, who, others = func.coalesce(item.c.at, ""), item.c.id, keys
        found = SHOWN.where(*_few(choice))
    for number, key in enumerate(others):
        also = filed.alias(f"filed{number}")
        found = found.where(exists().where(also.c.key == key, also.c.at == when, also.c.id == who))
    found = found.where(*_when(choice, when, who), *_stood(choice, when))
    back = choice.after is not None and choice.before is None
    order = (when, who) if back else (when.desc(), who.desc())
    return found.order_by(*order).limit(choice.limit or None)


def _filed(choice: Shown) -> Select[Any]:
    """All items of some time, to stand among briefs."""
    found = SHOWN.join(filed, filed.c.id == item.c.id).where(filed.c.key == key_of(EVERY))
    found = found.where(*_when(choice, filed.c.at, filed.c.id), *_stood(choice, filed.c.at))
    return found.add_columns(filed.c.at.label("moment"), filed.c.id.label("who"), null().label("brief"))


def _briefs(choice: Shown) -> Select[Any]:
    """The briefs that are out, of some time, to stand among items."""
    when: ColumnElement[Any] = brief.c.out
    lacking: list[Any] = [null().label(column.name) for column in SHOWN.selected_columns]
    found: Select[Any] = select(*lacking, when.label("moment"), brief.c.id.label("who"), brief.c.brief)
    return found.where(when.is_not(None), *_when(choice, when, brief.c.id))


def _few(choice: Shown) -> Iterator[ColumnElement[bool]]:
    """The items of a story, and those that tell of points of a standing."""
    if choice.led_by is not None:
        yield item.c.id.in_(select(_member.c.text_id).where(_member.c.leader == choice.led_by))
    if choice.standing is not None:
        moved = select(point_now.c.leader).where(point_now.c.standing == choice.standing)
        moved = moved.order_by(point_now.c.moved.desc(), point_now.c.id.desc()).limit(MOVED)
        yield item.c.id.in_(select(seat.c.text_id).where(seat.c.leader.in_(select(moved.subquery().c.leader))))


def _when(choice: Shown, when: ColumnElement[str], who: ColumnElement[str]) -> Iterator[ColumnElement[bool]]:
    if choice.since is not None:
        yield when >= moment(choice.since)
    if choice.until is not None:
        yield when <= moment(choice.until, end=True)
        yield when > ""
    if choice.before is not None:
        yield _beyond(when, who, choice.before, older=True)
    if choice.after is not None:
        yield _beyond(when, who, choice.after, older=False)


def _beyond(when: ColumnElement[str], who: ColumnElement[str], at: Cursor, *, older: bool) -> ColumnElement[bool]:
    here, there = tuple_(when, who), tuple_(literal(at[0]), literal(at[1]))
    return here < there if older else here > there


def _stood(choice: Shown, when: ColumnElement[str]) -> Iterator[ColumnElement[bool]]:
    """choose.stands, of items; nothing stood before its own moment."""
    if choice.as_of is None:
        if not choice.replaced:
            yield text.c.end.is_(None)
        return
    as_of = moment(choice.as_of, end=True)
    yield and_(when <= as_of, text.c.start <= as_of)
    if not choice.replaced:
        yield or_(text.c.end.is_(None), text.c.end > as_of)
