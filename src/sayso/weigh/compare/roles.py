"""Who did it to whom: two claims in the same words whose doer and sufferer have changed places."""

import re
from functools import lru_cache

from sayso.record.fold import words
from sayso.weigh.compare.actors import names
from sayso.weigh.terms import rarity, stem, terms

LETTERS = 2_000  # of a claim that are looked at
MOSTLY = 0.6  # part of the words that two claims share, by rarity, if one is the other turned round
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be)\s+(?:\w+ ){0,1}?\w+(?:ed|en|t|n|k|d)\s+(?:\w+ ){0,2}?by\b")


def swapped(left: str, right: str) -> tuple[str, str] | None:
    """The two names that changed places ("Arno hit Belk", "Belk hit Arno"), null where none did."""
    one, two = _order(left), _order(right)
    shared = [name for name in one if name in two]
    if len(shared) < 2 or not _same_words(left, right):
        return None
    here, there = shared[:2], [name for name in two if name in shared[:2]]
    if here == there or not _between(left, here) & _between(right, here):
        return None
    return " ".join(here), " ".join(there)


def _between(content: str, pair: list[str]) -> set[str]:
    """The terms between two names, a deed among them."""
    row = [stem(word) for word in words(content[:LETTERS])]
    places = sorted(row.index(name) for name in pair if name in row)
    if len(places) < 2:
        return set()
    return set(terms(" ".join(row[places[0] + 1 : places[1]]))) - set(names(content))


@lru_cache(maxsize=16384)
def _order(content: str) -> tuple[str, ...]:
    """The names of a claim, the doer first: of a passive the name after "by"."""
    known = names(content)
    if len(known) < 2:
        return known
    told = _PASSIVE.search(content[:LETTERS])
    if not told:
        return known
    after = [stem(word) for word in words(content[told.end() : LETTERS])]
    doers = [name for name in known if name in after]
    before = [name for name in known if name not in doers]
    return (*doers, *before)


def _same_words(left: str, right: str) -> bool:
    one, two = set(terms(left)), set(terms(right))
    whole = sum(map(rarity, one | two))
    return whole > 0 and sum(map(rarity, one & two)) >= MOSTLY * whole
