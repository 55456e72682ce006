"""How many labelled times are read with the right value: `python bench/reading/time_values.py [--peers] [--show]`.

time_values.json labels 246 times in 155 documents (time_texts.py says which and how they were drawn): where each
stands, first and last moment, grain; null ends where the page marks a time that it does not give ("a few days ago").
They were labelled before any rule was touched. The documents whose half is "held" are measured and their mistakes
never looked at. Spans under "either" can be read in two ways and count for nothing.

Conventions of the labels: weeks run from Monday to Sunday and "two weeks ago" is that week; "last night" is the
evening and the morning after; "the past five years" reach from this day five years ago to today, with grain year; a
weekday or a date without a year is the nearest one at or before the publication, or after it where the sentence
looks ahead; "early 2031" is 2031; parts of a day add nothing. What happens on every Sunday is no time.

Labels that could stand otherwise, and count as they stand: "between January 1 and September 18" is labelled as two
days and read as one range (two mistakes); a "tonight" inside a quotation counts from when it was said, which a reader
of dates alone cannot know (three).

A value is right when first, last and grain are those of the label; zones are not compared. Nothing found where the
label is null is right too, a value there is wrong. "spans" counts what overlaps a label, "extra" what overlaps none.
--peers runs Microsoft's recognizers-text-suite 1.0.2a2 and dateparser 1.5.0 on the same labels. They are given more
than we are: the label's own words and the anchor, so they can miss no sentence and invent none. They are also judged
more mildly: without the grain, an interval inside the labelled days is right, a single day anywhere in the labelled
interval is right for dateparser; "either" takes the better of the two days that the recognizers give for "Friday".
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from time_texts import LABELS, Document, documents

from sayso.read.times.moments import Moments
from sayso.record import Caption, Page, Reading, Span, Text, When

Label = tuple[int, int, str | None, str | None, str | None]


def a_reading(one: Document) -> Reading:
    """The document as a page of one article whose lines are paragraphs and captions."""
    blocks = [Span(*block) for block in one.blocks()]
    text = Text(
        id="t", page_id="p", kind="article", span=Span(0, len(one.text)),
        published=When(earliest=one.published, latest=one.published, grain="day"),
        body=tuple(block for block in blocks if block.end <= one.captions),
        captions=tuple(Caption(text=block.of(one.text), credit=None, span=block)
                       for block in blocks if block.end > one.captions),
    )  # fmt: skip
    page = Page(id="p", url=None, outlet=None, captured=None, media_type="text/plain", text=one.text, body_hash="")
    return Reading(page=page, texts=(text,))


def found(moments: Moments, block: Span) -> list[When]:
    """Every time read in a block."""
    return moments.inside((block,), "t")


def is_right(when: When | None, label: Label) -> bool:
    """Whether a reading has the value of a label."""
    if label[2] is None:
        return when is None or when.earliest is None
    if when is None or when.earliest is None or when.latest is None:
        return False
    return (when.earliest[:16], when.latest[:16], when.grain) == (label[2], label[3], label[4])


def best(whens: list[When], label: Label) -> When | None:
    """What shares most characters with a label."""
    shared = {k: min(when.span.end, label[1]) - max(when.span.start, label[0])
              for k, when in enumerate(whens) if when.span}  # fmt: skip
    top = max(shared, key=lambda k: shared[k], default=None)
    return whens[top] if top is not None and shared[top] > 0 else None


def rows() -> Iterator[tuple[dict[str, Any], Document]]:
    """Every labelled document with its text."""
    texts = {one.name: one for one in documents()}
    for row in json.loads(LABELS.read_text("utf-8")):
        if row["id"] in texts:
            yield row, texts[row["id"]]


def score(row: dict[str, Any], one: Document, counts: Counter[str], *, show: bool) -> None:
    """Adds one document to the counts of its half."""
    moments, half = Moments(a_reading(one)), row["half"]
    for block in row["blocks"]:
        whens = found(moments, Span(*block))
        labels = [label for label in row["times"] if block[0] <= label[0] < block[1]]
        for label in labels:
            when = best(whens, label)
            right = is_right(when, label)
            for name in (half, "all"):
                counts[name, "labels"] += 1
                counts[name, "valued"] += label[2] is not None
                counts[name, "spans"] += when is not None
                counts[name, "right"] += right
                counts[name, "right and valued"] += right and label[2] is not None
                counts[name, "right and found"] += right and when is not None
            if show and not right and half == "open":
                print(one.text[label[0] : label[1]], label[2:], when and (when.earliest, when.latest, when.grain),
                      one.published, one.text[max(block[0], label[0] - 90) : label[1] + 50], sep=" | ")  # fmt: skip
        taken = [*labels, *(span for span in row["either"] if block[0] <= span[0] < block[1])]
        for when in whens:
            if when.earliest and not any(when.span and when.span.start < t[1] and t[0] < when.span.end for t in taken):
                for name in (half, "all"):
                    counts[name, "extra"] += 1
                if show and half == "open" and when.span:
                    print(
                        "EXTRA", when.span.of(one.text), when.earliest, one.text[block[0] : block[1]][:200], sep=" | "
                    )


def main() -> None:
    """Prints the table."""
    parse = argparse.ArgumentParser()
    parse.add_argument("--peers", action="store_true", help="also the two peers, where they are installed")
    parse.add_argument("--show", action="store_true", help="print the mistakes of the worked-on half")
    parse.add_argument("--json", type=Path, help="write the figures here, for bench/gate.py")
    args = parse.parse_args()
    counts: Counter[Any] = Counter()
    known = list(rows())
    for row, one in known:
        score(row, one, counts, show=args.show)
    print(f"{'':6} {'labels':>7} {'spans':>7} {'right of all':>13} {'of valued':>10} {'of found':>9} {'extra':>6}")
    figures: dict[str, float] = {}
    for half in ("open", "held", "all"):
        of = {name: counts[half, name] for name in ("labels", "valued", "spans", "extra")}
        right, valued, seen = (counts[half, name] for name in ("right", "right and valued", "right and found"))
        print(f"{half:6} {of['labels']:7} {of['spans'] / of['labels']:7.1%} {right / of['labels']:13.1%} "
              f"{valued / of['valued']:10.1%} {seen / of['spans']:9.1%} {of['extra']:6}")  # fmt: skip
        figures |= {f"reading.times.{half}.values": right / of["labels"],
                    f"reading.times.{half}.spans": of["spans"] / of["labels"]}  # fmt: skip
    if args.peers:
        from time_peers import table

        table(known)
    if args.json:
        args.json.write_text(json.dumps(figures) + "\n", "utf-8")


if __name__ == "__main__":
    main()
