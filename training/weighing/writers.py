"""How well points are found in scenarios of a writer nobody tuned on.

    python -m training.weighing.writers --folder FOLDER --cache CACHE [--encoders DIR] [--writers abcd] [--show]

Each writer (the first letter of a folder) is left out once: the likeness is fitted on the pairs of the others and
their scenarios are weighed with it. DIR holds w.onnx for every writer w: the encoder fitted without them
(training/weighing/encoder.py --without w); their claims get their vectors from it, in fitting and in measuring.
Without DIR the encoder that ships is used, which has seen them all. Rules and thresholds were made on all of them.
"""

# ruff: noqa: E402

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "bench" / "weighing"), str(ROOT / "tests")]

from weighing.scenarios import Found, Tally, _claims_at, grouping, judge, weighed
from weighing.scores import b_cubed

from sayso.weigh import vectors
from sayso.weigh.compare import likeness
from training.weighing.likeness import Encode, Example, examples, fitted, weights_of, writer
from training.weighing.logistic import rows_of
from weigh.scenario import FOLDER, Scenario, scenarios

SHOWN = ("interval", "no false independence", "pages", "edge precision", "edge recall", "dispute precision",
         "dispute recall", "as of", "change", "standing")  # fmt: skip


class Sum:
    """What was found of some scenarios."""

    def __init__(self) -> None:
        self.tally = Tally()
        self.gold: dict[str, str] = {}
        self.seated: dict[str, str] = {}
        self.pairs: Counter[str] = Counter()

    def add(self, scenario: Scenario, cache: Path | None) -> None:
        """Weighs a scenario and compares it with what its editor says."""
        found = weighed(scenario, cache)
        gold, seated = grouping(scenario, found)
        self.gold |= gold
        self.seated |= seated
        for one, other in combinations(sorted(gold), 2):
            true, ours = gold[one] == gold[other], seated[one] == seated[other]
            self.pairs["hit"] += true and ours
            self.pairs["true"] += true
            self.pairs["ours"] += ours
        self._strangers(scenario, found)
        judge(scenario, found, self.tally)

    def _strangers(self, scenario: Scenario, found: Found) -> None:
        """Counts the pages beside a point's own that its seats hold: pages that do not tell of it."""
        store = found.newsroom._store
        pages = {
            row.id: found.files[account.page_id] for account in store._accounts.values() for row in account.testimonies
        }
        seats = {seat.claim_id: seat.leader for seat in store.seats(set(pages))}
        for point in scenario["points"]:
            places = [*point.get("for", []), *point.get("against", [])]
            claims = _claims_at(scenario, found, places)
            leaders = Counter(seats[one] for one in claims if one in seats).most_common(1)
            if leaders:
                held = {pages[one] for one, leader in seats.items() if leader == leaders[0][0]}
                told = {file for file, _ in places}
                self.pairs["page right"] += len(held & told)
                self.pairs["page wrong"] += len(held - told)
                self.pairs["page lost"] += len(told - held)

    def __str__(self) -> str:
        score = b_cubed(self.seated, self.gold)
        pairs = self.pairs
        shares = "  ".join(f"{name} {self.tally.share(name):.3f}" for name in SHOWN)
        right = pairs["page right"]
        return (
            f"B³ {score.f1:.3f} ({score.precision:.3f}/{score.recall:.3f})"
            f"  pairs {pairs['hit'] / max(1, pairs['ours']):.3f}/{pairs['hit'] / max(1, pairs['true']):.3f}"
            f"  pages of a point {right / max(1, right + pairs['page wrong']):.3f}"
            f"/{right / max(1, right + pairs['page lost']):.3f}\n    {shares}"
        )


def fit_on(rows: Sequence[Example]) -> dict[str, float]:
    """The weights of a likeness fitted to these pairs."""
    names, found = rows_of([row.measured for row in rows])
    return weights_of(names, fitted(found, rows))


def encoder_of(file: Path) -> Encode:
    """An encoder that keeps what it said."""
    return lru_cache(maxsize=None)(vectors.Encoder(file))


def main() -> None:
    """Leave out every writer once and print what is found of their scenarios."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--folder", type=Path, default=FOLDER)
    asked.add_argument("--cache", type=Path)
    asked.add_argument("--encoders", type=Path)
    asked.add_argument("--writers", default="")
    asked.add_argument("--as-shipped", action="store_true", help="with the likeness that ships")
    asked.add_argument("--show", action="store_true")
    told = asked.parse_args()
    every = list(scenarios(told.folder))
    writers = sorted({writer(one) for one in every})
    encoders = {one: encoder_of(told.encoders / f"{one}.onnx") for one in writers} if told.encoders else {}
    rows = [] if told.as_shipped else list(examples(every, told.cache, encoders))
    whole = Sum()
    for left_out in told.writers or writers:
        if rows:
            weights = fit_on([row for row in rows if row.scenario[0] != left_out])
            likeness._weights = lambda weights=weights: weights  # type: ignore[assignment,misc]
        if encoders:
            vectors._encoder = lambda encoder=encoders[left_out]: encoder  # type: ignore[assignment,misc]
        alone = Sum()
        for scenario in every:
            if writer(scenario) == left_out:
                alone.add(scenario, told.cache)
                whole.add(scenario, told.cache)
        print(f"{left_out}: {alone}", flush=True)
    print(f"all: {whole}")
    if told.show:
        print("\n".join(whole.tally.wrong))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
