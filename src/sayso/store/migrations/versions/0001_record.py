"""The record: pages, their story items and claims, what was missed."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _of_page() -> sa.ForeignKey:
    return sa.ForeignKey("page.seq", ondelete="CASCADE")


def upgrade() -> None:
    op.create_table(
        "body",
        sa.Column("hash", sa.Text, primary_key=True),
        sa.Column("bytes", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "page",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("page", sa.Text, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("capture", sa.Text, nullable=False),
        sa.Column("body_hash", sa.Text, nullable=False),
        sa.Column("age", sa.Text, nullable=False),
        sa.Column("line", sa.Text, nullable=False),
        sa.Column("rest", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("page_line", "page", ["line"])
    op.create_table(
        "page_key",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("page_seq", sa.Integer, _of_page(), primary_key=True),
        sqlite_strict=True,
    )
    op.create_index("page_key_page", "page_key", ["page_seq"])
    op.create_table(
        "text",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("page_seq", sa.Integer, _of_page(), nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("published", sa.Text),
        sa.Column("start", sa.Text),
        sa.Column("end", sa.Text),
        sa.Column("replaces", sa.Text),
        sa.UniqueConstraint("page_seq", "place"),
        sqlite_strict=True,
    )
    op.create_index("text_id", "text", ["id"])
    op.create_index("text_published", "text", ["published"])
    _claims()
    op.create_table(
        "missed",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("missed", sa.Text, nullable=False),
        sa.UniqueConstraint("what", "why"),
        sqlite_strict=True,
    )
    if op.get_bind().dialect.name == "sqlite":
        _full_text_of_sqlite()


def _claims() -> None:
    op.create_table(
        "claim",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("page_seq", sa.Integer, _of_page(), nullable=False),
        sa.Column("text_seq", sa.Integer, sa.ForeignKey("text.seq", ondelete="CASCADE"), nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("given", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("claim", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.Column("headline", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text, nullable=False),
        sa.Column("voice", sa.Text),
        sa.Column("kind", sa.Text),
        sa.Column("stance", sa.Text, nullable=False),
        sa.UniqueConstraint("page_seq", "place"),
        sqlite_strict=True,
    )
    op.create_index("claim_id", "claim", ["id"])
    op.create_index("claim_text", "claim", ["text_seq"])
    op.create_index("claim_voice", "claim", ["voice"])


def _full_text_of_sqlite() -> None:
    """An index over claim that its triggers keep; the words are folded already, so ASCII separators suffice."""
    columns = "content, speaker, headline"
    old = "INSERT INTO claim_words (claim_words, rowid, content, speaker, headline) " \
          "VALUES ('delete', old.seq, old.content, old.speaker, old.headline)"  # fmt: skip
    new = "INSERT INTO claim_words (rowid, content, speaker, headline) " \
          "VALUES (new.seq, new.content, new.speaker, new.headline)"  # fmt: skip
    op.execute(
        f"CREATE VIRTUAL TABLE claim_words USING fts5({columns}, "
        "content='claim', content_rowid='seq', tokenize='ascii')"
    )
    op.execute(f"CREATE TRIGGER claim_words_new AFTER INSERT ON claim BEGIN {new}; END")
    op.execute(f"CREATE TRIGGER claim_words_old AFTER DELETE ON claim BEGIN {old}; END")
    op.execute(f"CREATE TRIGGER claim_words_changed AFTER UPDATE ON claim BEGIN {old}; {new}; END")
