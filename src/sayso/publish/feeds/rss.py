"""RSS 2.0 (rssboard.org/rss-specification), with the update time that it lacks as atom:updated."""

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement, tostring

from sayso.publish.clean import clean, paragraphs
from sayso.publish.feeds.item import Feed, FeedItem
from sayso.publish.times import rfc822, rfc3339

NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}
GENERATOR = "Sayso"


def rss(feed: Feed) -> bytes:
    """The feed as an RSS 2.0 document in UTF-8."""
    root, channel = channel_of(feed, NAMES)
    for item in feed.items:
        entry(channel, item)
    return document(root)


def channel_of(feed: Feed, names: dict[str, str]) -> tuple[Element, Element]:
    """The root and the channel of an RSS document, with the namespaces by their prefixes."""
    root = Element("rss", {"version": "2.0", **{f"xmlns:{prefix}": name for prefix, name in names.items()}})
    channel = SubElement(root, "channel")
    put = putter(channel)
    put("title", feed.title)
    put("link", feed.home)
    put("description", feed.about or feed.title)
    put("language", feed.language)
    put("lastBuildDate", rfc822(feed.changed))
    put("generator", GENERATOR)
    SubElement(channel, "atom:link", {"rel": "self", "type": "application/rss+xml", "href": feed.url})
    if feed.older:
        SubElement(channel, "atom:link", {"rel": "next", "type": "application/rss+xml", "href": feed.older})
    return root, channel


def entry(channel: Element, item: FeedItem) -> Element:
    """The item, added to the channel."""
    element = SubElement(channel, "item")
    put = putter(element)
    put("title", item.title)
    put("link", item.url)
    SubElement(element, "guid", {"isPermaLink": "true" if item.id == item.url else "false"}).text = clean(item.id)
    if item.published:
        put("pubDate", rfc822(item.published))
    put("atom:updated", rfc3339(item.changed))
    for author in item.authors:
        put("dc:creator", author)
    for tag in item.tags:
        put("category", tag)
    SubElement(element, "description").text = paragraphs(item.lines[:1])
    SubElement(element, "content:encoded").text = paragraphs(item.lines, item.source)
    if item.sound:
        told = {"url": item.sound.url, "length": str(item.sound.length), "type": item.sound.media_type}
        SubElement(element, "enclosure", told)
    return element


def putter(parent: Element) -> Callable[[str, str], None]:
    """What adds an element of clean text to a parent."""

    def put(name: str, words: str) -> None:
        SubElement(parent, name).text = clean(words)

    return put


def document(root: Element) -> bytes:
    """The XML document in UTF-8."""
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written
