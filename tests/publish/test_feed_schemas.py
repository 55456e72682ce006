"""Feeds obey the rules of their formats, whatever their items say; and the rules refuse what is none."""

import json
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from make_feed import a_feed, an_item
from sayso.publish.feeds import Feed, atom, json_feed, podcast, rss
from schemas import ATOM, against

HOSTILE = "\x00\x0b\ud800</script><b onload=x>&amp; \u202eeslaf\u202c \ufffe\U0001f30a"
WRITERS: list[tuple[str, Callable[[Feed], bytes]]] = [
    ("atom", atom), ("rss", rss), ("rss", podcast), ("json", json_feed),
]  # fmt: skip
FEEDS = {
    "full": a_feed(an_item(), an_item(id="urn:sayso:8", url="https://desk.example/page/8")),
    "bare": a_feed(an_item(published=None, updated=None, authors=(), tags=(), lines=(), source="", sound=None)),
    "hostile": a_feed(an_item(title=HOSTILE, lines=(HOSTILE,), source=HOSTILE, authors=(HOSTILE,), tags=(HOSTILE,)),
                      title=HOSTILE, about=HOSTILE),
    "zoneless": a_feed(an_item(published="2031-03-04", updated="2031-03-04T14:20")),
    "empty": a_feed(about="", author=None, older=None),
}  # fmt: skip


@pytest.mark.parametrize("feed", FEEDS.values(), ids=FEEDS)
@pytest.mark.parametrize(("form", "write"), WRITERS, ids=["atom", "rss", "podcast", "json"])
def test_a_feed_obeys_its_format(form: str, write: Callable[[Feed], bytes], feed: Feed) -> None:
    assert against(form, write(feed)) == []


@pytest.mark.parametrize(
    ("form", "path", "what"),
    [
        ("atom", f"{ATOM}id", None),
        ("atom", f"{ATOM}updated", "yesterday"),
        ("atom", f"{ATOM}entry/{ATOM}title", None),
        ("atom", f"{ATOM}entry/{ATOM}updated", "2031-03-04T14:20:00"),
        ("rss", "channel/title", None),
        ("rss", "channel/lastBuildDate", "4 March"),
        ("rss", "channel/item/guid", None),
        ("rss", "channel/item/pubDate", "2031-03-04"),
        ("rss", "channel/item/{https://podcastindex.org/namespace/1.0}transcript", None),
    ],
)
def test_the_rules_refuse_what_is_none(form: str, path: str, what: str | None) -> None:
    """What must be there, and how times are written; a transcript may be lacking."""
    feed = ElementTree.fromstring((atom if form == "atom" else podcast)(a_feed(an_item())))
    place = feed.find(path)
    assert place is not None
    if what is None:
        parent = next(one for one in feed.iter() if place in list(one))
        parent.remove(place)
    else:
        place.text = what
    assert bool(against(form, ElementTree.tostring(feed))) == (not path.endswith("transcript"))


def test_the_rules_of_json_feed_refuse_what_is_none() -> None:
    told = json.loads(json_feed(a_feed(an_item())))
    assert against("json", json.dumps({**told, "claims": []}).encode())
    assert against("json", json.dumps({**told, "items": [{"title": "no id"}]}).encode())


def test_atom_wants_an_author_of_every_entry() -> None:
    """Its own or the feed's: what a grammar alone does not tell."""
    feed = ElementTree.fromstring(atom(a_feed(an_item(authors=()))))
    feed.remove(feed.find(f"{ATOM}author"))  # type: ignore[arg-type]
    assert against("atom", ElementTree.tostring(feed)) == ["an entry without an author in a feed without one"]
