"""The weighing: accounts and how they are found, pairs, seats, copies, stories; the rulings of editors."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

HASH = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SHARE = sa.Float().with_variant(sa.REAL(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "weighed",
        sa.Column("page_seq", sa.Integer, sa.ForeignKey("page.seq", ondelete="CASCADE"), primary_key=True),
        sa.Column("by", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("weighed_by", "weighed", ["by", "page_seq"])
    weighed = sa.table("weighed", sa.column("page_seq"), sa.column("by"))
    page = sa.table("page", sa.column("seq"))
    op.execute(sa.insert(weighed).from_select(["page_seq", "by"], sa.select(page.c.seq, sa.literal_column("''"))))
    kept = sa.text("replaces IS NOT NULL")
    op.create_index("text_edit", "text", ["start", "id"], sqlite_where=kept, postgresql_where=kept)
    _accounts()
    _found()
    op.create_table(
        "ruling",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("ruling", sa.Text, nullable=False),
        sqlite_strict=True,
    )


def _accounts() -> None:
    op.create_table(
        "account",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("text_id", sa.Text, nullable=False, unique=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("account", sa.LargeBinary, nullable=False),
        sa.Column("passages", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("account_at", "account", ["at", "text_id"])
    _ordered("keyed", sa.Column("key", HASH, primary_key=True, autoincrement=False), _key("at"), _key("text_id"))
    _ordered("passage", sa.Column("passage", HASH, primary_key=True, autoincrement=False), _key("text_id"))
    _ordered("vector", _key("claim_id"), sa.Column("vector", sa.LargeBinary, nullable=False))


def _found() -> None:
    _ordered(
        "pair",
        _key("left"),
        _key("right"),
        sa.Column("likeness", SHARE, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("conflict", sa.Text),
        sa.Column("reasons", sa.Text, nullable=False),
    )
    op.create_index("pair_right", "pair", ["right", "left"])
    _ordered(
        "seat",
        _key("claim_id"),
        sa.Column("text_id", sa.Text, nullable=False),
        sa.Column("leader", sa.Text, nullable=False),
        sa.Column("side", sa.Text, nullable=False),
        sa.Column("likeness", SHARE, nullable=False),
    )
    op.create_index("seat_leader", "seat", ["leader"])
    _ordered("copied", _key("left"), _key("right"), sa.Column("share", SHARE, nullable=False))
    op.create_index("copied_right", "copied", ["right", "left"])
    _ordered("told", _key("text_id"), sa.Column("leader", sa.Text, nullable=False))
    op.create_index("told_leader", "told", ["leader"])


def _ordered(name: str, *columns: sa.Column[Any]) -> None:
    """A table that lies on disk in the order of its key."""
    op.create_table(name, *columns, sqlite_strict=True, sqlite_with_rowid=False)


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=True)
