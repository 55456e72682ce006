"""What somebody wants to be so is not taken for what is said to be so."""

import pytest

from sayso import record
from sayso.weigh.compare.claims import compare
from sayso.weigh.compare.sorts import is_wish, sort_of


@pytest.mark.parametrize(
    ("content", "wished"),
    [
        ("that the paper should name its three sources", True),
        ("The minister ought to resign", True),
        ("the port shouldn’t be reopened before May", True),
        ("The paper should have named its sources", False),
        ("the paper named its three sources", False),
        ("A gate that should let water out has not moved", False),
        ("The mayor is a man who should go", False),
        ("", False),
    ],
)
def test_a_first_verb_of_what_ought_to_be_makes_a_wish(content: str, wished: bool) -> None:
    """Not what is blamed after the fact, nor what a clause only describes."""
    assert is_wish(content) is wished


@pytest.mark.parametrize(
    ("stance", "sort"),
    [("asserts", "wish"), ("denies", "fact"), ("doubts", "doubt"), ("promises", "promise"), ("demands", "wish")],
)
def test_a_wish_is_of_one_sort_with_a_demand(stance: record.Stance, sort: str) -> None:
    """Who denies that it should be takes part in what is so."""
    assert sort_of(record.Testimony(id="a", place=0, content="the port should be reopened", stance=stance)) == sort


def test_a_wish_never_supports_what_it_speaks_of() -> None:
    """Though both share nearly all of their words."""
    told = record.Testimony(
        id="a", place=0, content="The Alder Post printed the story on three sources", terms=("a", "b")
    )
    wish = record.Testimony(
        id="b", place=0, content="The Alder Post should print the story on three sources", terms=("a", "b")
    )
    found = compare(told, wish, 1.0)
    assert (found.verdict, [one.name for one in found.reasons]) == ("different", ["not of one sort"])
