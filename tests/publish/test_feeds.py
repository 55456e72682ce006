"""Feeds say in every format what the items say, as the rules of the format want it."""

import json
from calendar import timegm
from collections.abc import Callable
from typing import Any
from uuid import UUID
from xml.etree import ElementTree

import feedparser
import pytest

from make_feed import HOME, SOUND, a_feed, an_item
from sayso.publish.feeds import Feed, FeedItem, atom, json_feed, podcast, rss
from sayso.publish.feeds.podcast import guid_of

ATOM = "{http://www.w3.org/2005/Atom}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
HOSTILE = "\x00\x0b\ud800</script><b onload=x>&amp; \u202eeslaf\u202c \ufffe\U0001f30a"
Writer = Callable[[Feed], bytes]


def parsed(written: bytes) -> Any:
    found = feedparser.parse(written, sanitize_html=False)
    assert (found.bozo, found.get("bozo_exception")) == (0, None)
    return found


@pytest.mark.parametrize("write", [rss, atom, podcast])
def test_a_reader_of_feeds_gets_back_what_went_in(write: Writer) -> None:
    found = parsed(write(a_feed(an_item())))
    (entry,) = found.entries
    assert (found.feed.title, entry.title, entry.link, entry.id) == (
        "The Ostrel desk", an_item().title, an_item().url, an_item().id,
    )  # fmt: skip
    assert timegm(entry.published_parsed) == timegm((2031, 3, 4, 12, 0, 0))
    assert timegm(entry.updated_parsed) == timegm((2031, 3, 4, 12, 20, 0))
    assert entry.content[0].value == (
        "<p>Two ferries turned back at Ostrel, the harbour office said.</p><p>A captain denies it.</p>"
        "<p><small>Harbour office · via The Ostrel Echo</small></p>"
    )
    (sound,) = entry.enclosures
    assert (sound.href, sound.length, sound.type) == (SOUND.url, "48211", "audio/mpeg")
    assert [tag.term for tag in entry.tags] == ["Ostrel"]
    assert entry.author == "Ina Morrow"


@pytest.mark.parametrize("write", [rss, atom, podcast])
def test_a_feed_names_itself_its_page_and_what_is_older(write: Writer) -> None:
    links = {link.rel: link.href for link in parsed(write(a_feed(an_item()))).feed.links}
    assert links == {"self": f"{HOME}feed.xml", "alternate": HOME, "next": f"{HOME}feed.xml?before=7"}


@pytest.mark.parametrize("write", [rss, atom, podcast])
def test_hostile_words_stay_words(write: Writer) -> None:
    """What XML cannot hold and what turns a line about goes; markup is text."""
    item = an_item(title=HOSTILE, lines=(HOSTILE,), source=HOSTILE, authors=(HOSTILE,), tags=(HOSTILE,))
    (entry,) = parsed(write(a_feed(item, title=HOSTILE))).entries
    assert entry.title == "</script><b onload=x>&amp; eslaf \U0001f30a"
    assert entry.content[0].value.startswith("<p>&lt;/script&gt;&lt;b onload=x&gt;&amp;amp; eslaf")


@pytest.mark.parametrize("write", [rss, atom, podcast, json_feed])
def test_an_empty_feed_is_a_feed(write: Writer) -> None:
    written = write(a_feed(about="", author=None, older=None))
    if write is json_feed:
        assert json.loads(written)["items"] == []
    else:
        assert parsed(written).entries == []


def test_rss_has_the_elements_that_its_rules_ask_for() -> None:
    """RSS 2.0: a channel has title, link, description; an item title or description; a guid says if it is a link."""
    channel = ElementTree.fromstring(rss(a_feed(an_item(), an_item(id="urn:sayso:8"))))[0]
    assert [channel.findtext(name) for name in ("title", "link", "description")] == [
        "The Ostrel desk", HOME, "Who says what",
    ]  # fmt: skip
    guids = [item.find("guid") for item in channel.findall("item")]
    assert [(one.text, one.get("isPermaLink")) for one in guids if one is not None] == [
        (f"{HOME}brief/7", "true"), ("urn:sayso:8", "false"),
    ]  # fmt: skip
    item = channel.find("item")
    assert item is not None
    assert item.findtext("pubDate") == "Tue, 04 Mar 2031 14:00:00 +0200"
    assert item.findtext(f"{ATOM}updated") == "2031-03-04T14:20:00+02:00"


def test_atom_has_the_elements_that_its_rules_ask_for() -> None:
    """RFC 4287 §4.1: id, title, updated and an author, of the feed and of each entry; no empty element."""
    root = ElementTree.fromstring(
        atom(a_feed(an_item(published=None, updated=None, authors=()), author=None, about=""))
    )
    entry = root.find(f"{ATOM}entry")
    assert entry is not None
    assert [root.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated", "author/{*}name")] == [
        f"{HOME}feed.xml", "The Ostrel desk", "2031-03-04T12:30:00+00:00", "The Ostrel desk",
    ]  # fmt: skip
    assert [entry.findtext(f"{ATOM}{name}") for name in ("id", "updated", "published")] == [
        an_item().id, "2031-03-04T12:30:00+00:00", None,
    ]  # fmt: skip


def test_a_json_feed_says_the_same() -> None:
    """JSON Feed 1.1: version and title; an item has an id and a content."""
    found = json.loads(json_feed(a_feed(an_item(), an_item(id=HOSTILE, lines=(), source="", sound=None, updated=None))))
    assert (found["version"], found["title"], found["feed_url"], found["authors"]) == (
        "https://jsonfeed.org/version/1.1", "The Ostrel desk", f"{HOME}feed.xml", [{"name": "The desk"}],
    )  # fmt: skip
    first, bare = found["items"]
    assert (first["date_published"], first["date_modified"]) == (
        "2031-03-04T14:00:00+02:00", "2031-03-04T14:20:00+02:00",
    )  # fmt: skip
    assert first["content_text"].split("\n\n") == [*an_item().lines, an_item().source]
    assert first["attachments"] == [
        {"url": SOUND.url, "mime_type": "audio/mpeg", "size_in_bytes": 48211, "duration_in_seconds": 62}
    ]
    assert (bare["content_text"], bare["date_modified"]) == (an_item().title, "2031-03-04T14:00:00+02:00")
    assert "attachments" not in bare


def test_a_podcast_says_that_a_machine_speaks() -> None:
    """Sound of a machine is marked, of a person is not; items without sound are no episodes."""
    spoken = an_item(
        id="urn:2", sound=type(SOUND)(url=f"{HOME}2.opus", length=9, media_type="audio/ogg", synthetic=False)
    )
    channel = ElementTree.fromstring(podcast(a_feed(an_item(), spoken, an_item(id="urn:3", sound=None))))[0]
    episodes = channel.findall("item")
    marks = [episode.find(f"{PODCAST}txt") for episode in episodes]
    assert [(mark.get("purpose"), mark.text) if mark is not None else None for mark in marks] == [
        ("ai-content", "true"), None,
    ]  # fmt: skip
    transcript = episodes[0].find(f"{PODCAST}transcript")
    assert transcript is not None
    assert transcript.attrib == {"url": SOUND.transcript_url, "type": "text/vtt"}
    assert episodes[0].findtext("{*}duration") == "62"
    person = episodes[0].find(f"{PODCAST}person")
    assert person is not None
    assert (person.text, person.attrib) == ("Ina Morrow", {"role": "author", "group": "writing"})


def test_a_podcast_keeps_its_guid_whatever_the_scheme() -> None:
    """The namespace's own example: podnews.net/rss, scheme and last slash aside."""
    assert (
        guid_of("https://podnews.net/rss/")
        == guid_of("http://podnews.net/rss")
        == "9b024349-ccf0-5f69-a609-6b82873eab3c"
    )
    assert UUID(guid_of(f"{HOME}podcast.xml")).version == 5


@pytest.mark.parametrize(
    ("iso", "updated", "rfc822"),
    [
        ("2031-03-04T14:00", "2031-03-04T14:00:00-00:00", "Tue, 04 Mar 2031 14:00:00 -0000"),
        ("2031-03-04", "2031-03-04T00:00:00-00:00", "Tue, 04 Mar 2031 00:00:00 -0000"),
        ("2031-03", "2031-03-01T00:00:00-00:00", "Sat, 01 Mar 2031 00:00:00 -0000"),
        ("2031-03-04T14:00:09.5Z", "2031-03-04T14:00:09+00:00", "Tue, 04 Mar 2031 14:00:09 +0000"),
        ("2031-03-04T14:00-03:30", "2031-03-04T14:00:00-03:30", "Tue, 04 Mar 2031 14:00:00 -0330"),
    ],
)
def test_a_time_without_a_zone_says_so(iso: str, updated: str, rfc822: str) -> None:
    """RFC 3339 and RFC 2822 both have a zone for a zone that nobody knows: nothing is invented."""
    item: FeedItem = an_item(published=iso, updated=None)
    channel = ElementTree.fromstring(rss(a_feed(item)))[0]
    assert channel.findtext("item/pubDate") == rfc822
    assert channel.findtext(f"item/{ATOM}updated") == updated
    assert parsed(rss(a_feed(item))).entries[0].published_parsed is not None


def test_a_feed_changed_when_its_last_item_did() -> None:
    """Zones apart: 23:30 at two hours east of UTC is before 22:00 in UTC."""
    feed = a_feed(an_item(updated="2031-03-04T23:30+02:00"), an_item(updated="2031-03-04T22:00Z"))
    assert feed.changed == "2031-03-04T22:00Z"
