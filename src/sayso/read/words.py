"""The vocabulary as data: words/<language>/<topic>.toml, loaded once."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from sayso.errors import RecordError


@cache
def words(topic: str, language: str = "en") -> Mapping[str, Any]:
    """The tables of one topic, read-only; raises RecordError where the file is missing or not TOML.

    A reader checks the shape of what it takes, at import, so that a typo in a data file fails at start.
    """
    file = files("sayso.read").joinpath("words", language, f"{topic}.toml")
    try:
        return MappingProxyType(tomllib.loads(file.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as err:
        raise RecordError(f"the vocabulary {language}/{topic}.toml cannot be read: {err}") from err


def phrases(topic: str, table: str, language: str = "en") -> tuple[str, ...]:
    """A list of phrases of a topic, longest first, lower case; raises RecordError where it is no list of words."""
    found = words(topic, language).get(table)
    if not isinstance(found, list) or not all(isinstance(phrase, str) and phrase for phrase in found):
        raise RecordError(f"the vocabulary {language}/{topic}.toml has no list of phrases {table!r}")
    return tuple(sorted({phrase.lower() for phrase in found}, key=lambda phrase: (-len(phrase), phrase)))
