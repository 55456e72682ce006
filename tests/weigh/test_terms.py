"""The informative words of a claim, and how rare each is."""

import pytest

from sayso.weigh.terms import rarity, terms


def test_words_that_tell_nothing_and_words_of_telling_are_left_out() -> None:
    """ "The", "said" and the days of the week are in every report."""
    assert terms("The harbour master said on Monday that the crane fell") == ("harbour", "master", "crane", "fall")


def test_forms_of_one_word_are_one_term() -> None:
    assert terms("struck, strikes and striking") == ("strike",)


def test_numbers_are_figures_however_they_are_written() -> None:
    assert terms("twelve ships, 12 crews and 12,000 crates") == ("12", "ship", "crew", "12000", "crate")


@pytest.mark.parametrize(("plain", "rare"), [("man", "turbine"), ("house", "drone"), ("7", "tolmark")])
def test_a_rarer_word_tells_more(plain: str, rare: str) -> None:
    assert 0.0 <= rarity(terms(plain)[0]) < rarity(terms(rare)[0]) <= 1.0
