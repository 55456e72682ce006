"""The tables of what the weighing derives from the record, and of what editors ruled; see tables.py for the record.

All but `ruling` can be dropped and made again. The tables that grow fastest, `keyed` and `passage`, hold numbers and
ids alone, and lie on disk in the order in which they are asked.
"""

from sqlalchemy import REAL, BigInteger, Column, Float, ForeignKey, Index, Integer, LargeBinary, Table, Text, column

from sayso.store.tables import metadata

Hash = BigInteger().with_variant(Integer(), "sqlite")  # 63 bits; STRICT tables know INTEGER alone, of any size
_MANY = column("size") > 1  # most stories are of one item, and few lists want those
Share = Float().with_variant(REAL(), "sqlite")

weighed = Table(
    "weighed",
    metadata,
    Column("page_seq", Integer, ForeignKey("page.seq", ondelete="CASCADE"), primary_key=True),
    Column("by", Text, nullable=False),  # version of the weighing, empty where none weighed the page: one row a page
    Index("weighed_by", "by", "page_seq"),
    sqlite_strict=True,
)

account = Table(
    "account",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("text_id", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("account", LargeBinary, nullable=False),  # see packing.py
    Column("passages", LargeBinary, nullable=False),  # 64-bit numbers, the lowest byte first
    Index("account_at", "at", "text_id"),
    sqlite_strict=True,
)

keyed = Table(
    "keyed",
    metadata,
    Column("key", Hash, primary_key=True, autoincrement=False),  # packing.key_of
    Column("at", Text, primary_key=True),
    Column("text_id", Text, primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

passage = Table(
    "passage",
    metadata,
    Column("passage", Hash, primary_key=True, autoincrement=False),
    Column("text_id", Text, primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

vector = Table(
    "vector",
    metadata,
    Column("claim_id", Text, primary_key=True),
    Column("vector", LargeBinary, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

pair = Table(
    "pair",
    metadata,
    Column("left", Text, primary_key=True),
    Column("right", Text, primary_key=True),
    Column("likeness", Share, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("conflict", Text),
    Column("reasons", Text, nullable=False),  # JSON
    Index("pair_right", "right", "left"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

seat = Table(
    "seat",
    metadata,
    Column("claim_id", Text, primary_key=True),
    Column("text_id", Text, nullable=False),
    Column("leader", Text, nullable=False),
    Column("side", Text, nullable=False),
    Column("likeness", Share, nullable=False),
    Column("at", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("headline", Integer, nullable=False),  # 0 or 1
    Index("seat_leader", "leader"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

copied = Table(
    "copied",
    metadata,
    Column("left", Text, primary_key=True),
    Column("right", Text, primary_key=True),
    Column("share", Share, nullable=False),
    Index("copied_right", "right", "left"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

told = Table(
    "told",
    metadata,
    Column("text_id", Text, primary_key=True),
    Column("leader", Text, nullable=False),  # the text that leads its story
    Index("told_leader", "leader"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# Derived a second time, from all above: what is counted, so that a list of points need not count them (tally.py).
point_now = Table(
    "point_now",
    metadata,
    Column("leader", Text, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),  # the moment of the leading claim: the order of points
    Column("by", Text, nullable=False),  # the counting that made it, empty where it has to be counted anew
    Column("standing", Text),
    Column("contested", Integer, nullable=False, default=0),  # 0 or 1: somebody stands against it, or it sits ill
    Column("shared", Integer, nullable=False, default=0),  # 0 or 1: on two pages or more, or contested
    Column("story", Text),  # id of its story
    Column("moved", Text),
    Column("point", LargeBinary),  # see packing.py; null where nobody stands for or against it
    Index("point_now_by", "by", "leader"),
    Index("point_now_at", "at", "leader"),
    Index("point_now_moved", "moved", "id"),
    Index("point_now_standing", "standing", "moved", "id"),
    Index("point_now_contested", "contested", "moved", "id"),
    Index("point_now_shared", "shared", "moved", "id"),
    Index("point_now_story", "story", "moved", "id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

story_now = Table(
    "story_now",
    metadata,
    Column("leader", Text, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("by", Text, nullable=False),
    Column("size", Integer, nullable=False, default=0),
    Column("moved", Text),
    Column("story", LargeBinary),
    Index("story_now_by", "by", "leader"),
    Index("story_now_moved", "moved", "id"),
    Index("story_now_many", "moved", "id", sqlite_where=_MANY, postgresql_where=_MANY),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

ruling = Table(
    "ruling",
    metadata,
    Column("seq", Integer, primary_key=True),  # the order in which they were made
    Column("id", Text, nullable=False, unique=True),
    Column("ruling", Text, nullable=False),  # JSON of Ruling
    sqlite_strict=True,
)

DERIVED = (account, keyed, passage, vector, pair, seat, copied, told, point_now, story_now)
