"""All of a kind, and one of that kind that is told otherwise: what is said of every X rules out another for some."""

from functools import cache, lru_cache
from typing import NamedTuple

from sayso.record import Testimony
from sayso.record.fold import folded
from sayso.weigh.compare.setting import Setting
from sayso.weigh.terms import stem
from sayso.weigh.wordlists import tables

LETTERS = 2_000  # of a claim that are looked at


class Excluded(NamedTuple):
    """What is said of all, what is said of some, and whether the second only hints at it."""

    all: str
    some: str
    implied: bool


class _Rule(NamedTuple):
    all: tuple[str, ...]
    some: tuple[str, ...]
    hints: tuple[str, ...]
    kinds: tuple[str, ...]


def excluded(left: Testimony, right: Testimony, setting: Setting | None = None) -> Excluded | None:
    """How one of two claims rules out the other by speaking of all; null where neither does."""
    around = (setting.right, setting.left) if setting else (frozenset[str](), frozenset[str]())
    for whole, part, words_around in ((left, right, around[0]), (right, left, around[1])):
        if _of_all(whole):
            for rule in _rules():
                found = _by(rule, _text(whole.content), _text(part.content), words_around)
                if found and not _of_all(part):
                    return found
    return None


def both_of_all(left: Testimony, right: Testimony) -> str:
    """What two claims say alike of all ("all 22 were shot down", "every one was brought down"), empty for nothing."""
    if not (_of_all(left) and _of_all(right)):
        return ""
    for rule in _rules():
        one, two = _first(rule.all, _text(left.content)), _first(rule.all, _text(right.content))
        if one and two:
            return f"{one} / {two}"
    return ""


def _by(rule: _Rule, whole: str, part: str, around: frozenset[str]) -> Excluded | None:
    every = _first(rule.all, whole)
    if not every or _first(rule.some, whole) or _first(rule.all, part):
        return None
    named = _first(rule.kinds, part) or around & {stem(kind) for kind in rule.kinds}
    some, hint = _first(rule.some, part), _first(rule.hints, part)
    if some and named:
        return Excluded(every, some, implied=False)
    return Excluded(every, some or hint, implied=True) if some or hint else None


def _of_all(testimony: Testimony) -> bool:
    if any(quantity.of == "all" for quantity in testimony.quantities):
        return True
    return _speaks_of_all(testimony.content)


@lru_cache(maxsize=16384)
def _speaks_of_all(content: str) -> bool:
    return bool(_first(tuple(tables("exclusion")["all"]), _text(content)))


@lru_cache(maxsize=4096)
def _text(content: str) -> str:
    return f" {folded(content[:LETTERS])} "


def _first(phrases: tuple[str, ...], text: str) -> str:
    return next((phrase for phrase in phrases if f" {phrase} " in text), "")


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(tuple(told["all"]), tuple(told["some"]), tuple(told["hints"]), tuple(told["kinds"].split()))
        for told in tables("exclusion")["rules"]
    )
