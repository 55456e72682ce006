"""The words that decide a claim's stance, mode and sureness.

Stands in for the twins of `stance_of`, `mode_of` and `sure_of` that give their deciding words themselves: once
read/chain/stance.py has `stance_why`, `mode_why` and `sure_why`, this file goes and they are imported instead.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from sayso.read.chain.stance import mode_of, stance_of, sure_of
from sayso.read.verbs import ATTITUDES, SAYING, any_of, listed
from sayso.record import Claim

LONGEST = 8  # words that may decide together
LOOKED_AT = 24  # words of a content that may decide
_WANTS = re.compile(rf"\b(?:{any_of(listed('attitude', 'words'))}|{any_of(ATTITUDES)})\b", re.IGNORECASE)
_SAYS = re.compile(rf"\b(?:{any_of(SAYING)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Why:
    """A value and the words, as printed, that decided it; null where no word says otherwise than usual."""

    value: str
    words: str | None = None


def stance_why(cue: str, content: str) -> Why:
    """The stance with its deciding words."""
    return _by_fewest(stance_of, "asserts", cue, content)


def sure_why(cue: str, content: str) -> Why:
    """How sure the speaker sounds, with the hedge that says so."""
    return _by_fewest(sure_of, "certain", cue, content)


def mode_why(claim: Claim, cue: str, content: str) -> Why:
    """Statement or attitude, with the word of saying or of wanting."""
    value = mode_of(claim, cue, content)
    said, wanted = _SAYS.search(cue), _WANTS.search(cue)
    if value == "attitude" and not wanted and said:
        return Why(value, cue[: said.end()])  # "did not say"
    found = wanted if value == "attitude" else said
    return Why(value, found.group() if found else None)


def _by_fewest(value_of: Callable[[str, str], str], usual: str, cue: str, content: str) -> Why:
    """The fewest neighbouring words that give the same value alone, the cue's before the content's."""
    value = value_of(cue, content)
    if value == usual:
        return Why(value)
    said, told = cue.split(), content.split()[:LOOKED_AT]
    row = [*((word, True) for word in said), *((word, False) for word in told)]
    for size in range(1, min(LONGEST, len(row)) + 1):
        for at in range(len(row) - size + 1):
            window = row[at : at + size]
            first, last = (" ".join(word for word, in_cue in window if in_cue is part) for part in (True, False))
            if value_of(first, last) == value:
                return Why(value, " ".join(word for word, _ in window))
    return Why(value)
