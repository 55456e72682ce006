"""What the weighing keeps, in dictionaries: the half of the memory store that derives from the record."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping

from sayso.record import Account, Copy, Pair, Ruling, Seat, Weighed
from sayso.store.counts import ACROSS, MemoryCounts

SAMPLED = 4  # every fourth passage is indexed: enough to find a shared paragraph, a quarter of the rows


class MemoryScales(MemoryCounts):
    """Keeps what was weighed in dictionaries; see plugs.Scales for what each verb promises."""

    def __init__(self) -> None:
        super().__init__()
        self.forget_weighed()
        self._rulings: dict[str, Ruling] = {}

    def forget_weighed(self) -> None:
        """Drops everything that was weighed, to be weighed anew; rulings stay."""
        MemoryCounts.__init__(self)
        self._weighed: dict[str, str] = {}
        self._accounts: dict[str, Account] = {}
        self._keyed: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self._passages: defaultdict[int, list[str]] = defaultdict(list)
        self._vectors: dict[str, bytes] = {}
        self._pairs: dict[tuple[str, str], Pair] = {}
        self._paired: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        self._seats: dict[str, Seat] = {}
        self._seated: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._copies: dict[tuple[str, str], Copy] = {}
        self._leads: dict[str, str] = {}

    def put_weighed(self, weighed: Weighed) -> None:
        """Keeps what the weighing of a page added; what it changed of others replaces the old."""
        if weighed.page_id:  # a ruling moves seats and is of no page
            self._weighed[weighed.page_id] = weighed.by
        seated = {one.claim_id for one in weighed.seats}
        left = {self._seats[one].leader for one in seated if one in self._seats}
        moved = {self._leads[one] for one, _ in weighed.stories if one in self._leads}
        for account in weighed.accounts:
            self._put_account(account)
        self._vectors.update(weighed.vectors)
        for pair in weighed.pairs:
            ends = (pair.left, pair.right)
            self._pairs[ends] = pair
            for end in ends:
                self._paired[end].add(ends)
        for seat in weighed.seats:
            if old := self._seats.get(seat.claim_id):
                self._seated[old.leader].pop(old.claim_id, None)
            self._seats[seat.claim_id] = seat
            self._seated[seat.leader][seat.claim_id] = None
        self._copies.update({(copy.left, copy.right): copy for copy in weighed.copies})
        self._leads.update(weighed.stories)
        texts = {end for one in weighed.copies for end in (one.left, one.right)} | {one for one, _ in weighed.stories}
        across = {end for one in weighed.pairs if one.verdict in ACROSS for end in (one.left, one.right)}
        self.unsettle_stories(moved | {lead for _, lead in weighed.stories})
        self.unsettle(seated | across | self._claims_of(texts), left)

    def _claims_of(self, text_ids: Collection[str]) -> set[str]:
        known = (self._accounts[one] for one in text_ids if one in self._accounts)
        return {one.id for account in known for one in account.testimonies}

    def _put_account(self, account: Account) -> None:
        if account.text_id in self._accounts:
            return
        self._accounts[account.text_id] = account
        for key in account.keys:
            insort(self._keyed[key], (account.at, account.text_id))
        for passage in account.passages:
            if passage % SAMPLED == 0:
                self._passages[passage].append(account.text_id)

    def accounts(self, text_ids: Collection[str]) -> Iterator[Account]:
        """The accounts of story items, those that are weighed, in no order."""
        return (self._accounts[one] for one in text_ids if one in self._accounts)

    def near(self, keys: Collection[str], at: str, each: int) -> Mapping[str, int]:
        """Text id → number of the keys it holds, among the `each` accounts of every key nearest to a moment."""
        counts: Counter[str] = Counter()
        for key in set(keys):
            row = self._keyed.get(key, [])
            middle = bisect_left(row, (at, ""))
            counts.update(text_id for _, text_id in row[max(0, middle - each) : middle + each])
        return counts

    def sharing(self, passages: Collection[int], each: int) -> Mapping[str, int]:
        """Text id → number of the passages it holds; those in more than `each` texts are boilerplate and left out."""
        counts: Counter[str] = Counter()
        for passage in set(passages):
            texts = self._passages.get(passage, ())
            if len(texts) <= each:
                counts.update(texts)
        return counts

    def vectors(self, claim_ids: Collection[str]) -> Mapping[str, bytes]:
        """The embeddings of claims, those that were made."""
        return {one: self._vectors[one] for one in claim_ids if one in self._vectors}

    def pairs(self, claim_ids: Collection[str]) -> Iterator[Pair]:
        """Every pair that one of the claims is in, once."""
        ends = {one for claim_id in claim_ids for one in self._paired.get(claim_id, ())}
        return (self._pairs[one] for one in sorted(ends))

    def paired(self, claim_ids: Collection[str]) -> Collection[str]:
        """The other ends of the pairs that the claims are in."""
        pairs = ((one, ends) for one in claim_ids for ends in self._paired.get(one, ()))
        return {right if left == one else left for one, (left, right) in pairs}

    def seats(self, claim_ids: Collection[str]) -> Iterator[Seat]:
        """Where claims belong."""
        return (self._seats[one] for one in claim_ids if one in self._seats)

    def seated(self, leaders: Collection[str]) -> Iterator[Seat]:
        """Every claim that belongs to the points of these leaders."""
        return (self._seats[one] for leader in leaders for one in self._seated.get(leader, ()))

    def leaders(self) -> Iterator[str]:
        """The leading claim of every point, in the order of their accounts' moments."""
        found = [(self._accounts[self._seats[one].text_id].at, one) for one, held in self._seated.items() if held]
        return (one for _, one in sorted(found))

    def newest(self) -> str | None:
        """The latest moment of any account, null where there is none."""
        return max((account.at for account in self._accounts.values()), default=None)

    def copies(self, text_ids: Collection[str]) -> Iterator[Copy]:
        """Every copy that one of the texts is in, once."""
        wanted = set(text_ids)
        return (copy for ends, copy in self._copies.items() if wanted & set(ends))

    def stories(self, text_ids: Collection[str]) -> Mapping[str, str]:
        """Text id → the text that leads its story."""
        return {one: self._leads[one] for one in text_ids if one in self._leads}

    def told(self, leaders: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Leading text → every text of its story."""
        found: dict[str, tuple[str, ...]] = dict.fromkeys(leaders, ())
        for one, leader in self._leads.items():
            if leader in found:
                found[leader] += (one,)
        return found

    def story_leaders(self) -> Iterator[str]:
        """The leading text of every story, in the order of their accounts' moments."""
        return iter(sorted(set(self._leads.values()), key=lambda one: (self._accounts[one].at, one)))

    def put_ruling(self, ruling: Ruling) -> None:
        """Appends an editor's judgement."""
        self._rulings.setdefault(ruling.id, ruling)

    def rulings(self) -> Iterator[Ruling]:
        """Every judgement of an editor, in the order they were made."""
        return iter(list(self._rulings.values()))
