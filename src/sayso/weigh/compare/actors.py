"""Who and where a claim is about: the names in it, those that two claims share and those only one has."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sayso.record import Testimony
from sayso.record.fold import words
from sayso.weigh.terms import rarity, stem
from sayso.weigh.wordlists import wordset

_TOKEN = re.compile(r"[^\W_][\w'’-]*|[.!?:;|]")
TITLED = 0.6  # share of capitals from which a line is set as a title and its capitals name nothing
RARE = 0.97  # a first word of a sentence this rare is a name
LETTERS = 2_000  # of a claim that are looked at


class Named(NamedTuple):
    """Names of two claims: those of both, those of the left alone, those of the right alone; stems, sorted."""

    shared: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]


@lru_cache(maxsize=16384)
def names(content: str) -> tuple[str, ...]:
    """The words of a claim that name a person, a body or a place, stemmed, each once, in reading order."""
    tokens = _TOKEN.findall(content[:LETTERS])
    plain = [token for token in tokens if token[0].isalpha()]
    titled = sum(token[0].isupper() for token in plain) > TITLED * len(plain)
    found: dict[str, None] = {}
    first = True
    for token in tokens:
        if not token[0].isalnum():
            first = token in ".!?:|"
            continue
        if token[0].isupper():
            for word in words(token.removesuffix("'s").removesuffix("’s")):
                if _names(word, doubtful=first or titled):
                    found[stem(word)] = None
        first = False
    return tuple(found)


def _names(word: str, *, doubtful: bool) -> bool:
    if len(word) < 2 or word in wordset("actors", "nameless") or word in wordset("terms", "stop"):
        return False
    return not doubtful or rarity(stem(word)) >= RARE


def named(left: str, right: str) -> Named:
    """The names of two claims, told apart; a name that the other claim has in lower case is shared too."""
    one, two = set(names(left)), set(names(right))
    shared = one & two
    return Named(tuple(sorted(shared)), tuple(sorted(one - shared)), tuple(sorted(two - shared)))


@lru_cache(maxsize=16384)
def _phrases(content: str) -> frozenset[tuple[str, str]]:
    """(word that sets apart, name after it): Fort Ambler, North Tolm."""
    found = words(content[:LETTERS])
    return frozenset(
        (word, after) for word, after in zip(found, found[1:], strict=False) if word in wordset("actors", "apart")
    )


def twins(left: str, right: str) -> tuple[str, str] | None:
    """Two names that differ only in what sets them apart, such as Fort Ambler and Port Ambler; null where none do."""
    for word, name in sorted(_phrases(left)):
        for other, same in sorted(_phrases(right)):
            if name == same and word != other and stem(name) in names(left) and stem(name) in names(right):
                return f"{word} {name}", f"{other} {same}"
    return None


def apart(left: Testimony, right: Testimony) -> tuple[str, str] | None:
    """The first names by which two claims tell of different people or places, null where they may be the same.

    A name spelt short and the same name spelt long are one; a name that the other's story item holds at its top
    parts nobody. The same either way round but for the order of the two.
    """
    known = any(_one(name, other) for name in left.people for other in right.names)
    known = known or any(_one(name, other) for name in right.people for other in left.names)
    if left.people and right.people and not known:
        return left.people[0], right.people[0]
    if "denies" in (left.stance, right.stance):
        return None
    mine, theirs = _strange(left, right), _strange(right, left)
    if not mine or not theirs:
        return None
    shared = [name for name in left.names if any(_one(name, other) for other in right.names)]
    leading = mine[0] == left.names[0] and theirs[0] == right.names[0]
    return (mine[0], theirs[0]) if leading or not shared else None


def _strange(one: Testimony, other: Testimony) -> Sequence[str]:
    """The names of one claim that the other neither names nor stands beside."""
    known = {*other.about, *other.terms}
    return [
        name
        for name in one.names
        if not any(_one(name, theirs) for theirs in other.names) and not {stem(word) for word in name.split()} <= known
    ]


def _one(left: str, right: str) -> bool:
    """Whether a name may be another, spelt short or in another language."""
    one, two = {stem(word) for word in left.split()}, {stem(word) for word in right.split()}
    turned = left.split()[0] == right.split()[-1] or left.split()[-1] == right.split()[0]
    return (
        one <= two
        or two <= one
        or len(one & two) >= 2
        and abs(len(one) - len(two)) == 1
        and left.split()[-1] == right.split()[-1]
        or turned
        and any(rarity(term) == 1.0 for term in one & two)  # Serrano Front, Frente Serrano
    )
