"""The texts whose times are labelled, rebuilt from the shared folder, and how their paragraphs were drawn.

A document of data/attribution/dev is its text file ("dev/NAME"). One of data/newspages is what its labels hold, in
order: title, summary, sections with their headlines, captions without repeats, joined by an empty line
("us/APNews/V1"). `python bench/reading/time_texts.py` checks that the labels stand where `draw` drew.
"""

import json
import os
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

SHARED = Path(os.environ.get("SAYSO_SHARED") or Path(__file__).parents[3] / "shared")
LABELS = Path(__file__).with_name("time_values.json")
NOT_ENGLISH = frozenset({"Isolezwe", "IsolezweLesiXhosa", "Ilanga", "EyethuNews"})  # and two that were seen when drawn
SEED, EACH = 20311109, 2  # paragraphs of a document, out of those that the wide finder marks

# Whatever might be a time, far wider than any reader: names of months and days, units of time, four digits, "last".
_WIDE = re.compile(
    r"\b(1[5-9]\d\d|20\d\d|19\d0s|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|"
    r"august|september|october|november|december|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|"
    r"sundays?|mon|tues?|wed|thur?s?|fri|sat|sun|today|yesterday|tomorrow|tonight|overnight|morning|afternoon|evening|"
    r"night|midnight|noon|midday|days?|weeks?|weekend|fortnight|months?|years?|decades?|century|centuries|hours?|"
    r"minutes?|ago|spring|summer|autumn|fall|winter|quarter|season|eve|christmas|easter|thanksgiving|halloween|"
    r"ramadan|labor day|earlier|last|next|[ap]\.?m\.?|\d\ds|'\d\ds?|\d+/\d+|\d{1,2}(st|nd|rd|th)|\d+:\d\d)\b",
    re.I,
)


@dataclass(frozen=True)
class Document:
    """A text, its day of publication, and where its captions begin (the length of the text where it has none)."""

    name: str
    published: str
    text: str
    captions: int

    def blocks(self) -> list[tuple[int, int]]:
        """First and last character of every line that is not empty."""
        return [found.span() for found in re.finditer(r"[^\n]+", self.text)]


def documents(shared: Path = SHARED) -> Iterator[Document]:
    """Every document, in a fixed order."""
    for file in sorted((shared / "data/attribution/dev/text").glob("*.txt")):
        text = file.read_text("utf-8")
        yield Document(f"dev/{file.stem}", file.stem.split("_")[1], text, len(text))
    for file in sorted((shared / "data/newspages").glob("*/*.json")):
        if file.stem in NOT_ENGLISH:
            continue
        for version, page in json.loads(file.read_text("utf-8")).items():
            yield _page(f"{file.parent.name}/{file.stem}/{version}", page)


def _page(name: str, page: dict[str, Any]) -> Document:
    pieces = [page["title"], *page["body"]["summary"]]
    for section in page["body"]["sections"]:
        pieces += [*section["headline"], *section["paragraphs"]]
    body = "\n\n".join(piece for piece in pieces if piece)
    captions = dict.fromkeys(image.get("caption") or "" for image in page.get("images", []))
    return Document(name, page["publishing_date"][:10], body + "".join(f"\n\n{c}" for c in captions if c), len(body))


def draw(shared: Path = SHARED) -> Iterator[tuple[Document, str, list[tuple[int, int]]]]:
    """Each document with its half ("open" or "held", by its name) and its paragraphs to label."""
    chance = random.Random(SEED)
    for one in documents(shared):
        marked = [block for block in one.blocks() if _WIDE.search(one.text[block[0] : block[1]])]
        half = "held" if sha256(one.name.encode()).digest()[0] % 2 else "open"
        yield one, half, sorted(chance.sample(marked, min(EACH, len(marked))))


def main() -> None:
    """Says which labels do not stand where the draw put them."""
    labels = {row["id"]: row for row in json.loads(LABELS.read_text("utf-8"))}
    for one, half, blocks in draw():
        row = labels.pop(one.name, None)
        if row and (row["half"], row["blocks"]) != (half, [list(block) for block in blocks]):
            print(f"{one.name}: drawn {half} {blocks}, labelled {row['half']} {row['blocks']}")
    print(f"{len(labels)} labelled documents were not drawn")


if __name__ == "__main__":
    main()
