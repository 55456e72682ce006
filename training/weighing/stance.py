"""Fit the stance of a headline to a claim: `python -m training.weighing.stance HEADLINES.csv`.

Reads columns claimHeadline, articleHeadline, articleHeadlineStance and claimId (Emergent, Ferreira and Vlachos 2016);
writes src/sayso/weigh/models/stance.json: numbers alone, no text.
"""

import argparse
import csv
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from sayso.weigh.compare.stance import STANCES, measures
from training.weighing.logistic import Fitted, Floats, fit, rows_of

OUT = Path(__file__).parents[2] / "src" / "sayso" / "weigh" / "models" / "stance.json"
# What a row of each stance counts: against is rare, and macro F1 asks for it as much as for the others.
COUNTS = {"for": 1.0, "observing": 1.1, "against": 1.6}
PENALTY = 0.04


def fitted(rows: Floats, truth: Sequence[str], penalty: float = PENALTY) -> Fitted:
    """The model that ships, fitted on these rows."""
    return fit(rows, truth, np.array([COUNTS[label] for label in truth]), STANCES, penalty)


def main() -> None:
    """Fit on every row of a file and write the weights."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("data", type=Path)
    with asked.parse_args().data.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    names, found = rows_of([measures(row["articleHeadline"], row["claimHeadline"]) for row in rows])
    model = fitted(found, [row["articleHeadlineStance"] for row in rows])

    def named(values: Floats) -> dict[str, float]:
        return {name: round(float(value), 5) for name, value in zip(names, values, strict=True)}

    claims = len({row["claimId"] for row in rows})
    told = {
        "made_by": f"training/weighing/stance.py on {len(rows)} headlines of {claims} claims",
        "bias": {label: round(float(value), 5) for label, value in zip(model.labels, model.bias, strict=True)},
        "means": named(model.means),
        "scales": named(model.scales),
        "weights": {label: named(row) for label, row in zip(model.labels, model.weights, strict=True)},
    }
    OUT.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    print(f"{OUT.name}: {len(names)} measures")


if __name__ == "__main__":
    main()
