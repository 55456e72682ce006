"""What `sayso doctor` asks of the installation and of the record; answers are values."""

import os
import platform
import re
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from sayso.errors import SaysoError
from sayso.plugs import Store

TIGHT, LOW = 100_000_000, 1_000_000_000  # bytes free: below the first a record cannot be trusted to grow


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at: `good` is null for a warning; `what` says what was found and, unless good, what to do."""

    name: str
    good: bool | None
    what: str


def examine() -> Iterator[Finding]:
    """Findings about the installation: versions, libraries, the model and the readers."""
    yield Finding(name="sayso", good=True, what=version("sayso"))
    new = sys.version_info >= (3, 11)
    advice = "" if new else ": sayso needs 3.11 or later"
    yield Finding(name="python", good=new, what=platform.python_version() + advice)
    yield _libraries()
    yield _sqlite()
    yield _model()
    yield _gazetteer()
    yield _readers()


def examine_store(store: Store, url: str) -> Iterator[Finding]:
    """Findings about an open record: whether it is whole and weighed, may be written, and has room to grow."""
    faults = list(store.faults())
    yield Finding(name="record", good=not faults, what=f"{url} is whole" if not faults else f"{url} opens")
    for fault in faults[:10]:
        yield Finding(name="record", good=False, what=f"{fault}: restore the record from a copy")
    if not faults:
        yield from _weighing(store)
        yield from _lists(store)
    if path := file_of(url):
        yield from _place(path)


def _weighing(store: Store) -> Iterator[Finding]:
    """Whether every page is weighed, and nothing else."""
    from sayso.weigh import VERSION

    left = sum(1 for _ in store.unweighed(VERSION))
    what = f"pages not weighed yet: {left}, `sayso weigh` weighs them" if left else "every page is weighed"
    yield Finding(name="weighing", good=None if left else True, what=what)
    if strays := store.strays():
        what = f"weighed, but of no page: {strays} items and claims, `sayso weigh --anew` drops them"
        yield Finding(name="weighing", good=False, what=what)


def _lists(store: Store) -> Iterator[Finding]:
    """Whether what the desk lists agrees with the record, and what people kept with its claims."""
    wrong = list(store.misfiled())
    yield Finding(
        name="lists",
        good=not wrong,
        what=f"{'; '.join(wrong)}: `sayso doctor --mend` makes them anew" if wrong else "lists agree with the record",
    )
    for what in store.dangling():
        yield Finding(name="kept", good=None, what=f"{what}: look at them at the desk")


def examine_missing(url: str) -> Iterator[Finding]:
    """Findings about the place of a record that is not there yet; nothing where the URL names no file, or one that is
    there."""
    path = file_of(url)
    if path and not path.exists():
        yield Finding(name="record", good=None, what=f"there is none at {path} yet: `sayso add PATH` starts one")
        yield from _place(path)


def file_of(url: str) -> Path | None:
    """The file a record's URL names, null where it names none."""
    from sayso.store.sqlite import path_of

    try:
        return path_of(url) if url.startswith("sqlite") or ":" not in url else None
    except SaysoError:
        return None


def _libraries() -> Finding:
    """Every library that sayso needs, with its version."""
    found, lacking = [], []
    for need in requires("sayso") or ():
        if "extra ==" in need or not (name := re.match(r"[\w.-]+", need)):
            continue
        try:
            found.append(f"{name[0]} {version(name[0])}")
        except PackageNotFoundError:
            lacking.append(name[0])
    advice = f"missing {', '.join(lacking)}: install sayso again; " if lacking else ""
    return Finding(name="libraries", good=not lacking, what=advice + ", ".join(found))


def _sqlite() -> Finding:
    with sqlite3.connect(":memory:") as database:
        options = {row[0] for row in database.execute("PRAGMA compile_options")}
    database.close()
    searches = "ENABLE_FTS5" in options
    advice = "" if searches else ": built without FTS5, which the record needs; use another build of Python"
    return Finding(name="sqlite", good=searches, what=sqlite3.sqlite_version + advice)


def _model() -> Finding:
    """Whether the encoder's files are there, unharmed, and load."""
    try:
        from sayso.read.attribute.model import FOLDER, Encoder

        Encoder()
    except (SaysoError, ImportError) as err:
        return Finding(name="model", good=False, what=f"{err}: install sayso again")
    size = sum(file.stat().st_size for file in FOLDER.iterdir() if file.is_file())
    return Finding(name="model", good=True, what=f"loads, {size / 1e6:.0f} MB in {FOLDER}")


def _gazetteer() -> Finding:
    """Whether the gazetteer is there and opens; reading does without one."""
    from sayso.read.places.gazetteer import PATH, gazetteer

    try:
        book = gazetteer()
    except SaysoError as err:
        return Finding(name="gazetteer", good=False, what=f"{err}: `make places`, or install sayso again")
    if book is None:
        what = f"no {PATH}: places are not read; `make places` compiles it, a wheel of sayso has it"
        return Finding(name="gazetteer", good=None, what=what)
    return Finding(name="gazetteer", good=True, what=f"{len(book)} places; {book.about['credit'].split(',')[0]}")


def _readers() -> Finding:
    try:
        from sayso.read import default_line

        return Finding(name="readers", good=True, what=", ".join(default_line().made_by))
    except (SaysoError, ImportError) as err:
        return Finding(name="readers", good=False, what=f"{err}: install sayso again")


def _place(path: Path) -> Iterator[Finding]:
    """Whether a record at the path can be written, and how much room it has."""
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    written = path if path.exists() else folder
    if not os.access(written, os.W_OK) or not os.access(folder, os.W_OK):
        yield Finding(name="writing", good=False, what=f"{written} may not be written: change its permissions")
    else:
        yield Finding(name="writing", good=True, what=f"{folder} may be written")
    free = shutil.disk_usage(folder).free
    good = False if free < TIGHT else None if free < LOW else True
    advice = "" if good else ": free some"
    yield Finding(name="disk", good=good, what=f"{free / 1e9:.1f} GB free at {folder}{advice}")
