"""Places as a small SVG: pins, rings of uncertainty and the borders around them; no script, no tile, no inline style.

Colours come from the classes `map-sea`, `map-land`, `map-ring`, `map-pin`, `map-label`. Whose view the borders are is
in the description and has to be said beside the picture: BORDERS.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import cos, radians
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from sayso.publish.atlas import Box, Ring, countries
from sayso.publish.clean import clean
from sayso.publish.export.geojson import placed
from sayso.record import Place
from sayso.record.wording import counted

WIDTH, HEIGHT = 480, 320
LEAST = 3.0  # degrees of latitude shown at least, so that one pin has a country around it
MARGIN = 0.25  # of what the pins span, on each side
KM_A_DEGREE = 111.2
FINE = 1.0  # of the picture's units: what lies nearer to the last drawn point is not drawn
LETTER, LINE = 7.5, 15  # of a label, in the picture's units: what one letter takes at most, and what a line does
LONGEST = 28  # letters of a label
Corners = tuple[float, float, float, float]
BORDERS = "Borders: Natural Earth, which draws who holds a territory, not whose it is."


class Window(NamedTuple):
    """What is shown: an equirectangular crop, true to scale at its middle latitude."""

    west: float
    south: float
    east: float
    north: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a place stands in the picture."""
        x = (lon - self.west) / (self.east - self.west) * WIDTH
        return x, (self.north - lat) / (self.north - self.south) * HEIGHT

    def beyond(self, lon: float, lat: float) -> int:
        """On which sides of the picture a place lies: a bit for each, 0 inside."""
        return (lon < self.west) | (lon > self.east) << 1 | (lat < self.south) << 2 | (lat > self.north) << 3

    def meets(self, box: Box, east: float) -> bool:
        """Whether a box, so many degrees further east, reaches into the picture."""
        inside = box.west + east <= self.east and box.east + east >= self.west
        return inside and box.south <= self.north and box.north >= self.south


def map_of(places: Iterable[Place], atlas: Path) -> str:
    """The places that have coordinates, each once, as SVG; empty where none has. Raises SettingsError for the atlas."""
    pins = {(clean(one.name), one.lat, one.lon): one for one in places if placed(one)}
    if not pins:
        return ""
    told = _together(list(pins.values()))
    window = window_of(told)
    svg = Element("svg", {
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {WIDTH} {HEIGHT}", "class": "map", "role": "img",
        "aria-labelledby": "map-title map-desc",
    })  # fmt: skip
    _text(svg, "title", f"{counted(len(told), 'place')} told of", id="map-title")
    _text(svg, "desc", f"{'; '.join(map(_words, told))}. {BORDERS}", id="map-desc")
    SubElement(svg, "rect", {"class": "map-sea", "width": str(WIDTH), "height": str(HEIGHT)})
    for country in countries(atlas):
        if path := "".join(_paths(zip(country.rings, country.boxes, strict=True), window)):
            land = SubElement(svg, "path", {"class": "map-land", "d": path, "fill-rule": "evenodd"})
            _text(land, "title", clean(country.name))
    _pins(svg, told, window)
    return tostring(svg, encoding="unicode")


def _together(pins: Sequence[Place]) -> list[Place]:
    """The pins with longitudes that run on over the date line where that brings them nearer together."""
    lons = sorted(one.lon or 0 for one in pins)
    gaps = [(right - left, right) for left, right in zip(lons, lons[1:], strict=False)]
    widest, first = max(gaps, default=(0.0, lons[0]))
    if widest <= 360 - (lons[-1] - lons[0]):
        return list(pins)
    return [one if (one.lon or 0) >= first else replace(one, lon=(one.lon or 0) + 360) for one in pins]


def window_of(pins: Sequence[Place]) -> Window:
    """The crop that holds every pin with its ring and some land around, in the picture's proportions."""
    south = min((one.lat or 0) - (one.radius_km or 0) / KM_A_DEGREE for one in pins)
    north = max((one.lat or 0) + (one.radius_km or 0) / KM_A_DEGREE for one in pins)
    squeeze = max(cos(radians((south + north) / 2)), 0.1)
    reach = [((one.radius_km or 0) / KM_A_DEGREE / squeeze, one.lon or 0) for one in pins]
    west, east = min(lon - far for far, lon in reach), max(lon + far for far, lon in reach)
    tall = max(LEAST, (north - south) * (1 + 2 * MARGIN), (east - west) * (1 + 2 * MARGIN) * squeeze * HEIGHT / WIDTH)
    wide = tall * WIDTH / HEIGHT / squeeze
    lat, lon = (south + north) / 2, (west + east) / 2
    return Window(lon - wide / 2, lat - tall / 2, lon + wide / 2, lat + tall / 2)


def _paths(rings: Iterable[tuple[Ring, Box]], window: Window) -> Iterator[str]:
    """What the picture shows of some rings, those beyond the date line where the picture runs on there too."""
    for ring, box in rings:
        for east in (-360.0, 0.0, 360.0):
            if window.meets(box, east):
                yield _path(ring, window, east)


def _path(ring: Ring, window: Window, east: float) -> str:
    """A ring, so many degrees further east, to a tenth of a unit; empty for one smaller than what is drawn."""
    told: list[str] = []
    before = (-1e9, -1e9)
    for lon, lat in _near(((lon + east, lat) for lon, lat in ring), window):
        x, y = window.at(lon, lat)
        if abs(x - before[0]) > FINE or abs(y - before[1]) > FINE:
            told.append(f"{x:.1f} {y:.1f}")
            before = x, y
    return f"M{'L'.join(told)}Z" if len(told) > 2 else ""


def _near(ring: Iterable[tuple[float, float]], window: Window) -> Iterator[tuple[float, float]]:
    """The points of a ring without those of each run on one side of the picture but its ends: nothing there is seen."""
    held: tuple[float, float] | None = None
    shared = 0
    for point in ring:
        sides = window.beyond(*point)
        if held and not shared & sides:
            yield held
            shared, held = window.beyond(held[0], held[1]), None
        if shared & sides:
            held, shared = point, shared & sides
        else:
            yield point
            shared = sides
    if held:
        yield held


def _pins(svg: Element, pins: Sequence[Place], window: Window) -> None:
    """Rings under all pins, and names where they hide no other; what finds no room is told in the description."""
    at = [window.at(pin.lon or 0, pin.lat or 0) for pin in pins]
    taken = [(x - 6, y - 6, x + 6, y + 6) for x, y in at]
    groups = [SubElement(svg, "g", {"class": "map-place"}) for _ in pins]
    for group, pin, (x, y) in zip(groups, pins, at, strict=True):
        _text(group, "title", _words(pin))
        if pin.radius_km:
            radius = pin.radius_km / KM_A_DEGREE / (window.north - window.south) * HEIGHT
            SubElement(group, "circle", {"class": "map-ring", "cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": f"{radius:.1f}"})
        SubElement(group, "circle", {"class": "map-pin", "cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": "5"})
        _label(group, clean(pin.name), (x, y), taken)


def _label(group: Element, name: str, at: tuple[float, float], taken: list[Corners]) -> None:
    """The name beside its pin, at the first of six places that is free; where none is, the pin stands alone."""
    name = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
    long, (x, y) = LETTER * len(name), at
    for low in (y + 5, y - 8, y + 20):
        for start, left, anchor in ((x + 9, x + 9, "start"), (x - 9, x - 9 - long, "end")):
            box = left, low - LINE + 3, left + long, low + 3
            inside = box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= HEIGHT
            if inside and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                place = {"x": f"{start:.1f}", "y": f"{low:.1f}", "text-anchor": anchor}
                _text(group, "text", name, **{"class": "map-label", **place})
                return


def _overlap(one: Corners, other: Corners) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _words(pin: Place) -> str:
    near = f", somewhere within {pin.radius_km:,.0f} km" if pin.radius_km else ""
    return clean(f"{pin.name}{near}")


def _text(parent: Element, name: str, words: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = words
