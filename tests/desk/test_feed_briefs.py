"""Published briefs stand in the live feed among captured items: at their time, marked, updated, withdrawn."""

import feedparser
import pytest
from starlette.testclient import TestClient
from tests.desk.seen import Seen
from tests.desk.test_briefs import NOON, brief, desk, room, story

from sayso.newsroom import Newsroom
from sayso.record import Brief, Story

__all__ = ["brief", "desk", "room", "story"]
AT = "http://127.0.0.1"


def rows(desk: TestClient, at: str = "/feed.json") -> list[str]:
    """The ids of the rows of the feed."""
    return [(one["brief"] or one["item"]["text"])["id"] for one in desk.get(at).json()["items"]]


def test_a_brief_stands_at_its_time_and_says_whose_it_is(desk: TestClient, brief: Brief) -> None:
    """Above what was captured before; no other item says that it is this desk's."""
    assert (rows(desk)[0], len(rows(desk))) == (brief.id, 3)
    words = Seen(desk.get("/").text).words
    assert words.count("Brief of this desk") == 1
    assert f"12:00 PM Brief of this desk {brief.headline}" in words
    assert "by Ada Voss · no editor review on record" in words


def test_a_draft_stands_nowhere(desk: TestClient, room: Newsroom, story: Story) -> None:
    """Before somebody publishes it."""
    made = room.draft(story.id)
    room.draft_brief(story.id, "Not out yet", made.lines, by="ada")
    assert [desk.get(at).text.count("Not out yet") for at in ("/", "/feed.json", "/feed.rss")] == [0, 0, 0]


def test_an_edit_is_told_at_its_place(desk: TestClient, room: Newsroom, brief: Brief) -> None:
    """With the hour of the change, and its day where that is another."""
    assert "(Updated" not in Seen(desk.get("/").text).words
    room._clock = lambda: "2031-03-05T15:00:00+00:00"
    room.edit_brief(brief.id, by="ada", version=brief.version, headline="Depot fire kills three")
    words = Seen(desk.get("/").text).words
    assert "12:00 PM(Updated: 3:00 PM) Brief of this desk Depot fire kills three" in words
    assert (rows(desk)[0], len(rows(desk))) == (brief.id, 3)
    room._clock = lambda: "2031-03-07T08:00:00+00:00"
    room.edit_brief(brief.id, by="ada", version=3, headline="Depot fire kills four")
    assert "(Updated: Friday, 7 March 2031, 8:00 AM)" in Seen(desk.get("/").text).words


def test_what_was_withdrawn_keeps_its_place_and_loses_its_words(desk: TestClient, room: Newsroom, brief: Brief) -> None:
    """It says that it was withdrawn, and why; in the feeds too, so that readers of them take it back."""
    room.withdraw_brief(brief.id, by="ada", note="The owner is misnamed")
    words = Seen(desk.get("/").text).words
    assert ("Withdrawn" in words, "The owner is misnamed" in words, brief.lines[0].text in words) == (True, True, False)
    (told,) = [one["brief"] for one in desk.get("/feed.json").json()["items"] if one["brief"]]
    assert (told["state"], told["lines"]) == ("withdrawn", [])
    entry = next(one for one in feedparser.parse(desk.get("/feed.rss").content).entries if "/brief/" in one.link)
    assert (entry.title, entry.summary) == (
        f"Withdrawn: {brief.headline}", "<p>This brief was withdrawn: The owner is misnamed</p>",
    )  # fmt: skip


def test_the_desks_own_briefs_alone_are_asked_for(desk: TestClient, brief: Brief) -> None:
    """What narrows items by source or outlet finds no brief."""
    told = ("kind=desk", "kind=article", "outlet=quay", f"kind=desk&since={NOON[:10]}", "kind=desk&source=pell")
    found = {one: [row == brief.id for row in rows(desk, f"/feed.json?{one}")] for one in told}
    assert found == {
        "kind=desk": [True], "kind=article": [False, False], "outlet=quay": [False], told[3]: [True], told[4]: [],
    }  # fmt: skip
    page = desk.get("/?kind=desk").text
    assert '<option value="desk" selected>' in page


def test_the_feed_is_paged_through_briefs_and_items(desk: TestClient, brief: Brief) -> None:
    """Each once."""
    found, at = [], "/feed.json?limit=1"
    while at:
        answer = desk.get(at).json()
        found += [(one["brief"] or one["item"]["text"])["id"] for one in answer["items"]]
        at = f"/feed.json?limit=1&before={answer['next']}" if answer["next"] else ""
    assert (found, len(set(found))) == (rows(desk), 3)


@pytest.mark.parametrize("at", ["/feed.rss", "/feed.atom"])
def test_feeds_hold_briefs_among_items_with_their_updates(
    desk: TestClient, room: Newsroom, brief: Brief, at: str
) -> None:
    """Read back by a reader of feeds: the same id, a later update."""

    def read() -> tuple[str, str, str]:
        found = feedparser.parse(desk.get(at).content)
        assert (found.bozo, len(found.entries)) == (0, 3)
        first = found.entries[0]
        return first.id, first.title, first.updated

    before = read()
    room._clock = lambda: "2031-03-05T15:00:00+00:00"
    room.edit_brief(brief.id, by="ada", version=brief.version, headline="Depot fire kills three")
    after = read()
    assert before == (f"{AT}/brief/{brief.id}", brief.headline, NOON)
    assert after == (f"{AT}/brief/{brief.id}", "Depot fire kills three", "2031-03-05T15:00:00+00:00")
