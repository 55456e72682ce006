"""Sayso beside five ways of counting independent sources, on our scenarios; each is told which pages carry a point.

python bench/weighing/beside.py [--folder FOLDER] [--cache FOLDER]

The others are given more than they would have: the pages of the point (Sayso finds them itself), the publisher families
and the scenario's agencies. A count is right where it equals the proven number, the low end of the true interval.
"""

# ruff: noqa: E402
import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[2] / "tests"), str(Path(__file__).parent)]
from baselines import BASELINES, WIRES, Printed, headline_clusters, wire_and_grams
from scenarios import Found, _match, _proofs, weighed

from weigh.scenario import FOLDER, Scenario, scenarios

WIRED = {"headlines .55": headline_clusters, "four wires, 4-grams .78": wire_and_grams}


def rows(scenario: Scenario, found: Found) -> Iterator[tuple[tuple[int, int], dict[str, int]]]:
    """(true interval, count by every way) of each point of a scenario."""
    proofs = _proofs(found)
    texts = {found.files[text.page_id]: text for text in found.newsroom.texts(replaced=True) if text.kind == "article"}
    pages = {found.files[page.id]: page for page in found.pages.values()}
    for point in scenario["points"]:
        files = sorted({file for file, _ in point.get("for", [])})
        printed = [_printed(file, texts, pages, found) for file in files if file in texts]
        wires = (*WIRES, *(row["name"] for row in scenario["outlets"] if row.get("kind") == "agency"))
        counts = {name: count(printed) for name, count in BASELINES.items() if name not in WIRED}
        counts |= {name: count(printed, wires) for name, count in WIRED.items()}
        proof = _match(scenario, found, point, proofs)
        counts["Sayso"] = proof.point.origins_for[0] if proof else 0
        yield (point["origins_for"][0], point["origins_for"][1]), counts


def _printed(file: str, texts: dict[str, Any], pages: dict[str, Any], found: Found) -> Printed:
    text, page = texts[file], pages[file]
    return Printed(
        outlet=page.outlet or "",
        headline=text.headline or "",
        body=" ".join(span.of(page.text) for span in text.body),
        family=found.press.family_of(page),
        published=text.published.latest if text.published else None,
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--folder", type=Path, default=FOLDER)
    asked.add_argument("--cache", type=Path)
    told = asked.parse_args()
    found = [row for one in scenarios(told.folder) for row in rows(one, weighed(one, told.cache))]
    print(f"{len(found)} points\n\n| counts by | right | too many (false independence) | too few |\n|---|---|---|---|")
    for name in (*BASELINES, "Sayso"):
        right = sum(counts[name] == low for (low, _), counts in found)
        more = sum(counts[name] > low for (low, _), counts in found)
        print(
            f"| {name} | {right / len(found):.1%} | {more / len(found):.1%} | {1 - (right + more) / len(found):.1%} |"
        )


if __name__ == "__main__":
    main()
