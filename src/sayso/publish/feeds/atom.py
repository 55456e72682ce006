"""Atom (RFC 4287)."""

from xml.etree.ElementTree import Element, SubElement

from sayso.publish.clean import clean, paragraphs
from sayso.publish.feeds.item import Feed, FeedItem
from sayso.publish.feeds.rss import GENERATOR, NAMES, document, putter
from sayso.publish.times import rfc3339

TYPE = "application/atom+xml"


def atom(feed: Feed) -> bytes:
    """The feed as an Atom document in UTF-8; every entry has the author that §4.1.2 asks for, if only the feed's."""
    root = Element("feed", {"xmlns": NAMES["atom"], "xml:lang": feed.language})
    put = putter(root)
    put("id", feed.url)
    put("title", feed.title)
    if feed.about:
        put("subtitle", feed.about)
    put("updated", rfc3339(feed.changed))
    put("generator", GENERATOR)
    SubElement(root, "link", {"rel": "self", "type": TYPE, "href": feed.url})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.home})
    if feed.older:
        SubElement(root, "link", {"rel": "next", "type": TYPE, "href": feed.older})
    _author(root, feed.author or feed.title)
    for item in feed.items:
        _entry(root, item)
    return document(root)


def _entry(root: Element, item: FeedItem) -> None:
    element = SubElement(root, "entry")
    put = putter(element)
    put("id", item.id)
    SubElement(element, "title", {"type": "text"}).text = clean(item.title)
    put("updated", rfc3339(item.changed))
    if item.published:
        put("published", rfc3339(item.published))
    for author in item.authors:
        _author(element, author)
    for tag in item.tags:
        SubElement(element, "category", {"term": clean(tag)})
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": item.url})
    if item.sound:
        told = {"href": item.sound.url, "length": str(item.sound.length), "type": item.sound.media_type}
        SubElement(element, "link", {"rel": "enclosure", **told})
    SubElement(element, "content", {"type": "html"}).text = paragraphs(item.lines, item.source)


def _author(parent: Element, name: str) -> None:
    SubElement(SubElement(parent, "author"), "name").text = clean(name)
