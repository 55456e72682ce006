"""`sayso events`: the event table of the record."""

import csv
import io
import json
from pathlib import Path

import pytest

STRUCK = "Varden struck the port of Karsk with drones on Monday, killing four dockers, the Arvanian navy said."
DENIED = "Varden denied that its forces had struck the port of Karsk."
HELD = "Police in Gravik arrested two men on Friday, the mayor said."
URGED = "President Brann urged Ostland to release the four journalists."


@pytest.fixture
def ask(sayso, tmp_path: Path):
    """Asks a record of two pages of one day."""
    for name, lines in (("one", (STRUCK, URGED)), ("two", (DENIED, HELD))):
        (tmp_path / f"{name}.txt").write_text("\n\n".join(lines), "utf-8")
        told = ("--captured", "2031-11-12T10:00+00:00", "--outlet", f"Outlet {name}")
        assert sayso("--store", "sqlite:///r.sqlite", "add", *told, f"{name}.txt").exit_code == 0

    def run(*words: str):
        return sayso("--store", "sqlite:///r.sqlite", "events", *words)

    return run


def rows(done) -> list[dict]:
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_row_has_who_says_so_and_the_words(ask) -> None:
    """Speaker, chain, point and words stand beside actor and target, so that no row is a fact by itself."""
    row = rows(ask("--json", "--kind", "strike"))[0]
    assert (row["actor"], row["target"], row["when_earliest"]) == ("Varden", "port of Karsk", "2031-11-10")
    assert row["speaker"] == "Arvanian navy"
    assert row["chain"] == "Outlet one (published) > Arvanian navy (“said”)"
    assert row["words"].startswith("Varden struck the port")
    assert row["event"]["id"] == row["event_id"] and row["point_id"]


def test_versions_that_rival_are_counted_and_stand_side_by_side(ask) -> None:
    """The strike and its denial are two rows of one point; the denied one is negative."""
    told, denied = rows(ask("--json", "--kind", "strike"))
    assert (told["polarity"], denied["polarity"]) == ("positive", "negative")
    assert told["point_id"] == denied["point_id"]
    assert told["rivals"] == denied["rivals"] >= 1


def test_filters_by_actor_place_and_time(ask) -> None:
    """Case is no matter; an event without a time is in no span of days."""
    assert {row["kind"] for row in rows(ask("--json", "--actor", "police"))} == {"detention"}
    assert {row["kind"] for row in rows(ask("--json", "--place", "gravik"))} == {"detention"}
    assert {row["kind"] for row in rows(ask("--json", "--since", "2031-11-09"))} == {"strike"}
    assert {row["kind"] for row in rows(ask("--json", "--until", "2031-11-08"))} == {"detention"}


def test_what_is_demanded_is_not_told_as_done(ask) -> None:
    found = {row["kind"]: row["modality"] for row in rows(ask("--json", "--actor", "Ostland"))}
    assert found == {"release": "demanded"}


def test_the_table_for_spreadsheets_has_a_row_an_event(ask) -> None:
    lines = list(csv.DictReader(io.StringIO(ask("--csv", "--limit", "2").stdout)))
    assert [line["kind"] for line in lines] == ["strike", "casualty"]
    assert lines[0]["place"] == "" and lines[0]["modality"] == "happened"


def test_an_unknown_kind_is_refused_with_those_there_are(ask) -> None:
    done = ask("--kind", "picnic")
    assert done.exit_code != 0
    assert "'picnic' is no kind of event" in done.stderr and "strike" in done.stderr


def test_for_people_a_row_says_what_is_not_so(ask) -> None:
    out = " ".join(ask().stdout.split())
    assert "strike Varden → port of Karsk" in out
    assert "not · 1 rival version" in out
    assert "release Ostland → journalists demanded" in out


def test_nothing_that_fits_is_said(ask) -> None:
    done = ask("--actor", "nobody at all")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "no event in the record fits" in done.stderr


def test_a_sheet_tells_every_way_an_event_is_meant(sayso, tmp_path: Path) -> None:
    """What is demanded or hangs on a condition shows with its time, as what happened does."""
    lines = f"{URGED[:-1]} on Friday.\n\nNurses will strike on Nov. 17 unless their pay is raised, the union said."
    (tmp_path / "three.txt").write_text(lines, "utf-8")
    done = sayso("read", "--captured", "2031-11-12T10:00+00:00", "three.txt")
    assert done.exit_code == 0, done.stderr
    assert "on a condition 2031-11-17" in " ".join(done.stdout.split())
