"""Claims → points: every claim takes its seat in canonical order, looking only at earlier ones.

So the order in which pages came changes nothing, and what was answered for an earlier time stays the answer. A page
that comes late makes the later claims near it take their seats anew.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from heapq import heappop, heappush

from sayso.plugs import Scales
from sayso.record import Account, Pair, Ruling, Seat, Side
from sayso.weigh.gather.join import choose

Order = tuple[str, str, int]
ONE_QUESTION = ("same", "opposed")
JOIN = 0.22  # warmth from which a claim joins a point: the likeness from which two claims of one story are the same


class Seating:
    """The seats around some claims: what the scales hold, overlaid by what is new."""

    def __init__(self, scales: Scales, accounts: Iterable[Account] = (), pairs: Iterable[Pair] = ()) -> None:
        self._scales = scales
        self._orders: dict[str, tuple[Order, str]] = {}
        self._pairs: defaultdict[str, dict[tuple[str, str], Pair]] = defaultdict(dict)
        self._loaded: set[str] = set()
        self._heads: set[str] = set()  # headlines over a body: they follow it and bring nobody together
        self._texts: dict[str, tuple[str, ...]] = {}  # text → the claims of its body
        self._seats: dict[str, Seat] = {}
        self._members: dict[str, set[str]] = {}
        self._changed: dict[str, Seat] = {}
        self._rulings = list(scales.rulings())
        self._newest = scales.newest() or ""
        for account in accounts:
            self._know(account)
        for pair in pairs:
            self._pair(pair)
        # At once: asked for one by one they are most of what a page costs where many pages tell of one thing.
        self._learn(scales.seats(set(self._pairs)))

    def _learn(self, seats: Iterable[Seat]) -> None:
        """Takes in seats that the scales hold; what was seated since stays."""
        for seat in seats:
            self._seats.setdefault(seat.claim_id, seat)
            self._orders.setdefault(seat.claim_id, ((seat.at, seat.text_id, seat.place), seat.text_id))
            if seat.headline:
                self._heads.add(seat.claim_id)

    def _know(self, account: Account) -> None:
        if not all(one.headline for one in account.testimonies):
            self._heads.update(one.id for one in account.testimonies if one.headline)
            self._texts[account.text_id] = tuple(one.id for one in account.testimonies if not one.headline)
        for one in account.testimonies:
            self._orders[one.id] = ((account.at, account.text_id, one.place), account.text_id)

    def _pair(self, pair: Pair) -> None:
        for end in (pair.left, pair.right):
            self._pairs[end][pair.left, pair.right] = pair

    def seat(self, claim_ids: Iterable[str]) -> tuple[Seat, ...]:
        """The seats that are new or changed once these claims took theirs, and those they made move."""
        waiting: list[tuple[Order, str]] = []
        for claim_id in claim_ids:
            heappush(waiting, (self._order(claim_id), claim_id))
        done: tuple[Order, str] | None = None
        while waiting:
            turn = heappop(waiting)
            if turn == done:
                continue
            done = turn
            for claim_id in self._take(turn[1]):
                heappush(waiting, (self._order(claim_id), claim_id))
        return tuple(self._changed[one] for one in sorted(self._changed))

    def _take(self, claim_id: str) -> set[str]:
        """Gives one claim its seat; the later claims that must look again, none where nothing changed."""
        old, new = self._seat(claim_id), self._best(claim_id)
        if old == new:
            return set()
        moved = old is None or old.leader != new.leader
        if old and moved:
            self._held(old.leader).discard(claim_id)
        self._held(new.leader).add(claim_id)
        self._seats[claim_id] = self._changed[claim_id] = new
        order = self._order(claim_id)
        if old is None and order[0] > self._newest:
            return {one for one in self._partners(claim_id) if self._order(one) > order}
        near = self._held(new.leader) | (self._held(old.leader) if old else set())
        late = near | self._reached(near | {claim_id})
        return {one for one in late if self._order(one) > order}

    def _best(self, claim_id: str) -> Seat:
        """The point that an earlier claim of one question leads, else a point of its own."""
        order = self._order(claim_id)
        likenesses: defaultdict[str, list[float]] = defaultdict(list)
        sides: dict[str, tuple[float, Side]] = {}
        closed: set[str] = set()  # points whose figures the claim cannot share
        for pair in self._pairs_of(claim_id):
            other = pair.left if pair.right == claim_id else pair.right
            seat = self._seat(other) if self._order(other) < order else None
            if seat is None or pair.verdict == "different":
                continue
            if other in self._heads:
                continue
            if pair.verdict not in ONE_QUESTION or pair.conflict not in (None, "denial"):
                closed.add(seat.leader)
                continue
            likenesses[seat.leader].append(pair.likeness)
            side = seat.side if pair.verdict == "same" else _across(seat.side)
            sides[seat.leader] = max(sides.get(seat.leader, (0.0, side)), (pair.likeness, side))
        text_id = self._orders[claim_id][1]
        ruled = self._ruled(claim_id, order)
        barred = self._barred(claim_id)
        sizes = {leader: self._size(leader, order) for leader in likenesses}
        open_ = {
            leader: found
            for leader, found in likenesses.items()
            if leader not in closed and not (self._held(leader) & barred)
        }
        if claim_id in self._heads:
            beneath = {seat.leader for one in self._beneath(text_id) if (seat := self._seat(one))}
            open_ = {leader: found for leader, found in open_.items() if leader in beneath}
        leader = ruled or choose(open_, sizes, JOIN)
        at, _, place = order
        own = Seat(claim_id=claim_id, text_id=text_id, leader=claim_id, at=at, place=place)
        own = replace(own, headline=claim_id in self._heads)
        if leader is None:
            return own
        likeness, side = sides.get(leader, (1.0, "for"))
        return replace(own, leader=leader, side=side, likeness=round(likeness, 4))

    def _beneath(self, text_id: str) -> tuple[str, ...]:
        """The claims of a text's body."""
        if text_id not in self._texts:
            for account in self._scales.accounts([text_id]):
                self._know(account)
        return self._texts.get(text_id, ())

    def _size(self, leader: str, order: Order) -> int:
        return sum(1 for one in self._held(leader) - self._heads if self._order(one) < order)

    def _ruled(self, claim_id: str, order: Order) -> str | None:
        """The point where an editor put the claim: that of the earlier claim it was last ruled the same as."""
        for other, ruling in reversed(self._judged(claim_id).items()):
            if ruling.verdict == "same" and (seat := self._seat(other)) and self._order(other) < order:
                return seat.leader
        return None

    def _barred(self, claim_id: str) -> set[str]:
        """Claims that an editor ruled different, unless a later ruling says otherwise."""
        return {other for other, ruling in self._judged(claim_id).items() if ruling.verdict == "different"}

    def _judged(self, claim_id: str) -> dict[str, Ruling]:
        """The latest ruling on the claim and each other one, in the order they were made."""
        last: dict[str, Ruling] = {}
        for ruling in self._rulings:
            if other := _other(ruling, claim_id):
                last.pop(other, None)
                last[other] = ruling
        return last

    # ── what the scales hold, loaded as it is asked for ─────────────────────────────────────────────────────

    def _seat(self, claim_id: str) -> Seat | None:
        if claim_id not in self._seats:
            self._learn(self._scales.seats([claim_id]))
        return self._seats.get(claim_id)

    def _held(self, leader: str) -> set[str]:
        if leader not in self._members:
            seats = list(self._scales.seated([leader]))
            self._learn(seats)
            self._members[leader] = {seat.claim_id for seat in seats if seat.claim_id not in self._changed}
        return self._members[leader]

    def _pairs_of(self, claim_id: str) -> Collection[Pair]:
        if claim_id not in self._loaded:
            self._loaded.add(claim_id)
            for pair in self._scales.pairs([claim_id]):
                self._pairs[claim_id].setdefault((pair.left, pair.right), pair)
        return self._pairs[claim_id].values()

    def _reached(self, claim_ids: Collection[str]) -> set[str]:
        """The claims that pairs tie to some, looked up together: a point may hold hundreds of claims."""
        unread = [one for one in claim_ids if one not in self._loaded]
        found = {end for one in claim_ids for ends in self._pairs.get(one, ()) for end in ends} - set(claim_ids)
        found |= set(self._scales.paired(unread))
        self._learn(self._scales.seats([one for one in found if one not in self._orders]))
        return found

    def _partners(self, claim_id: str) -> set[str]:
        return {end for pair in self._pairs_of(claim_id) for end in (pair.left, pair.right)} - {claim_id}

    def _order(self, claim_id: str) -> Order:
        if claim_id not in self._orders:
            self._seat(claim_id)
        return self._orders[claim_id][0]


def _other(ruling: Ruling, claim_id: str) -> str | None:
    return ruling.right if ruling.left == claim_id else ruling.left if ruling.right == claim_id else None


def _across(side: Side) -> Side:
    return "against" if side == "for" else "for"
