"""Places told of are pins on borders whose viewpoint is stated."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from sayso.errors import SettingsError
from sayso.publish.atlas import countries
from sayso.publish.map import BORDERS, HEIGHT, LONGEST, WIDTH, map_of, window_of
from sayso.record import Place, Span

SVG = "{http://www.w3.org/2000/svg}"
# Two squares that share the arc from (10, 0) to (10, 10), which the second one runs backwards.
ATLAS: dict[str, Any] = {
    "type": "Topology",
    "transform": {"scale": [0.5, 0.5], "translate": [0, 0]},
    "arcs": [[[20, 0], [0, 20]], [[20, 20], [-20, 0], [0, -20], [20, 0]], [[20, 0], [20, 0], [0, 20], [-20, 0]]],
    "objects": {
        "countries": {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "Varland"}},
                {"type": "MultiPolygon", "arcs": [[[2, -1]]], "properties": {"name": "Ordania"}},
                {"type": None, "properties": {"name": "Nowhere"}},
            ],
        }
    },
}
SORREL = Place(span=Span(0, 1), name="Sorrel", lat=5.0, lon=9.0, radius_km=20.0)


@pytest.fixture
def atlas(tmp_path: Path) -> Path:
    path = tmp_path / "countries-50m.json"
    path.write_text(json.dumps(ATLAS))
    return path


def test_arcs_are_put_together_as_the_file_says(atlas: Path) -> None:
    """Steps summed, scaled; a shared arc once forwards and once backwards."""
    varland, ordania, nowhere = countries(atlas)
    assert varland.rings == (((10, 0), (10, 10), (0, 10), (0, 0), (10, 0)),)
    assert ordania.rings == (((10, 0), (20, 0), (20, 10), (10, 10), (10, 0)),)
    assert (varland.name, nowhere.rings) == ("Varland", ())


def test_a_map_has_pins_rings_borders_and_whose_view_they_are(atlas: Path) -> None:
    """Each place once; a government's name is none."""
    told = [
        SORREL,
        SORREL,
        replace(SORREL, name="<i>Orlo", lon=10.5, radius_km=None),
        replace(SORREL, used_as="government", name="K"),
    ]
    root = ElementTree.fromstring(map_of(told, atlas))
    assert [one.text for one in root.findall(f".//{SVG}text")] == ["Sorrel", "<i>Orlo"]
    assert len(root.findall(f".//{SVG}circle[@class='map-ring']")) == 1
    assert [one.findtext(f"{SVG}title") for one in root.findall(f"{SVG}path")] == ["Varland", "Ordania"]
    assert root.findtext(f"{SVG}title") == "2 places told of"
    assert root.findtext(f"{SVG}desc") == f"Sorrel, somewhere within 20 km; <i>Orlo. {BORDERS}"
    assert not [one for one in root.iter() if "style" in one.attrib]


def test_places_on_both_sides_of_the_date_line_are_drawn_together(atlas: Path) -> None:
    """Three degrees apart, not three hundred and fifty-seven."""
    told = [replace(SORREL, name="East", lon=-179.0, lat=5.0), replace(SORREL, name="West", lon=178.0, lat=5.0)]
    root = ElementTree.fromstring(map_of(told, atlas))
    west, east = sorted(float(one.attrib["cx"]) for one in root.findall(f".//{SVG}circle[@class='map-pin']"))
    assert 60 < east - west < WIDTH


def test_a_ring_over_the_date_line_runs_on(tmp_path: Path) -> None:
    """No stroke goes back across the whole picture; what goes round the world is closed at its pole."""
    islands = {**ATLAS, "transform": None, "arcs": [[[178, 0], [-178, 0], [-178, 4], [178, 4], [178, 0]],
                                                    [[-170, -70], [-50, -71], [70, -70], [-170, -70]]]}  # fmt: skip
    islands["objects"] = {"countries": {"geometries": [{"type": "MultiPolygon", "arcs": [[[0]], [[1]]]}]}}
    path = tmp_path / "islands.json"
    path.write_text(json.dumps(islands))
    island, ice = countries(path)[0].rings
    assert island == ((178, 0), (182, 0), (182, 4), (178, 4), (178, 0))
    assert ice == ((-170, -70), (-50, -71), (70, -70), (190, -70), (190, -90), (-170, -90))
    land = ElementTree.fromstring(map_of([replace(SORREL, lon=-179.5, lat=2.0)], path)).find(f"{SVG}path")
    assert land is not None and len(land.attrib["d"].split("L")) == 5


def test_what_the_picture_does_not_show_is_not_drawn(tmp_path: Path) -> None:
    """A long coast outside is as good as its ends, and the land inside stays the same."""
    west = [[-30, 10 - n / 100] for n in range(2000)]
    coast = [[0, 10], [9.5, 10], [9.5, -10], [0, -10], *reversed(west), [0, 10]]
    shape = {"countries": {"geometries": [{"type": "Polygon", "arcs": [[0]]}]}}
    path = tmp_path / "coast.json"
    path.write_text(json.dumps({"arcs": [coast], "objects": shape}))
    land = ElementTree.fromstring(map_of([SORREL], path)).find(f"{SVG}path")
    assert land is not None and len(land.attrib["d"]) < 120
    x, _ = window_of([SORREL]).at(9.5, 0)
    assert land.attrib["d"].count(f"{x:.1f} ") == 2


def test_no_name_hides_another_and_none_is_endless(atlas: Path) -> None:
    """Ten places in one town: as many names as there is room for, every one in the description."""
    told = [replace(SORREL, name=f"Quarter {n} " + "o" * 200 * (n == 0), lat=5 + n / 500) for n in range(10)]
    root = ElementTree.fromstring(map_of(told, atlas))
    labels = [one.text or "" for one in root.findall(f".//{SVG}text")]
    assert (0 < len(labels) < 10, max(map(len, labels))) == (True, LONGEST)
    assert [n for n in range(10) if f"Quarter {n}" not in (root.findtext(f"{SVG}desc") or "")] == []


def test_every_pin_and_its_ring_is_in_the_picture() -> None:
    pins = [replace(SORREL, lat=60.0 + n, lon=30.0 - 5 * n, radius_km=90.0 * n) for n in range(4)]
    window = window_of(pins)
    for pin in pins:
        far = (pin.radius_km or 0) / 111.2
        for lat in ((pin.lat or 0) - far, (pin.lat or 0) + far):
            x, y = window.at(pin.lon or 0, lat)
            assert 0 < x < WIDTH and 0 < y < HEIGHT


def test_without_a_place_there_is_no_map(atlas: Path) -> None:
    assert map_of([replace(SORREL, lat=None)], atlas) == ""


@pytest.mark.parametrize("words", ["{}", "no json", '{"arcs": [[[1]]], "objects": {"countries": {"geometries": []}}}'])
def test_a_file_that_is_no_atlas_is_named(tmp_path: Path, words: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(words)
    with pytest.raises(SettingsError, match="bad.json"):
        map_of([SORREL], path)
