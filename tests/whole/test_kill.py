"""kill -9 at any moment: what was acknowledged is there, once and whole."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from sayso.record import Filter
from sayso.store.sql import SqlStore

KILLS = 24
ROOT = Path(__file__).parents[2]

# Adds pages from a number on, and says each number when its page is in the record.
ADDER = """
import sys
from sayso.store.sql import SqlStore
from tests.make_pages import kept, said, story

def page(number):
    words = [f"Gate {gate} of dam {number} was opened" for gate in range(4)]
    body = [f"{line}, Ana Reth said at noon." for line in words]
    return kept(story(f"Dam {number}", *body, says=[said(line, "Ana Reth") for line in words]),
                url=f"https://vesna.example/{number % 40}", captured=f"2031-03-04T12:00:{number % 60:02}+00:00")

store = SqlStore(sys.argv[1])
number = int(sys.argv[2])
while True:
    store.put(*page(number))
    print(number, flush=True)
    number += 1
"""


def killed_run(path: Path, start: int, chance: random.Random) -> list[int]:
    """What a run acknowledged before it was killed, at a random moment after its first page."""
    command = [sys.executable, "-c", ADDER, str(path), str(start)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        acknowledged = [int(child.stdout.readline())]
        time.sleep(chance.uniform(0, 0.25))
        child.send_signal(signal.SIGKILL)
        acknowledged += [int(line) for line in child.stdout.read().splitlines() if line]
    assert child.returncode == -signal.SIGKILL
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
    assert len(pages) - len(acknowledged) <= KILLS  # at most the page on its way when each run was killed
