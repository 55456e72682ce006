"""Who says what, measured: `python bench/reading/attribution.py --data DIR --scorer FILE [--split dev] [--json OUT]`.

DIR/SPLIT holds text/NAME.txt and attributions/NAME_ANNOTATOR.ann (brat stand-off, PolNeAR's layout); FILE is the
scorer, whose docstring defines every measure. Prints the scorer's table, the speed on one core, and each figure
beside its floor; OUT is what bench/gate.py takes. Ends with 1 where a figure is under its floor.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sayso.read.attribute.attributions import attributions
from sayso.read.attribute.model import encoder

FLOORS = Path(__file__).parents[1] / "floors.json"
MEASURES = {
    "relation_f1": ("relation", "F1"),
    "content_f1": ("tok content", "F1"),
    "source_f1": ("tok source", "F1"),
    "cue_f1": ("tok cue", "F1"),
    "direct_recall": ("R direct", None),
    "mixed_recall": ("R mixed", None),
    "indirect_recall": ("R indirect", None),
}


def predict(split: Path, out: Path) -> dict[str, float]:
    """Write one line of predictions an article; give words and CPU seconds."""
    encoder()
    words, began = 0, time.process_time()
    with out.open("w", encoding="utf-8") as file:
        for path in sorted((split / "text").glob("*.txt")):
            with path.open(encoding="utf-8", newline="") as article:
                text = article.read()
            words += len(text.split())
            found = [{"source": a.source, "cue": a.cue, "content": a.content} for a in attributions(text)]
            file.write(json.dumps({"doc": path.stem, "attributions": found}) + "\n")
    return {"words": words, "cpu_seconds": time.process_time() - began}


def figures(split: Path, scorer: Path, predictions: Path) -> dict[str, float]:
    """Run the scorer, showing its table; give its figures (0 to 1) by the names of the floors."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [sys.executable, str(scorer), str(split), str(predictions), "--json", str(report)]
        subprocess.run(command, check=True)
        row = json.loads(report.read_text("utf-8"))[0]
    return {f"reading.attribution.{name}": round(row[a][b] if b else row[a], 4) for name, (a, b) in MEASURES.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--json", type=Path, help="write the figures here")
    args = parser.parse_args()
    split = args.data / args.split
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "sayso.jsonl"
        cost = predict(split, predictions)
        got = figures(split, args.scorer, predictions)
    rate = cost["words"] / cost["cpu_seconds"]
    print(f"\n{cost['words']} words, {rate:.0f} a CPU-second (tokenizing, model and linking, one core)")
    if args.json:
        args.json.write_text(json.dumps(got, indent=1) + "\n", "utf-8")
    floors = json.loads(FLOORS.read_text("utf-8"))
    low = 0
    for name, value in got.items():
        floor = floors.get(name, 0.0) if args.split == "dev" else 0.0
        low += value < floor
        print(f"{'LOW' if value < floor else 'ok '} {name:40} {value:.4f}  floor {floor:.4f}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
