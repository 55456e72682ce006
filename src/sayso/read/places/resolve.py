"""Which place a name means: a learned weighing of size, of what stands beside it and of what else the page names.

Weights are in weights.toml; training/places.py fits them.
"""

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp, log10
from typing import Final

from sayso.errors import RecordError
from sayso.read.places.gazetteer import BARE, CAPITAL, PRIMARY, SEAT, SHORT, Gazetteer, Lead
from sayso.read.places.globe import kilometres
from sayso.read.places.named import Named, above

ANCHORS: Final = 12  # other names of the page whose nearness is looked at
NEAR: Final = 150.0  # kilometres within which a place speaks for another
KNOWN: Final = 15_000  # people from which a town is known by its name alone
SURE: Final = 0.5  # share from which a name is taken for one place
ROUNDS: Final = 2  # times that what the page's names say of each other is weighed anew
Features = dict[str, float]


@cache
def weights(table: str) -> Mapping[str, float]:
    """The learned weights of a table of weights.toml; raises RecordError where it is missing."""
    try:
        told = tomllib.loads(files("sayso.read.places").joinpath("weights.toml").read_text("utf-8"))[table]
    except (OSError, KeyError, tomllib.TOMLDecodeError) as err:
        raise RecordError(f"places/weights.toml has no table {table!r}: {err}") from err
    return {name: float(weight) for name, weight in told.items()}


def resolve(book: Gazetteer, page: Sequence[Named], home: str | None) -> None:
    """Gives every name the share in [0, 1] of each place that it may mean; `home` is the page's country."""
    learned = weights("resolve")
    first = {name: learned.get(name, 0.0) for name in _ALONE}
    for named in page:
        named.shares = shares_of([alone(named, lead, home) for lead in named.leads], first)
    for _ in range(ROUNDS):
        told = features(book, page, home)
        for named, rows in zip(page, told, strict=True):
            named.shares = shares_of(rows, learned)


def is_borne_out(named: Named, page: Sequence[Named], home: str | None) -> bool:
    """Whether a small town is more than a name: its page is of its country, or speaks of that country elsewhere.

    A larger place needs no witness.
    """
    row = named.leads[named.best].row
    if row.kind != "city" or row.people >= KNOWN or row.country == home or named.within:
        return True
    return any(
        one is not named and one.leads[one.best].row.country == row.country and one.shares[one.best] >= SURE
        for one in page
    )


def shares_of(rows: Sequence[Features], learned: Mapping[str, float]) -> list[float]:
    """Shares that sum to 1, by the weighed features of each."""
    scores = [sum(learned.get(name, 0.0) * value for name, value in row.items()) for row in rows]
    top = max(scores)
    parts = [exp(score - top) for score in scores]
    whole = sum(parts)
    return [part / whole for part in parts]


_ALONE: Final = (
    "people", "primary", "bare", "short", "capital", "seat", "country", "region", "district", "city", "wide", "site",
    "made", "parted", "home",
)  # fmt: skip


def alone(named: Named, lead: Lead, home: str | None) -> Features:
    """What speaks for a lead beside the other names of the page."""
    row = lead.row
    wide = row.kind in ("continent", "sea", "area")
    out = {
        "people": log10(1 + row.people) if row.kind == "city" else 0.0,
        "region_people": log10(1 + row.people) if row.kind in ("region", "district") else 0.0,
        "primary": float(bool(lead.how & PRIMARY)),
        "bare": float(bool(lead.how & BARE)),
        "short": float(bool(lead.how & SHORT)),
        "capital": float(bool(row.rank & CAPITAL)),
        "seat": float(bool(row.rank & SEAT)),
        "wide" if wide else row.kind: 1.0,
        "made": float(bool(named.made) and row.kind in ("region", "district")),
        "parted": float(named.parted and row.kind in ("country", "region", "area", "continent")),
        "home": float(home is not None and row.country == home),
    }
    return {name: value for name, value in out.items() if value}


def features(book: Gazetteer, page: Sequence[Named], home: str | None) -> list[list[Features]]:
    """What speaks for each lead of each name, by the shares that the names have so far."""
    lands, regions, told = _votes(book, page)
    whole = sum(lands.values()) or 1.0
    anchors = _anchors(page)
    out: list[list[Features]] = []
    for named in page:
        mine_lands, mine_regions, mine_told = _votes(book, (named,))
        rest = whole - sum(mine_lands.values())
        rows: list[Features] = []
        for lead in named.leads:
            row = lead.row
            one = alone(named, lead, home)
            around = set(above(book, row))
            if named.within:
                one["within" if around & named.within else "within_missed"] = 1.0
            if rest > 0 and row.country:
                one["share"] = max(0.0, lands[row.country] - mine_lands[row.country]) / rest
            one["abroad"] = float(one.get("share", 0.0) < 0.01 and rest > 0)
            named_around = sum(told[n] - mine_told[n] for n in around if book.row(n).kind in ("region", "district"))
            one["around"] = min(1.0, max(0.0, named_around))
            one["holds"] = min(1.0, max(0.0, regions[row.number] - mine_regions[row.number]))
            beside = max((regions[n] - mine_regions[n] for n in around if book.row(n).kind == "region"), default=0.0)
            one["beside"] = min(1.0, max(0.0, beside))
            one["near"] = _near(lead, named, anchors)
            rows.append(one)
        out.append(rows)
    return out


def _votes(book: Gazetteer, page: Sequence[Named]) -> tuple[dict[str, float], dict[int, float], dict[int, float]]:
    """How much the names speak for each country, for each region that something lies in, and for each place itself."""
    lands: dict[str, float] = defaultdict(float)
    regions: dict[int, float] = defaultdict(float)
    told: dict[int, float] = defaultdict(float)
    for named in page:
        for lead, share in zip(named.leads, named.shares, strict=True):
            if share < _LITTLE:
                continue
            weight = named.weight * share
            if lead.row.country:
                lands[lead.row.country] += weight
            told[lead.row.number] += weight
            for number in above(book, lead.row):
                regions[number] += weight
    return lands, regions, told


_LITTLE: Final = 0.02  # share under which a lead speaks for nothing


def _anchors(page: Sequence[Named]) -> list[tuple[Named, float, float, float]]:
    """The names that tell most of where the page is, with where they lie: settlements and districts alone."""
    out: list[tuple[Named, float, float, float]] = []
    for named in page:
        row = named.leads[named.best].row
        if row.lat is not None and row.lon is not None and row.kind in ("city", "district", "site"):
            out.append((named, named.weight * named.shares[named.best], row.lat, row.lon))
    return sorted(out, key=lambda anchor: -anchor[1])[:ANCHORS]


def _near(lead: Lead, named: Named, anchors: Sequence[tuple[Named, float, float, float]]) -> float:
    """How near the nearest of the page's other places is, in [0, 1]."""
    row = lead.row
    if row.lat is None or row.lon is None or row.kind not in ("city", "district", "site"):
        return 0.0
    best = 0.0
    for other, weight, lat, lon in anchors:
        if other is not named and abs(lat - row.lat) < 6:
            best = max(best, min(1.0, weight) * exp(-kilometres(row.lat, row.lon, lat, lon) / NEAR))
    return best
