"""The tables of the record in SQL. What is true stands in JSON or bytes; the other columns are what filters need.

A migration makes them (migrations/versions); a test keeps the two alike. Full text is each database's own affair
(sqlite.py), an index over claim.content, claim.speaker and claim.headline, which hold folded words (words.py).
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint, column

metadata = MetaData()
_EDIT = column("replaces").is_not(None)


def _of_page() -> ForeignKey:
    return ForeignKey("page.seq", ondelete="CASCADE")


body = Table(
    "body",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),  # zlib
    sqlite_strict=True,
)

page = Table(
    "page",
    metadata,
    Column("seq", Integer, primary_key=True),  # the order in which pages were kept
    Column("id", Text, nullable=False, unique=True),
    Column("page", Text, nullable=False),  # JSON of Page without its text
    Column("text", LargeBinary, nullable=False),  # zlib of UTF-8
    Column("capture", Text, nullable=False),  # JSON of Capture without its bytes
    Column("body_hash", Text, nullable=False),
    Column("age", Text, nullable=False),  # puts versions of one page in order
    Column("line", Text, nullable=False),  # version of the line that read it
    Column("rest", LargeBinary, nullable=False),  # zlib JSON of Reading without page, texts and claims
    Index("page_line", "line"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

page_key = Table(
    "page_key",
    metadata,
    Column("key", Text, primary_key=True),
    Column("page_seq", Integer, _of_page(), primary_key=True),
    Index("page_key_page", "page_seq"),
    sqlite_strict=True,
)

text = Table(
    "text",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("page_seq", Integer, _of_page(), nullable=False),
    Column("place", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("text", Text, nullable=False),  # JSON of Text
    Column("published", Text),  # moments: see edits.Stay
    Column("start", Text),
    Column("end", Text),
    Column("replaces", Text),
    UniqueConstraint("page_seq", "place"),
    Index("text_id", "id"),
    Index("text_published", "published"),
    Index("text_edit", "start", "id", sqlite_where=_EDIT, postgresql_where=_EDIT),
    sqlite_strict=True,
)

claim = Table(
    "claim",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("page_seq", Integer, _of_page(), nullable=False),
    Column("text_seq", Integer, ForeignKey("text.seq", ondelete="CASCADE"), nullable=False),
    Column("place", Integer, nullable=False),  # in the order of the page's words
    Column("given", Integer, nullable=False),  # in the order of Reading.claims
    Column("id", Text, nullable=False),
    Column("claim", Text, nullable=False),  # JSON of Claim
    Column("content", Text, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("headline", Text, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("voice", Text),  # who counts as one speaker
    Column("kind", Text),
    Column("stance", Text, nullable=False),
    UniqueConstraint("page_seq", "place"),
    Index("claim_id", "id"),
    Index("claim_text", "text_seq"),
    Index("claim_voice", "voice"),
    sqlite_strict=True,
)

missed = Table(
    "missed",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("what", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("missed", Text, nullable=False),  # JSON of Missed
    UniqueConstraint("what", "why"),
    sqlite_strict=True,
)
