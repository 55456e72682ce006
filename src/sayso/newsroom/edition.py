"""What the newsroom publishes for machines: drafts, feeds, structured data, exports."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO, Literal

from sayso.errors import RecordError
from sayso.newsroom.pictures import Pictures
from sayso.publish import export, feeds, jsonld
from sayso.publish.draft import draft
from sayso.publish.feeds import Enclosure, Feed, FeedItem
from sayso.publish.jsonld import Site
from sayso.publish.ninjs import ninjs
from sayso.record import Brief, Event, Filter, Kept, Page, Text, When
from sayso.record.moment import moment

__all__ = ["Edition", "Feed", "FeedItem", "Site", "Enclosure", "Table"]

FeedForm = Literal["rss", "atom", "json", "podcast"]
Table = Literal["claims", "points", "items", "disputes", "changes"]
MEDIA_TYPES: dict[FeedForm, str] = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
    "podcast": "application/rss+xml",
}
_WRITERS = {"rss": feeds.rss, "atom": feeds.atom, "json": feeds.json_feed, "podcast": feeds.podcast}
_SHEETS: dict[Table, export.Sheet[Any]] = {
    "claims": export.CLAIMS,
    "points": export.POINTS,
    "items": export.ITEMS,
    "disputes": export.DISPUTES,
    "changes": export.CHANGES,
}


class Edition(Pictures):
    """The part of a newsroom that makes what others take: it changes nothing in the record."""

    def draft(self, story_id: str, as_of: str | None = None) -> Brief:
        """A brief composed from a story, as of an ISO time (null: now), kept nowhere.

        Raises NotKept, and RecordError where nothing of the story can be told with its speaker.
        """
        from sayso.weigh.answer.told import story

        end = None if as_of is None else moment(as_of, end=True)
        found, held = story(self._store, self.press, story_id, end, view=self._store)
        kept = self.kept({one for point in held.points for one in (*point.for_, *point.against)})
        return draft(found, held.points, kept, as_of or self._clock())

    def rests_on(self, brief: Brief) -> dict[str, Kept]:
        """The claims that a brief rests on, by their ids."""
        return self.kept({one for line in brief.lines for one in line.claim_ids})

    def brief_item(
        self, brief: Brief, site: Site, *, authors: Sequence[str] = (), updated: str | None = None,
        sound: Enclosure | None = None,
    ) -> FeedItem:  # fmt: skip
        """A brief as an item of a feed."""
        url = site.at("brief", brief.id)
        return FeedItem(
            id=url,
            url=url,
            title=brief.headline,
            lines=tuple(line.text for line in brief.lines),
            source=_reviewed(brief),
            seen=brief.at,
            published=brief.at,
            updated=updated,
            authors=tuple(authors),
            sound=sound,
        )

    def text_item(self, text: Text, page: Page, site: Site, *, lines: Sequence[str] = ()) -> FeedItem:
        """A captured story item as an item of a feed: its headline, its times as printed, whose it is."""
        name = page.outlet or "outlet not named"
        url = f"{site.at('page', page.id)}#{text.id}"
        return FeedItem(
            id=url,
            url=url,
            title=text.headline or (lines[0] if lines else name),
            lines=tuple(lines),
            source=name,
            seen=page.captured or self._clock(),
            published=_start(text.published),
            updated=_start(text.updated),
            authors=text.byline,
        )

    def feed(self, form: FeedForm, feed: Feed) -> bytes:
        """The feed in a form, in UTF-8; MEDIA_TYPES has its media type."""
        return _WRITERS[form](feed)

    def brief_data(
        self, brief: Brief, site: Site, *, author: str | None = None, updated: str | None = None,
        sound: Enclosure | None = None,
    ) -> str:  # fmt: skip
        """A brief as JSON-LD (NewsArticle) that may stand inside a script element."""
        told = jsonld.news_article(
            brief, site, self.rests_on(brief), author=author, minutes=brief.reading_minutes, updated=updated,
            sound=sound,
        )  # fmt: skip
        return jsonld.script(told)

    def claim_data(self, claim_id: str, site: Site, *, first: str | None = None) -> str:
        """A claim as JSON-LD; `first` is the id of the claim in which it first appeared. Raises RecordError."""
        kept = self.kept({claim_id} | ({first} if first else set()))
        if claim_id not in kept:
            raise RecordError(f"no claim has the id {claim_id!r}")
        return jsonld.script(jsonld.claim(kept[claim_id], site, first=kept.get(first or "")))

    def live_data(self, feed: Feed, site: Site, *, began: str) -> str:
        """The live feed as JSON-LD (LiveBlogPosting); `began` is the ISO time of its first post, fixed."""
        return jsonld.script(jsonld.live_blog(feed, site, began=began))

    def ninjs(self, brief: Brief, site: Site, *, version: int = 1, updated: str | None = None) -> dict[str, Any]:
        """A brief as an IPTC ninjs 3.1 item."""
        return ninjs(brief, site, self.rests_on(brief), version=version, updated=updated)

    def export(self, table: Table, form: Literal["csv", "jsonl"], choice: Filter | None = None) -> Iterator[str]:
        """The rows of a table, line by line; `choice` narrows claims."""
        write = export.csv_lines if form == "csv" else export.json_lines
        return write(_SHEETS[table], self._rows(table, choice))

    def export_parquet(self, table: Table, to: BinaryIO, choice: Filter | None = None) -> int:
        """Writes a table as Parquet and gives the number of its rows; raises PlugError without sayso[tables]."""
        return export.parquet(_SHEETS[table], self._rows(table, choice), to)

    def export_places(self) -> Iterator[str]:
        """Every place told of that has coordinates, as GeoJSON, piece by piece."""
        return export.geojson(self._events())

    def columns(self, table: Table) -> tuple[tuple[str, str], ...]:
        """The columns of a table, each with what stands in it."""
        return tuple((column.name, column.about) for column in _SHEETS[table].columns)

    def _rows(self, table: Table, choice: Filter | None) -> Iterable[Any]:
        if table == "claims":
            return (Kept(*row) for row in self._store.claims(choice or Filter()))
        if table == "items":
            return ((text, self._store.page(text.page_id)) for text in self._store.texts())
        return {"points": self.points, "disputes": self.disputes, "changes": self.changes}[table]()

    def _events(self) -> Iterator[tuple[Event, Page]]:
        for page in self._store.pages():
            yield from ((event, page) for event in self._store.reading(page.id).events)


def _reviewed(brief: Brief) -> str:
    return f"Reviewed by {brief.reviewed_by}" if brief.reviewed_by else "No editor review is on record"


def _start(when: When | None) -> str | None:
    return when.earliest if when else None
