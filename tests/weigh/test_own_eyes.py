"""What an outlet's reporter saw or heard is that outlet's own knowledge, however the sentence is built."""

import pytest
from tests.make_mentions import among, counted, joined, mentions, source, stood
from tests.make_mentions import by as spoken_by
from tests.make_pages import own, said

from sayso.weigh.trace.upstream import upstream


def basis(line: str) -> str:
    """What a bare sentence of the Harbour Post rests on."""
    row = stood(own(line))
    return upstream(row, among([row])).basis


@pytest.mark.parametrize(
    "line",
    [
        "A reporter of the Harbour Post, who was on the quay for the fair, saw the bow go through the planks.",
        "Our correspondent Ana Reth, standing at the gate, has just heard three shots from inside.",
        "The correspondent of the Harbour Post, having climbed the dam on Sunday, counted eleven cracks in it.",
        "This newspaper's reporter saw the doors chained.",
        "Forty lorries were counted by a reporter for this newspaper.",
        "The school is shut; one of our reporters saw a chain on its gate.",
        "The school is shut, and we saw a chain on its gate.",
        "A Harbour Post photographer at the scene saw two of them fall.",
    ],
)
def test_a_reporter_is_the_outlets_eyes(line: str) -> None:
    """With a name, an aside, a place between, or seen by them."""
    assert basis(line) == "saw"


@pytest.mark.parametrize(
    "line",
    [
        "A reporter of the old school, Pavel Drake ran the paper for years.",
        "The correspondent who covered the war died on Sunday.",
        "We will see.",
        "The crew repaired the mast.",
    ],
)
def test_a_reporter_who_sees_nothing_is_no_witness(line: str) -> None:
    """A reporter in the sentence is not enough."""
    assert basis(line) == "none"


def test_another_outlets_reporter_is_that_outlets() -> None:
    """ "A reporter for the Jubel Direct heard it": one origin with that outlet's own page."""
    rows = [
        stood(own("Our reporter heard three shots from the barracks."), outlet="Jubel Direct"),
        stood(own("A reporter for Jubel Direct heard shooting inside the barracks."), outlet="Brief", minute=9),
    ]
    every = mentions(rows)

    assert (counted(every).interval, joined(every)) == ((1, 1), [("Brief", "Jubel Direct", "cites")])


def test_a_reporter_taken_for_a_source_is_the_outlets_eyes() -> None:
    """Where the reading has "a reporter" tell it, the sentence still says that they saw it."""
    row = stood(said("eleven cracks in the dam"), "A reporter counted eleven cracks in the dam.")

    assert mentions([spoken_by(row, source(None, "A reporter", "unnamed"))])[0].basis == "saw"
