"""Where sentences end, and where a full stop is only an abbreviation's."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from make import a_reading
from sayso.read.sentences import LONGEST, Sentences, split
from sayso.record import Span

WHOLE = [
    "The truce began on Nov. 9 and ended on Dec. 1.",
    "Lt. Gen. Ivo Stam met Sen. Ida Quill at 3 p.m. on Friday.",
    "J. B. Orlov and Mrs. A. Weld signed for the U.S. government.",
    "It was No. 5 on a list of 9.30 a.m. trains.",
    "“Stop!” he shouted.",
    "“Will it hold?” Odd Lunde asked.",
    "The mill … was sold, they said.",
    "Teralux Inc. shares fell 2.5 percent.",
    "He joined St. Brannoc's in the U.K. last year.",
    "1. Wash the fleece before carding.",
    "The firm (formerly Teralux Ltd.) sold iPhone covers.",
    "The witness, e.g. a porter, saw it.",
]
SEVERAL = [
    ["It rained.", "The river rose."],
    ["“It rained.”", "The river rose."],
    ["He left in Nov.", "The river rose in spring."],
    ["She works for the U.S.", "The river rose."],
    ["It ended at 5 p.m.", "Nobody spoke."],
    ["“It rained,” he said.", "“The river rose.”"],
    ["Is it over?", "Nobody knows…", "The river rose."],
    ["(It rained.)", "The river rose."],
    ["It cost 40.", "Two men paid."],
    ["''It rained.''", "''The river rose.''"],
    ["Vitamin C.", "The river rose."],
]


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in split(text, Span(0, len(text)))]


@pytest.mark.parametrize("text", WHOLE)
def test_one_sentence_stays_whole(text: str) -> None:
    """Abbreviations, initials, clocks, list numbers and quoted exclamations end nothing."""
    assert sentences(text) == [text]


@pytest.mark.parametrize("parts", SEVERAL)
def test_sentences_come_apart(parts: list[str]) -> None:
    """A stop ends a sentence after quotes, brackets and abbreviations where a sentence begins after it."""
    assert sentences(" ".join(parts)) == parts


def test_a_wrapped_line_does_not_end_a_sentence() -> None:
    """A capture with hard line breaks keeps its sentences whole; a blank line parts."""
    assert sentences("The river\nrose again\n\nand nobody") == ["The river\nrose again", "and nobody"]


def test_headlines_and_paragraphs_are_never_joined() -> None:
    """Each part has sentences of its own, in the order of the page."""
    reading = Sentences()(a_reading("It rained\n\nThe river rose. Nobody spoke.", headline="Flood in Orlen"))
    assert [s.of(reading.page.text) for s in reading.sentences] == [
        "Flood in Orlen", "It rained", "The river rose.", "Nobody spoke.",
    ]  # fmt: skip


@settings(deadline=None)
@given(st.text(alphabet=" ab.A!?…\"”“'\n)(1", max_size=200))
def test_no_visible_character_is_lost_or_doubled(text: str) -> None:
    """Sentences cover every visible character once, in order."""
    if not text:
        return
    spans = list(split(text, Span(0, len(text))))
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))


def test_what_is_too_long_for_a_sentence_is_cut() -> None:
    """A run of words without a stop is cut at white space, so that nothing after it looks at more than that."""
    spans = list(split("word " * 3000, Span(0, 15000)))
    assert max(s.end - s.start for s in spans) <= LONGEST
