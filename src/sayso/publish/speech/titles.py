"""Ranks, titles, states and other short forms in full."""

import re
from functools import cache

from sayso.publish.speech.numerals import cardinal, ordinal
from sayso.publish.speech.vocabulary import either, pairs, word, words

_TITLES, _BARE, _SHORT = pairs("titles", "titles"), pairs("titles", "bare"), pairs("titles", "short")
_NUMBERED = pairs("titles", "numbered")
_PARTIES, _STATES = pairs("titles", "parties"), pairs("titles", "states")
_BEFORE_SAINT = frozenset(words("titles", "before_saint"))
_KINDS, _RULERS = frozenset(words("titles", "words", "roman")), frozenset(words("titles", "rulers", "roman"))
_OF, _THE = word("calendar", "of"), word("numerals", "the")

_NAME = r"(?=\s(?:[A-Z]|al-|de |van |von |da ))"
_TITLE = re.compile(rf"\b({either(_TITLES)})\.{_NAME}")
_UNSTOPPED = re.compile(rf"\b({either(_BARE)}){_NAME}")
_PARTY = re.compile(rf"\(({either(_PARTIES)})(?:[-–, ]\s?([A-Z][\w. ]{{1,20}}?))?\)")
_STATE = re.compile(rf"(?<=, )({either(_STATES)})\.")
_SAINT = re.compile(r"((?<![\w'])[\w']{1,30}+ )?\bSt\.?(?= [A-Z])")
_STREET = re.compile(r"(?<=\w )St\.(?!\w)")
_DOCTOR, _DRIVE = re.compile(r"\bDr\.(?= [A-Z])"), re.compile(r"(?<=\w )Dr\.(?!\w)")
_FORMS = re.compile(rf"(?<![\w.])(?:{either(_SHORT)})(?!\w)")
_NUMBER_OF = re.compile(rf"(?<!\w)({either(_NUMBERED)})\s?(?=[\d$€£])")
_ROMAN = re.compile(r"\b([A-Z][a-z]+) ((?=[IVX])X{0,3}(?:IX|IV|V?I{0,3}))(?![\w-])(?!\.\s?[A-Z])")
_VALUES = {"I": 1, "V": 5, "X": 10}


def entitled(text: str) -> str:
    """The text with its titles and short forms in full: "Lt. Gen." is "Lieutenant General"."""
    text = _NUMBER_OF.sub(lambda found: _NUMBERED[found[1]] + " ", _PARTY.sub(_party, text))
    text = _STATE.sub(lambda found: _STATES[found[1]], text)
    text = _DOCTOR.sub(word("titles", "doctor"), text)
    text = _SAINT.sub(_saint, text)
    for _ in range(3):  # a title may stand before a title
        text = _TITLE.sub(lambda found: _TITLES[found[1]], text)
    text = _UNSTOPPED.sub(lambda found: _BARE[found[1]], text)
    text = _STREET.sub(word("titles", "street"), text)
    text = _DRIVE.sub(word("titles", "drive"), text)
    return _ROMAN.sub(_roman, _FORMS.sub(lambda found: _SHORT[found[0]], text))


def _party(found: re.Match[str]) -> str:
    place = found[2] or ""
    return f", {_PARTIES[found[1]]}" + (f" {_OF} {_state(place)}" if place else "") + ","


def _state(place: str) -> str:
    return _STATES.get(place.rstrip("."), _postal().get(place, place))


@cache
def _postal() -> dict[str, str]:
    """The two letters of the post → the state."""
    return {
        **pairs("titles", "postal"),
        **{short.replace(".", ""): full for short, full in _STATES.items() if "." in short},
    }


def _saint(found: re.Match[str]) -> str:
    """Saint, or Street where a name stands before it."""
    before = (found[1] or "").strip()
    named = before[:1].isupper() and before not in _BEFORE_SAINT
    return (found[1] or "") + word("titles", "street" if named else "saint")


def _roman(found: re.Match[str]) -> str:
    """A Roman numeral as a number after a kind of thing, as a place after a name; a lone letter may be an initial."""
    name, numeral = found.groups()
    number = _value(numeral)
    if name in _KINDS:
        return f"{name} {cardinal(number)}"
    if len(numeral) > 1 or name in _RULERS and numeral != "X":
        return f"{name} {_THE} {ordinal(number)}"
    return found[0]


def _value(numeral: str) -> int:
    values = [_VALUES[one] for one in numeral]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
