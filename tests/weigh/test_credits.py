"""Which outlets a story item credits beside its claims."""

import pytest
from tests.make_pages import kept, story

from sayso.weigh.account.credits import credited


def names(*paragraphs: str, byline: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    reading, _ = kept(story("Gates opened", *paragraphs, byline=byline))
    return [(one.name, one.kind) for one in credited(reading, reading.texts[0])]


@pytest.mark.parametrize(
    "sentence",
    [
        "The gates are open (h/t Lindow Echo).",
        "The gates are open, first reported by the Lindow Echo.",
        "The gates are open, as the Lindow Echo was first to report.",
        "Hours after Lindow Echo first reported it, the gates opened.",
    ],
)
def test_a_sentence_that_credits(sentence: str) -> None:
    """Hat tips and who was first are citations, with the words that name the outlet."""
    assert names(sentence) == [("Lindow Echo", "cites")]


def test_a_byline_may_be_an_agencys() -> None:
    """Names of a byline are kept; whether they are outlets is asked later."""
    assert names("The gates are open.", byline=("Norda",)) == [("Norda", "wire")]


def test_plain_sentences_credit_nobody() -> None:
    """A name and a report in one sentence are no credit."""
    assert names("The Lindow Echo building first opened in 1902, and Ana Reth reported for duty there.") == []
