"""What a bare name looks like when no word beside it tells."""

import re
from collections.abc import Sequence

from sayso.read.names.gazette import DEMONYMS, HINTS
from sayso.read.names.given import is_given
from sayso.read.names.people import ORGANISATIONS
from sayso.read.names.press import WEAK
from sayso.read.names.world import is_region
from sayso.read.words import phrases
from sayso.record import EntityKind

_CAMEL = re.compile(r"[A-Z]?[a-z]{2,}[A-Z]\w*|[A-Z][a-z]+(?:[A-Z]\w*){2,}")  # "RealPollers", "eBay"
_SUFFIXES = frozenset(phrases("grammar", "after_names"))


def by_shape(words: Sequence[str], *, the: bool) -> tuple[EntityKind, int] | None:
    """The kind that a name's own letters speak for, and how strongly; None where they say nothing."""
    if len(words) == 1:
        return _single(words[0])
    if the and not is_given(words[0]):
        return "organisation", 14  # nobody says "the Anna Berg"
    if words[-1].endswith("s") and is_region(words[:-1]):
        return "organisation", 9  # a team: "Osk Mavericks"
    if DEMONYMS.intersection(words) or initials(words[0]) or any(map(_letters, words[1:])):
        return "organisation", 8
    if len(words) < 5:
        return "person", 12 if is_given(words[0]) and words[0].lower() not in HINTS else 8
    return None


def _single(word: str) -> tuple[EntityKind, int] | None:
    if word.isupper() and len(word.replace(".", "")) > 1:
        return "organisation", 5
    if _CAMEL.fullmatch(word) and not word.startswith(_CLANS):
        return "organisation", WEAK - 1  # an outlet where the page says so
    return ("person", 4) if is_given(word) else None


_CLANS = tuple(one.title() for one in phrases("grammar", "clans"))


def initials(word: str) -> bool:
    """Whether a name begins like a body's ("UN Women"), not like a person's ("J.D. Vance")."""
    return word.isupper() and len(word) > 1 and (word.lower() in ORGANISATIONS or "." not in word)


def _letters(word: str) -> bool:
    """Whether a later word is capitals of a body ("Votes USA Now"), not what follows a person's name."""
    return word.isupper() and len(word) > 1 and "." not in word and word.lower() not in _SUFFIXES
