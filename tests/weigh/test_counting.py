"""The rules of counting, mention by mention (docs/how/write-a-scenario.md)."""

from dataclasses import replace

from tests.make_mentions import among, by, counted, credit, joined, mentions, source, stood, told_to
from tests.make_pages import own, said

from sayso.weigh.trace.sides import interested
from sayso.weigh.trace.upstream import Told, spoken, upstream
from sayso.weigh.trace.voices import Voices

FACT = "The Kestrel mine at Dunmoor will close in October"
AGAIN = "In October the pit they call Kestrel is to shut for good"
THIRD = "Kestrel shuts down this autumn, with all hands laid off"
PAPER = source(None, "the report", "document")


def test_an_outlet_by_its_short_name_is_that_outlet() -> None:
    """ "According to the Post" on another page is the Harbour Post whose page is there."""
    rows = [stood(said(FACT)), stood(own(AGAIN, through=["Post"]), outlet="Lindow Echo", minute=9)]

    assert counted(mentions(rows)).interval == (1, 1)
    assert joined(mentions(rows)) == [("Lindow Echo", "Harbour Post", "cites")]


def test_an_outlet_taken_for_a_person_is_an_outlet() -> None:
    """A speaker that goes by the name of an outlet whose page is there is no voice."""
    rows = [stood(said(FACT)), stood(said(AGAIN, "Harbour Post"), outlet="Lindow Echo", minute=9)]

    assert counted(mentions(rows)).interval == (1, 1)


def test_an_outlet_taken_for_people_without_a_name_is_an_outlet() -> None:
    """ "According to Starlet 24", which the reading takes for somebody described: the outlet, in a cycle nothing."""
    first = by(stood(said(FACT), outlet="Starlet 24"), source("Gossip Now", None, "outlet"))
    second = by(stood(said(AGAIN), outlet="Gossip Now", minute=9), source(None, "Starlet 24", "unnamed"))

    assert counted(mentions([first, second])).interval == (0, 0)


def test_two_outlets_named_in_one_breath_are_two_origins() -> None:
    """ "The Post and the Echo report": a page leans on both."""
    rows = [
        stood(said(FACT)),
        stood(said(AGAIN), outlet="Lindow Echo", minute=5),
        stood(own(THIRD, through=["Harbour Post and Lindow Echo"]), outlet="Velin Radio", minute=9),
    ]

    assert counted(mentions(rows)).interval == (2, 2)
    assert {end for start, end, _ in joined(mentions(rows)) if start == "Velin Radio"} == {
        "Harbour Post",
        "Lindow Echo",
    }


def test_a_newspaper_without_a_name_is_no_origin() -> None:
    """What "a newspaper" reported cannot be looked up: nothing in the low count."""
    row = by(stood(said(FACT)), source(None, "a newspaper", "outlet"))

    assert counted(mentions([row])).interval == (0, 1)


def test_credit_in_the_sentence_is_a_citation() -> None:
    """ "(h/t Harbour Post)" in a bare sentence says where it has it from."""
    rows = [stood(said(FACT)), stood(own(AGAIN), f"{AGAIN} (h/t Harbour Post).", outlet="Lindow Echo", minute=9)]
    every = mentions(rows, {1: Told(credits=(credit(rows[1], "Harbour Post"),))})

    assert (counted(every).interval, joined(every)) == ((1, 1), [("Lindow Echo", "Harbour Post", "cites")])


def test_the_report_is_the_outlets_that_the_text_leans_on() -> None:
    """ "The report says", where the text has it from the Harbour Post, leads to the Harbour Post."""
    rows = [stood(own(FACT)), by(stood(said(AGAIN), outlet="Lindow Echo", minute=9), PAPER)]
    every = mentions(rows, {1: Told(leans_on="Harbour Post")})

    assert joined(every) == [("Lindow Echo", "Harbour Post", "cites")]


def test_an_agency_in_the_byline_is_a_wire() -> None:
    """A page signed by an outlet whose page is there has it from there."""
    rows = [stood(own(FACT), outlet="Norda"), stood(own(AGAIN), f"Norda. {AGAIN}", outlet="Lindow Echo", minute=9)]
    every = mentions(rows, {1: Told(credits=(credit(rows[1], "Norda", "wire"),))})

    assert joined(every) == [("Lindow Echo", "Norda", "wire")]


def test_people_who_told_this_outlet_are_its_own_though_the_text_is_signed_by_an_agency() -> None:
    """Officials told the Lindow Echo: the wire behind the rest of the page is not where that is from."""
    row = told_to(
        stood(said(FACT), f"{FACT}, they told the Lindow Echo.", outlet="Lindow Echo", minute=9), "Lindow Echo"
    )
    first = stood(said(AGAIN), outlet="Norda")
    wired = Told(credits=(replace(credit(row, "Lindow"), name="Norda", kind="wire"),))

    assert counted(mentions([first, row], {1: wired})).interval == (2, 2)


def test_who_told_another_outlet_is_told_there() -> None:
    """ "The mayor told Velin Radio" leads to Velin Radio, and the mayor is the origin."""
    row = told_to(stood(said(FACT, "Ana Reth"), f"{FACT}, Ana Reth told Velin Radio.", minute=9), "Velin Radio")
    rows = [stood(said(AGAIN, "Ana Reth"), outlet="Velin Radio"), row]

    assert (counted(mentions(rows)).interval, joined(mentions(rows))) == (
        (1, 1),
        [("Harbour Post", "Velin Radio", "told")],
    )


def test_what_an_outlet_has_learned_is_its_own() -> None:
    """ "The Harbour Post has learned" makes the Harbour Post an origin."""
    row = stood(own(FACT), f"{FACT}, the Harbour Post has learned.")

    assert counted(mentions([row])).interval == (1, 1)


def test_what_a_reporter_saw_is_an_origin() -> None:
    """ "A reporter of this newspaper saw": rule 4."""
    row = stood(own(FACT), f"{FACT}; a Post reporter saw the notice.")

    assert [one.basis for one in mentions([row])] == ["saw"]


def test_what_another_outlet_has_learned_is_not_this_ones() -> None:
    """ "The Lindow Echo has learned", on a page of the Harbour Post, says nothing of the Post."""
    row = stood(own(FACT), f"{FACT}, the Lindow Echo has learned.")

    assert [one.basis for one in mentions([row])] == ["none"]


def test_who_reported_it_first_is_named_though_it_was_confirmed() -> None:
    """A second outlet with sources of its own that says who was first: two origins and an edge."""
    rows = [
        stood(said(FACT)),
        stood(said(AGAIN), f"{AGAIN}. Harbour Post first reported it.", outlet="Lindow Echo", minute=9),
    ]
    every = mentions(rows, {1: Told(credits=(credit(rows[1], "Harbour Post"),))})

    assert (counted(every).interval, joined(every)) == ((2, 2), [("Lindow Echo", "Harbour Post", "cites")])


def test_a_bare_sentence_that_begins_with_a_speaker_is_that_speakers_word() -> None:
    """ "Clean Lake counted" on a page is the word of Clean Lake, which another page quotes."""
    rows = [
        by(stood(said(FACT, "Clean Lake")), source("Clean Lake", kind="organisation")),
        stood(own("Clean Lake spoke of closing the pit"), outlet="Lindow Echo", minute=9),
    ]
    every = spoken(mentions(rows))

    assert counted(every).interval == (1, 1)


def test_a_relay_that_misnames_whom_its_source_quotes_adds_nothing() -> None:
    """What a page has through an outlet that tells the same from somebody is from that somebody."""
    rows = [
        stood(said(FACT, "Ana Reth")),
        stood(said(AGAIN, "Oskar Lind", through=["Harbour Post"]), outlet="Lindow Echo", minute=9),
    ]

    assert counted(mentions(rows)).interval == (1, 1)


def test_a_bare_sentence_of_an_agency_is_covered() -> None:
    """An agency's headline is covered by whom its page quotes."""
    quoted = stood(said(FACT, "Ana Reth"), outlet="Reuters")
    bare = stood(own(AGAIN), outlet="Reuters", minute=1)

    assert counted(mentions([quoted, bare])).interval == (1, 1)


def test_no_edge_between_captures_of_one_address() -> None:
    """A page captured again is the same page."""
    first = stood(said(FACT, "Ana Reth"))
    second = stood(said(FACT, "Ana Reth"), minute=9)
    second = second._replace(page=replace(second.page, url=first.page.url))

    assert joined(mentions([first, second])) == []


def test_a_word_given_in_a_statement_is_one_document() -> None:
    """Pages that quote a statement lead to the first that has it."""
    paper = source(None, "a statement by Corvane", "document")
    rows = [by(stood(said(FACT, "x")), paper), by(stood(said(AGAIN, "x"), outlet="Lindow Echo", minute=9), paper)]

    assert joined(mentions(rows)) == [("Lindow Echo", "Harbour Post", "same_document")]


def parties(content: str, speaker) -> int:  # type: ignore[no-untyped-def]
    row = by(stood(said(content, "x")), speaker)
    every = [upstream(row, among([row]))]
    return len(interested(every, Voices([speaker])))


def test_who_speaks_of_their_own_doing_is_a_side() -> None:
    """An army of its success, a firm of its product, a minister of a plan, the accused of the charge."""
    assert parties("two drones hit the depot", source("Orvanian General Staff", kind="office")) == 1
    assert parties("it has sold a million kettles", source("Corvane", kind="organisation")) == 1
    assert parties("the tax will go", source("Ana Reth", "finance minister")) == 1
    assert parties("Lind took no money", source("Oskar Lind")) == 1


def test_who_counts_what_befell_others_is_no_side() -> None:
    """Police, fire brigades, doctors, and a ministry that counts the dead."""
    assert parties("12 people were killed", source("Oskar Lind", "provincial police chief")) == 0
    assert parties("the fire destroyed 24 houses", source("Dunmoor Fire Brigade", kind="office")) == 0
    assert parties("12 people were killed", source(None, "the health ministry", "office")) == 0
    assert parties("the engine was burning", source("Oskar Lind", "trucker")) == 0
