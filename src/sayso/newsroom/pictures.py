"""What a story shows at a glance: where it is told to have happened, and its figures over time."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from sayso.newsroom.weighing import Weighing
from sayso.record import Account, Kept, Place, Quantity, Testimony
from sayso.record.fold import folded
from sayso.record.moment import stood_from
from sayso.record.wording import source_name

Key = tuple[str, float | None, float | None]


class Spot(NamedTuple):
    """A place that a story's events are told of at, and the pages that tell so."""

    place: Place
    page_ids: tuple[str, ...]


class Drawn(NamedTuple):
    """A story's places as SVG with what has to be said beside it, and each of them, those of most pages first.

    Both are empty without an atlas.
    """

    svg: str
    borders: str
    spots: tuple[Spot, ...]


class Charted(NamedTuple):
    """Figures as SVG, what they count, and each of them in words with the claim that gives it, by its time."""

    svg: str
    counts: str
    rows: tuple[tuple[Kept, str], ...]


class Pictures(Weighing):
    """The part of a newsroom that draws: SVG in which every word of a page is text."""

    def figures(self, story_id: str, as_of: str | None = None) -> tuple[tuple[Kept, Quantity], ...]:
        """Every counted figure of a story with the claim that gives it, in the order of the reports. Raises NotKept."""
        found = self.story(story_id, as_of)
        return self._read_of(self._giving(self._store.accounts(found.text_ids), found.point_ids))

    def _giving(self, accounts: Iterable[Account], point_ids: Collection[str]) -> list[Testimony]:
        """The testimonies of a story's points that give a figure."""
        points = set(point_ids)
        giving = [one for each in accounts for one in each.testimonies if any(_counted(one.quantities))]
        mine = self.points_of(one.id for one in giving)
        return [one for one in giving if mine.get(one.id) in points]

    def _read_of(self, giving: Iterable[Testimony]) -> tuple[tuple[Kept, Quantity], ...]:
        """The figures of some testimonies with the claims that give them, in the order of the reports."""
        rows = list(self.kept(one.id for one in giving).values())
        rows.sort(key=lambda row: (stood_from(row.page, row.text) or "", row.claim.span))
        return tuple((row, one) for row in rows for one in _counted(row.claim.quantities))

    def charted(self, accounts: Iterable[Account], point_ids: Collection[str]) -> Charted | None:
        """The figures over time that some items of a story assert, null where fewer than two differ.

        Who denies a figure or demands one has not given it.
        """
        from sayso.publish.chart import Figure, amount, chart, charted

        found = self._read_of(_differing(self._giving(accounts, point_ids)))
        told = [
            Figure(
                at=at, low=one.low, high=one.high, counts=_what(one), voice=_voice(row), bound=one.bound,
                claim_id=row.claim.id,
            )
            for row, one in found
            if row.claim.stance == "asserts" and (at := stood_from(row.page, row.text)) and one.low is not None
        ]  # fmt: skip
        if not (drawn := charted(told)):
            return None
        kept = {row.claim.id: row for row, _ in found}
        return Charted(chart(told), drawn[0].counts, tuple((kept[one.claim_id], amount(one)) for one in drawn))

    def chart(self, story_id: str, as_of: str | None = None) -> str:
        """A story's figures over time as SVG, empty where it gives fewer than two. Raises NotKept."""
        found = self.story(story_id, as_of)
        drawn = self.charted(self._store.accounts(found.text_ids), found.point_ids)
        return drawn.svg if drawn else ""

    def places(self, story_id: str, as_of: str | None = None) -> tuple[Place, ...]:
        """The places that a story's events are told of at, in reading order. Raises NotKept."""
        found = self.story(story_id, as_of)
        pages = {account.page_id for account in self._store.accounts(found.text_ids)}
        return tuple(place for _, place in self._places(sorted(pages), found.event_ids))

    def _places(self, page_ids: Iterable[str], event_ids: Collection[str]) -> Iterator[tuple[str, Place]]:
        wanted = set(event_ids)
        for page_id, event in self._store.placed(list(dict.fromkeys(page_ids))):
            if event.id in wanted:
                yield from ((page_id, place) for place in event.places)

    def drawn(self, page_ids: Iterable[str], event_ids: Collection[str], atlas: Path | None) -> Drawn | None:
        """The places of some events on some pages over the borders of a world-atlas file, null where none has
        coordinates; those without stand in the list. A government, a people or a part of a name is no place."""
        from sayso.publish.export.geojson import placed
        from sayso.publish.map import BORDERS, map_of

        told = [(page, place) for page, place in self._places(page_ids, event_ids) if place.used_as == "place"]
        if not any(placed(place) for _, place in told):
            return None
        svg = map_of((place for _, place in told), atlas) if atlas else ""
        return Drawn(svg, BORDERS if svg else "", tuple(_spots(told)))

    def map(self, story_id: str, atlas: Path, as_of: str | None = None) -> str:
        """A story's places as SVG over the borders of a world-atlas file, empty where it has none. Raises NotKept."""
        from sayso.publish.map import map_of

        return map_of(self.places(story_id, as_of), atlas)


def _differing(giving: Iterable[Testimony]) -> Iterator[Testimony]:
    """The testimonies that count one of the things of which most differing figures are given: no other is charted."""
    from sayso.publish.chart import thing

    values: defaultdict[str, set[tuple[float, float | None]]] = defaultdict(set)
    timed = [one for one in giving if one.at]
    for one in timed:
        for each in _counted(one.quantities):
            if each.low is not None:
                values[thing(each.counts or "")].add((each.low, each.high))
    most = max(map(len, values.values()), default=0)
    for one in timed if most > 1 else ():
        if any(len(values[thing(each.counts or "")]) == most for each in _counted(one.quantities)):
            yield one


def _counted(quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """What counts something, and is no part of another figure."""
    return (one for one in quantities if one.counts and one.part_of is None)


def _what(one: Quantity) -> str:
    """What a figure counts, in its unit: tonnes and kilos of one thing are two things on a chart."""
    return " ".join(filter(None, (one.unit, one.counts)))


def _spots(told: Iterable[tuple[str, Place]]) -> Iterator[Spot]:
    """Each place once, by its name and where it lies; without coordinates it is the one of its name that has some."""
    pages: defaultdict[Key, dict[str, None]] = defaultdict(dict)
    places: dict[Key, Place] = {}
    everything = list(told)
    lying: dict[str, Key] = {
        folded(one.name): (folded(one.name), one.lat, one.lon) for _, one in everything if one.lat is not None
    }
    for page, place in sorted(everything, key=lambda both: both[1].lat is None):
        name = folded(place.name)
        here: Key = name, place.lat, place.lon
        key = lying.get(name, here) if place.lat is None else here
        places.setdefault(key, place)
        pages[key][page] = None
    for key in sorted(pages, key=lambda one: -len(pages[one])):
        yield Spot(places[key], tuple(pages[key]))


def _voice(row: Kept) -> str:
    return source_name(row.claim.speaker) if row.claim.speaker else ""
