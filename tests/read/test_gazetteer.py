"""The compiled file that places are looked up in."""

from pathlib import Path

import pytest

from make_gazetteer import PLACES, a_gazetteer
from sayso.errors import RecordError
from sayso.read.places.folding import folded
from sayso.read.places.gazetteer import BARE, CAPITAL, PRIMARY, SHORT, Gazetteer, gazetteer


@pytest.mark.parametrize(
    ("name", "fold"),
    [
        ("Saint-Étienne", "st etienne"), ("St. Étienne", "st etienne"), ("Łódź", "lodz"),
        ("Washington, D.C.", "washington dc"),
        ("Sana’a", "sanaa"), ("FORT WORTH", "ft worth"), ("", ""),
    ],
)  # fmt: skip
def test_one_spelling_for_every_way_to_write_a_name(name: str, fold: str) -> None:
    """Case, accents, stops, apostrophes and hyphens make no other name."""
    assert fold == folded(name)


def test_old_spellings_lead_to_the_place(tmp_path: Path) -> None:
    """Kiev is Kyiv, under its GeoNames id, in its country."""
    book = a_gazetteer(tmp_path)
    (lead,) = book.named("Kiev")
    assert (lead.row.id, lead.row.name, lead.row.country, lead.row.rank) == ("geonames:703448", "Kyiv", "UA", CAPITAL)
    assert [row.name for row in book.around(lead.row)] == ["Ukraine"]


def test_how_a_name_leads_to_a_place(tmp_path: Path) -> None:
    """A region is found without its kind and by its abbreviation, each marked as what it is."""
    book = a_gazetteer(tmp_path)
    assert {("region", BARE), ("city", PRIMARY)} == {(lead.row.kind, lead.how) for lead in book.named("Kharkiv")}
    assert [lead.how for lead in book.named("Ill.")] == [SHORT]
    assert book.named("Velm") == ()


def test_a_region_lies_in_the_middle_of_its_cities(tmp_path: Path) -> None:
    """What no source gives coordinates of gets them, and a radius, from what lies in it."""
    (lead,) = a_gazetteer(tmp_path).named("Illinois")
    assert (lead.row.lat, lead.row.lon) == (39.8, -89.64)
    assert lead.row.radius_km and lead.row.radius_km >= 3


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    """A file that was not compiled by this version is named in a clear error."""
    path = tmp_path / "other.bin"
    path.write_bytes(b"something else entirely")
    with pytest.raises(RecordError, match="compile it anew"):
        Gazetteer(path)


def test_every_place_is_there(tmp_path: Path) -> None:
    """As many rows as entries."""
    assert len(PLACES) == len(a_gazetteer(tmp_path))


@pytest.mark.skipif(gazetteer() is None, reason="no gazetteer is compiled here")
@pytest.mark.parametrize(
    ("name", "kind", "ident"),
    [
        ("Tula Oblast", "region", "geonames:480508"), ("Kupiansk", "city", "geonames:703656"),
        ("West Bank", "region", "geonames:285153"), ("Gaza", "region", "geonames:281132"),
        ("N.Y.", "region", "geonames:5128638"), ("Black Sea", "sea", "sayso:black-sea"),
        ("Washington, D.C.", "city", "geonames:4140963"), ("Rockland County", "district", "geonames:5134189"),
    ],
)  # fmt: skip
def test_what_news_calls_places_by(name: str, kind: str, ident: str) -> None:
    """The installed gazetteer knows regions, districts, seas and abbreviations by the names that news uses."""
    book = gazetteer()
    assert book is not None
    assert (kind, ident) in {(lead.row.kind, lead.row.id) for lead in book.named(name)}
