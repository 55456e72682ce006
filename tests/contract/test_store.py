"""What every store promises: one suite over all of them."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.make_pages import Item, again, kept, said, story

from sayso.errors import NotKept, RecordError, StoreError
from sayso.plugs import Store
from sayso.record import Event, Filter, Missed, Place, Span, make_id

ALL = Filter()
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
    "No gate was opened, the Water Ministry said. Kraków's mayor Łucja Żak asked for boats.",
    published="2031-03-05T09:30",
    says=[
        said("No gate was opened", "Water Ministry", kind="organisation", stance="denies"),
        said("asked for boats", "Łucja Żak", stance="demands"),
    ],
)
URL = "https://vesna.example/dam"


@pytest.fixture
def filled(store: Store) -> Store:
    """Two pages of two outlets."""
    store.put(*kept(DAM, url=URL, outlet="Vesna Courier"))
    store.put(*kept(DENIAL, url="https://orlo.example/1", outlet="Orlo Post", captured="2031-03-05T10:00:00+00:00"))
    return store


def contents(store: Store, **asked: object) -> list[str]:
    return [claim.content for claim, _, _ in store.claims(Filter(**asked))]  # type: ignore[arg-type]


def found(store: Store, words: str, **asked: object) -> list[str]:
    return [claim.content for claim, _, _ in store.search(words, Filter(**asked))]  # type: ignore[arg-type]


# ── keeping ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_empty_store_holds_nothing(store: Store) -> None:
    """Every list of a new record is empty."""
    lists = (store.pages(), store.texts(), store.claims(ALL), store.search("gate", ALL), store.sources(ALL))
    assert [list(one) for one in (*lists, store.missed(), store.unread("x"))] == [[]] * 7


def test_a_new_page_is_new(store: Store) -> None:
    """The first put says that something was kept."""
    assert store.put(*kept(DAM)) is True


def test_a_reading_comes_back_as_it_was(store: Store) -> None:
    """Nothing is lost or changed between put and reading."""
    reading, capture = kept(DAM, DENIAL, url=URL, outlet="Vesna Courier")
    store.put(reading, capture)
    assert store.reading(reading.page.id) == reading


def test_a_page_comes_back_as_it_was(store: Store) -> None:
    """The page with its whole text."""
    reading, capture = kept(DAM)
    store.put(reading, capture)
    assert store.page(reading.page.id) == reading.page


def test_a_capture_comes_back_as_it_was(store: Store) -> None:
    """The bytes and what was told of them."""
    reading, capture = kept(DAM, url=URL, outlet="Vesna Courier", name="dam.txt")
    store.put(reading, capture)
    assert store.capture(reading.page.id) == capture


def test_adding_again_changes_nothing(filled: Store) -> None:
    """The same page by the same readers is known by its id, and nothing is doubled."""
    before = (list(filled.pages()), list(filled.claims(ALL)), list(filled.sources(ALL)))
    assert filled.put(*kept(DAM, url=URL, outlet="Vesna Courier")) is False
    assert (list(filled.pages()), list(filled.claims(ALL)), list(filled.sources(ALL))) == before


def test_a_later_capture_of_the_same_bytes_keeps_the_first_time(store: Store) -> None:
    """When a page was first seen is what matters."""
    reading, capture = kept(DAM, url=URL)
    store.put(reading, capture)
    store.put(*kept(DAM, url=URL, captured="2031-04-01T00:00:00+00:00"))
    assert store.page(reading.page.id).captured == "2031-03-04T21:00:00+00:00"


def test_newer_readers_replace_what_was_read(store: Store) -> None:
    """The claims of the older readers are gone, those of the newer are there."""
    reading, capture = kept(DAM, url=URL)
    store.put(reading, capture)
    newer = again(replace(reading, claims=reading.claims[:1]), "claims@2")
    assert store.put(newer, capture) is True
    assert (contents(store), found(store, "river")) == (["Two gates were opened"], [])


def test_newer_readers_keep_the_page_in_its_place(filled: Store) -> None:
    """Reading again is not keeping anew: the order and the time of capture stay."""
    first = next(filled.pages())
    reading, capture = kept(DAM, url=URL, outlet="Vesna Courier", captured="2031-09-09T00:00:00+00:00")
    filled.put(again(reading, "claims@2"), capture)
    assert next(filled.pages()) == first


def test_newer_readers_may_find_other_text(store: Store) -> None:
    """Another anatomy may give the page another visible text; its spans hold in it."""
    reading, capture = kept(DAM, url=URL)
    store.put(reading, capture)
    shorter = replace(reading.page, text="Gates opened")
    store.put(replace(reading, page=shorter, texts=(), claims=(), made_by=("anatomy@2",)), capture)
    assert store.page(reading.page.id).text == "Gates opened"


def test_the_same_bytes_at_two_addresses_are_two_pages(store: Store) -> None:
    """A copy is a page of its own."""
    store.put(*kept(DAM, url=URL))
    store.put(*kept(DAM, url="https://orlo.example/copy"))
    assert len(list(store.pages())) == 2


def test_a_reading_of_other_bytes_is_refused(store: Store) -> None:
    """A reading and a capture that do not belong together would be a lie."""
    with pytest.raises(StoreError, match="not of these bytes"):
        store.put(kept(DAM)[0], kept(DENIAL)[1])


def test_a_claim_of_no_story_is_refused_whole(store: Store) -> None:
    """Nothing of the page is kept where a part of it is wrong."""
    reading, capture = kept(DAM)
    with pytest.raises(StoreError, match="no story item"):
        store.put(replace(reading, claims=(replace(reading.claims[0], text_id="none"),)), capture)
    assert list(store.pages()) == []


def test_odd_characters_survive(store: Store) -> None:
    """NUL, lone surrogates and characters beyond the first plane come back as they were."""
    reading, capture = kept(story("A 🜁 headline", "It rose \x00 and fell", says=[said("It rose \x00 and fell", "Ana")]))
    odd = replace(reading, texts=(replace(reading.texts[0], headline="half \ud83d of a pair"),))
    store.put(odd, capture)
    assert store.reading(reading.page.id) == odd


def test_a_page_without_texts_is_kept(store: Store) -> None:
    """That a page says nothing is worth knowing."""
    reading, capture = kept(DAM)
    store.put(replace(reading, texts=(), claims=()), capture)
    assert [page.id for page in store.pages()] == [reading.page.id]


def test_without_bodies_everything_else_is_kept(opened: Callable[..., Store]) -> None:
    """The setting keep_bodies saves room, and the bytes are then not to be had."""
    store = opened(keep_bodies=False)
    reading, capture = kept(DAM)
    store.put(reading, capture)
    assert (store.reading(reading.page.id), list(store.unread("x"))) == (reading, [])
    with pytest.raises(NotKept, match="keep_bodies"):
        store.capture(reading.page.id)


@pytest.mark.parametrize("verb", ["page", "reading", "capture", "find"])
def test_what_is_not_there_is_not_kept(filled: Store, verb: str) -> None:
    """Asking for an unknown id is an error that names it."""
    with pytest.raises(NotKept, match="ffff"):
        getattr(filled, verb)("ffff")


def test_closing_twice_is_harmless(store: Store) -> None:
    """Whoever closes last need not know."""
    store.close()
    store.close()


# ── what was read by whom, what was missed ──────────────────────────────────────────────────────────────────


def test_a_store_knows_which_readers_read_a_page(store: Store) -> None:
    """The version of the line, by which a run is resumed."""
    reading, capture = kept(DAM)
    assert store.read_by(reading.page.id) is None
    store.put(reading, capture)
    assert store.read_by(reading.page.id) == make_id("line", *reading.made_by)


def test_pages_of_other_readers_are_unread(filled: Store) -> None:
    """A newer line finds every page that it has not read, in the order kept."""
    reading, capture = kept(DAM, url=URL, outlet="Vesna Courier")
    filled.put(again(reading, "claims@2"), capture)
    assert [one.url for one in filled.unread(make_id("line", "claims@2"))] == ["https://orlo.example/1"]


def test_a_miss_is_kept_once(store: Store) -> None:
    """The same thing missed for the same reason is one miss, with the time of the first."""
    for at in ("2031-03-04T01:00:00+00:00", "2031-03-05T01:00:00+00:00"):
        store.put_missed(Missed(what="a.pdf", why="it is a PDF file", at=at))
    store.put_missed(Missed(what="a.pdf", why="it is empty", at=None))
    assert [(miss.why, miss.at) for miss in store.missed()] == [
        ("it is a PDF file", "2031-03-04T01:00:00+00:00"),
        ("it is empty", None),
    ]


# ── asking for claims ───────────────────────────────────────────────────────────────────────────────────────


def test_claims_stand_in_the_order_of_pages_and_words(store: Store) -> None:
    """Whatever order the readers found them in."""
    reading, capture = kept(DAM, url=URL)
    store.put(replace(reading, claims=reading.claims[::-1]), capture)
    store.put(*kept(DENIAL, url="https://orlo.example/1"))
    assert contents(store) == [
        "Two gates were opened", "The river rose by a metre", "No gate was opened", "asked for boats",
    ]  # fmt: skip


def test_a_claim_comes_with_its_page_and_story(filled: Store) -> None:
    """Whoever sees a claim sees where it stands."""
    claim, page, text = next(filled.claims(ALL))
    assert (claim.text_id, text.page_id, text.headline) == (text.id, page.id, "Gates opened at Sorrel")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"source": "reth"}, ["Two gates were opened"]),
        ({"source": "ANA R"}, ["Two gates were opened"]),
        ({"source": "ministry"}, ["The river rose by a metre", "No gate was opened"]),
        ({"source": "zak"}, ["asked for boats"]),
        ({"source": "Courier"}, []),
        ({"source": "100%"}, []),
        ({"outlet": "vesna"}, ["Two gates were opened", "The river rose by a metre"]),
        ({"outlet": "Orlo", "stance": "denies"}, ["No gate was opened"]),
        ({"kind": "unnamed"}, ["The river rose by a metre"]),
        ({"stance": "demands"}, ["asked for boats"]),
        ({"about": "gate"}, ["No gate was opened"]),
        ({"about": "Opened GATES"}, ["Two gates were opened"]),
        ({"about": "gates Reth"}, []),
        ({"about": "?!"}, []),
        ({"limit": 3, "about": "opened"}, ["Two gates were opened", "No gate was opened"]),
        ({"limit": 1}, ["Two gates were opened"]),
    ],
    ids=str,
)
def test_a_filter_narrows(filled: Store, asked: dict[str, object], expected: list[str]) -> None:
    """Parts of names, whole words of the content, kinds and stances; several narrow together."""
    assert contents(filled, **asked) == expected


@pytest.mark.parametrize("asked", [{"since": "yesterday"}, {"as_of": "2031-13-01"}, {"limit": -1}], ids=str)
def test_a_filter_that_means_nothing_is_refused(filled: Store, asked: dict[str, object]) -> None:
    """A mistyped time must not look like an empty record."""
    with pytest.raises(RecordError):
        contents(filled, **asked)


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2031-03-04", 4),
        ("2031-03-04T20:00", 4),
        ("2031-03-04T20:01", 2),
        ("2031-03-05T10:30+01:00", 2),
        ("2031-03-05T10:31+01:00", 0),
        ("2031-03", 4),
        ("2032", 0),
    ],
)
def test_since_goes_by_publication(filled: Store, since: str, expected: int) -> None:
    """Zones are reckoned with; a time without one is taken as UTC."""
    assert len(contents(filled, since=since)) == expected


def test_since_goes_by_capture_where_no_time_is_printed(store: Store) -> None:
    """What is known of a page without a date is when it was seen."""
    store.put(*kept(story("Undated", "It rained.", says=[said("It rained")]), captured="2031-03-04T21:00:00+02:00"))
    assert (len(contents(store, since="2031-03-04T19:00")), len(contents(store, since="2031-03-04T19:01"))) == (1, 0)


def test_what_has_no_time_at_all_is_of_no_time(store: Store) -> None:
    """It is there, but not since or as of anything."""
    store.put(*kept(story("Undated", "It rained.", says=[said("It rained")]), captured=None))
    assert [contents(store), contents(store, since="1900"), contents(store, as_of="2999")] == [["It rained"], [], []]


def test_as_of_a_day_means_its_end(filled: Store) -> None:
    """A page published in the evening belongs to its day."""
    assert len(contents(filled, as_of="2031-03-04")) == 2


def test_a_text_of_a_day_is_out_for_sure_at_its_end(store: Store) -> None:
    """Where the page prints no clock, noon of that day is too early to know."""
    store.put(*kept(story("Daily", "It rained.", published="2031-03-04", says=[said("It rained")])))
    assert (contents(store, as_of="2031-03-04T12:00"), contents(store, as_of="2031-03-04")) == ([], ["It rained"])


# ── searching ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("river", ["The river rose by a metre"]),
        ("RIVER metre", ["The river rose by a metre"]),
        ("gates sorrel reth", ["Two gates were opened"]),
        ("riv", []),
        ("zak boats", ["asked for boats"]),
        ("ŁUCJA", ["asked for boats"]),
        ("river boats", []),
        ("", []),
        ("* - ( ) :", []),
        ('"river', ["The river rose by a metre"]),
        ("river OR boats", []),
        ("NOT river", []),
        ("river AND rose NEAR", []),
        ("content:river", []),
        ("rose-by (a) 'metre'", ["The river rose by a metre"]),
        ("rose; DROP TABLE claim", []),
    ],
)
def test_search_takes_words_as_words(filled: Store, words: str, expected: list[str]) -> None:
    """All words, whole, in content, speaker or headline, case and accents aside; signs and operators mean nothing."""
    assert found(filled, words) == expected


def test_search_is_narrowed_by_a_filter(filled: Store) -> None:
    """The words and the filter must both fit."""
    assert found(filled, "opened", outlet="Orlo", about="gate") == ["No gate was opened"]
    assert found(filled, "reth", about="river") == []


def test_the_best_match_comes_first(store: Store) -> None:
    """A claim that is about the word outranks one that has it in a long sentence."""
    long = "The flood came late in the year and took with it boats, barns, bridges and the road to the north"
    store.put(*kept(story(None, f"{long}. Flood, flood, flood.", says=[said(long), said("Flood, flood, flood")])))
    assert found(store, "flood", limit=1) == ["Flood, flood, flood"]


def test_search_forgets_what_newer_readers_do_not_find(store: Store) -> None:
    """The index follows the claims."""
    reading, capture = kept(DAM, url=URL)
    store.put(reading, capture)
    store.put(again(replace(reading, claims=()), "claims@2"), capture)
    assert found(store, "river") == []


# ── sources ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_sources_are_counted_across_pages(filled: Store) -> None:
    """The speaker of most claims comes first; a name is one speaker wherever it stands."""
    later = story("Again", "The gates are shut, ANA RETH said.", says=[said("The gates are shut", "ANA RETH")])
    filled.put(*kept(later, url="https://orlo.example/2"))
    assert [(source.name, count) for source, count in filled.sources(ALL)][0] == ("Ana Reth", 2)


def test_unnamed_sources_are_never_taken_for_one(store: Store) -> None:
    """Two unnamed voices may be anybody."""
    for number in (1, 2):
        words = f"It rose {number} metres"
        page = kept(
            story(None, words, says=[said(words, described_as="a source")]), url=f"https://orlo.example/{number}"
        )
        store.put(*page)
    assert [count for _, count in store.sources(ALL)] == [1, 1]


def test_sources_follow_the_filter(filled: Store) -> None:
    """Only the claims asked for are counted."""
    asked = Filter(outlet="Orlo", limit=1, stance="denies")
    assert [(source.name, count) for source, count in filled.sources(asked)] == [("Water Ministry", 1)]


# ── finding by id ───────────────────────────────────────────────────────────────────────────────────────────


def test_an_id_finds_what_carries_it(filled: Store) -> None:
    """Pages, story items and claims."""
    claim, page, text = next(filled.claims(ALL))
    assert [filled.find(one.id) for one in (claim, page, text)] == [claim, page, text]


def test_enough_of_an_id_is_enough(filled: Store) -> None:
    """Nobody types twenty digits; capitals are the same digits."""
    page = next(filled.pages())
    assert filled.find(page.id[:12].upper()) == page


def test_too_little_of_an_id_says_so(store: Store) -> None:
    """Several things begin alike: the message asks for more."""
    items = [story(f"Item {number}", f"It rained {number} days.") for number in range(40)]
    store.put(*kept(*items))
    start = max("0123456789abcdef", key=lambda digit: sum(text.id.startswith(digit) for text in store.texts()))
    with pytest.raises(NotKept, match="give more of it"):
        store.find(start)


def test_no_id_finds_nothing(filled: Store) -> None:
    """An empty word does not name everything."""
    with pytest.raises(NotKept):
        filled.find("")


# ── edits ───────────────────────────────────────────────────────────────────────────────────────────────────


def dam(drones: int, updated: str | None = None, headline: str = "Drones over Sorrel") -> Item:
    words = f"The army shot down {drones} drones"
    return story(
        headline,
        f"{words} over the dam in the night, a spokesman told the Courier on the bridge.",
        published="2031-03-04T08:00",
        updated=updated,
        says=[said(words, "Tev Aldous")],
    )


def edition(drones: int, hour: int, updated: str | None = None, **more: str) -> tuple[object, object]:
    url = more.pop("url", URL)
    return kept(dam(drones, updated, **more), url=url, captured=f"2031-03-04T{hour:02}:00:00+00:00")


@pytest.fixture
def edited(store: Store) -> Store:
    """A page that said 50, and an hour later, silently, 34."""
    store.put(*edition(50, 9))  # type: ignore[arg-type]
    store.put(*edition(34, 12))  # type: ignore[arg-type]
    return store


def test_an_edit_replaces_the_older_text(edited: Store) -> None:
    """The newer text names the older one."""
    old, new = edited.texts(replaced=True)
    assert (old.replaces, new.replaces) == (None, old.id)


def test_what_was_edited_away_is_seen_only_if_asked(edited: Store) -> None:
    """One claim stands; the other is history."""
    assert contents(edited) == ["The army shot down 34 drones"]
    assert contents(edited, replaced=True) == ["The army shot down 50 drones", "The army shot down 34 drones"]
    assert len(list(edited.texts())) == 1


def test_a_reading_says_what_its_texts_replace(edited: Store) -> None:
    """The edit is seen in the page's own reading and under its id."""
    old, new = edited.texts(replaced=True)
    assert edited.reading(new.page_id).texts == (new,)
    assert edited.find(new.id) == new


def test_as_of_an_earlier_time_the_earlier_text_stands(edited: Store) -> None:
    """A silent edit starts when it was seen."""
    times = ("07:59", "08:00", "11:59", "12:00")
    assert [contents(edited, as_of=f"2031-03-04T{time}") for time in times] == [
        [],
        ["The army shot down 50 drones"],
        ["The army shot down 50 drones"],
        ["The army shot down 34 drones"],
    ]


def test_an_edit_that_prints_its_time_starts_then(store: Store) -> None:
    """The page's own time comes before the time of capture."""
    store.put(*edition(50, 9))  # type: ignore[arg-type]
    store.put(*edition(34, 12, updated="2031-03-04T10:30"))  # type: ignore[arg-type]
    assert contents(store, as_of="2031-03-04T10:30") == ["The army shot down 34 drones"]


def test_an_older_edition_that_comes_late_is_still_older(store: Store) -> None:
    """The order of adding does not make history."""
    store.put(*edition(34, 12))  # type: ignore[arg-type]
    store.put(*edition(50, 9))  # type: ignore[arg-type]
    assert contents(store) == ["The army shot down 34 drones"]


def test_a_middle_edition_that_comes_last_takes_its_place(store: Store) -> None:
    """Each edition replaces the one before it."""
    for drones, hour in ((50, 9), (34, 12), (41, 10)):
        store.put(*edition(drones, hour))  # type: ignore[arg-type]
    texts = {text.id: text for text in store.texts(replaced=True)}
    (last,) = store.texts()
    middle = texts[last.replaces or ""]
    first = texts[middle.replaces or ""]
    says = {claim.text_id: claim.content for claim, _, _ in store.claims(Filter(replaced=True))}
    assert [says[text.id][-9:] for text in (first, middle, last)] == ["50 drones", "41 drones", "34 drones"]


def test_newer_readers_see_the_same_edits(edited: Store) -> None:
    """Reading an old edition again does not make it the newest."""
    reading, capture = edition(50, 9)
    edited.put(again(reading, "claims@2"), capture)  # type: ignore[arg-type]
    assert contents(edited) == ["The army shot down 34 drones"]


def test_newer_readers_may_untie_what_was_tied(store: Store) -> None:
    """Two files of one name count as versions until a reader finds that each has an address of its own."""
    pages = [
        kept(dam(drones), name="dam.txt", captured=f"2031-03-04T{hour}:00:00+00:00")
        for drones, hour in ((50, 10), (34, 12))
    ]
    for reading, capture in pages:
        store.put(reading, capture)
    assert len(contents(store)) == 1
    for number, (reading, capture) in enumerate(pages):
        addressed = replace(reading, page=replace(reading.page, url=f"https://vesna.example/{number}"))
        store.put(again(addressed, "claims@2"), capture)
    assert len(contents(store)) == 2


def test_a_live_page_taken_often_remembers_enough(store: Store) -> None:
    """Fifty versions, each with one item more on top and six in all: every item is in the record once."""
    items = [
        story(None, f"Report {n} of the night from place {n * 7}.", kind="brief", published=f"2031-03-04T08:{n:02}")
        for n in range(55)
    ]
    for version in range(50):
        shown = items[version : version + 6][::-1]
        store.put(*kept(*shown, url=URL, captured=f"2031-03-04T09:{version:02}:00+00:00"))
    assert sorted(text.published.latest[-2:] for text in store.texts() if text.published) == [
        f"{n:02}" for n in range(55)
    ]


def test_a_new_headline_is_an_edit(store: Store) -> None:
    """At the same address the words of the body tell that it is the same article."""
    store.put(*edition(50, 9))  # type: ignore[arg-type]
    store.put(*edition(50, 12, headline="Night of drones"))  # type: ignore[arg-type]
    assert [text.headline for text in store.texts()] == ["Night of drones"]


def test_tracking_words_and_fragments_are_no_other_address(store: Store) -> None:
    """A shared link leads to the same page."""
    store.put(*edition(50, 9))  # type: ignore[arg-type]
    store.put(*edition(34, 12, url="http://VESNA.example/dam/?utm_source=feed#top"))  # type: ignore[arg-type]
    assert contents(store) == ["The army shot down 34 drones"]


def test_another_address_is_no_edit(store: Store) -> None:
    """A copy elsewhere stands beside the original, however like it is."""
    store.put(*edition(50, 9))  # type: ignore[arg-type]
    store.put(*edition(34, 12, url="https://vesna.example/other"))  # type: ignore[arg-type]
    assert len(contents(store)) == 2


def test_another_story_at_the_address_of_a_list_is_no_edit(store: Store) -> None:
    """A page that lists changing stories does not replace one by the next."""
    flood = story("Flood in Orlo", "The river Orl left its bed at dawn, the mayor said.", kind="brief")
    drones = story("Drones over Sorrel", "The army shot down fifty of them in the night.", kind="brief")
    store.put(*kept(flood, url=URL, captured="2031-03-04T09:00:00+00:00"))
    store.put(*kept(drones, url=URL, captured="2031-03-04T10:00:00+00:00"))
    assert [text.headline for text in store.texts()] == ["Flood in Orlo", "Drones over Sorrel"]


def test_an_item_that_stays_on_a_live_page_is_one(store: Store) -> None:
    """What the feed still carries is not doubled; what fell off it stays in the record; what is new is added."""
    items = [
        story(
            None,
            f"{name} was reached by boats at noon, the army said.",
            kind="brief",
            published=f"2031-03-04T08:{minute}",
            says=[said(f"{name} was reached by boats", "Army", kind="organisation")],
        )
        for name, minute in (("Upper Sorrel", 41), ("The village of Lund", 37), ("A farm near Orlo", 12))
    ]
    store.put(*kept(*items[:2], url=URL, captured="2031-03-04T09:00:00+00:00"))
    store.put(*kept(*items[1:], url=URL, captured="2031-03-04T10:00:00+00:00"))
    assert sorted(contents(store)) == sorted(item.says[0].content for item in items)


def test_alarms_in_the_same_words_are_not_one(store: Store) -> None:
    """A brief keeps its own clock through edits, so that equal words at another time are another brief."""
    for clock in ("08:10", "14:25"):
        published = f"2031-03-04T{clock}"
        alarm = story("Air raid alert", f"Alert. {clock}", kind="brief", published=published, says=[said("Alert")])
        store.put(*kept(alarm, url=URL, captured=f"2031-03-04T{clock}:00+00:00"))
    assert contents(store) == ["Alert", "Alert"]


def test_a_file_edited_in_its_place_is_an_edit(store: Store) -> None:
    """Without an address, the same file name and like words are the same page."""
    for drones, hour in ((50, 9), (34, 12)):
        store.put(*kept(dam(drones), name="dam.txt", captured=f"2031-03-04T{hour:02}:00:00+00:00"))
    assert contents(store) == ["The army shot down 34 drones"]


def test_another_page_under_a_file_name_is_no_edit(store: Store) -> None:
    """page.txt in two folders is not one page."""
    store.put(*kept(DAM, name="page.txt"))
    store.put(*kept(DENIAL, name="page.txt"))
    assert len(contents(store)) == 4


def test_two_files_of_one_article_are_known_by_outlet_headline_and_minute(store: Store) -> None:
    """Without an address, what an article says of itself tells that it is the same."""
    for number, (drones, hour) in enumerate(((50, 9), (34, 12))):
        at = f"2031-03-04T{hour:02}:00:00+00:00"
        store.put(*kept(dam(drones), name=f"{number}.txt", outlet="Vesna Courier", captured=at))
    assert contents(store) == ["The army shot down 34 drones"]


def test_an_agency_report_in_two_outlets_is_no_edit(store: Store) -> None:
    """The same headline at the same minute elsewhere is a copy, and copies are counted."""
    for name in ("Vesna Courier", "Orlo Post"):
        store.put(*kept(dam(50), name=f"{name}.txt", outlet=name))
    assert len(contents(store)) == 2


def test_standard_input_is_no_identity(store: Store) -> None:
    """Whatever comes through a pipe is its own page."""
    store.put(*kept(dam(50), name="-", captured="2031-03-04T09:00:00+00:00"))
    store.put(*kept(dam(34), name="-", captured="2031-03-04T12:00:00+00:00"))
    assert len(contents(store)) == 2


def test_spans_still_point_at_their_words(edited: Store) -> None:
    """Each claim's words stand where it says, in its own edition."""
    for claim, page, _ in edited.claims(Filter(replaced=True)):
        assert claim.span.of(page.text) == claim.content
        assert isinstance(claim.span, Span)


def test_events_that_have_a_place_are_found_by_their_pages(store: Store) -> None:
    """In the order asked for and of the reading; a page that is not kept has none."""
    (one, capture), (bare, other) = kept(story("Gates", "It rose."), name="a.txt"), kept(story("Sun", "It set."))
    place = Place(span=Span(0, 5), name="Sorrel", lat=5.0, lon=9.0, radius_km=2.0)
    events = tuple(Event(id=f"e{n}", span=Span(0, 5), trigger="rose", kind="happening") for n in range(3))
    events = (events[0], replace(events[1], places=(place,)), replace(events[2], places=(place, place)))
    store.put(replace(one, events=events), capture)
    store.put(bare, other)
    assert list(store.placed([bare.page.id, "unknown", one.page.id])) == [
        (one.page.id, events[1]), (one.page.id, events[2])
    ]  # fmt: skip
    assert list(store.placed([])) == []
