"""Who is called what: titles, offices, groups, bodies and papers, loaded from words/en/people.toml."""

from collections.abc import Mapping, Sequence
from functools import cache

from sayso.errors import RecordError
from sayso.read.words import phrases, words


def _singles(table: str) -> frozenset[str]:
    return frozenset(phrases("people", table))


def _kinds_of() -> Mapping[str, frozenset[str]]:
    found = words("people").get("kinds_of")
    if not isinstance(found, Mapping) or not all(isinstance(value, list) for value in found.values()):
        raise RecordError("the vocabulary en/people.toml has no table kinds_of of lists")
    return {head: frozenset(kinds) for head, kinds in found.items()}


HONORIFICS = _singles("honorifics")
HE, SHE = _singles("he"), _singles("she")
OFFICES, ROLES = _singles("offices"), _singles("roles")
UNNAMED, OFFICIALS, CROWD = _singles("unnamed"), _singles("officials"), _singles("crowd")
INSIDERS, HIDDEN = _singles("insiders"), _singles("hidden")
OFFICE_HEADS, ORGANISATION_HEADS = _singles("office_heads"), _singles("organisation_heads")
OFFICES_BY_NAME = _singles("offices_by_name")
CALLED, EITHER = _singles("called"), _singles("either")
COMPANY_ENDINGS = _singles("company_endings")
ORGANISATIONS, DOCUMENTS = _singles("organisations"), _singles("documents")
PAIRED = _singles("paired")
PLIGHTS = _singles("plights")
EPITHETS, REMADE = _singles("epithets"), _singles("remade")
KNOWS, ANONYMITY = phrases("people", "knows"), phrases("people", "anonymity")
KINDS_OF = _kinds_of()
NOBLE = _singles("noble")
BEFORE_TITLES = _singles("before_titles")

_PERSONS = OFFICES | ROLES
_TITLED = _PERSONS | HONORIFICS
PERSON_HEADS = frozenset(phrase.split()[-1].rstrip(".") for phrase in _PERSONS) | HONORIFICS
BODY_HEADS = frozenset(phrase.split()[-1] for phrase in OFFICE_HEADS | ORGANISATION_HEADS)
TITLE_WORDS = frozenset(
    word.rstrip(".") for phrase in _PERSONS | BEFORE_TITLES | HONORIFICS for word in phrase.split()
) - frozenset(phrases("grammar", "prepositions"))


@cache
def _last_words(heads: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase.rpartition(" ")[2] for phrase in heads)


def ends_with(low: Sequence[str], heads: frozenset[str]) -> str | None:
    """The longest phrase of `heads` (up to four words) that the words, in small letters, end with."""
    if not low or low[-1] not in _last_words(heads):
        return None
    for size in range(min(4, len(low)), 0, -1):
        if (phrase := " ".join(low[-size:])) in heads:
            return phrase
    return None


def is_body(low: Sequence[str]) -> str | None:
    """ "office" or "organisation" where the words name a body by its head ("Ministry of Defence", "Port Authority")."""
    cut = next((k for k, word in enumerate(low) if word in {"of", "for", "on", "at", "in"} and k), len(low))
    if len(low) > 1 and low[-1].isdecimal():
        low, cut = low[:-1], min(cut, len(low) - 1)
    for part in (low[:cut], low):
        office, body = ends_with(part, OFFICE_HEADS), ends_with(part, ORGANISATION_HEADS)
        if office or body:
            return "office" if len((office or "").split()) > len((body or "").split()) else "organisation"
    return None


def is_named_office(low: Sequence[str]) -> bool:
    """Whether a name of several words, in small letters, is an office of state's ("Cocoa Board of Ndakwe")."""
    cut = next((k for k, word in enumerate(low) if word in {"of", "for", "on", "at", "in"} and k), len(low))
    return len(low) > 1 and (is_body(low) == "office" or low[cut - 1] in OFFICES_BY_NAME)


def is_person(low: Sequence[str]) -> bool:
    """Whether the words, in small letters, end like a title or an occupation of one person."""
    return ends_with([word.rstrip(".") for word in low], _TITLED) is not None or bool(
        low and low[-1].rstrip(".") in PERSON_HEADS
    )


def head_kind(low: Sequence[str]) -> str | None:
    """What the head of a description is by the longest phrase on record: document, person, office or organisation."""
    flat = [word.rstrip(".") for word in low]
    tables = (
        ("document", DOCUMENTS),
        ("person", _TITLED),
        ("office", OFFICE_HEADS),
        ("organisation", ORGANISATION_HEADS),
    )
    found = [(len(phrase.split()), kind) for kind, heads in tables if (phrase := ends_with(flat, heads))]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def gender(low: Sequence[str]) -> str | None:
    """ "he" or "she" where a title says so."""
    flat = [word.rstrip(".") for word in low]
    return "she" if SHE.intersection(flat) else "he" if HE.intersection(flat) else None
