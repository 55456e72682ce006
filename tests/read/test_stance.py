"""What a cue does to its content, and how sure it sounds."""

import pytest

from sayso.read.chain.stance import stance_of
from sayso.read.chain.sure import sure_of
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
