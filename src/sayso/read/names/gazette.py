"""Outlets, countries and capitals that pages name, loaded from words/en/outlets.toml and governments.toml."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.errors import RecordError
from sayso.read.words import words

_STATION = re.compile(r"[A-Z]{1,4}TV\d?|TV\d{1,2}|[A-Z]{2,4}FM")


@dataclass(frozen=True, slots=True)
class Known:
    """A name on record: what it is kept under and what it is."""

    name: str
    kind: str


def _list(table: Mapping[str, Any], name: str, where: str) -> tuple[str, ...]:
    found = table.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, str) and one for one in found):
        raise RecordError(f"the vocabulary en/{where}.toml has no list of names {name!r}")
    return tuple(found)


def _outlets() -> dict[str, Known]:
    out: dict[str, Known] = {}
    for entry in words("outlets").get("outlet", []):
        known = Known(entry["name"], entry["kind"])
        for alias in (known.name, *_list(entry, "aliases", "outlets")):
            if out.setdefault(alias.removeprefix("The "), known) != known:
                raise RecordError(f"the vocabulary en/outlets.toml gives {alias!r} to two outlets")
    return out


def _governments() -> tuple[dict[str, str], frozenset[str]]:
    places: dict[str, str] = {}
    people: set[str] = set()
    for entry in words("governments").get("country", []):
        for name in (entry["name"], *_list(entry, "aliases", "governments"), *_list(entry, "capitals", "governments")):
            places.setdefault(name.removeprefix("The "), entry["name"])
        people.update(_list(entry, "people", "governments"))
    for name in _list(words("governments"), "others", "governments"):
        places.setdefault(name, name)
    return places, frozenset(people)


_SHAPE: Mapping[str, Any] = words("outlets")["shape"]
OUTLETS = _outlets()
GOVERNMENTS, DEMONYMS = _governments()
LAST = frozenset(_list(_SHAPE, "last", "outlets"))
PLACE_WORDS = frozenset(_list(words("governments"), "place_words", "governments"))
LANDS = _list(words("governments"), "lands", "governments")
PEOPLES = _list(words("governments"), "peoples", "governments")
ENDINGS = _list(_SHAPE, "endings", "outlets")
FIRST = frozenset(_list(_SHAPE, "first", "outlets"))
ENDINGS = tuple(_list(_SHAPE, "endings", "outlets"))
HINTS = frozenset(_list(_SHAPE, "hints", "outlets"))
NEWSPEOPLE = frozenset(_list(_SHAPE, "people", "outlets"))
BARE_NOUNS = frozenset(_list(_SHAPE, "bare_nouns", "outlets"))
NOUNS = tuple(sorted(_list(_SHAPE, "nouns", "outlets"), key=lambda noun: (-len(noun), noun)))
AGAIN = frozenset(_list(_SHAPE, "again", "outlets"))
PLATFORMS = frozenset(_list(_SHAPE, "platforms", "outlets"))
KINDS: Mapping[str, str] = {
    noun: kind
    for kind in ("agency", "paper", "broadcaster", "site")
    for noun in _list(_SHAPE, f"called_{kind}", "outlets")
}
OWN_SITES = frozenset(_list(_SHAPE, "own_sites", "outlets"))
NOT_OF_OUTLETS = frozenset(_list(_SHAPE, "not_of_outlets", "outlets"))
AGENCY_LAST = frozenset(_list(_SHAPE, "agency_last", "outlets"))
AGENCY_FIRST = frozenset(_list(_SHAPE, "agency_first", "outlets"))
NO_CREDITS = frozenset(_list(_SHAPE, "no_credits", "outlets"))
PLATFORM_NOUNS = frozenset(_list(_SHAPE, "platform_nouns", "outlets"))


def outlet_named(name: str) -> Known | None:
    """The outlet that the name, without "the", is on record for."""
    return OUTLETS.get(name.removeprefix("The ").removeprefix("the "))


def outlet_shaped(name: Sequence[str]) -> bool:
    """Whether an unknown name looks like an outlet's ("Tarn Tribune", "Radio Meridian", "KTV", "Folkebladet")."""
    low = [word.lower() for word in name]
    if len(low) == 1:
        return bool(_STATION.fullmatch(name[0])) or (low[0].endswith(ENDINGS) and low[0] not in LAST.union(ENDINGS))
    if low[-1].isdigit():
        return low[-2] in LAST | FIRST or low[-2].endswith(ENDINGS)
    return low[-1] in LAST or " ".join(low[-2:]) in LAST or low[0] in FIRST or (low[1] == "of" and low[0] in LAST)
