"""`/feed.rss`, `/feed.atom`, `/feed/jsonfeed.json` and `/podcast.rss`: the desk for feed readers."""

from fastapi import APIRouter, Request, Response

from sayso.desk.pages.feed import found_of
from sayso.desk.published import Here, feed_item, feed_of
from sayso.desk.room import Room
from sayso.newsroom import Newsroom
from sayso.newsroom.edition import MEDIA_TYPES, Feed, FeedForm, Site
from sayso.record import Drawer, Shown

router = APIRouter(include_in_schema=False)
MOST = 60  # briefs and items of pages together
SPOKEN_MOST = 30
ABOUT = "What pages say and who says it, with the briefs of this newsroom."
SPOKEN = "The briefs of this newsroom, read by a synthetic voice."


@router.get("/feed.rss")
def rss(request: Request, room: Room, site: Here) -> Response:
    """Briefs and items as RSS 2.0, newest first."""
    return _told(room, "rss", _live(request, room, site))


@router.get("/feed.atom")
def atom(request: Request, room: Room, site: Here) -> Response:
    """Briefs and items as Atom, newest first."""
    return _told(room, "atom", _live(request, room, site))


@router.get("/feed/jsonfeed.json")
def json_feed(request: Request, room: Room, site: Here) -> Response:
    """Briefs and items as JSON Feed 1.1, newest first."""
    return _told(room, "json", _live(request, room, site))


@router.get("/podcast.rss")
def podcast(request: Request, room: Room, site: Here) -> Response:
    """The briefs that were spoken, as a podcast."""
    briefs = room.briefs(Drawer(states=("published",), limit=SPOKEN_MOST))
    spoken = [one for one in (feed_item(room, brief, site) for brief in briefs) if one.sound]
    return _told(room, "podcast", feed_of(request.url.path[1:], site, spoken, home="briefs", about=SPOKEN))


def _told(room: Newsroom, form: FeedForm, feed: Feed) -> Response:
    return Response(room.feed(form, feed), media_type=MEDIA_TYPES[form])


def _live(request: Request, room: Newsroom, site: Site) -> Feed:
    posts, _ = found_of(room, Shown(limit=MOST), ours=False)
    return feed_of(request.url.path[1:], site, [feed_item(room, one, site) for one in posts], about=ABOUT)
