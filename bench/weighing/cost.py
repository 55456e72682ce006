"""Whether the cost of a page grows with the record: CPU of adding and weighing 200 pages to records of two sizes.

python bench/weighing/cost.py [--folder FOLDER] [--sizes 1000 100000] [--pages 200] [--json]

Fills a record for each size with invented pages (synthetic.py), their readings and what was weighed of them built
directly; a fill that was stopped goes on where it stopped. Then further pages are read by the reading line, added and
weighed as `sayso add` does, each part's CPU taken apart, in a process of its own, so that its peak memory counts alone.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections import defaultdict, deque
from collections.abc import Iterator
from hashlib import shake_256
from pathlib import Path
from statistics import mean, median
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))
from synthetic import Invented, invented
from tests.make_pages import kept, own, said, story

from sayso.read import default_line, read
from sayso.record import Account, Capture, Pair, Reading, Seat, Weighed
from sayso.store.enter import enter
from sayso.store.keep import keep
from sayso.store.sql import SqlStore
from sayso.weigh import VERSION, weigh
from sayso.weigh.account.accounts import accounts_of

HERE = Path(__file__).parent
BATCH = 250  # pages of one transaction of the fill
BAR = 1.5  # the most that a page may cost at the larger size, as a multiple of its cost at the smaller
WARM = 10  # pages before those that count: models are loaded, files are opened


class Filling:
    """What was weighed of pages built directly: a claim joins the point of its fact, with pairs to the latest five."""

    def __init__(self) -> None:
        self._latest: defaultdict[str, deque[str]] = defaultdict(lambda: deque(maxlen=5))
        self._leaders: dict[str, str] = {}
        self._stories: dict[str, str] = {}

    def weighed(self, page: Invented, reading: Reading) -> Weighed:
        """The weighing of a page that comes after all those before it."""
        accounts = accounts_of(reading)
        facts = {line.content: line.fact for line in page.lines}
        pairs: list[Pair] = []
        seats: list[Seat] = []
        for one in accounts[0].testimonies if accounts else ():
            fact = facts[one.content]
            leader = self._leaders.setdefault(fact, one.id)
            where = {"text_id": accounts[0].text_id, "at": accounts[0].at, "place": one.place}
            seats.append(Seat(claim_id=one.id, leader=leader, **where))
            if page.story:
                latest = self._latest[fact]
                pairs += [Pair(left=other, right=one.id, likeness=0.9, verdict="same") for other in latest]
                latest.append(one.id)
            else:
                del self._leaders[fact]
        return Weighed(
            page_id=reading.page.id,
            by=VERSION,
            accounts=accounts,
            vectors=tuple(_vectors(accounts)),
            pairs=tuple(pairs),
            seats=tuple(seats),
            stories=tuple((one.text_id, self._leads(page, one)) for one in accounts),
        )

    def _leads(self, page: Invented, account: Account) -> str:
        return self._stories.setdefault(page.story, account.text_id) if page.story else account.text_id


def _vectors(accounts: tuple[Account, ...]) -> Iterator[tuple[str, bytes]]:
    for account in accounts:
        for one in account.testimonies:
            yield one.id, shake_256(one.content.encode()).digest(384)


def built(page: Invented) -> tuple[Reading, Capture]:
    """A page with its reading, made by nobody's reading."""
    says = [said(line.content, line.by) if line.by else own(line.content) for line in page.lines]
    item = story(page.headline, *(line.sentence for line in page.lines), published=page.published, says=says)
    return kept(item, url=_url(page), outlet=page.outlet, captured=f"{page.published}:00+00:00", name="-")


def captured(page: Invented) -> Capture:
    """A page as it would come in, its time in its head."""
    day, clock = page.published.split("T")
    words = [page.headline, f"{day} {clock}", *(line.sentence for line in page.lines)]
    return Capture(
        name="-",
        body="\n\n".join(words).encode(),
        media_type="text/plain",
        url=_url(page),
        outlet=page.outlet,
        captured=f"{page.published}:30+00:00",
    )


def _url(page: Invented) -> str:
    return f"https://{page.outlet.split()[1].lower()}.example/{page.number}"


def fill(path: Path, size: int) -> None:
    """Brings a record to so many pages."""
    store = SqlStore(str(path))
    with store._database.reading() as at:
        done = at.exec_driver_sql("SELECT count(*) FROM page").scalar() or 0
    filling, start = Filling(), time.monotonic()
    for first in range(done, size, BATCH):
        with store._database.writing() as to:
            for number in range(first, min(first + BATCH, size)):
                page = invented(number)
                reading, capture = built(page)
                keep(to, reading, capture, bodies=False)
                enter(to, filling.weighed(page, reading))
        last = min(first + BATCH, size)
        pace = (last - done) / (time.monotonic() - start)
        print(f"\r{path.name}: {last} of {size} pages, {pace:.0f} a second ", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    store.close()


def measure(path: Path, count: int) -> dict[str, Any]:
    """CPU milliseconds of each part for a page, and the peak memory in MB, of pages that follow those of a record.

    A record measured twice has grown by the pages of the first time; the second takes others.
    """
    store, line = SqlStore(str(path)), default_line()
    size = sum(1 for _ in store.pages())
    spent: defaultdict[str, list[float]] = defaultdict(list)
    for number in range(size, size + WARM + count):
        capture = captured(invented(number, f"further {number - int(path.stem)}"))  # alike at every size
        ticks = [time.process_time()]
        reading = read(capture, line)
        ticks.append(time.process_time())
        store.put(reading, capture)
        ticks.append(time.process_time())
        found = weigh(store.reading(reading.page.id), store)
        ticks.append(time.process_time())
        store.put_weighed(found)
        ticks.append(time.process_time())
        if number >= size + WARM:
            for name, before, after in zip(("read", "add", "weigh", "keep"), ticks, ticks[1:], strict=False):
                spent[name].append(1000 * (after - before))
            spent["pairs"].append(len(found.pairs))
            spent["embedded"].append(len(found.vectors))
    store.close()
    told = {name: mean(values) for name, values in spent.items()}
    whole = [sum(parts) for parts in zip(spent["add"], spent["weigh"], spent["keep"], strict=True)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"pages": size, **told, "cost": mean(whole), "cost_median": median(whole), "peak_mb": peak}


def main() -> None:
    """Fills, measures, prints; exits 1 where the bar is missed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--folder", type=Path, default=HERE.parents[1] / "build" / "cost")
    asked.add_argument("--sizes", type=int, nargs="+", default=[1000, 100_000])
    asked.add_argument("--pages", type=int, default=200)
    asked.add_argument("--json", action="store_true")
    asked.add_argument("--only", type=Path, help=argparse.SUPPRESS)
    told = asked.parse_args()
    if told.only:
        print(json.dumps(measure(told.only, told.pages)))
        return
    told.folder.mkdir(parents=True, exist_ok=True)
    found = []
    for size in told.sizes:
        path = told.folder / f"{size}.sqlite"
        fill(path, size)
        call = [sys.executable, __file__, "--only", str(path), "--pages", str(told.pages)]
        found.append(json.loads(subprocess.run(call, check=True, stdout=subprocess.PIPE).stdout))
    ratio = found[-1]["cost"] / found[0]["cost"]
    if told.json:
        print(json.dumps({"records": found, "ratio": ratio}))
    else:
        for one in found:
            print("  ".join(f"{name} {value:.1f}" for name, value in one.items()))
        print(f"a page costs {ratio:.2f} times as much at the larger size (bar {BAR})")
    sys.exit(ratio > BAR)


if __name__ == "__main__":
    main()
