"""How long a page of the desk takes in a small and a large record, how heavy it is, and how soon a new item shows.

    python bench/desk/speed.py [--folder FOLDER] [--sizes 1000 100000] [--each 60] [--json FILE]

The records are those of bench/weighing/cost.py (synthetic.py's pages, weighed), filled where they lack and settled.
The desk runs as `sayso desk` in a process of its own; every request is a whole GET over loopback, one after another,
of things chosen at random (seeded), the first few of each kind not counted. Times are of the wall, in milliseconds.
"""

import argparse
import gzip
import json
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import quote, urljoin

import httpx

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "weighing"))
from cost import captured, fill  # noqa: E402
from synthetic import invented  # noqa: E402

from sayso.newsroom import Newsroom  # noqa: E402
from sayso.record import Shown, Sought  # noqa: E402

BAR = 100.0  # milliseconds that 95 of 100 pages take at most, in the larger record
HEAVY = 150_000  # bytes to the first view, compressed, fonts included
SOON = 1.0  # seconds from stored to shown
WARM = 5


def settled(path: Path, size: int) -> None:
    """Fills a record and counts what it holds."""
    fill(path, size)
    with Newsroom(str(path)) as newsroom:
        done = 0
        for step in newsroom.settle():
            done += step
            print(f"\r{path.name}: {done} counted ", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)


def addresses(path: Path, each: int) -> dict[str, list[str]]:
    """Page kind → addresses of it, chosen at random."""
    chance = random.Random(7)
    with Newsroom(str(path), create=False) as newsroom:
        items = list(newsroom.items(Shown(limit=2000)))
        points = list(newsroom.points_moved(Sought(shared=True, limit=1000)))
        stories = newsroom.stories_moved(limit=500)
    chance.shuffle(items)
    chance.shuffle(points)
    outlets = sorted({item.outlet for item in items if item.outlet})
    words = [word for item in items[:200] for word in re.findall(r"[a-z]{5,}", (item.text.headline or "").lower())]
    found = {
        "feed": ["/"],
        "feed, older": [f"/?before={quote('~'.join(item.cursor))}" for item in items],
        "feed of an outlet": [f"/?outlet={quote(name)}" for name in outlets],
        "page": [f"/page/{item.page_id}" for item in items],
        "claim": [f"/claim/{claim}" for point in points for claim in point.for_[:1]],
        "point": [f"/point/{point.id}" for point in points],
        "story": [f"/story/{story.id}" for story in stories],
        "stories": ["/stories"],
        "sources": ["/sources"],
        "outlets": ["/outlets"],
        "disputes": ["/disputes"],
        "changes": ["/changes"],
        "search": [f"/search?q={quote(word)}" for word in words],
    }
    return {kind: (rows * each)[:each] for kind, rows in found.items() if rows}


@contextmanager
def desk(path: Path) -> Iterator[str]:
    """The address of a desk that runs on a record."""
    command = [sys.executable, "-m", "sayso", "--store", str(path), "desk", "--port", "0"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert running.stdout is not None
        yield running.stdout.readline().strip()
    finally:
        running.terminate()
        running.wait()


def timed(base: str, asked: dict[str, list[str]]) -> dict[str, dict[str, float]]:
    """Page kind → p50 and p95 of its pages in milliseconds, and how many there were."""
    found = {}
    with httpx.Client(base_url=base, timeout=60) as client:
        for kind, rows in asked.items():
            spent = []
            for row in [*rows[:WARM], *rows]:
                start = time.perf_counter()
                answer = client.get(row)
                spent.append(1000 * (time.perf_counter() - start))
                if answer.status_code == 404:
                    break
                answer.raise_for_status()
            spent = spent[WARM:]
            if spent:
                found[kind] = {"p50": median(spent), "p95": quantiles(spent, n=20)[-1], "pages": len(spent)}
            print(f"  {kind:18}" + (" ".join(f"{k} {v:8.1f}" for k, v in found[kind].items()) if spent else " none"))
    return found


def weight(base: str) -> int:
    """Bytes of the live feed with the styles, scripts and fonts that it loads, each compressed as a server would."""
    with httpx.Client(base_url=base) as client:
        page = client.get("/")
        found = {urljoin(base, one) for one in re.findall(r'(?:href|src)="([^"]+\.(?:css|js|woff2)[^"]*)"', page.text)}
        parts = {one: client.get(one).content for one in found}
        for one, body in list(parts.items()):
            if ".css" in one:
                fonts = (
                    urljoin(one, url) for url in re.findall(rb'url\("?([^)"]+)"?\)', body) for url in [url.decode()]
                )
                parts.update(
                    {font: client.get(font).content for font in fonts if "latin-" in font and "ext" not in font}
                )
        return len(gzip.compress(page.content)) + sum(
            len(body) if ".woff2" in one else len(gzip.compress(body)) for one, body in parts.items()
        )


def shown(path: Path, base: str, tries: int = 5) -> float:
    """Seconds from the moment that a page is stored to the moment that the feed shows it, the longest of some tries."""
    slowest = 0.0
    with httpx.Client(base_url=base, timeout=30) as client:
        for number in range(tries):
            page = invented(10_000_000 + number, f"shown {time.time_ns()}")
            folder = path.parent / "shown"
            folder.mkdir(exist_ok=True)
            (folder / "page.txt").write_bytes(captured(page).body)
            with client.stream("GET", "/live") as stream, Newsroom(str(path)) as newsroom:
                lines = stream.iter_lines()
                next(lines)
                list(newsroom.add([str(folder / "page.txt")], captured="2031-01-01T00:00:00+00:00"))
                start = time.monotonic()
                next(line for line in lines if line.startswith("data:"))
                assert client.get("/").status_code == 200
                slowest = max(slowest, time.monotonic() - start)
    return slowest


def main() -> None:
    """Measures and prints; exits 1 where a bar is missed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--folder", type=Path, default=HERE.parents[1] / "build" / "cost")
    asked.add_argument("--sizes", type=int, nargs="+", default=[1000, 100_000])
    asked.add_argument("--each", type=int, default=60)
    asked.add_argument("--json", type=Path)
    told = asked.parse_args()
    told.folder.mkdir(parents=True, exist_ok=True)
    found: dict[str, dict[str, dict[str, float]]] = {}
    for size in told.sizes:
        path = told.folder / f"{size}.sqlite"
        settled(path, size)
        rows = addresses(path, told.each)
        with desk(path) as base:
            print(f"{size} pages in the record")
            found[str(size)] = timed(base, rows)
            heavy, soon = weight(base), shown(path, base)
    small, large = (found[str(size)] for size in (told.sizes[0], told.sizes[-1]))
    for kind, one in large.items():
        print(f"{kind:18} p95 {one['p95']:.1f} ms, {one['p50'] / small[kind]['p50']:.2f} times p50 in the small record")
    print(f"first view {heavy} bytes (bar {HEAVY}); shown {soon:.2f} s after it was stored (bar {SOON})")
    if told.json:
        told.json.write_text(json.dumps({"records": found, "first_view": heavy, "shown": soon}), "utf-8")
    sys.exit(max(one["p95"] for one in large.values()) > BAR or heavy > HEAVY or soon > SOON)


if __name__ == "__main__":
    main()
