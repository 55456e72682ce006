"""How a headline stands to a claim."""

import pytest

from sayso.weigh.compare.stance import stance

CLAIM = "The mayor of Tolm has resigned"


@pytest.mark.parametrize(
    ("headline", "label"),
    [
        ("No, the mayor of Tolm has not resigned", "against"),
        ("Mayor of Tolm resignation letter is a hoax", "against"),
        ("Mayor of Tolm has reportedly resigned", "observing"),
        ("Has the mayor of Tolm resigned?", "observing"),
        ("Mayor of Tolm resigns after vote", "for"),
    ],
)
def test_a_headline_is_for_against_or_observing(headline: str, label: str) -> None:
    assert stance(headline, CLAIM).stance == label


def test_chances_are_chances_and_reasons_name_measures() -> None:
    found = stance("Mayor of Tolm has reportedly resigned", CLAIM)
    assert sum(found.chances.values()) == pytest.approx(1.0, abs=0.001)
    assert found.reasons[0].name == "hedge"
