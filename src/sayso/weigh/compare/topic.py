"""Whether two claims are of one topic: the chance that they answer one question, by words, names, place and story."""

from collections.abc import Collection
from functools import lru_cache
from math import exp

from sayso.record import Testimony
from sayso.weigh.compare.kin import covered, weight
from sayso.weigh.terms import stem

# Fitted by logistic regression to the pairs of claims of our development scenarios, then moved so that 0.6 is where
# a pair is as likely one question as it is safe to seat together.
BASE = -3.7
COSINE, INSIDE, BOTH, MATTER, AMOUNT, FIGURE = 4.4, 2.1, 0.9, 1.85, 0.6, 0.57
MOST = 3.0  # rarity from which more shared words say no more
STORY = 1.4  # rarity of shared words at the top of two accounts from which they may tell of one story


def topic(left: Testimony, right: Testimony, cosine: float) -> float:
    """The chance in [0, 1] that two claims answer one question of fact; the same either way round."""
    one, two = set(left.terms), set(right.terms)
    if not one or not two:
        return 0.0
    there, back = covered(one, two), covered(two, one)
    parts = there / (weight(one) or 1.0), back / (weight(two) or 1.0)
    matter = max(_matter(left, two), _matter(right, one))
    figure = any(term.isdecimal() and len(term) > 1 for term in one & two)
    score = BASE + COSINE * cosine + INSIDE * max(parts) + BOTH * min(parts) + MATTER * matter
    score += AMOUNT * min(MOST, there, back) / MOST + FIGURE * figure
    return round(1 / (1 + exp(-score)), 4)


def one_story(left: Testimony, right: Testimony) -> bool:
    """Whether the accounts that two claims stand in may tell of one story, by what is at their top."""
    if left.about and left.about == right.about:
        return True
    return weight(set(left.about or left.terms) & set(right.about or right.terms)) >= STORY


def _matter(one: Testimony, other: Collection[str]) -> float:
    """The share of a claim's words beside names that another claim covers."""
    plain = matter(one)
    return covered(plain, other) / weight(plain) if plain and weight(plain) else 0.0


def matter(one: Testimony) -> frozenset[str]:
    """The terms of a claim that are no names."""
    return frozenset(one.terms) - _named(one.names)


def found_by(one: Testimony) -> frozenset[str]:
    """The terms of a claim, with the names that its pronouns stand for."""
    return frozenset(one.terms) | _named(one.names)


@lru_cache(maxsize=4096)
def _named(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem(word) for name in names for word in name.split())
