"""The words of a claim that tell what it is about, and how rare each is in English; nothing hangs on the record."""

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from math import log
from typing import Any

import snowballstemmer

from sayso.errors import ModelError
from sayso.record.fold import words
from sayso.weigh.vectors import TOKENIZER
from sayso.weigh.wordlists import tables, wordset

COMMON = 50  # the words up to this rank of frequency tell nothing
SMALL = 0.2  # a number of one figure stands in any text
LONGEST = 40  # letters of a word; what is longer is no word
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_stemmer = snowballstemmer.stemmer("english")


def terms(text: str) -> tuple[str, ...]:
    """The informative words of a text, folded and stemmed, numbers as figures, each once, in reading order."""
    whole = _THOUSANDS.sub("", text)
    return tuple(dict.fromkeys(term for word in words(whole) if (term := _term(word))))


@lru_cache(maxsize=65536)
def rarity(term: str) -> float:
    """How rare a term is, in [0, 1]: by its rank in the tokenizer's vocabulary, which is sorted by frequency.

    A plain noun has about 0.5, a word that is not in the vocabulary of 30,000 has 1.
    """
    if len(term) == 1 and term.isdecimal():
        return SMALL
    ranks, total = _ranks()
    rank = ranks.get(term)
    if rank is None:
        return 1.0
    return round(max(0.0, log(max(rank, COMMON) / COMMON) / log(total / COMMON)), 4)


@lru_cache(maxsize=65536)
def _term(word: str) -> str:
    """What a folded word is filed under, empty for one that tells nothing."""
    if word in wordset("terms", "stop") or word in wordset("terms", "telling") or len(word) > LONGEST:
        return ""
    number = tables("terms")["numbers"].get(word)
    if number is not None:
        return str(number)
    if word.isdecimal():
        return word.lstrip("0") or "0"
    return stem(word) if len(word) > 1 else ""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A folded word without its ending; irregular forms of one word have one stem."""
    stemmed = _stemmer.stemWord(word)
    return _forms().get(word) or _forms().get(stemmed) or stemmed


@cache
def _forms() -> Mapping[str, str]:
    """Irregular form → the stem of its word."""
    groups = [group.split() for group in tables("terms")["forms"]]
    return {form: _stemmer.stemWord(group[0]) for group in groups for form in group}


@cache
def _ranks() -> tuple[Mapping[str, int], int]:
    """Term → the rank of its most frequent form among the whole words of the vocabulary, and how many there are."""
    try:
        vocabulary: dict[str, Any] = json.loads(TOKENIZER.read_text("utf-8"))["model"]["vocab"]
    except (OSError, ValueError, KeyError) as err:
        raise ModelError(f"the vocabulary {TOKENIZER.name} cannot be read: reinstall sayso") from err
    whole = sorted((rank, word) for word, rank in vocabulary.items() if word.isalnum() and len(word) > 1)
    ranks: dict[str, int] = {}
    for rank, (_, word) in enumerate(whole, start=1):
        ranks.setdefault(word if word.isdecimal() else stem(word), rank)
    return ranks, len(whole)
