"""The forms of reporting verbs, made from the base forms in words/en/speech.toml."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sayso.errors import RecordError
from sayso.read.words import phrases, words
from sayso.record import Stance

_TABLE: Mapping[str, Any] = words("speech")
STANCES: tuple[Stance, ...] = ("denies", "doubts", "promises", "demands", "declines", "asserts")
_VOWELS = "aeiou"


def _table(name: str) -> Mapping[str, Any]:
    found = _TABLE.get(name)
    if not isinstance(found, Mapping):
        raise RecordError(f"the vocabulary en/speech.toml has no table {name!r}")
    return found


def listed(table: str, name: str) -> tuple[str, ...]:
    """A list of phrases inside a table of speech.toml, longest first; raises RecordError where there is none."""
    found = _table(table).get(name)
    if not isinstance(found, list) or not all(isinstance(one, str) and one for one in found):
        raise RecordError(f"the vocabulary en/speech.toml has no list {table}.{name}")
    return tuple(sorted(set(found), key=lambda one: (-len(one), one)))


def forms(base: str) -> tuple[str, str, str, str, str]:
    """Base, third person, past, participle and -ing form of a verb; of "call for" the first word changes."""
    verb, _, rest = base.partition(" ")
    tail = f" {rest}" if rest else ""
    past, participle = _table("irregular").get(verb) or (_past(verb), _past(verb))
    return verb + tail, _third(verb) + tail, past + tail, participle + tail, _ing(verb) + tail


def any_of(found: Iterable[str]) -> str:
    """A pattern for any of the phrases, longest first, spaces matching any white space."""
    ordered = sorted(set(found), key=lambda one: (-len(one), one))
    return "|".join(re.escape(one).replace("\\ ", r"\s+").replace("’", "['’]") for one in ordered)


def _third(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in _VOWELS else verb + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in _VOWELS else verb + "ed"


def _ing(verb: str) -> str:
    doubled = _table("irregular").get(verb, ("",))[0]
    if doubled == verb + verb[-1] + "ed" or verb in {"put", "set", "bet", "hit", "cut"}:
        return verb + verb[-1] + "ing"
    return verb[:-1] + "ing" if verb.endswith("e") and not verb.endswith("ee") else verb + "ing"


def _stances() -> dict[str, Stance]:
    """Every form of every verb of saying with its stance; a form in two lists has the stance named first."""
    out: dict[str, Stance] = {}
    for stance in STANCES:
        for base in phrases("speech", stance):
            for form in forms(base):
                out.setdefault(form, stance)
    return out


def _relations() -> dict[str, str]:
    return {form: name for name, bases in _table("relation").items() for base in bases for form in forms(base)}


SAYING: dict[str, Stance] = _stances()
RELATION: dict[str, str] = _relations()
NOUNS: dict[str, Stance] = {
    form: stance for stance in STANCES for noun in listed("nouns", stance) for form in (noun, noun + "s")
}
ATTITUDES: frozenset[str] = frozenset(form for base in listed("attitude", "verbs") for form in forms(base))
SAID_FORMS: frozenset[str] = frozenset(form for form in SAYING if form not in ATTITUDES)
