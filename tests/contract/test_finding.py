"""What every store promises of looking for claims and story items."""

import pytest
from tests.make_pages import DAM, kept, said, story

from sayso.errors import RecordError
from sayso.plugs import Store
from sayso.record import Search

DENIAL = story(
    "Ministry denies it",
    "No gate was opened, the Water Ministry said. Kraków's mayor Łucja Żak asked for boats on the river.",
    kind="brief",
    published="2031-03-05T09:30",
    says=[
        said("No gate was opened", "Water Ministry", kind="organisation", stance="denies"),
        said("asked for boats", "Łucja Żak", stance="demands"),
    ],
)
TWO, ROSE, RAIN, NO, BOATS = (
    "Two gates were opened", "The river rose by a metre", "It rained", "No gate was opened", "asked for boats",
)  # fmt: skip


@pytest.fixture
def filled(store: Store) -> Store:
    """Two pages of two outlets."""
    store.put(*kept(DAM, url="https://vesna.example/dam", outlet="Vesna Courier"))
    later = "2031-03-05T10:00:00+00:00"
    store.put(*kept(DENIAL, url="https://orlo.example/1", outlet="Orlo Post", captured=later))
    return store


def found(store: Store, **asked: object) -> list[str]:
    return [hit.claim.content for hit in store.find_claims(Search(**asked)).hits]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"words": "river"}, {ROSE}),
        ({"words": "OPENED reth"}, {TWO}),
        ({"words": "zak"}, {BOATS}),
        ({"words": "opened"}, {TWO, ROSE, RAIN, NO}),
        ({"words": "opened", "outlet": "orlo-post"}, {NO}),
        ({"words": "opened", "outlet": "orlo"}, {NO}),
        ({"words": "opened", "outlet": "nobody"}, set()),
        ({"words": "opened", "source": "person-ana-reth"}, {TWO}),
        ({"words": "opened", "source": "ministry"}, {ROSE, NO}),
        ({"words": "opened", "source": "?"}, set()),
        ({"words": "opened", "kind": "unnamed"}, {ROSE}),
        ({"words": "opened", "stance": "denies"}, {NO}),
        ({"words": "opened", "how": "own"}, {RAIN}),
        ({"words": "opened", "how": "relayed"}, {ROSE}),
        ({"words": "opened", "text_kind": "brief"}, {NO}),
        ({"words": "opened", "since": "2031-03-05"}, {NO}),
        ({"words": "opened", "until": "2031-03-04"}, {TWO, ROSE, RAIN}),
        ({"words": "opened", "since": "2031-03-04", "until": "2031-03-04T19:00"}, set()),
        ({"words": "opened", "since": "1900", "until": "2100"}, {TWO, ROSE, RAIN, NO}),
        ({"words": "opened", "since": "2040"}, set()),
        ({"words": "opened", "as_of": "2031-03-04"}, {TWO, ROSE, RAIN}),
        ({"words": ""}, set()),
        ({"words": '" OR *'}, set()),
        ({"words": "river OR boats"}, set()),
        ({"stance": "denies"}, {NO}),
        ({"how": "told", "text_kind": "article"}, {TWO}),
        ({"source": "person-ana-reth"}, {TWO}),
        ({"source": "reth"}, {TWO}),
        ({"source": "nobody"}, set()),
        ({"outlet": "vesna-courier", "kind": "unnamed"}, {ROSE}),
        ({"outlet": "vesna-courier", "source": "person-ana-reth"}, {TWO}),
        ({"outlet": "vesna-courier", "as_of": "2031-03-04T19:00"}, set()),
        ({}, {TWO, ROSE, RAIN, NO, BOATS}),
    ],
    ids=str,
)
def test_a_search_narrows(filled: Store, asked: dict[str, object], expected: set[str]) -> None:
    """Words anywhere in a claim, keys and names, kinds and times; signs and operators mean nothing."""
    assert set(found(filled, **asked)) == expected
    assert filled.find_claims(Search(**asked)).count == len(expected)  # type: ignore[arg-type]


def test_words_that_fit_are_marked(filled: Store) -> None:
    """As spans of the content, the headline and the speaker's name, accents aside."""
    (hit,) = filled.find_claims(Search(words="gates two reth")).hits
    assert [span.of(hit.claim.content) for span in hit.content_marks] == ["Two", "gates"]
    assert [span.of(str(hit.text.headline)) for span in hit.headline_marks] == ["Gates"]
    assert [span.of("Ana Reth") for span in hit.speaker_marks] == ["Reth"]
    (hit,) = filled.find_claims(Search(words="ZAK")).hits
    assert [span.of("Łucja Żak") for span in hit.speaker_marks] == ["Żak"]


def test_the_best_comes_first_or_the_newest(store: Store) -> None:
    """As asked; pages of a search follow each other."""
    long = "The flood came late in the year and took with it boats, barns, bridges and the road to the north"
    items = [story(None, f"{words}.", published=f"2031-03-0{day}T08:00", says=[said(words)])
             for day, words in ((5, long), (4, "Flood, flood, flood"))]  # fmt: skip
    store.put(*kept(*items, captured="2031-03-06T08:00:00+00:00"))
    assert found(store, words="flood", limit=1) == ["Flood, flood, flood"]
    assert found(store, words="flood", start=1) == [long]
    assert found(store, words="flood", order="newest") == [long, "Flood, flood, flood"]


@pytest.mark.parametrize("more", [{}, {"outlet": "vesna-courier"}, {"kind": "unnamed"}], ids=str)
def test_without_words_claims_are_gone_through_newest_first(store: Store, more: dict[str, object]) -> None:
    """Page by page, none met twice or left out."""
    says = [f"It rained {n} days" for n in range(7)]
    for n, words in enumerate(says):
        item = story(None, f"{words}.", published=f"2031-03-04T0{n // 3}:00", says=[said(words)])
        store.put(*kept(item, url=f"https://vesna.example/{n}", outlet="Vesna Courier"))
    seen, before = [], None
    while hits := store.find_claims(Search(before=before, limit=2, **more)).hits:  # type: ignore[arg-type]
        seen += hits
        before = hits[-1].cursor
    assert sorted(hit.claim.content for hit in seen) == says
    assert [hit.cursor for hit in seen] == sorted((hit.cursor for hit in seen), reverse=True)


@pytest.mark.parametrize("asked", [{"since": "x"}, {"as_of": "x"}, {"limit": -1}], ids=str)
def test_a_search_that_means_nothing_is_refused(filled: Store, asked: dict[str, object]) -> None:
    """A mistyped time must not look like an empty record."""
    with pytest.raises(RecordError):
        found(filled, words="opened", **asked)


def test_what_an_edit_replaced_is_found_only_if_asked(store: Store) -> None:
    """Or as of a time when it stood."""
    for drones, hour in ((50, 9), (34, 12)):
        words = f"The army shot down {drones} drones"
        item = story("Drones", f"{words} over the dam in the night, Tev Aldous said.", published="2031-03-04T08:00",
                     says=[said(words, "Tev Aldous")])  # fmt: skip
        store.put(*kept(item, url="https://vesna.example/dam", captured=f"2031-03-04T{hour:02}:00:00+00:00"))
    asked = ({}, {"as_of": "2031-03-04T10:00"}, {"source": "person-tev-aldous"}, {"replaced": True})
    old, new = "The army shot down 50 drones", "The army shot down 34 drones"
    assert [sorted(found(store, words="drones", **more)) for more in asked] == [[new], [old], [new], [new, old]]
    assert sorted(found(store, source="person-tev-aldous", replaced=True)) == [new, old]


# ── story items ─────────────────────────────────────────────────────────────────────────────────────────────


def test_items_are_found_by_words_of_their_bodies(filled: Store) -> None:
    """Also where no claim holds them; with a piece of the body in which they are marked."""
    (hit,) = filled.find_items(Search(words="mayor krakow")).hits
    assert hit.item.text.headline == "Ministry denies it"
    assert [span.of(hit.excerpt) for span in hit.excerpt_marks] == ["Kraków", "mayor"]
    assert [one.item.text.headline for one in filled.find_items(Search(words="gates")).hits] == [
        "Gates opened at Sorrel"
    ]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"words": "river"}, 2),
        ({"words": "river", "outlet": "orlo-post"}, 1),
        ({"words": "river", "text_kind": "article"}, 1),
        ({"words": "river", "until": "2031-03-04"}, 1),
        ({"words": "river", "limit": 1}, 1),
        ({"words": "river", "as_of": "2031-03-04T19:00"}, 0),
        ({"words": "?"}, 0),
        ({}, 0),
    ],
    ids=str,
)
def test_items_found_are_narrowed(filled: Store, asked: dict[str, object], expected: int) -> None:
    """As claims are."""
    assert len(filled.find_items(Search(**asked)).hits) == expected  # type: ignore[arg-type]


def test_a_piece_of_a_long_body_holds_the_words(store: Store) -> None:
    """Cut between words, the cuts shown."""
    words = "It rained and rained on and on. " * 40
    store.put(*kept(story("Rain", f"{words}Then Sorrel was flooded. {words}")))
    (hit,) = store.find_items(Search(words="sorrel")).hits
    assert [span.of(hit.excerpt) for span in hit.excerpt_marks] == ["Sorrel"]
    assert (hit.excerpt[:2], hit.excerpt[-2:], len(hit.excerpt) < 260) == ("… ", " …", True)
