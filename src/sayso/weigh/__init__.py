"""Readings → points and stories: which claims are one point, how many independent origins stand behind each.

`weigh` is a pure function of a reading and what the scales hold; `points` answers from that, as of any moment.
"""

from collections.abc import Iterable

from sayso.plugs import Scales
from sayso.record import Pair, Reading, Weighed
from sayso.weigh.accounts import accounts_of
from sayso.weigh.angles import Angles
from sayso.weigh.compare import compare
from sayso.weigh.copied import copies
from sayso.weigh.pair import Stands, neighbours, partners
from sayso.weigh.seating import Seating
from sayso.weigh.setting import setting
from sayso.weigh.stories import stories

VERSION = "weigh@1"  # raised with every change of what weighing gives, so that pages are weighed again
KEPT = 0.25  # likeness under which a pair tells nothing and is not kept


def weigh(reading: Reading, scales: Scales) -> Weighed:
    """All that a page adds to the weighing: its accounts, whom its claims resemble, where they now belong."""
    accounts = accounts_of(reading)
    angles = Angles(scales)
    pairs: dict[tuple[str, str], Pair] = {}
    near = {account.text_id: neighbours(account, scales, accounts) for account in accounts}
    for account in accounts:
        for left, right in partners(account, near[account.text_id]):
            ends = left.testimony.id, right.testimony.id
            if ends not in pairs:
                pair = _compared(left, right, angles)
                if pair.verdict != "different" or pair.likeness >= KEPT:
                    pairs[ends] = pair
    copied = tuple(copy for account in accounts for copy in copies(account, scales))
    new = [one.id for account in accounts for one in account.testimonies]
    return Weighed(
        page_id=reading.page.id,
        by=VERSION,
        accounts=accounts,
        vectors=angles.made,
        pairs=tuple(pairs.values()),
        seats=Seating(scales, accounts, pairs.values()).seat(new),
        copies=copied,
        stories=stories(accounts, near, scales),
    )


def reseated(claim_ids: Iterable[str], scales: Scales) -> Weighed:
    """What changes once claims that an editor ruled on take their seats anew; of no page."""
    return Weighed(page_id="", by=VERSION, seats=Seating(scales).seat(claim_ids))


def _compared(left: Stands, right: Stands, angles: Angles) -> Pair:
    cosine = angles.cosine(left.testimony, right.testimony)
    return compare(left.testimony, right.testimony, cosine, setting(left.account, right.account))
