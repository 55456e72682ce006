"""What `sayso doctor` asks of the installation and of the record; answers are values."""

import platform
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version

from sayso.plugs import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at: `good` is null where there is nothing to judge; `what` is what was found, and what to do."""

    name: str
    good: bool | None
    what: str


def examine() -> Iterator[Finding]:
    """Findings about the installation."""
    yield Finding(name="sayso", good=None, what=version("sayso"))
    yield Finding(name="python", good=None, what=platform.python_version())
    yield Finding(name="sqlite", good=None, what=sqlite3.sqlite_version)


def examine_store(store: Store, url: str) -> Iterator[Finding]:
    """Findings about the record."""
    yield Finding(name="record", good=True, what=url)
