"""A text cut into sentences, none at "Nov. 7"."""

import re
from collections.abc import Iterator

from sayso.publish.speech.vocabulary import pairs, words

_MAYBE, _STARTERS = frozenset(words("sentences", "maybe")), frozenset(words("sentences", "starters"))
_NEVER = frozenset(words("sentences", "never")) | frozenset(pairs("titles", "titles"))
_MONTHS = frozenset(pairs("calendar", "short_months")) | frozenset(pairs("calendar", "short_days"))
_NUMBERED = frozenset(one.rstrip(".") for one in pairs("titles", "numbered") if one.endswith("."))
_STOP = re.compile(r"""[.!?]{1,4}+["'”’»)\]]{0,4}+(?=\s)""")
_BEFORE = re.compile(r"[^\s\"'“”‘’()\[\]—–-]{1,16}$")
_NEXT = re.compile(r"\s+[\"'“‘«(\[]{0,3}(\S{1,24})")
LONGEST = 600  # characters; a longer stretch is cut at a space, since voices forget what they began


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text in order, on one line each."""
    found = (" ".join(one.split()) for one in _cut(text))
    return tuple(piece for one in found for piece in _short(one) if any(map(str.isalnum, piece)))


def _cut(text: str) -> Iterator[str]:
    start = 0
    for stop in _STOP.finditer(text):
        if _ends(text, stop):
            yield text[start : stop.end()]
            start = stop.end()
    yield text[start:]


def _ends(text: str, stop: re.Match[str]) -> bool:
    """True where the stop ends a sentence."""
    follows = _NEXT.match(text, stop.end())
    if not follows:
        return True
    after = follows[1]
    if after[:1].islower():
        return False
    if stop[0][0] != "." or stop[0].startswith(".."):
        return True
    before = _BEFORE.search(text, max(0, stop.start() - 16), stop.start())
    last = before[0] if before else ""
    if last in _MONTHS | _NUMBERED and after[:1].isdigit() or last in _NEVER:
        return False
    if len(last) == 1 and last.isupper():
        return False
    return last not in _MAYBE or re.split(r"\W", after, maxsplit=1)[0] in _STARTERS


def _short(sentence: str) -> Iterator[str]:
    """The sentence, in pieces where it is longer than LONGEST."""
    while len(sentence) > LONGEST:
        at = sentence.rfind(", ", LONGEST // 3, LONGEST) + 1 or sentence.rfind(" ", 1, LONGEST) + 1 or LONGEST
        yield sentence[:at].strip()
        sentence = sentence[at:].strip()
    if sentence:
        yield sentence
