"""Writing a page into the SQL tables: the page, its texts and claims, and what they replace of older versions."""

from collections import defaultdict
from collections.abc import Collection, Set
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select, update

from sayso.record import Capture, Reading
from sayso.store import rows
from sayso.store.derived import weighed
from sayso.store.edits import REMEMBERED, Item, Stay, item_of, own_stay, replay, same_page_keys, step
from sayso.store.enter import forget
from sayso.store.shelve import shelve, unshelve
from sayso.store.tables import body, claim, page, page_key, text
from sayso.store.unsettle import claims_of, unsettle


def keep(to: Connection, reading: Reading, capture: Capture, *, bodies: bool) -> bool:
    """Keeps a page in the open transaction; False, having changed nothing, where this line read it before."""
    row = rows.page_row(reading, capture)
    kept = to.execute(select(page.c.seq, page.c.page, page.c.text, page.c.line).where(page.c.id == row["id"])).first()
    if kept and kept.line == row["line"]:
        return False
    before: set[str] = set()
    if kept:
        captured = rows.page_from(kept.page, kept.text).captured
        reading = replace(reading, page=replace(reading.page, captured=captured))
        row = rows.page_row(reading, capture)
        before = set(to.scalars(select(page_key.c.key).where(page_key.c.page_seq == kept.seq)))
        _forget(to, kept.seq)
        if to.scalar(select(weighed.c.by).where(weighed.c.page_seq == kept.seq)):
            forget(to)  # what was weighed of the old reading holds no longer, nor what followed from it
    seq = _put_page(to, kept.seq if kept else None, row)
    if bodies and not to.scalar(select(func.count()).where(body.c.hash == row["body_hash"])):
        to.execute(insert(body).values(hash=row["body_hash"], bytes=rows.packed(capture.body)))
    keys = same_page_keys(reading.page, capture, reading.texts)
    if keys:
        to.execute(insert(page_key), [{"key": key, "page_seq": seq} for key in sorted(keys)])
    _put_texts(to, seq, reading)
    shelve(to, seq, reading)
    if kept or len(keys) > 1:  # a new reading, or a page that may tie versions together that were apart
        _replay(to, keys | before)
    elif keys:
        _step(to, keys, seq, reading)
    return True


def _forget(to: Connection, seq: int) -> None:
    """Takes away what was derived of a page; the page and its bytes stay."""
    unshelve(to, seq)
    for table in (claim, text, page_key):
        to.execute(delete(table).where(table.c.page_seq == seq))


def _put_page(to: Connection, seq: int | None, row: dict[str, Any]) -> int:
    """The place of the page in the order kept; what was captured first stays."""
    if seq is None:
        made = to.execute(insert(page).values(row)).inserted_primary_key
        assert made is not None
        to.execute(insert(weighed).values(page_seq=made[0], by=""))
        return int(made[0])
    read = {name: value for name, value in row.items() if name != "capture"}
    to.execute(update(page).where(page.c.seq == seq).values(read))
    return seq


def _put_texts(to: Connection, seq: int, reading: Reading) -> None:
    places: dict[str, int] = {}
    for place, one in enumerate(reading.texts):
        row = rows.text_row(one, place, own_stay(reading.page, one))
        made = to.execute(insert(text).values(page_seq=seq, **row)).inserted_primary_key
        assert made is not None
        places[one.id] = int(made[0])
    if said := rows.claim_rows(reading, seq, places):
        to.execute(insert(claim), said)


def _step(to: Connection, keys: Set[str], seq: int, reading: Reading) -> None:
    """Says what a page replaces of its other versions, matched with what still stands of the latest of them.

    A version that came late, older than another, is put in its place by replaying them all.
    """
    others = select(page.c.seq, page.c.age).where(page.c.seq.in_(_members(keys)), page.c.seq != seq)
    latest = to.execute(others.order_by(page.c.age.desc(), page.c.seq.desc()).limit(REMEMBERED)).all()
    if not latest:
        return
    if rows.age_of(reading) < latest[0].age:
        _replay(to, keys)
        return
    heads = _heads(to, [row.seq for row in latest])
    for item, ended in step(heads, [item_of(reading.page, one) for one in reading.texts]):
        _stay(to, item.text.id, item.stay)
        if ended:
            _stay(to, ended.text.id, ended.stay)
            _unsettle(to, [ended.text.id])


def _replay(to: Connection, keys: Set[str]) -> None:
    """Says of every text on all versions of pages with the keys what it replaces and until when it stood."""
    left = set(keys)
    while left:
        together = _tied(to, left.pop())
        left -= together
        stays = replay(_versions(to, together))
        for text_id, stay in stays.items():
            _stay(to, text_id, stay)
        _unsettle(to, stays)


def _stay(to: Connection, text_id: str, stay: Stay) -> None:
    to.execute(update(text).where(text.c.id == text_id).values(rows.stay_row(stay)))


def _unsettle(to: Connection, text_ids: Collection[str]) -> None:
    """What the items stand for is counted anew: they may have stopped standing."""
    unsettle(to, claims_of(to, text_ids))


def _tied(to: Connection, key: str) -> set[str]:
    """The key and all keys that pages share with it, directly or through others."""
    tied, new = {key}, {key}
    while new:
        found = select(page_key.c.key).where(page_key.c.page_seq.in_(_members(new))).distinct()
        new = set(to.scalars(found)) - tied
        tied |= new
    return tied


def _members(keys: Set[str]) -> Select[tuple[int]]:
    return select(page_key.c.page_seq).where(page_key.c.key.in_(keys))


def _heads(to: Connection, versions: list[int]) -> list[Item]:
    """What still stands of versions of a page, oldest version first."""
    chosen = select(text, page.c.page, page.c.text.label("said")).join(page, page.c.seq == text.c.page_seq)
    chosen = chosen.where(text.c.page_seq.in_(versions), text.c.end.is_(None))
    return [
        item_of(
            rows.page_from(row.page, row.said),
            rows.text_from(row.text, row.replaces),
            Stay(row.published, row.start, None, row.replaces),
        )
        for row in to.execute(chosen.order_by(page.c.age, page.c.seq, text.c.place))
    ]


def _versions(to: Connection, keys: Set[str]) -> list[Reading]:
    """The pages and texts of all versions, in the order kept."""
    texts = defaultdict(list)
    members = _members(keys)
    for row in to.execute(select(text).where(text.c.page_seq.in_(members)).order_by(text.c.page_seq, text.c.place)):
        texts[row.page_seq].append(rows.text_from(row.text, None))
    pages = select(page.c.seq, page.c.page, page.c.text).where(page.c.seq.in_(members)).order_by(page.c.seq)
    return [Reading(page=rows.page_from(row.page, row.text), texts=tuple(texts[row.seq])) for row in to.execute(pages)]
