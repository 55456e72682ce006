"""A newsroom teaches the voice its own names."""

from pathlib import Path

import pytest

from sayso.errors import SettingsError
from sayso.publish.speech.lexicon import lexicon, respelled


def test_own_names_come_over_those_that_ship(tmp_path: Path) -> None:
    """An entry of the same name replaces the one that ships; the others stay."""
    file = tmp_path / "names.toml"
    file.write_text('[names]\nKyiv = "Kay-iv"\n"Ostrev Hålvard" = "Ostrev Hall-vart"\n', "utf-8")
    names = lexicon(file)
    said = respelled("Ostrev Hålvard of Kyiv and Lviv", names)
    assert said == f"Ostrev Hall-vart of Kay-iv and {lexicon()['Lviv']}"


@pytest.mark.parametrize(
    "text", ["Kyiv = ", '[name]\nKyiv = "Keev"', "[names]\nKyiv = 7", '[names]\n"[[x" = "y"', '[names]\nA = "[[x"']
)
def test_a_bad_file_is_named(tmp_path: Path, text: str) -> None:
    """With what it holds that cannot be said."""
    file = tmp_path / "names.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=r"names\.toml"):
        lexicon(file)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """As settings that cannot be used."""
    with pytest.raises(SettingsError, match=r"none\.toml cannot be read as a lexicon"):
        lexicon(tmp_path / "none.toml")
