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
