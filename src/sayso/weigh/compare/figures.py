"""How the figures of two claims stand to each other: agreeing, risen, in conflict, or of different things."""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from sayso.record import Quantity, Testimony
from sayso.record.fold import words
from sayso.weigh.terms import stem
from sayso.weigh.wordlists import tables

Relation = Literal["agree", "rise", "conflict"]
ABOUT = 0.1  # "about 50" and 52 agree: a tenth either way
OPEN = 1.1  # "more than 9,000" and 9,400 are one figure, "at least 12" and 17 are a count that rose
BARE = 100  # a smaller figure of nothing in particular is an age, a clock, a score
FAR = 30  # figures that lie further apart than this many times count different things
LASTING = ("week", "month", "year", "day", "hour", "minute", "second")  # units of how long or how old, not of how many


# States whose counts grow as an event goes on.
GROWING = frozenset(("dead", "hurt", "infected"))  # counts that only grow, whoever counts
RUNNING = frozenset(("dead", "hurt", "missing", "homeless", "infected", "trapped"))
MONEY = ("USD", "EUR", "GBP")
_BESIDE = re.compile(r"(?:\bnot (\w+))|(?:\b(\w+) o['’]clock)")  # "not six"; "by nine o'clock"


_PART = re.compile(r"\b(\w{1,12}) of (?:the|them|those|these|whom|its|their)\b")
HOURS = 3  # hours after which a higher count of what is still being counted is the later count


class Figures(NamedTuple):
    """How two figures stand, both as words, whether the same is told of those counted, whether the later is higher."""

    relation: Relation
    left: str
    right: str
    one_state: bool = False
    grew: bool = False


class _Figure(NamedTuple):
    low: float
    high: float
    open: bool
    vague: bool
    thing: str
    state: frozenset[str]
    shown: str


def figures(left: Testimony, right: Testimony) -> Figures | None:
    """How two claims' figures of one thing stand, `left` being the earlier; null where none count the same thing."""
    if not left.quantities or not right.quantities:
        return None
    found: list[Figures] = []
    for one in _figures(left):
        for other in _figures(right):
            if _one_thing(one, other):
                found.append(_stand(one, other, left, right))
    ranked = sorted(found, key=lambda pair: ("agree", "rise", "conflict").index(pair.relation))
    return ranked[0] if ranked else None


def _stand(one: _Figure, other: _Figure, left: Testimony, right: Testimony) -> Figures:
    return Figures(
        _relation(one, other, left, right), one.shown, other.shown, bool(one.state & other.state), other.low > one.high
    )


def counted(testimony: Testimony) -> bool:
    """Whether a claim's content gives a figure that answers how many or how much."""
    return any(True for _ in _figures(testimony))


def _figures(testimony: Testimony) -> Iterator[_Figure]:
    states = _states(testimony.content)
    beside = _beside(testimony.content)
    for quantity in testimony.quantities:
        if quantity.part_of or quantity.counts == "age" or (quantity.unit or "").split("/")[0] in LASTING:
            continue
        if quantity.low in beside:
            continue
        low = quantity.low if quantity.low is not None else 0.0
        high = quantity.high if quantity.high is not None else float("inf")
        if low == high and low in (0.0, 1.0) and quantity.unit is None:
            continue
        if quantity.bound == "about":
            low, high = low * (1 - ABOUT), high * (1 + ABOUT)
        thing = _thing(quantity)
        state = _states(words(quantity.counts or " ")[-1]) if words(quantity.counts or "") else frozenset()
        if thing or low >= BARE or states & RUNNING:
            vague = high == float("inf") and _has(testimony.content, "vague")
            yield _Figure(low, high, high == float("inf"), vague, thing, state or states, _shown(quantity))


def _shown(quantity: Quantity) -> str:
    ends = [f"{end:g}" if abs(end) < 1e6 else f"{end:.0f}" for end in (quantity.low, quantity.high) if end is not None]
    bound = "" if quantity.bound == "exactly" else f"{quantity.bound} ".replace("_", " ")
    return f"{bound}{'–'.join(dict.fromkeys(ends))} {quantity.counts or quantity.unit or ''}".strip()


def _thing(quantity: Quantity) -> str:
    """What is counted: a unit, a kind of thing, "person", or nothing where the page leaves it out."""
    if quantity.unit:
        return quantity.unit
    said = words(quantity.counts or "")
    return _kinds().get(stem(said[-1]), stem(said[-1])) if said else ""


def _one_thing(one: _Figure, other: _Figure) -> bool:
    if one.state and other.state and not one.state & other.state:
        return False
    if max(one.low, other.low) > FAR * max(1.0, min(one.high, other.high)):
        return False
    if one.thing == other.thing:
        return bool(one.thing) or bool(one.state & other.state) or _near(one, other)
    bare = [figure for figure in (one, other) if not figure.thing]
    if len(bare) != 1:
        return False
    named = other if bare[0] is one else one
    if named.thing != "person":
        return named.thing in MONEY
    return bool(one.state & other.state)


def _near(one: _Figure, other: _Figure) -> bool:
    return one.low == other.low and one.high == other.high


def _relation(one: _Figure, other: _Figure, left: Testimony, right: Testimony) -> Relation:
    if one.vague or other.vague:
        return "agree" if max(one.low, other.low) <= min(one.high, other.high) else "conflict"
    if max(one.low, other.low) <= min(one.high, other.high):
        if one.open == other.open or max(one.low, other.low) <= OPEN * min(one.low, other.low):
            return "agree"
        return "rise" if other.low > one.low else "agree"
    higher = other.low > one.high
    told = bool(_has(right.content, "rising") or _has(left.content, "open"))
    running = bool(one.state & other.state & RUNNING)
    same_voice = left.speaker is not None and left.speaker == right.speaker
    later = one.state & other.state & GROWING and hours_between(left.at, right.at) >= HOURS
    return "rise" if higher and (told or one.open or (running and same_voice) or later) else "conflict"


def hours_between(earlier: str, later: str) -> float:
    """Hours from one UTC moment to another, 0 where one is not known."""
    try:
        return (datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds() / 3600
    except ValueError:
        return 0.0


@lru_cache(maxsize=16384)
def _beside(content: str) -> frozenset[float]:
    """Figures that a content names and does not give as its count: "not six", "four of the injured"."""
    numbers = tables("terms")["numbers"]
    found = [word.lower() for pair in _BESIDE.findall(content) for word in pair if word]
    found += [word.lower() for word in _PART.findall(content)]
    return frozenset(float(word if word.isdecimal() else numbers.get(word, "nan")) for word in found)


@lru_cache(maxsize=16384)
def _stems(content: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(content))


def _has(content: str, table: str) -> bool:
    return bool(_stems(content) & _table(table))


@lru_cache(maxsize=16384)
def _states(content: str) -> frozenset[str]:
    found = _stems(content)
    return frozenset(state for state, stems in _state_stems() if found & stems)


@cache
def _table(table: str) -> frozenset[str]:
    told = tables("figures")
    return frozenset(stem(word) for word in (told["words"].get(table) or told[table]).split())


@cache
def _state_stems() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((state, frozenset(map(stem, told.split()))) for state, told in tables("figures")["states"].items())


@cache
def _kinds() -> dict[str, str]:
    kinds = {stem(word): "person" for word in tables("figures")["persons"].split()}
    for group in tables("figures")["things"]:
        for word in group.split():
            kinds.setdefault(stem(word), stem(group.split()[0]))
    return kinds
