"""What every store promises of its lists of sources and outlets, and of each of them."""

from dataclasses import replace

import pytest
from tests.make_pages import DAM, again, kept, said, story

from sayso.plugs import Store
from sayso.record import Listed, Search
from sayso.record.keys import source_key

BOATS = story(
    "Boats",
    "Boats reached Lund, Ana Reth told the Lindow Echo. No gate was opened, the Water Ministry said.",
    published="2031-03-05T09:30",
    says=[
        said("Boats reached Lund", "ANA RETH", through=["Lindow Echo"]),
        said("No gate was opened", "Water Ministry", kind="organisation", stance="denies"),
    ],
)
LATER = "2031-03-05T10:00:00+00:00"


@pytest.fixture
def filled(store: Store) -> Store:
    """Two pages of two outlets."""
    store.put(*kept(DAM, url="https://vesna.example/dam", outlet="Vesna Courier"))
    store.put(*kept(BOATS, url="https://orlo.example/1", outlet="Orlo Post", captured=LATER))
    return store


def names(store: Store, **asked: object) -> list[str | None]:
    return [one.source.name or one.source.described_as for one in store.voices(Listed(**asked))]  # type: ignore[arg-type]


def test_sources_stand_by_the_number_of_their_claims(filled: Store) -> None:
    """A name is one source wherever it stands; the outlet's own voice is one too; a relay is none."""
    first, *rest = filled.voices(Listed())
    assert (first.key, first.source.name, first.claims, first.relayed) == ("person-ana-reth", "Ana Reth", 2, 1)
    assert sorted(str(one.source.name) for one in rest) == ["None", "Vesna Courier", "Water Ministry"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"words": "re"}, ["Ana Reth"]),
        ({"words": "reth an"}, ["Ana Reth"]),
        ({"words": "eth"}, []),
        ({"words": "min"}, {"Water Ministry", "sources in the ministry"}),
        ({"words": "?"}, []),
        ({"kind": "unnamed"}, ["sources in the ministry"]),
        ({"kind": "organisation", "words": "reth"}, []),
        ({"limit": 1}, ["Ana Reth"]),
        ({"words": '"'}, []),
    ],
    ids=str,
)
def test_sources_are_narrowed(filled: Store, asked: dict[str, object], expected: object) -> None:
    """By the beginnings of words of the name, and by kind."""
    found = names(filled, **asked)
    assert (set(found) if isinstance(expected, set) else found) == expected


def test_sources_are_gone_through_page_by_page(filled: Store) -> None:
    """None is met twice or left out."""
    whole, seen, before = list(filled.voices(Listed())), [], None
    while some := list(filled.voices(Listed(before=before, limit=1))):
        seen += some
        before = some[-1].cursor
    assert (seen, len(whole)) == (whole, 4)


def test_a_source_says_who_relays_and_who_carries_it(filled: Store) -> None:
    """With its first and its last moment."""
    one = filled.voiced("person-ana-reth")
    assert one is not None
    assert [(tally.name, tally.claims) for tally in one.relays] == [("Lindow Echo", 1)]
    assert [(tally.key, tally.name, tally.claims) for tally in one.outlets] == [
        ("orlo-post", "Orlo Post", 1), ("vesna-courier", "Vesna Courier", 1),
    ]  # fmt: skip
    assert (one.first, one.last) == ("2031-03-04T20:00:00", "2031-03-05T09:30:00")
    assert filled.voiced("person-nobody") is None


def test_an_unnamed_source_has_a_key_of_its_own(filled: Store) -> None:
    """By which its one claim is found."""
    (unnamed,) = filled.voices(Listed(kind="unnamed"))
    assert unnamed.key == source_key(unnamed.source)
    hits = filled.find_claims(Search(source=unnamed.key)).hits
    assert [hit.claim.content for hit in hits] == ["The river rose by a metre"]


def test_an_outlet_says_what_is_counted_of_it(filled: Store) -> None:
    """Pages, items, claims; unnamed, own, relayed; whom it quotes."""
    one = filled.outlet("vesna-courier")
    assert one is not None
    assert (one.name, one.pages, one.items, one.claims, one.unnamed, one.own, one.relayed) == (
        "Vesna Courier", 1, 1, 3, 1, 1, 1,
    )  # fmt: skip
    assert {tally.name for tally in one.quoted} == {"Ana Reth", "sources in the ministry"}
    assert (one.first, one.last, one.replaced) == ("2031-03-04T20:00:00", "2031-03-04T20:00:00", 0)
    assert filled.outlet("nobody") is None


def test_outlets_stand_by_the_number_of_their_claims(filled: Store) -> None:
    """And are narrowed by the beginnings of words of the name."""
    assert [one.key for one in filled.outlets(Listed())] == ["vesna-courier", "orlo-post"]
    assert [one.key for one in filled.outlets(Listed(words="po or"))] == ["orlo-post"]
    assert [one.key for one in filled.outlets(Listed(words="_"))] == []
    first = next(filled.outlets(Listed(limit=1)))
    assert [one.key for one in filled.outlets(Listed(before=first.cursor))] == ["orlo-post"]


def test_what_an_edit_replaced_no_longer_counts(store: Store) -> None:
    """Neither for the source nor for the outlet, which says how many of its items were replaced."""
    for drones, hour in ((50, 9), (34, 12)):
        words = f"The army shot down {drones} drones"
        item = story("Drones", f"{words} over the dam in the night, Tev Aldous said.", published="2031-03-04T08:00",
                     says=[said(words, "Tev Aldous")])  # fmt: skip
        at = f"2031-03-04T{hour:02}:00:00+00:00"
        store.put(*kept(item, url="https://vesna.example/dam", outlet="Vesna Courier", captured=at))
    (source,), outlet = store.voices(Listed()), store.outlet("vesna-courier")
    assert outlet is not None
    assert (source.claims, outlet.pages, outlet.items, outlet.claims, outlet.replaced) == (1, 2, 1, 1, 1)


def test_newer_readers_change_the_counts(filled: Store) -> None:
    """What they do not find is no longer counted, and a source of no claims is not listed."""
    reading, capture = kept(DAM, url="https://vesna.example/dam", outlet="Vesna Courier")
    filled.put(again(replace(reading, claims=reading.claims[2:]), "claims@2"), capture)
    one = filled.outlet("vesna-courier")
    assert one is not None
    assert (one.pages, one.claims, one.unnamed, one.own) == (1, 1, 0, 1)
    assert names(filled, kind="unnamed") == []


def test_a_page_without_an_outlet_is_of_none(store: Store) -> None:
    """Never guessed."""
    store.put(*kept(DAM))
    assert list(store.outlets(Listed())) == []
