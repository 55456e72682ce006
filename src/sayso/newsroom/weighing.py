"""The newsroom's questions about what was weighed: points, proofs, disputes, changes, rulings."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import Literal

from sayso.errors import NotKept, RecordError
from sayso.newsroom.ledger import Ledger
from sayso.newsroom.renamed import renamed
from sayso.newsroom.sheets import Sheets
from sayso.plugs import Store
from sayso.record import (
    Change,
    Claim,
    Dispute,
    Entry,
    Kept,
    Moved,
    Point,
    Proof,
    Ruling,
    Story,
    Verdict,
    corrected,
    make_id,
    point_id,
)
from sayso.record.keys import source_key
from sayso.record.moment import moment

AT_ONCE = 100  # points or stories counted and kept in one transaction


class Weighing(Sheets, Ledger):
    """The half of a newsroom that weighs pages and answers from what was weighed."""

    _store: Store
    _clock: Callable[[], str]

    def weigh(self) -> Iterator[str]:
        """Weighs every page that this version of the weighing has not weighed, each in one transaction; yields its id.

        Can be stopped and repeated at any page. Raises StoreError where nothing can be written.
        """
        from sayso.weigh import VERSION, weigh

        for page_id in list(self._store.unweighed(VERSION)):
            self._store.put_weighed(weigh(self._store.reading(page_id), self._store))
            yield page_id

    def settle(self) -> Iterator[int]:
        """Counts anew, and keeps, every point and story that may have changed; yields how many at a time.

        Every answer is the same without it, and takes longer. Can be stopped and repeated at any point. Raises
        StoreError where nothing can be written.
        """
        from sayso.weigh.answer.asked import counted, counted_by
        from sayso.weigh.answer.told import made_anew

        store, press = self._store, self.press
        by = counted_by(press)
        leaders = store.uncounted(by)
        while batch := list(islice(leaders, AT_ONCE)):
            store.put_counted(counted(store, press, batch), by)
            yield len(batch)
        leads = store.untold(by)
        while batch := list(islice(leads, AT_ONCE)):
            store.put_told(made_anew(store, press, batch, store), by)
            yield len(batch)

    def unsettled(self) -> int:
        """How many points and stories have to be counted anew."""
        from sayso.weigh.answer.asked import counted_by

        by = counted_by(self.press)
        return sum(1 for _ in self._store.uncounted(by)) + sum(1 for _ in self._store.untold(by))

    def unweighed(self) -> int:
        """How many pages are not weighed yet."""
        from sayso.weigh import VERSION

        return sum(1 for _ in self._store.unweighed(VERSION))

    def forget_weighed(self) -> None:
        """Drops everything that was weighed, to be weighed anew; rulings stay."""
        self._store.forget_weighed()

    def rule(self, verdict: Verdict, left: str, right: str, *, by: str, note: str = "") -> Ruling:
        """Appends an editor's judgement on two points or claims, by their ids or enough of them, and seats them by it.

        It is kept on the claims that lead the points, so that it survives every re-weighing. Raises NotKept, and
        RecordError where both name one claim.
        """
        from sayso.weigh import reseated

        ends = [self._judged(one) for one in (left, right)]
        if ends[0] == ends[1]:
            raise RecordError(f"{left} and {right} name the same claim {ends[0][:8]}: a ruling is on two")
        at = self._clock()
        before = next(reversed([one.id for one in self._store.rulings()]), "")  # so that one may be made again
        ruling_id = make_id("ruling", *ends, verdict, by, at, before)
        ruling = Ruling(id=ruling_id, left=ends[0], right=ends[1], verdict=verdict, by=by, at=at, note=note)
        self._store.put_ruling(ruling)
        self._store.put_weighed(reseated(ends, self._store))
        self._did(by, "ruled", ends[0], f"{verdict}: {ends[1]}" + (f", {note}" if note else ""))
        return ruling

    def rulings(self, claim_ids: Collection[str]) -> Iterator[Ruling]:
        """The judgements of editors on these claims, in the order they were made."""
        return (one for one in self._store.rulings() if one.left in claim_ids or one.right in claim_ids)

    def _judged(self, named: str) -> str:
        """The claim that a ruling on an id is kept on: the claim itself, or the one that leads the point."""
        from sayso.weigh.answer.asked import claim_of

        try:
            return claim_of(self._store, named)
        except NotKept as err:
            try:
                found = self._store.find(named)
            except NotKept:
                raise err from None
        if isinstance(found, Claim) and self.points_of([found.id]):
            return found.id
        raise NotKept(f"{named!r} names something that is not weighed: rulings are on points and on statements")

    def points_of(self, claim_ids: Iterable[str]) -> dict[str, str]:
        """Claim id → id of the point it belongs to now; claims that are not weighed are left out."""
        return {seat.claim_id: point_id(seat.leader) for seat in self._store.seats(list(claim_ids))}

    def kept(self, claim_ids: Iterable[str]) -> dict[str, Kept]:
        """Claims by their ids, with the corrections on them, each with the page and text it stands on; those that are
        not kept are left out."""
        rows = list(self._store.stood(set(claim_ids)))
        keys = {row.claim.id for row in rows} | {source_key(link.source) for row in rows for link in row.claim.chain}
        made = list(self._store.corrections(keys))
        return {
            row.claim.id: Kept(corrected(row.claim, made) if made else row.claim, row.page, row.text) for row in rows
        }

    def points(self, as_of: str | None = None) -> Iterator[Point]:
        """Every point, oldest first, as of an ISO time (null: now); raises RecordError for what is no time."""
        from sayso.weigh.answer.asked import points

        return points(self._store, self.press, _end_of(as_of))

    def why(self, point_id: str, as_of: str | None = None) -> Proof:
        """The proof of a point: origins, called as editors corrected them, edges, mentions left out; raises NotKept."""
        from sayso.weigh.answer.asked import proof

        found = proof(self._store, self.press, point_id, _end_of(as_of))
        origins = (*found.origins_for, *found.origins_against)
        made = list(self._store.corrections(found.claim_ids | {source_key(one.source) for one in origins}))
        if not made:
            return found
        claims = [row.claim for row in self._store.stood({claim for one in origins for claim in one.claims})]
        return renamed(found, claims, made)

    def named(self, record_id: str) -> Proof | Story | None:
        """The point, laid open, or the story that an id or enough of its beginning names; null where there is none."""
        for ask in (self.why, self.story):
            with suppress(NotKept):
                return ask(record_id)
        return None

    def disputes(self, as_of: str | None = None) -> Iterator[Dispute]:
        """Every dispute, oldest first: denials, figures and statements that exclude each other, tensions."""
        from sayso.weigh.answer.disputes import disputes

        return disputes(self._store, self.press, _end_of(as_of))

    def changes(self, since: str | None = None) -> Iterator[Change]:
        """What edits changed, claim by claim, oldest first; `since` an ISO time."""
        from sayso.weigh.revise.changes import changes

        return changes(self._store, None if since is None else moment(since), view=self._store)

    def stories(self, as_of: str | None = None) -> Iterator[Story]:
        """Every story that had begun at an ISO time (null: now), oldest first."""
        from sayso.weigh.answer.told import stories_listed

        return stories_listed(self._store, self.press, _end_of(as_of), view=self._store)

    def story(self, story_id: str, as_of: str | None = None) -> Story:
        """The story that an id, or enough of its beginning, names; raises NotKept."""
        from sayso.weigh.answer.told import lead_of, stories_of

        lead = lead_of(self._store, story_id)
        found = stories_of(self._store, self.press, [lead], _end_of(as_of), view=self._store)[lead]
        if found is None:
            raise NotKept(f"story {story_id!r} had not begun at that time")
        return found

    def timeline(
        self, story_id: str, as_of: str | None = None, *, by: Literal["event", "report"] = "report"
    ) -> tuple[Entry, ...]:
        """What a story tells, in the order of the reports or of the events told of; raises NotKept."""
        from sayso.weigh.answer.timeline import timeline
        from sayso.weigh.answer.told import story

        return timeline(story(self._store, self.press, story_id, _end_of(as_of), view=self._store)[1], by)

    def moved(self, story_id: str, since: str, as_of: str | None = None) -> Iterator[Moved]:
        """Which points of a story are not what they were at the ISO time `since`, and how; raises NotKept."""
        from sayso.weigh.answer.timeline import moved_since

        return moved_since(self._store, self.press, story_id, moment(since, end=True), _end_of(as_of))


def _end_of(as_of: str | None) -> str | None:
    """The moment that an ISO time means, a bare day its last second."""
    return None if as_of is None else moment(as_of, end=True)
