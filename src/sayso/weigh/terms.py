"""The informative words of a sentence, and how rare each is, from a source that no record can change."""

import json
from functools import cache, lru_cache
from importlib.resources import files
from math import log

from sayso.record.fold import words
from sayso.weigh.worded import is_function, stem

COMMONEST, RAREST = 1_000, 30_000  # places in the vocabulary between which rarity grows
UNKNOWN = 1.0
FIGURE = 0.6
_DULL = frozenset({"say", "said", "tell", "told", "report", "accord", "new", "one", "two", "year", "people", "time"})


@lru_cache(maxsize=20_000)
def terms(text: str) -> tuple[str, ...]:
    """The informative words of a text, stemmed, each once, in reading order: no function words, no words of saying."""
    found = (word if word.isdigit() else stem(word) for word in words(text) if not is_function(word))
    return tuple(dict.fromkeys(term for term in found if term not in _DULL and (len(term) > 1 or term.isdigit())))


@lru_cache(maxsize=50_000)
def rarity(term: str) -> float:
    """How rare a word is in English, in [0, 1], by its place in BERT's vocabulary, which is sorted by frequency."""
    if term.isdigit():
        return FIGURE
    place = _places().get(term)
    if place is None:
        return UNKNOWN
    return round(min(1.0, max(0.1, (log(place) - log(COMMONEST)) / (log(RAREST) - log(COMMONEST)))), 3)


@cache
def _places() -> dict[str, int]:
    """Stem → the place of the commonest word with it."""
    told = json.loads(files("sayso.read").joinpath("models/tokenizer.json").read_text("utf-8"))
    found: dict[str, int] = {}
    for word, place in sorted(told["model"]["vocab"].items(), key=lambda row: row[1]):
        if word.isalpha():
            found.setdefault(stem(word), max(place, 1))
    return found
