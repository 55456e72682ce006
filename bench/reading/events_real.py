"""Triggers in sentences of real news: `python bench/reading/events_real.py [FOLDER] [--json OUT] [--show]`.

events_real.json holds places and kinds alone, no words: one sentence each of 90 articles of the attribution training
data, drawn by lot, labelled by one person before the reader's answer was seen. FOLDER is data/attribution/train/text;
without one, that of the shared folder (SAYSO_SHARED, or ../shared). An event is found where one read has its kind and
meets its trigger.
"""

import argparse
import json
import os
from pathlib import Path

from gold import page_of
from passages import Passage

from sayso.read import default_line
from sayso.record import Span

LABELS = Path(__file__).with_suffix(".json")
PUBLISHED = "2016-06-01"  # no figure here rests on a time


def main() -> None:
    """Prints precision, recall and F1."""
    shared = Path(os.environ.get("SAYSO_SHARED", Path(__file__).parents[3] / "shared"))
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", nargs="?", type=Path, default=shared / "data/attribution/train/text")
    ask.add_argument("--json", type=Path, help="also write the figures there")
    ask.add_argument("--show", action="store_true", help="what differs")
    asked = ask.parse_args()
    right = found = labelled = 0
    for row in json.loads(LABELS.read_text("utf-8")):
        text = (asked.folder / row["file"]).read_text("utf-8")
        body = text.strip()
        lead = text.index(body)  # page_of takes the text without the white space around it
        reading = default_line()(page_of(Passage(row["file"], "", PUBLISHED, None, None, body, ())))
        sentence = Span(row["sentence"][0] - lead, row["sentence"][1] - lead)
        left = [event for event in reading.events if sentence.holds(event.span)]
        found, labelled = found + len(left), labelled + len(row["events"])
        for start, end, kind in row["events"]:
            span = Span(start - lead, end - lead)
            event = next((one for one in left if one.kind == kind and one.span.meets(span)), None)
            if event:
                right += 1
                left.remove(event)
            elif asked.show:
                print(f"missed {kind} {span.of(body)!r}")
        if asked.show:
            print(*(f"extra {event.kind} {event.trigger!r}" for event in left), sep="\n", end="\n" if left else "")
    precision, recall = right / max(1, found), right / max(1, labelled)
    told = {"precision": precision, "recall": recall, "f1": 2 * right / max(1, found + labelled)}
    figures = {f"reading.events.real.{name}": round(value, 4) for name, value in told.items()}
    print(f"{labelled} labelled events, {found} found, {right} right")
    for name, value in figures.items():
        print(f"{name:44} {100 * value:6.1f}")
    if asked.json:
        asked.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
