"""What the desk lists and what people keep: items, sources, outlets, full text with marks; briefs, corrections, trail.

Pages of older records are shelved once these tables are there (store/shelve.py).
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

HASH = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SHARE = sa.Float().with_variant(sa.REAL(), "sqlite")


def upgrade() -> None:
    _table("tide", _word("mark", primary_key=True), _number("moved"))
    _voices()
    _lists()
    _ledger()
    if op.get_bind().dialect.name == "sqlite":
        op.execute("INSERT INTO tide (mark, moved) VALUES (lower(hex(randomblob(4))), 0)")
        _full_text_of_sqlite()
        _counts_of_sqlite()


def _table(name: str, *parts: Any, **options: Any) -> None:
    op.create_table(name, *parts, sqlite_strict=True, **options)


def _word(name: str, **options: Any) -> sa.Column[str]:
    options.setdefault("nullable", False)
    return sa.Column(name, sa.Text, **options)


def _number(name: str, *to: Any, **options: Any) -> sa.Column[int]:
    options.setdefault("nullable", False)
    return sa.Column(name, sa.Integer, *to, **options)


def _key(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=True)


def _to(column: str) -> sa.ForeignKey:
    return sa.ForeignKey(column, ondelete="CASCADE")


def _voices() -> None:
    counts = ("pages", "items", "claims", "unnamed", "own", "relayed")
    _table("outlet", _key("seq"), _word("key", unique=True), _word("name"), _word("words"), *map(_number, counts))
    op.create_index("outlet_claims", "outlet", ["claims", "key"])
    said = (_word("kind"), _word("words"), _word("source"), _number("claims"), _number("relayed"))
    _table("source", _key("seq"), _word("key", unique=True), *said)
    op.create_index("source_claims", "source", ["claims", "key"])
    op.create_index("source_kind", "source", ["kind", "claims", "key"])


def _lists() -> None:
    of_outlet = sa.ForeignKey("outlet.seq")
    _table(
        "shelved", sa.Column("page_seq", sa.Integer, _to("page.seq"), primary_key=True),
        _number("outlet", of_outlet, nullable=True),
    )  # fmt: skip
    op.create_index("shelved_outlet", "shelved", ["outlet", "page_seq"])
    _table(
        "item", sa.Column("text_seq", sa.Integer, _to("text.seq"), primary_key=True), _number("page_seq"),
        _word("id", unique=True), _word("at"), _number("outlet", sa.ForeignKey("outlet.seq"), nullable=True),
        _number("standing"), _number("claims"), _word("lead"), _word("voices"),
        sa.Column("keys", sa.LargeBinary, nullable=False), sa.Column("words", sa.LargeBinary, nullable=False),
    )  # fmt: skip
    op.create_index("item_outlet", "item", ["outlet", "standing", "at", "id"])
    op.create_index("item_page", "item", ["page_seq"])
    key = sa.Column("key", HASH, primary_key=True, autoincrement=False)
    _table("filed", key, _word("at", primary_key=True), _word("id", primary_key=True), sqlite_with_rowid=False)
    _table(
        "uttered", sa.Column("claim_seq", sa.Integer, _to("claim.seq"), primary_key=True), _word("id"), _word("at"),
        _number("source", sa.ForeignKey("source.seq"), nullable=True),
        _number("outlet", sa.ForeignKey("outlet.seq"), nullable=True),
        _number("relay", sa.ForeignKey("source.seq"), nullable=True),
        _word("how"), _number("unnamed"), _word("text_kind"), _number("standing"),
        sa.Column("score", SHARE, nullable=False),
    )  # fmt: skip
    op.create_index("uttered_source", "uttered", ["source", "standing", "at", "id", "relay", "outlet"])
    op.create_index("uttered_outlet", "uttered", ["outlet", "standing", "at", "id", "source"])
    doubted, tense = sa.text("score < 0.75"), sa.text("verdict = 'in_tension'")
    op.create_index("uttered_doubt", "uttered", ["at", "id"], sqlite_where=doubted, postgresql_where=doubted)
    op.create_index("pair_tension", "pair", ["left", "right"], sqlite_where=tense, postgresql_where=tense)


def _ledger() -> None:
    _table(
        "brief", _key("seq"), _word("id"), _number("version"), _number("newest"), _word("state"), _word("story_id"),
        _word("at"), _word("brief"), sa.UniqueConstraint("id", "version"),
    )  # fmt: skip
    op.create_index("brief_newest", "brief", ["newest", "state", "at", "id"])
    op.create_index("brief_story", "brief", ["story_id", "newest"])
    of_brief = sa.Column("brief_seq", sa.Integer, _to("brief.seq"), primary_key=True)
    _table("resting", _word("claim_id", primary_key=True), of_brief, sqlite_with_rowid=False)
    _table("correction", _key("seq"), _word("id", unique=True), _word("on"), _word("correction"))
    op.create_index("correction_on", "correction", ["on"])
    _table("trail", _key("seq"), *map(_word, ("at", "by", "did", "on", "act")))
    for name, columns in (("trail_by", ["by"]), ("trail_did", ["did"]), ("trail_on", ["on", "did"])):
        op.create_index(name, "trail", columns)
    _table("person", _word("name", primary_key=True), _word("person"))
    of_person = sa.Column("name", sa.Text, _to("person.name"), nullable=False)
    _table("ticket", _word("hash", primary_key=True), of_person, _word("kind"), _word("until"), _word("ticket"))
    op.create_index("ticket_name", "ticket", ["name", "kind"])
    op.create_index("ticket_until", "ticket", ["until"])


def _marks(of: str) -> str:
    """The marks of a claim in full text: words that no text holds, since no folded word has a §."""
    day = f"substr({of}.at, 1, 4) || substr({of}.at, 6, 2) || substr({of}.at, 9, 2)"
    return (
        f"'§o' || coalesce({of}.outlet, 0) || ' §s' || coalesce({of}.source, 0) || ' §k' || coalesce(c.kind, '') "
        f"|| ' §t' || c.stance || ' §x' || {of}.text_kind || ' §h' || {of}.how "
        f"|| ' §y' || substr({of}.at, 1, 4) || ' §m' || substr({of}.at, 1, 4) || substr({of}.at, 6, 2) "
        f"|| ' §d' || {day} || CASE WHEN {of}.standing THEN '' ELSE ' §r' END"
    )


def _full_text_of_sqlite() -> None:
    """Claims with their marks, story items, names of sources; folded words, so ASCII separators suffice."""
    for trigger in ("claim_words_new", "claim_words_old", "claim_words_changed"):
        op.execute(f"DROP TRIGGER {trigger}")
    op.execute("DROP TABLE claim_words")
    made = "CREATE VIRTUAL TABLE {} USING fts5({}, tokenize='ascii')"
    op.execute(made.format("claim_words", "content, speaker, headline, marks, content=''"))
    op.execute("INSERT INTO claim_words (claim_words, rank) VALUES ('rank', 'bm25(1.0, 1.0, 1.0, 0.0)')")
    op.execute(made.format("item_words", "headline, body, marks, content='', detail='column'"))
    op.execute("INSERT INTO item_words (item_words, rank) VALUES ('rank', 'bm25(4.0, 1.0, 0.0)')")
    op.execute(made.format("source_words", "words, content='source', content_rowid='seq', prefix='2 3'"))
    words = "INSERT INTO source_words (rowid, words) VALUES (new.seq, new.words)"
    op.execute(f"CREATE TRIGGER source_words_new AFTER INSERT ON source BEGIN {words}; END")


def _counts_of_sqlite() -> None:
    """Counts and full text follow what is written of claims, items and pages, and whether a text still stands."""
    gone, come = _claim_counted("old", "-"), _claim_counted("new", "+")
    op.execute(f"CREATE TRIGGER uttered_new AFTER INSERT ON uttered BEGIN {come} END")
    op.execute(f"CREATE TRIGGER uttered_old BEFORE DELETE ON uttered BEGIN {gone} END")
    op.execute(f"CREATE TRIGGER uttered_changed AFTER UPDATE ON uttered BEGIN {gone} {come} END")
    for name, event, of, sign in (("new", "AFTER INSERT", "new", "+"), ("old", "BEFORE DELETE", "old", "-")):
        items = f"UPDATE outlet SET items = items {sign} {of}.standing WHERE seq = {of}.outlet;"
        pages = f"UPDATE outlet SET pages = pages {sign} 1 WHERE seq = {of}.outlet;"
        op.execute(f"CREATE TRIGGER item_{name} {event} ON item BEGIN {items} END")
        op.execute(f"CREATE TRIGGER shelved_{name} {event} ON shelved BEGIN {pages} END")
    moved = "UPDATE outlet SET items = items + new.standing - old.standing WHERE seq = new.outlet;"
    op.execute(f"CREATE TRIGGER item_changed AFTER UPDATE OF standing ON item BEGIN {moved} END")
    stands = 'standing = (new."end" IS NULL)'
    op.execute(
        'CREATE TRIGGER text_replaced AFTER UPDATE OF "end" ON text '
        'WHEN (old."end" IS NULL) <> (new."end" IS NULL) BEGIN '
        f"UPDATE item SET {stands} WHERE text_seq = new.seq; "
        f"UPDATE uttered SET {stands} WHERE claim_seq IN (SELECT seq FROM claim WHERE text_seq = new.seq); END"
    )


def _claim_counted(of: str, sign: str) -> str:
    counted = {
        "claims": "1",
        "unnamed": f"{of}.unnamed",
        "own": f"{of}.how = 'own'",
        "relayed": f"{of}.how = 'relayed'",
    }
    sets = {name: f"{name} = {name} {sign} ({of}.standing AND {what})" for name, what in counted.items()}
    columns, command = "rowid, content, speaker, headline, marks", ""
    if sign == "-":
        columns, command = f"claim_words, {columns}", "'delete', "
    return (
        f"UPDATE source SET {sets['claims']}, {sets['relayed']} WHERE seq = {of}.source; "
        f"UPDATE outlet SET {', '.join(sets.values())} WHERE seq = {of}.outlet; "
        f"INSERT INTO claim_words ({columns}) SELECT {command}c.seq, c.content, c.speaker, c.headline, {_marks(of)} "
        f"FROM claim c WHERE c.seq = {of}.claim_seq;"
    )
