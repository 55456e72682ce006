"""What every store promises of the counts it keeps ready: one suite over all of them."""

import pytest
from tests.make_pages import kept, said, story
from tests.make_weighed import account, copy, found, pair, seat

from sayso.plugs import Store
from sayso.record import Point, Reason, Sought, Span, Story, point_id, story_id

BY = "weigh@9 press"
NOON, ONE = "2031-03-04T12:00:00", "2031-03-04T13:00:00"


def point(leader: str, moved: str = NOON, **rest: object) -> Point:
    """A point that a claim leads."""
    return Point(id=point_id(leader), gist=f"Says {leader}", for_=(leader,), pages=1, moved=moved, **rest)  # type: ignore[arg-type]


FULL = point(
    "c1", ONE, against=("c9", "c8"), origins_for=(1, 2), origins_against=(0, 1), standing="disputed", outlets=2,
    reasons=(Reason(name="denied", weight=0.5, detail="1", left=Span(1, 2), right=None),), story_id=story_id("t1"),
    tensions=(point_id("c7"),), rises=(point_id("c6"),), opened=NOON, voices=1, sides=1, voices_against=2,
    sides_against=1, pages_against=3, outlets_against=3,
)  # fmt: skip
TALE = Story(
    id=story_id("t1"), title="Gates", point_ids=("a", "b"), text_ids=("t1", "t2"), event_ids=("e",), opened=NOON,
    last_moved=ONE, revisions=("r",),
)  # fmt: skip


@pytest.fixture
def seated(store: Store) -> Store:
    """Three points in two stories, two that a rise ties, all of them counted."""
    store.put_weighed(
        found(
            account("t1", NOON, claims=["c1", "c2"]),
            account("t2", ONE, claims=["c3"]),
            account("t3", ONE, claims=["c4"]),
            seats=[seat("c1", "c1", "t1"), seat("c2", "c2", "t1"), seat("c3", "c1", "t2"), seat("c4", "c4", "t3")],
            pairs=[pair("c2", "c4", verdict="rise")],
            stories=[("t1", "t1"), ("t2", "t1"), ("t3", "t3")],
        )
    )
    store.put_counted({"c1": FULL, "c2": point("c2"), "c4": None}, BY)
    store.put_told({"t1": TALE, "t3": None}, BY)
    return store


def test_points_and_stories_come_back_as_they_were(seated: Store) -> None:
    """Every field; nothing where nobody stands for or against."""
    assert dict(seated.counted(["c1", "c4", "c9"], BY)) == {"c1": FULL, "c4": None}
    assert dict(seated.told_now(["t1", "t3", "t9"], BY)) == {"t1": TALE, "t3": None}


def test_another_counting_has_all_to_count(seated: Store) -> None:
    """A newer version or other outlets make every count stale; what was counted by this is not."""
    assert (sorted(seated.uncounted("weigh@10")), sorted(seated.untold("weigh@10"))) == (
        ["c1", "c2", "c4"],
        ["t1", "t3"],
    )
    assert (list(seated.uncounted(BY)), list(seated.untold(BY))) == ([], [])
    assert (seated.counted(["c1"], "weigh@10"), seated.told_now(["t1"], "weigh@10")) == ({}, {})


def test_a_new_claim_makes_its_point_and_the_stories_it_stands_in_stale(seated: Store) -> None:
    """Others hold still."""
    seated.put_weighed(found(account("t4", ONE, claims=["c5"]), seats=[seat("c5", "c1", "t4")]))
    assert (list(seated.uncounted(BY)), list(seated.untold(BY))) == (["c1"], ["t1"])


def test_a_claim_that_moves_makes_both_points_stale(seated: Store) -> None:
    """And the point that nothing is left of is gone."""
    seated.put_weighed(found(seats=[seat("c2", "c1", "t1")]))
    assert list(seated.uncounted(BY)) == ["c1", "c4"]  # a rise ties the moved claim to c4
    assert (seated.leading(point_id("c2")), list(seated.leaders())) == ([], ["c1", "c4"])


def test_what_cannot_both_be_right_makes_both_points_stale(seated: Store) -> None:
    """So does a rise or a tension; being alike does not."""
    seated.put_weighed(found(pairs=[pair("c1", "c2")]))
    assert list(seated.uncounted(BY)) == []
    seated.put_weighed(found(pairs=[pair("c1", "c2", verdict="opposed", conflict="figures")]))
    assert list(seated.uncounted(BY)) == ["c1", "c2", "c4"]


def test_the_other_ends_of_pairs_are_found(seated: Store) -> None:
    """From either end, whatever the verdict."""
    seated.put_weighed(found(pairs=[pair("c1", "c2")]))
    assert [sorted(seated.paired(asked)) for asked in (["c2"], ["c4"], ["c1", "c2"], [])] == [
        ["c1", "c4"], ["c2"], ["c1", "c2", "c4"], []
    ]  # fmt: skip


def test_an_item_that_changes_its_story_makes_both_stories_stale(seated: Store) -> None:
    """And the story that nothing is left of is gone."""
    seated.put_weighed(found(stories=[("t3", "t1")]))
    assert (list(seated.untold(BY)), seated.story_leading(story_id("t3"))) == (["t1"], [])


def test_an_edit_makes_what_it_ends_stale(store: Store) -> None:
    """As soon as the later capture is kept, before it is weighed."""
    first = story("Gates", "Two gates were opened, Ana Reth said.", says=[said("Two gates were opened", "Ana Reth")])
    reading, capture = kept(first, url="https://a.example/1", captured="2031-03-04T12:00:00+00:00")
    store.put(reading, capture)
    claim = reading.claims[0]
    seats = [seat(claim.id, claim.id, claim.text_id)]
    store.put_weighed(found(account(claim.text_id, NOON, claims=[claim.id]), seats=seats, page_id=reading.page.id))
    store.put_counted({claim.id: point(claim.id)}, BY)
    later = story("Gates", "Two gates were opened, Ana Reth said. It rained.", says=[said("It rained", "Ana Reth")])
    store.put(*kept(later, url="https://a.example/1", captured="2031-03-04T13:00:00+00:00"))
    assert list(store.uncounted(BY)) == [claim.id]


def test_the_text_that_was_copied_is_counted_anew(store: Store) -> None:
    """A copy that turns up shows where the later text has its words from."""
    first = story("Gates", "Two gates were opened, Ana Reth said.", says=[said("Two gates were opened", "Ana Reth")])
    reading, capture = kept(first)
    store.put(reading, capture)
    claim = reading.claims[0]
    seats = [seat(claim.id, claim.id, claim.text_id)]
    store.put_weighed(found(account(claim.text_id, NOON, claims=[claim.id]), seats=seats))
    store.put_counted({claim.id: point(claim.id)}, BY)
    store.put_weighed(found(copies=[copy("t0", claim.text_id)]))
    assert list(store.uncounted(BY)) == [claim.id]


def test_what_is_stale_is_still_listed_as_it_was(seated: Store) -> None:
    """A list may lag for a moment; it never loses a point."""
    seated.put_weighed(found(account("t4", ONE, claims=["c5"]), seats=[seat("c5", "c1", "t4")]))
    assert [one for one, _ in seated.listed(Sought())] == ["c1", "c2"]


def test_points_are_listed_by_what_is_sought(seated: Store) -> None:
    """Those that moved last first, page by page."""
    asked = [
        Sought(), Sought(standing=("disputed", "echoed")), Sought(contested=True), Sought(shared=True),
        Sought(story=TALE.id), Sought(since=ONE), Sought(limit=1), Sought(after=(ONE, FULL.id)), Sought(limit=0),
    ]  # fmt: skip
    found_ = [[one.gist[-2:] for _, one in seated.listed(sought)] for sought in asked]
    assert found_ == [["c1", "c2"], ["c1"], ["c1"], ["c1"], ["c1"], ["c1"], ["c1"], ["c2"], ["c1", "c2"]]


def test_stories_are_listed_by_what_moved(seated: Store) -> None:
    """Those of few items are left out where asked, page by page."""
    asked = [seated.stories_moved(), seated.stories_moved(items=3), seated.stories_moved((ONE, TALE.id))]
    assert [list(one) for one in asked] == [[("t1", TALE)], [], []]


def test_points_and_stories_are_found_by_the_beginning_of_their_ids(seated: Store) -> None:
    """Nothing is found by nothing."""
    assert (seated.leading(point_id("c1")[:12]), seated.story_leading(story_id("t1")[:12].upper())) == (["c1"], ["t1"])
    assert (seated.leading(""), seated.story_leading(""), seated.leading("zz")) == ([], [], [])


def test_forgetting_what_was_weighed_forgets_the_counts(seated: Store) -> None:
    """They are made again from what is weighed again."""
    seated.forget_weighed()
    assert (list(seated.listed(Sought())), list(seated.uncounted("x")), list(seated.untold("x"))) == ([], [], [])
