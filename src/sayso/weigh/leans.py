"""Mentions that say nothing of their upstream but repeat another page's words: proven by the words themselves."""

from collections.abc import Sequence

from sayso.plugs import Scales
from sayso.record import EdgeKind
from sayso.weigh.edges import address, moment_of
from sayso.weigh.quoted import same_quote
from sayso.weigh.reworded import ENOUGH, same_passage
from sayso.weigh.upstream import Upstream

Leans = dict[str, tuple[str, EdgeKind, float]]  # claim id → (claim id upstream, kind, how far in (0, 1])
WHOLE = 0.5  # of a story item that is another's; below, what two bodies share is mostly quotations


def leans(mentions: Sequence[Upstream], scales: Scales, ended: Sequence[Upstream] = ()) -> Leans:
    """For each mention without a named upstream outlet, the earliest mention of another page it repeats, `ended` ones too."""
    shares = {}
    for copy in scales.copies({one.row.text.id for one in (*mentions, *ended)}):
        shares[copy.left, copy.right] = shares[copy.right, copy.left] = copy.share
    found: Leans = {}
    standing = {one.row.claim.id for one in mentions}
    every = sorted((*mentions, *ended), key=moment_of)
    for at, mention in enumerate(every):
        if mention.hops or mention.row.claim.id not in standing:
            continue
        for other in every[:at]:
            if address(other.row.page) == address(mention.row.page):
                continue
            taken = max(same_passage(other.row.claim.content, mention.row.claim.content), 0.0)
            share = shares.get((other.row.text.id, mention.row.text.id), 0.0)
            if taken >= ENOUGH or share >= WHOLE:
                found[mention.row.claim.id] = (other.row.claim.id, "copies", max(taken, share))
                break
            quotes = [[span.of(one.row.page.text) for span in one.row.claim.quotes] for one in (other, mention)]
            if same_quote(*quotes):
                found[mention.row.claim.id] = (other.row.claim.id, "same_quote", 1.0)
                break
    return found
