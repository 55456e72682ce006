"""JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

import json
from typing import Any

from sayso.publish.clean import clean, paragraphs
from sayso.publish.feeds.item import Feed, FeedItem
from sayso.publish.times import rfc3339

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    """The feed as a JSON Feed in UTF-8; what is not known has no key."""
    told: dict[str, Any] = {
        "version": VERSION,
        "title": clean(feed.title),
        "home_page_url": feed.home,
        "feed_url": feed.url,
        "description": clean(feed.about),
        "next_url": feed.older,
        "icon": feed.picture,
        "authors": [{"name": clean(feed.author)}] if feed.author else None,
        "language": feed.language,
    }
    known = {name: value for name, value in told.items() if value}
    return json.dumps({**known, "items": [_item(item) for item in feed.items]}, ensure_ascii=False).encode()


def _item(item: FeedItem) -> dict[str, Any]:
    words = [clean(line) for line in (*item.lines, item.source)]
    told: dict[str, Any] = {
        "id": clean(item.id),
        "url": item.url,
        "title": clean(item.title),
        "content_html": paragraphs(item.lines, item.source),
        "content_text": "\n\n".join(line for line in words if line) or clean(item.title),
        "date_published": rfc3339(item.published) if item.published else None,
        "date_modified": rfc3339(item.changed),
        "authors": [{"name": clean(name)} for name in item.authors],
        "tags": [clean(tag) for tag in item.tags],
        "attachments": [_sound(item)] if item.sound else None,
    }
    return {name: value for name, value in told.items() if value}


def _sound(item: FeedItem) -> dict[str, Any]:
    sound = item.sound
    assert sound
    told = {"url": sound.url, "mime_type": sound.media_type, "size_in_bytes": sound.length}
    return {**told, "duration_in_seconds": round(sound.seconds)} if sound.seconds else told
