"""Places as a small SVG: pins, rings of uncertainty and the borders around them; no script, no tile, no inline style.

Colours come from the classes `map-land`, `map-ring`, `map-pin`, `map-label`, `map-note`.
"""

from collections.abc import Iterable, Sequence
from math import cos, radians
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from sayso.publish.atlas import Ring, countries
from sayso.publish.clean import clean
from sayso.publish.export.geojson import placed
from sayso.record import Place
from sayso.record.wording import counted

WIDTH, HEIGHT = 480, 320
LEAST = 3.0  # degrees of latitude shown at least, so that one pin has a country around it
MARGIN = 0.25  # of what the pins span, on each side
KM_A_DEGREE = 111.2
VIEWPOINT = "Borders: Natural Earth, which draws who holds a territory, not whose it is."


class Window(NamedTuple):
    """What is shown: an equirectangular crop, true to scale at its middle latitude."""

    west: float
    south: float
    east: float
    north: float
    squeeze: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a place stands in the picture."""
        x = (lon - self.west) / (self.east - self.west) * WIDTH
        return x, (self.north - lat) / (self.north - self.south) * HEIGHT


def map_of(places: Iterable[Place], atlas: Path) -> str:
    """The places that have coordinates, each once, as SVG; empty where none has. Raises SettingsError for the atlas."""
    pins = {(clean(one.name), one.lat, one.lon): one for one in places if placed(one)}
    if not pins:
        return ""
    told = list(pins.values())
    window = window_of(told)
    svg = Element("svg", {
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {WIDTH} {HEIGHT}", "class": "map", "role": "img",
        "aria-labelledby": "map-title map-desc",
    })  # fmt: skip
    _text(svg, "title", f"{counted(len(told), 'place')} told of", id="map-title")
    _text(svg, "desc", f"{'; '.join(map(_words, told))}. {VIEWPOINT}", id="map-desc")
    for country in countries(atlas):
        if path := "".join(filter(None, (_path(ring, window) for ring in country.rings))):
            land = SubElement(svg, "path", {"class": "map-land", "d": path, "fill-rule": "evenodd"})
            _text(land, "title", clean(country.name))
    for pin in told:
        _pin(svg, pin, window)
    _text(svg, "text", VIEWPOINT, **{"class": "map-note", "x": "6", "y": str(HEIGHT - 6)})
    return tostring(svg, encoding="unicode")


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
    return Window(lon - wide / 2, lat - tall / 2, lon + wide / 2, lat + tall / 2, squeeze)


def _path(ring: Ring, window: Window) -> str:
    """A ring that reaches into the window as a path, to a tenth of a pixel, cut where it runs across the date line."""
    lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
    outside = max(lons) < window.west or min(lons) > window.east or max(lats) < window.south or min(lats) > window.north
    if not ring or outside:
        return ""
    told: list[str] = []
    last, before = "", None
    for lon, lat in ring:
        x, y = window.at(lon, lat)
        place = f"{min(max(x, -WIDTH), 2 * WIDTH):.1f} {min(max(y, -HEIGHT), 2 * HEIGHT):.1f}"
        jumps = before is not None and abs(lon - before) > 180
        if place != last:
            told.append(f"{'M' if not told or jumps else 'L'}{place}")
        last, before = place, lon
    return "".join(told) + "Z"


def _pin(svg: Element, pin: Place, window: Window) -> None:
    x, y = window.at(pin.lon or 0, pin.lat or 0)
    group = SubElement(svg, "g", {"class": "map-place"})
    _text(group, "title", _words(pin))
    if pin.radius_km:
        radius = pin.radius_km / KM_A_DEGREE / (window.north - window.south) * HEIGHT
        SubElement(group, "circle", {"class": "map-ring", "cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": f"{radius:.1f}"})
    SubElement(group, "circle", {"class": "map-pin", "cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": "5"})
    right = x > WIDTH * 0.75
    place = {"x": f"{x + (-9 if right else 9):.1f}", "y": f"{y + 4:.1f}", "text-anchor": "end" if right else "start"}
    _text(group, "text", clean(pin.name), **{"class": "map-label", **place})


def _words(pin: Place) -> str:
    near = f", somewhere within {pin.radius_km:,.0f} km" if pin.radius_km else ""
    return clean(f"{pin.name}{near}")


def _text(parent: Element, name: str, words: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = words
