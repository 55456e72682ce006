"""Builders of feeds, of invented outlets and people."""

from typing import Any

from sayso.publish.feeds import Enclosure, Feed, FeedItem

HOME = "https://desk.example/"
SOUND = Enclosure(
    url=f"{HOME}sound/7.mp3", length=48_211, seconds=61.6, transcript_url=f"{HOME}sound/7.vtt", synthetic=True
)


def an_item(**told: Any) -> FeedItem:
    """A brief of three lines, updated once, with sound."""
    usual: dict[str, Any] = {
        "id": f"{HOME}brief/7",
        "url": f"{HOME}brief/7",
        "title": "Two ferries turned back at Ostrel, harbour office says",
        "lines": ("Two ferries turned back at Ostrel, the harbour office said.", "A captain denies it."),
        "source": "Harbour office · via The Ostrel Echo",
        "seen": "2031-03-04T12:30:00+00:00",
        "published": "2031-03-04T14:00:00+02:00",
        "updated": "2031-03-04T14:20:00+02:00",
        "authors": ("Ina Morrow",),
        "tags": ("Ostrel",),
        "sound": SOUND,
    }
    return FeedItem(**{**usual, **told})


def a_feed(*items: FeedItem, **told: Any) -> Feed:
    """A feed of items."""
    usual: dict[str, Any] = {
        "url": f"{HOME}feed.xml",
        "home": HOME,
        "title": "The Ostrel desk",
        "about": "Who says what",
        "made": "2031-03-05T00:00:00+00:00",
        "author": "The desk",
        "older": f"{HOME}feed.xml?before=7",
    }
    return Feed(**{**usual, **told}, items=items)
