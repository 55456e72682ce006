"""How fast and how heavy the whole line is, beside spaCy's md pipeline in full and textacy, in one run.

    python bench/speed/line.py [--data DIR] [--rounds 2] [--json FILE]

DIR holds dev/text/*.txt (PolNeAR's layout); without it the pages are our own samples. Each system reads the same pages
in one process on one thread, a dozen at a time in turn, so that what else the machine does slows all of them alike.
The words are those between white space, the time is CPU time, models loaded and warm. Memory is the peak of a process
of its own for each. Needs bench/speed/requirements.txt; ends with 1 where the line is under a bar.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from statistics import median, quantiles

FAST, HEAVY = 1.5, 1.5  # words a CPU-second at least, memory at most: as multiples of spaCy md's
DOZEN = 12
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "TOKENIZERS_PARALLELISM")


def timed(data: Path | None, rounds: int) -> dict[str, object]:
    """Seconds of every system, in turn over the same pages; per-page seconds of the line; its rooms."""
    from rooms import rooms
    from systems import SYSTEMS
    from texts import pages, words

    found = pages(data)
    runs = {name: make() for name, make in SYSTEMS.items()}
    for run in runs.values():
        run(found[:2])
    spent: defaultdict[str, list[float]] = defaultdict(list)
    each: defaultdict[str, list[float]] = defaultdict(list)
    for turn in range(rounds):
        sums = dict.fromkeys(runs, 0.0)
        for k in range(0, len(found), DOZEN):
            for name, run in list(runs.items())[:: 1 if (turn + k // DOZEN) % 2 else -1]:
                for some in [found[k : k + DOZEN]] if "batches" in name else [[one] for one in found[k : k + DOZEN]]:
                    began = time.process_time()
                    run(some)
                    each[name].append(time.process_time() - began)
                    sums[name] += each[name][-1]
        for name, seconds in sums.items():
            spent[name].append(seconds)
    return {"pages": len(found), "words": sum(map(words, found)), "spent": spent, "each": each, "rooms": rooms(found)}


def heaviest(name: str, data: Path | None) -> int:
    """Kilobytes at the peak of this process, which reads every page with one system."""
    import resource

    from systems import SYSTEMS
    from texts import pages

    SYSTEMS[name]()(pages(data))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def apart(*words: str) -> str:
    """What this program prints when it runs again in a process of its own, on one thread."""
    told = {**os.environ, **dict.fromkeys(THREADS, "1"), "TOKENIZERS_PARALLELISM": "false"}
    done = subprocess.run([sys.executable, __file__, *words], env=told, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def shown(found: dict, memory: dict[str, int]) -> dict[str, float]:
    """Print the tables; give the figures."""
    count, spent = found["words"], {name: median(rounds) for name, rounds in found["spent"].items()}
    base = min(seconds for name, seconds in spent.items() if name.startswith("spaCy"))
    print(
        f"{found['pages']} pages, {count} words, one thread, median of {len(found['spent']['Sayso'])} rounds in turn\n"
    )
    print(f"{'':22} {'words/CPU s':>12} {'beside spaCy':>13} {'MB':>6} {'beside':>7} {'p50 ms':>7} {'p95 ms':>7}")
    for name, seconds in spent.items():
        pages = sorted(found["each"][name])
        middle, last = (1e3 * quantiles(pages, n=20)[k] for k in (9, 18))
        alone = "batches" not in name
        print(
            f"{name:22} {count / seconds:12,.0f} {base / seconds:13.2f} {memory[name] / 1024:6.0f}"
            f" {memory[name] / memory['spaCy md']:7.2f}" + (f" {middle:7.0f} {last:7.0f}" if alone else "")
        )
    total = sum(found["rooms"].values())
    print("\nwhere the line's time goes (microseconds a word, share)")
    for name, seconds in sorted(found["rooms"].items(), key=lambda pair: -pair[1]):
        print(f"  {name:20} {1e6 * seconds / count:7.1f} {100 * seconds / total:6.1f} %")
    return {
        "speed.beside_spacy": round(base / spent["Sayso"], 3),
        "speed.memory_beside_spacy": round(memory["Sayso"] / memory["spaCy md"], 3),
    }


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path)
    ask.add_argument("--rounds", type=int, default=2)
    ask.add_argument("--json", type=Path, help="write the figures here")
    ask.add_argument("--part", help=argparse.SUPPRESS)
    asked = ask.parse_args()
    if asked.part:
        print(json.dumps(timed(asked.data, asked.rounds) if asked.part == "time" else heaviest(asked.part, asked.data)))
        return 0
    told = ["--data", str(asked.data)] if asked.data else []
    found = json.loads(apart("--part", "time", "--rounds", str(asked.rounds), *told))
    memory = {name: json.loads(apart("--part", name, *told)) for name in found["spent"]}
    figures = shown(found, memory)
    if asked.json:
        only = {name: value for name, value in figures.items() if "memory" not in name}
        asked.json.write_text(json.dumps(only, indent=1) + "\n", "utf-8")
    slow, heavy = figures["speed.beside_spacy"] < FAST, figures["speed.memory_beside_spacy"] > HEAVY
    for told_of in [f"slower than {FAST} times spaCy md"] * slow + [f"heavier than {HEAVY} times spaCy md"] * heavy:
        print(told_of, file=sys.stderr)
    return 1 if slow or heavy else 0


if __name__ == "__main__":
    sys.exit(main())
