"""Quotation marks: what is paired, what is carried on, what is never a mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.attribute.quotes import State, paragraphs, quotations, states


def quoted(text: str) -> list[str]:
    return [text[quote.words[0] : quote.words[1]] for quote in quotations(text)[1]]


@pytest.mark.parametrize(
    "text",
    ["“Rain,” she said.", '"Rain," she said.', "``Rain,'' she said.", "''Rain,'' she said.", "«Rain,» she said.",
     "„Rain,“ she said.", "»Rain,« she said.", "＂Rain,＂ she said."],
)  # fmt: skip
def test_every_kind_of_mark_pairs(text: str) -> None:
    """Curly, straight, wire-copy, French, German and full-width marks give the same quotation."""
    assert quoted(text) == ["Rain,"]


@pytest.mark.parametrize("text", ["the O’Dell brothers’ boat", "rock 'n' roll", "it's Orla's", "a 6' 2\" keeper ran"])
def test_apostrophes_and_inches_are_not_marks(text: str) -> None:
    """A single sign never opens a quotation, nor does the inch sign after a figure."""
    assert quotations(text) == ([], [])


def test_a_quotation_over_paragraphs_repeats_its_mark_and_closes_once() -> None:
    """The first piece says that it continues, the last one does not."""
    _, found = quotations("“The dam held.\n\n“We checked it twice,” Brask said.")
    assert [(quote.continues) for quote in found] == [True, False]


def test_a_quotation_may_run_on_without_repeating_its_mark() -> None:
    """A paragraph that closes before it opens goes on with the quotation of the one before."""
    assert quoted("“The dam held.\nWe checked it twice,” Brask said.") == ["The dam held.", "We checked it twice,"]


def test_a_forgotten_closing_mark_ends_with_its_paragraph() -> None:
    """The next paragraph starts afresh."""
    assert quoted('He said "no way.\nShe said "yes" twice.') == ["no way.", "yes"]


def test_a_forgotten_opening_mark_pairs_with_nothing() -> None:
    """A closing mark alone opens nothing behind it."""
    assert quoted('No way," he said. She said "yes" twice.') == ["yes"]


def test_states_cover_the_text() -> None:
    """One state a code point: outside, opening mark, inside, closing mark."""
    assert list(states("a “b” c")) == [
        State.OUTSIDE, State.OUTSIDE, State.OPENING, State.INSIDE, State.CLOSING, State.OUTSIDE, State.OUTSIDE,
    ]  # fmt: skip


@given(st.text(alphabet="ab 1.,\n\"“”„«»'`’‘(—\u2028\x00😀"))
def test_quotations_stay_in_their_paragraph_and_apart(text: str) -> None:
    """However the marks fall, quotations are in order, never overlap, and none crosses a line."""
    _, found = quotations(text)
    lines = paragraphs(text)
    end = 0
    for quote in found:
        assert end <= quote.start <= quote.words[0] <= quote.words[1] <= quote.end
        assert any(a <= quote.start and quote.end <= b for a, b in lines)
        end = quote.end
    assert len(states(text)) == len(text)
