"""The scores of the weighing, on cases that can be counted by hand."""

from dataclasses import dataclass

import pytest
from weighing.scores import (
    Score,
    b_cubed,
    by_meeting,
    coverage,
    disputes_f1,
    false_dependence,
    false_independence,
    interval_exact,
    macro_f1,
    matched,
    mean_width,
    pooled,
)

TRUTH = {"a": 1, "b": 1, "c": 2}
FOUND, TRUE = [(1, 1), (2, 3), (0, 2), (1, 4)], [(1, 1), (1, 3), (1, 1), (1, 2)]


def test_a_grouping_matches_itself() -> None:
    """Whatever the groups are called."""
    assert b_cubed({"a": "x", "b": "x", "c": "y"}, TRUTH) == Score(1.0, 1.0, 1.0)


def test_b_cubed_of_all_in_one_group() -> None:
    """Full recall; each of a and b is 2/3 among its own, c 1/3."""
    assert b_cubed(dict.fromkeys("abc", 0), TRUTH) == pytest.approx((5 / 9, 1.0, 5 / 7))


def test_b_cubed_of_items_alone() -> None:
    """Full precision; an item that was not found is a group of its own."""
    assert b_cubed({"a": 1}, TRUTH) == pytest.approx((1.0, 2 / 3, 0.8))


def test_b_cubed_looks_at_the_true_items_alone() -> None:
    """What has no label is not judged."""
    assert b_cubed({"a": "x", "b": "x", "c": "y", "d": "x"}, TRUTH).precision == 1.0


def test_macro_f1_weighs_each_label_the_same() -> None:
    """for: 2·2/(3+2); against: 2·0/(0+1)."""
    assert macro_f1(["for", "for", "for"], ["for", "for", "against"]) == pytest.approx(0.4)


def test_intervals_are_exact_in_both_ends() -> None:
    """One in four."""
    assert interval_exact(FOUND, TRUE) == 0.25


def test_false_independence_is_a_low_above_the_true_low() -> None:
    """Only (2, 3) for (1, 3)."""
    assert false_independence(FOUND, TRUE) == 0.25


def test_false_dependence_is_a_low_under_the_true_low() -> None:
    """Only (0, 2) for (1, 1)."""
    assert false_dependence(FOUND, TRUE) == 0.25


def test_an_interval_covers_the_truth_inside_it() -> None:
    """(1, 1), (0, 2) and (1, 4) hold the true ones; they are 0, 1, 2 and 3 wide."""
    assert (coverage(FOUND, TRUE), mean_width(FOUND)) == (0.75, 1.5)


def test_points_and_truths_are_as_many() -> None:
    """A point without a truth is a mistake of the bench."""
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        interval_exact(FOUND, TRUE[:3])


def test_optional_edges_are_neither_missing_nor_wrong() -> None:
    """One right, one wrong, one missing; the optional ones do not count, found or not."""
    found = [("b", "a"), ("c", "a"), ("d", "a")]
    truth = [("b", "a"), ("e", "a"), ("d", "a"), ("f", "a")]
    assert matched(found, truth, [("d", "a"), ("f", "a")]) == Score(0.5, 0.5, 0.5)


def test_nothing_found_where_nothing_is_true_is_right() -> None:
    """And something found there is wrong."""
    assert (matched([], []), matched(["x"], [])) == (Score(1.0, 1.0, 1.0), Score(0.0, 1.0, 0.0))


def test_cases_are_pooled_without_mixing_them() -> None:
    """The same edge in another case is another edge."""
    assert pooled({"one": (["x"], ["x"], []), "two": ([], ["x"], [])}) == pytest.approx((1.0, 0.5, 2 / 3))


def test_a_dispute_has_no_left_and_right() -> None:
    """But it has a kind."""
    found = [("p", "q", "figures"), ("r", "r", "denial")]
    truth = [("q", "p", "figures"), ("r", "r", "tension")]
    assert disputes_f1({"one": (found, truth)}) == 0.5


@dataclass(frozen=True)
class At:
    """Something at some places of a text."""

    places: frozenset[int]
    optional: bool = False

    def meets(self, other: "At") -> bool:
        return bool(self.places & other.places)


def at(*places: int, optional: bool = False) -> At:
    return At(frozenset(places), optional)


def test_things_are_matched_by_any_place_they_share() -> None:
    """Two predictions meet one label, one meets none; one of two labels is found."""
    assert by_meeting([([at(1), at(2), at(9)], [at(1, 2, 3), at(5)])]) == pytest.approx((2 / 3, 0.5, 4 / 7))


def test_optional_labels_are_not_judged() -> None:
    """Nor what meets them alone."""
    assert by_meeting([([at(1), at(7)], [at(1), at(7, optional=True), at(8, optional=True)])]) == Score(1.0, 1.0, 1.0)
