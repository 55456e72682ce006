"""The chance that two claims answer one question of fact, whatever their answers."""

from math import exp

from sayso.record import Testimony
from sayso.weigh.terms import rarity


def likeness(left: Testimony, right: Testimony, cosine: float) -> float:
    """The chance in [0, 1] that two claims answer the same question of fact; the same either way round."""
    one, two = set(left.terms), set(right.terms)
    shared = sum(rarity(term) for term in one & two)
    whole = min(sum(rarity(term) for term in side) for side in (one, two)) or 1.0
    return round(1 / (1 + exp(-(8 * cosine + 4 * shared / whole - 6.5))), 4)
