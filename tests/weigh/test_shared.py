"""A paper that two outlets have seen is one origin."""

from dataclasses import replace

from tests.make_mentions import by, counted, joined, mentions, source, stood
from tests.make_pages import said

from sayso.weigh.trace.shared import with_papers
from sayso.weigh.trace.upstream import Upstream

FACT = "The bore at Karsk was fouled in February"
AGAIN = "The utility's own people found a solvent in the well at Karsk"


def pages(*papers: str) -> list[Upstream]:
    """The mentions of a point that every page has from a paper, of whose author nobody tells."""
    rows = []
    for at, (paper, fact) in enumerate(zip(papers, (FACT, AGAIN), strict=True)):
        row = stood(said(fact), outlet=("Harbour Post", "Lindow Echo")[at], minute=at)
        rows.append(by(row, replace(source(None, paper, "document"), anonymity="vague")))
    return with_papers(mentions(rows))


def test_two_reports_of_one_kind_are_one() -> None:
    """ "An internal report obtained by the Echo" is the report that the Post had seen: one origin, one document."""
    every = pages("an internal report seen by the Harbour Post", "a copy of the report obtained by the Lindow Echo")

    assert (counted(every).interval, joined(every)) == ((1, 1), [("Lindow Echo", "Harbour Post", "same_document")])


def test_a_letter_is_no_report() -> None:
    """Papers of two kinds are two, each with the outlet that it was shown to."""
    assert counted(pages("an internal report", "a letter to the board")).interval == (2, 2)
