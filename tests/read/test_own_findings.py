"""What an outlet has found out itself, and what several report side by side: read from the page up."""

import pytest

from sayso.read import read
from sayso.record import Capture, Claim

FERRY = "The ferry to Brann Island will stop for good in May"
Heard = tuple[str, str, tuple[str, ...]]  # content, mode, the hops after the page's own outlet


def page_of(paragraph: str) -> Capture:
    """A short captured page of the Orrin Courier."""
    words = f"Ferry to stop\n\nby Nela Marsk March 18, 2031 7:15 AM 1 min read\n\n{paragraph}\n"
    return Capture(name="page", body=words.encode(), media_type="text/plain", outlet="Orrin Courier")


def claims(paragraph: str) -> list[Claim]:
    """The claims below the headline that somebody is named for."""
    return [claim for claim in read(page_of(paragraph)).claims if claim.cue and claim.content != "Ferry to stop"]


def heard(paragraph: str) -> list[Heard]:
    return [
        (c.content, c.mode, tuple(link.source.name or link.source.described_as or "nobody" for link in c.chain[1:]))
        for c in claims(paragraph)
    ]


@pytest.mark.parametrize(
    ("paragraph", "hops"),
    [
        (f"{FERRY}, the Orrin Courier has learned from two people on the board.", ("two people on the board",)),
        (f"{FERRY}, Tarn Tribune understands.", ("Tarn Tribune",)),
        (f"{FERRY}, this newspaper has learned.", ()),
        (f"{FERRY}, Radio Meridian was told by a lawyer in the case.", ("Radio Meridian", "a lawyer in the case")),
        (f"{FERRY}, the Daily Beacon has been told.", ("Daily Beacon",)),
        (f"{FERRY}, the Daily Beacon can reveal.", ("Daily Beacon",)),
    ],
)  # fmt: skip
def test_an_outlet_closes_with_its_own_finding(paragraph: str, hops: tuple[str, ...]) -> None:
    """It is a statement, whole, by the outlet or by those it has it from."""
    assert heard(paragraph) == [(FERRY, "statement", hops)]


@pytest.mark.parametrize(
    ("lead", "hops"),
    [
        ("The newspaper Tarn Tribune has learned from a captain that", ("Tarn Tribune", "a captain")),
        ("The Tarn Tribune can exclusively reveal that", ("Tarn Tribune",)),
        ("This newspaper has been told by two captains that", ("two captains",)),
        ("Radio Meridian understands that", ("Radio Meridian",)),
    ],
)
def test_an_outlet_opens_with_its_own_finding(lead: str, hops: tuple[str, ...]) -> None:
    """The same where the finding follows."""
    assert heard(f"{lead} the ferry will stop in May.") == [("that the ferry will stop in May", "statement", hops)]


def test_other_lessons_are_no_findings() -> None:
    """Who learns a lesson or to sail tells nothing."""
    assert heard("Ines Torvald has learned to sail, and the Tarn Tribune has learned its lesson.") == []


@pytest.mark.parametrize(
    "paragraph",
    [
        f"{FERRY}, the Tarn Tribune and the broadcaster Radio Meridian report.",
        f"{FERRY}, according to the Tarn Tribune and Radio Meridian.",
    ],
)
def test_two_outlets_side_by_side_are_two_reports(paragraph: str) -> None:
    """Each is somebody's word by itself, with an id of its own."""
    assert heard(paragraph) == [(FERRY, "statement", ("Tarn Tribune",)), (FERRY, "statement", ("Radio Meridian",))]
    assert len({claim.id for claim in claims(paragraph)}) == 2


def test_two_people_side_by_side_speak_together() -> None:
    """Only outlets are taken apart."""
    assert len(heard(f"{FERRY}, Ada Lind and Tor Berg said.")) == 1


CLOSED = "The ferry to Brann stops at Christmas"


@pytest.mark.parametrize(
    "paragraph",
    [
        f"{CLOSED}, as the Tarn Tribune was first to report.",
        f"{CLOSED}, as first reported by the newspaper Tarn Tribune.",
        f"{CLOSED} (h/t Tarn Tribune).",
        f"{CLOSED}. The Tarn Tribune broke the news yesterday afternoon.",
        f"{CLOSED}. The Tarn Tribune had the story first.",
    ],
)
def test_a_nod_to_an_outlet_is_a_report_of_it(paragraph: str) -> None:
    """What stands in the page's own voice with a credit beside it is the credited outlet's."""
    assert heard(paragraph) == [(CLOSED, "statement", ("Tarn Tribune",))]


def test_news_broken_about_somebody_credits_nobody() -> None:
    """Only an outlet breaks news, and only of what stands right before."""
    assert heard("The ferry stops at Christmas. The captain broke the news to his crew.") == []


@pytest.mark.parametrize(
    ("paragraph", "content", "who"),
    [
        ("The city police counted 25,000 marchers.", "25,000 marchers", "The city police"),
        ("The rescue service registered 31 injured.", "31 injured", "The rescue service"),
        ("The Brann Boat Union spoke of some 80,000.", "some 80,000", "Brann Boat Union"),
    ],
)
def test_a_count_is_the_word_of_who_counted(paragraph: str, content: str, who: str) -> None:
    """A figure that police or organisers counted is theirs, not the page's."""
    assert heard(paragraph) == [(content, "statement", (who,))]


def test_a_shop_that_counts_tells_nothing() -> None:
    """Others who count or record something report nothing by it."""
    assert heard("The bakery counted 300 loaves, and the band recorded 12 songs.") == []


def test_a_quotation_put_so_is_whole_and_its_speakers() -> None:
    """The story it speaks of is no way that the words took."""
    paragraph = "“Lies from the first line to the last”: so Mayor Ines Torvald describes the story in Tarn Tribune."
    assert heard(paragraph) == [("“Lies from the first line to the last”", "statement", ("Ines Torvald",))]
    assert claims(paragraph)[0].stance == "denies"
