"""Who and what a page names, and which names are one."""

import pytest

from make import a_reading
from sayso.read.names.reader import Names
from sayso.read.sentences import Sentences
from sayso.record import Entity, Reading


def read(text: str, headline: str | None = None) -> Reading:
    return Names()(Sentences()(a_reading(text, headline=headline)))


def entities(text: str, headline: str | None = None) -> dict[str, Entity]:
    return {entity.name: entity for entity in read(text, headline).entities}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Prime Minister Dario Keld spoke.", "Dario Keld", "person"),
        ("The porter, Otto Brand, 41, left.", "Otto Brand", "person"),
        ("They met Joost van der Berg there.", "Joost van der Berg", "person"),
        ("The Ministry of Water and Forests closed.", "Ministry of Water and Forests", "office"),
        ("He joined the Orlen Port Authority.", "Orlen Port Authority", "office"),
        ("She reads the Tarn Tribune.", "Tarn Tribune", "outlet"),
        ("The Norda news agency closed.", "Norda", "outlet"),
        ("He spoke to KTV.", "KTV", "outlet"),
        ("It was carried by Sarn Velde.", "Sarn Velde", "outlet"),
        ("It snowed, Sarn Velde reported.", "Sarn Velde", "outlet"),
        ("She told El Puerto that it snowed.", "El Puerto", "outlet"),
        ("She told Signal 4 that it snowed.", "Signal 4", "outlet"),
        ("She told the Sunday Mirror that it snowed.", "Sunday Mirror", "outlet"),
        ("She told the Observer that it snowed.", "Observer", "outlet"),
        ("A Velde correspondent saw it.", "Velde", "outlet"),
        ("She reads Folkebladet.", "Folkebladet", "outlet"),
        ("She told Sarn Velde that it snowed.", "Sarn Velde", "person"),
        ("Sarn Velde told reporters that it snowed.", "Sarn Velde", "person"),
        ("They live in Norway.", "Norway", "place"),
        ("It hit Lower Tarn Oblast.", "Lower Tarn Oblast", "place"),
        ("The White House was lit.", "White House", "office"),
        ("NATO met.", "NATO", "organisation"),
        ("The Cocoa Board of Osk met.", "Cocoa Board of Osk", "office"),
        ("The High Court of Osk sat.", "High Court of Osk", "office"),
        ("The Osk Coastguard sailed.", "Osk Coastguard", "office"),
        ("He reads the Fenwick news agency Orbel.", "Orbel", "outlet"),
        ("They sued the health insurer Salvane.", "Salvane", "organisation"),
        ("The operator, Norgas, was fined.", "Norgas", "organisation"),
        ("Her employer, Basalt Minerals, said no.", "Basalt Minerals", "organisation"),
        ("The owner of the Tidewater hotel, Bertil Nakam, said no.", "Bertil Nakam", "person"),
        ("He banks with Aurel & Sohn.", "Aurel & Sohn", "organisation"),
        ("The People's Front of Osk won.", "People's Front of Osk", "organisation"),
        ("They joined the Farmers’ Alliance.", "Farmers’ Alliance", "organisation"),
        ("The Duke of Ashby left.", "Duke of Ashby", "person"),
        ("A smuggler known as Uncle Bo left.", "Uncle Bo", "person"),
        ("Kalvia said so. A Kalvian ship sank.", "Kalvia", "place"),
        ("He watched Kanal Fem.", "Kanal Fem", "outlet"),
        ("Vexel, which makes pumps, was sold.", "Vexel", "organisation"),
        ("They moved to New Jersey.", "New Jersey", "place"),
        ("They moved to South Florida.", "South Florida", "place"),
        ("They moved to Tarn, Ohio, with Orla Venn of Osk, Mich., once.", "Mich", "place"),
        ("They joined the Republican Party.", "Republican Party", "organisation"),
        ("They left the Green party.", "Green party", "organisation"),
        ("They asked Congress for it.", "Congress", "office"),
        ("Ask the Alliance to Plant Our Hills (APOH).", "Alliance to Plant Our Hills", "organisation"),
        ("They went to Tarn School 12 there.", "Tarn School 12", "organisation"),
        ("They work at Tarn University on Lake Osk.", "Tarn University", "organisation"),
        ("They praised RealVelmPolls twice.", "RealVelmPolls", "organisation"),
        ("They gave to Votes USA Now in May.", "Votes USA Now", "organisation"),
        ("They cite the Clean Rivers Act often.", "Clean Rivers Act", "other"),
        ("They met Libertarian Orla Venn there.", "Orla Venn", "person"),
        ("They met the Vennor administration there.", "Vennor", "person"),
        ("They told it to Kevin twice.", "Kevin", "person"),
        ("They met Tarn High Court Justice Orla Venn.", "Tarn High Court", "office"),
        ("A new Reuters/Ipsos poll says so.", "Ipsos", "organisation"),
        ("A new Washington Post-CNN poll says so.", "CNN", "outlet"),
    ],
)
def test_a_name_has_its_kind(text: str, name: str, kind: str) -> None:
    """Titles, heads, shapes and lists tell persons, bodies, outlets and places apart."""
    assert entities(text)[name].kind == kind


def test_a_person_is_one_however_named() -> None:
    """Full name, last name, and title with last name are one person; the titles are kept in the page's order."""
    found = entities("Governor Hanne Solvik won. Mrs. Solvik smiled. Solvik left. Hanne M. Solvik returned.")
    assert [e for e in found if "Solvik" in e] == ["Hanne M. Solvik"]
    assert found["Hanne M. Solvik"].titles == ("Governor", "Mrs")
    assert found["Hanne M. Solvik"].aliases == ("Hanne Solvik", "Solvik")


def test_two_people_of_one_last_name_stay_two() -> None:
    """A last name alone goes to the one named last before it."""
    reading = read("Ada Lind spoke. Tor Lind listened. Lind left.")
    names = {e.id: e.name for e in reading.entities}
    last = max(reading.mentions, key=lambda m: m.span)
    assert set(names.values()) == {"Ada Lind", "Tor Lind"}
    assert names[last.entity_id or ""] == "Tor Lind"


def test_an_abbreviation_of_an_outlet_is_the_outlet() -> None:
    """Two names on record for one outlet are one entity, kept under the record's name."""
    found = entities("The Financial Times said so. The FT repeated it.")
    assert [(e.name, e.aliases) for e in found.values()] == [("Financial Times", ("FT",))]


def test_initials_stand_for_a_body_named_in_full() -> None:
    """A body's initials are that body once the page has the full name."""
    assert list(entities("The General Fisheries Agency met. The GFA set quotas.")) == ["General Fisheries Agency"]


def test_an_office_in_apposition_is_a_title() -> None:
    """What stands between commas after a name is kept with the person, without its article."""
    found = entities("Ulla Brandt, the foreign policy spokesperson for the Civic Union, spoke.")
    assert found["Ulla Brandt"].titles == ("foreign policy spokesperson for the Civic Union",)


def test_an_office_before_a_name_and_a_comma_is_a_title() -> None:
    """So is what stands before the name and a comma."""
    assert entities("The union's chief negotiator, Ada Lind, spoke.")["Ada Lind"].titles == (
        "union's chief negotiator",
    )


@pytest.mark.parametrize("text", ["Investigators said little.", "Last Monday it rained.", "However, it rained."])
def test_a_capital_that_only_opens_a_sentence_is_no_name(text: str) -> None:
    """The first word's capital proves nothing."""
    assert entities(text) == {}


def test_a_headline_in_capitals_throughout_names_only_whom_the_page_names() -> None:
    """Title Case tells nothing by itself; the body does."""
    found = entities("Mayor Ana Sur closed the dam.", headline="Ana Sur Shuts Leaking Dam After Long Winter Storm")
    assert set(found) == {"Ana Sur"}
    reading = read("Mayor Ana Sur closed the dam.", headline="Ana Sur Shuts Leaking Dam After Long Winter Storm")
    assert [m.span.of(reading.page.text) for m in reading.mentions] == ["Ana Sur", "Ana Sur"]


def test_a_hyphened_adjective_is_no_name() -> None:
    """ "Orlen-based" names nobody, "Ki-moon" ends a name."""
    assert set(entities("Orlen-based Teralux hired Pak Ki-moon.")) == {"Teralux", "Pak Ki-moon"}


@pytest.mark.parametrize(
    "text",
    [
        "They met Sen. Orla Venn (R-Ohio) there.",
        "Most Republicans and Muslims stayed.",
        "They gave it to a PAC.",
        "They spoke on Election Day.",
    ],
)
def test_parties_labels_and_things_are_nobody(text: str) -> None:
    """A lawmaker's label, people of a party or faith, short forms of things and days are neither bodies nor persons."""
    kinds = {(e.name, e.kind) for e in read(text).entities if e.name not in {"Orla Venn", "Ohio"}}
    assert not {kind for _, kind in kinds} & {"person", "organisation", "office", "outlet"}


def test_a_name_of_letters_is_the_long_name() -> None:
    """Letters in brackets and the name that they shorten are one body."""
    found = entities("The Alliance to Plant Our Hills (APOH) met. Later APOH left.")
    assert found["Alliance to Plant Our Hills"].aliases == ("APOH",)


def test_a_last_name_goes_to_whom_the_page_is_about() -> None:
    """Of several who share a last name, the one named much more often keeps it though another was named later."""
    text = "Bo Karst spoke. Karst left. Karst sang. Karst ate. They met his wife, Heidi Karst. Later Karst wept."
    reading = read(text)
    names = {entity.id: entity.name for entity in reading.entities}
    assert names[reading.mentions[-1].entity_id or ""] == "Bo Karst"


def test_a_last_name_that_is_a_trade_is_a_name_where_its_bearer_is_named() -> None:
    """A trade with a capital is a last name on a page that has its bearer."""
    assert [
        m.span.of("Orla Baker spoke. Then Baker left.") for m in read("Orla Baker spoke. Then Baker left.").mentions
    ] == [
        "Orla Baker",
        "Baker",
    ]


def test_what_opens_a_sentence_is_no_part_of_a_known_name() -> None:
    """A verb before a name that the page has elsewhere is left out of it."""
    assert set(entities("Hold Orla Venn to it. They met Orla Venn there.")) == {"Orla Venn"}


@pytest.mark.parametrize(
    ("text", "title", "held", "time"),
    [
        ("Former President Oren Falk spoke.", "Former President", "former", None),
        ("President-elect Oren Falk spoke.", "President-elect", "coming", None),
        ("They met then-Mayor Oren Falk there.", "then-Mayor", "then", None),
        ("The acting governor, Oren Falk, left.", "acting governor", "acting", None),
        ("Governor Oren Falk left.", "Governor", "now", None),
        ("Oren Falk, mayor of Osk since 2019, spoke.", "mayor of Osk since 2019", "now", "since 2019"),
        ("Oren Falk, the mayor from 2009 to 2013, spoke.", "mayor from 2009 to 2013", "former", "from 2009 to 2013"),
    ],
)
def test_a_title_has_the_time_it_is_held(text: str, title: str, held: str, time: str | None) -> None:
    """Former, then, coming or acting, and from when to when, as printed."""
    [tenure] = entities(text)["Oren Falk"].tenures
    assert (tenure.title, tenure.held, tenure.time and tenure.time.of(text)) == (title, held, time)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # A list knows a firm by these initials; this page means its paper.
        ("Sources told the Harbour Post on Friday. The mayor has resigned, HP reports.", "Harbour Post"),
        # What looks like somebody who speaks, a firm or a weapon is an outlet where the page uses it as one.
        ("Ruby Bay Crier reported on Friday that the mayor had resigned.", "Ruby Bay Crier"),
        ("Lind told RowHub that he would stay.", "RowHub"),
        ("Two teachers told the Patriot that the siren stayed dumb.", "Patriot"),
    ],
)
def test_a_page_says_what_is_an_outlet_whatever_its_name_looks_like(text: str, name: str) -> None:
    """The frame outweighs lists of others' initials and the shape of the words."""
    assert entities(text)[name].kind == "outlet"
