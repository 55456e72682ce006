"""Words that stand for one another: how much of one claim's matter is found in another."""

from collections.abc import Collection, Mapping
from functools import cache, lru_cache

from sayso.weigh.terms import rarity, stem
from sayso.weigh.wordlists import tables

FAMILY = 0.8  # what a word of the same family is worth beside the word itself


@lru_cache(maxsize=65536)
def families(term: str) -> frozenset[int]:
    """The numbers of the families that a term is of."""
    return _families().get(term, frozenset())


def covered(left: Collection[str], right: Collection[str]) -> float:
    """The rarity of the terms of `left` that `right` holds too or has a word of one family for, in sum."""
    have = set(right)
    kin = frozenset[int]().union(*(families(term) for term in have))
    return sum(
        rarity(term) if term in have else FAMILY * rarity(term) if families(term) & kin else 0.0 for term in set(left)
    )


def weight(terms: Collection[str]) -> float:
    """The rarity of terms in sum."""
    return sum(rarity(term) for term in set(terms))


@cache
def _families() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    lines = [*tables("reworded")["alike"], *tables("compare")["alike"]]
    for number, line in enumerate(lines):
        for word in line.split():
            found.setdefault(stem(word), set()).add(number)
    return {term: frozenset(numbers) for term, numbers in found.items()}
