"""Exit codes, messages, and what a run costs before it does anything."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.cli import main
from sayso.cli.exits import CODES


@pytest.mark.parametrize(
    "words",
    [
        ("frobnicate",),
        ("read",),
        ("read", "--bogus", "x"),
        ("claims", "--stance", "shrugs"),
        ("claims", "--since", "yesterday"),
        ("claims", "--limit", "-3"),
        ("read", "a", "b", "--url", "https://x.example"),
        ("read", "x", "--captured", "noon"),
    ],
)
def test_wrong_usage_is_two_and_says_what_is_right(sayso, words: tuple[str, ...]) -> None:
    done = sayso(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr and "Traceback" not in done.stderr


def test_settings_that_cannot_be_used_are_two(sayso, page: Path) -> None:
    Path("sayso.toml").write_text("colour = 'red'\n")
    done = sayso("read", str(page))
    assert done.exit_code == 2
    assert "colour" in done.stderr


@pytest.mark.parametrize("verb", ["claims", "sources", "pages", "missed"])
def test_a_record_that_is_not_there_is_three_and_is_not_made(sayso, verb: str) -> None:
    """Asking makes no file; the message names the record."""
    done = sayso("--store", "sqlite:///nowhere.sqlite", verb)
    assert done.exit_code == 3
    assert "nowhere.sqlite" in done.stderr and "Traceback" not in done.stderr
    assert not Path("nowhere.sqlite").exists()


def test_a_file_that_is_no_record_is_three(sayso, page: Path) -> None:
    Path("notes.sqlite").write_text("these are not the rows you are looking for\n" * 99)
    done = sayso("--store", "sqlite:///notes.sqlite", "add", str(page))
    assert done.exit_code == 3, done.stderr
    assert "notes.sqlite" in done.stderr and "Traceback" not in done.stderr


def test_an_unknown_kind_of_store_is_three(sayso) -> None:
    done = sayso("--store", "oracle://x/y", "claims")
    assert done.exit_code == 3
    assert "oracle" in done.stderr


def test_the_store_may_stand_before_or_after_the_verb_or_in_the_environment(
    sayso, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The three ways give the same; the word after the verb wins."""
    before, after = sayso("--store", store, "pages", "--json"), sayso("pages", "--json", "--store", store)
    monkeypatch.setenv("SAYSO_STORE", store)
    named = sayso("pages", "--json")
    both = sayso("--store", "sqlite:///other.sqlite", "pages", "--json", "--store", store)
    path = sayso("--store", "record.sqlite", "pages", "--json")
    assert before.stdout and before.stdout == after.stdout == named.stdout == both.stdout == path.stdout


def test_help_tells_the_exit_codes(sayso) -> None:
    out = " ".join(sayso("--help").stdout.split())
    assert [code for code, meaning in CODES if f"{code} {meaning}" not in out] == []


def test_version_is_one_line(sayso) -> None:
    done = sayso("--version")
    assert done.exit_code == 0
    assert done.stdout.startswith("sayso ") and len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("verb", sorted(main.commands))
def test_every_verb_has_help(sayso, verb: str) -> None:
    done = sayso(verb, "--help")
    assert done.exit_code == 0
    assert done.stdout.startswith(f"Usage: sayso {verb}")


def test_help_loads_nothing_heavy() -> None:
    """`sayso --help` answers before any model, database or rich text machinery is imported."""
    heavy = ["onnxruntime", "tokenizers", "sqlalchemy", "alembic", "numpy", "turbohtml", "httpx", "rich"]
    code = (
        "import sys\nfrom sayso.cli import main\n"
        "try:\n    main(['--help'], prog_name='sayso')\nexcept SystemExit:\n    pass\n"
        f"sys.stderr.write(' '.join(sorted(set({heavy!r}) & set(sys.modules))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert "Exit codes" in done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1251"])
def test_any_terminal_shows_any_page(tmp_path: Path, encoding: str) -> None:
    """Letters that a terminal lacks become escapes; JSON and CSV are UTF-8 whatever it is set to."""
    (tmp_path / "page.txt").write_text("Dam holds, mayor says\n\nBy Ilka Moren March 4, 2031\n\nÉlan 漢字 stays dry.\n")
    how = {"cwd": tmp_path, "env": {**os.environ, "PYTHONIOENCODING": encoding}, "capture_output": True}
    people = subprocess.run([sys.executable, "-m", "sayso", "read", "page.txt", "--parts"], **how)
    assert people.returncode == 0, people.stderr
    assert people.stdout.decode(encoding)
    programs = subprocess.run([sys.executable, "-m", "sayso", "read", "page.txt", "--json"], **how)
    assert "Élan 漢字" in json.loads(programs.stdout.decode("utf-8"))["page"]["text"]


def test_verbose_tells_where_it_failed(sayso) -> None:
    """With -v the traceback of a known trouble is logged; without, one line."""
    quiet = subprocess.run(
        [sys.executable, "-m", "sayso", "--store", "sqlite:///no.sqlite", "claims"], capture_output=True, text=True
    )
    loud = subprocess.run(
        [sys.executable, "-m", "sayso", "-v", "--store", "sqlite:///no.sqlite", "claims"],
        capture_output=True,
        text=True,
    )
    assert (quiet.returncode, loud.returncode) == (3, 3)
    assert "Traceback" not in quiet.stderr and len(quiet.stderr.splitlines()) == 1
    assert "Traceback" in loud.stderr
