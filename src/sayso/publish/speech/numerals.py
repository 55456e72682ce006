"""Numbers in words."""

import re
from collections.abc import Callable

from sayso.publish.speech.vocabulary import forms, pairs, word, words

# A number as pages write it: groups of three, or up to fifteen digits, with decimals.
NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,6}(?!\d)|\d{1,15})(?:\.\d{1,9})?(?!\d)"

_SMALL, _TENS, _SCALES = words("numerals", "small"), words("numerals", "tens"), words("numerals", "scales")
_HUNDRED, _POINT, _OH = word("numerals", "hundred"), word("numerals", "point"), word("numerals", "oh")
_ORDINALS, _PARTS = pairs("numerals", "ordinals"), forms("numerals", "parts")
_LAST = re.compile(r"[a-z]+$")
LARGEST = 1000 ** len(_SCALES) - 1


def cardinal(number: int) -> str:
    """A whole number from 0 to LARGEST in words, larger ones digit by digit."""
    if number > LARGEST:
        return digits(str(number))
    if number < 20:
        return _SMALL[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_SMALL[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{_SMALL[number // 100]} {_HUNDRED}" + (f" {cardinal(number % 100)}" if number % 100 else "")
    groups = []
    for scale in _SCALES:
        number, group = divmod(number, 1000)
        if group:
            groups.append(f"{cardinal(group)} {scale}".rstrip())
    return " ".join(reversed(groups))


def ordinal(number: int) -> str:
    """The place of a whole number: "twenty-first"."""
    return _bent(cardinal(number), lambda last: _ORDINALS.get(last) or re.sub("y$", "ie", last) + "th")


def several(number: int) -> str:
    """A number as a kind of thing of which there are several: "twenties", "sixes"."""

    def bend(last: str) -> str:
        return last[:-1] + "ies" if last.endswith("y") else last + ("es" if last.endswith("x") else "s")

    return _bent(cardinal(number), bend)


def digits(text: str) -> str:
    """Every digit of a text by itself."""
    return " ".join(_SMALL[int(one)] for one in text if one.isdecimal())


def year(number: int) -> str:
    """A year as it is said: "nineteen oh five", "two thousand nine", "twenty twenty-four"."""
    century, rest = divmod(number, 100)
    if not 1000 < number < 10_000 or number % 1000 < 10:
        return cardinal(number)
    if not rest:
        return f"{cardinal(century)} {_HUNDRED}"
    return f"{cardinal(century)} {pair(rest)}"


def pair(number: int) -> str:
    """Two digits after others: "oh five", "fifteen"."""
    return f"{_OH} {_SMALL[number]}" if number < 10 else cardinal(number)


def code(text: str) -> str:
    """The digits of a name as they are said: F-"sixteen", A-"three twenty", "double-oh" digit by digit."""
    number = int(text)
    if text.startswith("0") or len(text) > 4:
        return digits(text)
    if len(text) < 3 or not number % 100:
        return cardinal(number) if number % 1000 == 0 or number < 1000 else year(number)
    return f"{cardinal(number // 100)} {pair(number % 100)}"


def number_words(text: str) -> str:
    """A number as pages write it in words: "1,234.5" is "one thousand two hundred thirty-four point five"."""
    whole, _, decimals = text.replace(",", "").partition(".")
    if len(whole) > 1 and whole.startswith("0"):
        said = digits(whole)
    else:
        said = cardinal(int(whole or "0"))
    return f"{said} {_POINT} {digits(decimals)}" if decimals else said


def part(over: int, under: int) -> str:
    """A fraction: "one half", "three quarters", "two fifths"."""
    one, more = _PARTS.get(str(under)) or (ordinal(under), ordinal(under) + "s")
    return f"{cardinal(over)} {one if over == 1 else more}"


def is_one(text: str) -> bool:
    """True where a thing counted by the number is one thing."""
    return text in ("1", "1.0")


def _bent(said: str, bend: Callable[[str], str]) -> str:
    return _LAST.sub(lambda found: bend(found[0]), said)
