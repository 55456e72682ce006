"""The phrases of words/en/stance.toml as patterns: what a quotation's own words do, and how sure they sound."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from sayso.errors import RecordError
from sayso.read.verbs import any_of, forms
from sayso.read.words import words

_TABLES = words("stance")
_WORD = re.compile(r"\w+")
_GAP = r",?\s{1,3}[“\"‘'(]{0,2}"  # between two words of a phrase, the second perhaps in quotation marks
_LEFT_OUT = r"(?:\S{1,30}\s{1,3}){0,3}?[“\"‘'(]{0,2}"  # what a "*" stands for


def lines(table: str, name: str) -> tuple[str, ...]:
    """A list of phrases inside a table of stance.toml; raises RecordError where there is none."""
    found = _TABLES.get(table, {}).get(name)
    if not isinstance(found, list) or not all(isinstance(one, str) and one for one in found):
        raise RecordError(f"the vocabulary en/stance.toml has no list {table}.{name}")
    return tuple(found)


def inflected(name: str, table: str = "verbs") -> frozenset[str]:
    """All forms of a list of verbs of stance.toml."""
    return frozenset(form for base in lines(table, name) for form in forms(base))


class Phrased:
    """A pattern for phrases, looked for only in words that hold the first word of one: most hold none.

    `firsts` are those words in small letters; None where a phrase may begin with anything.
    """

    __slots__ = ("_firsts", "_pattern")

    def __init__(self, pattern: str, firsts: frozenset[str] | None) -> None:
        self._pattern, self._firsts = re.compile(pattern, re.IGNORECASE), firsts

    def search(self, said: str) -> re.Match[str] | None:
        """The first of the phrases in the words said."""
        return self._pattern.search(said) if self._may_hold(said) else None

    def finditer(self, said: str) -> Iterator[re.Match[str]]:
        """Every one of them, in order."""
        return self._pattern.finditer(said) if self._may_hold(said) else iter(())

    def _may_hold(self, said: str) -> bool:
        return self._firsts is None or not self._firsts.isdisjoint(_words_in(said))


@lru_cache(maxsize=64)
def _words_in(said: str) -> frozenset[str]:
    """The words said, in small letters."""
    return frozenset(_WORD.findall(said.lower()))


def ending(found: Iterable[str]) -> Callable[[str], bool]:
    """Whether a word said ends like the first word of a phrase: if none does, no pattern can begin with one."""
    starts = [_WORD.match(one.lower()) for one in found]
    ends = tuple(start.group() for start in starts if start)
    return lambda said: not all(starts) or any(word.endswith(ends) for word in _words_in(said))


def plain(found: Iterable[str]) -> Phrased:
    """The same for phrases without groups and gaps."""
    found = tuple(found)
    starts = [_WORD.match(one.lower()) for one in found]
    firsts = frozenset(start.group() for start in starts if start) if all(starts) else None
    return Phrased(rf"\b(?:{any_of(found)})\b", firsts)


def phrased(table: str, name: str) -> Phrased:
    """A pattern for a list of phrases of stance.toml, as whole words, with or without capitals."""
    return Phrased(rf"(?<![\w’'])(?:{_any(table, name)})(?!\w)", _firsts(lines(table, name)))


def _firsts(found: Iterable[str]) -> frozenset[str] | None:
    """The words that the phrases begin with, None where one may begin with any."""
    starts = [_WORD.match(one.lower()) for phrase in found for one in _options(phrase.split()[0])]
    return frozenset(start.group() for start in starts if start) if all(starts) else None


def opening(table: str, name: str) -> re.Pattern[str]:
    """The same where such a phrase opens what is said, behind quotation marks."""
    return re.compile(rf"\W{{0,4}}(?:{_any(table, name)})(?!\w)", re.IGNORECASE)


def whole(table: str, name: str) -> re.Pattern[str]:
    """The same where such a phrase is all that is said."""
    return re.compile(rf"\W{{0,4}}(?:{_any(table, name)})\W{{0,6}}", re.IGNORECASE)


def _any(table: str, name: str) -> str:
    return "|".join(_phrase(one) for one in sorted(lines(table, name), key=len, reverse=True))


def _options(word: str) -> Sequence[str]:
    """What may stand for a word of a phrase: the words of a group, or those between strokes."""
    return lines("groups", word[1:-1]) if word[:1] == "[" else word.split("/")


def _phrase(phrase: str) -> str:
    out, gap = "", ""
    for word in phrase.split():
        if word == "*":
            gap = _GAP + _LEFT_OUT
            continue
        options = _options(word)
        free = _either(one for one in options if one[0] != "'")
        bound = _either(one[1:] for one in options if one[0] == "'")
        lead = gap or (_GAP if out else "")
        onto = f"['’]{bound}" if out else rf"\w{{1,20}}['’]{bound}"
        out += f"(?:{lead}{free}|{onto})" if bound else lead + free
        gap = ""
    return out


def _either(options: Iterable[str]) -> str:
    ordered = sorted(set(options), key=lambda one: (-len(one), one))
    return f"(?:{'|'.join(map(_word, ordered))})" if ordered else ""


def _word(word: str) -> str:
    if word == "#":
        return r"\d[\d,.]{0,12}"
    return re.escape(word).replace("\\ ", r"\s{1,3}").replace("'", "['’]")
