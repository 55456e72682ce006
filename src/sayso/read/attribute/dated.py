"""Cues without the day that stands behind them: "reported on Nov." says how, and then when."""

import re
from collections.abc import Sequence

from sayso.read.attribute.pieces import Span
from sayso.read.verbs import any_of
from sayso.read.words import words

_NAMES = [name for table in ("months", "weekdays") for name in words("times")[table]]
_DAY = re.compile(rf"(?<=\w)(?:\s+(?:on|late|early|last))?\s+(?:{any_of(_NAMES)})\.?$", re.IGNORECASE)


def undated(text: str, cue: Sequence[Span]) -> tuple[Span, ...]:
    """Give the cue's spans without a weekday or month at their ends, and the preposition before it."""
    out = []
    for start, end in cue:
        found = _DAY.search(text, max(start, end - 30), end)
        out.append((start, found.start()) if found and found.start() > start else (start, end))
    return tuple(out)
