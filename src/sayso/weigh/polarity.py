"""Whether one claim says that something is so and another that it is not."""

from collections.abc import Iterator
from functools import cache

from sayso.record import Testimony
from sayso.record.fold import words
from sayso.weigh.kin import families
from sayso.weigh.terms import rarity, stem, terms
from sayso.weigh.topic import matter
from sayso.weigh.wordlists import tables

REACH = 10  # words after a negation that it may deny
DENIED = 0.5  # share of what is denied that the other claim has to hold
LEAST = 0.5  # rarity of what is denied, at least


def contrary(left: Testimony, right: Testimony) -> str | None:
    """The words by which two claims of one topic answer it with yes and with no, null where they do not.

    Two that both deny, or both assert, answer alike: "no one was hurt" and "nobody was injured".
    """
    one, two = denies(left), denies(right)
    if one and two:
        return None
    if one or two:
        no, yes = (left, right) if one else (right, left)
        if no.stance == "denies" and no.manner == "indirect":
            return no.content
        return denied(no, yes) or (no.content if no.stance == "denies" else None)
    return opposite(left, right)


def denies(one: Testimony) -> bool:
    """Whether a claim denies anything, by its stance or by a negation in its words."""
    return one.stance == "denies" or any(True for _ in _scopes(one.content))


def denied(no: Testimony, yes: Testimony) -> str | None:
    """The words after a negation of one claim that the other asserts, null for none."""
    have = matter(yes) | set(yes.terms)
    kin = frozenset[int]().union(*(families(term) for term in have))
    for scope in _scopes(no.content):
        told = [term for term in terms(scope) if term in matter(no)]
        whole = sum(rarity(term) for term in told)
        exact = sum(rarity(term) for term in told if term in have)
        near = sum(rarity(term) for term in told if term not in have and families(term) & kin)
        if exact and whole >= LEAST and exact + near / 2 >= DENIED * whole:
            return scope
    return None


def opposite(left: Testimony, right: Testimony) -> str | None:
    """The contrary words of two claims ("will stay", "will resign"), null for none."""
    one, two = set(left.terms), set(right.terms)
    for these, those in _opposites():
        for mine, theirs in ((one, two), (two, one)):
            here, there = mine & these - theirs, theirs & those - mine
            if here and there and not mine & those and not theirs & these:
                return f"{min(here)} and {min(there)}"
    return None


def _scopes(content: str) -> Iterator[str]:
    """What follows each negation, as far as it reaches."""
    told = words(content)
    for place, word in enumerate(told):
        cut = word in _cut() and told[place + 1 : place + 2] == ("t",)
        if not cut and word not in _negations():
            continue
        rest = told[place + 1 + cut : place + 1 + REACH]
        if rest and (rest[0].isdecimal() or rest[0] in tables("terms")["numbers"]):
            continue  # "fifteen, not six" is a matter of figures
        end = next((k for k, one in enumerate(rest) if one in _borders()), len(rest))
        if end:
            yield " ".join(rest[:end])


@cache
def _negations() -> frozenset[str]:
    return frozenset(tables("compare")["negation"]["words"].split())


@cache
def _cut() -> frozenset[str]:
    return frozenset(tables("compare")["negation"]["cut"].split())


@cache
def _borders() -> frozenset[str]:
    return frozenset(tables("compare")["negation"]["borders"].split())


@cache
def _opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    rows = tables("compare")["opposites"]
    return tuple((_stemmed(row["left"]), _stemmed(row["right"])) for row in rows)


def _stemmed(line: str) -> frozenset[str]:
    return frozenset(map(stem, line.split()))
