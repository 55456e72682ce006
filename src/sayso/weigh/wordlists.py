"""The vocabulary of the weighing as data: words/<language>/<topic>.toml, loaded once."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from sayso.errors import RecordError


@cache
def tables(topic: str, language: str = "en") -> Mapping[str, Any]:
    """The tables of one topic, read-only; raises RecordError where the file is missing or not TOML."""
    file = files("sayso.weigh").joinpath("words", language, f"{topic}.toml")
    try:
        return MappingProxyType(tomllib.loads(file.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as err:
        raise RecordError(f"the vocabulary {language}/{topic}.toml cannot be read: {err}") from err


@cache
def wordset(topic: str, table: str, language: str = "en") -> frozenset[str]:
    """The words of a table that is one string of words; raises RecordError where it is none."""
    found = tables(topic, language).get(table)
    if not isinstance(found, str) or not found.split():
        raise RecordError(f"the vocabulary {language}/{topic}.toml has no words {table!r}")
    return frozenset(found.split())
