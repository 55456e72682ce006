"""What the newsroom publishes for machines: drafts, feeds, structured data, exports."""

from collections.abc import Sequence
from typing import Any, Literal

from sayso.errors import RecordError
from sayso.newsroom.pictures import Pictures
from sayso.publish import feeds, jsonld
from sayso.publish.draft import draft
from sayso.publish.feeds import Enclosure, Feed, FeedItem
from sayso.publish.jsonld import Site
from sayso.publish.ninjs import ninjs
from sayso.record import Brief, Item, Kept, Point, Reading, Story, When
from sayso.record.moment import moment

__all__ = ["Edition", "Feed", "FeedItem", "Site", "Enclosure"]

FeedForm = Literal["rss", "atom", "json", "podcast"]
MEDIA_TYPES: dict[FeedForm, str] = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
    "podcast": "application/rss+xml",
}
_WRITERS = {"rss": feeds.rss, "atom": feeds.atom, "json": feeds.json_feed, "podcast": feeds.podcast}


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

    def brief_item(self, brief: Brief, site: Site, *, sound: Enclosure | None = None) -> FeedItem:
        """A brief as an item of a feed; one that was withdrawn says so, and why, in the place of its sentences."""
        url = site.at("brief", brief.id)
        gone = brief.state == "withdrawn"
        why = f"This brief was withdrawn: {brief.note}" if brief.note else "This brief was withdrawn."
        return FeedItem(
            id=url,
            url=url,
            title=f"Withdrawn: {brief.headline}" if gone else brief.headline,
            lines=(why,) if gone else tuple(line.text for line in brief.lines),
            source="" if gone else _reviewed(brief),
            seen=brief.at,
            published=brief.published or brief.at,
            updated=brief.updated,
            authors=brief.byline,
            tags=("Brief",),
            sound=None if gone else sound,
        )

    def captured_item(self, item: Item, site: Site) -> FeedItem:
        """A captured story item as an item of a feed: its headline, its times as printed, whose it is."""
        text, name = item.text, item.outlet or "outlet not named"
        url = f"{site.at('page', item.page_id)}#{text.id}"
        return FeedItem(
            id=url,
            url=url,
            title=text.headline or item.lead or name,
            lines=(item.lead,) if item.lead else (),
            source=name,
            seen=item.captured or self._clock(),
            published=_start(text.published),
            updated=_start(text.updated),
            authors=text.byline,
        )

    def feed(self, form: FeedForm, feed: Feed) -> bytes:
        """The feed in a form, in UTF-8; MEDIA_TYPES has its media type."""
        return _WRITERS[form](feed)

    def brief_data(self, brief: Brief, site: Site, *, sound: Enclosure | None = None) -> str:
        """A brief as JSON-LD (NewsArticle) that may stand inside a script element."""
        return jsonld.script(jsonld.news_article(brief, site, self.rests_on(brief), sound=sound))

    def story_data(self, story: Story, points: Sequence[Point], site: Site) -> str:
        """A story as JSON-LD (NewsArticle) with the claims that lead some of its points."""
        first = [(*point.for_, *point.against)[:1] for point in points]
        kept = self.kept(one for some in first for one in some)
        rows = [kept[one] for some in first for one in some if one in kept]
        return jsonld.script(jsonld.story_article(story, site, rows))

    def page_data(self, reading: Reading, site: Site) -> str:
        """A page as captured, as JSON-LD (WebPage) with its pictures' captions and credits."""
        return jsonld.script(jsonld.captured_page(reading, site))

    def claim_data(self, claim_id: str, site: Site, *, first: str | None = None) -> str:
        """A claim as JSON-LD; `first` is the id of the claim in which it first appeared. Raises RecordError."""
        kept = self.kept({claim_id} | ({first} if first else set()))
        if claim_id not in kept:
            raise RecordError(f"no claim has the id {claim_id!r}")
        return jsonld.script(jsonld.claim(kept[claim_id], site, first=kept.get(first or "")))

    def live_data(self, feed: Feed, site: Site, *, began: str) -> str:
        """The live feed as JSON-LD (LiveBlogPosting); `began` is the ISO time of its first post, fixed."""
        return jsonld.script(jsonld.live_blog(feed, site, began=began))

    def ninjs(self, brief: Brief, site: Site, *, sound: Enclosure | None = None) -> dict[str, Any]:
        """A brief as an IPTC ninjs 3.1 item."""
        return ninjs(brief, site, self.rests_on(brief), sound=sound)


def _reviewed(brief: Brief) -> str:
    return f"Reviewed by {brief.reviewed_by}" if brief.reviewed_by else "No editor review is on record"


def _start(when: When | None) -> str | None:
    return when.earliest if when else None
