"""All names of a page that may be places, with what stands around each: the ground that weighing goes on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from sayso.read.places.find import Found, Token, candidates, tokens_of
from sayso.read.places.gazetteer import Gazetteer
from sayso.read.places.named import Named, above, named_of
from sayso.read.places.peoples import peoples_of
from sayso.read.sheet import Sheet
from sayso.read.words import words as vocabulary
from sayso.record import Reading, Span

_TABLES: Mapping[str, Any] = vocabulary("places")
_BEFORE = frozenset(_TABLES["names"]["before"])
_DOMAINS: Mapping[str, str] = {"uk": "GB"}
_NO_LANDS = frozenset(("io", "co", "tv", "me", "ai", "fm", "am", "ly", "to", "cc", "ws"))


@dataclass(frozen=True, slots=True)
class Spot:
    """A candidate with the words of its sentence."""

    found: Found
    row: Sequence[Token]
    sentence: Span
    headline: bool


def spots_of(reading: Reading, book: Gazetteer) -> list[Spot]:
    """The candidates of headlines and bodies, in the order of the page."""
    sheet = Sheet(reading)
    peoples = peoples_of(book)
    out: list[Spot] = []
    for sentence, headline in _sentences(sheet):
        row = tokens_of(sheet.text, sentence)
        out += (Spot(one, row, sentence, headline) for one in candidates(sheet.text, row, book, peoples))
    return out


def _sentences(sheet: Sheet) -> Iterator[tuple[Span, bool]]:
    for text in sheet.reading.texts:
        for block in (text.headline_span, *text.body):
            if block:
                yield from ((sentence, block == text.headline_span) for sentence in sheet.sentences_in(block))


def grouped(text: str, spots: Sequence[Spot], book: Gazetteer) -> list[Named]:
    """The names of the page, each with what it lies in by the words behind it ("Springfield, Ill.")."""
    page = named_of([spot.found for spot in spots])
    by_fold = {named.fold: named for named in page}
    for k, spot in enumerate(spots):
        named = by_fold.get(spot.found.fold)
        if named is None:
            continue
        named.parted = named.parted or is_parted(spot)
        if is_led(spot) or any(lead.row.kind in ("country", "region") for lead in named.leads):
            named.likely = True
        after = spots[k + 1] if k + 1 < len(spots) and spots[k + 1].sentence == spot.sentence else None
        if after and lies_in(text, spot, after):
            _within(named, after, book)
    return page


def _within(named: Named, after: Spot, book: Gazetteer) -> None:
    """Notes the places of the name behind, where some lead of the first lies in one."""
    numbers = {lead.row.number for lead in after.found.leads}
    held = {number for lead in named.leads for number in above(book, lead.row) if number in numbers}
    if held:
        named.within |= held
        named.likely = True


def lies_in(text: str, spot: Spot, after: Spot) -> bool:
    """Whether nothing but a comma or "in" stands between two candidates."""
    gap = text[spot.found.span.end : after.found.span.start].strip().lower()
    return gap in (",", "in", ", in", "(", "of", ", in the", "in the", "’s", "'s")


def is_led(spot: Spot) -> bool:
    """Whether a word that places stand behind comes before it ("in Tula", "near the Gaza Strip")."""
    k = spot.found.first - 1
    if k >= 0 and spot.row[k].low == "the":
        k -= 1
    return k >= 0 and spot.row[k].low in _BEFORE


def is_parted(spot: Spot) -> bool:
    """Whether "southern" or the like stands before it."""
    return spot.found.first > 0 and spot.row[spot.found.first - 1].low.endswith("ern") and is_led(spot)


def home_of(url: str | None) -> str | None:
    """The country of a page's domain, null for those of no country."""
    host = (urlsplit(url).hostname or "") if url else ""
    last = host.rpartition(".")[2].lower()
    return _DOMAINS.get(last, last.upper()) if len(last) == 2 and last not in _NO_LANDS else None
