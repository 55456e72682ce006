"""What an edit takes away stops counting from then on; earlier answers stay."""

from pathlib import Path

from make_weigh import Desk, a_news_page
from sayso.record import Point

TALKS = "Interior Minister Aron Pell held secret talks with Veldcorn director Mira Osk in Orre on Monday"
REST = [
    "The depot stands beside the railway line that links Veld with the harbour at Orre.",
    "The road to Orre stayed closed until the morning.",
]
HERALD = {"url": "https://quayherald.example/talks", "outlet": "Quay Herald"}


def hour(at: int) -> str:
    return f"2026-03-05T{at:02}:00:00+00:00"


def scoop(desk: Desk, *, captured: int = 9, kept: bool = True, headline: str = "Trouble at the depot") -> None:
    """The Herald's page, with the sentence about the talks or without it."""
    told = [f"{TALKS}, two officials told the Quay Herald."] if kept else []
    desk.keep(a_news_page(headline, [*told, *REST], published=hour(9)), captured=hour(captured), **HERALD)


def relay(desk: Desk, words: str, *, at: int, outlet: str = "Dorn Courier") -> None:
    """Another outlet's page with a sentence of its own."""
    page = a_news_page("What we know", [words, f"The {outlet} prints 400 copies."], published=hour(at))
    desk.keep(page, url=f"https://{outlet.split()[0].lower()}.example/talks", outlet=outlet, captured=hour(at))


def the_talks(desk: Desk, as_of: str | None = None) -> Point:
    (found,) = [point for point in desk.newsroom.points(as_of) if "secret talks" in point.gist]
    return found


def test_a_withdrawn_report_stops_counting_and_its_relay_with_it(tmp_path: Path) -> None:
    """The Herald's page is captured again without the sentence: retracted, though the Courier still cites it."""
    desk = Desk(tmp_path)
    scoop(desk)
    relay(desk, f"{TALKS}, the Quay Herald reported.", at=10)
    scoop(desk, captured=15, kept=False)
    point = the_talks(desk)
    assert (point.standing, point.origins_for, point.pages) == ("retracted", (0, 0), 1)
    assert desk.newsroom.why(point.id).relays_of_withdrawn == point.for_


def test_a_copy_without_credit_of_a_withdrawn_report_is_its_relay(tmp_path: Path) -> None:
    """The Mill Times printed the same sentence and named nobody: it is no origin once the Herald took it back."""
    desk = Desk(tmp_path)
    scoop(desk)
    relay(desk, f"{TALKS}, it has emerged.", at=11, outlet="Mill Times")
    scoop(desk, captured=15, kept=False)
    assert (the_talks(desk).standing, the_talks(desk).origins_for) == ("retracted", (0, 0))


def test_a_relay_of_a_relay_falls_too(tmp_path: Path) -> None:
    """The Mill Times cites the Courier, which cites the Herald."""
    desk = Desk(tmp_path)
    scoop(desk)
    relay(desk, f"{TALKS}, officials told the Quay Herald.", at=10)
    relay(desk, f"{TALKS}, the Dorn Courier reported.", at=11, outlet="Mill Times")
    scoop(desk, captured=15, kept=False)
    assert (the_talks(desk).standing, the_talks(desk).origins_for) == ("retracted", (0, 0))


def test_the_answer_as_of_an_earlier_time_is_the_same_after_an_edit(tmp_path: Path) -> None:
    """What was answered for noon is answered for noon, whatever was withdrawn at three."""
    desk = Desk(tmp_path)
    scoop(desk)
    relay(desk, f"{TALKS}, the Quay Herald reported.", at=10)
    noon = list(desk.newsroom.points("2026-03-05T12:00:00Z"))
    scoop(desk, captured=15, kept=False)
    assert list(desk.newsroom.points("2026-03-05T12:00:00Z")) == noon


def test_an_edit_that_keeps_the_claim_leaves_who_copied_whom(tmp_path: Path) -> None:
    """The Herald edits its headline after the Mill Times copied it: the Herald is still the origin."""
    desk = Desk(tmp_path)
    scoop(desk)
    relay(desk, f"{TALKS}, it has emerged.", at=11, outlet="Mill Times")
    before = the_talks(desk)
    scoop(desk, captured=15, headline="Fresh trouble at the depot")
    after = the_talks(desk)
    assert (after.origins_for, after.standing) == (before.origins_for, before.standing) == ((1, 1), "echoed")


def test_a_claim_that_an_edit_kept_has_not_moved(tmp_path: Path) -> None:
    """`opened` and `moved` go by when the claim was first told there, not by the last edit of the page."""
    desk = Desk(tmp_path)
    scoop(desk)
    scoop(desk, captured=15, headline="Fresh trouble at the depot")
    assert (the_talks(desk).opened, the_talks(desk).moved) == ("2026-03-05T09:00:00", "2026-03-05T09:00:00")
