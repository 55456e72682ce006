"""The tables by which the record is listed: items by their moment, claims by who said them, sources, outlets, words.

All of it follows from the record and is kept with it (shelve.py). Triggers of the migration keep the counts and the
full text in step with `uttered` and `item`; a claim or an item counts while its text stands.
"""

from sqlalchemy import REAL, Column, Float, ForeignKey, Index, Integer, LargeBinary, Table, Text

from sayso.store.derived import Hash, pair
from sayso.store.tables import metadata

Share = Float().with_variant(REAL(), "sqlite")
DOUBTED = 0.75  # claims that the reader was less sure of than this have an index of their own


def _to(column: str) -> ForeignKey:
    return ForeignKey(column, ondelete="CASCADE")


outlet = Table(
    "outlet",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),  # record.keys.outlet_key
    Column("name", Text, nullable=False),  # as first printed
    Column("words", Text, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("items", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("unnamed", Integer, nullable=False),  # of the claims, those of unnamed sources
    Column("own", Integer, nullable=False),  # those in the outlet's own voice
    Column("relayed", Integer, nullable=False),  # those that came through another voice
    Index("outlet_claims", "claims", "key"),
    sqlite_strict=True,
)

source = Table(
    "source",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),  # record.keys.source_key
    Column("kind", Text, nullable=False),
    Column("words", Text, nullable=False),  # folded name, or description
    Column("source", Text, nullable=False),  # JSON of Source, as first read
    Column("claims", Integer, nullable=False),
    Column("relayed", Integer, nullable=False),
    Index("source_claims", "claims", "key"),
    Index("source_kind", "kind", "claims", "key"),
    sqlite_strict=True,
)

shelved = Table(
    "shelved",
    metadata,
    Column("page_seq", Integer, _to("page.seq"), primary_key=True),
    Column("outlet", Integer, ForeignKey("outlet.seq")),
    Index("shelved_outlet", "outlet", "page_seq"),
    sqlite_strict=True,
)

item = Table(
    "item",
    metadata,
    Column("text_seq", Integer, _to("text.seq"), primary_key=True),
    Column("page_seq", Integer, nullable=False),
    Column("id", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),  # slips.Slip.at
    Column("outlet", Integer, ForeignKey("outlet.seq")),
    Column("standing", Integer, nullable=False),  # 0 where an edit replaced it
    Column("claims", Integer, nullable=False),
    Column("lead", Text, nullable=False),
    Column("voices", Text, nullable=False),  # JSON of Sources
    Column("keys", LargeBinary, nullable=False),  # those under which it is filed, eight bytes each
    Column("words", LargeBinary, nullable=False),  # zlib of what full text holds of it, to take it out again
    Index("item_outlet", "outlet", "standing", "at", "id"),
    Index("item_page", "page_seq"),
    sqlite_strict=True,
)

filed = Table(
    "filed",
    metadata,
    Column("key", Hash, primary_key=True, autoincrement=False),  # packing.key_of
    Column("at", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

uttered = Table(
    "uttered",
    metadata,
    Column("claim_seq", Integer, _to("claim.seq"), primary_key=True),
    Column("id", Text, nullable=False),
    Column("at", Text, nullable=False),  # of its item
    Column("source", Integer, ForeignKey("source.seq")),
    Column("outlet", Integer, ForeignKey("outlet.seq")),
    Column("relay", Integer, ForeignKey("source.seq")),  # the voice before the speaker, where there is one
    Column("how", Text, nullable=False),  # own, told, relayed
    Column("unnamed", Integer, nullable=False),
    Column("text_kind", Text, nullable=False),
    Column("standing", Integer, nullable=False),
    Column("score", Share, nullable=False),
    Index("uttered_source", "source", "standing", "at", "id", "relay", "outlet"),
    Index("uttered_outlet", "outlet", "standing", "at", "id", "source"),
    sqlite_strict=True,
)
_doubted = uttered.c.score < DOUBTED
Index("uttered_doubt", uttered.c.at, uttered.c.id, sqlite_where=_doubted, postgresql_where=_doubted)
_tense = pair.c.verdict == "in_tension"
Index("pair_tension", pair.c.left, pair.c.right, sqlite_where=_tense, postgresql_where=_tense)
