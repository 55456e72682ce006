"""Times of day in words."""

import re

from sayso.publish.speech.letters import lettered
from sayso.publish.speech.numerals import cardinal, pair
from sayso.publish.speech.vocabulary import either, topic, word, words

_MORNING, _EVENING = lettered(word("calendar", "before_noon")), lettered(word("calendar", "after_noon"))
_TO, _HUNDRED, _OCLOCK = word("numerals", "to"), word("numerals", "hundred"), word("calendar", "oclock")
_SECONDS = topic("calendar")["seconds"]

_HALF = r"\s?([AaPp])(?:\.\s?[Mm]\.?|[Mm]\b\.?)"
_RANGE = re.compile(rf"(?<![\w.,:])(\d{{1,2}}(?:[:.]\d\d)?(?:{_HALF})?)\s?[–-]\s?(?=\d{{1,2}}(?:[:.]\d\d)?{_HALF})")
_RANGE_24 = re.compile(r"(?<=:\d\d)\s?[–-]\s?(?=\d{1,2}:\d\d)")
_TWELVE = re.compile(rf"(?<![\w.,:])(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?(?::([0-5]\d))?{_HALF}")
_BARE = re.compile(rf"(?<![\w.,:])(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?(?= {_TO} \d{{1,2}}(?:[:.]\d\d)?{_HALF})")
_DAY = re.compile(r"(?<![\w.,:])([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?(?![\w:])")
_FOUR = re.compile(
    rf"(?<![\w.,:])([01]\d|2[0-4])([0-5]\d)(?=h\b|\s?(?:{either(words('calendar', 'clocked'))})\b)(?:h\b)?"
)
_DOTTED = re.compile(rf"(?<![\w.,:])([01]?\d|2[0-4])\.([0-5]\d)(?=\s?(?:{either(words('calendar', 'clocked'))})\b)")
_SCORE = re.compile(r"(?<![\w.,:])(\d{1,3}):(\d{1,3})(?![\w:])")


def clocked(text: str) -> str:
    """The text with its clocks in words: "4:34 AM" is "four thirty-four A M", "21:57" "twenty-one fifty-seven"."""
    text = _RANGE_24.sub(f" {_TO} ", _RANGE.sub(rf"\1 {_TO} ", text))
    text = _BARE.sub(lambda found: _twelve(found[1], found[2]), text)
    text = _TWELVE.sub(_half, text)
    text = _FOUR.sub(lambda found: _day(found[1], found[2]), text)
    text = _DOTTED.sub(lambda found: _day(found[1], found[2]), text)
    text = _DAY.sub(lambda found: _day(found[1], found[2], found[3]), text)
    return _SCORE.sub(lambda found: f"{cardinal(int(found[1]))} {_TO} {cardinal(int(found[2]))}", text)


def _half(found: re.Match[str]) -> str:
    half = _MORNING if found[4] in "Aa" else _EVENING
    return f"{_twelve(found[1], found[2])}{_and_seconds(found[3])} {half}"


def _twelve(hour: str, minutes: str | None) -> str:
    said = cardinal(int(hour))
    return f"{said} {pair(int(minutes))}" if minutes and int(minutes) else said


def _day(hour: str, minutes: str, seconds: str | None = None) -> str:
    """A clock of twenty-four hours."""
    if int(hour) % 24 == 0 and not int(minutes):
        return word("calendar", "midnight") + _and_seconds(seconds)
    said = cardinal(int(hour))
    if int(minutes):
        said = f"{said} {pair(int(minutes))}"
    else:
        said = f"{said} {_HUNDRED if int(hour) > 12 else _OCLOCK}"
    return said + _and_seconds(seconds)


def _and_seconds(seconds: str | None) -> str:
    if not seconds or not int(seconds):
        return ""
    return f" {word('numerals', 'and')} {cardinal(int(seconds))} {_SECONDS[int(seconds) != 1]}"
