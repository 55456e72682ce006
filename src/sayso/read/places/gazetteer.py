"""The gazetteer: names → places with GeoNames ids, out of one compiled file that is mapped, not loaded.

gazetteer/build.py compiles it from GeoNames (CC BY 4.0); it stands in the wheel and is never committed. Layout: eight
bytes of MAGIC, the length of a JSON header, the header (section → offset, number, type), the sections in the byte order
of the machine that compiled it, each at a multiple of eight.
"""

import json
import mmap
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from sayso.errors import RecordError
from sayso.read.places.folding import folded, key_of

PATH: Final = Path(__file__).with_name("gazetteer.bin")
MAGIC: Final = b"SAYSOGZ1"
Kind = Literal["continent", "country", "region", "district", "city", "sea", "area", "site"]
KINDS: Final[tuple[Kind, ...]] = ("continent", "country", "region", "district", "city", "sea", "area", "site")
PRIMARY, BARE, SHORT = 1, 2, 4  # how a name leads to a place: its own name, one without its kind, an abbreviation
CAPITAL, SEAT = 1, 2  # what a city is: of a country, of the region that is called after it
SHIFT: Final = 3  # bits of how a name leads to a place, under its number


@dataclass(frozen=True, slots=True)
class Row:
    """A place of the gazetteer; `lat`, `lon` in degrees and `radius_km` are null where no source tells.

    `number` is its row, `inside` the number of the smallest place around it (-1 where there is none), `people` the
    number of its inhabitants (0 unknown), `rank` flags of CAPITAL and SEAT.
    """

    number: int
    id: str
    name: str
    kind: Kind
    country: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    people: int
    inside: int
    rank: int


@dataclass(frozen=True, slots=True)
class Lead:
    """A place that a name may mean, and how the name leads to it: flags of PRIMARY, BARE and SHORT."""

    row: Row
    how: int


class Gazetteer:
    """Look-ups in one compiled file. Raises RecordError where it is no gazetteer of this version."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        try:
            self._sections = _sections(memoryview(self._map))
            self.about: dict[str, Any] = _header(memoryview(self._map))["about"]
        except (ValueError, KeyError, TypeError) as err:
            raise RecordError(f"{path} is no gazetteer of this version: compile it anew") from err
        take = self._sections
        self._keys, self._starts, self._links = take["keys"], take["starts"], take["links"]
        self._names, self._spelled = take["names"], take["spelled"]
        self._rows: dict[int, Row] = {}
        self._found: dict[str, tuple[Lead, ...]] = {}

    def __len__(self) -> int:
        """How many places there are."""
        return len(self._sections["ids"])

    def named(self, name: str) -> tuple[Lead, ...]:
        """The places that a name may mean, in the order of the file; none where no place is called so."""
        return self.folded(folded(name))

    def folded(self, fold: str) -> tuple[Lead, ...]:
        """The places of a folded name."""
        found = self._found.get(fold)
        if found is None:
            found = tuple(self._leads(fold))
            if len(self._found) > _KEPT:
                self._found.clear()
            self._found[fold] = found
        return found

    def _leads(self, fold: str) -> Iterator[Lead]:
        key = key_of(fold)
        at = bisect_left(self._keys, key)
        if at == len(self._keys) or self._keys[at] != key:
            return
        for link in self._links[self._starts[at] : self._starts[at + 1]]:
            yield Lead(self.row(link >> SHIFT), link & (1 << SHIFT) - 1)

    def row(self, number: int) -> Row:
        """The place of a row; raises IndexError."""
        found = self._rows.get(number)
        if found is None:
            if len(self._rows) > _KEPT:
                self._rows.clear()
            found = self._rows[number] = self._read(number)
        return found

    def around(self, row: Row) -> Iterator[Row]:
        """The places around a place, the smallest first."""
        while row.inside >= 0:
            row = self.row(row.inside)
            yield row

    def _read(self, number: int) -> Row:
        take = self._sections
        lat, lon, radius = (take[name][number] for name in ("lats", "lons", "radii"))
        land, ident = take["lands"][number], take["ids"][number]
        name = bytes(self._spelled[self._names[number] : self._names[number + 1]]).decode()
        placed = lat == lat  # nan is unknown
        return Row(
            number=number,
            id=f"geonames:{ident}" if ident else f"sayso:{folded(name).replace(' ', '-')}",
            name=name,
            kind=KINDS[take["kinds"][number]],
            country=bytes(take["codes"][2 * land : 2 * land + 2]).decode() if land else None,
            lat=round(lat, 5) if placed else None,
            lon=round(lon, 5) if placed else None,
            radius_km=round(radius, 1) if placed else None,
            people=take["people"][number],
            inside=take["inside"][number],
            rank=take["ranks"][number],
        )


_KEPT: Final = 20_000  # names and rows kept ready


@cache
def gazetteer() -> Gazetteer | None:
    """The compiled gazetteer, null where the installation has none."""
    return Gazetteer(PATH) if PATH.is_file() else None


def written(about: dict[str, Any], sections: "dict[str, array[int] | array[float] | bytes]") -> bytes:
    """The bytes of a file: `sections` in order, arrays of one type each."""
    told: dict[str, tuple[int, int, str]] = {}
    body = bytearray()
    for name, section in sections.items():
        held = array("B", section) if isinstance(section, bytes) else section
        body += b"\0" * (-len(body) % 8)
        told[name] = (len(body), len(held), held.typecode)
        body += held.tobytes()
    head = json.dumps({"about": about, "order": sys.byteorder, "sections": told}, ensure_ascii=True).encode()
    head += b" " * (-len(head) % 8)
    return MAGIC + len(head).to_bytes(8, "little") + head + bytes(body)


def _header(view: memoryview) -> dict[str, Any]:
    if bytes(view[:8]) != MAGIC:
        raise ValueError("not a gazetteer")
    found = json.loads(bytes(view[16 : 16 + int.from_bytes(view[8:16], "little")]))
    if not isinstance(found, dict) or found["order"] != sys.byteorder:
        raise ValueError("compiled on another kind of machine")
    return found


def _sections(view: memoryview) -> dict[str, memoryview]:
    start = 16 + int.from_bytes(view[8:16], "little")
    out: dict[str, memoryview] = {}
    for name, (offset, number, typecode) in _header(view)["sections"].items():
        size = array(typecode).itemsize
        out[name] = view[start + offset : start + offset + size * number].cast(typecode)
    return out
