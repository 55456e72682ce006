"""The voice at the end of an outlet's content ("…, Lind said", "“…,” the referee told KTV", "…, according to Lind")."""

import re

from sayso.read.chain.inner import SAYS, Inner, medium
from sayso.read.chain.subjects import named, subject_of
from sayso.read.chain.voices import row_between, voice_in
from sayso.read.names.descriptions import TELLS
from sayso.read.sheet import Sheet
from sayso.record import Span

_ACCORDING = re.compile(r",?\s+according\s+to\s+(?P<who>[^.;:“”\"]{2,120})\s*$")
_BREAK = re.compile(r"[,”\"?!]\s+")
_BESIDES = re.compile(r"\s*(?:(?:on|late|early|last|this|yesterday|today|in|at|by)\b[^,;:“”\"]{0,40})?[\s,]*$")
_LISTENER = re.compile(r"\s+[^.,;:“”\"]{2,70}\s*$")
REACH = 200  # characters before the end that are looked at
TRIED = 4  # commas and quotation marks after which the voice may begin


def at_end(sheet: Sheet, piece: Span) -> Inner | None:
    """The voice that the end of a content attributes it to."""
    floor = max(piece.start + 1, piece.end - REACH)
    found = _ACCORDING.search(sheet.text, floor, piece.end)
    if found:
        source = voice_in(sheet, row_between(sheet, found.start("who"), found.end("who")))
        cue = Span(found.start() + 1, found.start("who"))
        return Inner(source, cue, None, Span(piece.start, found.start())) if source else None
    breaks = list(_BREAK.finditer(sheet.text, floor, piece.end))[-TRIED:]
    return next((one for found in breaks if (one := _after(sheet, piece, found.end()))), None)


def _after(sheet: Sheet, piece: Span, start: int) -> Inner | None:
    """The voice that stands with its verb between `start` and the end, nothing but a listener or a day after it."""
    row = row_between(sheet, start, piece.end)
    verb = next((k for k, word in enumerate(row) if k and word.low in SAYS and not named(sheet, word)), None)
    source = subject_of(sheet, row, verb) if verb is not None else None
    if verb is None or source is None:
        return None
    word = row[verb]
    ends = _BESIDES.match(sheet.text, word.end, piece.end)
    heard = word.low in TELLS and _LISTENER.match(sheet.text, word.end, piece.end)
    told = medium(sheet, word, piece.end)
    if not ends and not heard and told is None:
        return None
    return Inner(source, Span(word.start, word.end), told, Span(piece.start, start))
