"""The ratchet: a measured figure never falls unnoticed.

    python bench/gate.py FIGURES.json            fails (exit 1) where a figure is under its floor
    python bench/gate.py FIGURES.json --raise    lifts every floor to one point under its figure, and lowers none

FIGURES.json and floors.json hold {"name": number}. A floor is lowered by hand, with a decision in docs/decisions/.
After the habit of trafilatura's eval gate.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
MARGIN = 0.01  # a point of room for another processor's rounding


def fallen(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """One sentence for every figure under its floor; a floor without a figure is not judged."""
    return [
        f"{name} is {figures[name]:.4f}, under its floor of {floor:.4f}"
        for name, floor in sorted(floors.items())
        if name in figures and figures[name] < floor
    ]


def lifted(figures: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    """The floors with each one raised to a point under its figure where that is higher."""
    new = {name: round(figure - MARGIN, 4) for name, figure in figures.items()}
    return {name: max(new.get(name, floors.get(name, 0.0)), floors.get(name, 0.0)) for name in sorted({*new, *floors})}


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("figures", type=Path)
    ask.add_argument("--raise", dest="lift", action="store_true")
    asked = ask.parse_args()
    figures = json.loads(asked.figures.read_text("utf-8"))
    floors = json.loads(FLOORS.read_text("utf-8"))
    if asked.lift:
        FLOORS.write_text(json.dumps(lifted(figures, floors), indent=2) + "\n", "utf-8")
        return 0
    for line in (falls := fallen(figures, floors)):
        print(line, file=sys.stderr)
    return 1 if falls else 0


if __name__ == "__main__":
    sys.exit(main())
