"""A podcast: RSS 2.0 with the Podcast namespace (podcastindex.org/namespace/1.0), of the items that have sound."""

from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement

from sayso.publish.clean import clean
from sayso.publish.feeds.item import Feed, FeedItem
from sayso.publish.feeds.rss import NAMES, channel_of, document, entry, putter

PODCAST = {
    **NAMES,
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
_GUIDS = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")  # the namespace's own, of its docs/tags/guid.md


def podcast(feed: Feed) -> bytes:
    """The podcast in UTF-8; sound that a machine speaks says so (podcast:txt, purpose ai-content)."""
    root, channel = channel_of(feed, PODCAST)
    put = putter(channel)
    put("podcast:guid", guid_of(feed.url))
    put("podcast:medium", "podcast")
    put("itunes:author", feed.author or feed.title)
    put("itunes:explicit", "false")
    SubElement(channel, "itunes:category", {"text": "News"})
    if feed.picture:
        SubElement(channel, "itunes:image", {"href": feed.picture})
    spoken = [item for item in feed.items if item.sound]
    if any(item.sound and item.sound.synthetic for item in spoken):
        _ai(channel)
    for item in spoken:
        _episode(entry(channel, item), item)
    return document(root)


def guid_of(url: str) -> str:
    """The podcast's guid: UUIDv5 of the feed's address without its scheme and the slashes behind it."""
    return str(uuid5(_GUIDS, url.partition("://")[2].rstrip("/")))


def _episode(element: Element, item: FeedItem) -> None:
    sound = item.sound
    assert sound
    if sound.synthetic:
        _ai(element)
    if sound.seconds:
        SubElement(element, "itunes:duration").text = str(round(sound.seconds))
    if sound.transcript_url:
        told = {"url": sound.transcript_url, "type": sound.transcript_type}
        SubElement(element, "podcast:transcript", told)
    for author in item.authors:
        SubElement(element, "podcast:person", {"role": "author", "group": "writing"}).text = clean(author)


def _ai(element: Element) -> None:
    SubElement(element, "podcast:txt", {"purpose": "ai-content"}).text = "true"
