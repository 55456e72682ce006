"""An outlet whose page tells the same is found by its name, however a page words that it has it from there."""

from dataclasses import replace

import pytest
from tests.make_mentions import by, counted, joined, mentions, source, stood
from tests.make_pages import Said, own, said

from sayso.record import Span, Stood

FACT = "The Kestrel mine at Dunmoor will close in October"
AGAIN = "In October the pit they call Kestrel is to shut for good"
FIRST = "Gruvebladet 24"  # no word of this name says that it is an outlet's


def telling(one: Said, line: str, outlet: str) -> Stood:
    """A claim at the head of a page that goes on."""
    row = stood(one, line, outlet=outlet, minute=9)
    return row._replace(claim=replace(row.claim, span=Span(0, len(AGAIN))))


def both(line: str, *, outlet: str = "Lindow Echo", by: str | None = None) -> tuple[tuple[int, int], list[str]]:
    """The interval of a scoop and of a page with a line of its own, and the kinds of the edges between the two."""
    second = said(AGAIN, by) if by else own(AGAIN)
    rows = [stood(said(FACT), outlet=FIRST), telling(second, line, outlet)]
    every = mentions(rows)
    return counted(every).interval, [kind for start, end, kind in joined(every) if (start, end) == (outlet, FIRST)]


@pytest.mark.parametrize(
    "line",
    [
        f"{AGAIN}, Gruvebladet 24 has it.",
        f"{AGAIN}, going by what stood in Gruvebladet 24 this morning.",
        f"{AGAIN}.\nMaterial from Gruvebladet 24 was used in this report.",
        f"{AGAIN}.\n— Gruvebladet 24",
    ],
)
def test_a_bare_sentence_leans_on_the_outlet_it_names(line: str) -> None:
    """In the sentence, in another that passes something on, in a line of credit: one origin."""
    interval, kinds = both(line)

    assert (interval, bool(kinds)) == ((1, 1), True)


@pytest.mark.parametrize("line", [f"{AGAIN}. The shop sells Gruvebladet 24.", f"{AGAIN}, @Gruvebladet 24x."])
def test_a_name_without_a_citation_is_none(line: str) -> None:
    """A sentence that passes nothing on, and another word that holds the name, credit nobody."""
    assert both(line) == ((1, 2), [])


def test_somebody_who_tells_it_to_the_outlet_was_heard_there() -> None:
    """ "Ana Reth confirmed it, telling Gruvebladet 24 that": told, and one more voice."""
    line = f"{AGAIN}, Ana Reth said, telling Gruvebladet 24 that it was so."

    assert both(line, by="Ana Reth") == ((1, 1), ["told"])


def test_a_page_with_a_source_of_its_own_still_leans_on_who_had_it() -> None:
    """Whoever says that the outlet reported it has it from there too; the count stays."""
    line = f"{AGAIN}, Ana Reth said. The closure was reported this morning by Gruvebladet 24."

    assert both(line, by="Ana Reth") == ((2, 2), ["cites"])


def test_the_text_of_an_agency_is_the_agencys_with_all_it_quotes() -> None:
    """A line that credits the whole text is a wire's, also where a speaker is named."""
    assert both(f"{AGAIN}, Ana Reth said.\nTranslated from Gruvebladet 24.", by="Ana Reth")[1] == ["wire"]


def test_an_outlet_goes_by_its_last_word_and_its_initials() -> None:
    """ "The Tagblatt" and "GLT" are the Gradin Landes Tagblatt, not where the page's own name ends so too."""
    first = stood(said(FACT), outlet="Gradin Landes Tagblatt")

    def seen(line: str, outlet: str) -> bool:
        every = mentions([first, telling(own(AGAIN), line, outlet)])
        return bool([1 for start, _, kind in joined(every) if start == outlet and kind == "cites"])

    found = [seen(f"{AGAIN}, said the Tagblatt.", "Echo"), seen(f"{AGAIN}, said GLT.", "Echo")]
    assert [*found, seen(f"{AGAIN}, said the Tagblatt.", "Velin Tagblatt")] == [True, True, False]


def test_a_paper_is_the_outlets_that_it_was_shown_to() -> None:
    """ "A copy of the letter seen by Gruvebladet 24", which tells it too, is no second origin."""
    rows = [stood(said(FACT), outlet=FIRST), stood(said(AGAIN), outlet="Lindow Echo", minute=9)]
    papers = [f"a copy of the letter seen by {name}" for name in (FIRST, "the Lindow Echo")]
    found = [counted(mentions([rows[0], by(rows[1], source(None, one, "unnamed"))])).interval for one in papers]

    assert found == [(1, 1), (2, 2)]
