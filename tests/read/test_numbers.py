"""Numbers in figures, in words and in both."""

import pytest

from sayso.read.numbers import number_at, value_of
from sayso.read.tokens import tokens
from sayso.record import Span


def number(text: str) -> tuple[float, str] | None:
    """The number at the start of a text: its value and how it is printed."""
    line = tokens(text, Span(0, len(text)))
    found = number_at(line, 0)
    return (found.value, text[line[0].start : line[found.last - 1].end]) if found else None


@pytest.mark.parametrize(
    ("text", "value", "printed"),
    [
        ("50 drones", 50, "50"),
        ("1,204.5 hectares", 1204.5, "1,204.5"),
        ("seven regions", 7, "seven"),
        ("a dozen eggs", 12, "a dozen"),
        ("half a dozen eggs", 6, "half a dozen"),
        ("two dozen eggs", 24, "two dozen"),
        ("1.5 million homes", 1_500_000, "1.5 million"),
        ("4 hundred million people", 400_000_000, "4 hundred million"),
        ("two hundred and fifty thousand men", 250_000, "two hundred and fifty thousand"),
        ("one hundred and one", 101, "one hundred and one"),
        ("five hundred and he left", 500, "five hundred"),
        ("twenty-one", 21, "twenty-one"),
        ("nineteen eighty", 19, "nineteen"),
        ("two-thirds of", 2 / 3, "two-thirds"),
        ("a third of it", 1 / 3, "a third"),
        ("three quarters of", 0.75, "three quarters"),
        ("half the crew", 0.5, "half"),
        ("two and a half hours", 2.5, "two and a half"),
        ("2½ hours", 2.5, "2½"),
        ("one in five", 0.2, "one in five"),
        ("2.7m sales", 2_700_000, "2.7m"),
        ("12m wide", 12, "12"),
        ("25k", 25_000, "25k"),
    ],
)
def test_a_number_is_worth_what_it_says(text: str, value: float, printed: str) -> None:
    assert (value, printed) == number(text)


@pytest.mark.parametrize(
    "text", ["third man", "a man", "half past", "scores level", "tens", "007", "9.11.2031", "seventh"]
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("dozens of", 24),
        ("scores of", 40),
        ("hundreds", 200),
        ("thousands", 2000),
        ("tens of thousands", 20_000),
        ("hundreds of thousands", 200_000),
        ("several hundred", 300),
    ],
)
def test_vague_numbers_are_least_values(text: str, least: float) -> None:
    line = tokens(text, Span(0, len(text)))
    found = number_at(line, 0)
    assert found is not None
    assert (least, True) == (found.value, found.vague)


@pytest.mark.parametrize("figure", ["1,20", "1.2.3", "0800", "1,2,3", "12345,678", "9" * 30])
def test_figures_that_are_no_number_have_no_value(figure: str) -> None:
    assert value_of(figure) is None


def test_there_is_no_number_behind_the_last_word() -> None:
    """A sentence may end where one is looked for ("They were protesting")."""
    text = "They were protesting"
    line = tokens(text, Span(0, len(text)))
    assert [number_at(line, at) for at in (len(line), len(line) + 1)] == [None, None]
