"""Times, voices and quantities in words."""

import pytest

from cli.made import DENIED, PROMISED, RELAYED, TEXT
from sayso.record import Link, Quantity, Source, Span, When
from sayso.record.wording import (
    claim_tags,
    count_words,
    field_words,
    link_words,
    number_words,
    quantities_words,
    shortened,
    source_name,
    source_notes,
    when_words,
)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When(earliest="2031-03-04", latest="2031-03-04", grain="day"), "2031-03-04"),
        (When(earliest="2031-03-01", latest="2031-03-31", grain="month"), "2031-03"),
        (When(earliest="2031-03-01", latest="2031-03-04", grain="day"), "2031-03-01 to 2031-03-04"),
        (
            When(earliest="2031-03-04T21:57", latest="2031-03-04T21:57", grain="minute"),
            "2031-03-04 21:57, zone not printed",
        ),
        (
            When(earliest="2031-03-04T21:57:00+02:00", latest="2031-03-04T21:57:59+02:00", grain="minute"),
            "2031-03-04 21:57 +02:00",
        ),
        (When(earliest="2031-03-04T21:57Z", latest="2031-03-04T21:57Z", grain="minute"), "2031-03-04 21:57 UTC"),
        (
            When(earliest="2031-03-04T09:00-05:00", latest="2031-03-04T09:00-05:00", grain="minute", inferred=True),
            "2031-03-04 09:00 -05:00 (inferred)",
        ),
        (When(earliest=None, latest=None, grain=None), "time not captured"),
        (When(earliest="2031", latest=None, grain="year"), "2031 to an open end"),
        (When(earliest=None, latest="2031-03-04", grain="day"), "an open end to 2031-03-04"),
    ],
)
def test_a_time_says_what_the_page_leaves_out(when: When, words: str) -> None:
    """Grain, zone and inference show in a time's words."""
    assert when_words(when) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        ((1, 1), "one source"),
        ((2, 2), "two sources"),
        ((2, None), "two or more sources"),
        ((3, None), "several sources"),
        ((3, 5), "three to five sources"),
        ((40, 40), "40 sources"),
    ],
)
def test_a_number_of_sources_in_words(count: tuple[int, int | None], words: str) -> None:
    """A count reads as a reporter would say it, open where it is open."""
    assert count_words(count, "source") == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(70, "70"), (1500, "1,500"), (61_400_000_000, "61.4 billion"), (2.5, "2.5"), (1_234_567, "1,234,567"), (0, "0")],
)
def test_a_number_reads_as_printed_in_a_paper(number: float, words: str) -> None:
    """Round millions and billions are words; nothing is rounded away."""
    assert number_words(number) == words


def test_an_unnamed_source_is_called_by_the_words_of_the_page() -> None:
    """The description stands for the name, and the notes tell the anonymity and the number."""
    source = Source(id="s", kind="unnamed", described_as="sources close to the mayor", count=(2, 2))
    assert source_name(source) == "sources close to the mayor"
    assert source_notes(source) == ["unnamed, two sources"]


def test_a_capital_that_stands_for_a_government_says_so() -> None:
    source = Source(id="s", kind="organisation", name="Velin", used_as="government")
    assert source_notes(source) == ["the government"]


def test_an_outlet_that_the_capture_does_not_name_is_not_guessed() -> None:
    assert source_name(Source(id="s", kind="outlet")) == "outlet not named"


def test_the_verb_is_as_printed_and_a_bare_name_is_none() -> None:
    """A name in brackets in a dateline relays without a verb: the relation stands for it."""
    norda = Source(id="s", kind="outlet", name="Norda")
    assert link_words(Link(source=norda, relation="reported", cue="said on")) == "“said on”"
    assert link_words(Link(source=norda, relation="reported", cue="Norda")) == "reported"
    assert link_words(Link(source=norda, relation="reported", cue="NPA")) == "reported"
    assert link_words(Link(source=norda, relation="told", cue="–")) == "told"
    assert link_words(Link(source=norda, relation="cited")) == "cited"


def test_a_part_stands_in_brackets_behind_its_whole() -> None:
    assert quantities_words(DENIED.quantities, TEXT) == ["all 12 gates (4 of them at night)"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("70 boats, including 34 in Upper Velin, on Sunday", "70 boats (34 of them in Upper Velin)"),
        ("70 boats, 34 over the Arden and 36 at home", "70 boats (34 of them over the Arden)"),
        ("70 boats, of which 34 sank", "70 boats (34 of them)"),
    ],
)
def test_a_part_is_told_apart_by_the_place_printed_behind_it(text: str, words: str) -> None:
    """The page's own words of place stand with the part; other words do not."""
    whole = Quantity(span=Span(0, 2), low=70, high=70, counts="boats")
    at = text.index("34")
    part = Quantity(span=Span(at, at + 2), low=34, high=34, part_of=whole.span)
    assert quantities_words([whole, part], text) == [words]


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(span=Span(0, 1), low=70, high=70, counts="leaders", bound="about"), "about 70 leaders"),
        (Quantity(span=Span(0, 1), low=24, high=None, counts="boats", bound="at_least"), "at least 24 boats"),
        (Quantity(span=Span(0, 1), low=None, high=9, counts="boats", bound="at_most"), "at most 9 boats"),
        (Quantity(span=Span(0, 1), low=3, high=5, unit="percent"), "3 to 5 percent"),
    ],
)
def test_a_quantity_keeps_its_bound_and_unit(quantity: Quantity, words: str) -> None:
    assert quantities_words([quantity], "x") == [words]


def test_only_what_is_unusual_of_a_claim_is_a_tag() -> None:
    """A plain assertion has no tags; a hedged promise read with doubt has three."""
    assert claim_tags(RELAYED) == []
    assert claim_tags(PROMISED) == ["promises", "probable", "read with 42% certainty"]


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("content", "content"),
        ("source_spans", "source"),
        ("chain[0]", "page of"),
        ("chain[12]", "hop 12"),
        ("chain[2].relation", "relation"),
        ("chain[2].source.kind", "kind"),
        ("quantities[3]", "figure"),
        ("a field nobody knows", "a field nobody knows"),
    ],
)
def test_a_field_of_a_claim_has_a_name_for_people(field: str, words: str) -> None:
    assert field_words(field) == words


def test_long_words_lose_their_middle() -> None:
    assert shortened("a " * 40, 13) == "a a a … a a a"
    assert shortened("short\n words", 13) == "short words"
