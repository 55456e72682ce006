"""Which group a newcomer joins."""

from sayso.weigh.gather.join import choose, warmth


def test_a_newcomer_joins_the_group_that_is_warmest() -> None:
    assert choose({"a": [0.7, 0.6], "b": [0.9, 0.9]}, {"a": 2, "b": 2}) == "b"


def test_a_newcomer_that_is_alike_to_none_opens_a_group() -> None:
    assert choose({"a": [0.3, 0.2]}, {"a": 2}) is None
    assert choose({}, {}) is None


def test_one_member_alone_does_not_chain_a_newcomer_to_a_large_group() -> None:
    """Members it shares nothing with count against it."""
    assert choose({"a": [0.75]}, {"a": 1}) == "a"
    assert choose({"a": [0.75]}, {"a": 12}) is None


def test_of_two_equal_groups_the_lower_name_is_taken() -> None:
    assert choose({"b": [0.8], "a": [0.8]}, {"a": 1, "b": 1}) == "a"


def test_warmth_grows_with_likeness_and_stays_a_share() -> None:
    assert 0.0 == warmth([], 3) < warmth([0.4], 1) < warmth([0.9], 1) <= 1.0
