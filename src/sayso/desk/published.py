"""What the desk publishes, as feeds and structured data hold it: its address, items, briefs with their sound."""

from collections.abc import Iterable
from typing import Annotated

from fastapi import Depends, Request
from markupsafe import Markup

from sayso.newsroom import Newsroom, now
from sayso.newsroom.edition import Enclosure, Feed, FeedItem, Site
from sayso.record import Brief, Item, Shown

NAME = "Sayso"
LOOKS = 20  # items looked through for the first that is no card


def _site(request: Request) -> Site:
    return Site(name=NAME, home=str(request.base_url))


Here = Annotated[Site, Depends(_site)]


def data(words: str) -> Markup:
    """Structured data as a template may print it: the newsroom escapes it so that it cannot end its element."""
    return Markup(words)


def feed_of(at: str, site: Site, items: Iterable[FeedItem], *, home: str = "", about: str = "") -> Feed:
    """A feed at a path of the desk."""
    url, page = f"{site.home}{at}", f"{site.home}{home}"
    return Feed(url=url, home=page, title=NAME, made=now(), about=about, author=NAME, items=tuple(items))


def feed_item(room: Newsroom, one: Item | Brief, site: Site) -> FeedItem:
    """A brief with its sound where it was spoken, or a captured item, as an item of a feed."""
    return post_item(room, one, site, sound=enclosure(room, one, site) if isinstance(one, Brief) else None)


def post_item(room: Newsroom, one: Item | Brief, site: Site, *, sound: Enclosure | None = None) -> FeedItem:
    """A brief with a sound that is known, or a captured item, as an item of a feed."""
    return room.brief_item(one, site, sound=sound) if isinstance(one, Brief) else room.captured_item(one, site)


def enclosure(room: Newsroom, brief: Brief, site: Site) -> Enclosure | None:
    """The sound of a brief, null where it was not spoken; nothing is spoken for it."""
    kept = room.sound_kept(brief)
    mp3 = next((one for one in kept.recordings if one.format == "mp3"), None) if kept else None
    if kept is None or mp3 is None:
        return None
    at = site.at("brief", brief.id)
    return Enclosure(
        url=f"{at}.mp3",
        length=mp3.size,
        media_type=mp3.media_type,
        seconds=kept.seconds,
        transcript_url=f"{at}.vtt",
        source_type=kept.source_type,
    )


def began(room: Newsroom) -> str | None:
    """The UTC time of the first post of the feed, whatever came since; null where there is none."""
    first = room.posts(Shown(after=(" ", ""), limit=LOOKS))  # those without a moment stand before all others
    at = [one.cursor[0] for one in first if isinstance(one, Brief) or one.text.kind != "card"]
    return f"{at[-1]}+00:00" if at else None
