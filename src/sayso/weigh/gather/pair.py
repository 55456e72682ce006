"""Which claims of other accounts a new one is compared with: found by shared words, nothing all-pairs."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from numpy import argwhere

from sayso.plugs import Scales
from sayso.record import Account, Testimony
from sayso.weigh.account.accounts import KEYS
from sayso.weigh.compare.exclusion import excluded
from sayso.weigh.compare.figures import figures
from sayso.weigh.compare.setting import setting
from sayso.weigh.terms import rarity
from sayso.weigh.vectors import Rows

EACH = 100  # accounts of a key that are looked at on either side of a moment
MOST = 60  # accounts that a new one is compared with, those that share most words
LEAST = 2  # words that two accounts share, fewer only where one has hardly more
LEAST_OF_MANY = 3  # the same where an account has all the words it may have: in a large record hundreds share two of 40
SHARED = 0.9  # rarity that two claims share at least, in sum: about two names, or three plain words
BESIDE = 0.3  # the same where their story items are near: one plain word
MEANT = 0.6  # cosine from which two claims of near story items are compared, whatever words they share

Cosines = Callable[[Sequence[Testimony], Sequence[Testimony]], Rows]  # of every left claim with every right one


class Stands(NamedTuple):
    """A claim and where it stands."""

    account: Account
    testimony: Testimony

    @property
    def order(self) -> tuple[str, str, int]:
        """The canonical order: moment, text, place in the text."""
        return self.account.at, self.account.text_id, self.testimony.place


def neighbours(account: Account, scales: Scales, fellows: Sequence[Account] = ()) -> list[Account]:
    """Accounts that may tell of what this one tells, most shared words first; `fellows` are those of its own page."""
    counts = dict(scales.near(account.keys, account.at, EACH)) if account.keys else {}
    near = sorted(counts, key=lambda text_id: (-counts[text_id], text_id))
    least = min(LEAST if len(account.keys) < KEYS else LEAST_OF_MANY, max(1, len(account.keys) // 2))
    chosen = [text_id for text_id in near[:MOST] if counts[text_id] >= least and text_id != account.text_id]
    found = {one.text_id: one for one in scales.accounts(chosen)}
    found.update((one.text_id, one) for one in fellows)
    return [one for one in found.values() if one.text_id != account.text_id]


def partners(account: Account, others: Sequence[Account]) -> Iterator[tuple[Stands, Stands]]:
    """Claims worth comparing, in canonical order, the earlier first; also claims of the account among themselves."""
    where: defaultdict[str, list[Testimony]] = defaultdict(list)
    for testimony in account.testimonies:
        for term in testimony.terms:
            where[term].append(testimony)
    for other in (*others, account):
        close = other is account or setting(account, other).close
        for one in other.testimonies:
            shared: defaultdict[int, float] = defaultdict(float)
            for term in one.terms:
                for mine in where.get(term, ()):
                    shared[mine.place] += rarity(term)
            tied = _tied(account, one) if other is account else _counted(account, one) if close else ()
            for place, weight in (shared | dict.fromkeys(tied, SHARED)).items():
                mine = account.testimonies[place]
                if weight >= (BESIDE if close else SHARED) and (
                    other is not account or one.place < place or place in tied
                ):
                    both = Stands(account, mine), Stands(other, one)
                    yield min(both, key=_order), max(both, key=_order)


def reworded(account: Account, others: Sequence[Account], cosines: Cosines) -> Iterator[tuple[Stands, Stands]]:
    """Claims of the bodies of near story items that mean nearly the same, in canonical order, the earlier first."""
    mine = [one for one in account.testimonies if not one.headline]
    for other in others:
        theirs = [one for one in other.testimonies if not one.headline]
        if mine and theirs and setting(account, other).close:
            for here, there in argwhere(cosines(mine, theirs) >= MEANT):
                both = Stands(account, mine[here]), Stands(other, theirs[there])
                yield min(both, key=_order), max(both, key=_order)


def _tied(account: Account, one: Testimony) -> list[int]:
    """Places of the claims of its own text that a denial answers, whatever words they share."""
    answered = [mine.place for mine in account.testimonies if mine.id in one.answers]
    return answered + [place for place in _counted(account, one) if place > one.place]


def _counted(account: Account, one: Testimony) -> list[int]:
    """Places of the claims that give a figure for what a claim counts, or that speak of all where it speaks of some."""
    return [
        mine.place
        for mine in account.testimonies
        if mine is not one and ((told := figures(mine, one)) and told.one_state or excluded(mine, one))
    ]


def _order(one: Stands) -> tuple[str, str, int]:
    return one.order
