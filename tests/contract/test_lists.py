"""What every store promises of its lists of story items, and of the word that tells that something changed."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.make_pages import again, kept, said, story
from tests.make_weighed import NOON, account
from tests.make_weighed import found as weighing

from sayso.errors import RecordError
from sayso.plugs import Store
from sayso.record import Event, Filter, Missed, Place, Point, Ruling, Seat, Shown, Span, point_id
from sayso.record.keys import outlet_key, source_key

DAM = story(
    "Gates opened at Sorrel",
    "Two gates were opened, Ana Reth said. The river rose by a metre, sources told the Courier.",
    published="2031-03-04T20:00",
    says=[
        said("Two gates were opened", "Ana Reth"),
        said("The river rose by a metre", through=["Courier"], described_as="sources in the ministry"),
    ],
)
DENIAL = story(
    "Ministry denies it",
    "No gate was opened, the Water Ministry said.",
    published="2031-03-05T09:30",
    says=[said("No gate was opened", "Water Ministry", kind="organisation", stance="denies")],
)
BRIEF = story(None, "Boats reached Lund, Ana Reth said.", kind="brief", published="2031-03-05T07:00",
              says=[said("Boats reached Lund", "Ana Reth")])  # fmt: skip
LATER = "2031-03-05T10:00:00+00:00"


@pytest.fixture
def filled(store: Store) -> Store:
    """Two pages of two outlets, three items."""
    store.put(*kept(DAM, url="https://vesna.example/dam", outlet="Vesna Courier"))
    store.put(*kept(DENIAL, BRIEF, url="https://orlo.example/1", outlet="Orlo Post", captured=LATER))
    return store


def leads(store: Store, **asked: object) -> list[str]:
    return [item.text.headline or item.lead for item in store.items(Shown(**asked))]  # type: ignore[arg-type]


LUND, NO, GATES = "Boats reached Lund, Ana Reth said.", "Ministry denies it", "Gates opened at Sorrel"


def test_items_stand_newest_first(filled: Store) -> None:
    """By their own moment, whatever order they were kept in."""
    assert leads(filled) == [NO, LUND, GATES]


def test_an_item_says_where_it_stands_and_who_speaks(filled: Store) -> None:
    """All that a line of a list needs, without its page."""
    item = list(filled.items(Shown()))[-1]
    assert (item.url, item.outlet, item.captured, item.at, item.claims, item.until, item.led_by) == (
        "https://vesna.example/dam", "Vesna Courier", "2031-03-04T21:00:00+00:00", "2031-03-04T20:00:00", 2, None, None,
    )  # fmt: skip
    assert [voice.name or voice.described_as for voice in item.voices] == ["Ana Reth", "sources in the ministry"]
    assert item.lead.startswith("Two gates were opened, Ana Reth said.")
    assert filled.item(item.text.id) == item
    assert filled.item("none") is None


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"words": "GATES sorrel"}, [GATES]),
        ({"words": "gates lund"}, []),
        ({"source": "reth"}, [LUND, GATES]),
        ({"source": "person-ana-reth"}, [LUND, GATES]),
        ({"source": "person-ana"}, []),
        ({"source": "sources ministry"}, [GATES]),
        ({"outlet": "orlo"}, [NO, LUND]),
        ({"outlet": "vesna-courier"}, [GATES]),
        ({"outlet": "courier post"}, []),
        ({"kind": "brief"}, [LUND]),
        ({"voice": "unnamed"}, [GATES]),
        ({"voice": "organisation", "stance": "denies"}, [NO]),
        ({"source": "reth", "outlet": "orlo-post"}, [LUND]),
        ({"since": "2031-03-05"}, [NO, LUND]),
        ({"since": "2031-03-05T07:00", "until": "2031-03-05T08:00"}, [LUND]),
        ({"until": "2031-03-04"}, [GATES]),
        ({"as_of": "2031-03-05T08:00"}, [LUND, GATES]),
        ({"as_of": "2031-03-04"}, [GATES]),
        ({"limit": 1}, [NO]),
        ({"limit": 0}, [NO, LUND, GATES]),
        ({"words": "?!"}, []),
    ],
    ids=str,
)
def test_a_choice_narrows(filled: Store, asked: dict[str, object], expected: list[str]) -> None:
    """Words of the headline, keys and words of names, kinds, times; several narrow together."""
    assert leads(filled, **asked) == expected


@pytest.mark.parametrize(
    "asked", [{"since": "yesterday"}, {"until": "x"}, {"as_of": "2031-13-01"}, {"limit": -1}], ids=str
)
def test_a_choice_that_means_nothing_is_refused(filled: Store, asked: dict[str, object]) -> None:
    """A mistyped time must not look like an empty list."""
    with pytest.raises(RecordError):
        leads(filled, **asked)


def test_a_list_is_gone_through_page_by_page(store: Store) -> None:
    """Forwards and backwards, with many items of one moment, none is met twice or left out."""
    items = [story(f"Item {n}", f"It rained {n} days.", published=f"2031-03-04T0{n // 3}:00") for n in range(9)]
    store.put(*kept(*items, url="https://orlo.example/1"))
    whole = list(store.items(Shown()))
    seen, cursor = [], None
    while page := list(store.items(Shown(before=cursor, limit=2))):
        seen += page
        cursor = page[-1].cursor
    assert seen == whole
    assert list(store.items(Shown(after=whole[5].cursor, limit=2))) == whole[3:5]
    assert list(store.items(Shown(after=whole[0].cursor))) == []


def test_a_day_alone_is_no_later_than_its_capture(store: Store) -> None:
    """What was captured at noon and prints its day alone does not stand above all else of the day."""
    store.put(*kept(story("Daily", "It rained.", published="2031-03-04"), captured="2031-03-04T12:00:00+00:00"))
    assert next(store.items(Shown())).at == "2031-03-04T12:00:00"


def test_an_item_without_any_time_stands_last(filled: Store) -> None:
    """It is of no time, but it is there."""
    filled.put(*kept(story("Undated", "It rained."), captured=None))
    assert leads(filled)[-1] == "Undated"
    assert "Undated" not in leads(filled, until="2999")


def test_places_of_the_dateline_and_of_events_find_an_item(store: Store) -> None:
    """Not the agency in brackets, nor a capital that stands for its government."""
    reading, capture = kept(story("Drones", "Drones fell on Upper Tal, Karsk said."))
    text = replace(reading.texts[0], dateline="DRESK (Norda)")
    places = (Place(span=Span(7, 12), name="Upper Tal"), Place(span=Span(7, 12), name="Karsk", used_as="government"))
    event = Event(id="e1", span=Span(7, 20), trigger="fell", kind="fall", places=places)
    store.put(replace(reading, texts=(text,), events=(event,)), capture)
    asked = ("dresk", "norda", "tal upper", "karsk")
    assert [len(leads(store, place=place)) for place in asked] == [1, 0, 1, 0]


def test_what_an_edit_replaced_is_shown_only_if_asked(store: Store) -> None:
    """Or as of a time when it stood; the item says until when."""
    for words, hour in (("fifty", 9), ("thirty", 12)):
        item = story("Drones", f"The army shot down {words} of them over the dam.", published="2031-03-04T08:00")
        store.put(*kept(item, url="https://vesna.example/dam", captured=f"2031-03-04T{hour:02}:00:00+00:00"))
    old = next(store.items(Shown(as_of="2031-03-04T10:00")))
    assert ("fifty" in old.lead, old.until) == (True, "2031-03-04T12:00:00")
    assert [item.text.replaces for item in store.items(Shown())] == [old.text.id]
    assert len(leads(store, replaced=True)) == 2


def test_newer_readers_replace_what_is_listed(filled: Store) -> None:
    """An item is filed under what was read of it last."""
    reading, capture = kept(DAM, url="https://vesna.example/dam", outlet="Vesna Courier")
    filled.put(again(replace(reading, claims=reading.claims[:1]), "claims@2"), capture)
    assert (leads(filled, voice="unnamed"), leads(filled, source="reth")) == ([], [LUND, GATES])
    assert list(filled.items(Shown()))[-1].claims == 1


def test_a_story_is_a_choice_of_items(filled: Store) -> None:
    """By the text that leads it."""
    first, second = list(filled.items(Shown()))[1:]
    filled.put_weighed(
        weighing(page_id=second.page_id, stories=[(second.text.id, second.text.id), (first.text.id, second.text.id)])
    )
    assert leads(filled, led_by=second.text.id) == [LUND, GATES]
    assert leads(filled, led_by=second.text.id, source="sources", limit=1) == [GATES]
    assert filled.item(first.text.id).led_by == second.text.id  # type: ignore[union-attr]


def test_items_are_listed_by_the_standing_of_what_they_tell(filled: Store) -> None:
    """As it was counted last."""
    dam, denial, brief = (
        claim for claim, _, _ in filled.claims(Filter()) if claim.content != "The river rose by a metre"
    )
    seats = [Seat(claim_id=each.id, text_id=each.text_id, leader=leader.id)
             for each, leader in ((dam, dam), (denial, dam), (brief, brief))]  # fmt: skip
    accounts = [account(each.text_id, NOON, claims=[each.id]) for each in (dam, denial, brief)]
    filled.put_weighed(weighing(*accounts, page_id=next(filled.pages()).id, seats=seats))
    counts = {dam.id: ("disputed", "2031-03-05T09:30:00"), brief.id: ("single", "2031-03-05T07:00:00")}
    points = {leader: Point(id=point_id(leader), gist="…", for_=(leader,), standing=standing, moved=moved)  # type: ignore[arg-type]
              for leader, (standing, moved) in counts.items()}  # fmt: skip
    filled.put_counted(points, "press")
    shown = [leads(filled, standing=standing) for standing in ("disputed", "single", "retracted")]
    assert shown == [[NO, GATES], [LUND], []]
    assert leads(filled, standing="disputed", outlet="orlo-post", limit=1) == [NO]


def test_keys_are_words_of_addresses(filled: Store) -> None:
    """The same for the same name; what has no name is known by its id."""
    claims = [claim.speaker for claim, _, _ in filled.claims(Filter())]
    keys = [source_key(one) for one in claims if one]
    assert (keys[0], keys[1].split("-")[0]) == ("person-ana-reth", "unnamed")
    assert outlet_key("The Kraków Post!") == outlet_key("the krakow post") == "the-krakow-post"


# ── tide and rest ───────────────────────────────────────────────────────────────────────────────────────────


def test_the_tide_turns_with_everything_that_changes(filled: Store) -> None:
    """Pages, misses, rulings, what was weighed; not with what was kept already, nor with reading."""
    ruling = Ruling(id="r1", left="a", right="b", verdict="same", by="Ada", at="2031-03-04T20:00:00+00:00")
    page_id = next(filled.pages()).id
    changes: list[Callable[[], object]] = [
        lambda: filled.put(*kept(story("Flood", "It rained."))),
        lambda: filled.put_missed(Missed(what="a", why="b")),
        lambda: filled.put_ruling(ruling),
        lambda: filled.put_weighed(weighing(page_id=page_id)),
        lambda: filled.forget_weighed(),
    ]
    tides = [filled.tide()]
    for change in changes:
        change()
        tides.append(filled.tide())
    assert len(set(tides)) == len(changes) + 1
    filled.put(*kept(story("Flood", "It rained.")))
    filled.put_missed(Missed(what="a", why="b"))
    assert (leads(filled)[0], filled.tide()) == ("Ministry denies it", tides[-1])


def test_a_store_that_rested_can_write_again(filled: Store) -> None:
    """Resting twice is harmless too."""
    filled.rest()
    filled.rest()
    assert filled.put(*kept(story("Flood", "It rained."))) is True
