"""kill -9 at any moment: what was acknowledged is there, once and whole."""

import multiprocessing
import random
import signal
import sqlite3
import time
from collections import Counter
from pathlib import Path

from tests.make_weighed import BY
from tests.whole.adding import add_for_ever

from sayso.record import Filter
from sayso.store.sql import SqlStore

KILLS = 24
START = multiprocessing.get_context("forkserver")  # children that need not import everything anew
START.set_forkserver_preload(["tests.whole.adding"])


def killed_run(path: Path, start: int, chance: random.Random) -> list[int]:
    """What a run acknowledged before it was killed, at a random moment after its first page."""
    heard, said = START.Pipe(duplex=False)
    child = START.Process(target=add_for_ever, args=(str(path), start, said), daemon=True)
    child.start()
    said.close()
    acknowledged = [heard.recv()]
    time.sleep(chance.uniform(0, 0.3))
    child.kill()
    try:
        while True:
            acknowledged.append(heard.recv())
    except EOFError:
        heard.close()
    child.join()
    assert child.exitcode == -signal.SIGKILL
    child.close()
    return acknowledged


def integrity(path: Path) -> list[str]:
    """What SQLite finds wrong, in the file and in its index of words."""
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO claim_words(claim_words, rank) VALUES ('integrity-check', 1)")
    found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    found += [str(row) for row in connection.execute("PRAGMA foreign_key_check")]
    connection.close()
    return found


def headlines(path: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each page is in the record, and how many claims each has."""
    store = SqlStore(str(path), create=False)
    pages = Counter(page.text.splitlines()[0] for page in store.pages())
    claims = Counter(text.headline or "" for _, _, text in store.claims(Filter(replaced=True)))
    for page in store.pages():
        reading = store.reading(page.id)
        assert all(claim.span.of(page.text) == claim.content for claim in reading.claims)
        assert store.capture(page.id).body_hash == page.body_hash
    store.close()
    return pages, claims


def half_weighed(path: Path) -> list[str]:
    """Pages that are marked as weighed and lack some of it, or the other way round."""
    store = SqlStore(str(path), create=False)
    readings = [store.reading(page.id) for page in store.pages()]
    waiting = set(store.unweighed(BY))
    torn = []
    for reading in readings:
        text_id, ids = reading.texts[0].id, [claim.id for claim in reading.claims]
        found = [list(store.accounts([text_id])), list(store.pairs(ids)), list(store.stories([text_id]))]
        whole = [len(one) for one in found] == [1, 1, 1] and len(list(store.seats(ids))) == 4
        if whole == (reading.page.id in waiting) or (not whole and any(found)):
            torn.append(reading.page.id)
    everywhere = store.near(["gate"], "", len(readings)), store.sharing([4], len(readings))
    assert [len(one) for one in everywhere] == [len(readings) - len(waiting)] * 2
    store.close()
    return torn


def test_nothing_acknowledged_is_lost_doubled_or_torn(tmp_path: Path) -> None:
    """24 runs are killed while they write; each later one begins with the last page again, as a resumed run does."""
    path, chance = tmp_path / "record.sqlite", random.Random(7)
    acknowledged: set[int] = set()
    for _ in range(KILLS):
        start = max(acknowledged, default=0)
        acknowledged |= set(killed_run(path, start, chance))
        assert integrity(path) == ["ok"]
    pages, claims = headlines(path)
    assert {f"Dam {number}" for number in acknowledged} <= set(pages)
    assert set(pages.values()) == {1}
    assert claims == Counter(dict.fromkeys(pages, 4))
    assert half_weighed(path) == []
    assert len(pages) - len(acknowledged) <= KILLS  # at most the page on its way when each run was killed
