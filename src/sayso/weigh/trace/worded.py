"""A sentence's words made ready to be held against another's: which carry wording, which only the fact."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from sayso.record.fold import folded

MOST = 100  # words of a sentence that are compared; the work grows with their square where all are the same
LETTERS = 1_000
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
_ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ingly",
    "edly",
    "ings",
    "ing",
    "ied",
    "ies",
    "ers",
    "est",
    "ed",
    "es",
    "er",
    "ly",
    "s",
    "e",
    "y",
    "d",
)
LEAST_STEM = 3
# A name or a figure belongs to the fact, a stock word ("killed", "police") to every report of its kind.
WEIGHTS = {"plain": 1.0, "name": 0.5, "figure": 0.5, "stock": 0.4}


@dataclass(frozen=True, slots=True)
class Worded:
    """A word of a sentence: `word` folded, `key` what its like have in common, `weight` how much it tells of wording.

    `weight` is 0 for function words and dates, 1 for a word of a writer's choice.
    """

    word: str
    key: str
    weight: float


@lru_cache(maxsize=4096)
def worded(sentence: str) -> tuple[Worded, ...]:
    """The words of a sentence, numbers as figures, at most MOST; linear in its length."""
    found = list(_numbers(_WORD.findall(sentence[:LETTERS])))[:MOST]
    capitals = sum(raw[0].isupper() for raw in found)
    headline = capitals > 0.6 * len(found)
    return tuple(_worded(raw, name=raw[0].isupper() and at > 0 and not headline) for at, raw in enumerate(found))


def _worded(raw: str, *, name: bool) -> Worded:
    word = folded(raw).replace(" ", "")
    tables = _tables()
    if raw[0].isdigit():
        return Worded(raw, raw, WEIGHTS["figure"])
    if not word or word in tables.function or word in tables.dates:
        return Worded(word, "", 0.0)
    bare = stem(word)
    kind = "name" if name else "stock" if bare in tables.stock else "plain"
    return Worded(word, tables.alike.get(bare, bare), WEIGHTS[kind])


def stem(word: str) -> str:
    """A word without its ending, the same for "towed" and "towing", "repair" and "repairs"; crude, never shown."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM:
            word = word[: -len(ending)]
            break
    if len(word) > LEAST_STEM and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] if len(word) > LEAST_STEM and word[-1] in "ei" else word


def _numbers(raws: list[str]) -> Iterator[str]:
    """The words with numbers in words turned into figures: "twelve thousand" and "12,000" are 12000."""
    tables, total, part, open_ = _tables(), 0, 0, False
    for raw in raws:
        word = raw.lower()
        if word in tables.numbers:
            part, open_ = part + tables.numbers[word], True
        elif open_ and word in tables.scales:
            scale = tables.scales[word]
            total, part = (total, part * scale) if scale < 1000 else (total + part * scale, 0)
        else:
            if open_:
                yield str(total + part)
                total, part, open_ = 0, 0, False
            figure = raw.replace(",", "").replace(":", ".")
            if raw[0].isdecimal() and figure.isdecimal() and len(figure) < 12:
                part, open_ = int(figure), True
            else:
                yield figure if raw[0].isdecimal() else raw
    if open_:
        yield str(total + part)


@dataclass(frozen=True, slots=True)
class _Tables:
    function: frozenset[str]
    dates: frozenset[str]
    stock: frozenset[str]
    alike: Mapping[str, str]
    numbers: Mapping[str, int]
    scales: Mapping[str, int]


@cache
def _tables() -> _Tables:
    told: dict[str, Any] = tomllib.loads(
        files("sayso.weigh").joinpath("words", "en", "reworded.toml").read_text("utf-8")
    )
    alike: dict[str, str] = {}
    for group in told["alike"]:
        first = group.split()[0]
        for word in group.split():
            alike.setdefault(stem(word), stem(first))
    return _Tables(
        function=frozenset(told["function"].split()),
        dates=frozenset(told["dates"].split()),
        stock=frozenset(stem(word) for word in told["stock"].split()),
        alike=alike,
        numbers=told["numbers"],
        scales=told["scales"],
    )


def is_function(word: str) -> bool:
    """Whether a folded word carries no wording of its own ("of", "which")."""
    return word in _tables().function
