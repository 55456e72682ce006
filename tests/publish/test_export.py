"""Exports are rows as they come, with the same columns in the same order, and harmless in a spreadsheet."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cli.made import ARTICLE, DENIED, PAGE, READING, RELAYED
from make_brief import KEPT
from make_weighed import reasons
from sayso.publish.export import (
    CHANGES,
    CLAIMS,
    DISPUTES,
    ITEMS,
    POINTS,
    Sheet,
    csv_lines,
    geojson,
    json_lines,
    parquet,
)
from sayso.record import Change, Dispute, Item, Kept, Place, Point, Span

POINT = Point(id="p1", gist='=HYPERLINK("x")', for_=("c1", "c2"), origins_for=(1, 3), pages=2)
DISPUTE = Dispute(id="d1", left="p1", right="p2", kind="figures", reasons=reasons())
CHANGE = Change(id="h1", kind="recounted", at=None, text_id="t2", replaces="t1", stealth=True)
ITEM = Item(text=ARTICLE, page_id=PAGE.id, url=PAGE.url, outlet=PAGE.outlet, captured=PAGE.captured, at="2031-03-05")
ALL: list[tuple[Sheet[Any], Any]] = [
    (CLAIMS, KEPT[DENIED.id]), (POINTS, POINT), (ITEMS, ITEM), (DISPUTES, DISPUTE), (CHANGES, CHANGE),
]  # fmt: skip


@pytest.mark.parametrize(("sheet", "record"), ALL, ids=lambda one: getattr(one, "name", ""))
def test_every_form_has_every_column_in_one_order(sheet: Sheet[Any], record: Any) -> None:
    names = [column.name for column in sheet.columns]
    head, row = csv.reader(io.StringIO("".join(csv_lines(sheet, [record]))))
    assert (head, len(row)) == (names, len(names))
    (line,) = json_lines(sheet, [record])
    assert list(json.loads(line)) == names
    held = b"".join(parquet(sheet, [record] * 3))
    table = pytest.importorskip("pyarrow.parquet").read_table(io.BytesIO(held))
    assert table.num_rows == 3
    assert table.column_names == names
    assert table.to_pylist()[0] == json.loads(line)
    assert all(column.about for column in sheet.columns)


def test_a_claim_is_told_with_its_chain_and_its_figures() -> None:
    row = CLAIMS.row(KEPT[DENIED.id])
    assert (row["stance"], row["figures"], row["stated_from"]) == ("denies", "12 gates; 4 at night", "2031-03-03")
    assert CLAIMS.row(KEPT[RELAYED.id])["chain"].endswith("Vesna Courier > sources in the ministry")


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "  =1"])
def test_a_spreadsheet_runs_no_cell(words: str) -> None:
    """A formula that a page prints is shown, not run; a number stays one."""
    text = "".join(csv_lines(POINTS, [replace(POINT, gist=words)]))
    row = list(csv.DictReader(io.StringIO(text, newline="")))[0]
    assert (row["gist"], row["pages"]) == (f"'{words}", "2")


def test_hostile_words_fit_every_form() -> None:
    row = KEPT[RELAYED.id]
    hostile = Kept(replace(row.claim, content='a "b",\x00\ud800\nc'), row.page, row.text)
    read = list(csv.DictReader(io.StringIO("".join(csv_lines(CLAIMS, [hostile])), newline="")))
    assert read[0]["content"] == 'a "b",?\nc'
    assert "\n" not in next(json_lines(CLAIMS, [hostile])).rstrip("\n")
    assert b"".join(parquet(CLAIMS, [hostile])).startswith(b"PAR1")


def test_rows_are_made_as_they_are_asked_for() -> None:
    """A record of any size is never held as a whole."""

    def endless() -> Iterator[Point]:
        while True:
            yield POINT

    lines = csv_lines(POINTS, endless())
    assert [next(lines) for _ in range(3)][1:] == [next(lines)] * 2


def test_only_places_with_coordinates_are_pins() -> None:
    """A government's name is none, nor what has no coordinates or impossible ones."""
    here = Place(span=Span(0, 1), name="Sorrel", lat=48.5, lon=30.25, radius_km=12.0)
    no = (
        replace(here, used_as="government"), replace(here, lat=None), replace(here, lat=95.0), replace(here, lon=-181.0)
    )  # fmt: skip
    event = replace(READING.events[0], places=(here, *no))
    found = json.loads("".join(geojson([(event, PAGE), (event, PAGE)])))
    assert [one["geometry"] for one in found["features"]] == [{"type": "Point", "coordinates": [30.25, 48.5]}] * 2
    assert found["features"][0]["properties"]["radius_km"] == 12.0
    assert json.loads("".join(geojson([])))["features"] == []
