"""The day of events in MEANTIME (CC BY 4.0): `python bench/reading/events_meantime.py [FOLDER] [--json OUT] [--show]`.

FOLDER holds list_instances.csv and meantime.conll; without one, data/events of the shared folder (SAYSO_SHARED, or
../shared). Each of the articles is read by the whole line as published on its second line's date. An event read counts
where its trigger is a word of a labelled event whose instance has a day. "given": its sentence prints a time whose day
is the labelled one, so that the text gives it; "day right" is the share of these whose day is read. "day told right" is
the share right among the events that the reader gives a day, wherever the label's comes from. Only the kinds of our
vocabulary can be met: no recall is measured here, the labels hold many events of other kinds.
"""

import argparse
import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from gold import page_of
from passages import Passage
from times import labelled

from sayso.read import default_line
from sayso.read.times.dates import printed
from sayso.read.times.moments import Moments
from sayso.record import Event, Reading, Span

Words = list[tuple[Span, frozenset[str]]]


def articles(folder: Path) -> Iterator[tuple[str, str, str, Words]]:
    """Name, text, day of publication, and every word's place with the ids of the instances it belongs to."""
    for document in (folder / "meantime.conll").read_text("utf-8").split("#begin document")[1:]:
        blocks = [[row.split("\t") for row in block.splitlines() if "\t" in row] for block in document.split("\n\n")]
        blocks = [block for block in blocks if block]
        head = " ".join(row[3] for row in blocks[1]) if len(blocks) > 1 else ""
        _, found = printed(head, Span(0, len(head))) if head else ([], [])
        if not found or None in found[0].begin:
            continue
        year, month, day = found[0].begin
        text, words, opened = "", [], Counter[str]()
        for block in (blocks[0], *blocks[2:]):
            for row in block:
                glue = row[3] in {",", ".", "'s", ";", ":", ")", "?", "!", "%"} or text.endswith(("(", "$", "\n\n"))
                text += "" if glue or not text else " "
                words.append((Span(len(text), len(text) + len(row[3])), frozenset(_inside(row[4], opened))))
                text += row[3]
            text += "\n\n"
        yield blocks[0][0][0], text.rstrip(), f"{year}-{month:02d}-{day:02d}", words


def _inside(cell: str, opened: Counter[str]) -> set[str]:
    """The instances that a word belongs to; `opened` are those that began and have not ended."""
    out = {name for name, number in opened.items() if number > 0}
    for part in cell.split("|"):
        for name in re.findall(r"[A-Z]{3}\d+", part):
            out.add(name)
            opened[name] += ("(" in part and ")" not in part) - (")" in part and "(" not in part)
    return out


def given(reading: Reading, event: Event, day: str, moments: Moments) -> bool:
    """Whether the event's sentence prints a time of this day."""
    sentence = next((one for one in reading.sentences if one.holds(event.span)), event.span)
    return any(
        (when.earliest or "")[:10] == day == (when.latest or "")[:10]
        for when in moments.inside((sentence,), reading.texts[0].id)
    )


def main() -> None:
    """Prints the table."""
    shared = Path(os.environ.get("SAYSO_SHARED", Path(__file__).parents[3] / "shared"))
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", nargs="?", type=Path, default=shared / "data/events")
    ask.add_argument("--json", type=Path, help="also write the figures there")
    ask.add_argument("--show", action="store_true", help="what differs")
    asked = ask.parse_args()
    days = {name: told for name, told in labelled(asked.folder).items() if re.fullmatch(r"\d{4}-\d\d-\d\d", told)}
    counts: Counter[str] = Counter()
    for name, text, published, words in articles(asked.folder):
        reading = default_line()(page_of(Passage(name, "", published, None, None, text, ())))
        moments = Moments(reading)
        for event in reading.events:
            wanted = {days[one] for span, ids in words if span.meets(event.span) for one in ids if one in days}
            if len(wanted) != 1:
                continue
            day = wanted.pop()
            first, last = ((event.when.earliest or "")[:10], (event.when.latest or "")[:10]) if event.when else ("", "")
            right = first == day == last
            counts["met"] += 1
            counts["told"] += bool(first) and first == last
            counts["told right"] += right
            if given(reading, event, day, moments):
                counts["given"] += 1
                counts["given right"] += right
            if asked.show and not right:
                sentence = next((one for one in reading.sentences if one.holds(event.span)), event.span)
                print(name, event.trigger, "want", day, "got", first, last, "|", sentence.of(text))
    figures = {
        "reading.events.meantime.day_right": round(counts["given right"] / max(1, counts["given"]), 4),
        "reading.events.meantime.day_told_right": round(counts["told right"] / max(1, counts["told"]), 4),
    }
    print(f"{counts['met']} events met with a labelled day, {counts['given']} given in their sentence", dict(counts))
    for key, value in figures.items():
        print(f"{key:44} {100 * value:6.1f}")
    if asked.json:
        asked.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
