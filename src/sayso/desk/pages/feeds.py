"""`/feed.rss`, `/feed.atom`, `/feed/jsonfeed.json` and `/podcast.rss`: the desk for feed readers."""

from dataclasses import replace

from fastapi import APIRouter, Request, Response

from sayso.desk.room import Room
from sayso.newsroom import Newsroom, now
from sayso.newsroom.edition import MEDIA_TYPES, Enclosure, Feed, FeedForm, FeedItem, Site
from sayso.record import Brief, Drawer, Shown
from sayso.record.moment import moment

router = APIRouter(include_in_schema=False)
MOST = 30  # briefs, and as many items of pages
ABOUT = "What pages say and who says it, with the briefs of this newsroom."
SPOKEN = "The briefs of this newsroom, read by a synthetic voice."


@router.get("/feed.rss")
def rss(request: Request, room: Room) -> Response:
    """Briefs and items as RSS 2.0, newest first."""
    return _told(room, "rss", _live(request, room))


@router.get("/feed.atom")
def atom(request: Request, room: Room) -> Response:
    """Briefs and items as Atom, newest first."""
    return _told(room, "atom", _live(request, room))


@router.get("/feed/jsonfeed.json")
def json_feed(request: Request, room: Room) -> Response:
    """Briefs and items as JSON Feed 1.1, newest first."""
    return _told(room, "json", _live(request, room))


@router.get("/podcast.rss")
def podcast(request: Request, room: Room) -> Response:
    """The briefs that were spoken, as a podcast."""
    spoken = tuple(one for one in _briefs(room, _site(request)) if one.sound)
    return _told(room, "podcast", _feed(request, "briefs", SPOKEN, spoken))


def _told(room: Newsroom, form: FeedForm, feed: Feed) -> Response:
    return Response(room.feed(form, feed), media_type=MEDIA_TYPES[form])


def _site(request: Request) -> Site:
    return Site(name="Sayso", home=str(request.base_url))


def _feed(request: Request, home: str, about: str, items: tuple[FeedItem, ...]) -> Feed:
    at = str(request.base_url)
    url = f"{at}{request.url.path[1:]}"
    return Feed(url=url, home=f"{at}{home}", title="Sayso", made=now(), about=about, author="Sayso", items=items)


def _live(request: Request, room: Newsroom) -> Feed:
    site = _site(request)
    items = [one for one in room.items(Shown(limit=MOST)) if one.text.kind != "card"]
    pages = {one.page_id: room.view.page(one.page_id) for one in items}
    told = [room.text_item(one.text, pages[one.page_id], site, lines=(one.lead,)) for one in items]
    rows = sorted((*_briefs(room, site), *told), key=lambda one: moment(one.published or one.seen, end=True))
    return _feed(request, "", ABOUT, tuple(reversed(rows)))


def _briefs(room: Newsroom, site: Site) -> list[FeedItem]:
    """The published briefs as items, the last made first, each with its sound where it was spoken."""
    return [_item(room, one, site) for one in room.briefs(Drawer(states=("published",), limit=MOST))]


def _item(room: Newsroom, brief: Brief, site: Site) -> FeedItem:
    updated = brief.at if brief.at != brief.published else None
    made = room.brief_item(brief, site, authors=brief.byline, updated=updated, sound=_sound(room, brief, site))
    return replace(made, published=brief.published, tags=("Brief",))


def _sound(room: Newsroom, brief: Brief, site: Site) -> Enclosure | None:
    """The sound that was spoken; nothing is spoken for a feed."""
    kept = room.sound_kept(brief)
    at = site.at("brief", brief.id)
    mp3 = next((one for one in kept.recordings if one.format == "mp3"), None) if kept else None
    if kept is None or mp3 is None:
        return None
    url, told = f"{at}.mp3", f"{at}.vtt"
    return Enclosure(url=url, length=mp3.size, media_type=mp3.media_type, seconds=kept.seconds, transcript_url=told)
