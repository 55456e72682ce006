"""What is left of figures in words: shares, measures, fractions, places, names with numbers, ranges, plain numbers."""

import re

from sayso.publish.speech.letters import lettered
from sayso.publish.speech.nouns import leads
from sayso.publish.speech.numerals import NUMBER, cardinal, code, digits, is_one, number_words, ordinal, part, several
from sayso.publish.speech.vocabulary import either, forms, pairs, topic, word, words

_UNITS = forms("units", "units")
_SIGNS = {sign: (over, under) for sign, (over, under) in topic("numerals")["signs"].items()}
_IDIOMS = pairs("numerals", "idioms")
_TO, _AND, _POINT, _MINUS, _PLUS = (word("numerals", one) for one in ("to", "and", "point", "minus", "plus"))
_PERCENT, _PER, _TIMES, _FOOT = (word("units", one) for one in ("percent", "per", "times", "foot"))

_ALONE = r"(?<![\w.,$€£])"
_SIGN = r"(?:(?<![^\s(\"'])([+-]))?"
_IDIOM = re.compile(rf"(?<![\w/.-])(?:{either(_IDIOMS)})(?![\w/-]|\.\d)")
_TALL = re.compile(r"(?<![\w.,])(\d{1,2})'\s?(\d{1,2})(?:\"|''|(?!\w))")
_MIXED = re.compile(rf"(?<![\w.,/])(\d{{1,6}})(?:[ -](\d{{1,2}})/(\d{{1,2}})|\s?([{''.join(_SIGNS)}]))(?![\w/])")
_FRACTION = re.compile(rf"(?<![\w.,/])(?:(\d{{1,2}})/(\d{{1,3}})(?:rds|ths)?(?![\w/]|[.,]\d)|([{''.join(_SIGNS)}]))")
_SHARES = re.compile(rf"{_ALONE}{_SIGN}({NUMBER})\s?(?:%|{_PERCENT})?\s?[–-]\s?({NUMBER})\s?%")
_SHARE = re.compile(rf"{_ALONE}{_SIGN}({NUMBER})\s?%")
_MEASURE = re.compile(
    rf"{_ALONE}{_SIGN}({NUMBER})(?:\s?(?:[–-]|{_TO})\s?({NUMBER}))?([ -]?)({either(_UNITS)})(?![\w²³/]|'[a-z])"
)
_RATE = re.compile(rf"(?<=[a-z])/(?=(?:{either(words('units', 'words', 'rates'))})\b)")
_PLACE = re.compile(r"(?<![\w.,])(\d{1,3}(?:,\d{3}){0,3}|\d{4,9})(?:st|nd|rd|th)\b", re.I)
_CHAIN = re.compile(r"(?<![\w.,-])(?:\+?\d{1,12}(?:-\d{1,12}){2,8}|\d{3}-\d{4})(?![\w-])")
_NAMED = re.compile(r"(?<![\w-])([A-Z][A-Za-z]{0,11})-?(\d{1,5})([A-Z]{0,2})('?s)?(?![\w]|[.,:]\d)")
_GENERATION = re.compile(r"(?<![\w.,-])(\d{1,3})([A-Z]{1,2})(s?)(?!\w)")
_RANGE = re.compile(rf"{_ALONE}({NUMBER})(\s?–\s?|\s?-\s?)({NUMBER})(?!\w)")
_TIMES_OVER = re.compile(rf"{_ALONE}({NUMBER})x(?!\w)")
_SEVERAL = re.compile(r"(?<![\w.,])(\d{1,4})s\b")
_VERSION = re.compile(r"(?<![\w.,])\d{1,5}(?:\.\d{1,5}){2,6}(?![\w]|\.\d)")
_SIGNED = re.compile(rf"(?<![^\s(\"'])([+-])(?={NUMBER})")
_AFTER_LETTERS = re.compile(r"(?<=[A-Z])\+(?=\d)")
_ZONE = re.compile(r"(?<=UTC|GMT)[–-](?=\d)")
_BY = re.compile(r"(?<=\d) ?[x×] ?(?=\d)")
_PLAIN = re.compile(rf"{NUMBER}")
_LEFT = re.compile(r"\d+")


def figured(text: str) -> str:
    """The text without a figure: every one is said."""
    text = _IDIOM.sub(lambda found: _IDIOMS[found[0]], text)
    text = _TALL.sub(lambda found: f"{cardinal(int(found[1]))} {_FOOT} {cardinal(int(found[2]))}", text)
    text = _FRACTION.sub(_fraction, _MIXED.sub(_mixed, text))
    text = _SHARES.sub(lambda found: f"{_sign(found[1])}{found[2]} {_TO} {found[3]} {_PERCENT}", text)
    text = _SHARE.sub(lambda found: f"{_sign(found[1])}{found[2]} {_PERCENT}", text)
    text = _NAMED.sub(_named, _ZONE.sub(f" {_MINUS} ", text))
    text = _MEASURE.sub(_measure, _TIMES_OVER.sub(rf"\1 {_TIMES}", _BY.sub(" by ", text)))
    text = _RATE.sub(f" {_PER} ", text)
    text = _PLACE.sub(lambda found: ordinal(int(found[1].replace(",", ""))), text)
    text = _CHAIN.sub(lambda found: ", ".join(digits(one) for one in found[0].split("-")), text)
    text = _GENERATION.sub(_generation, text)
    text = _RANGE.sub(rf"\1 {_TO} \3", text)
    text = _VERSION.sub(lambda found: f" {_POINT} ".join(code(one) for one in found[0].split(".")), text)
    text = _AFTER_LETTERS.sub(f" {_PLUS} ", _SIGNED.sub(lambda found: _sign(found[1]), text))
    text = _SEVERAL.sub(lambda found: several(int(found[1])), text)
    text = _PLAIN.sub(_plain, text)
    return _LEFT.sub(lambda found: f" {digits(found[0])} ", text)


def _sign(mark: str | None) -> str:
    return {"-": f"{_MINUS} ", "+": f"{_PLUS} "}.get(mark or "", "")


def _mixed(found: re.Match[str]) -> str:
    """A whole number with a fraction: "one and a half" is "one and one half"."""
    over, under = (int(found[2]), int(found[3])) if found[2] else _SIGNS[found[4]]
    if not 0 < over < under <= 20:
        return found[0]
    return f"{cardinal(int(found[1]))} {_AND} {part(over, under)}"


def _fraction(found: re.Match[str]) -> str:
    """A fraction where it can be one; else one figure after the other."""
    over, under = (int(found[1]), int(found[2])) if found[1] else _SIGNS[found[3]]
    if 0 < over < under <= 20 or (under == 100 and 0 < over < 100):
        return part(over, under)
    return f"{cardinal(over)} {cardinal(under)}"


def _measure(found: re.Match[str]) -> str:
    mark, first, second, space, unit = found.groups()
    if space and len(unit) == 1 and unit not in "°m":
        return found[0]
    one, more = _UNITS[unit]
    single = leads(found, bound=space != " ") or space == "-" or (not second and is_one(first))
    return f"{_sign(mark)}{first}{f' {_TO} {second}' if second else ''} {one if single else more}"


def _named(found: re.Match[str]) -> str:
    """A name with a number: "F-16s" is "F sixteens"; what stands before the number is spelled later."""
    name, number, more, plural = found.groups()
    said = several(int(number)) if plural == "s" and len(number) < 3 else code(number) + (plural or "")
    return f"{lettered(name)} {said}{lettered(f' {more}') if more else ''}"


def _generation(found: re.Match[str]) -> str:
    """Figures before letters: "5G", "737NG"."""
    return f"{code(found[1])} {lettered(found[2])}{found[3]}"


def _plain(found: re.Match[str]) -> str:
    """A number, with room to letters that stand at it."""
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    return f"{' ' if before.isalpha() else ''}{number_words(found[0])}{' ' if after.isalpha() else ''}"
