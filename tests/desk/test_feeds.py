"""The desk for feed readers: briefs and items in four forms, at addresses that lead back to the desk."""

from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient
from tests.desk.test_briefs import brief, desk, room, story

from sayso.newsroom import Newsroom
from sayso.record import Brief
from schemas import against

__all__ = ["brief", "desk", "room", "story"]
AT = "http://127.0.0.1"


@pytest.mark.parametrize(
    ("at", "media"),
    [
        ("/feed.rss", "application/rss+xml"),
        ("/feed.atom", "application/atom+xml"),
        ("/podcast.rss", "application/rss+xml"),
    ],
)
def test_a_feed_is_xml_under_its_media_type(desk: TestClient, brief: Brief, at: str, media: str) -> None:
    """Each is well formed and names its own address."""
    answer = desk.get(at)
    assert (answer.status_code, answer.headers["content-type"].split(";")[0]) == (200, media)
    ElementTree.fromstring(answer.content)
    assert f"{AT}{at}" in answer.text


def test_the_json_feed_holds_briefs_and_items(desk: TestClient, brief: Brief) -> None:
    """A brief with its byline and review, pages with their outlet; every address is one of ours and is there."""
    told = desk.get("/feed/jsonfeed.json").json()
    items = {one["url"]: one for one in told["items"]}
    own = items[f"{AT}/brief/{brief.id}"]
    assert (own["title"], own["authors"], own["tags"]) == (brief.headline, [{"name": "Ada Voss"}], ["Brief"])
    assert own["content_text"].endswith("No editor review is on record")
    assert [one for one in items if desk.get(one.removeprefix(AT)).status_code != 200] == []
    assert len(items) == 3


def test_a_podcast_holds_what_was_spoken(desk: TestClient, brief: Brief) -> None:
    """Nothing is spoken for it; once somebody heard a brief, it is an episode that says a machine speaks."""
    assert "<enclosure" not in desk.get("/podcast.rss").text
    length = len(desk.get(f"/brief/{brief.id}.mp3").content)
    text = desk.get("/podcast.rss").text
    assert (f'length="{length}"' in text, "ai-content" in text, f"/brief/{brief.id}.vtt" in text) == (True, True, True)


@pytest.mark.parametrize(
    ("at", "form"),
    [("/feed.rss", "rss"), ("/feed.atom", "atom"), ("/podcast.rss", "rss"), ("/feed/jsonfeed.json", "json")],
)
def test_a_feed_obeys_the_rules_of_its_format(
    desk: TestClient, room: Newsroom, brief: Brief, at: str, form: str
) -> None:
    """As published, once spoken, once edited, once withdrawn."""
    assert against(form, desk.get(at).content) == []
    desk.get(f"/brief/{brief.id}.mp3")
    assert against(form, desk.get(at).content) == []
    room._clock = lambda: "2031-03-05T15:00:00+00:00"
    room.edit_brief(brief.id, by="ada", version=brief.version, headline="Depot <fire> & smoke")
    assert against(form, desk.get(at).content) == []
    room.withdraw_brief(brief.id, by="ada", note="The owner is misnamed")
    assert against(form, desk.get(at).content) == []
