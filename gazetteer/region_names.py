"""How English-language news writes the names of regions: "Tula Oblast" where the sources have "Tul'skaya oblast'"."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.read.places.folding import folded
from sayso.read.words import words

if TYPE_CHECKING:
    from sources import Entry

_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ſḀ-ỿ‘’ʻʿ'][ -~À-ɏḀ-ỿ‘’ʻʼʿʹ–]*")
_KINDS = frozenset(words("places")["kinds"]["of_regions"])
_LOOSE = frozenset(("state", "city", "land"))  # "Kentucky State Police" is not of a place called "Kentucky State"
_ENGLISH = {"oblast": "Oblast", "kray": "Krai", "okrug": "Okrug"}
_LEAD = re.compile(
    r"(?:(?:autonomous )?(?:province|state|republic|governorate|department|region|county|district|"
    r"municipality|prefecture|canton|emirate|kingdom|principality) of|estado de|departamento de|provincia de|"
    r"departement d[eu])\s+(?:the )?"
)


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters and begins with a capital."""
    return len(name) > 2 and bool(_LATIN.fullmatch(unicodedata.normalize("NFC", name)))


def english(regions: Sequence["Entry"], cities: Sequence["Entry"]) -> None:
    """Gives every region its English name; what kind of region it is stands first in its names and is taken off."""
    seats: dict[str, list[Entry]] = defaultdict(list)
    for city in cities:
        seats[city.inside.rsplit(".", city.inside.count(".") - 1)[0] if city.inside else ""].append(city)
    for region in regions:
        kind, region.names = region.names[0], [_turned(name) for name in region.names[1:]]
        if region.name != (turned := _turned(region.name)):
            region.names, region.name = [region.name, *region.names], turned
        name = _by_seat(region, seats.get(region.key, ())) or _by_other(region)
        if name:
            region.names, region.name = [region.name, *region.names], name
        if kind and folded(kind) in _KINDS - _LOOSE and not _kind_of(region.name):
            region.names.append(f"{region.name} {kind}")


def bare(name: str) -> str | None:
    """A folded name of a region without what kind of region it is; null where nothing is left or comes off."""
    low = _LEAD.sub("", folded(name), count=1)
    kind = _kind_of(low)
    low = low[: -len(kind)].strip() if kind else low
    return low if low and low != folded(name) else None


def _turned(name: str) -> str:
    """ "Tatarstan, Respublika" without what follows the comma, "Vale of Glamorgan, The" the right way round."""
    first, comma, last = name.partition(", ")
    if not comma:
        return name
    return f"The {first}" if last == "The" else first


def _by_seat(region: "Entry", cities: Sequence["Entry"]) -> str | None:
    """ "Tula Oblast" for "Tul'skaya oblast'", by the largest city that begins alike."""
    first, _, rest = region.name.partition(" ")
    kind = next((kind for low, kind in _ENGLISH.items() if folded(rest).startswith(low)), None)
    if not kind or any(name.endswith((" Oblast", " Krai", " Okrug")) and name.isascii() for name in region.names):
        return None
    stem = folded(first)
    for city in sorted(cities, key=lambda one: -one.people)[:8]:
        low = folded(city.name)
        if stem.startswith(low[: max(3, len(low) - 1)]):
            return f"{city.name.rstrip(chr(39) + '’')} {kind}"
    return None


def _by_other(region: "Entry") -> str | None:
    """The English name among the other names, where the first one is not English."""
    if _kind_of(region.name) not in ("oblast", "oblast'", "kray", "okrug") and region.name.isascii():
        return None
    fit = [name for name in region.names if name.isascii() and name.endswith(_ENDINGS)]
    return min(fit, key=len) if fit else None


_ENDINGS = (" Oblast", " Krai", " Republic", " Okrug", " Region")


def _kind_of(name: str) -> str:
    """The kind of region that ends a folded name, "" where none does."""
    return next(_ends(folded(name)), "")


def _ends(low: str) -> Iterator[str]:
    parts = low.split()
    for size in (3, 2, 1):
        if len(parts) > size and " ".join(parts[-size:]) in _KINDS:
            yield " ".join(parts[-size:])
