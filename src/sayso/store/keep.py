"""Writing a page into the SQL tables: the page, its texts and claims, and what they replace of older versions."""

from collections import defaultdict
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from sayso.record import Capture, Reading
from sayso.store import rows
from sayso.store.edits import Item, Stay, item_of, own_stay, replay, same_page_keys, step
from sayso.store.tables import body, claim, page, page_key, text


def keep(to: Connection, reading: Reading, capture: Capture, *, bodies: bool) -> bool:
    """Keeps a page in the open transaction; False, having changed nothing, where this line read it before."""
    row = rows.page_row(reading, capture)
    kept = to.execute(select(page.c.seq, page.c.page, page.c.text, page.c.line).where(page.c.id == row["id"])).first()
    if kept and kept.line == row["line"]:
        return False
    if kept:
        captured = rows.page_from(kept.page, kept.text).captured
        reading = replace(reading, page=replace(reading.page, captured=captured))
        row = rows.page_row(reading, capture)
        _forget(to, kept.seq)
    seq = _put_page(to, kept.seq if kept else None, row)
    if bodies and not to.scalar(select(func.count()).where(body.c.hash == row["body_hash"])):
        to.execute(insert(body).values(hash=row["body_hash"], bytes=rows.packed(capture.body)))
    keys = same_page_keys(reading.page, capture, reading.texts)
    if keys:
        to.execute(insert(page_key), [{"key": key, "page_seq": seq} for key in sorted(keys)])
    _put_texts(to, seq, reading)
    _date(to, seq, reading, simple=not kept and len(keys) < 2)
    return True


def _forget(to: Connection, seq: int) -> None:
    """Takes away what was derived of a page; the page and its bytes stay."""
    for table in (claim, text, page_key):
        to.execute(delete(table).where(table.c.page_seq == seq))


def _put_page(to: Connection, seq: int | None, row: dict[str, Any]) -> int:
    """The place of the page in the order kept; what was captured first stays."""
    if seq is None:
        made = to.execute(insert(page).values(row)).inserted_primary_key
        assert made is not None
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


def _date(to: Connection, seq: int, reading: Reading, *, simple: bool) -> None:
    """Says of every text of this page, and of the other versions of it, what it replaces and until when it stood.

    A newer version is matched with what still stands; a version that came late, or a new reading, replays them all.
    """
    group = _group(to, seq)
    if len(group) == 1 and simple:
        return
    ages = {row.seq: row.age for row in to.execute(select(page.c.seq, page.c.age).where(page.c.seq.in_(group)))}
    if simple and ages[seq] >= max(ages.values()):
        for item, ended in step(_heads(to, group - {seq}), [item_of(reading.page, one) for one in reading.texts]):
            _stay(to, item.text.id, item.stay)
            if ended:
                _stay(to, ended.text.id, ended.stay)
        return
    for text_id, stay in replay(_versions(to, group)).items():
        _stay(to, text_id, stay)


def _stay(to: Connection, text_id: str, stay: Stay) -> None:
    to.execute(update(text).where(text.c.id == text_id).values(rows.stay_row(stay)))


def _group(to: Connection, seq: int) -> set[int]:
    """All versions of a page: those that share a key with it, and those that share one with them."""
    group, seen = {seq}, set[str]()
    while True:
        keys = set(to.scalars(select(page_key.c.key).where(page_key.c.page_seq.in_(group)))) - seen
        if not keys:
            return group
        seen |= keys
        group |= set(to.scalars(select(page_key.c.page_seq).where(page_key.c.key.in_(keys))))


def _heads(to: Connection, group: set[int]) -> list[Item]:
    """What still stands of other versions, oldest version first."""
    chosen = select(text, page.c.page, page.c.text.label("said")).join(page, page.c.seq == text.c.page_seq)
    chosen = chosen.where(text.c.page_seq.in_(group), text.c.end.is_(None))
    return [
        item_of(
            rows.page_from(row.page, row.said),
            rows.text_from(row.text, row.replaces),
            Stay(row.published, row.start, None, row.replaces),
        )
        for row in to.execute(chosen.order_by(page.c.age, page.c.seq, text.c.place))
    ]


def _versions(to: Connection, group: set[int]) -> list[Reading]:
    """The pages and texts of a group, in the order kept."""
    texts = defaultdict(list)
    for row in to.execute(select(text).where(text.c.page_seq.in_(group)).order_by(text.c.page_seq, text.c.place)):
        texts[row.page_seq].append(rows.text_from(row.text, None))
    pages = to.execute(select(page.c.seq, page.c.page, page.c.text).where(page.c.seq.in_(group)).order_by(page.c.seq))
    return [Reading(page=rows.page_from(row.page, row.text), texts=tuple(texts[row.seq])) for row in pages]
