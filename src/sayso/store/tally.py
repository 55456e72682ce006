"""Points and stories as they stand now, kept ready in SQL, and which of them have to be counted anew.

A row is there for every point and story from the moment it is weighed. `by` names the counting that made it (version
and outlets); it is emptied whenever something is kept that the count may hang on, and what the row told stays until
it is counted anew. Counting itself is the weighing's: here it is only remembered.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select, text, tuple_, update

from sayso.record import Point, Sought, Story
from sayso.store import packing
from sayso.store.batches import BATCH, batches
from sayso.store.derived import point_now, story_now
from sayso.store.sqlite import Sqlite


class SqlTally:
    """The half of the SQL store that remembers counts; see plugs.Scales for what each verb promises."""

    _database: Sqlite

    def put_counted(self, counted: Mapping[str, Point | None], by: str) -> None:
        """Keeps the points of leading claims as they stand now; null where nobody stands for or against."""
        if not counted:
            return
        with self._database.writing() as to:
            for leader, one in counted.items():
                row = packing.point_row(one)
                to.execute(update(point_now).where(point_now.c.leader == leader).values(by=by, **row))

    def put_told(self, stories: Mapping[str, Story | None], by: str) -> None:
        """Keeps the stories of leading texts as they stand now; null for one that has not begun."""
        if not stories:
            return
        with self._database.writing() as to:
            for leader, one in stories.items():
                row = packing.story_row(one)
                to.execute(update(story_now).where(story_now.c.leader == leader).values(by=by, **row))

    def counted(self, leaders: Collection[str], by: str) -> Mapping[str, Point | None]:
        """Leading claim → its point, of those that are counted by this and hold still."""
        wanted = select(point_now.c.leader, point_now.c.point).where(point_now.c.by == by)
        with self._database.reading() as at:
            found = _in(at, wanted, leaders, point_now.c.leader)
        return {row.leader: packing.point_from(row.point) if row.point else None for row in found}

    def uncounted(self, by: str) -> Iterator[str]:
        """Leading claims of the points that have to be counted anew."""
        return self._stale(point_now, by)

    def leading(self, beginning: str) -> list[str]:
        """The leading claims of points whose ids begin so, two at most."""
        return self._beginning(point_now, beginning)

    def listed(self, sought: Sought) -> Iterator[tuple[str, Point]]:
        """(leading claim, its point as it was counted last) of a choice, those that moved last first."""
        chosen = select(point_now.c.leader, point_now.c.point).where(*_chosen(sought))
        chosen = chosen.order_by(point_now.c.moved.desc(), point_now.c.id.desc()).limit(sought.limit or None)
        with self._database.reading() as at:
            rows = at.execute(chosen).all()
        return ((row.leader, packing.point_from(row.point)) for row in rows)

    def told_now(self, leaders: Collection[str], by: str) -> Mapping[str, Story | None]:
        """Leading text → its story, of those that are made by this and hold still."""
        wanted = select(story_now.c.leader, story_now.c.story).where(story_now.c.by == by)
        with self._database.reading() as at:
            found = _in(at, wanted, leaders, story_now.c.leader)
        return {row.leader: packing.story_from(row.story) if row.story else None for row in found}

    def untold(self, by: str) -> Iterator[str]:
        """Leading texts of the stories that have to be made anew."""
        return self._stale(story_now, by)

    def story_leading(self, beginning: str) -> list[str]:
        """The leading texts of stories whose ids begin so, two at most."""
        return self._beginning(story_now, beginning)

    def stories_moved(
        self, after: tuple[str, str] | None = None, *, items: int = 1, limit: int = 50
    ) -> Iterator[tuple[str, Story]]:
        """(leading text, its story as it was made last) of stories of so many items, those that moved last first.

        `after` is the (last_moved, id) of the last story of the page before.
        """
        chosen = select(story_now.c.leader, story_now.c.story).where(story_now.c.story.is_not(None))
        if items > 1:
            chosen = chosen.where(story_now.c.size > text("1"), story_now.c.size >= items)  # the first finds the index
        chosen = chosen.where(_before(story_now, after)) if after else chosen
        chosen = chosen.order_by(story_now.c.moved.desc(), story_now.c.id.desc()).limit(limit or None)
        with self._database.reading() as at:
            rows = at.execute(chosen).all()
        return ((row.leader, packing.story_from(row.story)) for row in rows)

    def _stale(self, table: Any, by: str) -> Iterator[str]:
        """In batches of one statement each, so that what is counted meanwhile can be written."""
        place = table.c.by, table.c.leader  # the order of an index: without it nothing stale costs the whole table
        for others in (table.c.by < by, table.c.by > by):
            last: tuple[str, str] | None = None
            while last is None or last[1]:
                stale = select(*place).where(others, *([tuple_(*place) > last] if last else []))
                with self._database.reading() as at:
                    found = at.execute(stale.order_by(*place).limit(BATCH)).all()
                yield from (row.leader for row in found)
                last = (found[-1].by, found[-1].leader) if len(found) == BATCH else ("", "")

    def _beginning(self, table: Any, beginning: str) -> list[str]:
        start = beginning.lower()
        begins = and_(table.c.id >= start, table.c.id < f"{start}\U0010ffff")
        with self._database.reading() as at:
            return list(at.scalars(select(table.c.leader).where(begins).limit(2))) if start else []


def _chosen(sought: Sought) -> Iterator[ColumnElement[bool]]:
    yield point_now.c.point.is_not(None)
    if sought.standing:
        yield point_now.c.standing.in_(sought.standing)
    if sought.contested:
        yield point_now.c.contested == 1
    if sought.shared:
        yield point_now.c.shared == 1
    if sought.story is not None:
        yield point_now.c.story == sought.story
    if sought.since is not None:
        yield point_now.c.moved >= sought.since
    if sought.after is not None:
        yield _before(point_now, sought.after)


def _before(table: Any, last: tuple[str, str]) -> ColumnElement[bool]:
    moved, last_id = last
    return or_(table.c.moved < moved, and_(table.c.moved == moved, table.c.id < last_id))


def _in(at: Connection, chosen: Select[Any], ids: Collection[str], column: Any) -> list[Any]:
    return [row for some in batches(ids) for row in at.execute(chosen.where(column.in_(some)))]
