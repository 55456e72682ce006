"""The language of a text by its commonest words."""

import re
from functools import cache

from sayso.read.words import words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
LEAST = 0.12  # share of a text's words that its language's commonest words make up at least
FEWEST = 8  # words below which nothing is said


@cache
def _stopwords() -> dict[str, frozenset[str]]:
    return {name: frozenset(found) for name, found in words("pages")["stopwords"].items()}


def language(text: str) -> str | None:
    """The two-letter code of a text's language, null where too little speaks for any."""
    found = [word.lower() for word in _WORD.findall(text[:4000])]
    if len(found) < FEWEST:
        return None
    shares = {name: sum(word in stop for word in found) / len(found) for name, stop in _stopwords().items()}
    best = max(shares, key=lambda name: (shares[name], name == "en"))
    return best if shares[best] >= LEAST else None
