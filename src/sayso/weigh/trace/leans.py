"""Mentions that say nothing of their upstream but repeat another page's words: proven by the words themselves."""

from collections.abc import Mapping, Sequence

from sayso.plugs import Scales
from sayso.record import Account, EdgeKind
from sayso.weigh.trace.edges import address, moment_of
from sayso.weigh.trace.quoted import same_quote
from sayso.weigh.trace.reworded import ENOUGH, same_passage
from sayso.weigh.trace.upstream import Upstream

Leans = dict[str, tuple[str, EdgeKind, float]]  # claim id → (claim id upstream, kind, how far in (0, 1])
WHOLE = 0.5  # of a story item that is another's; below, what two bodies share is mostly quotations
BESIDE = 0.35  # likeness of a sentence that proves a copy where another sentence of the same two texts does by itself
MOST = 40  # claims of a text that are looked at for such a sentence


def leans(mentions: Sequence[Upstream], scales: Scales, ended: Sequence[Upstream] = ()) -> Leans:
    """For each mention without a named upstream outlet, the earliest of another page it repeats, an ended one too."""
    if len(mentions) + len(ended) < 2:  # most points: nothing to look up
        return {}
    return _Leaning(scales, (*mentions, *ended)).of(mentions)


class _Leaning:
    """What the scales hold of the texts in question."""

    def __init__(self, scales: Scales, mentions: Sequence[Upstream]) -> None:
        texts = {one.row.text.id for one in mentions}
        self._every = sorted(mentions, key=moment_of)
        self._shares: dict[tuple[str, str], float] = {}
        for copy in scales.copies(texts):
            self._shares[copy.left, copy.right] = self._shares[copy.right, copy.left] = copy.share
        self._accounts: Mapping[str, Account] = {one.text_id: one for one in scales.accounts(texts)}

    def of(self, mentions: Sequence[Upstream]) -> Leans:
        """What each mention repeats."""
        standing = {one.row.claim.id for one in mentions}
        found: Leans = {}
        for at, mention in enumerate(self._every):
            if mention.hops or mention.row.claim.id not in standing:
                continue
            for other in self._every[:at]:
                if address(other.row.page) != address(mention.row.page) and (proof := self._proof(other, mention)):
                    found[mention.row.claim.id] = other.row.claim.id, *proof
                    break
        return found

    def _proof(self, other: Upstream, mention: Upstream) -> tuple[EdgeKind, float] | None:
        taken = same_passage(other.row.claim.content, mention.row.claim.content)
        share = self._shares.get((other.row.text.id, mention.row.text.id), 0.0)
        if taken >= ENOUGH or share >= WHOLE or taken >= BESIDE and self._taken_elsewhere(other, mention):
            return "copies", max(taken, share)
        quotes = [[span.of(one.row.page.text) for span in one.row.claim.quotes] for one in (other, mention)]
        return ("same_quote", 1.0) if same_quote(*quotes) else None

    def _taken_elsewhere(self, other: Upstream, mention: Upstream) -> bool:
        """Whether another sentence of the one text is surely taken from the other."""
        left, right = (self._accounts.get(one.row.text.id) for one in (other, mention))
        ids = {other.row.claim.id, mention.row.claim.id}
        return any(
            same_passage(one.content, two.content) >= ENOUGH
            for one in (left.testimonies[:MOST] if left else ())
            for two in (right.testimonies[:MOST] if right else ())
            if not {one.id, two.id} & ids
        )
