"""The newsroom publishes for machines what its record holds, and changes nothing by it."""

import json
from pathlib import Path

import feedparser
import pytest

from make_weigh import Desk, a_news_page
from sayso.errors import NotKept, RecordError
from sayso.newsroom import Newsroom
from sayso.newsroom.edition import Feed, Site
from sayso.record import Shown

SITE = Site(name="The Ostrel desk", home="https://desk.example/")
TOLD = [
    (
        "Three hurt in Orlo fire",
        "Three people were hurt in a fire at the Orlo mill, the fire office said.",
        "echo",
        "09",
    ),
    (
        "Seven hurt in Orlo fire",
        "Seven people were hurt in the fire at the Orlo mill, the fire office said.",
        "star",
        "15",
    ),
]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    desk = Desk(Path(tmp_path_factory.mktemp("edition")))
    for head, line, host, hour in TOLD:
        at = f"2026-03-05T{hour}:00:00+00:00"
        desk.keep(
            a_news_page(head, [line], published=at), url=f"https://{host}.example/1", outlet=host.title(), captured=at
        )
    return desk.newsroom


def test_a_draft_is_fed_and_described(room: Newsroom) -> None:
    """One brief in every feed and as NewsArticle, the same address in all of them."""
    brief = room.draft(next(iter(room.stories())).id)
    item = room.brief_item(brief, SITE)
    feed = Feed(url=f"{SITE.home}feed.xml", home=SITE.home, title="Briefs", made=brief.at, items=(item,))
    for form in ("rss", "atom"):
        found = feedparser.parse(room.feed(form, feed))
        assert (found.bozo, found.entries[0].link) == (0, f"{SITE.home}brief/{brief.id}")
    assert json.loads(room.feed("json", feed))["items"][0]["title"] == brief.headline
    told = json.loads(room.brief_data(brief, SITE))
    assert (told["@type"], told["url"], told["timeRequired"]) == ("NewsArticle", item.url, "PT1M")
    assert json.loads(room.live_data(feed, SITE, began=brief.at))["coverageStartTime"] == brief.at
    assert room.ninjs(brief, SITE)["uri"] == item.url
    assert item.source == "No editor review is on record"


def test_a_captured_item_is_fed_with_its_own_time(room: Newsroom) -> None:
    item = room.captured_item(list(room.items(Shown()))[-1], SITE)
    assert (item.title, item.source, item.published) == ("Three hurt in Orlo fire", "Echo", "2026-03-05T09:00+00:00")


def test_a_claim_is_described_by_its_id(room: Newsroom) -> None:
    row = next(iter(room.claims()))
    assert json.loads(room.claim_data(row.claim.id, SITE))["url"] == f"{SITE.home}claim/{row.claim.id}"
    with pytest.raises(RecordError):
        room.claim_data("nothing", SITE)


def test_a_storys_figures_are_drawn(room: Newsroom) -> None:
    """Three, then seven: headline and lead of one page are one figure each thing counted."""
    charts = [room.chart(story.id) for story in room.stories()]
    assert any("3 hurt" in one and "7 hurt" in one for one in charts), charts
    with pytest.raises(NotKept):
        room.draft("ffffffff")
