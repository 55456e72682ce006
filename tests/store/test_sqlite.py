"""What a record in a SQLite file promises beyond the contract: one writer, honest errors, tables kept up to date."""

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, event
from tests.make_pages import kept, said, story
from tests.make_weighed import BY, account, found, seat

import sayso.store
from sayso.errors import Busy, StoreError
from sayso.record import Brief, Filter, Line, Search, Shown
from sayso.store import schema, sqlite
from sayso.store.sql import SqlStore
from sayso.store.sqlite import APPLICATION
from sayso.store.tables import metadata

PAGE = kept(story("Gates opened", "It rose, Ana Reth said.", says=[said("It rose", "Ana Reth")]))
OTHER = kept(
    story("Flood", "It fell, Ana Reth said.", says=[said("It fell", "Ana Reth")]), url="https://orlo.example/1"
)


THIRD = kept(story("Ebb", "It fell."), url="https://orlo.example/3")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.sqlite"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits two seconds for a lock in a test."""
    monkeypatch.setattr(sqlite, "WAIT", 0.05)


def filled(path: Path) -> None:
    store = SqlStore(str(path))
    store.put(*PAGE)
    store.close()


def query(path: Path, words: str) -> object:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(words).fetchone()[0]
    finally:
        connection.close()


def query_all(path: Path, words: str) -> list[object]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(words).fetchall()
    finally:
        connection.close()


# ── the file ────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_kept_is_there_when_opened_again(path: Path) -> None:
    """By a path or by an SQLAlchemy URL."""
    filled(path)
    store = SqlStore(f"sqlite:///{path}", create=False)
    assert store.reading(PAGE[0].page.id) == PAGE[0]
    store.close()


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    """A first `sayso add` needs no preparation."""
    filled(tmp_path / "a b" / "c#?%" / "record.sqlite")
    assert (tmp_path / "a b" / "c#?%" / "record.sqlite").is_file()


def test_a_closed_record_is_one_file(path: Path) -> None:
    """What was written stands in the file itself, so that it can be copied."""
    filled(path)
    assert sorted(entry.name for entry in path.parent.iterdir()) == ["record.sqlite", "record.sqlite-lock"]


def test_the_file_is_careful(path: Path) -> None:
    """Write-ahead log, every commit on disk, foreign keys, STRICT tables, sayso's mark."""
    store = SqlStore(str(path))
    with store._database.writing() as to:
        pragmas = {name: to.exec_driver_sql(f"PRAGMA {name}").scalar()
                   for name in ("journal_mode", "synchronous", "foreign_keys", "application_id")}  # fmt: skip
        tables = to.exec_driver_sql("PRAGMA table_list").mappings().all()
    store.close()
    assert pragmas == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "application_id": sqlite.APPLICATION,
    }  # fmt: skip
    ours = [table for table in tables if table["name"] in metadata.tables]
    assert {table["name"]: table["strict"] for table in ours} == dict.fromkeys(metadata.tables, 1)


def test_the_same_bytes_are_stored_once(path: Path) -> None:
    """A copy at another address costs no second body."""
    store = SqlStore(str(path))
    for url in ("https://vesna.example/1", "https://orlo.example/1"):
        store.put(*kept(story("Flood", "It fell."), url=url))
    store.close()
    assert (query(path, "SELECT count(*) FROM page"), query(path, "SELECT count(*) FROM body")) == (2, 1)


def test_bodies_are_not_kept_unless_wanted(path: Path) -> None:
    """keep_bodies false saves their room."""
    store = SqlStore(str(path), keep_bodies=False)
    store.put(*PAGE)
    store.close()
    assert query(path, "SELECT count(*) FROM body") == 0


# ── one writer ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_second_writer_is_told_who_writes(path: Path) -> None:
    """Two writers at once may damage the file on SQLite before 3.51.3."""
    first, second = SqlStore(str(path)), SqlStore(str(path))
    first.put(*PAGE)
    with pytest.raises(StoreError, match=f"another sayso \\(process {os.getpid()}\\) is writing"):
        second.put(*OTHER)
    first.close()
    assert second.put(*OTHER) is True
    second.close()


def test_a_writer_that_rests_lets_another_write(path: Path) -> None:
    """A desk that wrote once does not hold out `sayso add` for ever; each takes the lock again when it writes."""
    first, second = SqlStore(str(path)), SqlStore(str(path))
    first.put(*PAGE)
    first.rest()
    tide = first.tide()
    assert second.put(*OTHER) is True
    assert (first.tide() != tide, first.tide() == second.tide(), len(list(first.pages()))) == (True, True, 2)
    with pytest.raises(Busy):
        first.put(*THIRD)
    second.rest()
    assert first.put(*THIRD) is True
    for store in (first, second):
        store.close()
    tides = [store.tide() for store in (first, SqlStore(str(path)))]
    assert tides[0] == tides[1]


def test_threads_write_one_after_another(path: Path) -> None:
    """One connection writes at a time, and no thread is turned away."""
    store = SqlStore(str(path))
    pages = [kept(story(None, f"It rained {n} days."), url=f"https://orlo.example/{n}") for n in range(12)]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda page: (store.put(*page), store.rest())[0], pages)) == [True] * 12
    store.close()


def test_readers_see_what_is_kept_while_another_writes(path: Path) -> None:
    """Reading needs no lock, and a list begun is finished as it was begun."""
    writer, reader = SqlStore(str(path)), SqlStore(str(path), create=False)
    writer.put(*PAGE)
    pages = reader.pages()
    first = next(pages)
    writer.put(*OTHER)
    assert (first, list(pages)) == (PAGE[0].page, [])
    assert len(list(reader.pages())) == 2
    for store in (reader, writer):
        store.close()


def test_a_reader_cannot_write(path: Path) -> None:
    """The reading connections are read-only, whatever is asked of them."""
    filled(path)
    store = SqlStore(str(path))
    with pytest.raises(StoreError), store._database.reading() as at:
        at.exec_driver_sql("DELETE FROM page")
    assert len(list(store.pages())) == 1
    store.close()


def test_the_lock_ends_with_its_process(path: Path) -> None:
    """A program that died holds nothing up."""
    program = f"""
import os
from sayso.store.sql import SqlStore
from sayso.store.sqlite import APPLICATION
from sayso.record import Missed
store = SqlStore({str(path)!r})
store.put_missed(Missed(what="a", why="b"))
os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 9
    store = SqlStore(str(path))
    assert [store.put(*PAGE), [missed.what for missed in store.missed()]] == [True, ["a"]]
    store.close()


def test_a_list_left_half_read_does_not_hold_the_record(path: Path) -> None:
    """Whoever stops asking gives the connection back."""
    store = SqlStore(str(path))
    store.put(*PAGE)
    for _ in range(300):
        next(store.claims(Filter()))
    store.put(*OTHER)
    store.close()


# ── what is no record ───────────────────────────────────────────────────────────────────────────────────────


def test_a_record_that_is_not_there_is_not_made_for_reading(path: Path) -> None:
    """A mistyped path must not look like an empty record."""
    with pytest.raises(StoreError, match="there is no record at .*record.sqlite yet"):
        SqlStore(str(path), create=False)
    assert not path.exists()


def test_a_text_file_is_no_record(path: Path) -> None:
    """The message names the file; nothing in it is changed."""
    path.write_text("Dear diary,\n" * 100)
    with pytest.raises(StoreError, match="not a record of sayso"):
        SqlStore(str(path))
    assert path.read_text() == "Dear diary,\n" * 100


def test_another_program_s_database_is_no_record(path: Path) -> None:
    """It is refused before a byte of it is changed."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a record of sayso"):
        SqlStore(str(path))
    assert path.read_bytes() == before


def test_a_damaged_file_says_so(path: Path) -> None:
    """The header is fine, the pages behind it are not."""
    filled(path)
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(StoreError, match="damaged"):
        list(SqlStore(str(path)).pages())


def test_a_damaged_row_says_so(path: Path) -> None:
    """What cannot be unpacked or understood is an error, never a page that looks right."""
    filled(path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE page SET text = x'00ff'")
    connection.commit()
    connection.close()
    store = SqlStore(str(path))
    with pytest.raises(StoreError, match="damaged"):
        list(store.pages())
    store.close()


def test_a_whole_file_has_no_faults_and_a_torn_one_names_them(path: Path) -> None:
    """What `sayso doctor` asks."""
    filled(path)
    store = SqlStore(str(path))
    assert list(store.faults()) == []
    store.close()
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM page")  # foreign keys are off in this hand
    connection.commit()
    connection.close()
    store = SqlStore(str(path))
    assert set(store.faults()) == {
        f"a row of {table} belongs to nothing" for table in ("weighed", "page_key", "text", "claim", "shelved")
    }
    store.close()


def test_a_folder_where_nothing_may_be_written_says_so(tmp_path: Path) -> None:
    """A file stands where a folder is needed, whoever runs the test."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="file"):
        SqlStore(str(tmp_path / "file" / "record.sqlite"))


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "sqlite:///", ""])
def test_a_url_without_a_file_is_refused(url: str) -> None:
    """A record in memory has a name of its own."""
    with pytest.raises(StoreError, match="memory:"):
        SqlStore(url)


# ── tables ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_migrations_make_the_tables_that_the_code_knows(path: Path) -> None:
    """No table, column, index or key differs."""
    store = SqlStore(str(path))

    def ours(thing: object, name: str | None, kind: str, *_: object) -> bool:
        return not (kind == "table" and "_words" in str(name))

    with store._database.reading() as at:
        differences = compare_metadata(MigrationContext.configure(at, opts={"include_object": ours}), metadata)
    store.close()
    assert differences == []


def test_the_head_is_the_newest_migration() -> None:
    """schema.HEAD saves loading Alembic at every opening; it must not fall behind."""
    folder = Path(sayso.store.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_heads() == [schema.HEAD]


def test_a_record_of_a_later_sayso_is_left_alone(path: Path) -> None:
    """What this version does not know it must not write."""
    filled(path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match="later sayso .*upgrade sayso"):
        SqlStore(str(path))


def test_an_unfinished_making_is_finished(path: Path) -> None:
    """A program killed before its first commit leaves an empty database, which the next one fills."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA user_version=0")
    connection.close()
    filled(path)
    assert query(path, "SELECT count(*) FROM page") == 1


def test_opening_a_current_record_does_not_load_alembic(path: Path) -> None:
    """It costs a quarter of a second, which every `sayso claims` would pay."""
    filled(path)
    program = (
        f"import sys; from sayso.store.sql import SqlStore; "
        f"s = SqlStore({str(path)!r}); list(s.pages()); s.close(); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_full_text_index_agrees_with_the_claims(path: Path) -> None:
    """After pages are read again the index holds neither too much nor too little."""
    store = SqlStore(str(path))
    reading, capture = PAGE
    store.put(reading, capture)
    for version in "234":
        store.put(
            type(reading)(page=reading.page, texts=reading.texts, claims=reading.claims, made_by=(version,)), capture
        )
    with store._database.writing() as to:
        to.exec_driver_sql("INSERT INTO claim_words(claim_words, rank) VALUES ('integrity-check', 1)")
    store.close()
    counts = [query(path, f"SELECT count(*) FROM {name}") for name in ("claim", "uttered", "claim_words_docsize")]
    assert (counts, query(path, "SELECT sum(claims) FROM source")) == ([1, 1, 1], 1)


@pytest.mark.parametrize(
    ("harm", "expected"),
    [
        ("DELETE FROM shelved", {"pages in no list: 2", "outlets"}),
        ("DELETE FROM uttered", {"claims in no list: 2", "full text holds 0 of 2 claims"}),
        ("UPDATE source SET claims = 7", {"sources miscounted: 1"}),
        ("UPDATE item SET standing = 0", {"story items listed as standing that do not, or the other way round: 2"}),
        ("INSERT INTO filed VALUES (7, '', 'gone')", {"entries of no story item: 1"}),
        ("DELETE FROM item", {"story items in no list: 2"}),
    ],
    ids=str,
)
def test_lists_that_do_not_agree_with_the_record_are_mended(path: Path, harm: str, expected: set[str]) -> None:
    """The doctor says what is wrong; made anew they are as they were."""
    store = SqlStore(str(path))
    for page in (PAGE, OTHER):
        store.put(*page)
    tables = ("item", "filed", "uttered", "source", "outlet", "shelved")
    assert list(store.misfiled()) == []
    with store._database.writing() as to:
        before = [to.exec_driver_sql(f"SELECT * FROM {name}").all() for name in tables]
        to.exec_driver_sql(harm)
    assert expected & set(store.misfiled()) == expected - {"outlets"}
    assert store.reshelve() == 2
    assert list(store.misfiled()) == []
    with store._database.reading() as at:
        assert [at.exec_driver_sql(f"SELECT * FROM {name}").all() for name in tables] == before
    assert [len(list(store.search("ana", Filter()))), store.find_items(Search(words="ana")).count] == [2, 2]
    store.close()


# ── the weighing ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_weighing_that_fails_half_way_leaves_nothing(path: Path) -> None:
    """One transaction: not even the mark that the page was weighed."""
    store = SqlStore(str(path))
    store.put(*PAGE)
    torn = found(account("t1", keys=["gate"]), page_id=PAGE[0].page.id, seats=[seat("c1", None)])  # type: ignore[arg-type]
    with pytest.raises(StoreError):
        store.put_weighed(torn)
    assert (list(store.accounts(["t1"])), list(store.unweighed(BY))) == ([], [PAGE[0].page.id])
    store.close()


def of_version(path: Path, version: str) -> Path:
    """The record as a sayso of an older version would have kept it."""
    old = path.with_name(f"{version}.sqlite")
    engine = create_engine(f"sqlite:///{old}")
    with engine.begin() as to:
        schema.upgrade(to, version)
        to.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
    with engine.connect() as to:
        to.exec_driver_sql(f"ATTACH '{path}' AS newer")
        known = to.exec_driver_sql("SELECT name FROM main.sqlite_master WHERE type = 'table'").scalars().all()
        for name in known:
            if name not in ("alembic_version", "sqlite_sequence") and "_words" not in name:
                told = to.exec_driver_sql(f'PRAGMA main.table_info("{name}")').all()
                columns = ", ".join(f'"{column.name}"' for column in told)
                to.exec_driver_sql(f'INSERT INTO main."{name}" ({columns}) SELECT {columns} FROM newer."{name}"')
        to.commit()
    engine.dispose()
    return old


def test_a_record_of_before_the_weighing_has_all_to_weigh(path: Path) -> None:
    """Its pages stand in the order they were kept, and can be weighed."""
    store = SqlStore(str(path))
    for page in (OTHER, PAGE):
        store.put(*page)
    pages = [page.id for page in store.pages()]
    store.close()
    store = SqlStore(str(of_version(path, "0001")))
    assert list(store.unweighed(BY)) == pages
    store.put_weighed(found(page_id=pages[0]))
    assert list(store.unweighed(BY)) == pages[1:]
    store.close()


def test_a_record_of_before_the_desk_is_shelved_when_it_is_opened(path: Path) -> None:
    """Its counts and lists are those of a record made now."""
    store = SqlStore(str(path))
    for page in (OTHER, PAGE):
        store.put(*page)
    store.close()
    old = of_version(path, "0002")
    SqlStore(str(old)).close()
    for asked in ("item", "filed", "uttered", "source", "outlet", "shelved"):
        assert query_all(old, f"SELECT * FROM {asked}") == query_all(path, f"SELECT * FROM {asked}")


def test_a_damaged_account_says_so(path: Path) -> None:
    """And how it is made again."""
    store = SqlStore(str(path))
    store.put_weighed(found(account("t1"), account("t2")))
    with store._database.writing() as to:
        to.exec_driver_sql("UPDATE account SET account = x'00ff' WHERE text_id = 't1'")
        to.exec_driver_sql("UPDATE account SET passages = x'00ff' WHERE text_id = 't2'")
    for text_id in ("t1", "t2"):
        with pytest.raises(StoreError, match="damaged"):
            list(store.accounts([text_id]))
    store.close()


def test_the_feed_is_one_question_that_sorts_nothing(path: Path) -> None:
    """Items and briefs are walked by their own indexes and merged on the way: a page of it costs what it shows."""
    store = SqlStore(str(path))
    asked: list[tuple[str, object]] = []
    event.listen(store._database._reader, "before_cursor_execute", lambda *told: asked.append((told[2], told[3])))
    list(store.posts(Shown(before=("2031", "x"), since="2030", limit=3)))
    questions = [one for one in asked if one[0].startswith("SELECT")]
    with store._database.reading() as at:
        plan = [row[3] for words, told in questions for row in at.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}", told)]
    assert (len(questions), [one for one in plan if "SCAN" in one or "TEMP" in one]) == (1, [])
    assert any("brief_out" in one for one in plan)
    store.close()


def test_briefs_of_an_older_record_are_in_the_feed(path: Path) -> None:
    """Those that are out, at the moment they came out."""
    store = SqlStore(str(path))
    line = Line(text="It rose.", claim_ids=("c1",))
    for number, told in enumerate(({}, {"state": "published", "published": "2031-03-05T09:00:00+01:00"})):
        store.put_brief(
            Brief(id=f"b{number}", story_id="s", at="2031-03-06", headline="It rose", lines=(line,), **told)  # type: ignore[arg-type]
        )
    store.close()
    old = SqlStore(str(of_version(path, "0004")))
    assert [(one.id, one.out) for one in old.posts(Shown(), ours=True) if isinstance(one, Brief)] == [
        ("b1", "2031-03-05T08:00:00")
    ]
    old.close()


def test_the_weighing_asks_indexes_alone(path: Path) -> None:
    """No question of the weighing reads a table from end to end, so that its cost does not grow with the record."""
    store = SqlStore(str(path))
    asked: list[tuple[str, object]] = []
    event.listen(store._database._reader, "before_cursor_execute", lambda *told: asked.append((told[2], told[3])))
    store.near(["gate"], "2031", 3), store.sharing([4], 3), store.vectors(["c"]), store.newest()
    for verb in (store.accounts, store.pairs, store.seats, store.seated, store.copies, store.stories, store.told):
        list(verb(["one", "two"]))
    list(store.stood(["c"])), list(store.sayings(["c"])), list(store.unweighed(BY)), list(store.edits("2031"))
    with store._database.reading() as at:
        plans = [(row[3], words) for words, told in list(asked) if words.startswith(("SELECT", "WITH"))
                 for row in at.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}", told)]  # fmt: skip
    store.close()
    scans = {plan for plan, _ in plans if plan.startswith("SCAN") and plan.split()[1] in metadata.tables}
    assert (len(plans) > 20, scans) == (True, set())
