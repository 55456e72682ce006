"""The record is taken away at the desk: tables as files, narrowed down by their addresses, behind the same door."""

import csv
import io
import json

import pytest
from starlette.testclient import TestClient
from tests.desk.seen import Seen

import sayso.desk.pages.export as exports
from sayso.desk import application
from sayso.newsroom import Newsroom

TABLES = ("claims", "points", "items", "disputes", "changes")


def rows(desk: TestClient, at: str) -> list[dict[str, str]]:
    answer = desk.get(at)
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


def test_the_page_tells_what_each_table_holds(desk: TestClient, newsroom: Newsroom) -> None:
    """Its columns, its forms, what narrows it down; every link on it answers, and every page leads there."""
    page = Seen(desk.get("/export").text)
    assert [name for table in TABLES for name, _ in newsroom.columns(table) if name not in page.words] == []  # type: ignore[arg-type]
    links = [at for at in page.links if at.startswith("/export/")]
    assert (len(links), [at for at in links if desk.get(at).status_code != 200]) == (16, [])
    told = desk.get("/export.json").json()["tables"]
    assert [one["name"] for one in told] == [*TABLES, "places"]
    assert [at for at in ("/", "/search?q=call", "/disputes") if "/export" not in Seen(desk.get(at).text).links] == []


@pytest.mark.parametrize(
    ("form", "media"),
    [("csv", "text/csv"), ("jsonl", "application/jsonl"), ("parquet", "application/vnd.apache.parquet")],
)
def test_a_file_has_its_name_and_kind(desk: TestClient, form: str, media: str) -> None:
    """Its name says when it was made; its head alone is answered without it."""
    answer, head = desk.get(f"/export/claims.{form}"), desk.head(f"/export/claims.{form}")
    assert answer.headers["content-type"].split(";")[0] == head.headers["content-type"].split(";")[0] == media
    name = answer.headers["content-disposition"]
    assert name.startswith('attachment; filename="sayso-claims-20') and name.endswith(f'.{form}"')
    assert "content-length" not in head.headers
    assert (bool(answer.content), head.content, answer.headers["etag"] == head.headers["etag"]) == (True, b"", True)


@pytest.mark.parametrize(
    "asked", ["q=call", "outlet=karsk", "stance=denies", "kind=unnamed&how=told", "since=2026-03-05"]
)
def test_claims_are_those_of_the_search_at_the_same_address(desk: TestClient, asked: str) -> None:
    """All of them."""
    found = desk.get(f"/search.json?{asked}&limit=200").json()
    assert {one["claim_id"] for one in rows(desk, f"/export/claims.csv?{asked}")} == {
        one["id"] for one in found["claims"]
    }
    assert found["claims"]


def test_items_and_points_are_those_of_the_lists(desk: TestClient) -> None:
    """Of an outlet, of a standing, of a story; as it stood."""
    items = desk.get("/feed.json?outlet=karsk&limit=200").json()["items"]
    told = [one for one in rows(desk, "/export/items.csv?outlet=karsk") if one["kind"] != "card"]
    assert [one["text_id"] for one in told] == [one["item"]["text"]["id"] for one in items]
    story = max(desk.get("/stories.json").json()["stories"], key=lambda one: len(one["point_ids"]))
    points = rows(desk, f"/export/points.csv?story={story['id']}")
    assert {one["point_id"] for one in points} == set(story["point_ids"])
    assert rows(desk, "/export/points.csv?as_of=2020-01-01") == []
    assert {one["standing"] for one in rows(desk, "/export/points.csv?standing=disputed")} == {"disputed"}
    kinds = {one["kind"] for one in desk.get("/disputes.json?kind=denial").json()["disputes"]}
    assert {one["kind"] for one in rows(desk, "/export/disputes.csv?kind=denial")} == kinds == {"denial"}


def test_places_are_geojson(desk: TestClient) -> None:
    """Narrowed down like items."""
    answer = desk.get("/export/places.geojson")
    assert answer.headers["content-type"] == "application/geo+json"
    told = json.loads(answer.text)
    assert told["type"] == "FeatureCollection"
    assert json.loads(desk.get("/export/places.geojson?outlet=xyzzy").text)["features"] == []


def test_what_is_wrong_is_told_before_a_file_begins(desk: TestClient) -> None:
    """A time that is none, a form that there is not, a table that there is not."""
    codes = [desk.get(f"/export/{at}").status_code for at in ("claims.csv?since=once", "claims.xlsx", "nothing.csv")]
    assert codes == [422, 422, 404]


def test_without_pyarrow_a_parquet_file_says_what_to_install(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page for people, JSON for programs; the other forms are there."""
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    page = desk.get("/export/claims.parquet", headers={"Accept": "text/html"})
    told = desk.get("/export/claims.parquet")
    assert (page.status_code, "sayso[tables]" in page.text, "<h1" in page.text) == (501, True, True)
    assert (told.status_code, "sayso[tables]" in told.json()["detail"]) == (501, True)
    assert desk.get("/export/claims.csv").status_code == 200


def test_only_some_are_taken_at_once(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """One too many is told to wait; the place of one that ended is free again."""
    taken = [exports._one_of_few(iter([b"some", b"more"])) for _ in range(exports.MOST)]
    assert [next(one) for one in taken] == [b"some"] * exports.MOST
    answer = desk.get("/export/claims.csv")
    assert (answer.status_code, "retry-after" in answer.headers) == (503, True)
    for one in taken:
        one.close()  # type: ignore[attr-defined]
    assert desk.get("/export/claims.csv").status_code == 200


def test_a_stranger_takes_nothing_away(newsroom: Newsroom) -> None:
    """Where people sign in, a token opens it."""
    guarded = TestClient(application(newsroom, guarded=True), base_url="http://127.0.0.1")
    assert [guarded.get(at).status_code for at in ("/export/claims.csv", "/export.json")] == [401, 401]
