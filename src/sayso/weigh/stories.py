"""Texts → stories: every story item joins the story that an earlier one leads, or opens its own."""

from collections.abc import Mapping, Sequence

from sayso.plugs import Scales
from sayso.record import Account
from sayso.weigh.terms import rarity

ALIKE = 0.3  # weighted overlap of words from which two accounts tell one story


def stories(
    accounts: Sequence[Account], near: Mapping[str, Sequence[Account]], scales: Scales
) -> tuple[tuple[str, str], ...]:
    """(text id, id of the text that leads its story) for every account of a page; `near` are its neighbours."""
    found: dict[str, str] = {}
    for account in sorted(accounts, key=lambda one: (one.at, one.text_id)):
        earlier = [one for one in near[account.text_id] if (one.at, one.text_id) < (account.at, account.text_id)]
        best = max(((overlap(account, one), one.text_id) for one in earlier), default=(0.0, ""))
        leads = {**scales.stories([best[1]]), **found} if best[0] >= ALIKE else {}
        found[account.text_id] = leads.get(best[1], account.text_id)
    return tuple(sorted(found.items()))


def overlap(left: Account, right: Account) -> float:
    """The rarity of the words that both hold over that of all the words of the shorter, in [0, 1]."""
    one, two = {term for term, _ in left.terms}, {term for term, _ in right.terms}
    least = min(sum(map(rarity, one)), sum(map(rarity, two)))
    return sum(map(rarity, one & two)) / least if least else 0.0
