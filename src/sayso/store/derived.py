"""The tables of what the weighing derives from the record, and of what editors ruled; see tables.py for the record.

All but `ruling` can be dropped and made again. The tables that grow fastest, `keyed` and `passage`, hold numbers and
ids alone, and lie on disk in the order in which they are asked.
"""

from sqlalchemy import REAL, BigInteger, Column, Float, ForeignKey, Index, Integer, LargeBinary, Table, Text

from sayso.store.tables import metadata

Hash = BigInteger().with_variant(Integer(), "sqlite")  # 63 bits; STRICT tables know INTEGER alone, of any size
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

ruling = Table(
    "ruling",
    metadata,
    Column("seq", Integer, primary_key=True),  # the order in which they were made
    Column("id", Text, nullable=False, unique=True),
    Column("ruling", Text, nullable=False),  # JSON of Ruling
    sqlite_strict=True,
)

DERIVED = (account, keyed, passage, vector, pair, seat, copied, told)
