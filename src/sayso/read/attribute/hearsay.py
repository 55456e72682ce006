"""What nobody is said to have said: "it was reported that", "rumour had it that", "is said to have", "reportedly"."""

import re
from collections.abc import Iterator

from sayso.read.attribute.attributions import Attribution
from sayso.read.attribute.borders import opening
from sayso.read.attribute.clauses import CLOSE
from sayso.read.attribute.item import Item, Place, Told
from sayso.read.attribute.subjects import FINITE, clause_starts
from sayso.read.attribute.wording import ADVERBS, BEFORE_TO, HEARSAY_NOUNS, HEARSAY_VERBS
from sayso.read.verbs import any_of
from sayso.record import Span

SURE = 0.7
_VERB = any_of(word for word in HEARSAY_VERBS if word.endswith(("d", "t")) or word in {"said", "known", "heard"})
_IT = re.compile(
    rf"\b(?:it|It)\s+(?P<cue>(?:is|was|has\s+been|had\s+been|is\s+being|was\s+being)\s+(?:[a-z]+\s+)?(?:{_VERB}))(?:\s+(?!that\b)[\w.]+){{0,4}}?\s+(?=that\s)"
)
_NOUN = any_of(HEARSAY_NOUNS)
_HAS_IT = re.compile(rf"\b(?:{_NOUN})\s+(?P<cue>(?:had|has|have)\s+it)\s+(?=that\s)", re.IGNORECASE)
_THERE = re.compile(
    rf"\b(?P<cue>there\s+(?:is|are|was|were|has\s+been|have\s+been)\s+(?:[a-z]+\s+){{0,2}}?(?:{_NOUN}))\s+(?=(?:that|of)\s)|\b(?P<word>word\s+(?:is|was))\s+(?=that\s)",
    re.IGNORECASE,
)
_IS_SAID = re.compile(rf"\b(?P<cue>(?:is|are|was|were)\s+(?:[a-z]+ly\s+)?(?:{any_of(BEFORE_TO)}))\s+(?=to\s)")
_RESTRICTED = re.compile(
    r"[^\s,]\s+(?:who|which|that)\s+(?:(?:is|was|are|were|has|have|had|also)\s+){0,2}$"
)  # "a priest who supposedly"
_ADVERB = re.compile(rf"\b(?P<cue>{any_of(ADVERBS)})\b")


def hearsay(item: Item, told: Told) -> Iterator[Attribution]:
    """The attributions to nobody of sentences that no other one touches."""
    for sentence in item.sentences:
        if told.meeting(sentence.start, sentence.end) or item.quotes_in(sentence.start, sentence.end):
            continue
        found = _that(item, sentence) or _about(item, sentence)
        if found:
            cue, content = found
            yield Attribution((), (cue,), content, SURE, SURE)


def _end(item: Item, sentence: Span) -> int:
    return sentence.start + len(item.page[sentence.start : sentence.end].rstrip(".!?… "))


def _that(item: Item, sentence: Span) -> tuple[Place, tuple[Place, ...]] | None:
    """The clause after "it was reported", "rumour had it", "there were reports"."""
    for pattern in (_IT, _HAS_IT, _THERE):
        lead = pattern.search(item.page, sentence.start, sentence.end)
        if lead and " no " not in lead.group():
            group = "cue" if lead.start("cue") >= 0 else "word"
            return lead.span(group), ((lead.end(), _end(item, sentence)),)
    return None


def _about(item: Item, sentence: Span) -> tuple[Place, tuple[Place, ...]] | None:
    """Both sides of "is said to have" and of an adverb."""
    end = _end(item, sentence)
    for pattern in (_IS_SAID, _ADVERB):
        found = pattern.search(item.page, sentence.start, end)
        if not found or _RESTRICTED.search(item.page[sentence.start : found.start()]):
            continue
        start = _clause_start(item, opening(item, sentence.start, found.start()), found.start())
        first = (start, start + len(item.page[start : found.start()].rstrip(" ,")))
        stop = CLOSE.search(item.page, found.end() + 1, end)
        last = stop.start() if stop else end
        rest = item.page[found.end() : last]
        second = (last - len(rest.lstrip(" ,")), last)
        if first[0] < first[1] and second[0] < second[1]:
            return found.span("cue"), (first, second)
        if second[0] < second[1] and pattern is _ADVERB:
            return found.span("cue"), (second,)
    return None


def _clause_start(item: Item, start: int, end: int) -> int:
    """Where the clause around a verb begins: after the last comma or joining word that leaves it a subject."""
    row = item.row(start, end)
    for k in reversed(list(clause_starts(item, row))):
        if row[k].low not in {"who", "which", "that", "and", "to", "but"} and any(w.low not in FINITE for w in row[k:]):
            return row[k].start
    return start
