"""When a page says that an office was held: "the former mayor Ada Lind", "Lind, mayor since 2019,"."""

import re

from sayso.read.verbs import any_of
from sayso.read.words import phrases
from sayso.record import Held, Span, Tenure

_WORDS: tuple[tuple[Held, re.Pattern[str]], ...] = tuple(
    (held, re.compile(rf"(?<![\w])(?:{any_of(phrases('people', f'held_{held}'))})(?![\w])", re.IGNORECASE))
    for held in ("coming", "former", "then", "acting")
)
_LEAD = re.compile(rf"\b(?:{any_of(phrases('people', 'held_before'))})(?:[-‐‑]|\s+)(?:[a-z]+\s+)?$", re.IGNORECASE)
_YEAR = r"(?:[A-Z][a-z]{2,8}\.?\s+)?(?:1[5-9]|20)\d\d"
_TIME = re.compile(
    rf"\b(?:since|until|till)\s+{_YEAR}|\b(?:from|between|in|during)\s+{_YEAR}(?:\s*(?:to|until|through|and|–|-)\s*(?:{_YEAR}|\d\d\b))?"
)
REACH = 48  # characters behind a title in which its time may stand


def tenure(text: str, title: Span, name: Span) -> Tenure:
    """The title as printed with whether it is held now and, where the page prints it beside, from when to when."""
    lead = _LEAD.search(text, max(0, title.start - 24), title.start)
    start = lead.start() if lead and "." not in lead.group() else title.start
    words = text[start : title.end]
    held: Held = next((held for held, said in _WORDS if said.search(words)), "now")
    end = title.end if title.end > name.end else max(title.end, name.end)
    stop = re.compile(r"[,;.:()—–\"“”\n]|$").search(text, title.end, min(len(text), title.end + REACH))
    after = stop.start() if stop and title.start > name.end else end
    found = _TIME.search(text, title.start, after)
    time = Span(*found.span()) if found else None
    if held == "now" and found and re.search(r"\b(?:from|between|until|till)\b", found.group()):
        held = "former"
    return Tenure(title=" ".join(words.split()), span=Span(start, title.end), held=held, time=time)
