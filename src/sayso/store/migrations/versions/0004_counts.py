"""Points and stories as they stand now; seats carry their place in the canonical order. What was weighed is dropped."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

WEIGHED = ("account", "keyed", "passage", "vector", "pair", "seat", "copied", "told")


def upgrade() -> None:
    for name in WEIGHED:
        op.execute(sa.delete(sa.table(name)))
    op.execute(sa.update(sa.table("weighed", sa.column("by"))).values(by=""))
    op.drop_table("seat")
    _ordered(
        "seat",
        _key("claim_id"),
        _words("text_id"),
        _words("leader"),
        _words("side"),
        sa.Column("likeness", sa.Float().with_variant(sa.REAL(), "sqlite"), nullable=False),
        _words("at"),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("headline", sa.Integer, nullable=False),
    )
    op.create_index("seat_leader", "seat", ["leader"])
    _points()
    _stories()


def _points() -> None:
    _ordered(
        "point_now",
        _key("leader"),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        _words("at"),
        _words("by"),
        sa.Column("standing", sa.Text),
        sa.Column("contested", sa.Integer, nullable=False),
        sa.Column("shared", sa.Integer, nullable=False),
        sa.Column("story", sa.Text),
        sa.Column("moved", sa.Text),
        sa.Column("point", sa.LargeBinary),
    )
    op.create_index("point_now_by", "point_now", ["by", "leader"])
    op.create_index("point_now_at", "point_now", ["at", "leader"])
    op.create_index("point_now_moved", "point_now", ["moved", "id"])
    for name in ("standing", "contested", "shared", "story"):
        op.create_index(f"point_now_{name}", "point_now", [name, "moved", "id"])


def _stories() -> None:
    _ordered(
        "story_now",
        _key("leader"),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        _words("by"),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("moved", sa.Text),
        sa.Column("story", sa.LargeBinary),
    )
    op.create_index("story_now_by", "story_now", ["by", "leader"])
    op.create_index("story_now_moved", "story_now", ["moved", "id"])
    many = sa.text("size > 1")
    op.create_index("story_now_many", "story_now", ["moved", "id"], sqlite_where=many, postgresql_where=many)


def _ordered(name: str, *columns: sa.Column[Any]) -> None:
    """A table that lies on disk in the order of its key."""
    op.create_table(name, *columns, sqlite_strict=True, sqlite_with_rowid=False)


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=True)


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
