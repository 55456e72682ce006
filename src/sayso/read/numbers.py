"""Numbers as newsrooms print them: figures, words, both ("1.5 million"), fractions, and vague ones ("dozens")."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from sayso.read.tokens import Token, low
from sayso.read.words import words as vocabulary

_TABLES = vocabulary("numbers")


def _table(name: str) -> dict[str, float]:
    return {word: float(value) for word, value in cast(dict[str, float], _TABLES[name]).items()}


ONES, TENS, SCALES, LETTERS = _table("ones"), _table("tens"), _table("scales"), _table("letters")
VAGUE, PARTS = _table("vague"), _table("parts")
_AFTER_METRE, _AFTER_HALF = (frozenset(_TABLES["cues"][name]) for name in ("after_metre", "after_half"))
SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
NUMBER_STARTS = frozenset({*ONES, *TENS, *VAGUE, *SIGNS, "several", "half", "a", "an", "."})
_IN_ALL = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000, 10_000, 100_000, 1_000_000})
_SEVERAL = 3  # "several" and "a few" are at least three, as several sources are (record.md)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in tokens `[first, last)`; `vague` ones are a least value.

    `scaled` says that a scale ("million", "bn") is in it, `figures` that it is printed in digits, `fraction` that it
    is a share of a whole.
    """

    first: int
    last: int
    value: float
    vague: bool = False
    scaled: bool = False
    figures: bool = False
    fraction: bool = False


def number_at(line: Sequence[Token], at: int) -> Number | None:
    """The longest number that begins with the token `at`, or None."""
    word = line[at].low
    return (
        None
        if word not in NUMBER_STARTS and not word[0].isdigit()
        else _vague(line, at) or _fraction(line, at) or _counted(line, at)
    )


def value_of(figure: str) -> float | None:
    """The value of digits with separators: "1,204.5" is 1204.5; None for what is no number (dates, "007", "2,5")."""
    whole, _, rest = figure.partition(".")
    if "." in rest or "," in rest or len(figure) > 24:
        return None
    groups = whole.split(",")
    if len(groups) > 1 and (len(groups[0]) > 3 or any(len(group) != 3 for group in groups[1:])):
        return None
    if len(whole) > 1 and whole[0] == "0":
        return None
    return float("".join(groups) + ("." + rest if rest else ""))


def _vague(line: Sequence[Token], at: int) -> Number | None:
    """Dozens, tens of thousands, several hundred."""
    word, after = low(line, at), low(line, at + 1)
    if word in VAGUE and (at == 0 or not line[at].glued):
        if (
            after == "of"
            and low(line, at + 2) in VAGUE
            and word in ("tens", "dozens", "scores", "hundreds", "thousands")
        ):
            scale = low(line, at + 2)
            if scale in ("thousands", "millions", "billions", "trillions", "hundreds"):
                return Number(at, at + 3, VAGUE[word] * SCALES[scale[:-1]], vague=True, scaled=True)
        if word == "tens" or (word == "scores" and after != "of") or (line[at].is_name and at and after != "of"):
            return None
        return Number(at, at + 1, VAGUE[word], vague=True)
    skip = 1 if word == "several" else 2 if word == "a" and after in ("few", "couple") else 0
    if not skip:
        return None
    skip += low(line, at + skip) == "of" and after == "couple"
    least = 2 if after == "couple" else _SEVERAL
    scale = low(line, at + skip)
    if scale in SCALES:
        return Number(at, at + skip + 1, least * SCALES[scale], vague=True, scaled=True)
    return None


def _fraction(line: Sequence[Token], at: int) -> Number | None:
    """Half, two-thirds, a quarter of, one in five, half a million."""
    word, after = low(line, at), low(line, at + 1)
    if word == "half":
        if after in ("a", "an") and (scale := low(line, at + 2)) in SCALES:
            return Number(at, at + 3, SCALES[scale] / 2, scaled=True)
        if after in ("a", "an"):
            return Number(at, at + 2, 0.5)
        return Number(at, at + 1, 0.5, fraction=True) if after in _AFTER_HALF else None
    if word in SIGNS and len(line[at].word) == 1:
        return Number(at, at + 1, SIGNS[word], figures=True, fraction=True)
    if word in ("a", "an"):
        if after in PARTS and after != "half" and low(line, at + 2) == "of":
            return Number(at, at + 2, 1 / PARTS[after], fraction=True)
        return None
    share = _one_of_many(line, at)
    if share:
        return share
    if word not in ONES or ONES[word] == 0:
        return None
    dash = after == "-"
    part = low(line, at + 1 + dash)
    if part not in PARTS or (ONES[word] == 1) == part.endswith("s") or not (dash or low(line, at + 2) in _AFTER_HALF):
        return None
    return Number(at, at + 2 + dash, ONES[word] / PARTS[part], fraction=True)


def _one_of_many(line: Sequence[Token], at: int) -> Number | None:
    """One in five, nine out of 10, 1/16 of."""
    above = _small(line, at)
    if not above:
        return None
    if low(line, at + 1) in ("/", "⁄") and line[at + 1].glued:
        below = _small(line, at + 2)
        fits = below and above < below and low(line, at + 3) == "of"
        return Number(at, at + 3, above / below, figures=True, fraction=True) if below and fits else None
    words = 1 if low(line, at + 1) == "in" else 2 if (low(line, at + 1), low(line, at + 2)) == ("out", "of") else 0
    if not words:
        return None
    below_at = at + 1 + words + (low(line, at + 1 + words) == "every")
    below = _small(line, below_at)
    if not below or below not in _IN_ALL or above >= below or above > 99:
        return None
    return Number(at, below_at + 1, above / below, fraction=True)


def _small(line: Sequence[Token], at: int) -> float | None:
    word = low(line, at)
    if word in ONES:
        return ONES[word]
    return value_of(word) if word and word[0].isdigit() else None


def _counted(line: Sequence[Token], at: int) -> Number | None:
    """Figures or words, with their scale."""
    word = low(line, at)
    if word and word[0].isdigit():
        value = value_of(word)
        return None if value is None else _scaled(line, at, at + 1, value)
    if word == "." and not line[at].glued and low(line, at + 1).isdigit() and line[at + 1].glued:
        return _scaled(line, at, at + 2, float("0." + line[at + 1].word))
    if word in ("a", "an") and low(line, at + 1) in SCALES and not low(line, at + 1).endswith("ln"):
        value, last = _in_words(line, at + 1, 1.0)
        return Number(at, last, value, scaled=True)
    if word not in ONES and word not in TENS:
        return None
    value, last = _in_words(line, at, None)
    if (low(line, last), low(line, last + 1), low(line, last + 2)) == ("and", "a", "half"):
        value, last = value + 0.5, last + 3
        if low(line, last) in SCALES:
            value, last = value * SCALES[low(line, last)], last + 1
    return Number(at, last, value, scaled=any(low(line, k) in SCALES for k in range(at, last)))


def _scaled(line: Sequence[Token], first: int, last: int, value: float) -> Number:
    """A figure with what multiplies it: "1.5 million", "£3m", "4.3M", "2½"."""
    scaled = False
    if low(line, last) in SIGNS:
        value, last = value + SIGNS[low(line, last)], last + 1
    if last < len(line) and line[last].glued and line[last].low in LETTERS and not _is_metre(line, last):
        value, last, scaled = value * LETTERS[line[last].low], last + 1, True
    for _ in range(2):  # "4 hundred million"
        dash = low(line, last) == "-"
        if low(line, last + dash) in SCALES:
            value, last, scaled = value * SCALES[low(line, last + dash)], last + dash + 1, True
    return Number(first, last, _tidy(value), scaled=scaled, figures=True)


def _is_metre(line: Sequence[Token], at: int) -> bool:
    """Whether "m", "k" or "b" after a figure is no scale: "10m long", "10k run"; "2.7m sales" and "£3m" are."""
    letter = line[at]
    if letter.word in ("M", "K", "bn", "mn", "tn", "trn", "mil"):
        return False
    if at >= 2 and not line[at - 2].word[-1].isalnum() and line[at - 2].low in "$£€¥₽₴₹₩₺₪₦":
        return False
    if at >= 2 and line[at - 1].glued and line[at - 2].is_word:  # EUR50m
        return False
    follows = low(line, at + 1)
    if letter.low == "k":
        return False
    if letter.low == "b":
        return not follows.isalpha()
    return not follows.isalpha() or follows in _AFTER_METRE


def _in_words(line: Sequence[Token], at: int, start: float | None) -> tuple[float, int]:
    """Value and end of a number in words from `at` on: "two hundred and fifty thousand", "twenty-one"."""
    total, current, last = 0.0, start or 0.0, at
    room = 1000.0 if start is None else 1.0  # what may still be added: below ten after "twenty", nothing after "seven"
    k = at
    while k < len(line):
        word = line[k].low
        if word in ONES and ONES[word] < room and (room <= 100 or current == 0):
            current, room, last = current + ONES[word], 1.0, k + 1
        elif word in TENS and TENS[word] < room and room > 10:
            current, room, last = current + TENS[word], 10.0, k + 1
        elif word in ("hundred", "dozen") and 0 < current < 100:
            current, room, last = current * SCALES[word], 100.0, k + 1
        elif word in SCALES and current > 0 and word not in ("hundred", "dozen"):
            total, current, room, last = total + current * SCALES[word], 0.0, 1000.0, k + 1
        elif not (word == "-" and line[k].glued) and not (word == "and" and last == k and k > at and _joins(line, k)):
            break
        k += 1
    return total + current, last


def _joins(line: Sequence[Token], at: int) -> bool:
    """Whether "and" goes on with the number: after a hundred or a scale, before a word for less than a hundred."""
    return low(line, at - 1) in SCALES and (low(line, at + 1) in ONES or low(line, at + 1) in TENS)


def _tidy(value: float) -> float:
    """Without the dust of multiplying decimals: 2.3 million is 2300000."""
    return float(round(value)) if value >= 1000 and abs(value - round(value)) < 1e-6 * value else value
