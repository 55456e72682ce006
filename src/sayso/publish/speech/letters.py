"""Words of capitals: spelled, or said as the words they are."""

import re
from collections.abc import Callable, Mapping

from sayso.publish.speech.vocabulary import either, pairs, words

_SAID, _SPELLED, _OWN = (
    frozenset(words("letters", "said")),
    frozenset(words("letters", "spelled")),
    pairs("letters", "own"),
)
_SAY = re.compile(rf"(?<![\w-])({either(_OWN)})(?!\w)")
_DOTTED = re.compile(r"(?<![\w.])((?:[A-Z]\.){2,6})(?:('s)\b|-)?")
_INITIAL = re.compile(r"\b([A-Z])\.(?=[ -]?[A-Z])")
_CAPITALS = re.compile(r"(?<![\w])([A-Z][A-Z0-9]{1,14})('?s|'S)?(?!\w)")
_HARD = re.compile(r"[BCDFGHJKLMNPQRSTVWXZ]{4}|^[BCDFGHJKLMNPQRSTVWXZ]{3}|^[^AEIOUY]+$|[AEIOUY]{4}")
_RUN = re.compile(r"\b(?=(?:[A-Z]{2,15} ){0,5}[A-Z]{5})[A-Z]{2,15}(?: [A-Z]{2,15}){1,12}\b")
_WORD = re.compile(r"[A-Za-z]{4,}")
_VOWEL = re.compile(r"[AEIOUY]")
_LETTER, _MARKED = re.compile(r"\b([A-Z])\b(?!\ue000)"), re.compile("([A-Z])\ue000")
LOUD = 0.6  # share of words in capitals from which the whole line is
FEWEST = 3  # words of four letters and more below which a line in capitals may be a row of acronyms


def spelled(text: str) -> str:
    """The text with its acronyms as they are said: "EU" is "E U", "NATO" is "Nato", "U.S." is "U S"."""
    loud = _is_loud(text)
    text = _SAY.sub(lambda found: lettered(_OWN[found[1]]), text)
    text = _DOTTED.sub(_dotted, text)
    text = _INITIAL.sub(r"\1 ", text).replace("  ", " ")
    if not loud:
        text = _RUN.sub(lambda found: _CAPITALS.sub(_capitals(True), found[0]), text)
    return _CAPITALS.sub(_capitals(loud), text)


def lettered(text: str) -> str:
    """The text with every capital that stands alone marked as a letter, so that "A" is no article."""
    return _LETTER.sub("\\1\ue000", text)


def named(text: str, letters: Mapping[str, str]) -> str:
    """The text with marked letters as a voice is to read them; those that are not in `letters` by themselves."""
    return _MARKED.sub(lambda found: letters.get(found[1], found[1]), text)


def _is_loud(text: str) -> bool:
    found = _WORD.findall(text)
    return len(found) >= FEWEST and sum(one.isupper() for one in found) >= LOUD * len(found)


def _is_word(letters: str, loud: bool) -> bool:
    """True where capitals can be said as a word: in a line of capitals nearly all."""
    if loud or len(letters) > 6:
        return bool(_VOWEL.search(letters))
    return len(letters) > 4 and not _HARD.search(letters)


def _dotted(found: re.Match[str]) -> str:
    end = found[2] or (" " if found[0].endswith("-") else "")
    return lettered(" ".join(found[1].replace(".", ""))) + end


def _capitals(loud: bool) -> Callable[[re.Match[str]], str]:
    def say(found: re.Match[str]) -> str:
        letters, plural = found[1], (found[2] or "").lower()
        if letters in _SAID:
            return letters.title() + plural
        if letters not in _SPELLED and _is_word(letters, loud):
            return letters.title() + plural
        return lettered(" ".join(letters)) + (f"'{plural}" if plural == "s" else plural)

    return say
