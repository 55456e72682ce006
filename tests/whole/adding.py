"""What a child of test_kill.py does: adds pages for ever and says which ones are in the record."""

import sys
from multiprocessing.connection import Connection

from tests.make_pages import kept, said, story

from sayso.record import Capture, Reading
from sayso.store.sql import SqlStore


def page(number: int) -> tuple[Reading, Capture]:
    """A page of four claims; every fortieth has the same address, so that there are edits too."""
    words = [f"Gate {gate} of dam {number} was opened" for gate in range(4)]
    dam = story(
        f"Dam {number}",
        *(f"{line}, Ana Reth said at noon." for line in words),
        says=[said(line, "Ana Reth") for line in words],
    )
    captured = f"2031-03-04T{number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02}+00:00"
    return kept(dam, url=f"https://vesna.example/{number % 40}", captured=captured)


def add_for_ever(path: str, number: int, acknowledged: Connection) -> None:
    """Keeps page after page, from `number` on, and acknowledges each after its transaction."""
    store = SqlStore(path)
    while number < sys.maxsize:
        store.put(*page(number))
        acknowledged.send(number)
        number += 1
