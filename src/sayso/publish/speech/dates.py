"""Days, months and years in words."""

import re

from sayso.publish.speech.numerals import cardinal, ordinal, several, year
from sayso.publish.speech.vocabulary import either, pairs, word, words

_MONTHS = words("calendar", "months")
_SHORT = pairs("calendar", "short_months")
_FULL = {**{one: one for one in _MONTHS}, **_SHORT}
_FULL.update({one.upper(): full for one, full in _FULL.items()})
_DAYS = pairs("calendar", "short_days")
_TO, _THE = word("numerals", "to"), word("numerals", "the")
_OF, _AT = word("calendar", "of"), word("calendar", "at")

_MONTH = rf"({either(_FULL)})\b\.?"
_DAY = r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(1\d{3}|2[01]\d\d)"
_ISO = re.compile(r"(?<![\w-])(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:(T)(?=\d\d:\d\d)|(?![\w-]))")
_ZULU = re.compile(r"(?<=:\d\d)Z\b")
_OFFSET = re.compile(r"(?<=:\d\d)([+-])0?(\d{1,2}):?(\d\d)(?!\d)")
_WEEKDAY = re.compile(rf"\b({either(_DAYS)})(?:\.|(?=,? (?:{either(_FULL)})\b|,? \d))")
_ACROSS = re.compile(rf"(?<=\d)\s?[–-]\s?(?=(?:{either(_FULL)})\b\.? \d)")
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH} {_DAY}(?:\s?[–-]\s?{_DAY}| (and|to|or) {_DAY})?(?:,? {_YEAR})?(?!\w|[.,:]\d|%|-\d)"
)
_DAY_FIRST = re.compile(rf"(\b[Tt]he )?(?<![\w.,:])\b{_DAY}(?:\s?[–-]\s?{_DAY})? (?:of )?{_MONTH}(?:,? {_YEAR})?(?!\w)")
_MONTH_YEAR = re.compile(rf"\b{_MONTH},? {_YEAR}(?!\w|[.,]\d)")
_ALONE = re.compile(rf"\b({either(_SHORT)})\.(?!\w)")
_NUMERIC = re.compile(r"(?<![\w/.])(\d{1,2})([/.])(\d{1,2})\2((?:1[89]|20)\d\d|\d\d)(?![\w/]|\.\d)")
_DECADE = re.compile(r"(?<![\w.,])((?:1\d|20)\d0)'?s\b")
_SHORT_DECADE = re.compile(r"(?<![\w.,])'?([1-9]0)'?s\b")
_YEARS = re.compile(r"(?<![\w.,])((?:19|20)\d\d)([–/-])((?:19|20)\d\d|\d\d)(?![\w–/-]|[.,]\d)")
_FOUR = re.compile(
    r"(?<![.,$€£+])(?<!\d-)(?<!\d–)(?<!\w)(1[1-9]\d\d|20\d\d)(?!\w|[.,:]\d|%|\s?[°$€£])(?=(\s[A-Za-z]+)?)"
)
_BEFORE = re.compile(r"([A-Za-z]{1,12})[ -]$")
_AFTER_WORD = re.compile(rf"\b(?<=[a-z][ -])({either(_SHORT)})\b(?=,? [a-z]|[,;.]?$)")
_COUNTED, _DATING = frozenset(words("calendar", "counted")), frozenset(words("calendar", "dating"))


def dated(text: str) -> str:
    """The text with its days, months, decades and years in words; other figures stay."""
    text = _OFFSET.sub(_offset, _ZULU.sub(" UTC", _ISO.sub(_iso, text)))
    text = _WEEKDAY.sub(lambda found: _DAYS[found[1]], text)
    text = _ACROSS.sub(f" {_TO} ", text)
    text = _MONTH_FIRST.sub(_month_first, text)
    text = _DAY_FIRST.sub(_day_first, text)
    text = _MONTH_YEAR.sub(lambda found: f"{_FULL[found[1]]} {year(int(found[2]))}", text)
    text = _ALONE.sub(lambda found: _FULL[found[1]], text)
    text = _AFTER_WORD.sub(lambda found: _FULL[found[1]], text)
    text = _NUMERIC.sub(_numeric, text)
    text = _DECADE.sub(_decade, text)
    text = _SHORT_DECADE.sub(lambda found: several(int(found[1])), text)
    text = _YEARS.sub(_years, text)
    return _FOUR.sub(_four, text)


def _iso(found: re.Match[str]) -> str:
    clock = f", {_AT} " if found[4] else ""
    return f"{_MONTHS[int(found[2]) - 1]} {ordinal(int(found[3]))}, {year(int(found[1]))}{clock}"


def _offset(found: re.Match[str]) -> str:
    sign, hours, minutes = found.groups()
    return f" UTC{sign}{hours}" + (f":{minutes}" if int(minutes) else "")


def _month_first(found: re.Match[str]) -> str:
    month, day, until, joined, other, of_year = found.groups()
    said = f"{_FULL[month]} {ordinal(int(day))}"
    if last := until or other:
        said += f" {joined or _TO} {ordinal(int(last))}"
    return said + (f", {year(int(of_year))}" if of_year else "")


def _day_first(found: re.Match[str]) -> str:
    the, day, until, month, of_year = found.groups()
    said = f"{the or _THE + ' '}{ordinal(int(day))}"
    if until:
        said += f" {_TO} {ordinal(int(until))}"
    return f"{said} {_OF} {_FULL[month]}" + (f", {year(int(of_year))}" if of_year else "")


def _numeric(found: re.Match[str]) -> str:
    """A date in figures; its month is named only where the figures tell which it is."""
    one, mark, two, of_year = int(found[1]), found[2], int(found[3]), found[4]
    said = year(int(of_year) if len(of_year) == 4 else 2000 + int(of_year))
    if len(of_year) == 2 and mark == "." or not (0 < one <= 31 and 0 < two <= 31):
        return found[0]
    if one > 12 >= two or one == two <= 12:
        return f"{_MONTHS[two - 1]} {ordinal(one)}, {said}"
    if two > 12 >= one:
        return f"{_MONTHS[one - 1]} {ordinal(two)}, {said}"
    return f"{cardinal(one)}, {cardinal(two)}, {said}"


def _decade(found: re.Match[str]) -> str:
    century, rest = divmod(int(found[1]), 100)
    if rest:
        return f"{cardinal(century)} {several(rest)}"
    return year(int(found[1])) + "s"


def _years(found: re.Match[str]) -> str:
    first, mark, last = found.groups()
    if len(last) == 2 and int(last) <= int(first[2:]):
        return found[0]
    end = year(int(last)) if len(last) == 4 else cardinal(int(last))
    return f"{year(int(first))} {_TO + ' ' if mark != '/' else ''}{end}"


def _four(found: re.Match[str]) -> str:
    """Four digits as a year, unless something is counted by them."""
    number, follows = int(found[1]), (found[2] or "").strip()
    if follows.lower() in _COUNTED:
        return found[0]
    before = _BEFORE.search(found.string, max(0, found.start() - 24), found.start())
    if number < 1900 and not (before and before[1].lower() in _DATING):
        return found[0]
    return year(number)
