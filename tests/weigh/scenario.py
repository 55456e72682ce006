"""Scenarios: folders of invented pages with what a careful editor counts (docs/how/write-a-scenario.md)."""

import html
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "scenarios"
KINDS = frozenset(
    [
        "wire-copy",
        "partial-copy",
        "paraphrase-cited",
        "paraphrase-uncited",
        "translation",
        "press-release",
        "scoop",
        "second-confirmation",
        "denial-all",
        "denial-part",
        "correction",
        "stealth-edit",
        "number-drift",
        "number-dispute",
        "cycle",
        "family",
        "broadcast-quote",
        "live-brief",
        "look-alikes",
        "two-sides",
        "witness",
        "chain",
        "mixed",
    ]
)
EDGES = ("cites", "told", "wire", "copies", "same_quote", "same_document", "same_speaker", "same_publisher")
STANDINGS = frozenset(["single", "echoed", "corroborated", "disputed", "retracted", "ungrounded"])
DISPUTES = frozenset(["denial", "figures", "exclusion", "tension"])
CHANGES = frozenset(["added", "withdrawn", "softened", "hardened", "re-attributed", "recounted"])
FIELDS = {
    "": {"title", "kind", "outlets", "pages", "points", "disputes", "as_of", "changes"},
    "outlets": {"name", "aliases", "family", "kind"},
    "pages": {"file", "outlet", "url", "captured"},
    "points": {
        "id", "gist", "for", "against", "pages", "outlets", "origins_for", "origins_against", "voices", "sides",
        "standing", "origins", "edges",
    },
    "disputes": {"left", "right", "kind"},
    "as_of": {"at", "point", "pages", "outlets", "origins_for", "origins_against", "voices", "sides", "standing"},
    "changes": {"file", "kind", "words", "stealth"},
}  # fmt: skip


@dataclass(frozen=True)
class Scenario:
    """One folder; `told` is scenario.toml as it stands."""

    folder: Path
    told: dict[str, Any] = field(repr=False)

    @property
    def name(self) -> str:
        return self.folder.name

    def __getitem__(self, name: str) -> Any:
        return self.told.get(name, [])

    def words_of(self, file: str) -> str:
        """The visible words of a page, white space as single spaces."""
        raw = (self.folder / file).read_text("utf-8")
        if file.endswith(".html"):
            raw = re.sub(r"<(script|style)\b.*?</\1>", " ", raw, flags=re.S | re.I)
            raw = html.unescape(re.sub(r"<[^>]+>", " ", re.sub(r"</?(?:a|b|i|em|strong|span|q|time)\b[^>]*>", "", raw)))
        return " ".join(raw.split())


def scenarios(folder: Path = FOLDER) -> list[Scenario]:
    """Every scenario under a folder, by name."""
    return [
        Scenario(path.parent, tomllib.loads(path.read_text("utf-8"))) for path in sorted(folder.rglob("scenario.toml"))
    ]


def faults(scenario: Scenario) -> Iterator[str]:
    """What is wrong with a scenario by the rules of its format."""
    told = scenario.told
    for table, fields in FIELDS.items():
        for row in [told] if not table else told.get(table, []):
            if strange := set(row) - fields:
                yield f"{table or 'scenario'}: unknown {sorted(strange)}"
    if told.get("kind") not in KINDS:
        yield f"unknown kind {told.get('kind')!r}"
    files = {page["file"] for page in told["pages"]}
    on_disk = {path.name for path in scenario.folder.iterdir()} - {"scenario.toml"}
    if files != on_disk:
        yield f"pages and files differ: {sorted(files ^ on_disk)}"
        return
    for page in told["pages"]:
        datetime.fromisoformat(page["captured"])
    ids = {point["id"] for point in told["points"]}
    for point in told["points"]:
        for fault in _point_faults(scenario, point, files):
            yield f"point {point['id']}: {fault}"
    for row in told.get("disputes", []):
        if row["kind"] not in DISPUTES or not {row["left"], row["right"]} <= ids:
            yield f"dispute {row}"
    for row in told.get("as_of", []):
        datetime.fromisoformat(row["at"])
        if row["point"] not in ids:
            yield f"as_of {row}"
    for row in told.get("changes", []):
        if row["kind"] not in CHANGES or row["file"] not in files:
            yield f"change {row}"
        elif not any(row["words"] in scenario.words_of(file) for file in files):
            yield f"change: no page says {row['words']!r}"


def _point_faults(scenario: Scenario, point: dict[str, Any], files: set[str]) -> Iterator[str]:
    for side in ("for", "against"):
        for file, words in point.get(side, []):
            if file not in files:
                yield f"no page {file}"
            elif scenario.words_of(file).count(words) != 1:
                yield f"{file} says {scenario.words_of(file).count(words)} times {words!r}"
    for name in ("pages", "outlets", "origins_for", "origins_against", "voices", "sides", "standing"):
        if name not in point:
            yield f"{name} is not given"
    for name in ("origins_for", "origins_against"):
        low, high = point[name]
        if low > high:
            yield f"{name} runs down"
    if point["standing"] not in STANDINGS:
        yield f"standing {point['standing']!r}"
    if len({file for file, _ in point["for"]}) < point["pages"]:
        yield "fewer places than pages"
    for edge in point.get("edges", []):
        if edge["kind"] not in EDGES or set(edge) - {"from", "to", "kind", "optional"}:
            yield f"edge {edge}"
        for end in (edge["from"], edge["to"]):
            if not end.startswith("outlet:") and end not in files:
                yield f"edge {edge}: no page {end}"


if __name__ == "__main__":
    wrong = 0
    found = [s for path in sys.argv[1:] for s in scenarios(Path(path))] if sys.argv[1:] else scenarios()
    for one in found:
        for fault in faults(one):
            wrong += 1
            print(f"{one.name}: {fault}")
    print(f"{len(found)} scenarios, {wrong} faults")
