"""Which published documents a story item has something from."""

import pytest
from tests.make_pages import kept, story

from sayso.record import Source
from sayso.weigh.trace.documents import documents_in, is_published
from sayso.weigh.trace.papers import is_piece


def found(*paragraphs: str) -> list[str]:
    reading, _ = kept(story("Gates opened", *paragraphs))
    documents = documents_in(reading, reading.texts[0])
    assert [one.span.of(reading.page.text) for one in documents] == [one.said for one in documents]
    return [one.said for one in documents]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The board said in a statement that the gates are open.", "a statement"),
        ("In a post on the matter she said so.", "a post"),
        ("On its website, the board describes the gates as new.", "its website"),
        ("According to the lock board's website, they are new.", "the lock board's website"),
        ("A clip was shared on the @gatewatch Instagram page.", "the @gatewatch Instagram page"),
        ("Parents on Telegram said that they had heard it fall.", "Parents on Telegram"),
        ("The keeper took to Twitter to explain.", "Twitter"),
        ("A fan [via reddit] noticed the crack.", "reddit"),
        ("A YouTube video shows the gates.", "A YouTube video"),
        ("She spotted it in a Facebook event that was later gone.", "a Facebook event"),
        ("A notice at Corvane Harbour puts the gap at nine metres.", "A notice at Corvane Harbour"),
        ("It is in court filings obtained by the Lindow Gazette.", "court filings"),
    ],
)
def test_what_is_published_and_carries_what_is_passed_on(sentence: str, said: str) -> None:
    """Statements, posts, own websites, people on a platform, papers that speak or were obtained."""
    assert found(sentence) == [said]


@pytest.mark.parametrize(
    "sentence",
    [
        "The board has not issued a statement.",
        "The Lindow Gazette reported on its website that they fell.",
        "The picture was shared thousands of times on Instagram.",
        "Facebook said that it would look into it.",
        "According to Reth's account, the gates fell.",
        "The board sells tickets on its website.",
    ],
)
def test_what_is_no_document(sentence: str) -> None:
    """None issued, an outlet's own site, how far it spread, a firm, somebody's telling, nothing passed on."""
    assert found(sentence) == []


def test_a_post_that_stands_in_the_text_is_its_writers() -> None:
    """The signature names the writer; an outlet's account is an outlet."""
    reading, _ = kept(
        story(
            "Gates opened",
            "Look at this! — Ana Reth (@anareth) March 5, 2026",
            "They fell. — Lindow Gazette (@lindowgazette) March 5, 2026",
        )
    )

    assert [(one.said, one.outlet) for one in documents_in(reading, reading.texts[0])] == [
        ("Ana Reth", False),
        ("Lindow Gazette", True),
    ]


@pytest.mark.parametrize(
    ("described", "piece", "published"),
    [
        ("the report", True, True),
        ("a recent article", True, True),
        ("a police report", False, True),
        ("Reth's account", False, False),
    ],
)
def test_kinds_of_documents(described: str, piece: bool, published: bool) -> None:
    """ "The report" is some outlet's; a body's is not; a person's account is published by nobody."""
    source = Source(id="s", kind="document", described_as=described)

    assert (is_piece(source), is_published(source)) == (piece, published)
