"""To whom a page credits what it tells: "as Norda was first to report", "(h/t Norda)", "Norda broke the news"."""

import re
from collections.abc import Iterator

from sayso.read.attribute.attributions import Attribution
from sayso.read.attribute.borders import opening
from sayso.read.attribute.item import Item, Place, Told
from sayso.read.attribute.reporting import outlets_in
from sayso.read.attribute.subjects import clausal
from sayso.read.attribute.wording import BROKE, FIRST_SAID, NODS
from sayso.read.verbs import any_of
from sayso.record import Span

SURE = 0.75
_AS = re.compile(r",?\s+(?:as|which|something|a\s+story|a\s+fact)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}$")
_FIRST = re.compile(rf"\s+(?P<cue>{any_of(FIRST_SAID)})(?:\s+[\w ]{{0,24}})?\s*[.!]?\s*")
_BY = re.compile(
    r",?\s+(?:(?:as|a\s+story|news|which\s+was)\s+)?(?P<cue>(?:first|originally|previously|earlier)\s+(?:reported|revealed|published|broken|disclosed|told))\s+(?:on\s+\w+\s+)?(?:by|in)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}$"
)
_NOD = re.compile(rf"\s*[(\[]\s*(?P<cue>{any_of(NODS)})\s*:?\s+(?:the\s+)?$", re.IGNORECASE)
_CLOSES = re.compile(r"\s*[)\]]?\s*[.!]?\s*(?:[)\]])?\s*")
_BROKE = re.compile(rf"\s+(?P<cue>(?:first\s+)?(?:{any_of(BROKE)}))\b[^,;:“”\"]{{0,40}}[.!]?\s*")
_THE = re.compile(r"(?:(?:The|It\s+was\s+the|It\s+was)\s+)?(?:[a-z-]+\s+){0,3}")


def credited(item: Item, told: Told) -> Iterator[Attribution]:
    """The attributions of what stands in the page's own voice with a nod to an outlet beside it."""
    for k, sentence in enumerate(item.sentences):
        if told.meeting(sentence.start, sentence.end) or item.quotes_in(sentence.start, sentence.end):
            continue
        for who in outlets_in(item, sentence):
            found = _within(item, sentence, who) or _after(item, told, k, who)
            if found:
                yield found
                break


def _within(item: Item, sentence: Span, who: Place) -> Attribution | None:
    """A clause that ends with the nod: "…, as Norda was first to report", "… (h/t Norda)"."""
    start = opening(item, sentence.start, who[0])
    lead = item.page[start : who[0]]
    found = _AS.search(lead)
    verb = _FIRST.fullmatch(item.page, who[1], sentence.end) if found else None
    if found and verb:
        return _made(item, who, verb.span("cue"), (start, start + found.start()))
    for pattern in (_BY, _NOD):
        found = pattern.search(lead)
        if found and _CLOSES.fullmatch(item.page, who[1], sentence.end):
            cue = start + found.start("cue"), start + found.end("cue")
            return _made(item, who, cue, (start, start + found.start()))
    return None


def _after(item: Item, told: Told, k: int, who: Place) -> Attribution | None:
    """The sentence before "Norda broke the news on Monday.", where nobody else is named for it."""
    sentence, before = item.sentences[k], item.sentences[k - 1] if k else None
    verb = _BROKE.fullmatch(item.page, who[1], sentence.end)
    if verb is None or before is None or not _THE.fullmatch(item.page[sentence.start : who[0]]):
        return None
    if told.meeting(before.start, before.end) or item.block_at(before.start) != item.block_at(sentence.start):
        return None
    start = opening(item, before.start, before.end)
    return _made(item, who, verb.span("cue"), (start, start + len(item.page[start : before.end].rstrip(".!? \n"))))


def _made(item: Item, who: Place, cue: Place, content: Place) -> Attribution | None:
    if not clausal(item, *content) and len(item.row(*content)) < 4:
        return None
    return Attribution((who,), (cue,), (content,), SURE, SURE)
