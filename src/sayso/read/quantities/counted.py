"""What an amount counts, and of which other amount it is a part."""

from collections.abc import Sequence
from functools import cache

from sayso.read.quantities.amounts import Amount
from sayso.read.quantities.masks import plural
from sayso.read.times.reckon import stops
from sayso.read.tokens import Token, low, tokens
from sayso.read.words import words as vocabulary
from sayso.record import Span

_TABLES = vocabulary("numbers")
_STOP = frozenset(_TABLES["counted"]["stop"])
_PEOPLE_AS = frozenset(_TABLES["counted"]["people_as"])
_DETERMINERS, _LEAD = (frozenset(_TABLES["cues"][name]) for name in ("determiners", "lead"))
_VERB_ENDS = ("ed", "ing", "s")
_ONE = 3  # words that name one thing, at most
_FEW = 6  # words that a counted thing may have before its plural
_ADJECTIVE = tuple(_TABLES["cues"]["adjective_ends"])


def counts(line: Sequence[Token], one: Amount) -> tuple[int, int] | None:
    """The tokens that name what an amount counts ("world leaders" in "about 70 world leaders"), or None."""
    if one.is_age:
        return None
    at = _after_bound(line, one.last)
    if low(line, at) == "of" and low(line, at + 1) in ("them", "which", "whom"):
        return _plural(line, at + 2)  # "three of them children"
    of = low(line, at) == "of"
    money = one.unit is not None and one.unit.isupper() and len(one.unit) == 3
    if money:
        of = of or (low(line, at) == "in" and low(line, at + 1) not in _STOP)
        at += low(line, at) == "worth"
        of = of or low(line, at) == "of"
    elif one.unit and not of:
        return None
    at += of
    while of and low(line, at) in _DETERMINERS:
        at += 1
    if one.is_share and not of:
        at += low(line, at) in _DETERMINERS
    if one.unit is not None:
        return _mass(line, at)
    single = one.low == 1 and one.high == 1
    return _plural(line, at) or (_single(line, at) if (single and not of) or one.is_share else None)


def _after_bound(line: Sequence[Token], at: int) -> int:
    """Past "+", "-plus", "or more", "more", "other": "20 or more soldiers", "12 other people"."""
    if low(line, at) == "or" and low(line, at + 1) in ("more", "so", "fewer", "less"):
        return at + 2
    if low(line, at) == "-" and low(line, at + 1) == "plus":
        return at + 2
    return at + (low(line, at) in ("+", "plus", "more", "further", "additional"))


def _plural(line: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Words up to a plural: "Russian regions", "Kia and Hyundai vehicles", "dead"."""
    for k in range(at, min(len(line), at + _FEW)):
        token = line[k]
        if token.low in _PEOPLE_AS:
            return at, k + 1
        if k > at and token.glued and (token.word == "-" or line[k - 1].word == "-"):
            continue  # "F-16 jets"
        if token.low == "and" and k > at and k + 1 < len(line) and _alike(line[k - 1], line[k + 1]):
            continue
        if not token.is_word or token.low in _STOP:
            return None
        if plural(token.word):
            return at, _compound(line, k + 1, token.is_name)
    return None


def _alike(left: Token, right: Token) -> bool:
    """Whether two words beside "and" are both names or both adjectives: "Kia and Hyundai", "digital and physical"."""
    return (left.is_name and right.is_name) or (left.low.endswith(_ADJECTIVE) and right.low.endswith(_ADJECTIVE))


def _compound(line: Sequence[Token], at: int, named: bool) -> int:
    """Past a second plural that goes with the first: "aid workers", "United States soldiers"."""
    token = line[at] if at < len(line) else None
    goes_on = token and token.is_word and token.low not in _STOP and plural(token.word)
    return at + 1 if token and goes_on and (named or not token.is_name) else at


def _single(line: Sequence[Token], at: int) -> tuple[int, int] | None:
    """One thing: the next words up to one that looks like a verb ("government official" in "one … said")."""
    k = at
    while k < len(line) and k < at + _ONE and line[k].is_word and line[k].low not in _STOP and "'" not in line[k].low:
        if k > at and line[k].low.endswith(_VERB_ENDS) and not line[k].is_name:
            break
        k += 1
    return (at, k) if k > at else None


def _mass(line: Sequence[Token], at: int) -> tuple[int, int] | None:
    """What a measure is of: "crude", "jet fuel", "voters"; up to the first word that is no name of a thing."""
    whole = _plural(line, at)
    if whole and whole[1] - whole[0] <= 3:
        return whole
    k = at
    while (
        k < len(line)
        and k < at + 2
        and line[k].is_word
        and line[k].low not in _STOP
        and not line[k].low.endswith(("ed", "ly"))
    ):
        k += 1
    return (at, k) if k > at else None


@cache
def _includes() -> tuple[tuple[str, ...], ...]:
    rows = [tuple(t.low for t in tokens(p, Span(0, len(p)))) for p in _TABLES["parts_of"]["includes"] if p != "with"]
    return tuple(sorted(rows, key=lambda row: -len(row)))


@cache
def _back() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in _TABLES["parts_of"]["back"])


def part_of(line: Sequence[Token], found: Sequence[Amount], k: int, parts: dict[int, int]) -> int | None:
    """The index of the amount that the `k`-th is a part of, or None; `parts` are the links found before it.

    "70 drones, including 34 …", "12 of the 50", "five, two of them …", "34 in Moscow and 12 in Tula" after one that is.
    """
    one = found[k]
    if one.is_age:
        return None
    of_next = _of_next(line, found, k)
    if of_next is not None:
        return of_next
    whole = _whole_before(line, found, k)
    if whole is None:
        return None
    if one.unit and one.unit != found[whole].unit:
        return None
    if _points_back(line, one):
        return whole
    if _introduced(line, one.first) or _out_of(line, found[whole], one):
        return whole
    if k and k - 1 in parts and parts[k - 1] != k and _goes_on(line, found[k - 1], one):
        return parts[k - 1]
    return None


def _points_back(line: Sequence[Token], one: Amount) -> bool:
    """Whether "of them" or "of which" follows."""
    return any(_at(line, one.last + j, phrase) for phrase in _back()[:-1] for j in (0, 1))


def _out_of(line: Sequence[Token], whole: Amount, part: Amount) -> bool:
    """Whether a clause opens with the whole: "Of the 90 drones launched, 72 …"."""
    at = whole.first - 1
    at -= low(line, at) in _DETERMINERS
    opens = low(line, at) == "of" and (line[at].is_name or low(line, at - 1) in ("out", ",", "—", "–"))
    return opens and any(line[k].word == "," for k in range(whole.last, part.first)) and part.unit is None


def _at(line: Sequence[Token], at: int, phrase: tuple[str, ...]) -> bool:
    return at >= 0 and all(low(line, at + j) == word for j, word in enumerate(phrase))


def _of_next(line: Sequence[Token], found: Sequence[Amount], k: int) -> int | None:
    """The next amount where "of the" or "out of" leads to it."""
    if k + 1 == len(found):
        return None
    between = [line[j].low for j in range(found[k].last, found[k + 1].first)]
    ties = between and between[-1] not in ("about", "some") and len(between) <= 3
    links = (
        ["of", "the"],
        ["of"],
        ["out", "of"],
        ["out", "of", "the"],
        ["of", "its"],
        ["of", "their"],
        ["of", "those"],
        ["of", "these"],
    )
    owner = len(between) in (2, 3) and between[0] == "of" and between[-1].endswith("'s")
    fits = ties and (between in links or owner) and not found[k + 1].unit and (found[k].unit in (None, "%"))
    return k + 1 if fits and (between != ["of"] or not found[k].is_share) else None


def _whole_before(line: Sequence[Token], found: Sequence[Amount], k: int) -> int | None:
    """The nearest amount before that may have parts: of the same sentence, or of the one before for "of them"."""
    for j in range(k - 1, -1, -1):
        ends = sum(stops(line, at) and line[at].word != ";" for at in range(found[j].last, found[k].first))
        if ends > 1 or found[k].first - found[j].last > 40:
            return None
        one, part = found[j], found[k]
        if one.is_age or (one.unit and one.unit != part.unit and not _points_back(line, part)) or one.is_share:
            continue
        if ends and not _starts_back(line, found[k].first):
            return None
        if (part.low or 0) <= (one.low or one.high or 0):
            return j
    return None


def _starts_back(line: Sequence[Token], first: int) -> bool:
    """Whether "of these" or "of them" stands right before an amount."""
    lead = [low(line, at) for at in range(max(0, first - 5), first)]
    return any(pair in (["of", "these"], ["of", "those"], ["of", "them"], ["among", "them"]) for pair in
               ([lead[i], lead[i + 1]] for i in range(len(lead) - 1)))  # fmt: skip


def _introduced(line: Sequence[Token], first: int) -> bool:
    """Whether "including", "among them" or "of which" stands before an amount, bound words aside."""
    at = first - 1
    while at >= 0 and first - at < 5 and low(line, at) in _LEAD:
        at -= 1
    return any(_at(line, at + 1 - len(phrase), phrase) for phrase in _includes())


def _goes_on(line: Sequence[Token], last: Amount, one: Amount) -> bool:
    """Whether an amount is the next of a list of parts: "34 in Moscow Oblast and 12 in Tula"."""
    between = [line[j] for j in range(last.last, one.first)]
    if len(between) > 8 or any(stops(line, j) for j in range(last.last, one.first)):
        return False
    joins = [j for j, token in enumerate(between) if token.low in ("and", ",")]
    return bool(joins) and joins[-1] >= len(between) - 2 and not any(t.low.endswith("ed") for t in between)
