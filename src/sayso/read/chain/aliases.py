"""The name that a described voice goes by: "a gunner known as Heron", "one, who gave his name only as Dado"."""

import re

from sayso.read.verbs import any_of
from sayso.read.words import phrases

SOON = 24  # characters into a clause that the words for the name begin
_CAPITAL = r"[^\W\d_a-z][\w’'-]*"
_PARTS = rf"{_CAPITAL}(?:\s+(?:(?:bin|al|von|van|de|el|of|the)\s+)?{_CAPITAL}){{0,3}}"
_NAME = rf"(?:,\s*|\s+)(?:the\s+)?[“\"‘']?(?P<name>{_PARTS})"
_KIND = rf"(?:(?:the|a|an|his|her|their)\s+)?(?:{any_of(phrases('people', 'name_kinds'))})(?:\s+of|\s+as)?"
_KNOWN_AS = any_of((*phrases("people", "goes_by"), *phrases("people", "named_as")))
_CALLED = rf"(?:{_KNOWN_AS})(?:\s+only|\s+simply|\s+just)?(?:\s+{_KIND})?"
_GOES_ON = re.compile(r",?\s+(?:who|known|nicknamed|identified|going|calling|dubbed)\b[^.;!?“”\"]{0,90}")
_GOES_BY = re.compile(rf"\b(?:{_CALLED}|{_KIND}(?:\s+is|\s+was)?(?:\s+only)?){_NAME}")

_NOT_REAL = re.compile(
    r"(?:,|\s*[—–(-])\s*(?:which\s+is\s+)?(?:not\s+(?:his|her|their)\s+(?:real|true|actual|own|full)\s+name|(?:a|his|her)\s+pseudonym|"
    r"(?:whose|his|her|the)?\s*names?\s+(?:has\s+been\s+|have\s+been\s+|was\s+|is\s+)?changed)"
)


def no_real_name(text: str, place: int) -> bool:
    """Whether the name that ends at a place is somebody's who is called so for safety ("Ada — not her real name")."""
    return bool(_NOT_REAL.match(text, place))


def alias_in(words: str) -> str | None:
    """The name by which the words say somebody is known, if they do."""
    found = _GOES_BY.search(words)
    return found.group("name").rstrip("’'") if found else None


def alias_after(text: str, place: int) -> str | None:
    """The name by which the clause that begins at a place says somebody is known ("…, who uses the alias Heron")."""
    clause = _GOES_ON.match(text, place)
    found = _GOES_BY.search(clause.group()) if clause else None
    return found.group("name").rstrip("’'") if found and found.start() < SOON else None
