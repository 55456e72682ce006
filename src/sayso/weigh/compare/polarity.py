"""Which way a claim points: asserted or negated, and whether two claims contradict each other in words."""

import re
from functools import cache, lru_cache
from itertools import takewhile
from typing import NamedTuple

from sayso.record import Testimony
from sayso.record.fold import folded, words
from sayso.weigh.compare.actors import names
from sayso.weigh.terms import rarity, terms
from sayso.weigh.wordlists import tables, wordset

LETTERS = 2_000  # of a claim that are looked at
SCOPE = 9  # words after a negator that it bears on
# Part of what a negator bears on, by rarity, that the other claim speaks of; more where one of them tells of an end.
BEARS, MOSTLY = 0.38, 0.7
REACH = 4  # words after a denying verb within which it says what
_BREAK = re.compile(r"[,.;:!?\"“”—–]+(?=\s|$)|(?<=\s)[\"“—–]")  # where a clause ends; "and" ends a reach
_CONTRAST = re.compile(
    r"\bnot (?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|by|in|on|at|from|with)\b"
)


class Turned(NamedTuple):
    """A word that turns a claim round, and the terms it bears on; all of the claim's where it calls it untrue."""

    cue: str
    scope: frozenset[str]


@lru_cache(maxsize=16384)
def turned(content: str) -> tuple[Turned, ...]:
    """What turns a content round, in no order of meaning; a phrase such as "not only" does not."""
    text = f" {folded(_BREAK.sub(' and ', content[:LETTERS]))} "
    for phrase in tables("polarity")["harmless"]:
        text = text.replace(f" {phrase} ", " ")
    text = _CONTRAST.sub(" ", text)
    everything = frozenset(terms(content))
    found = [Turned(phrase, everything) for phrase in _untrue(text)]
    for phrase in _phrases("failing"):
        before, cue, rest = text.partition(f" {phrase} ")
        if cue:
            found.append(Turned(phrase, _scope(rest.split())))
            text = f"{before} {rest}"
    row = text.split()
    for at, word in enumerate(row):
        after = row[at + 1 :]
        if word in wordset("polarity", "negators"):
            found.append(Turned(word, _scope(after)))
        elif word == "t" and at and row[at - 1] in wordset("polarity", "clipped"):
            found.append(Turned(f"{row[at - 1]}'t", _scope(after)))
        elif word in wordset("polarity", "denying") and set(after[:REACH]) & wordset("polarity", "denied"):
            found.append(Turned(word, everything))
    return tuple(found)


def _untrue(text: str) -> list[str]:
    """The words of a folded text, its clauses parted by "and", that call something untrue."""
    found = [phrase for phrase in _phrases("untrue") if f" {phrase} " in text]
    row = text.split()
    for before, word, after in zip(["", *row], row, [*row[1:], "and"], strict=False):
        if word in wordset("polarity", "predicative") and (before in wordset("polarity", "before") or after == "and"):
            found.append(word)
    return found


def _scope(after: list[str]) -> frozenset[str]:
    """The terms a negator bears on: those of the next words, up to where another clause begins."""
    clause = takewhile(lambda word: word not in wordset("polarity", "ends"), after[:SCOPE])
    return frozenset(terms(" ".join(clause)))


def negated(content: str) -> bool:
    """Whether a content by itself says that something is not so."""
    return bool(turned(content))


class Opposite(NamedTuple):
    """What turns the left claim round and what the right one, in words, empty for what asserts; how many terms it hits.

    A negator that bears on one term of the other claim alone may be of another matter; a denial bears on all of them.
    """

    left: str
    right: str
    terms: int


def opposite(left: Testimony, right: Testimony) -> Opposite | None:
    """What makes one claim deny what the other asserts; null where both point the same way."""
    both = frozenset(left.terms or terms(left.content)) & frozenset(right.terms or terms(right.content))
    shared = both - set(names(left.content)) or both
    one, two = _against(left, shared), _against(right, shared)
    if "denied" not in (one, two) and _ceases(left.content) != _ceases(right.content):
        one, two = _against(left, shared, MOSTLY), _against(right, shared, MOSTLY)
    if bool(one) == bool(two) or "denied" not in (one, two) and _turn_alike(left.content, right.content):
        return None
    return Opposite(one, two, _hit(left, shared) if one else _hit(right, shared))


def _hit(testimony: Testimony, shared: frozenset[str]) -> int:
    """How many shared terms a claim turns round."""
    if testimony.stance == "denies":
        return len(shared)
    return max((len(one.scope & shared) for one in turned(testimony.content)), default=0)


def _turn_alike(left: str, right: str) -> bool:
    """Whether both contents turn round one thing: not so "did not object" beside "was not informed"."""
    return any(one.scope & other.scope for one in turned(left) for other in turned(right))


def _against(testimony: Testimony, shared: frozenset[str], part: float = BEARS) -> str:
    """The words that turn round what a claim says of the shared terms, empty for none.

    An indirect denial is told with what it denies; between quotation marks the denial is in the words themselves.
    """
    cues = [
        one.cue for one in turned(testimony.content) if _bears(one.scope, shared, BEARS if " " in one.cue else part)
    ]
    denies = testimony.stance == "denies"
    if testimony.manner in ("direct", "mixed"):
        return cues[0] if cues else "denied" if denies else ""
    if denies:
        return "" if len(cues) % 2 else "denied"
    return cues[0] if cues else ""


def _bears(scope: frozenset[str], shared: frozenset[str], part: float) -> bool:
    """Whether enough of what a negator bears on is what both claims speak of."""
    whole = sum(map(rarity, scope))
    return whole > 0 and sum(map(rarity, scope & shared)) >= part * whole


@lru_cache(maxsize=16384)
def _ceases(content: str) -> bool:
    return bool(set(words(content[:LETTERS])) & wordset("polarity", "ceasing"))


def contrary(left: str, right: str) -> tuple[str, str] | None:
    """Two words of two contents that rule each other out (alive, dead); null where none do, or one has both."""
    one, two = set(words(left[:LETTERS])), set(words(right[:LETTERS]))
    for first, second in _contraries():
        for here, there in ((first, second), (second, first)):
            mine, theirs = one & here, two & there
            if mine and theirs and not one & there and not two & here:
                return min(mine), min(theirs)
    return None


@cache
def _phrases(table: str) -> tuple[str, ...]:
    return tuple(sorted(tables("polarity")[table], key=lambda phrase: (-len(phrase), phrase)))


@cache
def _contraries() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((frozenset(a.split()), frozenset(b.split())) for a, b in tables("polarity")["contrary"])
