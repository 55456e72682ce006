"""Units as printed: forms of units and currencies, before or behind a number, and what they are counted by."""

from collections.abc import Sequence
from functools import cache

from sayso.read.numbers import Number
from sayso.read.tokens import Token, low, tokens
from sayso.read.words import words as vocabulary
from sayso.record import Span

_TABLES = vocabulary("numbers")
_WEIGHS = frozenset(_TABLES["cues"]["weighs"])
Phrase = tuple[str, ...]


@cache
def _forms() -> dict[str, list[tuple[Phrase, str]]]:
    """Every form of every unit by its first token, longest first; forms of up to three letters keep their case."""
    out: dict[str, list[tuple[Phrase, str]]] = {}
    for code, forms in _TABLES["units"].items():
        for form in forms:
            phrase = tuple(token.word for token in tokens(form, Span(0, len(form))))
            out.setdefault(phrase[0].lower(), []).append((phrase, code))
    for rows in out.values():
        rows.sort(key=lambda row: -len(row[0]))
    return out


@cache
def _money() -> frozenset[Phrase]:
    forms = _TABLES["units_before"]["money"]
    return frozenset(tuple(token.word for token in tokens(form, Span(0, len(form)))) for form in forms)


@cache
def money_starts() -> frozenset[str]:
    """The first tokens, in lower case, of currencies that are printed before their numbers."""
    return frozenset(phrase[0].lower() for phrase in _money())


def unit_at(line: Sequence[Token], at: int, *, figures: bool) -> tuple[str, int] | None:
    """A unit printed at `at` and the token after it; short forms only after figures."""
    for phrase, code in _forms().get(low(line, at), ()):
        if at + len(phrase) > len(line):
            continue
        words = [line[at + k].word for k in range(len(phrase))]
        letters = "".join(phrase)
        short = len(letters) <= 3 and letters not in ("day", "ton", "yen", "won", "sen")
        loud = len(letters) == 2 and letters.islower() and "".join(words) == letters.upper()  # "300 HZ", "40 KM"
        same = list(phrase) == words or loud if short else [w.lower() for w in phrase] == [w.lower() for w in words]
        if not same or (short and letters.isalpha() and not figures):
            continue
        after = at + len(phrase)
        if letters in ("p", "l", "C", "F", "x") and (not line[at].glued or line[at - 1].word == "-"):
            continue
        if (
            letters.isalpha()
            and after < len(line)
            and line[after].glued
            and (line[after].is_figure or line[after].word in "'’")
        ):
            continue
        return code, after
    return None


def money_at(line: Sequence[Token], at: int) -> tuple[str, int] | None:
    """A currency printed at `at`, before its number, and the token after it."""
    for phrase, code in _forms().get(low(line, at), ()):
        if phrase not in _money() or tuple(line[k].word for k in range(at, min(len(line), at + len(phrase)))) != phrase:
            continue
        return code, at + len(phrase)
    return None


def past_again(line: Sequence[Token], at: int, code: str) -> int:
    """The token after "US", "U.S." or the code itself, printed once more behind a sum in dollars: "$75 US"."""
    if code == "USD" and low(line, at) == "us":
        return at + 1 if line[at].word == "US" else at
    if code == "USD" and low(line, at) == "u" and low(line, at + 2) == "s" and line[at].word == "U":
        return at + 3 + (low(line, at + 3) == ".")
    return at


def pounds_at(line: Sequence[Token], at: int, number: Number) -> tuple[str, int] | None:
    """Pounds of money, or of weight where the words around weigh something."""
    if low(line, at) not in ("pound", "pounds"):
        return None
    near = {low(line, k) for k in range(max(0, number.first - 6), min(len(line), at + 4))}
    weighs = near & _WEIGHS
    heavy = low(line, at) == "pound" or low(line, at + 1) == "of" or weighs
    return ("lb" if heavy and not number.scaled else "GBP"), at + 1


def per(line: Sequence[Token], unit: str, at: int) -> tuple[str, int]:
    """A unit with what it is counted by: "barrels a day" is barrel/day."""
    table = _TABLES["per"]
    dash = low(line, at) == "-"
    word_at = at + dash
    if low(line, word_at) in table["adverbs"] and not dash and unit != "%":
        return f"{unit}/{table['adverbs'][low(line, word_at)]}", word_at + 1
    if low(line, word_at) not in table["words"]:
        return unit, at
    by = word_at + 1 + (low(line, word_at + 1) == "-")
    if low(line, by) in table["others"]:
        return f"{unit}/{low(line, by)}", by + 1
    found = unit_at(line, by, figures=False)
    if not found or found[0] not in table["units"] or low(line, by).endswith("s"):
        return unit, at
    return f"{unit}/{found[0]}", found[1]
