"""What an outlet says it has found out itself: "…, the Post has learned from two ministers", "Norda understands".

The network takes such verbs for thoughts and the outlet for a part of what is thought; its own reading of these
sentences is set aside where the outlet is named or speaks of itself.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.read.attribute.attributions import Attribution
from sayso.read.attribute.borders import opening
from sayso.read.attribute.item import Item, Place
from sayso.read.attribute.subjects import clausal, phrase_at, with_apposition
from sayso.read.attribute.wording import OWN_VERBS, OWN_WORDS
from sayso.read.names.gazette import NOUNS
from sayso.read.names.runs import CALENDAR
from sayso.read.verbs import any_of
from sayso.record import Span

SURE = 0.8
_VERB = any_of(OWN_VERBS)
_CUE = re.compile(
    rf"\s+(?P<cue>(?:exclusively\s+|also\s+)?(?:{_VERB}))(?=\s|[.,;]|$)(?:\s+(?:exclusively|separately))?(?P<by>\s+(?:from|by|through)\s+)?"
)
_BEFORE = re.compile(rf"(?:(?:[Tt]he|[Oo]ur|[Ii]ts)\s+)?(?:(?:[\w-]+\s+){{0,2}}(?:{any_of(NOUNS)})\s+)?(?:[Tt]he\s+)?")
_OWN = re.compile(rf"\b(?:{any_of(OWN_WORDS)})(?=\s)", re.IGNORECASE)
_THAT = re.compile(r"\s*,?\s*(?:exclusively\s+)?that\s+|\s+(?=[^\W\d_]|\d|[“\"])")
_AND = re.compile(
    r",?\s+(?:and|as\s+well\s+as|along\s+with|plus)\s+(?:also\s+)?(?:the\s+)?(?:[a-z][\w’'-]*\s+){0,4}|,\s+(?:the\s+)?(?:[a-z][\w’'-]*\s+){0,4}"
)
LEAST = 5  # words of what is said where no verb shows
LONGEST = 700  # characters of a sentence


def reporting(item: Item) -> Iterator[Attribution]:
    """The attributions of sentences that an outlet opens or closes with its own finding."""
    for sentence in item.sentences:
        if sentence.end - sentence.start > LONGEST:
            continue
        found = next((one for who in _voices(item, sentence) if (one := _found(item, sentence, who))), None)
        if found:
            yield found


def _voices(item: Item, sentence: Span) -> Iterator[Place]:
    """The places where the sentence names an outlet, or the page its own."""
    yield from outlets_in(item, sentence)
    for own in _OWN.finditer(item.page, sentence.start, sentence.end):
        yield own.span()


def outlets_in(item: Item, span: Span) -> Iterator[Place]:
    """Where a stretch names outlets, in order."""
    for mention in item.sheet.mentions_in(span):
        entity = item.sheet.entity(mention)
        if mention.form == "name" and entity is not None and entity.kind == "outlet":
            yield mention.span.start, mention.span.end


def _found(item: Item, sentence: Span, who: Place) -> Attribution | None:
    verb = _CUE.match(item.page, who[1], sentence.end)
    if verb is None or item.quotes_in(*verb.span("cue")):
        return None
    comma = item.page.rfind(",", sentence.start, who[0])
    if comma >= 0 and _BEFORE.fullmatch(item.page[comma + 1 : who[0]].lstrip()):
        return _closing(item, sentence, who, verb, comma)
    lead = item.page[opening(item, sentence.start, who[0]) : who[0]]
    return _opens(item, sentence, who, verb) if _BEFORE.fullmatch(lead) else None


def _closing(item: Item, sentence: Span, who: Place, verb: re.Match[str], comma: int) -> Attribution | None:
    """ "The bridge will close, Norda has learned from two engineers."."""
    start = opening(item, sentence.start, comma)
    if item.quotes_in(start, comma) or not (clausal(item, start, comma) or len(item.row(start, comma)) >= LEAST):
        return None
    source, end = _from(item, verb, sentence.end) if verb.group("by") else (who, verb.end())
    rest = item.row(end, sentence.end)
    timely = not rest or rest[0].low in CALENDAR | {
        "on",
        "last",
        "this",
        "earlier",
        "late",
        "early",
        "yesterday",
        "today",
    }
    if source is None or not timely and item.page[end : end + 1] not in {",", ".", ""}:
        return None
    return Attribution((source,), (verb.span("cue"),), ((start, comma),), SURE, SURE)


def _opens(item: Item, sentence: Span, who: Place, verb: re.Match[str]) -> Attribution | None:
    """ "Norda has learned from two engineers that the bridge will close."."""
    source, end = _from(item, verb, sentence.end) if verb.group("by") else (who, verb.end())
    that = _THAT.match(item.page, end, sentence.end) if source else None
    if source is None or that is None:
        return None
    start = that.end() - (len(that.group().lstrip(" ,")) if "that" in that.group() else 0)
    stop = start + len(item.page[start : sentence.end].rstrip(".!? "))
    if item.quotes_in(start, stop) or not ("that" in that.group() or clausal(item, start, stop)):
        return None
    return Attribution((source,), (verb.span("cue"),), ((start, stop),), SURE, SURE)


def _from(item: Item, verb: re.Match[str], limit: int) -> tuple[Place | None, int]:
    """From whom the outlet has it, and where those words end."""
    row = item.row(verb.end(), limit)
    phrase = phrase_at(item, row)
    if phrase is None:
        return None, verb.end()
    phrase = with_apposition(item, phrase, limit)
    rest = item.row(phrase.end, limit)
    that = next((k for k, word in enumerate(rest) if word.low in {"that", "on", "last", "this"} | CALENDAR), len(rest))
    more = rest[:that]
    if more and not any(sign in item.page[phrase.end : more[-1].end] for sign in ",;:.—–"):
        return (phrase.start, more[-1].end), more[-1].end
    return phrase.place, phrase.end


def severally(item: Item, one: Attribution) -> list[Attribution]:
    """The attribution once for each outlet where several report side by side ("Norda and the Post report"): each of
    them is somebody's word by itself."""
    if len(one.source) != 1:
        return [one]
    start, end = one.source[0]
    named = [place for place in outlets_in(item, Span(start, end)) if start <= place[0] and place[1] <= end]
    apart = zip(named, named[1:], strict=False)
    if len(named) < 2 or not all(_AND.fullmatch(item.page, a[1], b[0]) for a, b in apart):
        return [one]
    if not _BEFORE.fullmatch(item.page[start : named[0][0]]) or any(c.isalnum() for c in item.page[named[-1][1] : end]):
        return [one]
    return [replace(one, source=(place,)) for place in named]
