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


@pytest.mark.parametrize(
    ("text", "words", "name", "rule"),
    [
        (
            "Brenmark Logistics shut two depots. The haulier said so.",
            "The haulier",
            "Brenmark Logistics",
            "trade, previous subject",
        ),
        (
            "The airline Kestrair cut ten flights. The carrier blamed fog.",
            "The carrier",
            "Kestrair",
            "trade, previous subject",
        ),
        (
            "Novalis, the insulin maker, cut prices. The drugmaker said so.",
            "The drugmaker",
            "Novalis",
            "trade, previous subject",
        ),
        (
            "The Free Front of Osk took the radio. The rebels said so.",
            "The rebels",
            "Free Front of Osk",
            "member, previous subject",
        ),
        (
            "Sonja Petrik, 52, was freed. The 52-year-old said so.",
            "The 52-year-old",
            "Sonja Petrik",
            "age, previous subject",
        ),
        ("Sonja Petrik, 52, was freed. The 31-year-old said so.", "The 31-year-old", None, None),
        (
            "Sonja Petrik was freed. The former nurse said so.",
            "The former nurse",
            "Sonja Petrik",
            "epithet, previous subject",
        ),
        (
            "Sonja Petrik was freed. The mother of two said so.",
            "The mother",
            "Sonja Petrik",
            "epithet, previous subject",
        ),
        (
            "Judge Sonja Petrik was freed. The hostage said so.",
            "The hostage",
            "Sonja Petrik",
            "epithet, previous subject",
        ),
        ("Judge Sonja Petrik was seen. The architect said so.", "The architect", None, None),
        ("Olaf Brandt won. The Norwegian said so.", "The Norwegian", "Olaf Brandt", "people, previous subject"),
        ("Lena Strand and her brother, Nils, rowed. Her brother said so.", "Her brother", "Nils", "kin, nearest"),
        (
            "Edda Rook met her deputy, Olav Tann, at noon. Her deputy said so.",
            "Her deputy",
            "Olav Tann",
            "kin, nearest",
        ),
        ("Bo Karr spoke of his years as a businessman. He said so.", "He", "Bo Karr", "previous speaker"),
        ("The candidate is Bo Karr. He said so.", "He", "Bo Karr", "previous subject"),
        ("Ilse Tarn thanked Bo Karr. The latter said so.", "The latter", "Bo Karr", "latter of two"),
        ("Ilse Tarn thanked Bo Karr. The former said so.", "The former", "Ilse Tarn", "former of two"),
        (
            "Sonja Petrik and Karel Dub wed. The couple said so.",
            "The couple",
            "Sonja Petrik and Karel Dub",
            "named together",
        ),
        ("Sonja Petrik and Karel Dub wed. They said so.", "They", "Sonja Petrik and Karel Dub", "named together"),
        ("Kim Vale broke a toe. “It hurt,” they said.", "they", "Kim Vale", "only person around"),
        ("Police arrested Jan Holub. They said so.", "They", "Police", "previous subject"),
        ("Two fishermen were found. They said so.", "They", "Two fishermen", "previous subject"),
        ("Ambria denied it. It said so.", "It", "Ambria", "previous speaker"),
        ("The Hill Bank will close ten branches, it said.", "it", "Hill Bank", "same sentence"),
        ("A woman in a red coat stopped the tram. She said so.", "She", "A woman in a red coat", "previous subject"),
        ("“It rained,” she said. Hanna Vold, a baker, was there.", "she", "Hanna Vold", "named next"),
        ("Weeping, the champion said so. Hanna Vold waved.", "the champion", "Hanna Vold", "named next"),
        ("The commander, who goes by Black Fox, said so.", "The commander", "Black Fox", "goes by"),
        ("Lise Ravn said the former minister lied.", "the former minister", None, None),
        ("The Lake Orm pipeline burst. The company said so.", "The company", None, None),
        ("Gull Letter reported it. The council said so.", "The council", None, None),
        ("I asked the host’s spokeswoman. She said so.", "She", "the host’s spokeswoman", "previous subject"),
        ("Three people told Norda. Ada Lind and Bo Karr met, said two of the people. It rained, they said.", "they",
         "Three people", "previous speaker"),
    ],
)  # fmt: skip
def test_the_rule_names_what_told_whom_it_means(text: str, words: str, name: str | None, rule: str | None) -> None:
    """Trades, members, ages, epithets, peoples, kin, pairs, a single "they", and whoever is named only later."""
    reading = read(text)
    marked = [m for m in reading.mentions if m.span.of(text) == words and m.resolved_by]
    assert (tied(reading, words) if marked else (None, None)) == (name, rule)


def test_a_given_name_tells_whom_he_and_she_mean() -> None:
    """Of two in one sentence the given names tell who is which."""
    assert tied(read("Karel Dub met Sonja Petrik. She left."), "She")[0] == "Sonja Petrik"
    assert tied(read("Sonja Petrik met Karel Dub. He left."), "He")[0] == "Karel Dub"


def test_a_name_that_is_called_a_lender_is_no_person() -> None:
    """What looks like a person's name is a body's once the page calls it by a trade; its mentions go with it."""
    reading = read("Orvell Trast lost a fifth of its value. The lender said rates had hurt.")
    assert [(e.kind, e.name) for e in reading.entities] == [("organisation", "Orvell Trast")]
    assert {m.entity_id for m in reading.mentions if m.form != "pronoun"} == {reading.entities[0].id}


def test_a_headline_may_name_whom_the_text_does_not() -> None:
    """Who is named in the headline alone is on stage from the first sentence."""
    reading = read("The singer left by bicycle. She said she was well.", "Freja Osk goes home")
    assert tied(reading, "The singer")[0] == tied(reading, "She")[0] == "Freja Osk"


def test_a_headline_says_a_body_by_its_head() -> None:
    """ "coastguard says" is the one coastguard that the item names."""
    reading = read("The Norvik Coastguard said the ship had sunk.", "Ship sinks, coastguard says")
    assert tied(reading, "coastguard") == ("Norvik Coastguard", "same item")


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
