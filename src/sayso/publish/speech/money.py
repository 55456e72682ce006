"""Sums of money, and bare millions, in words."""

import re

from sayso.publish.speech.nouns import leads
from sayso.publish.speech.numerals import NUMBER, cardinal, is_one, number_words
from sayso.publish.speech.vocabulary import either, forms, pairs, word

_SIGNS, _CODES = forms("money", "signs"), forms("money", "codes")
_ALL = {**_SIGNS, **_CODES}
_CENTS = forms("money", "cents")
_SCALES, _LOOSE = pairs("money", "scales"), pairs("money", "loose")
_TO, _AND, _MINUS = (word("numerals", one) for one in ("to", "and", "minus"))

_SCALE = rf"(?:[ -]?({either(_SCALES)})(?![\w$€£]))?"
_BOTH = rf"({NUMBER}){_SCALE}(?:\s?(?:[–-]|{_TO}|{_AND})\s?(?:SIGN)?({NUMBER}){_SCALE})?"
_LEFT = rf"(?<![\w.])([+-](?=\S))?({either(_ALL)})\s?([+-])?"
_SIGN_FIRST = re.compile(_LEFT + _BOTH.replace("SIGN", f"{either(_ALL)}") + r"(?!\w)")
_SIGN_LAST = re.compile(rf"(?<![\w.,$€£])({NUMBER}){_SCALE}(?:\s?[–-]\s?({NUMBER}){_SCALE})?\s?({either(_ALL)})(?!\w)")
_SMALL = re.compile(rf"(?<![\w.,])(\d{{1,2}})\s?({either(_CENTS)})(?!\w)")
_BARE = re.compile(rf"(?<![\w.,])({NUMBER})([ -]?)({either(_LOOSE)})(?!\w)")
_COUNTED = re.compile(
    rf"(?<![\w.,])({NUMBER})m(?= (?:people|voters|users|viewers|jobs|homes|tons|tonnes|barrels|doses)\b)"
)
_JOINS = {"-": _TO, "–": _TO, _TO: _TO, _AND: _AND}


def priced(text: str) -> str:
    """The text with its sums in words: "$61.4 billion" is "sixty-one point four billion dollars"."""
    text = _SIGN_FIRST.sub(_sign_first, text)
    text = _SIGN_LAST.sub(_sign_last, text)
    text = _SMALL.sub(lambda found: f"{cardinal(int(found[1]))} {_CENTS[found[2]][found[1] != '1']}", text)
    text = _COUNTED.sub(lambda found: f"{number_words(found[1])} {_SCALES['m']}", text)
    return _BARE.sub(lambda found: f"{number_words(found[1])} {_LOOSE[found[3]]}", text)


def _sign_first(found: re.Match[str]) -> str:
    before, sign, inside, first, scale, second, other = found.groups()
    names = _ALL[sign]
    minus = f"{_MINUS} " if "-" in (before, inside) else ""
    if second:
        joined = _TO if not re.search(rf"\b{_AND}\b", found[0]) else _AND
        if joined == _AND and not re.search(rf"{_AND} (?:{either(_ALL)})", found[0]):
            return _left(found, second, minus)
        low = number_words(first) + (f" {_SCALES[scale]}" if scale and scale != other else "")
        return f"{minus}{low} {joined} {_sum(second, other, names, leads(found))}"
    return minus + _sum(first, scale, names, leads(found))


def _left(found: re.Match[str], second: str, minus: str) -> str:
    """ "$5 and 3 others": the second figure is no money, and stays."""
    said = _sum(found[4], found[5], _ALL[found[2]], adjective=False)
    return f"{minus}{said}{found[0][found.end(5 if found[5] else 4) - found.start() :]}"


def _sign_last(found: re.Match[str]) -> str:
    first, scale, second, other, sign = found.groups()
    if second:
        return f"{number_words(first)} {_TO} {_sum(second, other, _ALL[sign], leads(found))}"
    return _sum(first, scale, _ALL[sign], leads(found))


def _sum(number: str, scale: str | None, names: tuple[str, ...], adjective: bool) -> str:
    """One sum; of a thing that costs it the currency stands in the singular: "a five million dollar deal"."""
    whole, _, rest = number.replace(",", "").partition(".")
    if not scale and len(rest) == 2 and len(names) == 4:
        return _with_cents(int(whole or "0"), int(rest), names)
    one = adjective or (is_one(number) and not scale)
    return f"{number_words(number)} {_SCALES[scale] + ' ' if scale else ''}{names[0] if one else names[1]}"


def _with_cents(whole: int, rest: int, names: tuple[str, ...]) -> str:
    big = f"{cardinal(whole)} {names[0] if whole == 1 else names[1]}"
    small = f"{cardinal(rest)} {names[2] if rest == 1 else names[3]}"
    if not rest:
        return big
    return f"{big} {_AND} {small}" if whole else small
