"""How the figures of two claims stand to each other."""

import pytest

from make_claims import a_claim, a_count
from sayso import record
from sayso.weigh.compare.figures import figures

TWELVE = a_claim("At least 12 people were killed", a_count(12, "people", bound="at_least"))


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (TWELVE, a_claim("The death toll has risen to 17", a_count(17)), "rise"),
        (
            a_claim("Three people were killed", a_count(3, "people")),
            a_claim("Five people died", a_count(5, "people")),
            "conflict",
        ),
        (
            a_claim("About 50 houses burned", a_count(50, "houses", bound="about")),
            a_claim("52 homes burned", a_count(52, "homes")),
            "agree",
        ),
        (
            a_claim("Fifteen miners, not six, are trapped", a_count(15, "miners"), a_count(6)),
            a_claim("Six men are trapped", a_count(6, "men")),
            "conflict",
        ),
        (
            a_claim("Tens of thousands marched", a_count(20_000, "people", bound="at_least")),
            a_claim("80,000 people marched", a_count(80_000, "people")),
            "agree",
        ),
    ],
)
def test_figures_of_one_thing(left: record.Testimony, right: record.Testimony, relation: str) -> None:
    """A bound that a later count keeps is a rise, a rounding agrees, another figure conflicts, "not six" gives none."""
    found = figures(left, right)
    assert found is not None
    assert found.relation == relation


@pytest.mark.parametrize(
    "right",
    [
        a_claim("40 people were injured", a_count(40, "people")),
        a_claim("Three lifeboats were sent", a_count(3, "lifeboats")),
        a_claim("The skipper, 41, was ashore", a_count(41, "age")),
    ],
)
def test_figures_of_different_things_say_nothing(right: record.Testimony) -> None:
    assert figures(TWELVE, right) is None


def test_the_same_speaker_counts_on() -> None:
    """A higher count of one voice carries the first one on, whatever words it uses."""
    left = a_claim("Twelve people are missing", a_count(12, "people"), speaker="ilse karn")
    right = a_claim("Seventeen people are missing", a_count(17, "people"), speaker="ilse karn")
    found = figures(left, right)
    assert found is not None
    assert found.relation == "rise"
