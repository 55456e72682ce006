"""What a template prints of a record type: times, links, trees, versions."""

import pytest
from tests.make_pages import kept, said, story

from sayso.desk.shape.change import _bits
from sayso.desk.shape.feed import Divider, divided, post
from sayso.desk.shape.found import pieces
from sayso.desk.shape.links import fragment, outside
from sayso.desk.shape.origin import branches, walk
from sayso.desk.shape.voices import voice_of
from sayso.desk.shape.wording import clock, iso, moment_words, reason_words, titled, when_words
from sayso.record import Edge, Item, Kept, Origin, Reason, Source, Span, When


def _minute(at: str, *, inferred: bool = False) -> When:
    return When(earliest=at, latest=at, grain="minute", inferred=inferred)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (_minute("2026-03-05T18:40+01:00"), "5 March 2026, 6:40 PM UTC+1"),
        (_minute("2026-03-05T00:05"), "5 March 2026, 12:05 AM, zone not printed"),
        (_minute("2026-03-05T12:00Z", inferred=True), "5 March 2026, 12:00 PM UTC (day inferred)"),
        (_minute("2026-03-05T12:00+05:30"), "5 March 2026, 12:00 PM UTC+5:30"),
        (When(earliest="2026-03-05", latest="2026-03-05", grain="day"), "5 March 2026"),
        (When(earliest="2026-03-01", latest="2026-03-31", grain="month"), "March 2026"),
        (When(earliest="2026-01-01", latest="2026-12-31", grain="year"), "2026"),
        (When(earliest="2026-03-02", latest="2026-03-06", grain="day"), "2 March 2026 to 6 March 2026"),
        (When(earliest="2026-03-02", latest=None, grain="day"), "2 March 2026 to an open end"),
        (When(earliest=None, latest=None, grain=None), "time not captured"),
        (None, "no time printed"),
    ],
)  # fmt: skip
def test_a_time_is_told_as_its_page_prints_it(when: When | None, words: str) -> None:
    """In its own zone, as exact as the page is, with what the page leaves out."""
    assert when_words(when) == words


def test_a_time_for_machines_is_no_more_exact_than_its_page() -> None:
    """A day has no hour."""
    assert iso(When(earliest="2026-03-01", latest="2026-03-31", grain="month")) == "2026-03"
    assert iso(When(earliest="2026-03-05T18:40+01:00", latest=None, grain="minute")) == "2026-03-05T18:40+01:00"


def test_the_last_second_of_a_day_is_that_day() -> None:
    """What prints the day alone is put at its end to be in order; nobody printed a clock."""
    assert (clock("2026-03-19T23:59:59"), moment_words("2026-03-19T23:59:59")) == ("", "19 March 2026")
    assert moment_words("2026-03-19T09:05:00") == "19 March 2026, 9:05 AM UTC"


@pytest.mark.parametrize("bad", ["", "never", "2026-13-40T99:99", "٢٠٢٦"])
def test_what_is_no_time_is_said_to_be_none(bad: str) -> None:
    """A page's words stand where times stand; none of them may end a page of ours."""
    assert (clock(bad), moment_words(bad)) == ("", "time not known")


def test_a_gist_is_a_heading() -> None:
    """Without its leading "that"."""
    assert titled("that  the dam\n broke") == "The dam broke"


def test_an_interval_of_one_number_is_that_number() -> None:
    """Brackets are for programs."""
    assert reason_words(Reason(name="against", detail="2 origins [2, 2] against it")) == "2 origins against it"
    assert reason_words(Reason(name="against", detail="1 origin [1, 3] against it")) == "1 origin (1 to 3) against it"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "http://", "http://[", "ftp://a.b", "", None]
)
def test_nobody_is_led_to_what_is_no_page(url: str | None) -> None:
    """Only http and https with a host."""
    assert (outside(url), fragment(url, "words")) == ("", "")


def test_a_passage_is_found_by_its_words() -> None:
    """Whole where it is short, by both ends where it is long; what has a meaning in the address is escaped."""
    assert fragment("https://a.example/x#y", "well-known, “quoted” & more") == (
        "https://a.example/x#:~:text=well%2Dknown%2C%20%E2%80%9Cquoted%E2%80%9D%20%26%20more"
    )
    long = " ".join(f"w{number}" for number in range(20))
    assert fragment("https://a.example/", long).endswith("#:~:text=w0%20w1%20w2%20w3%20w4,w15%20w16%20w17%20w18%20w19")


@pytest.mark.parametrize(
    ("source", "shape", "word"),
    [
        (Source(id="1", kind="person", name="Ana Reth"), "named", "named"),
        (Source(id="1", kind="person", anonymity="described"), "unnamed", "told by office, not by name"),
        (Source(id="1", kind="unnamed", count=(2, 2), anonymity="vague"), "unnamed", "unnamed, two sources"),
        (Source(id="1", kind="unnamed", anonymity="affiliated"), "unnamed", "unnamed, side told"),
        (Source(id="1", kind="crowd", described_as="residents"), "unnamed", "many people"),
        (Source(id="1", kind="organisation", name="Sorrel Dams"), "institution", "institution"),
        (Source(id="1", kind="office", name="Karsk", used_as="government"), "institution", "government"),
        (Source(id="1", kind="document", name="the report"), "institution", "document"),
    ],
)  # fmt: skip
def test_a_voice_is_told_apart_by_shape_and_word(source: Source, shape: str, word: str) -> None:
    """Never by colour alone."""
    voice = voice_of(source)
    assert (voice.shape, voice.word) == (shape, word)


def test_words_are_cut_where_marks_begin_and_end() -> None:
    """Marks that overlap are one; nothing is lost."""
    assert [(one.words, one.marked) for one in pieces("In Krakow fell", [Span(3, 9), Span(5, 9)])] == [
        ("In ", False), ("Krakow", True), (" fell", False),
    ]  # fmt: skip


def test_two_versions_are_compared_word_by_word() -> None:
    """What is the same is not marked; where one version is missing nothing is."""
    was, now = _bits("Police held 50 people", "Police held 34 people")
    assert [(one.words, one.changed) for one in was] == [("Police held", False), ("50", True), ("people", False)]
    assert [one.words for one in now if one.changed] == ["34"]
    assert [one.changed for side in _bits("", "All new") for one in side] == [False, False]


def _claims(*outlets: str) -> dict[str, Kept]:
    """One claim on a page of each outlet, under the outlet's name."""
    found = {}
    for minute, outlet in enumerate(outlets):
        line = "The gate opened at night"
        reading, _ = kept(
            story(None, f"{line}, Ana Reth said.", published=f"2026-03-04T12:0{minute}", says=[said(line, "Ana Reth")]),
            url=f"https://{outlet}.example/", outlet=outlet,
        )  # fmt: skip
        found[outlet] = Kept(reading.claims[0], reading.page, reading.texts[0])
    return found


def _origin(rows: dict[str, Kept], *edges: tuple[str, str]) -> tuple[Origin, dict[str, Kept]]:
    known = {row.claim.id: row for row in rows.values()}
    run = [
        Edge(from_=rows[near].claim.id, to=rows[far].claim.id if far in rows else far, kind="cites")
        for near, far in edges
    ]
    return Origin(
        id="o", source=Source(id="s", kind="outlet", name="a"), outlet="a", first_seen=None, seen=True,
        claims=tuple(row.claim.id for row in rows.values()), edges=tuple(run),
    ), known  # fmt: skip


def test_pages_hang_under_the_page_they_have_it_from() -> None:
    """To any depth, each once."""
    origin, known = _origin(_claims("a", "b", "c", "d"), ("b", "a"), ("c", "b"), ("d", "a"))
    (branch,) = branches([origin], 1, known, [])
    (root,) = branch.rows
    assert [one.mention.outlet for one in root.under] == ["b", "d"]
    assert [one.mention.outlet for one in root.under[0].under] == ["c"]
    assert branch.pages == 4


def test_pages_that_have_it_from_each_other_are_all_shown() -> None:
    """A circle has no top; nothing is lost and nothing hangs without end."""
    origin, known = _origin(_claims("a", "b", "c"), ("a", "b"), ("b", "a"), ("c", "a"))
    (branch,) = branches([origin], 1, known, [])
    assert sorted(one.mention.outlet for one in walk(branch.rows)) == ["a", "b", "c"]


def test_an_outlet_that_is_not_seen_is_named_in_the_proof() -> None:
    """Its own page is not in the record."""
    origin, known = _origin(_claims("b"), ("b", "outlet:The Vesna Post"))
    (branch,) = branches([origin], 0, known, [])
    assert (branch.proven, branch.rows[0].proof.whom if branch.rows[0].proof else "") == (False, "The Vesna Post")


def _item(when: When | None, updated: When | None = None, at: str = "2026-03-04T14:20:00") -> Item:
    text = _claims("a")["a"].text
    from dataclasses import replace

    return Item(
        text=replace(text, published=when, updated=updated), page_id="p", url="https://www.a.example/x", outlet=None,
        captured=None, at=at,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("updated", "words"),
    [
        (None, ""),
        (When(earliest=None, latest=None, grain=None), "Updated, time not captured"),
        (_minute("2026-03-04T15:00+00:00"), "Updated: 3:00 PM"),
        (When(earliest="2026-03-04", latest="2026-03-04", grain="day"), "Updated, hour not printed"),
    ],
)
def test_an_update_is_told_without_empty_brackets(updated: When | None, words: str) -> None:
    """A capture may have lost the time; none is invented."""
    assert post(_item(None, updated), None, None).updated == words


def test_a_clock_says_what_its_page_leaves_open() -> None:
    """The zone, the day, or the time altogether."""
    bare = _minute("2026-03-04T14:20", inferred=True)
    day = When(earliest="2026-03-04", latest="2026-03-04", grain="day")
    told = [(one.clock, one.note) for one in (post(_item(when), None, None) for when in (bare, day, None))]
    assert told == [("2:20 PM", "zone not printed, day inferred"), ("", "no clock printed"), ("", "time not printed")]
    assert post(_item(bare), None, None).outlet == "a.example"


def test_a_divider_opens_each_day() -> None:
    """One a day, none where the day stands above already."""
    posts = [post(_item(None, at=f"2026-03-0{day}T10:00:00"), None, None) for day in (5, 5, 4)]
    assert [one.id for one in divided(posts) if isinstance(one, Divider)] == ["day-2026-03-05", "day-2026-03-04"]
    assert [one.id for one in divided(posts, "2026-03-05") if isinstance(one, Divider)] == ["day-2026-03-04"]
