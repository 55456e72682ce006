"""What is written is said as a newsreader would say it: said.toml holds the rows."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import growth
from sayso.publish.speech.lexicon import lexicon
from sayso.publish.speech.normalise import normalised

ROWS = tomllib.loads(Path(__file__).with_name("said.toml").read_text("utf-8"))
HOSTILE = [
    "Nov. ", "1,", "1,000,", "1-", "$1 ", "1 1/2 ", "9:09:", "a.b.", "(", "((", "[", "]]", "A.B.", "I I ", "'", '"',
    "1.", "—", " - ", "http://a.b/", "a@", "#a", "Lt. Gen. ", "St. ", "F-16", "AAAA", "½", "%", "1–", "10 a.m.-", "…",
    "$", "(D-", "km ", "\u00a0 1", "1 000", "AB ", "ABCDE ", ":09+09",
]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "said"), [row for rows in ROWS.values() for row in rows.items()], ids=lambda words: words[:40]
)
def test_it_is_said_as_the_table_says(written: str, said: str) -> None:
    """Dates, clocks, money, figures, units, ranks, letters, names with numbers, marks, addresses."""
    assert normalised(written) == said


def test_short_names_of_the_record_are_said_in_full() -> None:
    """With one article, only as whole words, and with what stands at them."""
    aliases = {"WP": "the Washington Post", "HCG": "the Harbor Coast Guard"}
    assert normalised("WP reports, the WP's man; WPA", aliases=aliases) == (
        "the Washington Post reports, the Washington Post's man; W P A."
    )
    assert normalised("The HCG denied it", aliases=aliases) == "The Harbor Coast Guard denied it."


def test_names_are_respelled_last() -> None:
    """Whole words only, an 's kept."""
    assert normalised("Kyiv's mayor, in Kyivan times", names=lexicon()) == "Keev's mayor, in Kyivan times."


def test_said_words_stay_as_they_are() -> None:
    """What was put into words once is not changed by doing it again."""
    for rows in ROWS.values():
        for said in rows.values():
            assert normalised(said).lower() == said.lower()


@given(st.text(max_size=80) | st.lists(st.sampled_from([*HOSTILE, "7", " ", "x"]), max_size=14).map("".join))
def test_no_figure_and_no_command_is_left(text: str) -> None:
    """Whatever the text: one line, no digit, no bracket or mark that a voice would take for a command."""
    said = normalised(text)
    assert not set(said) & set("0123456789[]{}<>|\\\n\r\t\0")
    assert said == said.strip()
    assert said == "" or (said[-1] in ".!?" and any(map(str.isalnum, said)))


@pytest.mark.parametrize("piece", HOSTILE)
def test_long_texts_take_time_by_their_length(piece: str) -> None:
    """No pattern looks back over the whole text."""
    assert growth(lambda size: normalised(piece * size), 1500) < 7


def test_letters_are_no_articles() -> None:
    """A voice that reads a lone A as an article is given another word for the letter, and only for the letter."""
    said = normalised("A U.S. plan for AI at 4 a.m., an A320 and NAACP men", letters={"A": "eh"})
    assert said == "A U S plan for eh I at four eh M, an eh three twenty and N double eh C P men."
