"""Events of our own passages beside their labels: `python bench/reading/events_gold.py [--held --json OUT --show]`.

Every passage of bench/reading/gold_events/ is read by the whole line. A labelled event is found where one read has its
kind and shares a word of its trigger. Fields are shares of the events found: nothing where nothing is labelled is
right, a role is the labelled one where half of the words of either are the other's. `--held` measures the files held
back from tuning: for reporting, not for working.
"""

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gold import page_of, said
from passages import Passage

from sayso.read import default_line
from sayso.record import Event, Reading, Span, When

GOLD = Path(__file__).with_name("gold_events")
FRESH = Path(__file__).with_name("gold_events_fresh")
FIELDS = ("actor", "target", "place", "when", "polarity", "modality")
PUBLISHED = "2031-11-12"
Label = Mapping[str, Any]


@dataclass
class Score:
    """Counts of a run, and what differs, for the eye."""

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def figures(self, name: str) -> dict[str, float]:
        """Trigger precision, recall and F1, each field's share right, and F1 of roles, place and time told."""
        precision, recall = (self.right["event"] / max(1, self.of[key]) for key in ("found", "labelled"))
        told = {"precision": precision, "recall": recall, "f1": 2 * precision * recall / max(1e-9, precision + recall)}
        told |= {one: self.right[one] / max(1, self.right["event"]) for one in FIELDS}
        for one in ("actor", "target", "place", "when"):
            told[f"{one}_f1"] = 2 * self.right[f"{one} told"] / max(1, self.of[f"{one} want"] + self.of[f"{one} got"])
        return {f"reading.events.{name}.{key}": round(value, 4) for key, value in told.items()}


def labelled(*, held: bool, folder: Path = GOLD) -> Iterator[tuple[Passage, Sequence[Label]]]:
    """The passages with their events."""
    for path in sorted(folder.glob("*.toml")):
        if path.stem.endswith("_held") == held:
            for k, raw in enumerate(tomllib.loads(path.read_text("utf-8"))["passage"], 1):
                day = raw.get("published", PUBLISHED)
                yield Passage(f"{path.stem}:{k}", "", day, None, None, raw["text"], ()), raw["want"]


def got(event: Event, reading: Reading) -> dict[str, str]:
    """What was read of an event, in the words of the labels; nothing for what it does not tell."""
    mentions = {one.id: one for one in reading.mentions}
    entities = {one.id: one for one in reading.entities}
    out = {"polarity": event.polarity, "modality": event.modality}
    for role in event.roles:
        mention = mentions.get(role.mention_id or "")
        entity = entities.get(mention.entity_id or "") if mention else None
        name = role.name or (entity.name if entity else mention.span.of(reading.page.text) if mention else "")
        out.setdefault(role.part, name)
    for place in event.places:
        out.setdefault("place", place.name)
    if event.when:
        out["when"] = days(event.when)
    return out


def days(when: When) -> str:
    """An interval as a day or first/last."""
    first, last = (when.earliest or "?")[:10], (when.latest or "?")[:10]
    return first if first == last else f"{first}/{last}"


def same(key: str, want: str, found: str) -> bool:
    """Whether a field is the labelled one."""
    if key not in {"actor", "target", "place"}:
        return want == found
    a, b = set(said(want)), set(said(found))
    return want == found or (len(a & b) >= 0.5 * min(len(a), len(b)) and bool(a & b))


def compare(passage: Passage, want: Sequence[Label], reading: Reading, score: Score) -> None:
    """Counts one passage."""
    left = list(reading.events)
    score.of["found"] += len(left)
    score.of["labelled"] += len(want)
    at = 0
    for label in want:
        start = passage.text.find(label["trigger"], at)
        start = start if start >= 0 else passage.text.find(label["trigger"])
        span = Span(start, start + len(label["trigger"]))
        event = next((one for one in left if one.kind == label["kind"] and one.span.meets(span)), None)
        if event is None:
            score.wrong.append(f"{passage.where} MISSED {label['kind']} {label['trigger']!r} | {passage.text}")
            continue
        at = span.start + 1
        left.remove(event)
        score.right["event"] += 1
        _fields(passage, label, got(event, reading), score)
    for event in left:
        score.wrong.append(f"{passage.where} EXTRA {event.kind} {event.trigger!r} | {passage.text}")


def _fields(passage: Passage, label: Label, found: Mapping[str, str], score: Score) -> None:
    plain = {"polarity": "positive", "modality": "happened"}
    for key in FIELDS:
        want, have = label.get(key, plain.get(key, "")), found.get(key, "")
        good = same(key, want, have) if want and have else want == have
        score.right[key] += good
        score.of[f"{key} want"] += bool(want)
        score.of[f"{key} got"] += bool(have)
        score.right[f"{key} told"] += good and bool(want)
        if not good:
            score.wrong.append(
                f"{passage.where} {label['trigger']!r} {key}: want {want!r} got {have!r} | {passage.text}"
            )


def _asked(asked: argparse.Namespace) -> Iterator[tuple[Passage, Sequence[Label]]]:
    return labelled(held=True, folder=FRESH) if asked.fresh else labelled(held=asked.held)


def main() -> None:
    """Prints the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--held", action="store_true", help="the files held back from tuning")
    ask.add_argument("--fresh", action="store_true", help="the file written after the vocabulary stood")
    ask.add_argument("--show", action="store_true", help="what differs")
    ask.add_argument("--json", type=Path, help="also write the figures there")
    asked = ask.parse_args()
    score, line, number = Score(), default_line(), 0
    for number, (passage, want) in enumerate(_asked(asked), 1):  # noqa: B007
        compare(passage, want, line(page_of(passage)), score)
    if asked.show:
        print(*score.wrong, sep="\n")
    figures = score.figures("fresh" if asked.fresh else "held" if asked.held else "dev")
    print(f"{number} passages, {score.of['labelled']} labelled events, {score.of['found']} found")
    for name, value in figures.items():
        print(f"{name:44} {100 * value:6.1f}")
    if asked.json:
        asked.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
