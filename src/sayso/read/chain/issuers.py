"""Who issued a paper that speaks: "a poll by the institute", "the ministry's statement", "a Norda report"."""

import re

from sayso.read.chain.hops import Hop
from sayso.read.chain.speakers import phrase_of, source_of
from sayso.read.chain.voices import outlet_at, voice_at
from sayso.read.sheet import Sheet
from sayso.record import Source, Span

_BY = re.compile(
    r"\b(?:(?<!seen )(?<!obtained )(?<!reviewed )(?<!viewed )(?<!verified )(?<!leaked )by|"
    r"from|of|in|on|for|(?:released|issued|published|conducted|carried\s+out|commissioned|compiled|written|prepared|signed|"
    r"posted|drafted|produced|sent|filed|circulated)(?:\s+(?:on\s+)?\w+)?\s+(?:by|for))\s+"
)
_NOT_ISSUER = re.compile(
    r"\s*(?:the|its|his|her|their)?\s*(?:meeting|investigation|incident|attack|talks|crash|event|case|call|\d)"
)


def issued(sheet: Sheet, hop: Hop, text_id: str) -> list[Hop]:
    """The paper and, after it, who issued it; the outlet alone where the paper is its own report."""
    if hop.span is None:
        return [hop]
    found = _possessor(sheet, hop.span, text_id) or _after(sheet, hop.span, text_id)
    if found is None:
        return [hop]
    source, span = found
    if source.kind == "outlet":
        return [Hop(source, "reported", hop.cue, span)]
    return [hop, Hop(source, hop.relation, hop.cue, span)]


def _possessor(sheet: Sheet, span: Span, text_id: str) -> tuple[Source, Span] | None:
    """The name that stands before the paper ("the ministry's report", "a Norda poll")."""
    phrase = phrase_of(sheet, span)
    for mention in sheet.mentions_in(span):
        entity = sheet.entity(mention)
        if not phrase.core or mention.form != "name" or entity is None or mention.span.end > phrase.core[-1].start:
            continue
        owns = sheet.text[mention.span.end : mention.span.end + 2].lower() in {"'s", "’s"}
        if mention.span.start < span.start or (entity.kind in {"place", "other"} and not owns):
            continue
        if owns or phrase.core[-1].start - mention.span.end <= 24:
            return source_of(sheet, mention.span, text_id), mention.span
    return None


def _after(sheet: Sheet, span: Span, text_id: str) -> tuple[Source, Span] | None:
    """The one named after "by", "from" or "released by"."""
    limit = span.end
    for found in _BY.finditer(sheet.text, span.start, limit):
        if found.group().strip() in {"of", "in", "on", "for"}:
            outlet = outlet_at(sheet, found.end(), limit)
            if outlet is not None:
                return source_of(sheet, outlet, text_id), outlet
            continue
        if _NOT_ISSUER.match(sheet.text, found.end(), limit):
            continue
        voice = voice_at(sheet, found.end(), limit)
        if voice is not None:
            source = source_of(sheet, voice, text_id)
            if source.kind != "document":
                return source, voice
    return None
