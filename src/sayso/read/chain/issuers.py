"""Who issued a paper that speaks: "a poll by the institute", "the ministry's statement", "a Norda report"."""

import re
from collections.abc import Sequence

from sayso.read.chain.hops import Hop
from sayso.read.chain.outlets import outlet_at, outlet_source
from sayso.read.chain.speakers import phrase_of, source_of
from sayso.read.chain.voices import voice_at, voice_in
from sayso.read.names.descriptions import DEFINITE
from sayso.read.names.people import is_body
from sayso.read.names.runs import CALENDAR, words_of
from sayso.read.sheet import Sheet
from sayso.read.words import phrases
from sayso.record import Claim, Entity, Mention, Source, Span

_NO_ISSUE = phrases("people", "no_issue")
_BY = re.compile(
    rf"\b(?:{''.join(f'(?<!{word} )' for word in _NO_ISSUE)}by|"
    r"from|of|in|on|for|(?:released|issued|published|conducted|carried\s+out|compiled|written|prepared|signed|"
    r"posted|drafted|produced|sent|filed|circulated)(?:\s+(?:on\s+)?\w+)?\s+(?:by|for))\s+"
)
_NOT_ISSUER = re.compile(
    r"\s*(?:the|its|his|her|their)?\s*(?:meeting|investigation|incident|attack|talks|crash|event|case|call|phone|telephone|hand|post|mail|email|\d(?!\d{0,2}\s+[a-z]+s\b))"
)
_PEOPLE = re.compile(
    r"(?:an?|one|two|three|four|five|six|several|\d{1,3})\s+(?:[a-z-]+\s+){0,2}?[a-z-]+(?:er|or|ist|ian|and|man|men|woman|women|hand|hands|ers|ors|ists|ians|ees?)\b"
)
_AUTHORED = frozenset(phrases("people", "authored"))
_SITES = frozenset(phrases("people", "sites"))
_PIECES = frozenset(phrases("people", "outlet_pieces"))
_POLLS = frozenset(phrases("people", "counted_papers"))
_NO_AUTHOR = frozenset(phrases("people", "no_author"))
_TIMES = frozenset(phrases("grammar", "time_words")) | CALENDAR
_OWNED = frozenset(phrases("grammar", "owned"))
_BODIES = frozenset({"organisation", "office", "outlet", "place"})


def issued(sheet: Sheet, hop: Hop, text_id: str) -> list[Hop]:
    """The paper and, after it, who issued it; the outlet alone where the paper is its own report."""
    if hop.span is None:
        return [hop]
    found = _possessor(sheet, hop.span, text_id) or _after(sheet, hop.span, text_id) or _its(sheet, hop.span, text_id)
    if found is None:
        return [hop]
    source, span = found
    if source.kind == "outlet" and not _poll(sheet, hop.span):
        return [Hop(source, "reported", hop.cue, span)]
    return [hop, Hop(source, hop.relation, hop.cue, span)]


def papers(sheet: Sheet, claims: Sequence[Claim]) -> dict[tuple[str, str | None], list[Hop]]:
    """The papers whose issuer a story item names, by item and noun; a noun that stands for two of them is left out."""
    out: dict[tuple[str, str | None], list[Hop]] = {}
    for claim in claims:
        span = claim.source_spans[0] if claim.source_spans else None
        source = source_of(sheet, span, claim.text_id) if span else None
        if span is None or source is None or source.kind != "document" or again_of(sheet, span):
            continue
        hops = issued(sheet, Hop(source, "cited", claim.cue, span), claim.text_id)
        key = (claim.text_id, phrase_of(sheet, span).head)
        same = [hop.key for hop in out.get(key, hops)] == [hop.key for hop in hops]
        out[key] = hops if same else []
    return {key: hops for key, hops in out.items() if len(hops) > 1}


def again_of(sheet: Sheet, span: Span) -> str | None:
    """The noun of a paper that is only spoken of again: "the poll", in a headline "poll"."""
    low = phrase_of(sheet, span).low
    plain = len(low) == 1 or (len(low) == 2 and low[0] in DEFINITE)
    return low[-1] if plain and len(words_of(sheet.text, span)) == len(low) else None


def _poll(sheet: Sheet, span: Span) -> bool:
    """Whether the paper is more than an outlet's own report: a poll, a survey, a count."""
    return not _POLLS.isdisjoint(phrase_of(sheet, span).low)


def _possessor(sheet: Sheet, span: Span, text_id: str) -> tuple[Source, Span] | None:
    """The one that stands before the paper ("the ministry's report", "a Norda poll")."""
    phrase = phrase_of(sheet, span)
    for mention in sheet.mentions_in(span):
        entity = sheet.entity(mention)
        if not phrase.core or mention.form != "name" or entity is None or mention.span.end > phrase.core[-1].start:
            continue
        owns = sheet.text[mention.span.end : mention.span.end + 2].lower() in {"'s", "’s"}
        if mention.span.start < span.start or (entity.kind in {"place", "other"} and not owns):
            continue
        beside = next((word for word in phrase.core if word.start >= mention.span.end), None)
        if beside is not None and beside.text[0].isupper() and not owns:
            continue  # "White House-era documents": only a part of a name
        if owns or phrase.core[-1].start - mention.span.end <= 24:
            return source_of(sheet, mention.span, text_id), mention.span
    return _owner(sheet, span, text_id)


def _owner(sheet: Sheet, span: Span, text_id: str) -> tuple[Source, Span] | None:
    """A described one before the paper ("the army's communiqué")."""
    phrase = phrase_of(sheet, span)
    k = next((k for k, word in enumerate(phrase.core) if word.owns), None)
    if k is None or k + 1 == len(phrase.core) or phrase.head in _NO_AUTHOR or phrase.core[k].low in _TIMES:
        return None
    row = phrase.core[: k + 1]
    if voice_in(sheet, row) is None and is_body([word.low for word in row]) is None:
        return None
    owner = Span(row[0].start, row[-1].end)
    source = source_of(sheet, owner, text_id)
    return (source, owner) if source.kind not in {"document", "outlet"} else None


def _its(sheet: Sheet, span: Span, text_id: str) -> tuple[Source, Span] | None:
    """The body that "its report" and "their letter" mean: the one that its sentence, or the one before, is about."""
    row = words_of(sheet.text, span)[:2]
    text = sheet.texts.get(text_id)
    sentence = sheet.sentence_at(span.start)
    if len(row) < 2 or row[0].low not in _OWNED - {"their"} or text is None or sentence is None:
        return None
    if phrase_of(sheet, span).head in _NO_AUTHOR:
        return None
    person = row[0].low in {"his", "her"}
    mention = next((m for m in sheet.mentions_from(row[0].start) if m.form == "pronoun" and m.entity_id), None)
    before = sheet.sentence_before(sentence.start, text)
    same = Span(sentence.start, span.start) if span.start > sentence.start else None
    for where in (same, before):
        if mention is None and where is not None:
            fits = (m for m in sheet.mentions_in(where) if _fits(sheet.entity(m), m, person=person))
            mention = next(fits, None)
    return (source_of(sheet, mention.span, text_id), mention.span) if mention else None


def _fits(entity: Entity | None, mention: Mention, *, person: bool) -> bool:
    if entity is None:
        return False
    return (
        entity.kind == "person"
        if person
        else entity.kind in _BODIES or (entity.kind == "other" and mention.form == "name")
    )


def _after(sheet: Sheet, span: Span, text_id: str) -> tuple[Source, Span] | None:
    """The one named after "by", "from" or "released by", and after "of" where papers have authors or sites owners."""
    limit = span.end
    head = phrase_of(sheet, span).head
    for found in _BY.finditer(sheet.text, span.start, limit):
        word = found.group().strip()
        if word in {"of", "in", "on", "for"}:
            outlet = outlet_at(sheet, found.end(), limit)
            if outlet is not None and (head in _PIECES or word == "for"):
                source = outlet_source(sheet, outlet, text_id)
                if source.name:
                    return source, outlet
            if word != "of" or not _owned_by(sheet, head, found.start()):
                continue
        if _NOT_ISSUER.match(sheet.text, found.end(), limit):
            continue
        voice = voice_at(sheet, found.end(), limit) or _somebody(sheet, found.end(), limit)
        if voice is not None:
            source = source_of(sheet, voice, text_id)
            if source.kind != "document" and (word != "of" or source.name or source.kind != "crowd"):
                return source, voice
    return None


def _somebody(sheet: Sheet, start: int, limit: int) -> Span | None:
    """Somebody whom no list knows, by an article or a number before the noun ("a deckhand", "two stokers")."""
    found = _PEOPLE.match(sheet.text, start, limit)
    return Span(start, found.end()) if found else None


def _owned_by(sheet: Sheet, head: str, of: int) -> bool:
    """Whether "of" after a paper tells whose it is ("the diary of a deckhand", "on the website of the board")."""
    last = sheet.text[max(0, of - 24) : of].lower().split()[-1:]
    return bool(last) and (last[0] in _SITES or (last[0] == head and head in _AUTHORED))
