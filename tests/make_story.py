"""Builder of a story whose events have places and whose claims give figures, and of an atlas of two countries."""

import json
from dataclasses import replace
from pathlib import Path

from tests.make_pages import kept, said, story

from sayso.newsroom import Newsroom
from sayso.record import Event, Place, Reading, Story

LIES: dict[str, tuple[float | None, float | None, float | None]] = {
    "Dunmoor": (5.0, 9.0, None),
    "Cape Varn": (4.0, 8.0, None),
    "Lake Tarn": (6.5, 11.0, 25.0),
    "Orlo": (None, None, None),
    "Sorrel": (5.5, 9.5, None),
}
GOVERNMENTS = ("Sorrel",)
TOLD = (
    ("Harbour Post", 3, "Ana Reth", "the fire at the Kestrel mill in Dunmoor injured {} people and took Cape Varn"),
    ("Lindow Echo", 5, "Piet Sand", "the Kestrel mill fire at Dunmoor injured {} people near Lake Tarn"),
    ("Upland Gazette", 7, "Marit Solheim", "fire at the Kestrel mill in Dunmoor injured {} people, Sorrel told Orlo"),
    ("Norda", 7, "Ana Reth", "the fire at the Kestrel mill in Dunmoor injured {} people"),
)  # fmt: skip


def burnt(newsroom: Newsroom, *, called: dict[str, str] | None = None) -> Story:
    """Adds four pages of one fire and weighs them; `called` gives places other names than the pages print."""
    for hour, (outlet, number, by, words) in enumerate(TOLD, 10):
        said_ = words.format(number)
        said_ = said_[0].upper() + said_[1:]
        item = story(
            f"Kestrel mill burns at Dunmoor, {number} injured", f"{said_}, {by} said. The road was closed.",
            published=f"2031-03-04T{hour}:00", says=[said(said_, by)],
        )  # fmt: skip
        reading, capture = kept(
            item, url=f"https://x{hour}.example/1", outlet=outlet, captured=f"2031-03-04T{hour}:00:30+00:00"
        )
        newsroom._store.put(_placed(reading, called or {}), capture)
    list(newsroom.weigh())
    list(newsroom.settle())
    return max(newsroom.stories(), key=lambda one: len(one.text_ids))


def _placed(reading: Reading, called: dict[str, str]) -> Reading:
    """The reading with an event for each claim, at the places that it names."""
    events, claims = [], []
    for claim in reading.claims:
        places = tuple(
            Place(
                span=claim.span, name=called.get(name, name), lat=lat, lon=lon, radius_km=radius,
                used_as="government" if name in GOVERNMENTS else "place",
            )
            for name, (lat, lon, radius) in LIES.items() if name in claim.content
        )  # fmt: skip
        events.append(Event(id=f"e{claim.id}", span=claim.span, trigger="fire", kind="happening", places=places))
        claims.append(replace(claim, event_ids=(events[-1].id,)))
    return replace(reading, events=tuple(events), claims=tuple(claims))


def an_atlas(folder: Path) -> Path:
    """A world-atlas file of two square countries side by side."""
    squares = [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]], [[10, 0], [20, 0], [20, 10], [10, 10], [10, 0]]]
    shapes = [{"type": "Polygon", "arcs": [[n]], "properties": {"name": name}} for n, name in enumerate(("Var", "Ord"))]
    path = folder / "countries-50m.json"
    path.write_text(json.dumps({"arcs": squares, "objects": {"countries": {"geometries": shapes}}}), "utf-8")
    return path
