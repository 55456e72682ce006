"""The scenarios themselves are well formed: what they count is measured by bench/weighing/scenarios.py."""

import pytest
from tests.weigh.scenario import KINDS, Scenario, faults, scenarios

ALL = scenarios()


@pytest.mark.parametrize("scenario", ALL, ids=lambda scenario: scenario.name)
def test_a_scenario_has_no_faults(scenario: Scenario) -> None:
    """Its words stand on its pages, its fields are known, its counts run from low to high."""
    assert list(faults(scenario)) == []


def test_every_kind_is_there() -> None:
    """Each kind of scenario that docs/how/write-a-scenario.md names has one at least."""
    assert {scenario["kind"] for scenario in ALL} == KINDS
