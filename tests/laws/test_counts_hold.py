"""Law of keeping counts: what is kept ready is what would be counted anew, whatever came in whatever order."""

from dataclasses import replace
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.make_scenes import Telling, told_to

from sayso.newsroom import Newsroom
from sayso.weigh.answer.asked import counted
from sayso.weigh.answer.told import made_anew

OUTLETS = ("Harbour Post", "Lindow Echo", "Upland Gazette", "Norda")
FIGURE = ("340 jobs", "120 jobs")

tellings = st.builds(
    Telling,
    outlet=st.sampled_from(OUTLETS),
    minute=st.integers(0, 400),
    fact=st.integers(0, 1),
    words=st.integers(0, 2),
    by=st.sampled_from([None, None, "Ana Reth", "Piet Sand"]),
    unnamed=st.booleans(),
    through=st.sampled_from([(), (), ("Harbour Post",), ("Norda",)]),
    denies=st.booleans(),
    figure=st.sampled_from([None, None, FIGURE]),
    withdrawn=st.booleans(),
    address=st.sampled_from([None, "one", "two"]),
).map(lambda one: replace(one, withdrawn=one.withdrawn and one.address is not None))


def tellings_of(newsroom: Newsroom) -> list[object]:
    """Every story as its page lays it out, by report and by event, its points, entries and items with it."""
    return [newsroom.telling(one.id, by=by) for one in newsroom.stories() for by in ("report", "event")]  # type: ignore[arg-type]


def answers(newsroom: Newsroom, anew: bool) -> list[object]:
    """Every point and story as it stands now, kept ready or counted anew."""
    if not anew:
        return [list(newsroom.points()), list(newsroom.stories())]
    store = newsroom._store
    points = counted(store, newsroom.press, list(store.leaders()))
    stories = made_anew(store, newsroom.press, list(store.story_leaders()), store)
    return [[one for one in points.values() if one], [one for one in stories.values() if one]]


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(told=st.lists(tellings, min_size=2, max_size=6), settled=st.lists(st.booleans(), min_size=6, max_size=6))
def test_what_is_kept_is_what_would_be_counted(kind: str, told: list[Telling], settled: list[bool]) -> None:
    """After any pages in any order, counted after some of them and not after others."""
    with (
        TemporaryDirectory() as folder,
        Newsroom(f"{folder}/record.sqlite" if kind == "sqlite" else "memory:") as newsroom,
    ):
        for one, now in zip(told, settled, strict=False):
            told_to(newsroom, one)
            if now:
                list(newsroom.settle())
        assert answers(newsroom, anew=False) == answers(newsroom, anew=True)
        kept = tellings_of(newsroom)
        store = newsroom._store
        store.put_counted(dict.fromkeys(store.leaders()), "another counting")
        store.put_told(dict.fromkeys(store.story_leaders()), "another counting")
        assert kept == tellings_of(newsroom)
