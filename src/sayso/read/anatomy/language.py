"""The language of a text by its commonest words."""

import re
from functools import cache

from sayso.read.words import words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
LEAST = 0.12  # share of a text's words that its language's commonest words make up at least
FEWEST = 8  # words below which nothing is said


@cache
def _spoken_by() -> tuple[dict[str, int], dict[str, tuple[str, ...]]]:
    """The languages in their order, none counted yet, and which of them have each common word."""
    lists: dict[str, list[str]] = words("pages")["stopwords"]
    having: dict[str, tuple[str, ...]] = {}
    for name, found in lists.items():
        for word in set(found):
            having[word] = (*having.get(word, ()), name)
    return dict.fromkeys(lists, 0), having


def language(text: str) -> str | None:
    """The two-letter code of a text's language, null where too little speaks for any."""
    found = [word.lower() for word in _WORD.findall(text[:4000])]
    if len(found) < FEWEST:
        return None
    none, having = _spoken_by()
    counts = dict(none)
    for word in found:
        for name in having.get(word, ()):
            counts[name] += 1
    shares = {name: count / len(found) for name, count in counts.items()}
    best = max(shares, key=lambda name: (shares[name], name == "en"))
    return best if shares[best] >= LEAST else None
