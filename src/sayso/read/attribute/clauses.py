"""Clauses with a verb of saying that the model leaves alone: one speaker's second verb, a figure somebody gives."""

import re
from collections.abc import Iterator, Sequence

from sayso.read.attribute.attributions import Attribution
from sayso.read.attribute.item import Item, Place, Told
from sayso.read.attribute.leads import verb_at
from sayso.read.attribute.subjects import clausal, clause_starts, phrase_at, with_apposition
from sayso.read.attribute.wording import COUNTERS, COUNTS, RECKONED, RECKONS, in_forms, small
from sayso.read.names.descriptions import PREPOSITIONS
from sayso.read.names.runs import Word
from sayso.read.verbs import ATTITUDES, any_of, forms
from sayso.read.words import phrases
from sayso.record import Span

SURE = 0.7
_HELPERS = frozenset(phrases("grammar", "helpers"))
_PAST = small("past")
_THINKING = frozenset(form for base in small("thinking") for form in forms(base)[:4])
CLOSE = re.compile(
    r",\s+(?:as|which|who|while|but|and\s+(?:the|a|an|his|her|its|their|[^\W\d_a-z]))\b|[;:](?=\s)|\s+[—–]\s|[“”\"]"
)
_AT = re.compile(
    rf"\s*(?:the|a|an|its|his|her|their)\s+(?:[\w-]+\s+){{0,2}}?(?:{any_of(RECKONED)})\b[^.;“”\"\n]{{0,60}}?\s(?:at|of|as|with|on)\s+(?=\S)"
)
_FIGURE = re.compile(
    rf"(?P<cue>(?P<counts>{any_of(in_forms(COUNTS))})|(?:spoke|speaks|speaking|talked|talks|talk|speak)\s+of)\s+"
    r"(?:(?:about|some|around|roughly|at\s+least|at\s+most|more\s+than|fewer\s+than|less\s+than|nearly|almost|over|up\s+to|as\s+many\s+as|only|just)\s+)?"
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a\s+dozen|dozens|hundreds|thousands|tens\s+of\s+thousands)\b"
)
_MOST = 12  # clauses of a sentence that are looked at


def clauses(item: Item, told: Told) -> Iterator[Attribution]:
    """The attributions of clauses that no other one touches."""
    for sentence in item.sentences:
        here = told.meeting(sentence.start, sentence.end)
        row = [w for w in item.row(sentence.start, sentence.end) if not any(_covers(a, w) for a in here)]
        found = _reckoned(item, sentence, row) or _counted(item, sentence, row) if not here else None
        yield from ([found] if found else _said(item, sentence, row, here))


def _covers(one: Attribution, word: Word) -> bool:
    return any(start < word.end and word.start < end for start, end in one.cue + one.content + one.source)


def _said(item: Item, sentence: Span, row: Sequence[Word], here: Sequence[Attribution]) -> Iterator[Attribution]:
    """Clauses of the form "NP fear that …", and "… but denied that …" after a report of the same speaker."""
    for k in list(clause_starts(item, row))[:_MOST]:
        voice = phrase_at(item, row, k)
        if voice is not None:
            voice = with_apposition(item, voice, sentence.end)
        after = next((n for n in range(k, len(row)) if row[n].start >= voice.end), len(row)) if voice else k
        joined = voice is None and k and row[k - 1].low in {"and", "but"} and bool(here)
        source = voice.place if voice else _last(here, row[k].start) if joined else None
        while after < len(row) and row[after].low in _HELPERS:
            after += 1
        verb = _finite(list(row), after)
        if source is None or verb is None or (voice and not _touches(item, row, voice.end, after)):
            continue
        content = _content(item, row, verb, sentence.end, here)
        if content:
            yield Attribution((source,), ((row[after].start, row[verb - 1].end),), (content,), SURE, SURE)
            return


def _touches(item: Item, row: Sequence[Word], start: int, after: int) -> bool:
    """Whether nothing but helping words stands between a voice and word `after`."""
    words = item.page[start : row[after].start].replace(",", " ").split() if after < len(row) else [","]
    return all(word.lower() in _HELPERS for word in words)


def _last(here: Sequence[Attribution], place: int) -> Place | None:
    """The speaker of the last report that ends before a place."""
    before = [a for a in here if a.source and a.cue and max(end for _, end in a.content + a.cue) <= place]
    return before[-1].source[0] if before else None


def _finite(row: list[Word], k: int) -> int | None:
    """The index after a finite verb of saying or thinking that begins with word `k`."""
    verb = verb_at(row, k)
    if verb is not None:
        return verb[1] if row[k].low.endswith(("ed", "s")) or row[k].low in _PAST | _THINKING else None
    return k + 1 if k < len(row) and row[k].low in ATTITUDES and row[k].low in _THINKING else None


def _content(item: Item, row: Sequence[Word], verb: int, limit: int, here: Sequence[Attribution]) -> Place | None:
    """What follows the verb, up to the end of its clause: with "that", or a clause after a verb of thinking."""
    if verb >= len(row):
        return None
    start = row[verb].start
    close = CLOSE.search(item.page, start, limit)
    end = min([close.start() if close else limit, *(a for one in here for a, _ in one.cue + one.content if a > start)])
    that = row[verb].low in {"that", "whether"}
    clause = row[verb - 1].low in _THINKING and row[verb].low not in PREPOSITIONS and clausal(item, start, end)
    end = start + len(item.page[start:end].rstrip(".!? "))
    plain = not item.page[row[verb - 1].end : start].strip()
    return (start, end) if (that or clause) and plain and end - start > 8 else None


def _reckoned(item: Item, sentence: Span, row: Sequence[Word]) -> Attribution | None:
    """ "The governor put the toll at nine": whoever reckons is heard."""
    for k, word in enumerate(row[:30]):
        lead = _AT.match(item.page, word.end, sentence.end) if word.low in RECKONS and k else None
        voice = _reckoner(item, row[:k], word.start) if lead else None
        if lead is None or voice is None:
            continue
        close = CLOSE.search(item.page, lead.end(), sentence.end)
        end = close.start() if close else sentence.end
        end = lead.end() + len(item.page[lead.end() : end].rstrip(".!? "))
        cue, start = (word.start, word.end), word.end + 1
        if lead.group().rstrip().endswith(" of"):
            cue, start = (word.start, lead.start() + len(lead.group().rstrip())), lead.end()
        return Attribution((voice,), (cue,), ((start, end),), SURE, SURE) if end > start else None
    return None


def _counted(item: Item, sentence: Span, row: Sequence[Word]) -> Attribution | None:
    """ "Police counted 25,000 marchers", "The organisers spoke of 80,000": a figure is somebody's word."""
    for k, word in enumerate(row[:30]):
        figure = _FIGURE.match(item.page, word.start, sentence.end) if k else None
        voice = _reckoner(item, row[:k], word.start) if figure else None
        if figure is None or voice is None:
            continue
        head = item.page[slice(*voice)].split(",")[0].split()[-1].lower()
        if figure.group("counts") and head not in COUNTERS:
            continue
        close = CLOSE.search(item.page, figure.end(), sentence.end)
        end = close.start() if close else sentence.end
        end = figure.end() + len(item.page[figure.end() : end].rstrip(".!? "))
        return Attribution((voice,), (figure.span("cue"),), ((figure.end("cue") + 1, end),), SURE, SURE)
    return None


def _reckoner(item: Item, row: Sequence[Word], limit: int) -> Place | None:
    """The subject that ends right before a verb."""
    if row and row[-1].low == "it":
        return row[-1].start, row[-1].end
    for n in reversed(list(clause_starts(item, row))):
        voice = phrase_at(item, row, n)
        voice = with_apposition(item, voice, limit) if voice else None
        if voice and all(one in _HELPERS for one in item.page[voice.end : limit].split()):
            return voice.place
    return None
