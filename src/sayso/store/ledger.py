"""The tables of what people keep beside the record: briefs, corrections, who did what; who may, and their sessions.

Rows are appended; what ends an older one is a newer one. No password, session word or token stands here, only hashes.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from sayso.store.tables import metadata

brief = Table(
    "brief",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("newest", Integer, nullable=False),  # 1 for the last version of a brief
    Column("state", Text, nullable=False),
    Column("story_id", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("brief", Text, nullable=False),  # JSON of Brief
    Column("out", Text),  # Brief.out of the last version of one that is out
    UniqueConstraint("id", "version"),
    Index("brief_newest", "newest", "state", "at", "id"),
    Index("brief_story", "story_id", "newest"),
    Index("brief_out", "out", "id"),
    sqlite_strict=True,
)

resting = Table(  # on which claims which version rests, so that a change finds the briefs it touches
    "resting",
    metadata,
    Column("claim_id", Text, primary_key=True),
    Column("brief_seq", Integer, ForeignKey("brief.seq", ondelete="CASCADE"), primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

correction = Table(
    "correction",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("on", Text, nullable=False),  # a claim's id or a source's key
    Column("correction", Text, nullable=False),  # JSON of Correction
    Index("correction_on", "on"),
    sqlite_strict=True,
)

trail = Table(
    "trail",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("did", Text, nullable=False),
    Column("on", Text, nullable=False),
    Column("act", Text, nullable=False),  # JSON of Act
    Index("trail_by", "by"),
    Index("trail_did", "did"),
    Index("trail_on", "on", "did"),
    sqlite_strict=True,
)

person = Table(
    "person",
    metadata,
    Column("name", Text, primary_key=True),
    Column("person", Text, nullable=False),  # JSON of Person
    sqlite_strict=True,
)

ticket = Table(
    "ticket",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("name", Text, ForeignKey("person.name", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),  # session, token
    Column("until", Text, nullable=False),  # empty where it does not end
    Column("ticket", Text, nullable=False),  # JSON of Ticket
    Index("ticket_name", "name", "kind"),
    Index("ticket_until", "until"),
    sqlite_strict=True,
)

tide = Table(
    "tide",
    metadata,
    Column("mark", Text, primary_key=True),  # drawn when the record was made
    Column("moved", Integer, nullable=False),
    sqlite_strict=True,
)
