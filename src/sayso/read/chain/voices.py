"""The voice that begins at a spot of the page: where its words end, and whether it is one that can pass word on."""

import re
from collections.abc import Sequence

from sayso.read.names.descriptions import BREAKS, HEADS
from sayso.read.names.gazette import LAST, NOUNS, outlet_named
from sayso.read.names.runs import Word, words_of
from sayso.read.sheet import Sheet
from sayso.read.verbs import SAID_FORMS, any_of
from sayso.read.words import phrases
from sayso.record import Mention, Span

_LEAD = re.compile(r"\s*(?:the\s+|a\s+|an\s+|its\s+|their\s+|our\s+|this\s+|one\s+of\s+the\s+)?")
_KIND_WORDS = frozenset(word for noun in NOUNS for word in noun.split()) | frozenset(
    phrases("grammar", "outlet_adjectives")
)
_NAMELESS = re.compile(
    rf"\s*(?:the|a|an|its|another|one|several|two|three|some|local|state)?\s*(?:[\w-]+\s+){{0,3}}?(?:{any_of(NOUNS)}|media|press|newspapers|"
    r"news agencies|broadcasters|television|radio)\b"
)
_SITE = re.compile(r"(?<!news )(?<!news)\b(?:website|site|page|portal|account)$")
_SITE_OF = re.compile(r"\s+of\s+(?=(?:the\s+)?[^\W\d_a-z])")
_STOP = re.compile(r"[,;:.()\"“”—–]\s|[.]$|[;:()\"“”—–]")
REACH = 70  # characters between the start of a phrase and the outlet's name in it


def outlet_at(sheet: Sheet, place: int, limit: int) -> Span | None:
    """The words of the outlet that the phrase beginning at `place` names ("the state broadcaster KTV")."""
    lead = _LEAD.match(sheet.text, place, limit)
    start = lead.end() if lead else place
    mention = _first_name(sheet, start, limit)
    if mention is not None and is_outlet(sheet, mention):
        return mention.span
    nameless = _NAMELESS.match(sheet.text, place, limit)
    if nameless and (site := _SITE_OF.match(sheet.text, nameless.end(), limit)):
        return outlet_at(sheet, site.end(), limit)
    if nameless and mention is None:
        words = nameless.group()
        if _SITE.search(words) or not BREAKS.isdisjoint(words.lower().split()):
            return None
        begin = nameless.start() + len(words) - len(words.lstrip())
        return Span(begin, nameless.end())
    return None


def is_outlet(sheet: Sheet, mention: Mention) -> bool:
    """Whether a mention names an outlet."""
    entity = sheet.entity(mention)
    return entity is not None and entity.kind == "outlet"


def _first_name(sheet: Sheet, start: int, limit: int) -> Mention | None:
    """The name at `start`, words that only say what kind of outlet it is left out."""
    named = (
        [m for m in sheet.mentions_in(Span(start, min(limit, start + REACH + 60))) if m.form == "name"]
        if start < limit
        else []
    )
    if not named:
        return None
    between = sheet.text[start : named[0].span.start]
    words = between.replace("’", "'").lower().split()
    return named[0] if all(word.strip(",") in _KIND_WORDS for word in words) and len(between) <= REACH else None


def voice_at(sheet: Sheet, place: int, limit: int) -> Span | None:
    """The words of the voice that begins at `place`, up to punctuation or a verb; None where nothing can speak."""
    text = sheet.text
    while place < limit and (text[place].isspace() or text[place] in "“\"'‘"):
        place += 1
    stop = _STOP.search(text, place, limit)
    end = stop.start() if stop else limit
    if end <= place:
        return None
    row = words_of(text, Span(place, end))
    return voice_in(sheet, row)


def voice_in(sheet: Sheet, row: Sequence[Word]) -> Span | None:
    """The voice that a row of words begins with: a name or a describing head, with what modifies it."""
    if not row:
        return None
    reach = Span(row[0].start, row[-1].end)
    names = {m.span.end: m for m in sheet.mentions_in(reach) if m.form == "name" or m.form == "pronoun"}
    last = -1
    for k, word in enumerate(row[:16]):
        if word.low in SAID_FORMS and word.low not in HEADS and k and not _between(row, k):
            break
        if word.low in BREAKS and not sheet.inside_name(word.start) and last < 0 and word.low not in {"and"}:
            break
        if word.low in BREAKS - {
            "of",
            "for",
            "in",
            "at",
            "with",
            "to",
            "from",
            "on",
            "who",
            "close",
            "and",
            "near",
            "about",
        } and not sheet.inside_name(word.start):
            break
        if word.end in names or word.low in HEADS:
            last = k
    if last < 0:
        return None
    return Span(row[0].start, row[_tail(row, last)].end)


def _tail(row: Sequence[Word], last: int) -> int:
    """The index of the last word of "familiar with the talks" after a head."""
    end = last
    while end + 1 < len(row) and end - last < 10:
        word = row[end + 1]
        if word.low in SAID_FORMS and row[end].low not in {"to", "not", "who"}:
            break
        if end == last and word.low not in {
            "familiar",
            "close",
            "briefed",
            "with",
            "who",
            "in",
            "of",
            "for",
            "at",
            "aware",
            "near",
            "from",
            "involved",
            "inside",
            "on",
        }:
            break
        if word.text[0].isdigit() and end > last:
            break
        end += 1
    while end > last and row[end].low in {"on", "in", "at", "with", "for", "of", "to"}:
        end -= 1
    return end


def _between(row: Sequence[Word], k: int) -> bool:
    return row[k - 1].low in {"to", "the", "a", "not", "who"}


def looks_like_outlet(name: str) -> bool:
    """Whether a bare name in brackets or a byline is an outlet's: on record, in capitals, or shaped like one."""
    words = name.split()
    if name[1:2] == "-":
        return False  # a party and a state ("R-Vt.")
    return bool(outlet_named(name)) or (len(words) == 1 and name.isupper()) or bool(words and words[-1].lower() in LAST)
