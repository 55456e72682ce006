"""What a cue does to its content, and how sure it sounds."""

import tomllib
from pathlib import Path

import pytest

from growth import growth
from make import a_claim, a_reading
from sayso.read.chain.mode import mode_why
from sayso.read.chain.stance import stance_of, stance_why
from sayso.read.chain.sure import sure_of, sure_why
from sayso.read.chain.why import Why
from sayso.read.verbs import forms

CASES = [
    ("said", "nobody was hurt", "asserts"),
    ("did not object to", "the plan", "asserts"),
    ("denied", "that it had failed", "denies"),
    ("has repeatedly denied", "taking part", "denies"),
    ("rejected", "claims that it had failed", "denies"),
    ("rejected", "the offer", "declines"),
    ("dismissed", "as false a report that it had failed", "denies"),
    ("said", "the reports were false", "denies"),
    ("said there was no truth to", "the story", "denies"),
    ("could not verify", "the footage", "doubts"),
    ("questioned", "whether it would hold", "doubts"),
    ("cast doubt on", "the figures", "doubts"),
    ("said", "it was unclear who had fired", "doubts"),
    ("vowed", "to fight on", "promises"),
    ("threatened", "to sue", "promises"),
    ("warned", "“we will answer in kind”", "promises"),
    ("warned", "that the ice was thin", "asserts"),
    ("said", "“I promise you the road will open”", "promises"),
    ("demanded", "an apology", "demands"),
    ("called on", "the council to act", "demands"),
    ("urged", "the council to act", "demands"),
    ("asked", "if it would hold", "asserts"),
    ("asked", "the council to act", "demands"),
    ("declined to", "comment", "declines"),
    ("would not say", "who had fired", "declines"),
    ("refused to comment", "on the sale", "declines"),
    ("did not immediately respond to", "requests for comment", "declines"),
    ("neither confirmed nor denied", "the sale", "declines"),
]


@pytest.mark.parametrize(("cue", "content", "stance"), CASES)
def test_a_cue_has_its_stance(cue: str, content: str, stance: str) -> None:
    """Threats promise, negative events are asserted, what others said is denied, silence declines."""
    assert stance_of(cue, content) == stance


@pytest.mark.parametrize(
    ("cue", "content", "sure"),
    [
        ("said", "it may rain", "possible"),
        ("said", "it might rain", "possible"),
        ("said", "it will likely rain", "probable"),
        ("said", "the dam appears to leak", "probable"),
        ("suggested", "the dam leaks", "probable"),
        ("said", "it will rain in May", "certain"),
        ("said", "the gates were shut so that it could not flood", "certain"),
        ("said", "it could not fly", "certain"),
    ],
)
def test_hedges_tell_how_sure_it_sounds(cue: str, content: str, sure: str) -> None:
    """Only hedges of the first clause count, and a month is none."""
    assert sure_of(cue, content) == sure


def test_a_verb_has_all_its_forms() -> None:
    """Irregular, doubled and phrasal verbs are inflected by their first word."""
    assert forms("tell") == ("tell", "tells", "told", "told", "telling")
    assert forms("deny") == ("deny", "denies", "denied", "denied", "denying")
    assert forms("admit")[4] == "admitting"
    assert forms("call for")[2] == "called for"


LINES = tomllib.loads((Path(__file__).parent / "stance_cases.toml").read_text("utf-8"))["cases"].strip().splitlines()
ROWS = [tuple(part.strip() for part in line.split("|")) for line in LINES]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " | ".join(row[:2])[:60])
def test_words_said_have_their_stance(row: tuple[str, ...]) -> None:
    """Each line of stance_cases.toml, whether its cue or the words said themselves tell the stance."""
    cue, content, *want = row
    assert [stance_of(cue, content), sure_of(cue, content)] == [*want, "certain"][:2]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " | ".join(row[:2])[:60])
def test_a_stance_is_told_by_words_that_stand_there(row: tuple[str, ...]) -> None:
    """The words that decide are in the cue or the content as printed; an assertion by default has none."""
    cue, content, *_ = row
    why = stance_why(cue, content)
    assert why.words is None if why.value == "asserts" else why.words in cue or why.words in content


@pytest.mark.parametrize(
    ("cue", "content", "why"),
    [
        ("said", "the road is open", Why("asserts")),
        ("flatly denied", "any part in it", Why("denies", "denied")),
        ("said", "“We will NOT rest until the last one is home,”", Why("promises", "We will NOT rest")),
        ("told", "“Please move back,”", Why("demands", "Please")),
        ("called", "for a truce", Why("demands", "called")),
        ("was not", "immediately available for comment", Why("asserts")),
    ],
)
def test_a_stance_has_its_words(cue: str, content: str, why: Why[str]) -> None:
    """The deciding words come with the stance."""
    assert stance_why(cue, content) == why


@pytest.mark.parametrize(
    ("cue", "content", "why"),
    [
        ("said", "the road is open", Why("certain")),
        ("said", "Perhaps the road is open", Why("possible", "Perhaps")),
        ("allegedly took", "a bribe", Why("probable", "allegedly")),
        ("denied", "that the road might open", Why("certain")),
    ],
)
def test_sureness_has_its_words(cue: str, content: str, why: Why[str]) -> None:
    """The hedge comes with the sureness."""
    assert sure_why(cue, content) == why


@pytest.mark.parametrize(
    ("cue", "why"),
    [
        ("said", Why("statement", "said")),
        ("believes", Why("attitude", "believes")),
        ("doubts", Why("attitude", "doubts")),
        ("cast doubt on", Why("statement", "cast doubt on")),
        ("voiced concern about", Why("statement", "voiced")),
        ("is worried about", Why("attitude", "worried about")),
        ("would not discuss", Why("statement", "would not discuss")),
        ("appealed for", Why("statement", "appealed for")),
        ("rumour had it", Why("statement", "rumour had it")),
        ("in his view", Why("statement", "view")),
    ],
)
def test_a_mode_has_its_words(cue: str, why: Why[str]) -> None:
    """Something was said, or only thought; the word of saying or thinking comes with it."""
    reading = a_reading(f"Ana Sur {cue} the road.")
    assert mode_why(a_claim(reading, "the road", source="Ana Sur", cue=cue), cue, "the road") == why


@pytest.mark.parametrize(
    "piece",
    ["the press ", "“We will. ", "or we will ", "ask ", "is not ", "\t\n  ", "reports that ", "a" * 30, "could "],
)
def test_deciding_takes_no_more_than_its_share_of_a_long_cue_and_content(piece: str) -> None:
    """Four times the hostile words take about four times the time; a quadratic pass takes sixteen."""

    def decide(size: int) -> None:
        words = piece * size
        stance_why(words, words)
        sure_why(words, words)

    assert growth(decide, 2000) < 10
