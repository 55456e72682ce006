"""What two claims are to each other, and which words decided."""

import pytest

from make_claims import a_claim, a_count, one_story
from sayso import record
from sayso.weigh.compare.actors import apart as apart_by_name
from sayso.weigh.compare.claims import compare
from sayso.weigh.compare.exclusion import excluded
from sayso.weigh.compare.roles import swapped
from sayso.weigh.vectors import cosine, vector


def compared(left: record.Testimony, right: record.Testimony) -> tuple[str, str | None, tuple[str, ...]]:
    angle = cosine(vector(left.content), vector(right.content))
    pair = compare(left, right, angle, one_story(left.content, right.content))
    return pair.verdict, pair.conflict, tuple(reason.name for reason in pair.reasons)


def on(day: int) -> record.When:
    return record.When(earliest=f"2026-03-{day:02}", latest=f"2026-03-{day:02}", grain="day")


SHOT = a_claim("All 22 drones sent against Tolm were shot down", a_count(22, "drones", of="all"))


@pytest.mark.parametrize(
    ("left", "right", "verdict", "conflict"),
    [
        (
            a_claim("Marit Solund will resign as mayor of Tolm in May"),
            a_claim("Mayor Marit Solund of Tolm is to step down in May"),
            "same",
            None,
        ),
        (
            a_claim("Envoys of Arden and Tolm agreed to exchange 120 prisoners"),
            a_claim("No exchange of prisoners was agreed by the envoys"),
            "opposed",
            "denial",
        ),
        (
            a_claim("Six men are trapped in the mine at Cerro Alto", a_count(6, "men")),
            a_claim("Fifteen miners are trapped in the mine at Cerro Alto", a_count(15, "miners")),
            "opposed",
            "figures",
        ),
        (
            a_claim("At least 12 people were killed in the flood at Tolm", a_count(12, "people", bound="at_least")),
            a_claim("The number of people killed in the flood at Tolm has risen to 17", a_count(17)),
            "rise",
            None,
        ),
        (SHOT, a_claim("Two drones hit the fuel depot at Tolm", a_count(2, "drones")), "opposed", "exclusion"),
        (
            a_claim("The council of Tolm bought four snow ploughs"),
            a_claim("The zoo of Arden has a new leopard"),
            "different",
            None,
        ),
    ],
)
def test_verdicts(left: record.Testimony, right: record.Testimony, verdict: str, conflict: str | None) -> None:
    """One question answered alike, denied, counted otherwise, counted on, ruled out; or two questions."""
    assert compared(left, right)[:2] == (verdict, conflict)


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (
            a_claim("A gunman robbed the credit union in Fort Ambler on Friday"),
            a_claim("A gunman robbed the credit union in Port Ambler on Friday"),
            "different names",
        ),
        (
            a_claim("A ferry ran aground off Tolm", when=on(3)),
            a_claim("A ferry ran aground off Tolm", when=on(19)),
            "different days",
        ),
        (
            a_claim("In the final Arnholt struck Belkin with a bottle"),
            a_claim("In the final Belkin struck Arnholt with a bottle"),
            "swapped roles",
        ),
    ],
)
def test_two_events_that_look_alike_are_kept_apart_by_name(
    left: record.Testimony, right: record.Testimony, reason: str
) -> None:
    verdict, _, reasons = compared(left, right)
    assert (verdict, reasons[-1]) == ("different", reason)


def test_a_promise_joins_only_promises() -> None:
    """A promise is no statement of fact."""
    told = "The bridge at Tolm will reopen in June"
    assert compared(a_claim(told), a_claim(told, stance="promises"))[0] == "different"


def test_what_only_hints_at_the_contrary_is_tension() -> None:
    """A fire at the depot may come of a drone that was shot down."""
    found = excluded(SHOT, a_claim("The fuel depot is ablaze"))
    assert found is not None
    assert found.implied


def test_a_passive_has_its_doer_last() -> None:
    assert swapped("In the final Arnholt struck Belkin", "In the final Belkin was struck by Arnholt") is None


def test_a_name_in_another_language_parts_nobody() -> None:
    left = a_claim("Talks with the Ostrell Front are off", names=("ostrell front",))
    right = a_claim("The talks with the Frente Ostrell were broken off", names=("frente ostrell",))
    assert apart_by_name(left, right) is None
    assert apart_by_name(left, a_claim("Talks with the Belgrove Union are off", names=("belgrove union",))) is not None
