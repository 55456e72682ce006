"""A record is taken away table by table: all of it, of one moment, narrowed down as lists are, never held whole."""

import csv
import io
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from tests.make_pages import kept, said, story

from make_weigh import a_news_page
from sayso.newsroom import Newsroom
from sayso.newsroom.exports import Form, Table
from sayso.record import Filter, Search, Shown, Sought

HURT = "{} people were hurt in a fire at the Orlo mill, the fire office said."
DENIED = "No people were hurt in the fire at the Orlo mill, its owner Lena Strand said."
TOLD = (
    ("echo", "Orlo Echo", "09", (HURT.format("Three"),)),
    ("star", "Orlo Star", "15", (HURT.format("Seven"), DENIED)),
)


def add(room: Newsroom, file: Path, *lines: str, outlet: str, at: str) -> None:
    file.write_text(a_news_page("Fire at the Orlo mill", list(lines), published=at))
    list(room.add([str(file)], url=f"https://{file.stem}.example/1", outlet=outlet, captured=at))
    list(room.weigh())


@pytest.fixture(params=["memory", "sqlite"])
def room(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Newsroom]:
    """Two pages of two outlets."""
    store = "memory:" if request.param == "memory" else f"sqlite:///{tmp_path}/record.sqlite"
    with Newsroom(store, clock=lambda: "2031-03-06T12:00:00+00:00") as opened:
        for name, outlet, hour, lines in TOLD:
            add(opened, tmp_path / f"{name}.html", *lines, outlet=outlet, at=f"2031-03-05T{hour}:00:00+00:00")
        list(opened.settle())
        yield opened


def rows(pieces: Iterator[bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(b"".join(pieces).decode(), newline="")))


@pytest.mark.parametrize("table", get_args(Table))
def test_every_table_comes_in_every_form(room: Newsroom, table: Table) -> None:
    """The same rows in each, under the columns that are promised."""
    forms = {form: b"".join(room.export(table, form)) for form in get_args(Form)}
    found = list(csv.DictReader(io.StringIO(forms["csv"].decode(), newline="")))
    lines = [json.loads(line) for line in forms["jsonl"].splitlines()]
    read = pytest.importorskip("pyarrow.parquet").read_table(io.BytesIO(forms["parquet"])).to_pylist()
    names = [name for name, _ in room.columns(table)]
    assert (lines, [list(one) for one in lines]) == (read, [names] * len(lines))
    assert ([list(one) for one in found], bool(found)) == ([names] * len(lines), table != "changes")
    assert room.about(table).endswith(".")


def test_claims_are_those_that_a_search_finds(room: Newsroom) -> None:
    """By the same words and filters, all of them; without any, every claim of the record."""
    every = {one.claim.id for one in room.claims(Filter())}
    assert {one["claim_id"] for one in rows(room.export_claims("csv"))} == every
    for choice in (
        Search(words="hurt mill"), Search(outlet="star"), Search(outlet="orlo-star", stance="denies"),
        Search(source="lena strand"), Search(since="2031-03-05T12:00"), Search(kind="person", how="told"),
        Search(words="hurt", as_of="2031-03-05T12:00"), Search(words=""), Search(source="nobody"),
    ):  # fmt: skip
        hits = room.find_claims(choice).hits
        assert {one["claim_id"] for one in rows(room.export_claims("csv", choice))} == {one.claim.id for one in hits}


def test_claims_come_as_editors_corrected_them(room: Newsroom) -> None:
    """What was read wrongly does not leave the house."""
    claim = next(one.claim for one in room.claims() if one.claim.speaker and one.claim.speaker.name == "Lena Strand")
    room.correct(claim.id, "change", by="ada", hop=len(claim.chain) - 1, name="Lene Strand")
    told = {one["claim_id"]: one["speaker"] for one in rows(room.export_claims("csv"))}
    assert told[claim.id] == "Lene Strand"


def test_points_items_and_disputes_are_narrowed_down(room: Newsroom) -> None:
    """As their pages narrow them."""
    points = list(room.points())
    some = [one.id for one in points if one.standing == "disputed"]
    assert [one["point_id"] for one in rows(room.export_points("csv", Sought(standing=("disputed",), limit=0)))] == some
    story = points[0].story_id
    told = rows(room.export_points("csv", Sought(story=story, limit=0)))
    assert {one["story_id"] for one in told} == {story} and some
    assert [one["outlet"] for one in rows(room.export_items("csv"))] == ["Orlo Star", "Orlo Echo"]
    assert [one["outlet"] for one in rows(room.export_items("csv", Shown(source="strand", limit=0)))] == ["Orlo Star"]
    kinds = [one.kind for one in room.disputes()]
    assert [one["kind"] for one in rows(room.export_disputes("csv"))] == kinds and kinds
    assert rows(room.export_disputes("csv", "exclusion")) == []
    assert rows(room.export_points("csv", as_of="2031-03-04")) == []


def test_an_export_is_of_one_moment(room: Newsroom, tmp_path: Path) -> None:
    """A page that is added while it is taken is not in it, and is in the next."""
    pieces = room.export_items("jsonl")
    with room.still() as still:
        before = len(list(still.items(Shown())))
        add(room, tmp_path / "post.html", HURT.format("Nine"), outlet="Orlo Post", at="2031-03-05T18:00:00+00:00")
        assert (len(list(still.items(Shown()))), len(list(room.items(Shown())))) == (before, before + 1)
        assert [one.id for one in still.points()] != [one.id for one in room.points()]
    assert len(b"".join(pieces).splitlines()) == before + 1


def test_edits_are_told_the_latest_first(room: Newsroom, tmp_path: Path) -> None:
    """Since a moment where one is given, those that fit alone."""
    for hour, number in (("11", "Four"), ("13", "Five")):
        add(room, tmp_path / "echo.html", HURT.format(number), outlet="Orlo Echo", at=f"2031-03-05T{hour}:00:00+00:00")
    told = rows(room.export_changes("csv"))
    assert [one["at"] for one in told] == sorted((one["at"] for one in told), reverse=True) and told
    late = rows(room.export_changes("csv", since="2031-03-05T12:00:00"))
    assert 0 < len(late) < len(told)
    assert rows(room.export_changes("csv", lambda one: False)) == []


def test_memory_stays_flat_however_large_the_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the pages take no more of it."""
    monkeypatch.setattr("sayso.newsroom.exports.STEP", 20)
    peaks = []
    for number in (40, 160):
        with Newsroom(f"sqlite:///{tmp_path}/{number}.sqlite") as opened:
            for page in range(number):
                lines = [f"Gate {page} {line} was opened" for line in range(40)]
                told = story(f"Gates {page}", ". ".join(lines) + ".", says=[said(line, "Ana Reth") for line in lines])
                opened._store.put(*kept(told, url=f"https://vesna.example/{page}", outlet="Vesna Courier"))
            peaks.append([_peak(opened, table) for table in ("claims", "items")])
    assert all(after < 1.5 * before for before, after in zip(*peaks, strict=True)), peaks


def _peak(room: Newsroom, table: Table) -> int:
    for _ in room.export(table, "jsonl"):  # what is loaded once is not counted
        pass
    tracemalloc.start()
    for _ in room.export(table, "jsonl"):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak
