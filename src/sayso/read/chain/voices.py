"""The voice that begins at a spot of the page: where its words end, and whether it is one that can pass word on."""

import re
from collections.abc import Sequence

from sayso.read.names.descriptions import BREAKS, COUNTING, DEFINITE, HEADS, INDEFINITE, OWNED
from sayso.read.names.people import head_kind
from sayso.read.names.runs import Word, words_of
from sayso.read.sheet import Sheet, once
from sayso.read.verbs import SAID_FORMS
from sayso.read.words import phrases
from sayso.record import Span

_COUNTS = INDEFINITE | COUNTING | {"most", "none", "all", "members", "part", "half"}
_GO_ON = frozenset(phrases("grammar", "go_on"))
_MODIFY = frozenset(phrases("grammar", "modify_voice"))
_NO_VERB_AFTER = frozenset(phrases("grammar", "no_verb_after"))
_HELPERS = frozenset(phrases("grammar", "helpers"))
_OPENS = DEFINITE | INDEFINITE | OWNED
LONGEST = 4  # words before "who" that are taken for its noun phrase, beside those of a name
REACH = 90  # characters before "who" that are looked at
_MODIFIED = re.compile(
    r"\s+(?:in\s+charge|involved|concerned|responsible|on\s+duty|(?:of|at|for|in|from|behind|with)\s+[^,;:.“”\"\n]{1,48})(?=,)"
)
_COMMA = re.compile(r",\s+")
_STOP = re.compile(r"[,;:.()\"“”—–]\s|[.]$|[;:()\"“”—–]")


def row_between(sheet: Sheet, start: int, end: int) -> list[Word]:
    """The words between two places; none where there is nothing between them."""
    return words_of(sheet.text, Span(start, end)) if end > start else []


@once
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
        finite = word.low.endswith("ed") or (word.low.endswith("s") and not word.low.endswith("ss"))
        noun = not finite and k + 1 < len(row) and row[k + 1].low in HEADS  # "press office"
        if word.low in SAID_FORMS and word.low not in HEADS and k and not _between(row, k) and not noun:
            break
        if word.low in BREAKS and not sheet.inside_name(word.start):
            counts = word.low in {"and", "than"} or (word.low == "of" and k and row[k - 1].low in _COUNTS)
            if (last < 0 and not counts) or word.low not in _GO_ON:
                break
        owned = word.low in OWNED and k + 1 < len(row) and row[k + 1].low not in BREAKS
        if (word.end in names and not owned) or word.low in HEADS or word.low.removesuffix("s") in HEADS:
            last = k
    if last < 0:
        return None
    return Span(row[0].start, row[_tail(row, last)].end)


def _tail(row: Sequence[Word], last: int) -> int:
    """The index of the last word of "familiar with the talks" after a head."""
    end = last
    while end + 1 < len(row) and end - last < 10:
        word = row[end + 1]
        if word.low in SAID_FORMS and row[end].low not in _NO_VERB_AFTER:
            break
        if end == last and word.low not in _MODIFY:
            break
        if word.text[0].isdigit() and end > last:
            break
        end += 1
    while end > last and row[end].low in {"on", "in", "at", "with", "for", "of", "to"}:
        end -= 1
    return end


def _between(row: Sequence[Word], k: int) -> bool:
    return row[k - 1].low in {"to", "the", "a", "not", "who"}


def apposed(sheet: Sheet, span: Span, limit: int) -> Span:
    """The voice with the name that stands beside it between commas ("the ship's engineer, Ada Lind,")."""
    if any(m.form == "name" and m.span.end == span.end for m in sheet.mentions_in(span)):
        return span
    more = _MODIFIED.match(sheet.text, span.end, limit)
    comma = _COMMA.match(sheet.text, more.end() if more else span.end, limit)
    mention = sheet.mention_at(comma.end()) if comma else None
    if mention is None or mention.form != "name" or mention.span.end > limit:
        return span
    after = sheet.text[mention.span.end : limit].lstrip(" ")[:1]
    return Span(span.start, mention.span.end) if after in {"", ",", ".", ";", "”", '"'} else span


def antecedent(sheet: Sheet, span: Span) -> Span:
    """Whom a lone "who" or "which" stands for: the noun phrase right before it; the span itself where none is."""
    sentence = sheet.sentence_at(span.start)
    if span.of(sheet.text).lower() not in {"who", "which"} or sentence is None:
        return span
    row = row_between(sheet, max(sentence.start, span.start - REACH), span.start)
    if not row or sheet.text[row[-1].end : span.start].strip(" ,\n"):
        return span
    start = len(row) - 1
    while start and len(row) - start < LONGEST and row[start].low not in _OPENS and _joins(sheet, row, start):
        start -= 1
    if row[start].low not in _OPENS and not sheet.inside_name(row[-1].start):
        start = len(row) - 1  # without an article nothing tells where the phrase begins
    found = voice_in(sheet, row[start:])
    body = span.of(sheet.text).lower() == "who" and head_kind([word.low for word in row[start:]]) in {
        "organisation",
        "document",
    }
    return found if found is not None and found.end == row[-1].end and not body else span


def _joins(sheet: Sheet, row: Sequence[Word], start: int) -> bool:
    """Whether the word before `start` belongs to the noun phrase that ends the row."""
    word = row[start - 1]
    if sheet.text[word.end : row[start].start].strip():
        return False
    inside = sheet.inside_name(word.start)
    return inside or (word.low not in BREAKS | _HELPERS and (word.low not in SAID_FORMS or word.low in HEADS))
