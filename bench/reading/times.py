"""How often a printed time is read as the day the labels give: `python bench/reading/times.py [FOLDER]`.

FOLDER holds MEANTIME (CC BY 4.0) as list_instances.csv and meantime.conll: news articles whose events carry the day,
month or year in which they happened; without one, data/events of the shared folder (SAYSO_SHARED, or ../shared).
An article's second line is its date and the anchor. A sentence counts when the reader finds one time in it and an
event in it has a labelled time of that grain or finer. "inside": the labelled time of one of those events lies in the
interval read; "exact": it is the whole interval. Both are development figures and bounds from below: a sentence's
only time may belong to none of its labelled events. Times printed in full and relative ones are shown apart.
"""

import argparse
import csv
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.read.times.dates import printed
from sayso.read.times.reckon import looks_ahead, reckon
from sayso.record import Span, When


@dataclass(frozen=True)
class Sentence:
    """A sentence, the article's date and the labelled times of its events ("2008-03-XX")."""

    text: str
    published: str
    times: frozenset[str]


def labelled(folder: Path) -> dict[str, str]:
    """The labelled time of each event, by its id."""
    with (folder / "list_instances.csv").open(encoding="utf-8") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row[0]: row[7] for row in rows if len(row) > 7 and re.match(r"\d{4}", row[7])}


def sentences(folder: Path) -> Iterator[Sentence]:
    """Every sentence but headline and date."""
    times = labelled(folder)
    for document in (folder / "meantime.conll").read_text("utf-8").split("#begin document")[1:]:
        blocks = [[row.split("\t") for row in block.splitlines() if "\t" in row] for block in document.split("\n\n")]
        blocks = [block for block in blocks if block]
        head = " ".join(row[3] for row in blocks[1]) if len(blocks) > 1 else ""
        _, found = printed(head, Span(0, len(head))) if head else ([], [])
        if not found or None in found[0].begin:
            continue
        year, month, day = found[0].begin
        for block in blocks[2:]:
            ids = {name for row in block for name in re.findall(r"[A-Z]{3}\d+", row[4])}
            text = " ".join(row[3] for row in block).replace(" ,", ",").replace(" .", ".").replace(" 's", "'s")
            yield Sentence(text, f"{year}-{month:02d}-{day:02d}", frozenset(times[i] for i in ids if i in times))


def agrees(when: When, label: str) -> str:
    """What a labelled time is to an interval: "exact", "inside", "outside", or "" where the label is coarser."""
    known = label.replace("-XX", "")
    if not when.earliest or not when.latest:
        return "outside"
    first, last = when.earliest[: len(known)], when.latest[: len(known)]
    if len(known) < {"year": 4, "month": 7}.get(when.grain or "", 10):
        return ""
    if not first <= known <= last:
        return "outside"
    return "exact" if first == last else "inside"


def main() -> None:
    """Prints the table."""
    shared = Path(os.environ.get("SAYSO_SHARED", Path(__file__).parents[3] / "shared"))
    parse = argparse.ArgumentParser()
    parse.add_argument("folder", nargs="?", type=Path, default=shared / "data/events")
    parse.add_argument("--show", action="store_true", help="print the sentences that differ")
    args = parse.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    for one in sentences(args.folder):
        line, found = printed(one.text, Span(0, len(one.text)))
        if len(found) != 1 or not one.times:
            continue
        span = found[0].span(line)
        when = reckon(found[0], span, one.published, ahead=looks_ahead(line, found[0]))
        said = {agrees(when, label) for label in one.times} - {""}
        if not said:
            continue
        best = "exact" if "exact" in said else "inside" if "inside" in said else "outside"
        counts["relative" if when.inferred else "explicit", best] += 1
        if args.show and best == "outside":
            print(one.published, span.of(one.text), when.earliest, when.latest, sorted(one.times), one.text, sep=" | ")
    for kind in ("explicit", "relative"):
        total = sum(count for (k, _), count in counts.items() if k == kind)
        exact, inside = (counts[kind, word] / max(1, total) for word in ("exact", "inside"))
        print(f"{kind:10} {total:4} times  exact {exact:.1%}  inside {exact + inside:.1%}")


if __name__ == "__main__":
    main()
