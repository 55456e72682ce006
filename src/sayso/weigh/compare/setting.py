"""What two story items share beside two of their claims: a claim alone often names neither who nor where."""

from typing import NamedTuple

from sayso.record import Account
from sayso.weigh.terms import rarity

# Nearness from which what one story item leaves out may be told by the other; unlike stories of a day reach 0.13.
NEAR = 0.14
NAMING = 0.08  # the same where both have a word that English has not: most often somebody's name


class Setting(NamedTuple):
    """How alike two story items are, in [0, 1], and the informative words of each."""

    nearness: float
    left: frozenset[str]
    right: frozenset[str]
    close: bool = False  # whether both may tell one story


def setting(left: Account, right: Account) -> Setting:
    """The setting of claims of two story items; a story item is nearest to itself."""
    one, two = (frozenset(term for term, _ in account.terms) for account in (left, right))
    if left.text_id == right.text_id:
        return Setting(1.0, one, two, close=True)
    least = min(sum(map(rarity, one)), sum(map(rarity, two)))
    shared = one & two
    nearness = round(sum(map(rarity, shared)) / least, 4) if least else 0.0
    close = nearness >= NEAR or nearness >= NAMING and any(rarity(term) == 1.0 for term in shared)
    return Setting(nearness, one, two, close)
