"""The name that a described voice goes by: "a gunner known as Heron", "one, who gave his name only as Dado"."""

import re

from sayso.read.verbs import any_of
from sayso.read.words import phrases

_CAPITAL = r"[^\W\d_a-z][\w’'-]*"
_NAME = (
    rf"(?:,\s*|\s+)(?:the\s+)?[“\"‘']?(?P<name>{_CAPITAL}(?:\s+(?:(?:bin|al|von|van|de|el|of|the)\s+)?{_CAPITAL}){{0,3}})"
)
_KIND = rf"(?:(?:the|a|an|his|her|their)\s+)?(?:{any_of(phrases('people', 'name_kinds'))})(?:\s+of|\s+as)?"
_CALLED = rf"(?:{any_of(phrases('people', 'goes_by'))})(?:\s+only|\s+simply|\s+just)?(?:\s+{_KIND})?"
_GOES_BY = re.compile(rf"\b(?:{_CALLED}|{_KIND}(?:\s+is|\s+was)?(?:\s+only)?){_NAME}")


def alias_in(words: str) -> str | None:
    """The name by which the words say somebody is known, if they do."""
    found = _GOES_BY.search(words)
    return found.group("name").rstrip("’'") if found else None
