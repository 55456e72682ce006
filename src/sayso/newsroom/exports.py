"""The record as files: every table in every form, narrowed down, of one moment, a piece at a time.

An export holds one state of the record from its first byte to its last, whatever is written meanwhile, and never more
of it in memory than a batch. While it is taken SQLite cannot fold what is written into the file, so it grows.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import replace
from itertools import islice, takewhile
from typing import Any, Literal, Self, TypeVar

from sayso.newsroom.boards import Boards
from sayso.newsroom.review import Review
from sayso.newsroom.weighing import Weighing
from sayso.publish import export
from sayso.record import Change, Cursor, Dispute, Event, Item, Kept, Page, Search, Shown, Sought

Table = Literal["claims", "points", "items", "disputes", "changes"]
Form = Literal["csv", "jsonl", "parquet"]
T = TypeVar("T")
EXPORTED: dict[Form | Literal["geojson"], str] = {
    "csv": "text/csv; charset=utf-8; header=present",
    "jsonl": "application/jsonl",
    "parquet": "application/vnd.apache.parquet",
    "geojson": "application/geo+json",
}
SHEETS: dict[Table, export.Sheet[Any]] = {
    "claims": export.CLAIMS,
    "points": export.POINTS,
    "items": export.ITEMS,
    "disputes": export.DISPUTES,
    "changes": export.CHANGES,
}
STEP = 200  # items, or claims to be corrected, that are read together
PIECE = 65_536  # bytes that are handed on together, at the least
ALL_CLAIMS, ALL_ITEMS, ALL_POINTS = Search(limit=0), Shown(limit=0), Sought(limit=0)


class Exports(Boards, Weighing, Review):
    """The part of a newsroom that gives its record away; each verb gives bytes, a piece at a time."""

    @contextmanager
    def still(self) -> Iterator[Self]:
        """This newsroom with the record as it is now, whatever is written meanwhile; it is only read."""
        with self._store.still() as held:
            found = copy(self)
            found._store = held
            yield found

    def columns(self, table: Table) -> tuple[tuple[str, str], ...]:
        """The columns of a table with what stands in each."""
        return tuple((column.name, column.about) for column in SHEETS[table].columns)

    def about(self, table: Table) -> str:
        """What a table holds, in a sentence."""
        return SHEETS[table].about

    def export(self, table: Table, form: Form) -> Iterator[bytes]:
        """All rows of a table; raises PlugError for Parquet without sayso[tables]."""
        whole: dict[Table, Callable[[Form], Iterator[bytes]]] = {
            "claims": self.export_claims,
            "points": self.export_points,
            "items": self.export_items,
            "disputes": self.export_disputes,
            "changes": self.export_changes,
        }
        return whole[table](form)

    def export_claims(self, form: Form, choice: Search = ALL_CLAIMS) -> Iterator[bytes]:
        """The claims that fit a search, all of them, in the order they were kept, as editors corrected them."""
        return self._exported("claims", form, lambda room: room._claims_found(choice))

    def export_points(self, form: Form, choice: Sought = ALL_POINTS, as_of: str | None = None) -> Iterator[bytes]:
        """The points of a choice as of an ISO time (null: now), oldest first."""
        return self._exported("points", form, lambda room: (one for one in room.points(as_of) if choice.fits(one)))

    def export_items(self, form: Form, choice: Shown = ALL_ITEMS) -> Iterator[bytes]:
        """The story items of a choice, newest first, teasers for other stories too."""
        return self._exported("items", form, lambda room: room._items_found(choice))

    def export_disputes(self, form: Form, kind: str | None = None, as_of: str | None = None) -> Iterator[bytes]:
        """Disputes, of one kind where it is told, as of an ISO time (null: now), those of the oldest points first."""

        def rows(room: Exports) -> Iterator[Dispute]:
            return (one for one in room.disputes(as_of) if kind in (None, one.kind))

        return self._exported("disputes", form, rows)

    def export_changes(
        self, form: Form, fits: Callable[[Change], bool] | None = None, since: str | None = None
    ) -> Iterator[bytes]:
        """What edits changed, the latest edit first, since a UTC moment where one is given."""

        def rows(room: Exports) -> Iterator[Change]:
            late = takewhile(lambda one: since is None or (one.at or "") >= since, room.changes_moved())
            return filter(fits, late) if fits else late

        return self._exported("changes", form, rows)

    def export_places(self, choice: Shown = ALL_ITEMS) -> Iterator[bytes]:
        """Every place with coordinates that the items of a choice tell of events at, as GeoJSON."""

        def pieces() -> Iterator[bytes]:
            with self.still() as room:
                yield from _gathered(one.encode("utf-8", "replace") for one in export.geojson(room._told_at(choice)))

        return pieces()

    def _exported(self, table: Table, form: Form, rows: "Callable[[Self], Iterable[Any]]") -> Iterator[bytes]:
        if form == "parquet":
            export.pyarrow()  # what it lacks is said before anything is sent

        def pieces() -> Iterator[bytes]:
            with self.still() as room:
                yield from _gathered(_written(SHEETS[table], form, rows(room)))

        return pieces()

    def _claims_found(self, choice: Search) -> Iterator[Kept]:
        rows = self._store.claims_found(choice)
        while batch := list(islice(rows, STEP)):
            claims = self.corrected(claim for claim, _, _ in batch)
            yield from (Kept(claims[claim.id], page, text) for claim, page, text in batch)

    def _items_found(self, choice: Shown) -> Iterator[Item]:
        for batch in self._item_batches(choice):
            yield from batch

    def _item_batches(self, choice: Shown) -> Iterator[list[Item]]:
        before: Cursor | None = choice.before
        while batch := list(self._store.items(replace(choice, before=before, limit=STEP))):
            yield batch
            before = batch[-1].cursor

    def _told_at(self, choice: Shown) -> Iterator[tuple[Event, Page]]:
        """The events that items tell of, page by page within a batch of items."""
        for batch in self._item_batches(choice):
            for page_id in dict.fromkeys(one.page_id for one in batch):
                reading = self._store.reading(page_id)
                spans = [one.text.span for one in batch if one.page_id == page_id]
                for event in reading.events:
                    if any(span.holds(event.span) for span in spans):
                        yield event, reading.page


def _written(sheet: export.Sheet[T], form: Form, rows: Iterable[T]) -> Iterator[bytes]:
    if form == "parquet":
        return export.parquet(sheet, rows)
    lines = export.csv_lines(sheet, rows) if form == "csv" else export.json_lines(sheet, rows)
    return (line.encode("utf-8", "replace") for line in lines)


def _gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in larger pieces, but for the first, which is there at once."""
    held, rest = bytearray(), iter(pieces)
    yield from islice(rest, 1)
    for piece in rest:
        held += piece
        if len(held) >= PIECE:
            yield bytes(held)
            held.clear()
    yield bytes(held)
