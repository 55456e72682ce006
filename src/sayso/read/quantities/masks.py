"""What looks like a number and counts nothing: dates, ordinals, years, house numbers, telephone numbers, labels."""

from collections.abc import Sequence

from sayso.read.numbers import ONES
from sayso.read.times.dates import MONTHS
from sayso.read.times.printed import Printed
from sayso.read.tokens import Token, low
from sayso.read.words import words as vocabulary

_MASKS = vocabulary("numbers")["masks"]
_COUNTED = vocabulary("numbers")["counted"]
_CUES = vocabulary("numbers")["cues"]
_UNIT_WORDS, _LOW_LABELS, _SUMS = (frozenset(_CUES[name]) for name in ("units_of_years", "low_labels", "sums"))
_LABELS, _ROADS = frozenset(_MASKS["labels"]), frozenset(_MASKS["roads"])
_MONEY = frozenset(vocabulary("numbers")["units_before"]["money"])
_NO_NAMES = frozenset(_COUNTED["stop"]) | {
    word for forms in vocabulary("numbers")["bounds"].values() for form in forms for word in form.split()
}
_YEAR_BEFORE = frozenset(_MASKS["year_before"])
_IRREGULAR, _NOT_PLURAL = frozenset(_COUNTED["irregular"]), frozenset(_COUNTED["not_plural"])


def masked(line: Sequence[Token], times: Sequence[Printed]) -> frozenset[int]:
    """The tokens that no amount may hold."""
    out: set[int] = set()
    for one in times:
        if one.kind not in ("part", "stretch"):
            out.update(range(one.first, one.last))
    titled = _is_title(line)
    for at, token in enumerate(line):
        if token.is_figure:
            if at not in out:  # a chain of figures is looked at once
                out.update(_no_amount(line, at))
        elif token.is_name and token.low in ONES and not titled and _is_named(line, at):
            out.add(at)
    return frozenset(out)


def plural(name: str) -> bool:
    """Whether a word looks like a plural: "drones", "people", "fishermen"."""
    word = name.lower()
    if word in _IRREGULAR or word.endswith("people") or (word.endswith("men") and word not in _NOT_PLURAL):
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "’s"))
        and word not in _NOT_PLURAL
    )


def _is_title(line: Sequence[Token]) -> bool:
    """Whether most long words have capitals and no full stop ends them, as in a headline."""
    if line and line[-1].word == ".":
        return False
    long = [token for token in line if token.is_word and len(token.word) > 3]
    return sum(token.is_name for token in long) > 0.6 * len(long)


def _is_named(line: Sequence[Token], at: int) -> bool:
    """Whether a number word with a capital is part of a name: "Group of Seven", "Kanal One"."""
    if at == 0 or not line[at - 1].is_word:
        return False
    return line[at - 1].is_name or (line[at - 1].low == "of" and at > 1 and line[at - 2].is_name)


def _no_amount(line: Sequence[Token], at: int) -> range:
    """The tokens to close for the figure at `at`; an empty range where it may count."""
    token, only = line[at], range(at, at + 1)
    after = line[at + 1] if at + 1 < len(line) else None
    if after and after.glued and after.low in ("st", "nd", "rd", "th", "s", "am", "pm"):
        return range(at, at + 2)
    if after and after.word in ("AD", "BC", "BCE", "CE"):
        return only
    if after and after.glued and after.word in "'’′" and at + 2 < len(line) and line[at + 2].is_figure:
        return range(at, at + 3)  # a height, 6'3"
    chain = _chain(line, at)
    if chain:
        return chain
    if token.glued and at and (line[at - 1].is_word or line[at - 1].word in "@#_\\&=~" and not _loose(line, at)):
        return only if not _money_word(line, at - 1) else range(0)
    if token.glued and at > 1 and line[at - 1].word in "-–/" and line[at - 1].glued and line[at - 2].is_word:
        return (
            only if line[at - 2].low not in ("minus", "sub", "to", "or", "pre", "under", "over") else range(0)
        )  # F-16
    return only if _is_label(line, at) or _is_house(line, at) or _is_year(line, at) else range(0)


def _loose(line: Sequence[Token], at: int) -> bool:
    """Whether the sign before a figure is a sign for about or equal."""
    return line[at - 1].word in "~="


def _money_word(line: Sequence[Token], at: int) -> bool:
    """Whether letters glued to a figure are a currency: "EUR50m", "RM120"; "B52" is none."""
    return line[at].word in _MONEY or (line[at].word == "US" and at > 0 and line[at - 1].word == "$")


def _chain(line: Sequence[Token], at: int) -> range | None:
    """Three or more figures tied by dashes, dots or brackets, or a plus before many digits: a telephone number."""
    end, figures, digits = at + 1, 1, len(line[at].word)
    while (
        end + 1 < len(line)
        and line[end].word in "-–"
        and line[end].glued
        and line[end + 1].glued
        and line[end + 1].is_figure
    ):
        figures, digits, end = figures + 1, digits + len(line[end + 1].word), end + 2
    if figures >= 3 or digits > 14:
        return range(at, end)
    if at and line[at - 1].word == "+" and line[at].glued and not line[at - 1].glued:
        while end < len(line) and (line[end].is_figure or line[end].word in "-()"):
            digits, end = digits + len(line[end].word), end + 1
        return range(at - 1, end) if digits >= 7 else None
    return None


def _counts_something(line: Sequence[Token], at: int) -> bool:
    """Whether a plural or a unit sign follows within three words."""
    for k in range(at, min(len(line), at + 3)):
        word = line[k]
        if word.word in "%$€£°" or (word.glued and word.is_word and k == at):
            return True
        if not word.is_word or word.low in _COUNTED["stop"]:
            return False
        if plural(word.word) or word.low in _COUNTED["people_as"]:
            return True
    return False


def _is_label(line: Sequence[Token], at: int) -> bool:
    """Whether a name or a label stands before: "Article 5", "Boeing 737", "No. 10"."""
    before = at - 1 - (low(line, at - 1) == "." and at > 1 and line[at - 1].glued)
    if before < 0 or not line[before].is_word:
        return False
    word = line[before]
    if word.low in _LABELS and (word.is_name or word.low in _LOW_LABELS):
        return word.low != "no" or before != at - 1 or word.word == "No"
    mixed = not word.word.islower() and not word.is_name  # iPhone
    if before != at - 1 or not (word.is_name or mixed) or word.low in MONTHS or word.low in _NO_NAMES:
        return False
    if low(line, at + 1) in _UNIT_WORDS or _counts_something(line, at + 1) or "," in line[at].word:
        return False
    first = before == 0 or line[before - 1].word in '.!?"“'
    return mixed or not first or len(line[at].word) > 2


def _is_house(line: Sequence[Token], at: int) -> bool:
    """Whether a street follows within three names: "14 Linden Street"."""
    for k in range(at + 1, min(len(line), at + 4)):
        if not line[k].is_name:
            return False
        if line[k].low in _ROADS and k > at + 1:
            return True
    return False


def _is_year(line: Sequence[Token], at: int) -> bool:
    """Whether four digits are a year: no plural or unit follows, or a word before dates it."""
    word = line[at].word
    if len(word) != 4 or not word.isdecimal() or not 1700 <= int(word) <= 2099:
        return False
    after = line[at + 1] if at + 1 < len(line) else None
    if after and (after.word in "%$€£" or after.low in _UNIT_WORDS or (after.glued and after.is_word)):
        return False
    if at and line[at - 1].word in "$€£¥":
        return False
    before = low(line, at - 1)
    if before in ("in", "since", "until", "during", "by"):
        return True
    if before == "of" and low(line, at - 2) in _SUMS:
        return False
    if after and after.word in "-–" and at + 2 < len(line) and line[at + 2].is_figure:
        return low(line, at + 3) not in _UNIT_WORDS and not (int(word) == 2000 and _counts_something(line, at + 3))
    return not _counts_something(line, at + 1) or (
        before in _YEAR_BEFORE and before in ("the", "early", "late", "mid", "summer", "winter")
    )
