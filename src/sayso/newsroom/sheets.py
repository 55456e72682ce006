"""What a sheet of the desk is laid out from: many points at once, the disputes of one, a page in its parts."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from sayso.errors import NotKept
from sayso.newsroom.outlets import Outlets
from sayso.plugs import Store
from sayso.record import (
    Account,
    Brief,
    Dispute,
    Entry,
    Found,
    Item,
    Kept,
    Listed,
    Point,
    Printed,
    Proof,
    Reading,
    Search,
    Shown,
    Story,
    Voiced,
)
from sayso.record.moment import moment

if TYPE_CHECKING:
    from sayso.publish.sheet import Leaf


class Telling(NamedTuple):
    """A story with its points, its timeline by report or event, and its items, oldest first."""

    story: Story
    points: tuple[Point, ...]
    entries: tuple[Entry, ...]
    items: tuple[Account, ...]


class Sheets(Outlets):
    """The part of a newsroom that lays out what a page of the desk shows."""

    _store: Store

    def tide(self) -> str:
        """A word that is another whenever something in the record has changed, in whatever process."""
        return self._store.tide()

    def items(self, choice: Shown) -> Iterator[Item]:
        """Story items, newest first by their own moment; raises RecordError for what is no time or limit."""
        return self._store.items(choice)

    def posts(self, choice: Shown, *, ours: bool = False) -> Iterator[Item | Brief]:
        """Story items with the desk's own briefs that are out among them, newest first; `ours` the briefs alone."""
        return self._store.posts(choice, ours=ours)

    def item(self, text_id: str) -> Item | None:
        """One story item, null where it is not kept."""
        return self._store.item(text_id)

    def voices(self, choice: Listed) -> Iterator[Voiced]:
        """Sources with the number of their claims, those of most first."""
        return self._store.voices(choice)

    def voiced(self, key: str) -> Voiced:
        """One source by its key, with who relays and who carries it; raises NotKept."""
        if found := self._store.voiced(key):
            return found
        raise NotKept(f"no source {key!r} speaks in the record")

    def outlets(self, choice: Listed) -> Iterator[Printed]:
        """Outlets as pages name them, those of most claims first."""
        return self._store.outlets(choice)

    def outlet(self, key: str) -> Printed:
        """One outlet by its key, with whom it quotes most; raises NotKept."""
        if found := self._store.outlet(key):
            return found
        raise NotKept(f"no page of an outlet {key!r} is in the record")

    def find_claims(self, choice: Search) -> Found:
        """The claims that fit, with the words that do marked; raises RecordError for what is no time or limit."""
        return self._store.find_claims(choice)

    def points_by(self, claim_ids: Collection[str], as_of: str | None = None) -> dict[str, Point]:
        """Claim id → the point it belongs to, as of an ISO time (null: now); without those that are not weighed."""
        from sayso.weigh.answer.asked import points_of

        end = None if as_of is None else moment(as_of, end=True)
        leaders = {seat.claim_id: seat.leader for seat in self._store.seats(list(claim_ids))}
        points = points_of(self._store, self.press, list(dict.fromkeys(leaders.values())), end)
        return {claim: point for claim, leader in leaders.items() if (point := points[leader])}

    def disputes_of(self, proof: Proof, as_of: str | None = None) -> tuple[Dispute, ...]:
        """The disputes that a point is one side of, as of an ISO time (null: now)."""
        from sayso.weigh.answer.disputes import disputes_of

        return tuple(disputes_of(proof, self._store, None if as_of is None else moment(as_of, end=True)))

    def telling(self, story_id: str, as_of: str | None = None, *, by: Literal["event", "report"] = "report") -> Telling:
        """The story that an id, or enough of its beginning, names, with all it holds; raises NotKept."""
        from sayso.weigh.answer.timeline import timeline
        from sayso.weigh.answer.told import story

        end = None if as_of is None else moment(as_of, end=True)
        found, held = story(self._store, self.press, story_id, end, view=self._store)
        return Telling(found, held.points, timeline(held, by), held.accounts)

    def leading(self, text_ids: Collection[str]) -> dict[str, Kept]:
        """Text id → the claim that a list shows of it: its first by somebody else, in the body if there is one."""
        first: dict[str, str] = {}
        for account in self._store.accounts(set(text_ids)):
            told = sorted(account.testimonies, key=lambda one: (one.manner == "own_voice", one.headline, one.place))
            if told:
                first[account.text_id] = told[0].id
        kept = {row.claim.id: Kept(row.claim, row.page, row.text) for row in self._store.stood(set(first.values()))}
        return {text: kept[claim] for text, claim in first.items() if claim in kept}

    def silent(self, proof: Proof) -> Iterator[Kept]:
        """Who was asked and would not say, on the pages that carry a point: claims that decline."""
        texts = {row.text.id for row in self._store.stood({*proof.point.for_, *proof.point.against})}
        told = (one for account in self._store.accounts(texts) for one in account.testimonies)
        declined = [one.id for one in told if one.stance == "declines"]
        rows = sorted(self._store.stood(declined), key=lambda row: (row.start or "", row.claim.id))
        return (Kept(row.claim, row.page, row.text) for row in rows if not row.end)


def laid_out(reading: Reading) -> "Leaf":
    """A page as captured, cut into its story items, labelled parts and marked words, without the reasons of claims."""
    from sayso.publish.sheet import leaf_of

    return leaf_of(1, reading.page.url or "", reading)
