"""Writing what was weighed into the SQL tables: what is new, and what it changed of others."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from sayso.errors import NotKept
from sayso.record import Account, Weighed
from sayso.store import packing
from sayso.store.batches import batches
from sayso.store.counts import ACROSS
from sayso.store.derived import DERIVED, account, copied, keyed, pair, passage, seat, told, vector, weighed
from sayso.store.scales import SAMPLED
from sayso.store.tables import page
from sayso.store.unsettle import claims_of, leaders_of, unsettle, unsettle_stories


def enter(to: Connection, found: Weighed) -> None:
    """Keeps the weighing of a page in the open transaction; raises NotKept where the page is not in the record."""
    if found.page_id:  # a ruling moves seats and is of no page
        seq = select(page.c.seq).where(page.c.id == found.page_id).scalar_subquery()
        if not to.execute(update(weighed).where(weighed.c.page_seq == seq).values(by=found.by)).rowcount:
            raise NotKept(f"no page {found.page_id!r} is in the record")
    seated = {one.claim_id for one in found.seats}
    left = leaders_of(to, seated)
    moved = _stories_of(to, [text_id for text_id, _ in found.stories]) | {lead for _, lead in found.stories}
    _put_accounts(to, found.accounts)
    _put(to, vector, [{"claim_id": one, "vector": made} for one, made in dict(found.vectors).items()])
    _put(to, pair, [packing.pair_row(one) for one in {(one.left, one.right): one for one in found.pairs}.values()])
    _put(to, seat, packing.plain_rows({one.claim_id: one for one in found.seats}.values()))
    _put(to, copied, packing.plain_rows({(one.left, one.right): one for one in found.copies}.values()))
    _put(to, told, [{"text_id": one, "leader": leader} for one, leader in dict(found.stories).items()])
    texts = {end for one in found.copies for end in (one.left, one.right)} | {text_id for text_id, _ in found.stories}
    ends = {end for one in found.pairs if one.verdict in ACROSS for end in (one.left, one.right)}
    unsettle_stories(to, moved)
    unsettle(to, seated | ends | claims_of(to, texts), left)


def _stories_of(at: Connection, text_ids: Collection[str]) -> set[str]:
    chosen = select(told.c.leader)
    return {one for some in batches(text_ids) for one in at.scalars(chosen.where(told.c.text_id.in_(some)))}


def forget(to: Connection) -> None:
    """Drops everything that was weighed, in the open transaction; rulings stay."""
    for table in DERIVED:
        to.execute(delete(table))
    to.execute(update(weighed).where(weighed.c.by != "").values(by=""))


def _put_accounts(to: Connection, accounts: Sequence[Account]) -> None:
    """Keeps accounts that are not kept yet: they follow from their readings and never change."""
    new = {one.text_id: one for one in reversed(accounts)}
    for known in batches(new):
        for text_id in to.scalars(select(account.c.text_id).where(account.c.text_id.in_(known))):
            del new[text_id]
    _add(to, account, [packing.account_row(one) for one in new.values()])
    keys = [
        {"key": key, "at": one.at, "text_id": one.text_id}
        for one in new.values()
        for key in sorted({packing.key_of(word) for word in one.keys})
    ]
    _add(to, keyed, keys)
    passages = [
        {"passage": number, "text_id": one.text_id}
        for one in new.values()
        for number in sorted(set(one.passages))
        if number % SAMPLED == 0
    ]
    _add(to, passage, passages)


def _put(to: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Adds rows, each in the place of the one with the same key."""
    if rows:
        keys = [column.name for column in table.primary_key]
        old = delete(table).where(*(table.c[name] == bindparam(f"old_{name}") for name in keys))
        to.execute(old, [{f"old_{name}": row[name] for name in keys} for row in rows])
    _add(to, table, rows)


def _add(to: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        to.execute(insert(table), rows)
