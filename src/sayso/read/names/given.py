"""What a given name tells: whether its bearer is most likely a man or a woman, from words/en/given.toml."""

import re
from collections.abc import Sequence

from sayso.errors import RecordError
from sayso.read.words import words


def _names(sex: str) -> frozenset[str]:
    found = words("given").get(sex)
    if not isinstance(found, str) or not found.strip():
        raise RecordError(f"the vocabulary en/given.toml has no text of names {sex!r}")
    return frozenset(found.split())


HE, SHE = _names("he"), _names("she")


def is_given(word: str) -> bool:
    """Whether the word is a given name on record."""
    return word in HE or word in SHE


def sex_of(name: Sequence[str]) -> str | None:
    """ "he" or "she" by the first of a full name's given names that tells; None for a last name alone."""
    for word in name[:-1][:2]:
        for part in (word, *re.split(r"[-‐‑]", word)):
            if part in HE:
                return "he"
            if part in SHE:
                return "she"
    return None
