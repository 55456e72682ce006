"""Spans and ids."""

import pytest

from sayso.errors import RecordError
from sayso.record import Span, make_id


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_span_is_never_empty_or_backwards(start: int, end: int) -> None:
    """A span that names no character is refused when it is made."""
    with pytest.raises(RecordError, match="span"):
        Span(start, end)


def test_a_span_gives_its_words() -> None:
    """Offsets are code points, so an emoji counts one."""
    assert Span(2, 5).of("🌊 sea") == "sea"


def test_a_span_outside_its_text_is_refused() -> None:
    """The message names the span and the text's length."""
    with pytest.raises(RecordError, match=r"\[0, 9\) ends outside a text of 3"):
        Span(0, 9).of("sea")


def test_ids_are_hashes_of_content() -> None:
    """The same content gives the same id; parts do not run together; kinds do not mix."""
    assert make_id("claim", "ab", "c") == make_id("claim", "ab", "c")
    assert len({make_id("claim", "ab", "c"), make_id("claim", "a", "bc"), make_id("text", "ab", "c")}) == 3


def test_an_id_of_a_lone_surrogate_can_be_made() -> None:
    """A hostile page's half characters do not stop the record."""
    assert len(make_id("text", "\ud800")) == 20
