"""The record as files at the desk: every table in every form, narrowed, and as names of files that a browser keeps."""

import csv
import io
import json
import sys

import pytest
from starlette.testclient import TestClient

TABLES = ("claims", "points", "items", "disputes", "changes")


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_same_rows_in_every_form(desk: TestClient, table: str) -> None:
    """CSV, JSON Lines; each as a file of its own name."""
    plain, lines = desk.get(f"/export/{table}.csv"), desk.get(f"/export/{table}.jsonl")
    assert plain.headers["content-disposition"] == f'attachment; filename="sayso-{table}.csv"'
    rows = list(csv.DictReader(io.StringIO(plain.text)))
    told = [json.loads(line) for line in lines.text.splitlines()]
    assert rows
    assert len(rows) == len(told)
    assert list(rows[0]) == list(told[0])


def test_claims_are_narrowed_by_the_address(desk: TestClient) -> None:
    """As they are in search."""
    told = [json.loads(line) for line in desk.get("/export/claims.jsonl?stance=denies").text.splitlines()]
    every = desk.get("/export/claims.jsonl").text.splitlines()
    assert {one["stance"] for one in told} == {"denies"}
    assert len(told) < len(every)


def test_places_come_as_geojson(desk: TestClient) -> None:
    """A feature collection, also where no place is told of."""
    found = desk.get("/export/places.geojson")
    assert found.headers["content-type"] == "application/geo+json"
    assert found.json()["type"] == "FeatureCollection"


def test_parquet_holds_the_claims(desk: TestClient) -> None:
    """Written whole before the first byte goes out."""
    files = pytest.importorskip("pyarrow.parquet")
    found = desk.get("/export/claims.parquet")
    table = files.read_table(io.BytesIO(found.content))
    assert table.num_rows == len(desk.get("/export/claims.jsonl").text.splitlines())


def test_parquet_without_its_package_says_what_to_install(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a page that a person can act on."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    found = desk.get("/export/claims.parquet")
    assert found.status_code == 501
    assert "sayso[tables]" in found.text


@pytest.mark.parametrize("address", ["/export/claims.xlsx", "/export/nothing.csv", "/export/claims.csv?since=once"])
def test_what_cannot_be_told_is_refused_before_anything_goes_out(desk: TestClient, address: str) -> None:
    """A form, a table or a time that there is not."""
    assert desk.get(address).status_code == 422


def test_the_page_of_exports_tells_every_table_and_column(desk: TestClient) -> None:
    """With a link in every form."""
    page = desk.get("/export").text
    assert all(f"/export/{table}.{form}" in page for table in TABLES for form in ("csv", "jsonl", "parquet"))
    assert "permanent id of the claim".capitalize() in page
