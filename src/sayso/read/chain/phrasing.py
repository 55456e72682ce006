"""The phrases of words/en/stance.toml as patterns: what a quotation's own words do, and how sure they sound."""

import re
from collections.abc import Iterable

from sayso.errors import RecordError
from sayso.read.verbs import forms
from sayso.read.words import words

_TABLES = words("stance")
_GAP = r",?\s{1,3}[“\"‘'(]{0,2}"  # between two words of a phrase, the second perhaps in quotation marks
_LEFT_OUT = r"(?:\S{1,30}\s{1,3}){0,3}?[“\"‘'(]{0,2}"  # what a "*" stands for


def lines(table: str, name: str) -> tuple[str, ...]:
    """A list of phrases inside a table of stance.toml; raises RecordError where there is none."""
    found = _TABLES.get(table, {}).get(name)
    if not isinstance(found, list) or not all(isinstance(one, str) and one for one in found):
        raise RecordError(f"the vocabulary en/stance.toml has no list {table}.{name}")
    return tuple(found)


def inflected(name: str, table: str = "verbs") -> frozenset[str]:
    """All forms of a list of verbs of stance.toml."""
    return frozenset(form for base in lines(table, name) for form in forms(base))


def phrased(table: str, name: str) -> re.Pattern[str]:
    """A pattern for a list of phrases of stance.toml, as whole words, with or without capitals."""
    return re.compile(rf"(?<![\w’'])(?:{_any(table, name)})(?!\w)", re.IGNORECASE)


def opening(table: str, name: str) -> re.Pattern[str]:
    """The same where such a phrase opens what is said, behind quotation marks."""
    return re.compile(rf"\W{{0,4}}(?:{_any(table, name)})(?!\w)", re.IGNORECASE)


def whole(table: str, name: str) -> re.Pattern[str]:
    """The same where such a phrase is all that is said."""
    return re.compile(rf"\W{{0,4}}(?:{_any(table, name)})\W{{0,6}}", re.IGNORECASE)


def _any(table: str, name: str) -> str:
    return "|".join(_phrase(one) for one in sorted(lines(table, name), key=len, reverse=True))


def _phrase(phrase: str) -> str:
    out, gap = "", ""
    for word in phrase.split():
        if word == "*":
            gap = _GAP + _LEFT_OUT
            continue
        options = lines("groups", word[1:-1]) if word[:1] == "[" else word.split("/")
        free = _either(one for one in options if one[0] != "'")
        bound = _either(one[1:] for one in options if one[0] == "'")
        lead = gap or (_GAP if out else "")
        onto = f"['’]{bound}" if out else rf"\w{{1,20}}['’]{bound}"
        out += f"(?:{lead}{free}|{onto})" if bound else lead + free
        gap = ""
    return out


def _either(options: Iterable[str]) -> str:
    ordered = sorted(set(options), key=lambda one: (-len(one), one))
    return f"(?:{'|'.join(map(_word, ordered))})" if ordered else ""


def _word(word: str) -> str:
    if word == "#":
        return r"\d[\d,.]{0,12}"
    return re.escape(word).replace("\\ ", r"\s{1,3}").replace("'", "['’]")
