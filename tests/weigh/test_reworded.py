"""Sentences taken from one another, word for word or lightly reworded; quotes that are the same."""

import tomllib
from pathlib import Path

import pytest

from growth import growth
from sayso.weigh.trace.quoted import same_quote
from sayso.weigh.trace.reworded import ENOUGH, same_passage, taken

CASES = tomllib.loads(Path(__file__).with_name("reworded_cases.toml").read_text("utf-8"))
LONG = "The ferry drifted for six hours in heavy fog off Mornholm before a fishing boat threw it a line."


def share(kind: str, *, tuned: bool) -> float:
    rows = [case for case in CASES[kind] if tuned != bool(case.get("held") or case.get("later"))]
    return sum(same_passage(case["left"], case["right"]) >= ENOUGH for case in rows) / len(rows)


@pytest.mark.parametrize("tuned", [True, False])
def test_reworded_sentences_are_found(tuned: bool) -> None:
    """Moved clauses, other tenses, dates, synonyms, figures for number words: nine in ten are known again."""
    assert share("copied", tuned=tuned) >= 0.9


@pytest.mark.parametrize("tuned", [True, False])
def test_the_same_short_fact_in_natural_words_is_no_copy(tuned: bool) -> None:
    """Two desks that state one fact as anybody would have not copied each other."""
    assert share("apart", tuned=tuned) <= 0.05


def test_a_sentence_is_taken_from_itself() -> None:
    """Word for word is as sure as it gets."""
    assert same_passage(LONG, LONG) == 1.0


def test_a_sentence_inside_a_longer_one_is_taken() -> None:
    """What a desk adds around a passage does not hide it."""
    assert (
        same_passage(LONG, "Nobody was hurt, though " + LONG[:-1] + ", and the harbour master has ordered a review.")
        == 1.0
    )


def test_either_way_round_is_the_same() -> None:
    """Which of two is the earlier is not for likeness to say."""
    for case in CASES["copied"] + CASES["apart"]:
        assert taken(case["left"], case["right"]) == taken(case["right"], case["left"])


def test_the_reason_shows_the_shared_words() -> None:
    """What was found in both can be read."""
    found = taken(LONG, "In heavy fog it had drifted off Mornholm for 6 hours.")
    assert (found.name, found.detail) == ("the same wording", "heavy fog drifted mornholm 6 hours")


@pytest.mark.parametrize("words", ["", "—", "the of and", "12", "½ ²"])
def test_next_to_nothing_is_taken_from_nothing(words: str) -> None:
    """Sentences without words prove nothing."""
    assert same_passage(words, words) == 0.0


@pytest.mark.parametrize("unit", ["barge ", "a ", "1 ", "two hundred ", "barge quay "])
def test_hostile_sentences_cost_no_more_than_long_ones(unit: str) -> None:
    """The words that are compared are bounded."""
    assert growth(lambda size: same_passage(unit * size, unit * size + "end"), 400) < 8


def test_five_quoted_words_in_a_row_are_the_same_quote() -> None:
    """The shared run is given back, folded."""
    left = ['"We will not leave the harbour until the last boat is in," he said']
    right = ["“until the last boat is in”", "“a shame”"]
    assert same_quote(left, right) == "until the last boat is in"


def test_most_of_a_short_quote_is_the_same_quote() -> None:
    """Four fifths of a quote of four words or more, in the same order."""
    assert (
        same_quote(["a monstrous, cowardly and shameful lie"], ["monstrous and shameful lie"])
        == "monstrous and shameful lie"
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("a shame", "a shame"),
        ("we will not leave the harbour", "we will not sell the harbour"),
        ("what it is that they have had", "it is that they have had"),
        ("", ""),
    ],
)
def test_chance_words_are_no_shared_quote(left: str, right: str) -> None:
    """Two words, another verb, or words that tell nothing."""
    assert same_quote([left], [right]) == ""


def test_no_quotes_are_no_shared_quote() -> None:
    """A claim without quotes shares none."""
    assert same_quote([], ["until the last boat is in"]) == ""


@pytest.mark.parametrize(
    "quotes", [lambda size: ["a b c d"] * size, lambda size: ["barge " * size], lambda size: ["x y"] * size]
)
def test_hostile_quotes_cost_no_more_than_long_ones(quotes) -> None:
    """The words that are compared are bounded."""
    assert growth(lambda size: same_quote(quotes(size), ["z b q d"] * size), 300) < 8
