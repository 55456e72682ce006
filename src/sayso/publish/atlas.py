"""Borders from a TopoJSON file (github.com/topojson/topojson-specification) such as world-atlas countries-50m.json."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from sayso.errors import SettingsError

Ring = tuple[tuple[float, float], ...]


class Box(NamedTuple):
    """The least and the greatest longitude and latitude of a ring, in degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Country:
    """A country of the atlas with its rings of (longitude, latitude) in degrees, and the box around each."""

    name: str
    rings: tuple[Ring, ...]
    boxes: tuple[Box, ...] = ()


@lru_cache(maxsize=4)
def countries(path: Path) -> tuple[Country, ...]:
    """Every country of a world-atlas file; raises SettingsError where it is none."""
    try:
        topology = json.loads(path.read_text("utf-8"))
        arcs = tuple(_arc(arc, topology.get("transform")) for arc in topology["arcs"])
        shapes = topology["objects"]["countries"]["geometries"]
        return tuple(_country(one, arcs) for one in shapes)
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError, IndexError, AttributeError) as err:
        raise SettingsError(f"{path} cannot be read as a TopoJSON file of countries: {err!r}") from err


def _country(shape: Any, arcs: Sequence[Ring]) -> Country:
    rings = tuple(_unrolled(ring) for ring in _rings(shape, arcs) if ring)
    return Country(_name(shape), rings, tuple(map(_box, rings)))


def _unrolled(ring: Ring) -> Ring:
    """A ring whose longitudes run on over the date line; one that goes round the world is closed at its pole."""
    out: list[tuple[float, float]] = []
    turn, last = 0, ring[0][0]
    for lon, lat in ring:
        turn += 360 * ((last - lon > 180) - (lon - last > 180))
        out.append((lon + turn, lat))
        last = lon
    pole = 90.0 if ring[0][1] > 0 else -90.0
    return (*out, (out[-1][0], pole), (out[0][0], pole)) if turn else tuple(out)


def _box(ring: Ring) -> Box:
    lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
    return Box(min(lons), min(lats), max(lons), max(lats))


def _arc(arc: Sequence[Sequence[float]], transform: Any) -> Ring:
    """The positions of an arc: whole numbers, each counted from the one before, scaled and moved."""
    if not transform:
        return tuple((float(x), float(y)) for x, y, *_ in arc)
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    x = y = 0.0
    out = []
    for step_x, step_y, *_ in arc:
        x, y = x + step_x, y + step_y
        out.append((x * scale_x + move_x, y * scale_y + move_y))
    return tuple(out)


def _rings(shape: Any, arcs: Sequence[Ring]) -> Iterator[Ring]:
    kind = shape.get("type")
    polygons = [shape["arcs"]] if kind == "Polygon" else shape["arcs"] if kind == "MultiPolygon" else []
    for polygon in polygons:
        for ring in polygon:
            yield _joined(ring, arcs)


def _joined(ring: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """Arcs end to end: ~n is arc n backwards, and each begins where the one before it ends."""
    out: list[tuple[float, float]] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        out.extend(arc[1:] if out else arc)
    return tuple(out)


def _name(shape: Any) -> str:
    return str((shape.get("properties") or {}).get("name", ""))
