"""Adjectives that tell of a country or a wide place: "Turkish", "European"."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sayso.read.places.folding import folded
from sayso.read.places.gazetteer import PRIMARY, Gazetteer, Lead
from sayso.read.words import words as vocabulary

_WIDE: Mapping[str, str] = vocabulary("places")["peoples"]
_COUNTRIES: tuple[Mapping[str, Any], ...] = tuple(vocabulary("governments")["country"])


@cache
def peoples_of(book: Gazetteer) -> Mapping[str, tuple[Lead, ...]]:
    """Folded adjective → the place it tells of; those of places that the gazetteer lacks are left out."""
    told = {folded(people): entry["name"] for entry in _COUNTRIES for people in entry.get("people", ())}
    told |= {folded(people): name for people, name in _WIDE.items()}
    out: dict[str, tuple[Lead, ...]] = {}
    for people, name in told.items():
        leads = sorted(book.named(name), key=lambda lead: _ORDER.index(lead.row.kind))
        if leads:
            out[people] = (Lead(leads[0].row, PRIMARY),)
    return out


_ORDER = ("country", "continent", "area", "region", "sea", "district", "city", "site")
