"""Headline, authors, time, captions and credits on labelled news pages: `python bench/pages/metadata.py [--misses]`.

FOLDER (default: data/newspages of the shared folder, SAYSO_SHARED or ../shared) holds one folder a country with pages
(NAME_YYYY_MM_DD.html.gz) and one JSON a newspaper, in the shape Fundus keeps its parser tests: the versions of a
parser (V1, V1_1, V2 …) stand in the order of the pages' dates. That gold is a parser's output and has known mistakes:
newspages_corrections.toml lists those we found, each with its reason; `--raw` scores without it.

Measures, all after folding case, punctuation and white space:
  title, authors  the same headline; the same set of names (a page without names in the gold has none in ours)
  time            the same minute, and a zone where the gold has one; `day` only the same day of UTC
  captions        F1 of a page's distinct captions; a caption that holds its credit is a wrong caption
  credits         F1 of the credits of a page's distinct pictures (caption with credit)
  live updates    updates of LiveBlogPosting pages, every one told there and shown on the page: found, with its time

trafilatura stands beside ours where it has the field, if it is installed for this Python (or for the one named with
--peer-python, which may be another environment's).
"""

import argparse
import gzip
import hashlib
import json
import os
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from time import process_time
from typing import Any

from sayso.errors import CaptureError
from sayso.read.anatomy import take_apart
from sayso.read.anatomy.html import jsonld
from sayso.read.anatomy.html.titles import folded
from sayso.read.anatomy.isotime import when
from sayso.record import Capture, Reading

CORRECTIONS = Path(__file__).with_name("newspages_corrections.toml")
PEER = """
import gzip, json, sys
from trafilatura import bare_extraction
for path in sys.stdin.read().split():
    html = gzip.open(path).read().decode("utf-8", "replace")
    try:
        found = bare_extraction(html, with_metadata=True)
    except Exception as err:
        found = None
    row = found.as_dict() if found is not None else {}
    print(json.dumps({key: row.get(key) for key in ("title", "author", "date")}), flush=True)
"""


@dataclass(frozen=True)
class Gold:
    """One page's labels; null where the gold does not have the field."""

    path: Path
    title: str | None
    authors: frozenset[str] | None
    time: datetime | None
    captions: frozenset[str] | None
    credits: tuple[str, ...] | None


@dataclass
class Tally:
    """Hits and misses of one field."""

    right: int = 0
    asked: int = 0
    found: int = 0
    misses: list[str] = field(default_factory=list)

    def exact(self, hit: bool, miss: str) -> None:
        self.asked += 1
        self.found += 1
        self.right += hit
        if not hit:
            self.misses.append(miss)

    def sets(self, ours: Counter[str], gold: Counter[str], name: str) -> None:
        common = ours & gold
        self.right += common.total()
        self.asked += gold.total()
        self.found += ours.total()
        self.misses += [f"{name}: missing {word[:90]}" for word in gold - common]
        self.misses += [f"{name}: too much {word[:90]}" for word in ours - common]

    def share(self) -> float:
        return self.right / max(1, self.asked)

    def f1(self) -> float:
        return 2 * self.right / max(1, self.asked + self.found)


def digest(word: str) -> str:
    """How the corrections name a text without holding it."""
    return hashlib.sha256(word.encode()).hexdigest()[:16]


def fold(text: str | None) -> str:
    return folded(unescape(text or ""))


def golds(folder: Path, corrections: Mapping[str, Any]) -> Iterator[Gold]:
    """The labels of every page, corrected."""
    for file in sorted(folder.glob("*/*.json")):
        versions = json.loads(file.read_text("utf-8"))
        pages = sorted(file.parent.glob(f"{file.stem}_20*.html.gz"))
        for page, label in zip(pages, versions.values(), strict=True):
            yield corrected(labelled(page, label), corrections)


def labelled(page: Path, label: Mapping[str, Any]) -> Gold:
    images = label.get("images")
    pairs = {(fold(image.get("caption")), fold("".join(image.get("authors") or ()))) for image in images or ()}
    written = label.get("publishing_date")
    return Gold(
        path=page,
        title=fold(label.get("title")) or None,
        authors=frozenset(map(fold, label.get("authors") or ())),
        time=datetime.fromisoformat(written) if written else None,
        captions=None if images is None else frozenset(caption for caption, _ in pairs if caption),
        credits=None if images is None else tuple(sorted(name for _, name in pairs if name)),
    )


def corrected(gold: Gold, corrections: Mapping[str, Any]) -> Gold:
    """The label after the corrections of its page: a field dropped, replaced, or some of its texts taken or given."""
    changed: dict[str, Any] = {name: getattr(gold, name) for name in gold.__dataclass_fields__}
    for one in corrections.get(f"{gold.path.parent.name}/{gold.path.name}", ()):
        name = one["field"]
        if one.get("drop"):
            changed[name] = None
        elif "is" in one:
            changed[name] = datetime.fromisoformat(one["is"]) if name == "time" else one["is"]
        else:
            known = {digest(word): word for word in changed[name]}
            kept = [word for key, word in known.items() if key not in one.get("without", ())]
            if isinstance(changed[name], tuple):  # credits may repeat
                kept = [word for word in changed[name] if digest(word) not in one.get("without", ())]
            more = [known.get(key, f"#{key}") for key in one.get("also", ())]
            changed[name] = type(changed[name])([*kept, *more])
    return Gold(**changed)


def same(word: str, gold: set[str]) -> str:
    """A word as the gold writes it: itself, or its digest where a correction names it so."""
    return f"#{digest(word)}" if f"#{digest(word)}" in gold else word


def read(gold: Gold, tallies: Mapping[str, Tally], cost: list[float]) -> None:
    """Reads one page and counts its fields."""
    capture = Capture(name=str(gold.path), body=gzip.decompress(gold.path.read_bytes()), media_type="text/html")
    start = process_time()
    try:
        reading = take_apart(capture)
    except CaptureError as err:
        print(f"{gold.path.name} cannot be read: {err}", file=sys.stderr)
        return
    cost.append(process_time() - start)
    name = gold.path.name.removesuffix(".html.gz")
    article = next((text for text in reading.texts if text.kind == "article"), None)
    if gold.title is not None:
        ours = fold(article.headline if article else None)
        tallies["title"].exact(gold.title in (ours, digest(ours)), f"{name}: {ours}")
    names = frozenset(map(fold, article.byline)) if article else frozenset[str]()
    if gold.authors is not None:
        tallies["authors"].exact(names == gold.authors, f"{name}: {sorted(names)} for {sorted(gold.authors)}")
    published = article.published if article else None
    if gold.time is not None:
        printed = published.earliest if published and published.grain == "minute" else None
        exact = printed is not None and near(datetime.fromisoformat(printed or ""), gold.time)
        tallies["time"].exact(exact, f"{name}: {printed or published} for {gold.time}")
    captions = [caption for text in reading.texts for caption in text.captions]
    if gold.captions is not None:
        wanted = Counter(gold.captions)
        tallies["captions"].sets(
            Counter({same(w, set(wanted)): 1 for c in captions if (w := fold(c.text))}), wanted, name
        )
    if gold.credits is not None:
        pairs = {(fold(caption.text), fold(caption.credit)) for caption in captions}
        credits_ = Counter(same(word, set(gold.credits)) for _, word in pairs if word)
        tallies["credits"].sets(credits_, Counter(gold.credits), name)
    updates(reading, capture, name, tallies["live updates"])


def near(ours: datetime, gold: datetime) -> bool:
    """True within a minute, both with a zone or both without."""
    if (ours.tzinfo is None) != (gold.tzinfo is None):
        return False
    return abs((ours - gold).total_seconds()) < 60


def updates(reading: Reading, capture: Capture, name: str, tally: Tally) -> None:
    """Every update that the page's JSON-LD tells and whose headline the page shows is a brief with its time."""
    briefs = Counter(
        (fold(text.headline), text.published.earliest)
        for text in reading.texts
        if text.kind == "brief" and text.published
    )
    shown = {fold(line) for line in reading.page.text.split("\n")}
    scripts = [
        part.partition(b">")[2].partition(b"</script")[0] for part in capture.body.split(b"application/ld+json")[1:]
    ]
    for thing in jsonld.things(script.decode("utf-8", "replace") for script in scripts):
        for told in thing.get("liveBlogUpdate") or () if "liveblogposting" in jsonld.kinds(thing) else ():
            title, time = fold(jsonld.words(told.get("headline"))), when(told.get("datePublished"))
            if title and title in shown and time:
                found = briefs[(title, time.earliest)] > 0
                tally.exact(found, f"{name}: {title[:80]} {time.earliest}")


def peer(python: str, marked: list[Gold]) -> list[dict[str, Any]] | None:
    """What trafilatura finds on the pages; null where it is not installed."""
    paths = "\n".join(str(gold.path) for gold in marked)
    done = subprocess.run([python, "-c", PEER], input=paths, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"trafilatura is not measured: {python} cannot run it (pip install trafilatura)", file=sys.stderr)
        return None
    return [json.loads(line) for line in done.stdout.splitlines()]


def beside(found: list[dict[str, Any]], marked: list[Gold]) -> dict[str, tuple[int, int]]:
    """trafilatura's hits by field: it knows the day only, and joins names with semicolons."""
    hits = {"title": [0, 0], "authors": [0, 0], "time": [0, 0], "day": [0, 0]}
    for row, gold in zip(found, marked, strict=True):
        title, names = fold(row["title"]), frozenset(map(fold, (row["author"] or "").split(";"))) - {""}
        for name, wanted, hit in (
            ("title", gold.title, gold.title in (title, digest(title))),
            ("authors", gold.authors, names == gold.authors),
            ("time", gold.time, False),
            ("day", gold.time, gold.time and row["date"] == day(gold.time)),
        ):
            if wanted is not None:
                hits[name][0] += bool(hit)
                hits[name][1] += 1
    return {name: (right, asked) for name, (right, asked) in hits.items()}


def day(time: datetime) -> str:
    return (time.astimezone(UTC) if time.tzinfo else time).date().isoformat()


def main() -> int:
    shared = Path(os.environ.get("SAYSO_SHARED") or Path(__file__).parents[2].parent / "shared")
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", nargs="?", type=Path, default=shared / "data" / "newspages")
    ask.add_argument("--misses", action="store_true", help="list every miss")
    ask.add_argument("--raw", action="store_true", help="score against the gold without corrections")
    ask.add_argument("--peer-python", default=sys.executable, help="the Python that has trafilatura")
    ask.add_argument("--figures", type=Path, help="write the figures as JSON for bench/gate.py")
    asked = ask.parse_args()
    if not asked.folder.is_dir():
        print(f"there are no pages in {asked.folder}: set SAYSO_SHARED or name a folder", file=sys.stderr)
        return 1
    corrections = {} if asked.raw else tomllib.loads(CORRECTIONS.read_text("utf-8"))
    marked = list(golds(asked.folder, corrections))
    tallies = {name: Tally() for name in ("title", "authors", "time", "captions", "credits", "live updates")}
    cost: list[float] = []
    for gold in marked:
        read(gold, tallies, cost)
    found = peer(asked.peer_python, marked)
    theirs = beside(found, marked) if found is not None else {}
    speed = len(cost) / max(1e-9, sum(cost))
    print(f"{len(marked)} pages, {speed:.0f} a CPU-second ({'raw' if asked.raw else 'corrected'} gold)")
    for name, tally in tallies.items():
        exact = name not in ("captions", "credits")
        figure = (
            f"{100 * tally.share():5.1f}  {tally.right}/{tally.asked}"
            if exact
            else f"F1 {tally.f1():.3f}  P {tally.right}/{tally.found}  R {tally.right}/{tally.asked}"
        )
        other = f"   trafilatura {100 * theirs[name][0] / max(1, theirs[name][1]):5.1f}" if name in theirs else ""
        print(f"  {name:13} {figure}{other}")
    if "day" in theirs:
        print(f"  {'day':13} {'':14}   trafilatura {100 * theirs['day'][0] / max(1, theirs['day'][1]):5.1f}")
    if asked.misses:
        for name, tally in tallies.items():
            print(f"\n{name}", *tally.misses, sep="\n  ")
    if asked.figures:
        figures = {
            f"pages.{name.replace(' ', '_')}": round(
                tally.f1() if name in ("captions", "credits") else tally.share(), 4
            )
            for name, tally in tallies.items()
        }
        asked.figures.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
