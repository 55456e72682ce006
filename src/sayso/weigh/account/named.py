"""Whom and what a claim names, and what its story item is about: what a comparison of two claims needs beside them."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from sayso.record import Claim, Reading, Span, Text
from sayso.record.fold import folded
from sayso.weigh.terms import terms

LEAD = 400  # characters at the top of a body that say what a story item is about
ABOUT = 40  # terms of what it is about
NAMES = 12  # names of one claim


class Named:
    """The names on a page and where they stand; a pronoun or "the minister" counts for whom it stands for."""

    def __init__(self, reading: Reading) -> None:
        known = {entity.id: folded(entity.name) for entity in reading.entities}
        proper = {mention.entity_id for mention in reading.mentions if mention.form == "name"}
        self._by_place: defaultdict[int, list[tuple[Span, str]]] = defaultdict(list)
        self._people: set[tuple[Span, str]] = set()
        persons = {entity.id for entity in reading.entities if entity.kind == "person"}
        for mention in reading.mentions:
            name = known.get(mention.entity_id or "")
            if name and mention.entity_id in proper:
                self._by_place[mention.span.start // BLOCK].append((mention.span, name))
                if mention.form == "name" and mention.entity_id in persons:
                    self._people.add((mention.span, name))

    def of(self, claim: Claim) -> tuple[str, ...]:
        """The folded names in a claim's content, each once, in reading order."""
        return tuple(islice(dict.fromkeys(name for _, name in self._within(claim)), NAMES))

    def people(self, claim: Claim) -> tuple[str, ...]:
        """Those of them that are persons, named in so many words."""
        return tuple(islice(dict.fromkeys(row[1] for row in self._within(claim) if row in self._people), NAMES))

    def _within(self, claim: Claim) -> Iterator[tuple[Span, str]]:
        for whole in claim.content_spans:
            for block in range(whole.start // BLOCK, whole.end // BLOCK + 1):
                for row in sorted(self._by_place.get(block, ()), key=lambda row: row[0]):
                    if whole.holds(row[0]):
                        yield row


BLOCK = 1024  # characters of a page whose names are looked through together


def about(reading: Reading, text: Text) -> tuple[str, ...]:
    """The terms of a story item's headline and of the top of its body."""
    top = ""
    for span in text.body:
        top += " " + span.of(reading.page.text)[:LEAD]
        if len(top) >= LEAD:
            break
    return terms(f"{text.headline or ''} {top}")[:ABOUT]
