"""Sentences that end with who said so, or begin with it and a colon: leads and headlines the model leaves alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.read.attribute.attributions import Attribution
from sayso.read.attribute.borders import opening
from sayso.read.attribute.item import Item, Place, Told
from sayso.read.attribute.leads import verb_at
from sayso.read.attribute.subjects import FINITE, Phrase, clausal, no_label, phrase_at, with_apposition
from sayso.read.attribute.wording import small
from sayso.read.names.descriptions import INVERTS, PREPOSITIONS, TELLS
from sayso.read.names.runs import CALENDAR, Word
from sayso.read.verbs import SAID_FORMS
from sayso.read.words import phrases
from sayso.record import Span

SURE = 0.75
LONGEST_TAIL = 16  # words after the verb
LEAST = 5  # words of what is said where no verb shows
_HELPERS = frozenset(phrases("grammar", "helpers"))
_SUBORDINATE = small("subordinate")
_WHEN = small("when")
_RELATIVE = re.compile(r"\s+(?:who|whose|briefed|familiar|close)\b[^,;:“”\"\n]*$")
_SAID = small("past", "present")
_NO_VERB = small("before_participle")
_DASH = re.compile(r"\s+[—–-]{1,2}\s+(?=\S)")
_CITED = re.compile(r"\s*(?:,\s*(?:citing|quoting)\b.*)?[.!]?\s*", re.DOTALL)
_COLON = re.compile(r"(?P<who>[^:“”\"‘’,;.!?\n]{2,60}):\s+(?=\S)")


def tails(item: Item, told: Told) -> Iterator[Attribution]:
    """The attributions of sentences that no other one touches."""
    for sentence in item.sentences:
        if told.meeting(sentence.start, sentence.end) or sentence.end - sentence.start > 600:
            continue
        found = _tail(item, sentence) or _dashed(item, sentence) or _headed(item, sentence)
        if found:
            yield found


def _tail(item: Item, sentence: Span) -> Attribution | None:
    """ "The bridge is shut, two officials told Norda."; "…, said the mayor."."""
    row = item.row(sentence.start, sentence.end, 64)
    for k in range(3, len(row)):
        verb = verb_at(row, k)
        if verb is None or row[k].owns:
            continue
        found = _standing(item, row, k) or _inverted(item, row, verb, sentence.end)
        if found is None:
            continue
        phrase, comma = found
        last = max(verb[1], next((n for n, w in enumerate(row) if w.start >= phrase.end), len(row)))
        if not _ends(item, row, last, tells=row[k].low in TELLS and phrase.end <= row[k].start):
            continue
        start = opening(item, sentence.start, comma)
        if row[0].low not in _SUBORDINATE and _stands(item, start, comma) and not item.quotes_in(start, comma):
            cue = row[k].start, row[verb[1] - 1].end
            return Attribution((phrase.place,), (cue,), ((start, comma),), SURE, SURE)
    return None


def _stands(item: Item, start: int, end: int) -> bool:
    """Whether a stretch can be what is said: it has a verb, or is long enough and no phrase of time or place."""
    row = item.row(start, end)
    return clausal(item, start, end) or (len(row) >= LEAST and row[0].low not in PREPOSITIONS | _WHEN)


def _standing(item: Item, row: Sequence[Word], k: int) -> tuple[Phrase, int] | None:
    """The phrase between a comma and the verb at word `k`, with where that comma stands."""
    subject_end = k
    while subject_end and (row[subject_end - 1].low in _HELPERS or row[subject_end - 1].low.endswith("ly")):
        subject_end -= 1
    for j in range(subject_end - 1, max(1, subject_end - 22), -1):
        gap = item.page[row[j - 1].end : row[j].start]
        if "," not in gap and not (("—" in gap or "–" in gap) and row[k].low in _SAID):
            continue
        phrase = phrase_at(item, row[:subject_end], j)
        if phrase is None:
            continue
        phrase = with_apposition(item, phrase, row[k].start)
        between = item.page[phrase.end : row[subject_end].start]
        related = _past(row, k) and _RELATIVE.match(item.page, _bare_end(item, phrase), row[subject_end - 1].end)
        if phrase.start == row[j].start and (not between.strip() or related):
            return replace(phrase, end=row[subject_end - 1].end) if between.strip() else phrase, row[j - 1].end
    return None


def _past(row: Sequence[Word], k: int) -> bool:
    """Whether word `k` is a verb in the past, and no participle of a clause before it."""
    return (row[k].low.endswith("ed") or row[k].low in _SAID) and row[k - 1].low not in _NO_VERB


def _bare_end(item: Item, phrase: Phrase) -> int:
    """Where a phrase ends before "who …" in it."""
    found = re.search(r"\s(?:who|whose|briefed|familiar|close)\b", item.page[phrase.start : phrase.end])
    return phrase.start + found.start() if found else phrase.end


def _inverted(item: Item, row: list[Word], verb: tuple[int, int], limit: int) -> tuple[Phrase, int] | None:
    """The phrase after a verb that stands right behind a comma."""
    k, after = verb
    if "," not in item.page[row[k - 1].end : row[k].start] or row[k].low not in INVERTS or row[k].low.endswith("ing"):
        return None
    phrase = phrase_at(item, row, after)
    return (with_apposition(item, phrase, limit, last=True), row[k - 1].end) if phrase else None


def _ends(item: Item, row: Sequence[Word], last: int, *, tells: bool) -> bool:
    """Whether nothing but whom, where and when follows word `last`."""
    rest = row[last:]
    if len(rest) > LONGEST_TAIL or any(w.low in FINITE | {"that"} for w in rest):
        return False
    if not rest:
        return not tells
    if tells:
        return True
    first = rest[0]
    parted = item.page[row[last - 1].end : first.start].strip() == ","
    timely = first.low in PREPOSITIONS - {"like", "than"} | CALENDAR | _WHEN or first.low.endswith("ly")
    return timely or (parted and first.low.endswith("ing"))


def _dashed(item: Item, sentence: Span) -> Attribution | None:
    """ "Two dead in blast – ministry"; a source that an outlet cites may follow."""
    dashes = list(_DASH.finditer(item.page, sentence.start, sentence.end))
    if not dashes:
        return None
    dash = dashes[-1]
    row = item.row(dash.end(), sentence.end)
    phrase = phrase_at(item, row)
    if phrase is None or phrase.pronoun or len(row) > 24 or not _CITED.fullmatch(item.page, phrase.end, sentence.end):
        return None
    start = opening(item, sentence.start, dash.start())
    if len(item.row(start, dash.start())) < 3 or item.quotes_in(start, dash.start()) or no_label(item, phrase):
        return None
    return Attribution((phrase.place,), ((dash.start() + 1, dash.end() - 1),), ((start, dash.start()),), SURE, SURE)


def _headed(item: Item, sentence: Span) -> Attribution | None:
    """ "Minister: dam will hold", in a headline only: elsewhere a colon does other things."""
    if (sentence.start, sentence.end) != item.headline:
        return None
    lead = _COLON.match(item.page, sentence.start, sentence.end)
    row = item.row(lead.start(), lead.end("who")) if lead else []
    phrase = phrase_at(item, row)
    if not lead or phrase is None or phrase.end != row[-1].end or no_label(item, phrase):
        return None
    if any(word.low in SAID_FORMS for word in row) or len(item.row(lead.end(), sentence.end)) < 3:
        return None
    cue: Place = (lead.end("who"), lead.end("who") + 1)
    return Attribution((phrase.place,), (cue,), ((lead.end(), sentence.end),), SURE, SURE)
