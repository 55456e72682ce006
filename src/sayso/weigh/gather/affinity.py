"""How far two story items tell one story: their rare words, the points they share, the days between them."""

from collections.abc import Collection, Mapping
from datetime import datetime
from math import exp, log, sqrt

from sayso.record import Account, Pair
from sayso.weigh.terms import rarity, terms

NAMELIKE = 0.85  # rarity from which a word is most likely a name
HEADLINE = 1.5  # how much more a word of the headline weighs
SHORT = 25  # words of an item that is told of by how much of it another holds: a brief, a card
SHORT_NAMES = 2  # names that a short item shares with another at least, or it is not compared so
WITHIN = 0.3  # what a short item that is wholly told by another is alike to it
SHARED_POINT = 0.6  # what one shared point adds, if it shares two names
FADES = 20.0  # days after which two items are a third as likely one story (e-fold)
ELSEWHERE = 0.2  # what is left where neither item has a word of the other's headline names: two fires, two trials
TITLE_CASE = 0.6  # share of a headline's longer words with a capital from which capitals tell no names
ONE_QUESTION = ("same", "opposed", "rise")


class Affinity:
    """How alike items are; the words of each are weighed once."""

    def __init__(self) -> None:
        self._weights: dict[str, Mapping[str, float]] = {}
        self._names: dict[str, frozenset[str]] = {}

    def of(self, left: Account, right: Account, pairs: Collection[Pair] = ()) -> float:
        """How alike two items are, from 0; `pairs` are the compared claims of these two."""
        alike = max(self._cosine(left, right), self._within(left, right)) + SHARED_POINT * _shared(left, right, pairs)
        if self._elsewhere(left, right):
            alike *= ELSEWHERE
        return alike * exp(-days_between(left.at, right.at) / FADES)

    def _of(self, account: Account) -> Mapping[str, float]:
        if account.text_id not in self._weights:
            self._weights[account.text_id] = _weights(account)
        return self._weights[account.text_id]

    def _cosine(self, left: Account, right: Account) -> float:
        one, two = sorted((self._of(left), self._of(right)), key=len)
        return sum(weight * two.get(term, 0.0) for term, weight in one.items())

    def _within(self, left: Account, right: Account) -> float:
        """How much of a short item the other tells, by the weight of its words; 0 for two long ones."""
        short, long = sorted((left, right), key=lambda one: (len(one.terms), one.text_id))
        if len(short.terms) > SHORT:
            return 0.0
        weights, other = self._of(short), self._of(long)
        shared = [term for term in weights if term in other]
        if sum(map(_is_namelike, shared)) < SHORT_NAMES:
            return 0.0
        return WITHIN * sum(weights[term] ** 2 for term in shared)

    def _elsewhere(self, left: Account, right: Account) -> bool:
        """Whether each headline has names and none of them stands anywhere in the other item."""
        names = [self._headline_names(one) for one in (left, right)]
        if not (names[0] and names[1]):
            return False
        return not (names[0] & self._of(right).keys() or names[1] & self._of(left).keys())

    def _headline_names(self, account: Account) -> frozenset[str]:
        if account.text_id not in self._names:
            self._names[account.text_id] = headline_names(account.headline or "")
        return self._names[account.text_id]


def days_between(left: str, right: str) -> float:
    """Days between two moments, 0 where one is not known."""
    if not left or not right:
        return 0.0
    return abs((datetime.fromisoformat(left) - datetime.fromisoformat(right)).total_seconds()) / 86400


def _weights(account: Account) -> Mapping[str, float]:
    head = set(terms(account.headline or ""))
    found = {term: rarity(term) ** 2 * (1 + log(n)) * (HEADLINE if term in head else 1) for term, n in account.terms}
    length = sqrt(sum(weight * weight for weight in found.values())) or 1.0
    return {term: weight / length for term, weight in found.items()}


def _shared(left: Account, right: Account, pairs: Collection[Pair]) -> float:
    """The best point that both tell of: its likeness, less where its claims share fewer than two names."""
    said = {one.id: one.terms for account in (left, right) for one in account.testimonies}
    best = 0.0
    for pair in pairs:
        if pair.verdict in ONE_QUESTION and pair.left in said and pair.right in said:
            names = sum(map(_is_namelike, set(said[pair.left]) & set(said[pair.right])))
            best = max(best, pair.likeness * min(1.0, names / 2))
    return best


def headline_names(headline: str) -> frozenset[str]:
    """The terms of a headline that are names by their capitals; none where it prints Every Word So.

    Its first word has a capital anyway, and is a name only where it is no word of English.
    """
    first, *rest = headline.split() or [""]
    long = [word for word in rest if len(word) > 3]
    if sum(word[0].isupper() for word in long) > TITLE_CASE * len(long):
        return frozenset()
    named = [term for word in rest if word[0].isupper() for term in terms(word)]
    return frozenset([*named, *(term for term in terms(first) if rarity(term) == 1.0)])


def _is_namelike(term: str) -> bool:
    return not term.isdigit() and rarity(term) >= NAMELIKE
