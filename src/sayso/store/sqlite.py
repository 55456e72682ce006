"""All that only SQLite does: one file, one writer, readers beside it, full text by FTS5.

SQLite before 3.51.3 can damage a WAL file that two connections write or checkpoint at once, so exactly one connection
writes: a lock on a file beside the record, held from the first write until `rest` or the end, and given back by the
system when a process dies; threads of one process write one after another. Readers open the file read-only.
synchronous=FULL: what was acknowledged survives a loss of power.
"""

import fcntl
import os
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn
from urllib.parse import quote

from sqlalchemy import Column, Connection, Engine, Float, Integer, Subquery, bindparam, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import QueuePool

from sayso.errors import Busy, StoreError
from sayso.store import schema
from sayso.store.shelve import shelve_all

APPLICATION = 0x53617973  # "Says", in the header of every record
WAIT = 2.0  # seconds to wait for another writer that is about to end


class Sqlite:
    """A record in a SQLite file: an engine to read with, one to write with, and how to search."""

    def __init__(self, url: str, *, create: bool = True) -> None:
        self.path = path_of(url)
        self._lock: int | None = None
        self._one = threading.RLock()  # held by the thread that writes
        self._writer: Engine | None = None
        self._rested = False
        self._reader = self._engine("mode=ro", "query_only=ON", begin="BEGIN")
        try:
            self._open(create)
        except BaseException:
            self.close()
            raise

    def _open(self, create: bool) -> None:
        """Makes sure that the file is a record with the tables of this version."""
        empty = not self.path.exists() or not self.path.stat().st_size
        if empty and not create:
            raise StoreError(f"there is no record at {self.path} yet: `sayso add PATH` starts one")
        if not empty and self._is_current():
            return
        with told(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.writer().begin() as connection:
                schema.upgrade(connection)
                shelve_all(connection)
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
        self.rest()

    def _is_current(self) -> bool:
        """False where the tables are of an older sayso; raises StoreError where the file is something else."""
        with self.reading() as connection:
            mark = connection.exec_driver_sql("PRAGMA application_id").scalar()
            tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
            if mark != APPLICATION and tables:
                raise StoreError(f"{self.path} is a SQLite database, but not a record of sayso: choose another path")
            return not schema.judge(schema.version(connection), str(self.path))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the record from beginning to end."""
        with told(self.path), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one writing connection, in a transaction that is kept as a whole or not at all; moves the tide."""
        with self._one, told(self.path), self.writer().begin() as connection:
            before = _changes(connection)
            yield connection
            if _changes(connection) != before:
                connection.exec_driver_sql("UPDATE tide SET moved = moved + 1")

    def tide(self) -> str:
        """A word that is another after every transaction that changed something, in whatever process."""
        with self.reading() as connection:
            mark, moved = connection.exec_driver_sql("SELECT mark, moved FROM tide").one()
        return f"{mark}-{moved}"

    def writer(self) -> Engine:
        """The engine that writes; raises StoreError while another sayso holds the lock."""
        if self._writer is None:
            self._lock = _locked(self.path)
            pragmas = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000")
            self._writer = self._engine("mode=rwc", *pragmas, begin="BEGIN IMMEDIATE")
        return self._writer

    def rest(self) -> None:
        """Lets go of the writer and its lock, once the thread that writes has ended; writing again takes them again."""
        with self._one:
            if self._writer is not None:
                with suppress(DBAPIError), self._writer.connect() as connection:  # what readers need stays in the WAL
                    connection.connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")
                self._writer.dispose()
                self._writer = None
                self._rested = True
            if self._lock is not None:
                os.close(self._lock)
                self._lock = None

    def close(self) -> None:
        """Closes the readers, then the writer, which folds the WAL into the file, then lets go of the lock."""
        self._reader.dispose()
        if self._rested and self._writer is None:  # readers were open when it rested: they kept the WAL
            self._rested = False
            with suppress(StoreError), told(self.path), self.writer().connect() as connection:
                connection.exec_driver_sql("PRAGMA user_version")
        self.rest()

    def matching(self, wanted: Sequence[str], column: str | None = None) -> Subquery:
        """(seq, rank) of claims that hold all the folded words, in `column` or anywhere; the lowest rank fits best."""
        words = " AND ".join(f'"{word}"' for word in wanted)  # folded words hold letters and digits alone
        asked = f"{{{column}}} : ({words})" if column else words
        found = text("SELECT rowid AS seq, rank FROM claim_words WHERE claim_words MATCH :asked")
        found = found.bindparams(bindparam("asked", asked, unique=True))  # a query may ask twice
        return found.columns(Column("seq", Integer), Column("rank", Float)).subquery()

    def faults(self) -> Iterator[str]:
        """What is wrong inside the file; nothing where it is whole."""
        with self.reading() as connection:
            yield from (row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok")
            for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
                yield f"a row of {row[0]} belongs to nothing"

    def _engine(self, mode: str, *pragmas: str, begin: str) -> Engine:
        where = f"file:{quote(str(self.path))}?{mode}"

        def connect() -> sqlite3.Connection:
            connection = sqlite3.connect(where, uri=True, isolation_level=None, check_same_thread=False)
            for pragma in pragmas:
                connection.execute(f"PRAGMA {pragma}")
            return connection

        engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=2, max_overflow=100)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
        return engine


class Held(Sqlite):
    """A record as one connection sees it, of one moment however long that is; nothing is written through it."""

    def __init__(self, path: Path, at: Connection) -> None:
        self.path = path
        self._at = at
        at.exec_driver_sql("SELECT moved FROM tide").all()  # from the first read on it sees one state

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The connection."""
        with told(self.path):
            yield self._at

    def writing(self) -> NoReturn:
        """Raises StoreError."""
        raise StoreError("a record that is held still is only read")

    def rest(self) -> None:
        """Nothing to give back."""

    def close(self) -> None:
        """Nothing to let go of: who holds it does."""


def _changes(connection: Connection) -> int:
    """How many rows the connection has changed since it was opened."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw.total_changes


def path_of(url: str) -> Path:
    """The file that an SQLAlchemy URL or a bare path names; raises StoreError where it names none."""
    try:
        found = make_url(url) if "://" in url else URL.create("sqlite", database=str(Path(url).expanduser()))
    except (ArgumentError, ValueError) as err:
        raise StoreError(f"{url!r} is no address of a record: sqlite:///PATH is one") from err
    if not url or not found.database or found.database == ":memory:":
        raise StoreError(f"{url!r} names no file: use sqlite:///PATH, or memory: for a record that is not kept")
    return Path(found.database)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns the database's errors into StoreErrors that say what to do."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError, UnicodeError) as err:
        cause = err.orig if isinstance(err, DBAPIError) else err
        low = str(cause).lower()
        raise (Busy if "locked" in low or "busy" in low else StoreError)(_advice(path, str(cause))) from err


def _advice(path: Path, cause: str) -> str:
    low = cause.lower()
    if "not a database" in low:
        return f"{path} is not a record of sayso: choose another path"
    if "malformed" in low or "corrupt" in low:
        return f"{path} is damaged ({cause}): restore it from a copy; `sayso doctor` says more"
    if "locked" in low or "busy" in low:
        return f"another program is writing to {path}: try again when it has ended"
    if "full" in low:
        return f"there is no room left to write to {path}: free some and repeat"
    if "readonly" in low or "unable to open" in low or "permission" in low:
        return f"{path} cannot be opened or written ({cause}): check the folder and its permissions"
    return f"{path}: {cause}"


def _locked(path: Path) -> int:
    """An open handle that holds the writer's lock; raises StoreError while another has it."""
    lock = path.with_name(f"{path.name}-lock")
    with told(lock):
        handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    until = time.monotonic() + WAIT
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except OSError as err:
            if time.monotonic() > until:
                who = os.pread(handle, 20, 0).decode("ascii", "replace").strip() or "unknown"
                os.close(handle)
                raise Busy(
                    f"another sayso (process {who}) is writing to {path}: repeat this when it has ended"
                ) from err
            time.sleep(0.05)
    os.ftruncate(handle, 0)
    os.pwrite(handle, str(os.getpid()).encode(), 0)
    return handle
