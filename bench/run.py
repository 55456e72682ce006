"""`make bench`: every figure there is data for, the floors, and a table of both.

    python bench/run.py [--figures FILE]

The data is the folder SAYSO_SHARED names, else ../shared. The peers beside Sayso are measured by the benches of
their own (bench/pages/README.md): this run takes minutes, not an hour.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from gate import FLOORS, fallen

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("SAYSO_SHARED") or HERE.parent.parent / "shared")

SLOW = frozenset({"emergent", "stories", "beside"})  # not within the tests: minutes, or packages of the bench


def commands(figures: Path) -> dict[str, list[str]]:
    """Bench name → command; each writes its figures as {"name": number} to `figures`/NAME.json."""
    data = SHARED / "data"
    python = sys.executable
    return {
        "attribution": [python, str(HERE / "reading" / "attribution.py"), "--data", str(data / "attribution"),
                        "--scorer", str(SHARED / "score" / "attribution_score.py"),
                        "--json", str(figures / "attribution.json")],
        "by_source": [python, str(HERE / "reading" / "by_source.py"), "--data", str(data / "attribution"),
                      "--scorer", str(SHARED / "score" / "attribution_score.py"),
                      "--json", str(figures / "by_source.json")],
        "calibration": [python, str(HERE / "reading" / "calibration.py"), "--data", str(data / "attribution"),
                        "--scorer", str(SHARED / "score" / "attribution_score.py"),
                        "--json", str(figures / "calibration.json")],
        "gold": [python, str(HERE / "reading" / "gold.py"), "--json", str(figures / "gold.json")],
        "gold_held": [python, str(HERE / "reading" / "gold.py"), "--held", "--json", str(figures / "gold_held.json")],
        "body": [python, "-m", "bench.pages.body", str(data / "pages"), "--json", str(figures / "body.json")],
        "metadata": [python, str(HERE / "pages" / "metadata.py"), str(data / "newspages"),
                     "--figures", str(figures / "metadata.json")],
        "weighing": [python, str(HERE / "weighing" / "scenarios.py"), "--json", str(figures / "weighing.json")],
        "weighing_held": [python, str(HERE / "weighing" / "scenarios.py"), "--held",
                          "--json", str(figures / "weighing_held.json")],
        "counting": [python, str(HERE / "weighing" / "scenarios.py"), "--gold-points",
                     "--json", str(figures / "counting.json")],
        "beside": [python, str(HERE / "weighing" / "beside.py")],
        "emergent": [python, str(HERE / "weighing" / "emergent.py"),
                     "--data", str(data / "weighing" / "emergent-dev.csv"), "--json", str(figures / "emergent.json")],
        "rumours": [python, str(HERE / "weighing" / "rumours.py"), str(data / "weighing" / "rumour-bodies.csv"),
                    "--json", str(figures / "rumours.json")],
        "rumours_held": [python, str(HERE / "weighing" / "rumours.py"), str(data / "weighing" / "rumour-bodies.csv"),
                         "--held", "--json", str(figures / "rumours_held.json")],
        "stories": [python, str(HERE / "weighing" / "stories.py"), "--events", str(data / "events"),
                    "--json", str(figures / "stories.json")],
        "names": [python, str(HERE / "reading" / "names.py"), "--data", str(data / "attribution"),
                  "--json", str(figures / "names.json")],
        "places": [python, str(HERE / "reading" / "places.py"), "--data", str(data / "places"),
                   "--json", str(figures / "places.json")],
        "events_real": [python, str(HERE / "reading" / "events_real.py"), "--json", str(figures / "events_real.json")],
        "events_gold": [python, str(HERE / "reading" / "events_gold.py"), "--json", str(figures / "events_gold.json")],
        "events_gold_held": [python, str(HERE / "reading" / "events_gold.py"), "--held",
                             "--json", str(figures / "events_gold_held.json")],
        "quantities": [python, str(HERE / "reading" / "quantities.py"), "--json", str(figures / "quantities.json")],
        "time_values": [python, str(HERE / "reading" / "time_values.py"), "--json", str(figures / "time_values.json")],
    }  # fmt: skip


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--slow", action="store_true", help="also what takes minutes: Emergent, stories, five others")
    ask.add_argument("--figures", type=Path, help="also write all figures there, for bench/gate.py")
    asked = ask.parse_args()
    if not (SHARED / "data").is_dir():
        print(
            f"there is no data in {SHARED}: set SAYSO_SHARED to the folder that holds data/ and score/", file=sys.stderr
        )
        return 2
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, command in commands(Path(folder)).items():
            if name in SLOW and not asked.slow:
                continue
            print(f"\n== {name}", flush=True)
            subprocess.run(command, cwd=HERE.parent, check=False)
            file = Path(folder) / f"{name}.json"
            if file.is_file():
                found |= json.loads(file.read_text("utf-8"))
    floors = json.loads(FLOORS.read_text("utf-8"))
    print("\n== figures and floors")
    for name, figure in sorted(found.items()):
        print(f"{name:44} {figure:10.4f}   floor {floors.get(name, float('nan')):.4f}")
    if asked.figures:
        asked.figures.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    for line in (falls := fallen(found, floors)):
        print(line, file=sys.stderr)
    return 1 if falls else 0


if __name__ == "__main__":
    sys.exit(main())
