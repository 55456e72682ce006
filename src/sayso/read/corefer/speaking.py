"""Whether a mention is the subject of its sentence, and whether a verb of saying is its own."""

import re
from collections.abc import Sequence

from sayso.read.names.descriptions import DEFINITE, INVERTS, PREPOSITIONS, TELLS
from sayso.read.names.runs import Word
from sayso.read.verbs import ATTITUDES, SAID_FORMS
from sayso.read.words import phrases
from sayso.record import Span

_HELPERS = frozenset(phrases("grammar", "helpers")) | frozenset(phrases("grammar", "negated"))
_IMPERSONAL = frozenset(phrases("grammar", "impersonal"))
_APPOSITION = re.compile(r",[^,.;:\"“”]{2,120},\s+(\w+)")
_CLOSED = frozenset({",", "”", '"', "?", "!", "'", "’"})
_ARTICLES = frozenset({"the", "a", "an"})


def place_in(row: Sequence[Word], place: int) -> int:
    """The index of the first word at or after `place`."""
    return next((k for k, word in enumerate(row) if word.start >= place), len(row))


def speaks(text: str, row: Sequence[Word], span: Span) -> bool:
    """Whether a verb of saying stands right after the words (helpers aside) or right before them."""
    if governed(text, row, span) and not _accorded(row, span):
        return False
    k = place_in(row, span.end)
    while k < len(row) and row[k].low in _HELPERS:
        k += 1
    if k < len(row) and row[k].low in SAID_FORMS and len(text[span.end : row[k].start]) < 24:
        gap = text[span.end : row[k].start]
        apposed = text[max(0, span.start - 2) : span.start] == ", " and gap.strip() == ","
        return ("," not in gap or apposed) and "." not in gap  # "The owner, Ada Lind, said"
    found = _APPOSITION.match(text, span.end)
    if found and found.group(1).lower() in SAID_FORMS:  # "Lind, the board's chair, said"
        return True
    return _inverted(text, row, span)


def minds(text: str, row: Sequence[Word], span: Span) -> bool:
    """Whether a verb of saying, thinking or wanting is the words' own; "it seems" and "they look" are nobody's."""
    if speaks(text, row, span):
        return True
    k = place_in(row, span.end)
    while k < len(row) and (row[k].low in _HELPERS or row[k].low.endswith("ly")):
        k += 1
    near = k < len(row) and not text[row[k - 1].end : row[k].start].strip() and len(text[span.end : row[k].start]) < 24
    return near and row[k].low in (SAID_FORMS | ATTITUDES) - _IMPERSONAL and not governed(text, row, span)


def _inverted(text: str, row: Sequence[Word], span: Span) -> bool:
    """Whether the verb stands before: "…, said Lind on Friday", "according to Lind"."""
    j = place_in(row, span.start) - 1
    while j >= 0 and row[j].low in _ARTICLES and not text[row[j].end : row[j + 1].start].strip():
        j -= 1
    if j < 0 or text[row[j].end : row[j + 1].start].strip(' "“'):
        return False
    return (row[j].low in INVERTS and _ends_clause(text, row, span)) or (
        row[j].low == "to" and j > 0 and row[j - 1].low == "according"
    )


def _ends_clause(text: str, row: Sequence[Word], span: Span) -> bool:
    """Whether no verb of its own follows ("…, said Lind on Friday", not "… said Lind had left")."""
    k = place_in(row, span.end)
    if k == len(row) or text[span.end : row[k].start].strip():
        return True
    return row[k].low in PREPOSITIONS | {"who", "whose"}


def _accorded(row: Sequence[Word], span: Span) -> bool:
    """Whether "according to" stands before the words."""
    j = place_in(row, span.start)
    return any(row[k].low == "according" for k in range(max(0, j - 4), j))


def governed(text: str, row: Sequence[Word], span: Span) -> bool:
    """Whether a preposition or a verb of telling stands before the words, so that they are no subject."""
    j = place_in(row, span.start) - 1
    while j >= 0 and row[j].low in DEFINITE | _ARTICLES and not text[row[j].end : row[j + 1].start].strip():
        j -= 1
    return j >= 0 and row[j].low in PREPOSITIONS | TELLS and not text[row[j].end : span.start].strip(" ,")[:1].isdigit()


def trailing(text: str, place: int) -> bool:
    """Whether "he said" follows what was said, so that nobody named in this sentence need be the speaker."""
    lead = text[max(0, place - 3) : place].rstrip()
    return lead[-1:] in _CLOSED
