"""Seats a scenario's claims as its editor would, so that counting is measured apart from grouping."""

from collections.abc import Collection

from sayso.record import Pair, Seat, Side
from sayso.store.memory import MemoryStore


def seat_as_told(
    store: MemoryStore, supports: Collection[str], denies: Collection[str], elsewhere: Collection[str] = ()
) -> None:
    """Leaves one point on the scales: the claims that support it and those that stand against it.

    What stands against it and for another point (`elsewhere`) stands across from it, as another figure does.
    """
    texts = {one.id: account.text_id for account in store._accounts.values() for one in account.testimonies}
    order = {
        one.id: (account.at, account.text_id, one.place)
        for account in store._accounts.values()
        for one in account.testimonies
    }
    store._seats.clear()
    store._seated.clear()
    store._pairs.clear()
    store._paired.clear()
    sides: dict[str, Side] = {one: "against" for one in denies if one in texts}
    sides.update({one: "for" for one in supports if one in texts})
    ranked = sorted(sides, key=lambda one: (sides[one] == "against", order[one]))
    for one in ranked:
        if one in set(elsewhere) - set(supports) and ranked[0] in supports:
            for near in supports:
                pair = Pair(left=near, right=one, likeness=1.0, verdict="opposed", conflict="figures")
                store._pairs[pair.left, pair.right] = pair
                store._paired[pair.left].add((pair.left, pair.right))
                store._paired[pair.right].add((pair.left, pair.right))
            store._seats[one] = Seat(claim_id=one, text_id=texts[one], leader=one)
            store._seated[one][one] = None
            continue
        seat = Seat(claim_id=one, text_id=texts[one], leader=ranked[0], side=sides[one])
        store._seats[one] = seat
        store._seated[seat.leader][one] = None
    store._points.clear()
    store.unsettle(store._seats)
