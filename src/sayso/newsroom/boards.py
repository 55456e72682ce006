"""What a board of the desk lists, the latest first: points, stories, disputes, changes. No list walks the record."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from heapq import merge
from itertools import islice

from sayso.newsroom.outlets import Outlets
from sayso.plugs import Store
from sayso.record import Change, Dispute, Point, Proof, Sought, Story
from sayso.record.moment import moment

STEP = 50  # rows looked at together
WAITING = 300  # points counted for a list where they wait to be settled: a page or two that just came


class Boards(Outlets):
    """The part of a newsroom that lists what was weighed as it stands now, the latest first, page by page."""

    _store: Store

    def points_moved(self, sought: Sought) -> Iterator[Point]:
        """Points of a choice, those that moved last first, each as it stands now.

        Where very many points wait to be settled (`settle`), one of them may be missing from a list that it has just
        come to fit, or stand where it stood; none that is shown does not fit.
        """
        return (point for _, point in self._points_moved(sought))

    def _points_moved(self, sought: Sought) -> Iterator[tuple[str, Point]]:
        rows = merge(self._waiting(sought), self._settled(sought), key=_latest, reverse=True)
        yield from islice(rows, sought.limit or None)

    def _waiting(self, sought: Sought) -> list[tuple[str, Point]]:
        """The points of a choice that wait to be settled, counted for this list, the latest first."""
        from sayso.weigh.answer.asked import counted, counted_by

        leaders = list(islice(self._store.uncounted(counted_by(self.press)), WAITING))
        found = counted(self._store, self.press, leaders).items()
        fitting = [(leader, point) for leader, point in found if point and sought.fits(point)]
        return sorted(
            (row for row in fitting if sought.after is None or _latest(row) < sought.after), key=_latest, reverse=True
        )

    def _settled(self, sought: Sought) -> Iterator[tuple[str, Point]]:
        from sayso.weigh.answer.asked import counted_by

        by, rows = counted_by(self.press), self._paged(sought)
        while batch := list(islice(rows, STEP)):
            fresh = self._store.counted([leader for leader, _ in batch], by)
            yield from ((leader, point) for leader, _ in batch if (point := fresh.get(leader)))

    def _paged(self, sought: Sought) -> Iterator[tuple[str, Point]]:
        """The rows of a choice, from the store a page at a time, for as long as somebody asks."""
        while True:
            rows = list(self._store.listed(replace(sought, limit=STEP)))
            yield from rows
            if len(rows) < STEP:
                return
            last = rows[-1][1]
            sought = replace(sought, after=(last.moved or "", last.id))

    def stories_moved(
        self, after: tuple[str, str] | None = None, *, items: int = 2, limit: int = STEP
    ) -> Sequence[Story]:
        """Stories of so many items, those that moved last first, each as it stands now.

        `after` is the (last_moved, id) of the last story of the page before.
        """
        from sayso.weigh.answer.asked import counted_by
        from sayso.weigh.answer.told import made_anew

        waiting = list(islice(self._store.untold(counted_by(self.press)), WAITING))
        anew = made_anew(self._store, self.press, waiting, self._store).values()
        told = (story for story in anew if story and len(story.text_ids) >= items)
        here = sorted((one for one in told if after is None or _moved(one) < after), key=_moved, reverse=True)
        rows = merge(here, self._stories_settled(after, items, set(waiting)), key=_moved, reverse=True)
        return list(islice(rows, limit or None))

    def _stories_settled(self, after: tuple[str, str] | None, items: int, waiting: Collection[str]) -> Iterator[Story]:
        """Stories as they were made last but for those that wait, a page at a time, for as long as somebody asks."""
        while rows := list(self._store.stories_moved(after, items=items, limit=STEP)):
            yield from (story for lead, story in rows if lead not in waiting)
            after = _moved(rows[-1][1])

    def disputes_moved(
        self, after: tuple[str, str] | None = None, *, limit: int = STEP
    ) -> Iterator[tuple[Dispute, Point]]:
        """(dispute, the point under which it is listed), those of the points that moved last first, each once.

        `after` is the (moved, id) of the last point of the page before: a page ends with a whole point.
        """
        from sayso.weigh.answer.disputes import disputes_of

        seen: set[str] = set()
        points = self._points_moved(Sought(contested=True, after=after, limit=0))
        for leader, point in points:
            for dispute in disputes_of(Proof(point=point), self._store):  # it asks who stands where, not why
                if dispute.id not in seen and (told := self._told_here(dispute, leader, point)):
                    yield told, point
                seen.add(dispute.id)
            if limit and len(seen) >= limit:
                return

    def _told_here(self, dispute: Dispute, leader: str, point: Point) -> Dispute | None:
        """The dispute of a point, the older side on the left; null where the other side's point is listed first."""
        if dispute.right == dispute.left:
            return dispute
        from sayso.weigh.answer.asked import leader_of, points_of

        far = leader_of(self._store, dispute.right)
        other = points_of(self._store, self.press, [far])[far]
        if other and (other.against or other.tensions) and _latest((far, other)) > _latest((leader, point)):
            return None
        older = min((seat.at, seat.claim_id) for seat in self._store.seats([leader, far]))[1]
        left, right, *claims = dispute.left, dispute.right, dispute.left_claims, dispute.right_claims
        if older == leader:
            return dispute
        return replace(dispute, left=right, right=left, left_claims=claims[1], right_claims=claims[0])

    def changes_moved(self, before: str | None = None) -> Iterator[Change]:
        """What edits changed, the latest edit first, before an ISO time where one is given, for as long as asked."""
        from sayso.weigh.revise.changes import changes

        place = None if before is None else (moment(before), "")
        while edits := self._store.edits_before(place, STEP):
            for at, text_id, old in edits:
                yield from changes(self._store, view=self._store, edits=iter([(text_id, old)]))
                place = at, text_id


def _moved(story: Story) -> tuple[str, str]:
    return story.last_moved or "", story.id


def _latest(row: tuple[str, Point]) -> tuple[str, str]:
    return row[1].moved or "", row[1].id
