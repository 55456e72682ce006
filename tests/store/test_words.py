"""Words are folded alike wherever they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.record.fold import folded, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kraków's", ("krakow", "s")),
        ("STRASSE Straße", ("strasse", "strasse")),
        ("ﬁve Œuvres", ("five", "œuvres")),
        ("snake_case 3,5 km²", ("snake", "case", "3", "5", "km2")),
        ("«Так»—нет!", ("так", "нет")),
        ("é e\u0301 E\u0301", ("e", "e", "e")),
        ("\ud83d \x00", ()),
    ],
)
def test_words_are_folded(text: str, expected: tuple[str, ...]) -> None:
    """Case, accents and ligatures aside, split at everything that is no letter or digit."""
    assert words(text) == expected


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    """So that a query and an index folded at different times still meet."""
    assert folded(folded(text)) == folded(text)
