"""Which outlets a story item credits beside its claims."""

import pytest
from tests.make_pages import kept, story

from sayso.weigh.account.credits import credited


def names(*paragraphs: str, byline: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    reading, _ = kept(story("Gates opened", *paragraphs, byline=byline))
    return [(one.name, one.kind) for one in credited(reading, reading.texts[0])]


@pytest.mark.parametrize(
    "sentence",
    [
        "The gates are open (h/t Lindow Echo).",
        "The gates are open, first reported by the Lindow Echo.",
        "The gates are open, as the Lindow Echo was first to report.",
        "Hours after Lindow Echo first reported it, the gates opened.",
    ],
)
def test_a_sentence_that_credits(sentence: str) -> None:
    """Hat tips and who was first are citations, with the words that name the outlet."""
    assert names(sentence) == [("Lindow Echo", "cites")]


def test_a_byline_may_be_an_agencys() -> None:
    """Names of a byline are kept; whether they are outlets is asked later."""
    assert names("The gates are open.", byline=("Norda",)) == [("Norda", "wire")]


def test_plain_sentences_credit_nobody() -> None:
    """A name and a report in one sentence are no credit."""
    assert names("The Lindow Echo building first opened in 1902, and Ana Reth reported for duty there.") == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The clip, first posted by Marsh Lantern, shows the gates.", "Marsh Lantern"),
        ("Here is the clip, via Marsh Lantern:", "Marsh Lantern"),
        ("The tale was debunked by the Lindow Echo.", "Lindow Echo"),
        ("It pulled the whole tale from the Velin Daily Wire.", "Velin Daily Wire"),
        ("The tale came from the site “velinwire.com” on Monday.", "velinwire.com"),
        ("As the news site Hartolet reports, the gates are open.", "Hartolet"),
        ("Hartolet, a small news website, cited two guards.", "Hartolet"),
        ("The number comes from a Lindow Gazette report.", "Lindow Gazette"),
        ("The guard said on Velin Radio that it was open.", "Velin Radio"),
        ("The guard gave an interview to Velin Radio.", "Velin Radio"),
        ("The order is in papers obtained by the Lindow Gazette.", "Lindow Gazette"),
        ("The gates were spotted by the Lindow Gazette.", "Lindow Gazette"),
        ("The Lindow Gazette, meanwhile, said that they are shut.", "Lindow Gazette"),
        ("The keeper has been named in Velmarkian media as Ana Reth.", "Velmarkian media"),
        ("Guards told news media in Sundet that nothing had moved.", "news media in Sundet"),
        ("He pointed to a website alleging that they are shut.", "a website"),
    ],
)
def test_a_sentence_says_from_whom_it_is(sentence: str, name: str) -> None:
    """By, from, on air, in a report, after the noun of an outlet, and outlets that are described."""
    assert names(sentence) == [(name, "cites")]


def test_several_outlets_in_a_row_are_each_credited() -> None:
    """ "News websites such as A and B" are two outlets."""
    told = names("It spread by reports on news websites such as Diario Ixta and Correo Sur that the gates moved.")

    assert told == [("Diario Ixta", "cites"), ("Correo Sur", "cites")]


def test_an_example_of_the_outlets_announced_is_an_outlet() -> None:
    """ "X, for example, said" names an outlet only where the text has said that outlets report."""
    announced = "Two other papers reported worse."

    assert names(announced, "Lodestar, for example, said that they fell.") == [("Lodestar", "cites")]
    assert names("Lodestar, for example, said that they fell.") == []


def test_the_words_of_a_credit_are_the_name() -> None:
    """The span is the proof: it holds the name and nothing else."""
    reading, _ = kept(story("Gates opened", "It was so. The Lindow Gazette reported it, and the Velin Post said so."))
    page = reading.page.text

    assert [(one.name, one.span.of(page)) for one in credited(reading, reading.texts[0])] == [
        ("Lindow Gazette", "Lindow Gazette"),
        ("Velin Post", "Velin Post"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Reth said on Monday that the gates are open.",
        "The story was picked up by the Lindow Gazette.",  # had it later
        "The Lindow Gazette building was sold to Corvane.",
        "The picture was posted on Facebook by Ana Reth.",
        "They told Corvane that the gates are open.",
        "He travelled to Sundet via Lindow on Friday.",
    ],
)
def test_mere_mentions_are_no_credits(sentence: str) -> None:
    """A person, a subject, a platform, a firm, a place, and who had it later."""
    assert names(sentence) == []
