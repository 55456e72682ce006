"""The ratchet of bench/gate.py."""

from gate import fallen, lifted


def test_a_figure_under_its_floor_is_named() -> None:
    """The sentence says which figure fell, from where to where."""
    assert fallen({"a": 0.5, "b": 0.9}, {"a": 0.6, "b": 0.8}) == ["a is 0.5000, under its floor of 0.6000"]


def test_a_floor_without_a_figure_is_not_judged() -> None:
    """A bench that was not run says nothing."""
    assert fallen({}, {"a": 0.6}) == []


def test_floors_only_rise() -> None:
    """A better figure lifts its floor, a worse one leaves it."""
    assert lifted({"a": 0.9, "b": 0.3, "c": 0.5}, {"a": 0.6, "b": 0.4}) == {"a": 0.89, "b": 0.4, "c": 0.49}
