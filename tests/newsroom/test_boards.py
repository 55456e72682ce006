"""What a board of the desk lists: the latest first, page by page, each as it stands now."""

from itertools import islice

import pytest
from tests.make_scenes import Telling, scene, told_to

from sayso.newsroom import Newsroom
from sayso.record import Point, Sought

SCOOP = Telling(outlet="Harbour Post", minute=0, unnamed=True)
RELAY = Telling(outlet="Lindow Echo", minute=20, words=1, through=("Harbour Post",))
DENIAL = Telling(outlet="Channel Nine", minute=40, by="Ana Reth", denies=True)
OTHER = Telling(outlet="Upland Gazette", minute=30, fact=2, by="Piet Sand")


@pytest.fixture
def newsroom() -> Newsroom:
    """A scoop with a relay and a denial, and a story of its own between them."""
    found = scene([SCOOP, OTHER, RELAY, DENIAL])
    list(found.settle())
    return found


def told(points: list[Point]) -> list[tuple[str, int]]:
    return [(point.standing, point.pages) for point in points]


def test_points_come_those_that_moved_last_first(newsroom: Newsroom) -> None:
    """All of them, or those of a choice."""
    every = list(newsroom.points_moved(Sought()))
    assert every == sorted(newsroom.points(), key=lambda point: (point.moved or "", point.id), reverse=True)
    assert told(list(newsroom.points_moved(Sought(contested=True)))) == [("disputed", 2)]
    assert told(list(newsroom.points_moved(Sought(standing=("single",), limit=1))))[0][0] == "single"


def test_a_list_goes_on_where_its_page_ended(newsroom: Newsroom) -> None:
    """Nothing comes twice and nothing is left out."""
    every, pages, after = list(newsroom.points_moved(Sought(limit=0))), [], None
    while page := list(newsroom.points_moved(Sought(limit=1, after=after))):
        pages += page
        after = (page[-1].moved or "", page[-1].id)
    assert pages == every


def test_what_is_listed_is_as_it_stands_now(newsroom: Newsroom) -> None:
    """Also where it was not counted since a page came."""
    told_to(newsroom, Telling(outlet="Morning Ferry", minute=50, words=2, through=("Harbour Post",)))
    assert told(list(newsroom.points_moved(Sought(contested=True)))) == [("disputed", 3)]


def test_a_dispute_is_listed_once(newsroom: Newsroom) -> None:
    """Under the point of it that moved last."""
    assert [one for one, _ in newsroom.disputes_moved()] == list(newsroom.disputes())


def test_rival_figures_are_listed_once() -> None:
    """Though each of two points is a side of the dispute."""
    rival = Telling(outlet="Channel Nine", minute=40, by="Ana Reth", figure=("340 jobs", "120 jobs"), fact=1)
    newsroom = scene([Telling(outlet="Harbour Post", minute=0, by="Piet Sand", fact=1), rival])
    list(newsroom.settle())
    assert [one for one, _ in newsroom.disputes_moved()] == list(newsroom.disputes())
    assert len(list(newsroom.disputes())) == 1


def test_stories_come_those_that_moved_last_first(newsroom: Newsroom) -> None:
    """Those of several items, or all."""
    stories = newsroom.stories_moved()
    assert [len(story.text_ids) for story in stories] == [3]
    assert [story.id for story in newsroom.stories_moved(items=1)][0] == stories[0].id
    assert len(newsroom.stories_moved(items=1)) == len(list(newsroom.stories()))


def test_changes_come_the_latest_first() -> None:
    """As `changes` tells them, in the other order, before a moment where one is given."""
    first = [Telling(outlet="Harbour Post", minute=at, by="Ana Reth", address="one", fact=at // 60) for at in (0, 60)]
    gone = [Telling(outlet="Harbour Post", minute=at, by="Ana Reth", address="one", withdrawn=True) for at in (120,)]
    newsroom = scene([*first, *gone])
    every = list(newsroom.changes())
    assert len(every) > 1
    assert sorted(one.id for one in newsroom.changes_moved()) == sorted(one.id for one in every)
    moments = [one.at for one in newsroom.changes_moved()]
    assert moments == sorted(moments, key=lambda one: one or "", reverse=True)
    assert list(islice(newsroom.changes_moved(every[0].at), 1)) == []


def test_a_page_of_stories_is_full_though_one_that_stood_there_has_moved(newsroom: Newsroom) -> None:
    """It is listed where it stands now, on an earlier page, and what comes behind it fills its place."""
    told_to(newsroom, Telling(outlet="Tarn Echo", minute=100, fact=1, by="Mira Holt"))
    list(newsroom.settle())
    first, second, third = newsroom.stories_moved(items=1)
    told_to(newsroom, Telling(outlet="Morning Ferry", minute=300, words=2, through=("Harbour Post",)))
    moved = newsroom.stories_moved(items=1)[0]
    assert moved.id == second.id, "the story that stood second is the latest now"
    behind = newsroom.stories_moved((first.last_moved or "", first.id), items=1, limit=1)
    assert [story.id for story in behind] == [third.id]
