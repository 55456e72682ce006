"""Names respelled so that a voice says them nearly right: those that ship, and those of a newsroom's own file."""

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from sayso.errors import SettingsError
from sayso.publish.speech.vocabulary import either, pairs

Respelled = Mapping[str, str]
_NAME = re.compile(r"\w[\w .'’-]{0,79}")


def lexicon(path: Path | None = None) -> Respelled:
    """The names that ship, and over them those of a TOML file under [names]; raises SettingsError for a bad file."""
    return {**pairs("lexicon", "names"), **(_own(path) if path else {})}


def respelled(text: str, names: Respelled) -> str:
    """The text with every name as a voice is to read it, an 's after it kept."""
    if not names:
        return text
    return _pattern(tuple(names)).sub(lambda found: names[found[0]], text)


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:{either(names)})(?!\w)")


def _own(path: Path) -> dict[str, str]:
    try:
        told = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as err:
        raise SettingsError(f"{path} cannot be read as a lexicon: {err}") from err
    names = told.get("names", {})
    if set(told) - {"names"} or not isinstance(names, dict):
        raise SettingsError(f'{path}: names stand under [names], such as Kyiv = "Keev"')
    for name, said in names.items():
        if not _NAME.fullmatch(name) or not isinstance(said, str) or not _NAME.fullmatch(said):
            raise SettingsError(f"{path}: {name!r} = {said!r} is no word with the word that is said for it")
    return names
