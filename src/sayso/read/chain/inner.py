"""A voice inside a content as it stands there: its words, its verb, and the outlet or site it spoke through."""

import re
from dataclasses import dataclass

from sayso.read.chain.outlets import is_outlet, outlet_at
from sayso.read.chain.platforms import platform_hops
from sayso.read.names.descriptions import TELLS
from sayso.read.names.runs import Word
from sayso.read.sheet import Sheet
from sayso.read.verbs import forms
from sayso.read.words import phrases
from sayso.record import Span

SAYS = frozenset(form for base in phrases("speech", "relays") for form in forms(base)[:3])
BASES = frozenset(phrases("speech", "relays"))
_THROUGH = re.compile(r"\s+(?:[\w’'-]+\s+){0,5}?(?:to|with|on|in|for)\s+(?=(?:the\s+)?(?:[a-z-]+\s+){0,3}?[^\W\d_a-z])")
_THAT = re.compile(r"\sthat\s|[,;:“\"]")
REACH = 70  # characters after a verb that may tell through what was spoken


@dataclass(frozen=True, slots=True)
class Inner:
    """A voice inside a content: its words, its verb, what it spoke through, and where what it said begins and ends."""

    source: Span
    cue: Span
    told: Span | None
    rest: Span


def medium(sheet: Sheet, verb: Word, limit: int) -> Span | None:
    """The outlet or the platform that a verb's own words name ("told Norda", "wrote on Telegram that")."""
    limit = min(limit, verb.end + REACH)
    if verb.low in TELLS:
        return outlet_at(sheet, verb.end, limit)
    that = _THAT.search(sheet.text, verb.end, limit)
    stop = that.start() if that else limit
    platform = next((span for span, _ in platform_hops(sheet, verb.start, stop)), None)
    if platform is not None:
        return platform
    found = _THROUGH.match(sheet.text, verb.end, stop)
    outlet = outlet_at(sheet, found.end(), stop) if found else None
    if outlet is not None and any(is_outlet(sheet, m) for m in sheet.mentions_in(outlet) if m.form == "name"):
        return outlet
    return None
