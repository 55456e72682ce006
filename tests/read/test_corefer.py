"""Whom pronouns and descriptions stand for, and by which rule."""

from dataclasses import replace

import pytest

from make import a_reading
from sayso.read.corefer.reader import Corefer
from sayso.read.names.reader import Names
from sayso.read.sentences import Sentences
from sayso.record import Mention, Reading, Span, Text, make_id


def read(text: str, headline: str | None = None) -> Reading:
    return Corefer()(Names()(Sentences()(a_reading(text, headline=headline))))


def tied(reading: Reading, words: str) -> tuple[str | None, str | None]:
    """(name, rule) of the last mention with these words."""
    names = {entity.id: entity.name for entity in reading.entities}
    found: list[Mention] = [m for m in reading.mentions if m.span.of(reading.page.text) == words]
    return names.get(found[-1].entity_id or ""), found[-1].resolved_by


@pytest.mark.parametrize(
    ("text", "words", "name", "rule"),
    [
        ("Ana Sur told Tor Lind that she would go.", "she", "Ana Sur", "same sentence"),
        ("Tor Lind said it was late. He left.", "He", "Tor Lind", "previous speaker"),
        ("Tor Lind met Ana Sur. He left.", "He", "Tor Lind", "previous subject"),
        ("Mrs. Sur met Mr. Lind. He left.", "He", "Lind", "nearest"),
        ("Sen. Ida Quill voted no. The senator left.", "The senator", "Ida Quill", "previous subject"),
        (
            "The Ministry of Water shut it. The ministry said so.",
            "The ministry",
            "Ministry of Water",
            "previous subject",
        ),
        (
            "Teralux Holdings lost money. The company said so.",
            "The company",
            "Teralux Holdings",
            "trade, previous subject",
        ),
        ("Two aides said so. The aides added that it rained.", "The aides", "Two aides", "previous speaker"),
        ("One rower said so. He added that it rained.", "He", "One rower", "previous speaker"),
        ("The Tarn Tribune said so. The newspaper added more.", "The newspaper", "Tarn Tribune", "previous speaker"),
    ],
)
def test_it_is_tied_to_the_nearest_that_fits(text: str, words: str, name: str, rule: str) -> None:
    """Same sentence's subject, previous speaker, previous subject, nearest: in that order, and marked."""
    assert tied(read(text), words) == (name, rule)


def test_what_fits_nobody_stays_untied() -> None:
    """A pronoun with nobody before it is kept and tied to nobody."""
    assert tied(read("It rained. He left."), "He") == (None, None)


def test_a_title_of_the_other_gender_does_not_fit() -> None:
    """ "She" is not the king."""
    assert tied(read("King Olaf arrived. She left."), "She") == (None, None)


def test_a_pronoun_once_tied_tells_the_gender() -> None:
    """After "Lind … he", a later "she" is not Lind."""
    reading = read("Ana Sur waited. Kim Lind said he was late. She left.")
    assert tied(reading, "She")[0] == "Ana Sur"


def test_nothing_is_tied_across_story_items() -> None:
    """A pronoun in one item never means somebody only another item names."""
    reading = a_reading("Tor Lind spoke.\n\nHe left.")
    page, first = reading.page, reading.texts[0]
    items = [
        Text(id=make_id("text", k), page_id=page.id, kind="brief", span=span, body=(span,))
        for k, span in enumerate(first.body)
    ]
    apart = Corefer()(Names()(Sentences()(replace(reading, texts=tuple(items)))))
    assert tied(apart, "He") == (None, None)


def test_a_headline_says_who_by_office_and_the_item_says_by_name() -> None:
    """ "minister says" is the one minister the same item names, or its one untitled speaker; two leave it open."""
    assert tied(read("Foreign Minister Eva Strand left.", "Talks over, minister says"), "minister") == (
        "Eva Strand", "same item",
    )  # fmt: skip
    two = read("Energy Minister Eva Strand met Labour Minister Leif Dahl.", "Talks over, minister says")
    assert not [m for m in two.mentions if m.resolved_by == "same item"]


def test_pronouns_inside_quotations_are_left_alone() -> None:
    """Whom a quoted "he" means, the page does not say."""
    reading = read("Tor Lind smiled. “He is late,” Ana Sur said.")
    assert [m for m in reading.mentions if m.form == "pronoun"] == []


def test_spans_lie_on_their_words() -> None:
    """A mention stands exactly on what it marks."""
    reading = read("Tor Lind said it was late. He left.")
    he = next(m for m in reading.mentions if m.form == "pronoun")
    assert he.span == Span(27, 29)
