"""Laws of keeping the weighing: every store answers alike, whatever was weighed in whatever order."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.laws.test_store_keeps import opened
from tests.make_weighed import account, copy, found, pair, seat

from sayso.plugs import Store
from sayso.record import Account, Weighed, point_id, story_id

CLAIMS, TEXTS, KEYS = [f"c{n}" for n in range(6)], [f"t{n}" for n in range(6)], ["gate", "river", "źle"]
MOMENTS = ["", "2031-03-04T09:00:00", "2031-03-04T09:00:01", "2031-03-05T23:59:59"]
claims, texts = st.sampled_from(CLAIMS), st.sampled_from(TEXTS)
shares = st.floats(0, 1)
law = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def accounts(draw: st.DrawFn) -> Account:
    """An account; the same text has the same moment, as in a record."""
    text_id = draw(texts)
    at = MOMENTS[TEXTS.index(text_id) % len(MOMENTS)]
    return account(text_id, at, draw(st.sets(st.sampled_from(KEYS))), draw(st.sets(st.integers(0, 12))))


@st.composite
def weighings(draw: st.DrawFn) -> Weighed:
    """What a page might add and change, of few claims, so that things meet."""
    return found(
        *draw(st.lists(accounts(), max_size=3)),
        vectors=draw(st.lists(st.tuples(claims, st.binary(max_size=3)), max_size=3)),
        pairs=draw(st.lists(st.builds(pair, claims, claims, shares, st.sampled_from(["same", "rise"])), max_size=4)),
        seats=draw(st.lists(st.builds(seat, claims, claims, texts, likeness=shares), max_size=4)),
        copies=draw(st.lists(st.builds(copy, texts, texts, shares), max_size=3)),
        stories=draw(st.lists(st.tuples(texts, texts), max_size=3)),
    )


def answers(store: Store, moment: str, each: int) -> list[Any]:
    """All that can be asked, in the order promised or in none."""
    by_text = sorted(store.copies(TEXTS[:3]), key=lambda one: (one.left, one.right))
    return [
        sorted(store.accounts(TEXTS), key=lambda one: one.text_id),
        dict(store.near(KEYS, moment, each)),
        dict(store.sharing(range(13), each)),
        dict(store.vectors(CLAIMS)),
        list(store.pairs(CLAIMS[:3])),
        sorted(store.seats(CLAIMS), key=lambda one: one.claim_id),
        [sorted(one.claim_id for one in store.seated([leader])) for leader in CLAIMS],
        by_text,
        dict(store.stories(TEXTS)),
        {leader: sorted(told) for leader, told in store.told(TEXTS).items()},
        store.newest(),
        [sorted(store.uncounted("count@1")), sorted(store.untold("count@1"))],
        [store.leading(point_id(one)) for one in CLAIMS] + [store.story_leading(story_id(one)) for one in TEXTS],
    ]


@law
@given(
    given_weighings=st.lists(weighings(), max_size=5),
    moment=st.sampled_from([*MOMENTS, "2031-03-04T10:00:00"]),
    each=st.integers(1, 4),
)
def test_stores_answer_alike(given_weighings: list[Weighed], moment: str, each: int) -> None:
    """After the same weighings, whatever replaced whatever."""
    with opened("memory") as one, opened("sqlite") as two:
        for weighed in given_weighings:
            one.put_weighed(weighed)
            two.put_weighed(weighed)
        assert answers(one, moment, each) == answers(two, moment, each)


@law
@given(data=st.data(), given_accounts=st.lists(accounts(), max_size=6, unique_by=lambda one: one.text_id))
def test_the_order_of_accounts_changes_nothing(data: st.DataObject, given_accounts: list[Account]) -> None:
    """Who is near and who shares passages does not hang on the order in which pages came."""
    other = data.draw(st.permutations(given_accounts))
    with opened("sqlite") as one, opened("sqlite") as two:
        for left, right in zip(given_accounts, other, strict=True):
            one.put_weighed(found(left))
            two.put_weighed(found(right))
        for moment in MOMENTS:
            assert one.near(KEYS, moment, 2) == two.near(KEYS, moment, 2)
        assert one.sharing(range(13), 2) == two.sharing(range(13), 2)
