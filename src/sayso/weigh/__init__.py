"""Readings → points and stories: which claims are one point, how many independent origins stand behind each.

`weigh` is a pure function of a reading and what the scales hold; `points` answers from that, as of any moment.
"""

from collections.abc import Iterable, Mapping, Sequence

from sayso.plugs import Scales
from sayso.record import Account, Pair, Reading, Weighed
from sayso.weigh.account.accounts import accounts_of
from sayso.weigh.angles import Angles
from sayso.weigh.compare.claims import compare
from sayso.weigh.compare.setting import Setting, setting
from sayso.weigh.gather.pair import Stands, neighbours, partners, reworded
from sayso.weigh.gather.seating import Seating
from sayso.weigh.gather.stories import stories
from sayso.weigh.trace.copied import copies

VERSION = "weigh@5"  # raised with every change of what weighing gives, so that pages are weighed again
KEPT = 0.25  # likeness under which a pair tells nothing and is not kept


def weigh(reading: Reading, scales: Scales) -> Weighed:
    """All that a page adds to the weighing: its accounts, whom its claims resemble, where they now belong."""
    accounts = accounts_of(reading)
    angles = Angles(scales)
    near = {account.text_id: neighbours(account, scales, accounts) for account in accounts}
    pairs = _pairs(accounts, near, angles)
    copied = tuple(copy for account in accounts for copy in copies(account, scales))
    new = [one.id for account in accounts for one in account.testimonies]
    around = {one.text_id: one for row in (*near.values(), accounts) for one in row}
    return Weighed(
        page_id=reading.page.id,
        by=VERSION,
        accounts=accounts,
        vectors=angles.made,
        pairs=pairs,
        seats=Seating(scales, around.values(), pairs).seat(new),
        copies=copied,
        stories=stories(accounts, near, scales, pairs),
    )


def reseated(claim_ids: Iterable[str], scales: Scales) -> Weighed:
    """What changes once claims that an editor ruled on take their seats anew; of no page."""
    return Weighed(page_id="", by=VERSION, seats=Seating(scales).seat(claim_ids))


def _pairs(accounts: Sequence[Account], near: Mapping[str, Sequence[Account]], angles: Angles) -> tuple[Pair, ...]:
    """The pairs worth keeping of claims of a page with each other and with its neighbours'."""
    both = {
        (left.testimony.id, right.testimony.id): (left, right)
        for account in accounts
        for left, right in (
            *partners(account, near[account.text_id]),
            *reworded(account, near[account.text_id], angles.cosines),
        )
    }
    known: dict[tuple[str, str], Setting] = {}
    # Without a vector where even the same meaning would not make them one question: a vector costs most of a weighing.
    open_ = {ends: pair for ends, pair in both.items() if _compared(*pair, 1.0, known).verdict != "different"}
    angles.load({claim_id for ends in open_ for claim_id in ends})
    found = (
        _compared(left, right, angles.cosine(left.testimony, right.testimony), known) for left, right in open_.values()
    )
    return tuple(pair for pair in found if pair.verdict != "different" or pair.likeness >= KEPT)


def _compared(left: Stands, right: Stands, cosine: float, known: dict[tuple[str, str], Setting]) -> Pair:
    """The pair of two claims; `known` are the settings of story items worked out on the way."""
    ends = left.account.text_id, right.account.text_id
    if ends not in known:
        known[ends] = setting(left.account, right.account)
    return compare(left.testimony, right.testimony, cosine, known[ends])
