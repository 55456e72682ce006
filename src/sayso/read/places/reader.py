"""The places that a page names, with coordinates, and those of its events."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import cos, radians
from typing import Any, Final

from sayso.read.places.accept import LIKELY, cover_of, known_of, likelihood, told_of
from sayso.read.places.gazetteer import Gazetteer, Row, gazetteer
from sayso.read.places.page import Spot, grouped, home_of, spots_of
from sayso.read.places.resolve import is_borne_out, resolve
from sayso.read.places.uses import use_of
from sayso.read.sheet import Sheet
from sayso.read.words import words as vocabulary
from sayso.record import Place, PlaceUse, Reading

_DIRECTIONS: Mapping[str, Any] = vocabulary("places")["directions"]
_PART: Final = 0.6  # share of a place's radius that a part of it has ("southern Gaza")
_DEGREE: Final = 111.2  # kilometres of a degree of latitude


class Places:
    """Finds the places of headlines and bodies; without a gazetteer there are none."""

    name = "places"
    needs: tuple[str, ...] = ("texts", "sentences", "mentions", "entities")
    gives: tuple[str, ...] = ("places",)

    def __init__(self, book: Gazetteer | None = None) -> None:
        self._book = book or gazetteer()
        self.version = "2" if self._book else "2-none"  # so that pages are read again once there is a gazetteer

    def __call__(self, reading: Reading) -> Reading:
        """The reading with the places that it names, in the order of the page."""
        if self._book is None:
            return reading
        return replace(reading, places=tuple(_places(reading, self._book)))


def _places(reading: Reading, book: Gazetteer) -> Iterator[Place]:
    sheet, text = Sheet(reading), reading.page.text
    spots = spots_of(reading, book)
    page = grouped(text, spots, book)
    home = home_of(reading.page.url)
    resolve(book, page, home)
    by_fold = {named.fold: named for named in page}
    starts = [mention.span.start for mention in sheet.mentions]
    known = known_of(sheet)
    for spot in spots:
        named = by_fold.get(spot.found.fold)
        if named is None:
            continue
        cover = cover_of(sheet, starts, spot)
        if likelihood(told_of(text, spot, named, cover, known)) >= LIKELY:
            row = named.leads[named.best].row
            used_as = use_of(text, spot, row, cover)
            borne_out = spot.found.made or is_borne_out(named, page, home)
            yield _place(spot, row, text, used_as) if borne_out else _unplaced(spot, text, used_as)


def _place(spot: Spot, row: Row, text: str, used_as: PlaceUse) -> Place:
    lat, lon, radius = _part_of(spot, row, text)
    return Place(
        span=spot.found.span,
        name=row.name,
        kind=row.kind,
        country=row.country,
        lat=lat,
        lon=lon,
        radius_km=radius,
        gazetteer_id=row.id,
        used_as=used_as,
    )


def _unplaced(spot: Spot, text: str, used_as: PlaceUse) -> Place:
    """A place of which only the name is sure."""
    return Place(span=spot.found.span, name=spot.found.span.of(text), used_as=used_as)


def _part_of(spot: Spot, row: Row, text: str) -> tuple[float | None, float | None, float | None]:
    """Where the part of a place lies that a word before it tells of ("southern Gaza"), else where the place lies."""
    k = spot.found.first - 1
    steps = _DIRECTIONS.get(spot.row[k].low) if k >= 0 else None
    if steps is None or row.lat is None or row.lon is None or row.radius_km is None or not _joined(spot, text):
        return row.lat, row.lon, row.radius_km
    half = row.radius_km / 2 / _DEGREE
    lat = max(-90.0, min(90.0, row.lat + steps[0] * half))
    lon = (row.lon + steps[1] * half / max(0.05, cos(radians(lat))) + 180) % 360 - 180
    return round(lat, 5), round(lon, 5), round(row.radius_km * _PART, 1)


def _joined(spot: Spot, text: str) -> bool:
    return not text[spot.row[spot.found.first - 1].end : spot.found.span.start].strip()
