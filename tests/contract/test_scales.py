"""What every store promises of the weighing it keeps: one suite over all of them."""

from collections.abc import Callable
from dataclasses import fields, replace

import pytest
from tests.make_pages import again, kept, said, story
from tests.make_weighed import BY, FULL, NOON, account, copy, found, ids, pair, reasons, seat

from sayso.errors import NotKept
from sayso.plugs import Store
from sayso.record import Ruling, Saying
from sayso.store.scales import SAMPLED

GATES = story("Gates opened", "Two gates were opened, Ana Reth said.", says=[said("Two gates were opened", "Ana Reth")])
FLOOD = story("Flood", "It fell, Ana Reth said.", says=[said("It fell", "Ana Reth")])
EACH = 2


def at(hour: int) -> str:
    return f"2031-03-04T{hour:02}:00:00"


def ruled(number: int, verdict: str = "same") -> Ruling:
    return Ruling(id=f"r{number}", left="c1", right="c2", verdict=verdict, by="Tev Aldous", at=at(number), note="Źle")  # type: ignore[arg-type]


@pytest.fixture
def hours(store: Store) -> Store:
    """Five accounts an hour apart with one word, the second and fourth with another too."""
    for hour in (3, 1, 5, 2, 4):  # as pages come: in no order
        keys = ["gate", "river"] if hour % 2 == 0 else ["gate"]
        store.put_weighed(found(account(f"t{hour}", at(hour), keys)))
    return store


# ── what is kept comes back ─────────────────────────────────────────────────────────────────────────────────


def test_an_empty_store_weighed_nothing(store: Store) -> None:
    """Every verb answers nothing, and none fails."""
    lists = [
        store.unweighed(BY), store.accounts(["t1"]), store.pairs(["c1"]), store.seats(["c1"]), store.seated(["c1"]),
        store.leaders(), store.copies(["t1"]), store.story_leaders(), store.stood(["c1"]), store.edits(),
        store.rulings(), store.sayings(["c1"]),
    ]  # fmt: skip
    assert [list(one) for one in lists] == [[]] * 12
    assert [store.near(["gate"], NOON, 3), store.sharing([4], 3), store.vectors(["c1"]), store.stories(["t1"])] == [
        {}
    ] * 4
    assert (store.newest(), store.told(["t1"])) == (None, {"t1": ()})


def test_nothing_asked_is_nothing_found(hours: Store) -> None:
    """Empty questions are answered, too."""
    assert [list(verb([])) for verb in (hours.accounts, hours.pairs, hours.seats, hours.seated, hours.copies)] == [
        []
    ] * 5
    answers = (hours.near([], NOON, 3), hours.sharing([], 3), hours.vectors([]), hours.stories([]), hours.told([]))
    assert answers == ({}, {}, {}, {}, {})


def test_an_account_comes_back_as_it_was(store: Store) -> None:
    """Every field of it and of all that it holds."""
    store.put_weighed(found(FULL))
    assert list(store.accounts(["t1"])) == [FULL]


def test_the_full_account_is_full() -> None:
    """A field that is added to these types is added to FULL, so that its way through a store is tested."""
    testimony = FULL.testimonies[0]
    assert testimony.when is not None
    for record in (FULL, testimony, testimony.when, testimony.quantities[0]):
        same = [field.name for field in fields(record) if getattr(record, field.name) == field.default]
        assert (type(record), same) == (type(record), [])


def test_an_account_is_kept_once(store: Store) -> None:
    """It follows from its reading: what came first stays, and its words are counted once."""
    store.put_weighed(found(account("t1", at(1), ["gate"])))
    store.put_weighed(found(account("t1", at(2), ["gate", "river"])))
    assert [one.at for one in store.accounts(["t1"])] == [at(1)]
    assert store.near(["gate", "river"], at(1), 5) == {"t1": 1}


def test_many_accounts_are_found_at_once(store: Store) -> None:
    """More than one statement of a database takes; unknown ones are left out."""
    many = [f"t{number}" for number in range(1300)]
    store.put_weighed(found(*(account(one) for one in many)))
    assert sorted(one.text_id for one in store.accounts([*many, "unknown"])) == sorted(many)


def test_the_newest_moment(hours: Store) -> None:
    """Of all accounts, in whatever order they came."""
    assert hours.newest() == at(5)


# ── near ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_near_are_those_before_and_those_after(hours: Store) -> None:
    """`each` on either side of the moment; the moment itself counts as after."""
    assert hours.near(["gate"], at(3), 1) == {"t2": 1, "t3": 1}
    assert hours.near(["gate"], at(3), 2) == {"t1": 1, "t2": 1, "t3": 1, "t4": 1}


def test_near_counts_the_keys_that_are_shared(hours: Store) -> None:
    """Each key has its own nearest accounts; a key given twice counts once."""
    assert hours.near(["gate", "river", "gate", "unknown"], at(3), 1) == {"t2": 2, "t3": 1, "t4": 1}


def test_near_the_edges_of_time(hours: Store) -> None:
    """Before the first and after the last there is one side only."""
    assert hours.near(["gate"], "", 2) == {"t1": 1, "t2": 1}
    assert hours.near(["gate"], "2099-01-01T00:00:00", 2) == {"t4": 1, "t5": 1}


def test_accounts_of_one_moment_are_near_by_their_ids(store: Store) -> None:
    """Pages that print a day alone share its last moment; the order in which they came decides nothing."""
    for text_id in ("tc", "ta", "td", "tb"):
        store.put_weighed(found(account(text_id, NOON, ["gate"])))
    assert store.near(["gate"], NOON, 2) == {"ta": 1, "tb": 1}
    assert store.near(["gate"], at(13), 2) == {"tc": 1, "td": 1}


def test_near_takes_many_keys(store: Store) -> None:
    """More than one statement of a database takes."""
    keys = [f"word{number}" for number in range(150)]
    store.put_weighed(found(account("t1", NOON, keys), account("t2", NOON, keys[100:])))
    assert store.near(keys, NOON, EACH) == {"t1": 150, "t2": 50}


# ── sharing ─────────────────────────────────────────────────────────────────────────────────────────────────


def passages(*places: int) -> list[int]:
    """Passages that are indexed."""
    return [place * SAMPLED for place in places]


def test_sharing_counts_the_passages_in_common(store: Store) -> None:
    """Of those that are indexed: a sample is enough to find who shares a paragraph."""
    store.put_weighed(found(account("t1", passages=passages(1, 2, 3)), account("t2", passages=[*passages(3), 13])))
    assert store.sharing([*passages(2, 3, 4), 13], EACH) == {"t1": 2, "t2": 1}


def test_a_passage_in_many_texts_is_boilerplate(store: Store) -> None:
    """In `each` it counts, in one more it says nothing."""
    for number in range(EACH):
        store.put_weighed(found(account(f"t{number}", passages=passages(1, 2))))
    store.put_weighed(found(account("t9", passages=passages(2))))
    assert store.sharing(passages(1, 2), EACH) == {"t0": 1, "t1": 1}


def test_sharing_takes_the_passages_of_a_long_report(store: Store) -> None:
    """Thousands at once, up to 63 bits."""
    many = passages(*range(1000)) + [2**63 - SAMPLED]
    store.put_weighed(found(account("t1", passages=many), account("t2", passages=many[-2:])))
    assert store.sharing(many, EACH) == {"t1": 1001, "t2": 2}


# ── vectors, pairs, seats ───────────────────────────────────────────────────────────────────────────────────


def test_vectors_come_back_and_are_replaced(store: Store) -> None:
    """The bytes of those that were made; the last one counts."""
    store.put_weighed(found(vectors=[("c1", b"\x00\xff"), ("c2", b"b")]))
    store.put_weighed(found(vectors=[("c2", b"new")]))
    assert store.vectors(["c1", "c2", "c3"]) == {"c1": b"\x00\xff", "c2": b"new"}


def test_a_pair_comes_back_as_it_was(store: Store) -> None:
    """With its reasons and their words, to the last bit of its likeness."""
    one = pair("c1", "c2", 0.1 + 0.2, "opposed", conflict="figures", reasons=reasons())
    store.put_weighed(found(pairs=[one, pair("c3", "c4")]))
    assert list(store.pairs(["c1"])) == [one]


def test_a_pair_is_found_by_either_end_and_once(store: Store) -> None:
    """Also where both its ends are asked for; in the order of their ends."""
    store.put_weighed(found(pairs=[pair("c2", "c3"), pair("c1", "c2"), pair("c4", "c5")]))
    assert [(one.left, one.right) for one in store.pairs(["c2"])] == [("c1", "c2"), ("c2", "c3")]
    assert [(one.left, one.right) for one in store.pairs(["c3", "c2"])] == [("c1", "c2"), ("c2", "c3")]


def test_a_pair_compared_again_replaces_the_old(store: Store) -> None:
    """By its two ends."""
    store.put_weighed(found(pairs=[pair("c1", "c2", 0.9), pair("c1", "c3", 0.8)]))
    store.put_weighed(found(pairs=[pair("c1", "c2", 0.2, "different")]))
    assert [(one.right, one.likeness, one.verdict) for one in store.pairs(["c1"])] == [
        ("c2", 0.2, "different"), ("c3", 0.8, "same"),
    ]  # fmt: skip


def test_a_seat_comes_back_as_it_was(store: Store) -> None:
    """By its claim and by the point it belongs to."""
    one = seat("c2", "c1", side="against", likeness=1 / 3)
    store.put_weighed(found(seats=[seat("c1", "c1"), one]))
    assert list(store.seats(["c2", "unknown"])) == [one]
    assert ids(store.seated(["c1"]), "claim_id", "side") == [("c1", "for"), ("c2", "against")]


def test_a_seat_moves_to_another_leader(store: Store) -> None:
    """It leaves the old point, and a point that nobody is left in is none."""
    store.put_weighed(found(account("t1"), seats=[seat("c1", "c1"), seat("c2", "c2"), seat("c3", "c2")]))
    store.put_weighed(found(seats=[seat("c2", "c1"), seat("c3", "c1")]))
    assert list(store.seated(["c2"])) == []
    assert ids(store.seated(["c1"]), "claim_id") == [("c1",), ("c2",), ("c3",)]
    assert list(store.leaders()) == ["c1"]


def test_leaders_come_in_the_order_of_time(store: Store) -> None:
    """By the moments of their accounts, then by their ids; each once, whoever came first."""
    later, earlier = {"text_id": "t2", "at": at(2)}, {"text_id": "t1", "at": at(1)}
    store.put_weighed(found(account("t2", at(2)), seats=[seat("ca", "ca", **later), seat("cz", "ca", **later)]))
    store.put_weighed(found(account("t1", at(1)), seats=[seat("cd", "cd", **earlier), seat("cc", "cc", **earlier)]))
    assert list(store.leaders()) == ["cc", "cd", "ca"]


# ── copies and stories ──────────────────────────────────────────────────────────────────────────────────────


def test_a_copy_is_found_by_either_end_and_once(store: Store) -> None:
    """A later measure replaces the old one."""
    store.put_weighed(found(copies=[copy("t1", "t2"), copy("t2", "t3"), copy("t4", "t5")]))
    store.put_weighed(found(copies=[copy("t1", "t2", 0.9)]))
    assert ids(store.copies(["t2", "t3"]), "left", "right", "share") == [("t1", "t2", 0.9), ("t2", "t3", 0.5)]
    assert ids(store.copies(["t1"]), "right") == [("t2",)]


def test_a_story_is_told_by_its_texts(store: Store) -> None:
    """By text and by leader; a text that moves is in one story."""
    store.put_weighed(found(stories=[("t1", "t1"), ("t2", "t1"), ("t3", "t3")]))
    store.put_weighed(found(stories=[("t3", "t1")]))
    assert store.stories(["t2", "t3", "unknown"]) == {"t2": "t1", "t3": "t1"}
    told = store.told(["t1", "t3"])
    assert {leader: sorted(texts) for leader, texts in told.items()} == {"t1": ["t1", "t2", "t3"], "t3": []}


def test_story_leaders_come_in_the_order_of_time(store: Store) -> None:
    """By the moments of their accounts, each once."""
    accounts = [account("t3", at(1)), account("t1", at(2)), account("t2", at(2))]
    store.put_weighed(found(*accounts, stories=[("t1", "t1"), ("t2", "t2"), ("t3", "t3"), ("t4", "t2")]))
    assert list(store.story_leaders()) == ["t3", "t1", "t2"]


# ── what is weighed, and what no longer holds ───────────────────────────────────────────────────────────────


def test_pages_are_weighed_by_a_version(store: Store) -> None:
    """Another version has to weigh them again, in the order they were kept."""
    pages = [store_page(store, number) for number in range(3)]
    store.put_weighed(found(page_id=pages[1]))
    store.put_weighed(found(page_id=pages[0], by="weigh@0"))
    assert [list(store.unweighed(by)) for by in (BY, "weigh@0", "weigh@2")] == [
        [pages[0], pages[2]], [pages[1], pages[2]], pages,
    ]  # fmt: skip


def test_weighing_a_page_again_marks_it_anew(store: Store) -> None:
    """By the later version."""
    page_id = store_page(store, 1)
    store.put_weighed(found(page_id=page_id, by="weigh@0"))
    store.put_weighed(found(page_id=page_id))
    assert list(store.unweighed(BY)) == []


def test_a_weighing_of_no_page_weighs_none(store: Store) -> None:
    """A ruling moves seats."""
    page_id = store_page(store, 1)
    store.put_weighed(found(seats=[seat("c1", "c1")]))
    assert (list(store.unweighed(BY)), len(list(store.seats(["c1"])))) == ([page_id], 1)


def test_a_page_that_is_not_kept_is_not_weighed(store: Store) -> None:
    """And nothing of its weighing is kept."""
    with pytest.raises(NotKept):
        store.put_weighed(found(account("t1"), page_id="unknown", seats=[seat("c1", "c1")]))
    assert (list(store.accounts(["t1"])), list(store.seats(["c1"]))) == ([], [])


def test_forgetting_leaves_rulings_alone(store: Store) -> None:
    """All that was weighed can be made again, an editor's judgement cannot."""
    page_id = store_page(store, 1)
    weigh_fully(store, page_id)
    store.put_ruling(ruled(1))
    store.forget_weighed()
    assert weighed_of(store) == nothing(store, page_id)
    assert list(store.rulings()) == [ruled(1)]


def test_what_was_forgotten_can_be_weighed_again(store: Store) -> None:
    """Nothing of the old stands in its way."""
    page_id = store_page(store, 1)
    weigh_fully(store, page_id)
    before = weighed_of(store)
    store.forget_weighed()
    weigh_fully(store, page_id)
    assert weighed_of(store) == before


def test_a_page_read_anew_drops_what_was_weighed(store: Store) -> None:
    """What was weighed of the old reading holds no longer, nor does what followed from it; rulings stay."""
    reading, capture = kept(GATES, url="https://vesna.example/1")
    store.put(reading, capture)
    weigh_fully(store, reading.page.id)
    store.put_ruling(ruled(1))
    store.put(again(reading, "claims@2"), capture)
    assert weighed_of(store) == nothing(store, reading.page.id)
    assert list(store.rulings()) == [ruled(1)]


def test_a_page_added_again_drops_nothing(store: Store) -> None:
    """By the same readers: nothing has changed."""
    reading, capture = kept(GATES, url="https://vesna.example/1")
    store.put(reading, capture)
    weigh_fully(store, reading.page.id)
    before = weighed_of(store)
    store.put(reading, capture)
    assert weighed_of(store) == before


def test_an_unweighed_page_read_anew_drops_nothing(store: Store) -> None:
    """Nothing was weighed of it that could hold no longer."""
    reading, capture = kept(GATES, url="https://vesna.example/1")
    store.put(reading, capture)
    other = store_page(store, 2)
    weigh_fully(store, other)
    store.put(again(reading, "claims@2"), capture)
    assert (list(store.unweighed(BY)), len(list(store.accounts(["t1"])))) == ([reading.page.id], 1)


def test_what_was_weighed_of_no_page_is_noticed(store: Store) -> None:
    """Story items and claims that the record does not hold; those it holds are none."""
    reading, capture = kept(GATES, url="https://vesna.example/1")
    store.put(reading, capture)
    text_id, claim_id = reading.texts[0].id, reading.claims[0].id
    store.put_weighed(found(account(text_id, claims=[claim_id]), seats=[seat(claim_id, claim_id, text_id)]))
    assert store.strays() == 0
    store.put_weighed(found(account("t1"), seats=[seat("c1", "c1"), seat("c2", "c1")]))
    assert store.strays() == 3


# ── rulings, edits, what stood ──────────────────────────────────────────────────────────────────────────────


def test_rulings_are_appended(store: Store) -> None:
    """In the order they were made, whatever their ids; the same one twice is one."""
    for number in (2, 1, 3, 2):
        store.put_ruling(ruled(number, "different" if number == 3 else "same"))
    assert list(store.rulings()) == [ruled(2), ruled(1), ruled(3, "different")]


def edited(store: Store) -> tuple[str, str]:
    """A page taken twice, edited between nine and noon; the ids of its texts."""
    readings = []
    for words, hour in (("Two gates were opened", 9), ("Three gates were opened", 12)):
        dam = story("Gates opened", f"{words}, Ana Reth said on the dam.", says=[said(words, "Ana Reth")])
        taken = kept(dam, url="https://vesna.example/1", captured=f"{at(hour)}+00:00")
        store.put(*taken)
        readings.append(taken[0])
    return readings[0].texts[0].id, readings[1].texts[0].id


def test_edits_are_listed_since_a_moment(store: Store) -> None:
    """The text and what it replaces; a moment later than all edits finds none."""
    old, new = edited(store)
    assert [list(store.edits(since)) for since in (None, at(12), at(13))] == [[(new, old)], [(new, old)], []]


def test_a_claim_stood_until_an_edit(store: Store) -> None:
    """From and until when, with the page and the text it stands on; what is not kept is left out."""
    edited(store)
    claims = {claim.content: claim.id for page in list(store.pages()) for claim in store.reading(page.id).claims}
    stood = list(store.stood([*claims.values(), "unknown"]))
    assert sorted((one.claim.content, one.start, one.end) for one in stood) == [
        ("Three gates were opened", at(12), None), ("Two gates were opened", at(9), at(12)),
    ]  # fmt: skip
    assert all(one.text.page_id == one.page.id and one.claim.text_id == one.text.id for one in stood)


def test_a_saying_is_what_stood_in_short(store: Store) -> None:
    """The same words, place, events and moments; what is not kept is left out."""
    edited(store)
    claims = [claim.id for page in list(store.pages()) for claim in store.reading(page.id).claims]
    assert len(claims) == 2
    assert {one.claim_id: one for one in store.sayings([*claims, "unknown"])} == {
        row.claim.id: Saying(
            row.claim.id, row.text.id, row.claim.span.start, row.claim.content, row.claim.event_ids, row.start, row.end
        )
        for row in store.stood(claims)
    }


def test_stood_finds_many_claims(store: Store) -> None:
    """More than one statement of a database takes, and each claim once."""
    reading, capture = kept(FLOOD, url="https://orlo.example/1")
    many = [replace(reading.claims[0], id=f"c{number}") for number in range(1200)]
    store.put(replace(reading, claims=tuple(many)), capture)
    assert sorted(one.claim.id for one in store.stood([one.id for one in many])) == sorted(one.id for one in many)
    assert sorted(one.claim_id for one in store.sayings([one.id for one in many])) == sorted(one.id for one in many)


def test_what_is_kept_is_there_when_asked_while_listing(opened: Callable[..., Store]) -> None:
    """A list of leaders that is being read does not stop the weighing, which reads and writes."""
    store = opened()
    store.put_weighed(found(account("t1"), seats=[seat("c1", "c1"), seat("c2", "c2")]))
    for leader in store.leaders():
        store.put_weighed(found(seats=[seat(leader, leader, likeness=0.5)]))
    assert [one.likeness for one in store.seats(["c1", "c2"])] == [0.5, 0.5]


# ── builders ────────────────────────────────────────────────────────────────────────────────────────────────


def store_page(store: Store, number: int) -> str:
    reading, capture = kept(FLOOD, url=f"https://orlo.example/{number}")
    store.put(reading, capture)
    return reading.page.id


def weigh_fully(store: Store, page_id: str) -> None:
    """Keeps something of everything that a weighing has."""
    store.put_weighed(
        found(
            account("t1", keys=["gate"], passages=passages(1)),
            page_id=page_id,
            vectors=[("c1", b"a")],
            pairs=[pair("c1", "c2")],
            seats=[seat("c1", "c1")],
            copies=[copy("t1", "t2")],
            stories=[("t1", "t1")],
        )
    )


def weighed_of(store: Store) -> list[object]:
    """All that weigh_fully kept."""
    return [
        list(store.unweighed(BY)), list(store.accounts(["t1"])), dict(store.near(["gate"], NOON, 2)),
        dict(store.sharing(passages(1), 2)), dict(store.vectors(["c1"])), list(store.pairs(["c1"])),
        list(store.seats(["c1"])), list(store.seated(["c1"])), list(store.leaders()), list(store.copies(["t1"])),
        dict(store.stories(["t1"])), dict(store.told(["t1"])), list(store.story_leaders()), store.newest(),
    ]  # fmt: skip


def nothing(store: Store, page_id: str) -> list[object]:
    """weighed_of where one page is kept and nothing is weighed."""
    return [[page_id], [], {}, {}, {}, [], [], [], [], [], {}, {"t1": ()}, [], None]
