"""The vocabulary of speaking as data: words/<language>/<topic>.toml, loaded once."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from sayso.errors import RecordError


@cache
def topic(name: str, language: str = "en") -> Mapping[str, Any]:
    """The tables of one topic, read-only; raises RecordError where the file is missing or not TOML."""
    file = files("sayso.publish.speech").joinpath("words", language, f"{name}.toml")
    try:
        return MappingProxyType(tomllib.loads(file.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as err:
        raise RecordError(f"the vocabulary {language}/{name}.toml cannot be read: {err}") from err


def word(name: str, key: str) -> str:
    """One word of a topic; raises RecordError where there is none."""
    found = topic(name).get(key)
    if not isinstance(found, str) or not found:
        raise RecordError(f"the vocabulary {name}.toml has no word {key!r}")
    return found


def words(name: str, key: str, table: str | None = None) -> tuple[str, ...]:
    """A list of words, of a topic or of one of its tables; raises RecordError where there is none."""
    found = (topic(name).get(table, {}) if table else topic(name)).get(key)
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise RecordError(f"the vocabulary {name}.toml has no list of words {key!r}")
    return tuple(found)


def pairs(name: str, table: str) -> Mapping[str, str]:
    """A table of words, as written → as said; raises RecordError where there is none."""
    found = topic(name).get(table)
    if not isinstance(found, dict) or not all(isinstance(one, str) for one in found.values()):
        raise RecordError(f"the vocabulary {name}.toml has no table of words {table!r}")
    return found


def forms(name: str, table: str) -> Mapping[str, tuple[str, ...]]:
    """A table of lists of words, as written → one, several, …; raises RecordError where there is none."""
    found = topic(name).get(table)
    if not isinstance(found, dict) or not all(isinstance(one, list) and one for one in found.values()):
        raise RecordError(f"the vocabulary {name}.toml has no table of lists {table!r}")
    return {key: tuple(one) for key, one in found.items()}


def either(written: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(re.escape(one) for one in sorted(set(written), key=lambda one: (-len(one), one)))
