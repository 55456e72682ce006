"""Cues without the time and place behind them: "reported on Nov. 9", "said in a" say how, and then when or where."""

import re
from collections.abc import Sequence

from sayso.read.attribute.pieces import Span
from sayso.read.attribute.wording import small
from sayso.read.verbs import any_of
from sayso.read.words import words

_NAMES = [name for table in ("months", "weekdays") for name in words("times")[table]]
_DAY = re.compile(
    rf"(?<=\w)(?:\s+(?:on|late|early|last))?\s+(?:{any_of(_NAMES)})\.?(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?$", re.IGNORECASE
)
_WHERE = re.compile(
    rf"\b(?:{any_of(small('plainly_said'))})(?P<tail>\s+(?:in|at|during|on)(?:\s+(?:a|an|the|his|her|their|its))?)$",
    re.IGNORECASE,
)
LONGEST = 40  # characters at the end of a cue that are looked at


def undated(text: str, cue: Sequence[Span]) -> tuple[Span, ...]:
    """Give the cue's spans without a day at their ends, or a preposition that leads to a time or a place."""
    out = []
    for start, end in cue:
        for pattern, group in ((_DAY, 0), (_WHERE, "tail")):
            found = pattern.search(text, max(start, end - LONGEST), end)
            if found and found.start(group) > start:
                end = found.start(group)
        out.append((start, end))
    return tuple(out)
