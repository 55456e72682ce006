"""A written sentence as the words that a voice reads, so that no voice has to guess at "Nov. 7" or "$61.4 billion"."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from sayso.publish.speech.clocks import clocked
from sayso.publish.speech.dates import dated
from sayso.publish.speech.figures import figured
from sayso.publish.speech.letters import named, spelled
from sayso.publish.speech.lexicon import Respelled, respelled
from sayso.publish.speech.money import priced
from sayso.publish.speech.tidy import opened, tidied
from sayso.publish.speech.titles import entitled
from sayso.publish.speech.vocabulary import either, pairs

NOTHING: Mapping[str, str] = MappingProxyType({})
_SAID = {ord(mark): said for mark, said in pairs("marks", "said").items()}
_DASH = re.compile(r"\s*+—\s*+|\s++[–-]{1,3}+(?=\s)\s*+|(?<=\w)-{2,3}(?=\w)|\s*+[·•]\s*+")
_QUOTE = re.compile("(?<![A-Za-z0-9])'|'(?![A-Za-z])|[\"*~^{}\u00b9\u00b2\u00b3\u2070-\u2079]")
_GLUE = re.compile(r"[_<>|\\]++")
_STROKE = re.compile(r"(?<=\w)\s?/\s?(?=\w)")
_SPACE = re.compile(r"\s++")
_PAUSES = re.compile(r" ?,(?= ?[.!?;:])| (?=[,.!?;:])")
_COMMAS, _AFTER = re.compile(r",(?:\s*+,)++"), re.compile(r"(?<=[;:!?]),")
_DOTS = re.compile(r"\.{2,}+,?")
_LEADING, _TRAILING = re.compile(r"^[\s,;:.–-]++"), re.compile(r"[\s,;:–-]++$")
_ARTICLE = re.compile(r"\b([Tt]he) the\b")


def normalised(
    sentence: str,
    *,
    aliases: Mapping[str, str] = NOTHING,
    names: Respelled = NOTHING,
    letters: Mapping[str, str] = NOTHING,
) -> str:
    """One sentence in words that end with a stop; empty where nothing in it can be said.

    `aliases` are short names of the record with the names they stand for ("WP": "the Washington Post"); `names` are
    words respelled for the voice, `letters` single letters as the voice must be given them to name them.
    """
    text = _aliased(tidied(sentence), aliases)
    text = priced(clocked(dated(entitled(text))))
    text = figured(opened(text))
    text = respelled(named(spelled(text), letters), names)
    return _finished(text)


def _aliased(text: str, aliases: Mapping[str, str]) -> str:
    """Every alias in full, with one article where both have one."""
    if not aliases:
        return text
    found = re.compile(rf"(?<![\w.])(?:{either(aliases)})(?!\w)")
    return _ARTICLE.sub(r"\1", found.sub(lambda one: aliases[one[0]], text))


def _finished(text: str) -> str:
    """Marks that are left as pauses or words, and one stop at the end."""
    text = _GLUE.sub(" ", _DASH.sub(", ", text))
    text = _QUOTE.sub("", _STROKE.sub(", ", text)).translate(_SAID).replace("–", "-").replace("/", " ")
    text = _DOTS.sub(", ", text)
    text = _AFTER.sub("", _PAUSES.sub("", _COMMAS.sub(",", _SPACE.sub(" ", text))))
    text = _TRAILING.sub("", _LEADING.sub("", text))
    if not any(map(str.isalnum, text)):
        return ""
    text = _SPACE.sub(" ", text)
    return text if text[-1] in ".!?" else text + "."
