"""Stories: their title and timeline, as of any moment, and what moved since."""

from pathlib import Path

import pytest

from make_weigh import Desk, a_news_page
from sayso.errors import NotKept

CRACK = "Engineers found a crack in the Orrefell dam, the operator Tarnwater said."


def page(desk: Desk, headline: str, words: str, *, at: int, outlet: str, captured: int | None = None) -> None:
    text = a_news_page(headline, [words, "Tarnwater runs the Orrefell dam."], published=hour(at))
    url = f"https://{outlet.lower()}.example/orrefell"
    desk.keep(text, url=url, outlet=outlet, captured=hour(captured or at))


def hour(at: int) -> str:
    return f"2026-03-09T{at:02}:00:00+00:00"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Three outlets on a cracked dam; at six the first takes its sentence back, silently."""
    found = Desk(tmp_path)
    page(found, "Crack found in Orrefell dam", CRACK, at=9, outlet="Ledger")
    page(found, "Tarnwater admits crack in Orrefell dam", CRACK, at=12, outlet="Beacon")
    denied = "Mayor Ida Storm of Orrefell denied that engineers found a crack in the Orrefell dam."
    page(found, "Mayor: no crack in Orrefell dam", denied, at=15, outlet="Courier")
    page(
        found,
        "Crack found in Orrefell dam",
        "Engineers went home.</p><p>Police arrested the director of Tarnwater on 6 March.",
        at=9,
        outlet="Ledger",
        captured=18,
    )
    return found


def test_a_story_holds_the_items_points_and_edits_of_its_affair(desk: Desk) -> None:
    """Four items (one an edit), one story; it opened with the first and moved last with the edit."""
    (story,) = desk.newsroom.stories()
    assert (len(story.text_ids), story.opened, story.last_moved) == (4, "2026-03-09T09:00:00", "2026-03-09T18:00:00")
    assert set(story.revisions) == {change.id for change in desk.newsroom.changes()} != set()
    assert {point.id for point in desk.newsroom.points() if point.story_id == story.id} <= set(story.point_ids)


def test_its_title_is_a_headline_of_one_of_its_articles(desk: Desk) -> None:
    """The headline of the item that the others resemble most."""
    (story,) = desk.newsroom.stories()
    assert story.title in {text.headline for text in desk.newsroom.texts()}


def test_a_story_as_of_an_earlier_moment_knows_nothing_later(desk: Desk) -> None:
    """At ten there was one item and no edit; before nine there was no story."""
    (story,) = desk.newsroom.stories("2026-03-09T10:00:00Z")
    assert (len(story.text_ids), story.revisions, story.title) == (1, (), "Crack found in Orrefell dam")
    assert list(desk.newsroom.stories("2026-03-09T08:00:00Z")) == []
    with pytest.raises(NotKept):
        desk.newsroom.story(story.id, "2026-03-09T08:00:00Z")


def test_a_story_is_named_by_the_beginning_of_its_id(desk: Desk) -> None:
    """Like every other id."""
    (story,) = desk.newsroom.stories()
    assert desk.newsroom.story(story.id[:8]) == story


def test_a_timeline_runs_by_the_reports_or_by_what_they_tell_of(desk: Desk) -> None:
    """By report it starts at nine and ends with the edit at six; by event it starts with the day told of."""
    (story,) = desk.newsroom.stories()
    reported = [entry.reported for entry in desk.newsroom.timeline(story.id)]
    assert reported == sorted(reported, key=lambda moment: moment or "")
    assert desk.newsroom.timeline(story.id)[-1].reported == "2026-03-09T18:00:00"
    withdrawn = [entry for entry in desk.newsroom.timeline(story.id) if entry.kind == "withdrawn"]
    assert withdrawn[0].words.startswith("Engineers found a crack")
    assert desk.newsroom.timeline(story.id, by="event")[0].when is not None


def test_what_moved_since_a_moment_is_new_disputed_or_withdrawn(desk: Desk) -> None:
    """Since ten a second outlet, a denial and a withdrawal; since seven in the evening nothing."""
    (story,) = desk.newsroom.stories()
    moved = {how for one in desk.newsroom.moved(story.id, "2026-03-09T10:00:00Z") for how in one.how}
    assert {"new", "counts", "disputed", "standing"} & moved
    assert list(desk.newsroom.moved(story.id, "2026-03-09T19:00:00Z")) == []
