"""Are story items grouped into the stories an editor would keep? B³, online, beside a lexical baseline.

python bench/weighing/stories.py [--folder FOLDER] [--cache FOLDER] [--events FOLDER] [--show] [--json]

Two sets. Our scenarios, all pages of all of them in one record in the order of their capture: every scenario is one
story, look-alikes are as many as they have points. And, where the folder is present, the 90 articles of three corpora
of MEANTIME (2004 to 2011, CC BY 4.0): one story are those in which its annotators linked an event and which came out
within WITHIN days; the rest stand alone. Its fourth corpus, stock markets, is left out: the falls of 2008 are one
running crisis that no two people would cut alike. Thresholds are tuned on one half of the stories, scored on the other.
"""

import argparse
import json
import pickle
import re
import sys
from calendar import month_name
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from math import log, sqrt
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
from scenarios import _capture, _reading
from scores import Score, b_cubed

from sayso.read import default_line, read
from sayso.record import Account, Capture, Pair, Reading, Weighed
from sayso.record.fold import words
from sayso.store.memory import MemoryStore
from sayso.store.scales import MemoryScales
from sayso.weigh import weigh
from sayso.weigh.gather.affinity import days_between
from sayso.weigh.gather.pair import neighbours
from sayso.weigh.gather.stories import ALIKE, stories
from weigh.scenario import FOLDER, Scenario, scenarios

WITHIN = 60  # days between two articles that share an event and are one story
THRESHOLDS = tuple(step / 100 for step in range(6, 62, 2))
MONTHS = list(month_name)[1:]
LEFT_OUT = "corpus_stock"


class Set(NamedTuple):
    """A set of items: their accounts and compared claims, and the true story of each text."""

    name: str
    accounts: dict[str, Account]
    pairs: list[Pair]
    truth: dict[str, str]


def weighed(name: str, rows: Iterable[tuple[Capture, Reading, str]]) -> Set:
    """One record of all pages, weighed in the order given; the story stands beside each."""
    store, truth, pairs = MemoryStore(), {}, []
    for capture, reading, story in rows:
        store.put(reading, capture)
        found = weigh(reading, store)
        store.put_weighed(found)
        pairs += found.pairs
        truth |= {text.id: story for text in reading.texts if text.kind == "article"}
    return Set(name, dict(store._accounts), pairs, truth)


# ── the sets ────────────────────────────────────────────────────────────────────────────────────────────────


def of_scenarios(folder: Path, cache: Path | None) -> Set:
    """Every page of every scenario, in the order of capture."""
    rows = []
    for scenario in scenarios(folder):
        story = _stories_of(scenario)
        for told in scenario["pages"]:
            capture = _capture(scenario, told)
            rows.append((told["captured"], capture, _reading(capture, cache), story.get(told["file"], scenario.name)))
    return weighed("scenarios", [row[1:] for row in sorted(rows, key=lambda row: row[0])])


def _stories_of(scenario: Scenario) -> dict[str, str]:
    """File → story, where a scenario holds several: look-alikes, one to a point."""
    if scenario["kind"] != "look-alikes":
        return {}
    places = [
        (point["id"], file) for point in scenario["points"] for file, _ in [*point["for"], *point.get("against", [])]
    ]
    return {file: f"{scenario.name} {point}" for point, file in places}


def of_events(folder: Path, cache: Path | None) -> Set:
    """MEANTIME's articles, oldest first."""
    documents, events = _documents(folder / "meantime.conll")
    days = {name: _day(sentences[1]) for name, sentences in documents.items()}
    story = _linked(events, days)
    rows = []
    for name in sorted(documents, key=lambda name: (days[name], name)):
        head, _, *body = documents[name]
        page = (
            f"<html><head><title>{head}</title><meta property='article:published_time' content='{days[name]}T12:00Z'>"
        )
        page += (
            f"</head><body><article><h1>{head}</h1>{''.join(f'<p>{one}</p>' for one in body)}</article></body></html>"
        )
        told = {"outlet": f"Outlet {name}", "url": f"https://news.example/{name}", "captured": f"{days[name]}T13:00Z"}
        capture = Capture(name=name, body=page.encode(), media_type="text/html", **told)
        rows.append((capture, _cached(capture, cache), story[name]))
    return weighed("MEANTIME", rows)


def _documents(file: Path) -> tuple[dict[str, list[str]], dict[str, set[str]]]:
    """Sentences and event instances of every document of the corpora taken."""
    sentences: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    events: defaultdict[str, set[str]] = defaultdict(set)
    name = ""
    for line in file.read_text("utf-8").splitlines():
        if found := re.match(r"#begin document \((\S+)\)", line):
            name = found.group(1)
        elif line.count("\t") >= 4 and not name.startswith(LEFT_OUT):
            _, at, _, word, chain = line.split("\t")[:5]
            sentences[name].setdefault(at, []).append(word)
            events[name] |= set(re.findall(r"(?:OTH|SPE|GRA|CAU)\d{8,}", chain))
    return {name: [_spaced(said) for said in found.values()] for name, found in sentences.items()}, events


def _spaced(said: Sequence[str]) -> str:
    line = re.sub(r" ([.,;:!?%)\]’]|n't|'s\b)", r"\1", " ".join(said))
    return re.sub(r"([(\[$]) ", r"\1", line)


def _day(line: str) -> str:
    found = re.search(rf"({'|'.join(MONTHS)}) (\d+), (\d{{4}})", line)
    assert found, line
    return f"{found[3]}-{MONTHS.index(found[1]) + 1:02}-{int(found[2]):02}"


def _linked(events: Mapping[str, set[str]], days: Mapping[str, str]) -> dict[str, str]:
    """Document → its story: those that share an event and came out within WITHIN days of each other."""
    story = {name: name for name in days}
    ordered = sorted(days, key=lambda name: (days[name], name))
    for at, name in enumerate(ordered):
        for other in ordered[:at]:
            if events[name] & events[other] and days_between(days[name], days[other]) <= WITHIN:
                story[name] = story[other]
                break
    return story


def _cached(capture: Capture, cache: Path | None) -> Reading:
    if cache is None:
        return read(capture)
    path = cache / sha256(f"{capture.url} {default_line().version}".encode() + capture.body).hexdigest()
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(read(capture)))
    found: Reading = pickle.loads(path.read_bytes())
    return found


# ── grouping ────────────────────────────────────────────────────────────────────────────────────────────────


def ours(found: Set, threshold: float) -> dict[str, str]:
    """Text → story, as the weighing groups them, items one after the other; its own candidates and pairs."""
    scales = MemoryScales()
    scales.put_weighed(Weighed(page_id="pairs", by="bench", pairs=tuple(found.pairs)))
    for account in sorted(found.accounts.values(), key=lambda one: (one.at, one.text_id)):
        near = {account.text_id: neighbours(account, scales)}
        pairs = scales.pairs([one.id for one in account.testimonies])
        told = stories([account], near, scales, pairs, alike=threshold)
        scales.put_weighed(Weighed(page_id=account.page_id, by="bench", accounts=(account,), stories=told))
    return dict(scales.stories(list(found.truth)))


def baseline(found: Set, threshold: float) -> dict[str, str]:
    """TF-IDF with the nearest centroid, online; document frequencies are of the whole set, which favours it."""
    said = {one.text_id: Counter(_words(one)) for one in found.accounts.values() if one.text_id in found.truth}
    seen = Counter(word for counts in said.values() for word in counts)
    groups: list[tuple[str, Counter[str]]] = []
    story = {}
    for account in sorted(found.accounts.values(), key=lambda one: (one.at, one.text_id)):
        if account.text_id not in said:
            continue
        vector = _unit({w: (1 + log(n)) * log(len(said) / seen[w]) for w, n in said[account.text_id].items()})
        alike = max(((_dot(vector, _unit(whole)), at) for at, (_, whole) in enumerate(groups)), default=(0.0, -1))
        if alike[0] < threshold:
            groups.append((account.text_id, Counter()))
            alike = (1.0, len(groups) - 1)
        story[account.text_id] = groups[alike[1]][0]
        for word, weight in vector.items():
            groups[alike[1]][1][word] += weight  # type: ignore[assignment]
    return story


def _words(account: Account) -> Iterator[str]:
    for term, count in account.terms:
        yield from [term] * count
    yield from words(account.headline or "")


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {word: weight / length for word, weight in vector.items()}


def _dot(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    return sum(weight * right.get(word, 0.0) for word, weight in left.items())


# ── figures ─────────────────────────────────────────────────────────────────────────────────────────────────


def scored(group: object, found: Set) -> dict[str, Score]:
    """B³ on each half at the threshold that was best on the other, and on all at the one that is shipped."""
    halves = [{text: story for text, story in found.truth.items() if _half(story) == half} for half in (0, 1)]
    told = {threshold: group(found, threshold) for threshold in THRESHOLDS}  # type: ignore[operator]
    scores = {}
    for at, half in enumerate(halves):
        tuned = max(THRESHOLDS, key=lambda threshold: b_cubed(told[threshold], halves[1 - at]).f1)
        scores[f"half {at + 1}, at {tuned:.2f}"] = b_cubed(told[tuned], half)
    return scores


def _half(story: str) -> int:
    return sha256(story.split(" ")[0].encode()).digest()[0] % 2


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--folder", type=Path, default=FOLDER)
    asked.add_argument("--events", type=Path, help="the folder of MEANTIME (meantime.conll)")
    asked.add_argument("--cache", type=Path)
    asked.add_argument("--show", action="store_true")
    asked.add_argument("--json", type=Path, help="write the figures here, by the names of the floors")
    told = asked.parse_args()
    sets = [of_scenarios(told.folder, told.cache)]
    sets += [of_events(told.events, told.cache)] if told.events else []
    figures: dict[str, dict[str, float]] = {}
    for found in sets:
        rows = {f"ours, as shipped ({ALIKE})": b_cubed(ours(found, ALIKE), found.truth)}
        rows |= {f"ours, {name}": score for name, score in scored(ours, found).items()}
        rows |= {f"TF-IDF, {name}": score for name, score in scored(baseline, found).items()}
        rows["every item alone"] = b_cubed({}, found.truth)
        figures[found.name] = {name: round(score.f1, 4) for name, score in rows.items()}
        print(f"\n{found.name}: {len(found.truth)} items, {len(set(found.truth.values()))} stories")
        for name, score in rows.items():
            print(f"  {name:28} B³ {score.f1:.3f}  precision {score.precision:.3f}  recall {score.recall:.3f}")
        if told.show:
            _show(found, ours(found, ALIKE))
    if told.json:
        shipped = {f"weighing.stories.{name}": rows[f"ours, as shipped ({ALIKE})"] for name, rows in figures.items()}
        told.json.write_text(json.dumps(shipped, indent=1) + "\n", "utf-8")


def _show(found: Set, told: Mapping[str, str]) -> None:
    """Stories that are mixed or torn."""
    for name, one, other in (("MIXED", told, found.truth), ("TORN", found.truth, told)):
        groups: defaultdict[str, list[str]] = defaultdict(list)
        for text in found.truth:
            groups[one[text]].append(text)
        for texts in groups.values():
            if len({other[text] for text in texts}) > 1:
                print(name, [(found.truth[text], found.accounts[text].headline) for text in texts])


if __name__ == "__main__":
    main()
