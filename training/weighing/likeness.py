"""Fit the likeness of two claims on our own scenarios: `python -m training.weighing.likeness [--folder F] [--cache C]`.

Two claims that a scenario puts into one point, or on two sides of a denial or of a dispute about a figure, answer one
question; claims of its other points, of nothing it counts, or of another scenario, do not. Prints how well each eighth
of the scenarios is told by a model of the rest; writes src/sayso/weigh/models/likeness.json.
"""

import argparse
import json
import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "tests")]

from weighing.scenarios import _capture, _reading  # noqa: E402

from sayso.record import Account, Testimony  # noqa: E402
from sayso.weigh.account.accounts import accounts_of  # noqa: E402
from sayso.weigh.compare.likeness import measures  # noqa: E402
from sayso.weigh.compare.setting import setting  # noqa: E402
from sayso.weigh.terms import rarity  # noqa: E402
from sayso.weigh.vectors import cosine, vector  # noqa: E402
from training.weighing.logistic import Fitted, Floats, fit, rows_of  # noqa: E402
from weigh.scenario import FOLDER, Scenario, scenarios  # noqa: E402

OUT = ROOT / "src" / "sayso" / "weigh" / "models" / "likeness.json"
LABELS = ("one", "other")
PENALTY = 0.004
FOLDS = 8
UNCOUNTED, PLAIN = 0.3, 0.5  # what a pair counts whose label is only likely, or that is shown without its setting


Encode = Callable[[str], bytes]


class Placed(NamedTuple):
    """A claim in its story item, with the points and sides it is of."""

    account: Account
    testimony: Testimony
    points: frozenset[tuple[str, str]]


class Example(NamedTuple):
    """A pair as measured, whether it answers one question, what it counts, and the scenario it is of."""

    measured: dict[str, float]
    one: bool
    share: float
    scenario: str


def writer(scenario: Scenario) -> str:
    """Who wrote a scenario: the first letter of its folder."""
    return scenario.name[0]


def placed(scenario: Scenario, cache: Path | None) -> list[Placed]:
    """The claims of a scenario's pages."""
    found = []
    for told in scenario["pages"]:
        for account in accounts_of(_reading(_capture(scenario, told), cache)):
            for testimony in account.testimonies:
                found.append(Placed(account, testimony, frozenset(_points(scenario, told["file"], testimony))))
    return found


def _points(scenario: Scenario, file: str, testimony: Testimony) -> Iterator[tuple[str, str]]:
    said = " ".join(testimony.content.split())
    for point in scenario["points"]:
        for side in ("for", "against"):
            for where, words in point.get(side, []):
                if where == file and (words in said or (len(said) > 20 and said in words)):
                    yield point["id"], side


def one_question(left: Placed, right: Placed, disputes: Sequence[dict[str, Any]]) -> bool:
    """Whether a scenario says that two claims answer one question."""
    if {point for point, _ in left.points} & {point for point, _ in right.points}:
        return any(row["kind"] != "exclusion" for row in disputes) or bool(left.points & right.points)
    both = {(one, two) for one, _ in left.points for two, _ in right.points}
    kinds = {(row["left"], row["right"]): row["kind"] for row in disputes}
    return any(kinds.get(ends, kinds.get(ends[::-1])) in ("figures", "denial") for ends in both)


def examples(
    told: Sequence[Scenario], cache: Path | None, encoders: Mapping[str, Encode] | None = None
) -> Iterator[Example]:
    """Pairs of every scenario; some a second time without their setting.

    `encoders` (writer → encoder) gives the vectors of each writer's claims, such as one that never saw them.
    """
    chance = random.Random(1)
    rows = {scenario.name: placed(scenario, cache) for scenario in told}
    for scenario in told:
        encode = (encoders or {}).get(writer(scenario), vector)
        counted = [one for one in rows[scenario.name] if one.points]
        rest = [one for one in rows[scenario.name] if not one.points and not one.testimony.headline]
        for left, right in combinations(counted, 2):
            one = one_question(left, right, scenario["disputes"])
            yield _example(left, right, one, 1.0, scenario.name, encode)
            if chance.random() < 0.35:
                yield _example(left, right, one, PLAIN, scenario.name, encode, bare=True)
        for left in counted:
            near = sorted(rest, key=lambda one: -_overlap(left, one))[:4]
            for right in near + chance.sample(rest, min(4, len(rest))):
                if left.account.text_id != right.account.text_id:
                    yield _example(left, right, False, UNCOUNTED, scenario.name, encode)
        far = rows[chance.choice(told).name]
        for left in counted[:6]:
            right = chance.choice(far)
            if right not in rows[scenario.name]:
                yield _example(left, right, False, UNCOUNTED, scenario.name, encode)


def _overlap(left: Placed, right: Placed) -> float:
    return sum(map(rarity, set(left.testimony.terms) & set(right.testimony.terms)))


def _example(
    left: Placed, right: Placed, one: bool, share: float, name: str, encode: Encode, *, bare: bool = False
) -> Example:
    around = None if bare else setting(left.account, right.account)
    angle = cosine(encode(left.testimony.content), encode(right.testimony.content))
    return Example(measures(left.testimony, right.testimony, angle, around), one, share, name)


def fitted(found: Floats, rows: Sequence[Example]) -> Fitted:
    """The model of these pairs, measured as `found`."""
    truth = [LABELS[not row.one] for row in rows]
    return fit(found, truth, np.array([row.share for row in rows]), LABELS, PENALTY)


def _report(found: Floats, rows: Sequence[Example]) -> None:
    names = sorted({row.scenario for row in rows})
    random.Random(0).shuffle(names)
    fold = np.array([names.index(row.scenario) % FOLDS for row in rows])
    chances = np.zeros(len(rows))
    for k in range(FOLDS):
        inside = np.flatnonzero(fold != k)
        chances[fold == k] = fitted(found[inside], [rows[i] for i in inside]).chances(found[fold == k])[:, 0]
    sure = np.array([row.share == 1.0 for row in rows])
    one = np.array([row.one for row in rows])
    for least in (0.3, 0.4, 0.5, 0.6):
        said = chances >= least
        hit = float((said & one & sure).sum())
        precision, recall = hit / max(1, (said & sure).sum()), hit / (one & sure).sum()
        print(f"from {least}: precision {precision:.3f} recall {recall:.3f}; uncounted {said[~sure & ~one].mean():.3f}")


def main() -> None:
    """Report on held-out scenarios, then fit on all and write the weights."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--folder", type=Path, default=FOLDER)
    asked.add_argument("--cache", type=Path)
    told = asked.parse_args()
    rows = list(examples(list(scenarios(told.folder)), told.cache))
    names, found = rows_of([row.measured for row in rows])
    _report(found, rows)
    by = f"training/weighing/likeness.py on {len(rows)} pairs of {len({row.scenario for row in rows})} scenarios"
    told_ = {"made_by": by, "weights": weights_of(names, fitted(found, rows))}
    OUT.write_text(json.dumps(told_, indent=1) + "\n", "utf-8")


def weights_of(names: Sequence[str], model: Fitted) -> dict[str, float]:
    """What a fitted model is worth as weights of plain measures."""
    weights = (model.weights[0] - model.weights[1]) / model.scales
    bias = float(model.bias[0] - model.bias[1] - weights @ model.means)
    values = {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}
    return {"bias": round(bias, 4), **values}


if __name__ == "__main__":
    main()
