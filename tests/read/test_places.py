"""The places of a page: found, told apart, put on the globe. Places are real, what happens there is invented."""

from dataclasses import replace
from pathlib import Path

import pytest

from growth import growth
from make import a_reading
from make_gazetteer import a_gazetteer
from sayso.read.names.reader import Names
from sayso.read.places.gazetteer import gazetteer
from sayso.read.places.located import Located
from sayso.read.places.reader import Places
from sayso.read.sentences import Sentences
from sayso.record import Event, Mention, Place, Reading, Role, Span

real = pytest.mark.skipif(gazetteer() is None, reason="no gazetteer is compiled here")


def read(text: str, *, reader: Places | None = None, url: str | None = None) -> Reading:
    reading = a_reading(text)
    reading = replace(reading, page=replace(reading.page, url=url))
    return (reader or Places())(Names()(Sentences()(reading)))


def told(text: str, **how: str) -> list[tuple[str, str, str | None]]:
    """The words, the use and the id of every place."""
    return [(place.span.of(text), place.used_as, place.gazetteer_id) for place in read(text, **how).places]  # type: ignore[arg-type]


@real
def test_what_stands_behind_a_comma_decides() -> None:
    """Springfield, Ill. is another than Springfield, Missouri."""
    assert told("The ferry firm Ostrel moved to Springfield, Ill., last week.") == [
        ("Springfield", "place", "geonames:4250542"),
        ("Ill.", "place", "geonames:4896861"),
    ]
    assert ("Springfield", "place", "geonames:4409896") in told(
        "A kite shop opened in Springfield, Missouri, on Friday."
    )


@real
def test_a_region_is_told_from_the_city_it_is_called_after() -> None:
    """The word behind the name decides, in small letters too."""
    assert told("A storm broke greenhouses in Tula region on Monday.") == [("Tula region", "place", "geonames:480508")]
    assert told("Bakers from all of Kharkiv Oblast met in Kharkiv on Monday.") == [
        ("Kharkiv Oblast", "place", "geonames:706482"),
        ("Kharkiv", "place", "geonames:706483"),
    ]


@real
def test_the_rest_of_the_page_decides() -> None:
    """London is in Ontario where all else is, and one name means one place on a page."""
    text = "A tram hit a kiosk in London on Friday. Crews from Toronto, in Ontario, helped. London has few trams."
    assert [ident for words, _, ident in told(text) if words == "London"] == ["geonames:6058560"] * 2
    assert [ident for _, _, ident in told("A tram ran into a kiosk in London on Friday.")] == ["geonames:2643743"]


@real
@pytest.mark.parametrize(
    ("text", "words", "used_as"),
    [
        ("Moscow claimed that the barge was empty.", "Moscow", "government"),
        ("Kyiv's position on the barge has not changed.", "Kyiv", "government"),
        ("Talks with Ankara on the barge went on.", "Ankara", "government"),
        ("France has imposed a ban on barges.", "France", "government"),
        ("Ukraine struck an empty barge.", "Ukraine", "government"),
        ("A barge sank in Moscow on Monday.", "Moscow", "place"),
        ("Fog lay along the border with Poland on Monday.", "Poland", "place"),
        ("Turkish officials looked for the barge.", "Turkish", "people"),
        ("The Kentucky State Police looked for the barge.", "Kentucky", "name"),
    ],
)
def test_what_a_name_is_used_as(text: str, words: str, used_as: str) -> None:
    """A government, a people and a part of a body's name are no place where anything happens."""
    assert [used_as] == [use for found, use, _ in told(text) if found == words]


@real
@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton sold her canoe.", "The clerk, Chelsea Clinton, read a poem.", "Jack London wrote to them.",
        "Reading is hard, the teacher said.", "On Sunday the fair ended.", "They gave us a boat.",
    ],
)  # fmt: skip
def test_people_and_plain_words_are_no_places(text: str) -> None:
    """A place called like a person or a word is none where the page means the person or the word."""
    assert told(text) == []


@real
def test_a_part_of_a_place_lies_in_that_part() -> None:
    """ "Southern" moves the pin and takes in less."""
    (whole,) = read("Rain fell in Ukraine.").places
    (part,) = read("Rain fell in southern Ukraine.").places
    assert whole.lat and part.lat and part.lat < whole.lat
    assert whole.radius_km and part.radius_km and part.radius_km < whole.radius_km


@real
def test_the_domain_says_where_a_page_is_at_home() -> None:
    """A page of Canada means the Cambridge of Canada where nothing else speaks."""
    text = "A kiosk burned in Cambridge on Friday."
    assert told(text, url="https://kiosk.example.ca/a") == [("Cambridge", "place", "geonames:5913695")]
    assert told(text) == [("Cambridge", "place", "geonames:2653941")]


def test_every_place_has_an_id_and_a_radius(tmp_path: Path) -> None:
    """What a map needs is there, from whatever gazetteer the reader is given."""
    (place,) = read("A barge sank near Kiev.", reader=Places(a_gazetteer(tmp_path))).places
    assert (place.name, place.kind, place.country, place.gazetteer_id) == ("Kyiv", "city", "UA", "geonames:703448")
    assert (place.lat, place.lon) == (50.45, 30.52)
    assert place.radius_km and place.radius_km > 10


def test_the_version_says_whether_there_is_a_gazetteer(tmp_path: Path) -> None:
    """So that pages are read again once there is one."""
    assert Places(a_gazetteer(tmp_path)).version == "2"


def test_an_event_has_the_place_told_nearest_to_it() -> None:
    """A government is no place of an event; what comes before a trigger belongs to it unless it is another's."""
    text = "Moscow said a barge sank near Odesa and a kiosk burned in Kyiv."
    reading = Sentences()(a_reading(text))

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    places = (
        Place(span=at("Moscow"), name="Moscow", used_as="government"),
        Place(span=at("Odesa"), name="Odesa"),
        Place(span=at("Kyiv"), name="Kyiv"),
    )
    events = tuple(Event(id=word, span=at(word), trigger=word, kind="accident") for word in ("sank", "burned"))
    found = Located()(replace(reading, places=places, events=events)).events
    assert [[place.name for place in event.places] for event in found] == [["Odesa"], ["Kyiv"]]


HOSTILE = {
    "one name over and over": lambda n: "A barge sank in Springfield. " * n,
    "capitals without end": lambda n: "Springfield " * n + ".",
    "small words in names": lambda n: "Kyiv " + "of the " * n + "Kyiv.",
    "commas without end": lambda n: "Springfield, Illinois, " * n,
    "hyphens": lambda n: "Kyiv-" * n,
    "other names": lambda n: " ".join(f"Kyiv{k} Oblast" for k in range(n)),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_takes_linear_time(kind: str, tmp_path: Path) -> None:
    """Four times the text takes about four times the time, whatever it is made of."""
    reader = Places(a_gazetteer(tmp_path))
    made = {n: Names()(Sentences()(a_reading(HOSTILE[kind](n)))) for n in (400, 1600)}
    assert growth(lambda n: reader(made[n]), 400) < 10


@pytest.mark.parametrize("text", ["\x00\x00", "Ｋｙｉｖ", "K" * 5000, "İİİ Kyiv", "Kyiv’s’s’s", "’s", ". . ."])
def test_odd_text_harms_nothing(text: str, tmp_path: Path) -> None:
    """Whatever the characters are, places have spans on the page."""
    reader = Places(a_gazetteer(tmp_path))
    reading = reader(Sentences()(a_reading(f"In {text} a barge sank.")))
    assert all(place.span.end <= len(reading.page.text) for place in reading.places)


def test_who_does_something_is_not_where_it_happens() -> None:
    """A country that an event names as its actor is no place of that event."""
    text = "Norvia hit a barge near Odesa."
    reading = Sentences()(a_reading(text))
    mention = Mention(id="m", span=Span(0, 6), form="name")
    event = Event(id="e", span=Span(7, 10), trigger="hit", kind="strike", roles=(Role(part="actor", mention_id="m"),))
    places = (Place(span=Span(0, 6), name="Norvia"), Place(span=Span(24, 29), name="Odesa"))
    (found,) = Located()(replace(reading, mentions=(mention,), places=places, events=(event,))).events
    assert [place.name for place in found.places] == ["Odesa"]


def test_a_reading_without_a_gazetteer_has_no_places() -> None:
    """Reading goes on, and nothing is invented."""
    reader = Places()
    reader._book = None
    assert read("A barge sank in Kyiv.", reader=reader).places == ()


@real
@pytest.mark.parametrize(
    ("text", "url", "placed"),
    [
        ("A mill burnt down in Lindow on Friday.", None, False),
        ("A mill burnt down in Lindow, Germany, on Friday.", None, True),
        ("A mill burnt down in Lindow on Friday. Crews came from Berlin.", None, True),
        ("A mill burnt down in Lindow on Friday.", "https://kurier.example.de/mill", True),
        ("A mill burnt down in Hamburg on Friday.", None, True),
    ],
)
def test_a_small_town_is_put_on_the_globe_where_the_page_bears_it_out(text: str, url: str | None, placed: bool) -> None:
    """Many a name is also that of some village: alone it says that there is a place, not which."""
    found = next(place for place in read(text, url=url).places if place.span.of(text) in ("Lindow", "Hamburg"))
    assert [value is not None for value in (found.lat, found.lon, found.gazetteer_id)] == [placed] * 3
    assert found.used_as == "place"
