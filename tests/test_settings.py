"""Settings come from sayso.toml and from the environment, the environment last; a mistake is named."""

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from sayso.errors import SettingsError
from sayso.settings import Settings, load, origins


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "sayso.toml"
    path.write_text('store = "sqlite:///desk.sqlite"\nmax_bytes = 5_000\nfetch_timeout = 2\nkeep_bodies = false\n')
    return path


def test_nothing_given_is_the_defaults() -> None:
    """Ten megabytes a page, half a minute a fetch, bodies kept, private networks closed."""
    assert load(environ={}) == Settings()
    assert (Settings().max_bytes, Settings().fetch_timeout) == (10_000_000, 30.0)
    assert (Settings().keep_bodies, Settings().allow_private) == (True, False)


def test_a_file_sets(file: Path) -> None:
    """Each value with its type; a whole number of seconds will do."""
    found = load(file, environ={})
    expected = Settings(store="sqlite:///desk.sqlite", max_bytes=5000, fetch_timeout=2.0, keep_bodies=False)
    assert found == expected
    assert isinstance(found.fetch_timeout, float)


def test_the_file_of_the_folder_is_found(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """sayso.toml, where sayso is called."""
    monkeypatch.chdir(file.parent)
    assert load(environ={}).max_bytes == 5000


def test_the_environment_comes_last(file: Path) -> None:
    """For one run, without touching the file; other variables mean nothing."""
    environ = {"SAYSO_MAX_BYTES": "77", "SAYSO_KEEP_BODIES": "Yes", "SAYSO_SHARED": "x", "PATH": "y"}
    found = load(file, environ=environ)
    assert (found.max_bytes, found.keep_bodies, found.store) == (77, True, "sqlite:///desk.sqlite")


def test_it_is_known_where_a_setting_came_from(file: Path) -> None:
    """What `sayso doctor` prints."""
    found = origins(file, environ={"SAYSO_MAX_BYTES": "77"})
    assert (found["max_bytes"], found["store"]) == ("SAYSO_MAX_BYTES", str(file))
    assert "user_agent" not in found


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("max_byte = 5", "max_byte"),
        ('max_bytes = "many"', "max_bytes"),
        ("max_bytes = true", "max_bytes"),
        ("max_bytes = 0", "max_bytes"),
        ("fetch_timeout = -1", "fetch_timeout"),
        ("fetch_timeout = nan", "fetch_timeout"),
        ('keep_bodies = "perhaps"', "keep_bodies"),
        ("store = 7", "store"),
        ("[store]\nurl = 'x'", "store"),
        ("max_bytes = ", "sayso.toml"),
    ],
)
def test_a_mistake_is_named(file: Path, words: str, named: str) -> None:
    """A setting nobody reads or a value that cannot be must not pass in silence."""
    file.write_text(words)
    with pytest.raises(SettingsError, match=named):
        load(file, environ={})


def test_a_mistake_in_the_environment_is_named() -> None:
    """Words that are no number."""
    with pytest.raises(SettingsError, match="max_bytes.*'lots'"):
        load(environ={"SAYSO_MAX_BYTES": "lots"})


def test_a_file_that_was_asked_for_must_be_there(tmp_path: Path) -> None:
    """Only the file of the folder may be missing."""
    with pytest.raises(SettingsError, match=r"none\.toml"):
        load(tmp_path / "none.toml", environ={})


def test_a_record_lies_in_the_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless told otherwise, where the system keeps a person's data."""
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert Settings().store_url == "sqlite:////data/sayso/record.sqlite"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", "/home/ana")
    assert Settings().store_url == "sqlite:////home/ana/.local/share/sayso/record.sqlite"
    assert Settings(store="memory:").store_url == "memory:"


def test_settings_do_not_change() -> None:
    """They are given at the start."""
    with pytest.raises(FrozenInstanceError):
        Settings().store = "other"  # type: ignore[misc]
