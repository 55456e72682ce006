"""What a child of test_kill.py does: adds and weighs pages for ever and says which ones are in the record."""

import sys
from multiprocessing.connection import Connection

from tests.make_pages import kept, said, story
from tests.make_weighed import account, found, pair, seat

from sayso.record import Capture, Reading, Weighed
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


def weighed(reading: Reading) -> Weighed:
    """An account with four seats, a pair and some words to find it by."""
    text_id, ids = reading.texts[0].id, [claim.id for claim in reading.claims]
    return found(
        account(text_id, keys=["gate", "dam"], passages=range(0, 40, 4), claims=ids),
        page_id=reading.page.id,
        pairs=[pair(ids[0], ids[1])],
        seats=[seat(one, ids[0], text_id) for one in ids],
        stories=[(text_id, text_id)],
    )


def add_for_ever(path: str, number: int, acknowledged: Connection) -> None:
    """Keeps and weighs page after page, from `number` on, and acknowledges each after its transactions."""
    store = SqlStore(path)
    while number < sys.maxsize:
        reading, capture = page(number)
        store.put(reading, capture)
        store.put_weighed(weighed(reading))
        acknowledged.send(number)
        number += 1
