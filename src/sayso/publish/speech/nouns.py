"""Whether a figure with its unit says how big the thing after it is: "a 10 km run", not "ran 10 km in an hour"."""

import re

from sayso.publish.speech.vocabulary import words

_BEFORE, _AFTER = frozenset(words("units", "before")), frozenset(words("units", "after"))
_LAST = re.compile(r"([A-Za-z]{1,20}) $")
_NEXT = re.compile(r"[ -]([a-z]{2,30})\b")


def leads(found: re.Match[str], *, bound: bool = False) -> bool:
    """True where the match stands before the thing that it measures; `bound` where it is written as one word."""
    follows = _NEXT.match(found.string, found.end())
    if not follows:
        return False
    if found.string[found.end()] == "-":
        return True
    if follows[1] in _AFTER:
        return False
    before = _LAST.search(found.string, max(0, found.start() - 21), found.start())
    return bound or bool(before and before[1].lower() in _BEFORE)
