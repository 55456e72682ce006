"""What the desk's pages tell programs: structured data that a strict reader takes, feeds and twins by their links."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.desk.seen import Seen
from tests.desk.test_briefs import add, brief, desk, room, story

from sayso.newsroom import Newsroom
from sayso.record import Brief, Story
from strict import strict

__all__ = ["brief", "desk", "room", "story"]
AT = "http://127.0.0.1"
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
EVIL = "</script><script>alert(1)</script><!-- & \u202e\u2028"


def told(desk: TestClient, at: str) -> Any:
    """The one node of a page, held against schema.org."""
    (words,) = DATA.findall(desk.get(at).text)
    node = json.loads(words)
    assert node.pop("@context") == "https://schema.org"
    assert strict(node)
    return node


def test_a_brief_is_an_article_that_can_be_heard(desk: TestClient, brief: Brief) -> None:
    """With who wrote it, when it came out, the claims it rests on, and what made its sound."""
    found = told(desk, f"/brief/{brief.id}")
    assert (found["@type"], found["@id"], found["author"], found["datePublished"]) == (
        "NewsArticle", f"{AT}/brief/{brief.id}", [{"@type": "Person", "name": "Ada Voss"}], brief.published,
    )  # fmt: skip
    assert {one["@id"] for one in found["mentions"]} == {
        f"{AT}/claim/{one}" for line in brief.lines for one in line.claim_ids
    }
    assert "audio" not in found
    length = len(desk.get(f"/brief/{brief.id}.mp3").content)
    sound = told(desk, f"/brief/{brief.id}")["audio"]
    assert (sound["@type"], sound["contentSize"], sound["digitalSourceType"].rsplit("/")[-1]) == (
        "AudioObject", str(length), "AlgorithmicMediaDigitalSource",
    )  # fmt: skip


def test_a_brief_that_is_not_out_is_no_article(desk: TestClient, room: Newsroom, brief: Brief) -> None:
    """Nor is an earlier version, or one that was withdrawn."""
    room.edit_brief(brief.id, by="ada", version=brief.version, headline="Depot fire")
    old = desk.get(f"/brief/{brief.id}?version=1").text
    assert (told(desk, f"/brief/{brief.id}")["headline"], DATA.findall(old)) == ("Depot fire", [])
    room.withdraw_brief(brief.id, by="ada", note="Misnamed")
    assert DATA.findall(desk.get(f"/brief/{brief.id}").text) == []


def test_a_story_is_an_article_on_its_claims(desk: TestClient, story: Story) -> None:
    """From the pages that they stand on."""
    found = told(desk, f"/story/{story.id}")
    assert (found["@type"], found["headline"], found["datePublished"]) == (
        "NewsArticle", story.title, f"{story.opened}+00:00",
    )  # fmt: skip
    assert found["isBasedOn"] and found["mentions"]


def test_the_feed_is_a_live_blog_that_began_with_its_first_post(
    desk: TestClient, room: Newsroom, brief: Brief, tmp_path: Path
) -> None:
    """Whatever comes later; a feed that is narrowed down, or its second page, is none."""
    first = told(desk, "/")
    assert (first["@type"], first["coverageStartTime"]) == ("LiveBlogPosting", "2026-03-05T09:00:00+00:00")
    assert {one["url"].removeprefix(AT).split("/")[1] for one in first["liveBlogUpdate"]} == {"brief", "page"}
    lines, at = ("The quay opens again, the mayor Tove Rask said.",), "2031-03-06T07:00:00+00:00"
    add(room, tmp_path / "later.html", *lines, outlet="Orre Echo", captured=at)
    later = told(desk, "/")
    assert (later["coverageStartTime"], len(later["liveBlogUpdate"])) == (
        first["coverageStartTime"], len(first["liveBlogUpdate"]) + 1,
    )  # fmt: skip
    assert [DATA.findall(desk.get(at).text) for at in ("/?kind=desk", "/?before=2031-03-05T12:00:00~x")] == [[], []]


def test_a_claim_is_its_speakers_with_its_quotations(desk: TestClient, brief: Brief) -> None:
    """And says where it first appeared."""
    claim = brief.lines[0].claim_ids[0]
    found = told(desk, f"/claim/{claim}")
    assert (found["@type"], found["@id"]) == ("Claim", f"{AT}/claim/{claim}")
    assert found["firstAppearance"]["@type"] == "CreativeWork"


def test_a_captured_page_names_its_pictures(desk: TestClient, room: Newsroom, tmp_path: Path) -> None:
    """By caption and credit; the pictures are not ours to show."""
    (tmp_path / "quay2.html").write_text(
        '<html><head><title>Quay open</title></head><body><article><h1>Quay open</h1><figure><img src="a.jpg">'
        "<figcaption>The quay of Orre on Monday. (Tomas Rill/Norda)</figcaption></figure>"
        "<p>The quay is open again, the mayor Tove Rask said.</p></article></body></html>"
    )
    (page,) = room.add([str(tmp_path / "quay2.html")], outlet="Orre Echo")
    found = told(desk, f"/page/{page.page_id}")  # type: ignore[union-attr]
    (picture,) = found["image"]
    assert (found["@type"], picture["@type"], picture["creditText"]) == ("WebPage", "ImageObject", "Tomas Rill/Norda")
    assert picture["caption"].startswith("The quay of Orre on Monday")


def test_hostile_words_cannot_leave_the_data(desk: TestClient, room: Newsroom, brief: Brief) -> None:
    """What looks like the end of the element is words in it."""
    room.edit_brief(brief.id, by="ada", version=brief.version, headline=EVIL, byline=(EVIL,))
    for at in (f"/brief/{brief.id}", "/"):
        page = desk.get(at).text
        (words,) = DATA.findall(page)
        assert ("alert(1)" in words, "<script>alert" in page, "\u202e" in page) == (True, False, False)
        json.loads(words)


@pytest.mark.parametrize("at", ["/", "/brief/{}", "/briefs"])
def test_a_page_leads_to_the_feeds_and_its_twin(desk: TestClient, brief: Brief, at: str) -> None:
    """By links that programs follow; each of them answers."""
    page = Seen(desk.get(at.format(brief.id)).text)
    links = [one for tag, one in page.tags if tag == "link" and one.get("rel") == "alternate"]
    assert {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/json"} == {
        one["type"] for one in links
    }
    assert [one["href"] for one in links if desk.get(str(one["href"])).status_code != 200] == []


def test_a_brief_is_a_ninjs_item(desk: TestClient, room: Newsroom, brief: Brief) -> None:
    """At an address of its own, as published or as withdrawn."""
    at = f"/brief/{brief.id}.ninjs.json"
    assert at in [one.get("href") for tag, one in Seen(desk.get(f"/brief/{brief.id}").text).tags if tag == "link"]
    found = desk.get(at).json()
    assert (found["uri"], found["pubStatus"], found["standard"]["version"]) == (
        f"{AT}/brief/{brief.id}", "usable", "3.1",
    )  # fmt: skip
    room.withdraw_brief(brief.id, by="ada", note="Misnamed")
    gone = desk.get(at).json()
    assert (gone["pubStatus"], "bodies" in gone) == ("canceled", False)
