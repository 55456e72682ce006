"""Texts → stories: every story item joins the story that an earlier one leads, or opens its own.

Each takes its place in canonical order (moment, text), looking only at earlier ones near it, so that the order in which
pages came changes nothing; a page that comes late makes the later items near it look again. Average link over the
latest few of a story, never chaining.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush

from sayso.plugs import Scales
from sayso.record import Account, Pair
from sayso.weigh.gather.affinity import Affinity
from sayso.weigh.gather.pair import neighbours

ALIKE = 0.16  # affinity from which an item belongs to a story; tuned in bench/weighing/stories.py
LATEST = 8  # items of a story that a new one is compared with, the latest of those near it

Order = tuple[str, str]


def stories(
    accounts: Sequence[Account],
    near: Mapping[str, Sequence[Account]],
    scales: Scales,
    pairs: Iterable[Pair] = (),
    *,
    alike: float = ALIKE,
) -> tuple[tuple[str, str], ...]:
    """(text id, id of the text that leads its story) of every item of a page, and of those that it made move.

    `near` are the neighbours of each, `pairs` the claims of the page compared with theirs, `alike` the affinity that it
    takes to belong to a story.
    """
    return Telling(scales, accounts, near, pairs, alike).place()


class Telling:
    """Stories around some items: what the scales hold, overlaid by what is new."""

    def __init__(
        self,
        scales: Scales,
        accounts: Sequence[Account],
        near: Mapping[str, Sequence[Account]],
        pairs: Iterable[Pair],
        alike: float = ALIKE,
    ) -> None:
        self._scales = scales
        self._new = tuple(accounts)
        self._known = {one.text_id: one for one in accounts}
        self._near = {text_id: tuple(found) for text_id, found in near.items()}
        self._pairs = tuple(pairs)
        self._alike = alike
        around = {one.text_id for found in self._near.values() for one in found} - self._known.keys()
        self._leads: dict[str, str | None] = {**dict.fromkeys(around), **scales.stories(around)}
        self._leads.update(dict.fromkeys(self._known))
        self._changed: dict[str, str] = {}
        self._newest = scales.newest() or ""
        self._affinity = Affinity()

    def place(self) -> tuple[tuple[str, str], ...]:
        """What is new or changed once the new items took their places, and those they made move."""
        waiting: list[Order] = []
        for account in self._new:
            heappush(waiting, _order(account))
        done: Order | None = None
        while waiting:
            turn = heappop(waiting)
            if turn != done:
                for later in self._take(self._known[turn[1]]):
                    heappush(waiting, _order(later))
            done = turn
        return tuple(sorted(self._changed.items()))

    def _take(self, account: Account) -> list[Account]:
        """Gives one item its place; the later items that must look again, none where nothing changed."""
        old, new = self._lead(account.text_id), self._best(account)
        if old == new:
            return []
        self._leads[account.text_id] = self._changed[account.text_id] = new
        if old is None and account.at > self._newest:
            return []
        return [one for one in self._neighbours(account) if _order(one) > _order(account)]

    def _best(self, account: Account) -> str:
        """The story it is most alike to on average, else its own."""
        earlier = sorted((one for one in self._neighbours(account) if _order(one) < _order(account)), key=_order)
        between = self._between(account, earlier)
        members: defaultdict[str, list[Account]] = defaultdict(list)
        for one in earlier:
            if lead := self._lead(one.text_id):
                members[lead].append(one)
        best = (0.0, account.text_id)
        for lead, found in members.items():
            latest = found[-LATEST:]
            alike = sum(self._affinity.of(one, account, between[one.text_id]) for one in latest) / len(latest)
            best = max(best, (round(alike, 6), lead))
        return best[1] if best[0] >= self._alike else account.text_id

    def _between(self, account: Account, others: Sequence[Account]) -> defaultdict[str, list[Pair]]:
        """Text id → the compared claims of this item and that one."""
        mine = {one.id for one in account.testimonies}
        text_of = {one.id: other.text_id for other in others for one in other.testimonies}
        kept = self._scales.pairs(mine) if account not in self._new else ()
        found: defaultdict[str, list[Pair]] = defaultdict(list)
        for pair in (*self._pairs, *kept):
            far = pair.left if pair.right in mine else pair.right if pair.left in mine else None
            if far in text_of:
                found[text_of[far]].append(pair)
        return found

    def _neighbours(self, account: Account) -> tuple[Account, ...]:
        if account.text_id not in self._near:
            self._near[account.text_id] = tuple(neighbours(account, self._scales, self._new))
        found = self._near[account.text_id]
        self._known.update((one.text_id, one) for one in found)
        return found

    def _lead(self, text_id: str) -> str | None:
        if text_id not in self._leads:
            self._leads[text_id] = self._scales.stories([text_id]).get(text_id)
        return self._leads[text_id]


def _order(account: Account) -> Order:
    return account.at, account.text_id
