"""`sayso doctor`: what works, what does not, and what to do."""

import json
from pathlib import Path

import pytest


def findings(done) -> dict[str, tuple[bool | None, str]]:
    return {one["name"]: (one["good"], one["what"]) for one in map(json.loads, done.stdout.splitlines())}


def test_a_whole_installation_and_record_are_well(sayso, store: str) -> None:
    """Nothing fails; the libraries, the model, the record and the disk were looked at."""
    done = sayso("--store", store, "doctor", "--json")
    found = findings(done)
    assert done.exit_code == 0, done.stdout
    assert {"python", "libraries", "sqlite", "model", "readers", "record", "writing", "disk"} <= set(found)
    assert {name: what for name, (good, what) in found.items() if good is False} == {}


def test_no_record_yet_is_a_warning_that_says_how_to_start(sayso) -> None:
    done = sayso("doctor", "--json")
    good, what = findings(done)["record"]
    assert (done.exit_code, good) == (0, None)
    assert "sayso add" in what
    assert not Path("home").exists()


def test_settings_say_where_they_came_from(sayso, store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The word after --store, the variable, the file and the default are told apart."""
    Path("sayso.toml").write_text("max_bytes = 5000\nfetch_timeout = 7\n")
    monkeypatch.setenv("SAYSO_FETCH_TIMEOUT", "9")
    found = findings(sayso("--store", store, "doctor", "--json"))
    assert found["store"][1] == f"{store} (--store)"
    assert found["max_bytes"][1] == "5000 (sayso.toml)"
    assert found["fetch_timeout"][1] == "9.0 (SAYSO_FETCH_TIMEOUT)"
    assert found["keep_bodies"][1] == "True (default)"


def test_bad_settings_fail_and_the_rest_is_looked_at(sayso) -> None:
    Path("sayso.toml").write_text("max_bytes = 'many'\n")
    done = sayso("doctor", "--json")
    found = findings(done)
    assert done.exit_code == 1
    assert found["settings"][0] is False and "max_bytes" in found["settings"][1]
    assert found["model"][0] is True


def test_a_file_that_is_no_record_fails(sayso) -> None:
    Path("notes.sqlite").write_text("no rows here\n" * 999)
    done = sayso("--store", "sqlite:///notes.sqlite", "doctor", "--json")
    assert done.exit_code == 1
    assert findings(done)["record"][0] is False


def test_a_damaged_record_fails_and_says_what_to_do(sayso, store: str, tmp_path: Path) -> None:
    """Pages of the file overwritten with noise are found, without a traceback."""
    path = tmp_path / "record.sqlite"
    body = bytearray(path.read_bytes())
    middle = len(body) // 2 // 4096 * 4096
    body[middle : middle + 8192] = b"\xa5" * 8192
    path.write_bytes(body)
    done = sayso("--store", store, "doctor", "--json")
    assert done.exit_code == 1
    assert findings(done)["record"][0] is False
    assert "Traceback" not in done.stderr


def test_people_get_a_word_for_each_line(sayso, store: str) -> None:
    out = sayso("--store", store, "doctor").stdout
    assert {line.split()[0] for line in out.splitlines() if not line.startswith(" ")} <= {"ok", "warn", "fail"}
    assert [line for line in out.splitlines() if len(line) > 80] == []


def test_lists_can_be_made_anew(sayso, store: str) -> None:
    """Before the record is looked at."""
    done = sayso("--store", store, "doctor", "--mend", "--json")
    assert (done.exit_code, findings(done)["lists"]) == (0, (True, "lists agree with the record"))
