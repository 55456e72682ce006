"""What kind of source words make, and how many they count."""

import pytest

from make import a_reading
from sayso.read.chain.speakers import count_of, source_of
from sayso.read.corefer.reader import Corefer
from sayso.read.names.reader import Names
from sayso.read.sentences import Sentences
from sayso.read.sheet import Sheet
from sayso.record import Source, Span


def source(words: str, then: str = "said so") -> Source:
    reading = Corefer()(Names()(Sentences()(a_reading(f"{words} {then}."))))
    return source_of(Sheet(reading), Span(0, len(words)), "t")


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("a source", (1, 1)), ("one source", (1, 1)), ("another source", (1, 1)), ("two sources", (2, 2)),
        ("several sources", (3, None)), ("dozens of people", (24, None)), ("scores of people", (40, None)),
        ("hundreds of people", (200, None)), ("at least three people", (3, None)), ("more than 20 people", (21, None)),
        ("a dozen aides", (12, 12)), ("twenty-seven aides", (27, 27)),
        ("the two aides", (2, 2)), ("15 aides", (15, 15)),
        ("sources", None), ("the ministry", None),
    ],
)  # fmt: skip
def test_a_phrase_counts(words: str, count: tuple[int, int | None] | None) -> None:
    """Number words, vague ones and bounds; a bare plural counts nothing by itself."""
    assert count_of(words) == count


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("A source close to the talks", "unnamed"), ("Two officials", "unnamed"), ("Officials", "unnamed"),
        ("Senators", "crowd"),
        ("Officials familiar with the plan", "unnamed"), ("Three witnesses", "unnamed"), ("Witnesses", "crowd"),
        ("The defence ministry", "office"), ("The mayor's office", "office"), ("The company", "organisation"),
        ("Police", "office"), ("The coast guard", "office"), ("A guard", "unnamed"),
        ("The report", "document"),
        ("A leaked memo", "document"), ("The governor", "person"), ("A spokesman for the union", "unnamed"),
        ("A local newspaper", "outlet"), ("State media", "outlet"), ("Many", "crowd"), ("Someone", "unnamed"),
    ],
)  # fmt: skip
def test_a_description_has_its_kind(words: str, kind: str) -> None:
    """Unnamed people, crowds, offices, bodies, papers and outlets by their heads and what modifies them."""
    assert source(words).kind == kind


def test_a_described_source_keeps_the_page_s_words() -> None:
    """Nothing of "two aides close to the talks" is lost, and nobody is named."""
    found = source("Two aides close to the talks")
    assert (found.name, found.described_as, found.count) == (None, "Two aides close to the talks", (2, 2))


def test_a_named_source_keeps_its_title() -> None:
    """The name is the person's, the title stands beside it."""
    found = source("Finance Minister Elke Moor")
    assert (found.kind, found.name, found.described_as) == ("person", "Elke Moor", "Finance Minister")


def test_a_capital_that_speaks_is_a_government() -> None:
    """It is an organisation used as a government, under the name the page uses."""
    found = source("Oslo")
    assert (found.kind, found.name, found.used_as) == ("organisation", "Oslo", "government")


def test_two_persons_are_counted() -> None:
    """ "A and B" are two."""
    found = source("Elke Moor and Tor Lind")
    assert (found.name, found.count) == ("Elke Moor and Tor Lind", (2, 2))


def test_the_same_name_is_the_same_source_and_the_same_words_elsewhere_are_not() -> None:
    """Ids of named sources are the name's; unnamed ones belong to their story item."""
    assert source("Elke Moor").id == source("Minister Elke Moor").id
    reading = Corefer()(Names()(Sentences()(a_reading("A source said so."))))
    sheet = Sheet(reading)
    assert source_of(sheet, Span(0, 8), "t").id != source_of(sheet, Span(0, 8), "u").id
