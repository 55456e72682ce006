"""Which way claims point."""

import pytest

from make_claims import a_claim
from sayso.weigh.compare.polarity import contrary, negated, opposite


@pytest.mark.parametrize(
    "content",
    ["No exchange of prisoners was agreed", "The mayor didn't resign", "The story is a hoax", "The video is fake"],
)
def test_negations_and_words_of_untruth_turn_a_claim_round(content: str) -> None:
    assert negated(content)


@pytest.mark.parametrize(
    "content",
    [
        "Not only the mayor resigned",
        "No fewer than 12 ships sank",
        "Police seized fake pills",
        "The town lies on a lake",
        "The board dismissed the coach",
        "Inspectors were denied access",
    ],
)
def test_words_that_only_look_like_it_do_not(content: str) -> None:
    assert not negated(content)


def test_a_denial_is_told_with_what_it_denies() -> None:
    said = a_claim("Envoys agreed to exchange prisoners")
    denied = a_claim("that envoys agreed to exchange prisoners", stance="denies")
    assert opposite(said, denied)
    assert opposite(said, a_claim("No exchange of prisoners was agreed"))
    assert opposite(denied, a_claim("No exchange of prisoners was agreed")) is None


def test_a_negation_of_something_else_denies_nothing() -> None:
    """What is negated has to be what the other claim says."""
    left = a_claim("Eleven seals carry a virus")
    assert opposite(left, a_claim("A virus not seen before turned up in eleven seals")) is None


def test_an_end_told_by_a_negation_is_no_denial() -> None:
    assert opposite(a_claim("The ward in Tolm will close"), a_claim("No births in Tolm after May")) is None


def test_contrary_words_rule_each_other_out_unless_one_claim_has_both() -> None:
    assert contrary("The diver is alive", "The diver is dead") == ("alive", "dead")
    assert contrary("The diver is dead or alive", "The diver is dead") is None
