"""Fits read/places/weights.toml: `python training/places.py [--data DIR] [--write]`.

Which place a name means is fitted as a choice among its leads (conditional logit), whether a candidate is one at all as
a logistic regression, both on the articles at even places of TR-News; without --write it only prints the figures of
four-fold cross-validation over all articles. Numpy alone, no randomness: the same data give the same weights.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from unittest.mock import patch

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "bench" / "reading"))

from places import Article, articles, end_to_end, ends, forced, meets, resolution

from sayso.read.places import accept, resolve
from sayso.read.places.gazetteer import Gazetteer, gazetteer
from sayso.read.places.page import grouped, home_of, spots_of
from sayso.read.places.reader import Places
from sayso.read.sheet import Sheet

Weights = dict[str, float]
TARGET = Path(resolve.__file__).with_name("weights.toml")
HEAD = "# Fitted by training/places.py on the articles at even places of TR-News, the other half held; log-odds.\n"
LEAST = {"parted": 2.0, "wide": 4.0}  # "southern Gaza" and "the Middle East" are seldom in the data, and no cities


class _Weights:
    """Puts weights in the place of those of the file, inside a with."""

    def __init__(self, weights: Mapping[str, Weights]) -> None:
        self._parts = [patch.object(module, "weights", weights.__getitem__) for module in (resolve, accept)]

    def __enter__(self) -> None:
        for part in self._parts:
            part.start()

    def __exit__(self, *_: object) -> None:
        for part in self._parts:
            part.stop()


def choices(told: Sequence[Article], book: Gazetteer) -> list[tuple[list[Weights], int, int]]:
    """Every name with a labelled meaning among several: the features of its leads, the right one, how often."""
    out = []
    for article in told:
        text = article.reading.page.text
        gold = {label.ends: label.id for label in article.gold if label.id}
        spots = [
            spot for spot in spots_of(article.reading, book)
            if ends(spot) in gold or not any(meets(spot, one) for one in gold)
        ]  # fmt: skip
        known = {ends(spot) for spot in spots}
        spots += [spot for start, end in gold.keys() - known if (spot := forced(article.reading, start, end, book))]
        spots.sort(key=lambda spot: spot.found.span)
        page = grouped(text, spots, book)
        resolve.resolve(book, page, home := home_of(article.reading.page.url))
        for named, rows in zip(page, resolve.features(book, page, home), strict=True):
            ids = [lead.row.id for lead in named.leads]
            meant = Counter(gold.get((one.span.start, one.span.end)) for one in named.found)
            out += [(rows, ids.index(one), min(3, n)) for one, n in meant.items() if one in ids and len(ids) > 1]
    return out


def fit_choice(rows: Sequence[tuple[list[Weights], int, int]], l2: float = 1.0) -> Weights:
    """The weights under which the right leads are likeliest, by 400 steps of Adam."""
    names = sorted({name for leads, _, _ in rows for lead in leads for name in lead})
    at = {name: k for k, name in enumerate(names)}
    data = [(matrix(leads, at), right, often) for leads, right, often in rows]
    w, mean, spread = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, 401):
        slope = -l2 * w
        for leads, right, often in data:
            score = leads @ w
            share = np.exp(score - score.max())
            slope += often * (leads[right] - share / share.sum() @ leads)
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope * slope
        pace = 0.1 if step < 250 else 0.03
        w += pace * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    found = {name: round(float(weight), 3) for name, weight in zip(names, w, strict=True)}
    return found | {name: max(least, found.get(name, 0.0)) for name, least in LEAST.items()}


def fit_place(rows: Sequence[tuple[Weights, bool]], l2: float = 1.0) -> Weights:
    """Logistic regression by Newton's steps; the bias is hardly held back."""
    names = sorted({name for row, _ in rows for name in row})
    at = {name: k for k, name in enumerate(names)}
    x, y = matrix([row for row, _ in rows], at), np.array([float(right) for _, right in rows])
    hold = np.full(len(names), l2)
    hold[at["bias"]] = 0.01
    w = np.zeros(len(names))
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(hold), x.T @ (y - p) - hold * w)
    return {name: round(float(weight), 3) for name, weight in zip(names, w, strict=True)}


def matrix(rows: Sequence[Weights], at: Mapping[str, int]) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """One row a set of features, one column a name."""
    out = np.zeros((len(rows), len(at)))
    for k, row in enumerate(rows):
        for name, value in row.items():
            out[k, at[name]] = value
    return out


def judged(told: Sequence[Article], book: Gazetteer) -> list[tuple[Weights, bool]]:
    """Every candidate of the articles with whether it is labelled; those that a rule decides are left out."""
    out: list[tuple[Weights, bool]] = []
    for article in told:
        sheet, text = Sheet(article.reading), article.reading.page.text
        spots = spots_of(article.reading, book)
        page = grouped(text, spots, book)
        resolve.resolve(book, page, home_of(article.reading.page.url))
        by_fold = {named.fold: named for named in page}
        starts, known = [mention.span.start for mention in sheet.mentions], accept.known_of(sheet)
        wanted = {label.ends for label in article.gold}
        for spot in (one for one in spots if one.found.fold in by_fold):
            cover = accept.cover_of(sheet, starts, spot)
            row = accept.told_of(text, spot, by_fold[spot.found.fold], cover, known)
            if "made" not in row and "of_somebody" not in row:
                out.append((row, ends(spot) in wanted))
    return out


def fitted(told: Sequence[Article], book: Gazetteer) -> dict[str, Weights]:
    """Both tables, the choice fitted twice: its features hang on what it gave the page's other names."""
    tables = {name: dict(resolve.weights(name)) for name in ("resolve", "accept")}
    for _ in range(2):
        with _Weights(tables):
            rows = choices(told, book)
        tables = tables | {"resolve": fit_choice(rows)}
    with _Weights(tables):
        rows_ = judged(told, book)
    return tables | {"accept": fit_place(rows_)}


def main() -> None:
    """Prints figures; writes the weights where asked."""
    shared = Path(os.environ.get("SAYSO_SHARED", Path(__file__).parents[2] / "shared"))
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, default=shared / "data" / "places")
    ask.add_argument("--write", action="store_true")
    asked = ask.parse_args()
    book = gazetteer()
    if book is None:
        sys.exit("there is no gazetteer: `make places` compiles it")
    told = articles(asked.data / "TR-News.xml")
    if asked.write:
        tables = fitted([one for one in told if not one.held], book)
        lines = [HEAD]
        for table, rows in tables.items():
            lines += [f"\n[{table}]\n", *(f"{name} = {weight}\n" for name, weight in sorted(rows.items()) if weight)]
        TARGET.write_text("".join(lines), "utf-8")
        return
    for fold in range(4):
        tables = fitted([one for k, one in enumerate(told) if (k // 2) % 4 != fold], book)
        part = [one for k, one in enumerate(told) if (k // 2) % 4 == fold]
        with _Weights(tables):
            reader = Places(book)
            row = resolution(part, book) | end_to_end(part, [reader(one.reading) for one in part], book)
        print(
            f"fold {fold + 1}: exact {row['exact']:.3f}  spans F1 {row['f1']:.3f}  end to end {row['end_to_end']:.3f}"
        )


if __name__ == "__main__":
    main()
