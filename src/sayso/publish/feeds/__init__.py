"""The edition for feed readers: RSS 2.0, Atom, JSON Feed 1.1 and a podcast, from one list of items."""

from sayso.publish.feeds.atom import atom
from sayso.publish.feeds.item import Enclosure, Feed, FeedItem
from sayso.publish.feeds.jsonfeed import json_feed
from sayso.publish.feeds.podcast import podcast
from sayso.publish.feeds.rss import rss

__all__ = ["Feed", "FeedItem", "Enclosure", "atom", "json_feed", "podcast", "rss"]
