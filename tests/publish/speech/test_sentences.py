"""Sentences end where a reader takes breath, and not at a short form."""

import pytest

from growth import growth
from sayso.publish.speech.sentences import LONGEST, sentences


@pytest.mark.parametrize(
    "text",
    [
        "They spoke on Nov. 7, marking a first.",
        "Lt. Gen. A. B. Kolb met Rep. Tam of St. Ives.",
        "No. 3 won, see p. 5 and Art. 7.",
        "The U.S. Senate and the D.C. court met at 5 p.m. Friday.",
        "It cost $61.4 billion, e.g. Harbor Co. stock.",
        "He waited... and left.",
        'He asked "Why?" and left.',
        "Dr. Marsh v. Kolb Bros. et al.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    """Months, ranks, initials, numbered things, hours."""
    assert sentences(text) == (text,)


def test_several_are_cut() -> None:
    """At stops, question marks and quotation marks, after a short form where a new sentence begins."""
    text = 'He left the U.S. The end came at 5 p.m. She said: "Yes." Was it Nov.? In Nov. The ice broke!\n\nDone.'
    assert sentences(text) == (
        "He left the U.S.",
        "The end came at 5 p.m.",
        'She said: "Yes."',
        "Was it Nov.?",
        "In Nov.",
        "The ice broke!",
        "Done.",
    )


def test_nothing_that_cannot_be_said_is_a_sentence() -> None:
    """Stops alone, or nothing."""
    assert (sentences(""), sentences("... — !"), sentences(" \n")) == ((), (), ())


def test_an_endless_sentence_is_cut_between_words() -> None:
    """No piece is longer than what a voice can hold, and no word is lost."""
    text = "tide, " * 400 + "x" * (2 * LONGEST)
    found = sentences(text)
    assert max(map(len, found)) <= LONGEST
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("piece", [".", "a.", "a. ", "A. ", '."', ". (", "Nov. ", "!?"])
def test_time_grows_with_the_text(piece: str) -> None:
    """Whatever it is made of."""
    assert growth(lambda size: sentences(piece * size), 2000) < 7
