"""The outlets that the phrase at a spot of the page names or describes ("the site Norda", "a local paper")."""

import re
from collections.abc import Iterator

from sayso.read.chain.speakers import source_of
from sayso.read.chain.voices import row_between
from sayso.read.names.descriptions import BREAKS
from sayso.read.names.gazette import (
    AGAIN,
    BARE_NOUNS,
    KINDS,
    LAST,
    NEWSPEOPLE,
    NOT_OF_OUTLETS,
    NOUNS,
    OWN_SITES,
    outlet_named,
)
from sayso.read.names.runs import CALENDAR, Word
from sayso.read.sheet import Sheet, once
from sayso.read.verbs import any_of
from sayso.read.words import phrases
from sayso.record import Mention, Source, Span, make_id

_ADJECTIVES = frozenset(phrases("grammar", "outlet_adjectives"))
_ARTICLES = (
    frozenset(phrases("grammar", "definite"))
    | frozenset(phrases("grammar", "indefinite"))
    | frozenset(phrases("grammar", "owned"))
)
_PARTS = "website|web\\s+site|site|pages|page|channel|programme|program|show|edition|audience|office|podcast|column"
_BELONGS = re.compile(
    rf"(?:(?:{any_of(_ARTICLES | {'same'})})\s+)*(?:[\w-]+\s+){{0,3}}?(?:{any_of(NEWSPEOPLE)}|{_PARTS})"
    r"\s+(?:from|for|with|at|of|on|(?:produced|run|made|hosted|published|owned|broadcast)\s+by)\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_OWNED = frozenset(phrases("grammar", "owned"))
_OWN = re.compile(
    r"(?:this|our)\s+(?:newspaper|paper|magazine|website|site|programme|program|outlet|agency|reporter|correspondent)\b",
    re.IGNORECASE,
)
_SHOW = re.compile(r"\b(?:programme|program|show|podcast|phone-in|bulletin|slot|news|hour)\b", re.IGNORECASE)
_ON_OUTLET = re.compile(r"(?:\s+[^\W\d_a-z][\w’'-]*){0,3}\s+(?:on|of|for|from)\s+(?=(?:the\s+)?[^\W\d_])")
_WORKS_FOR = re.compile(r",?\s+(?:of|from|at|with)\s+(?=(?:the\s+)?[^\W\d_])")
_CREW = re.compile(rf"(?:['’]s)?\s+(?:[a-z]+\s+)?(?:{any_of(NEWSPEOPLE)})\b")
_AND = re.compile(r"\s*(?:,\s*|\s(?:and|or)\s+|,\s+and\s+)(?:also\s+)?(?:to\s+)?(?=(?:the\s+)?[^\W\d_a-z])")
_NUMBER = re.compile(
    r"\s\d{1,2}(?=\s*[,.;:”\"]|\s+(?:that|on|in|at|by|he|she|it|they|was|were|had|has|said|reported|as|and)\b|\s*$)"
)
_SAME = re.compile(rf"(?:the|that|this)\s+(?:same\s+)?(?:[a-z]+\s+)?(?:{any_of(AGAIN)})", re.IGNORECASE)
FARTHEST = 5  # words of a description before the noun that says it is an outlet's
AGO = 3000  # characters before "the same paper" in which an outlet is looked for
REACH = 130  # characters of a phrase that are looked at


def outlets_at(sheet: Sheet, place: int, limit: int) -> list[Span]:
    """The words of every outlet in the phrase that begins at `place` ("reporters from Norda and the Daily Beacon")."""
    first = outlet_at(sheet, place, limit)
    out = [first] if first else []
    while out and (joined := _AND.match(sheet.text, out[-1].end, limit)) and len(out) < FARTHEST:
        another = _named_at(sheet, joined.end(), limit)
        if another is None:
            break
        out.append(another)
    return out


@once
def outlet_at(sheet: Sheet, place: int, limit: int) -> Span | None:
    """The words of the outlet that the phrase at `place` names or describes; None where it is the page's own."""
    while place < limit and sheet.text[place] in " \t\n":
        place += 1
    limit = min(limit, place + REACH)
    if _OWN.match(sheet.text, place, limit):
        return None
    belongs = _BELONGS.match(sheet.text, place, limit)
    if belongs and (named := _named_at(sheet, belongs.end(), limit)):
        return named
    found = _named_at(sheet, place, limit) or _described_at(sheet, place, limit)
    show = _ON_OUTLET.match(sheet.text, found.end, limit) if found else None
    if found and show and _SHOW.search(sheet.text, place, found.end):
        return _named_at(sheet, show.end(), limit) or found
    return found


def is_outlet(sheet: Sheet, mention: Mention) -> bool:
    """Whether a mention names an outlet."""
    entity = sheet.entity(mention)
    return entity is not None and entity.kind == "outlet"


def outlet_source(sheet: Sheet, span: Span, text_id: str) -> Source:
    """The outlet under a span as a source; "the same paper" is the one named last."""
    source = source_of(sheet, span, text_id)
    if source.kind == "outlet" and source.name:
        return source
    words = " ".join(span.of(sheet.text).split())
    if _SAME.fullmatch(words) and (last := _named_before(sheet, words, span.start, text_id)):
        return source_of(sheet, last.span, text_id)
    if any(m.span == span for m in sheet.mentions_in(span)) or words[0].isupper() and " " not in words:
        return Source(id=make_id("source", "outlet", words), kind="outlet", name=words)
    return Source(id=make_id("source", "outlet", text_id, words.lower()), kind="outlet", described_as=words)


def _named_before(sheet: Sheet, words: str, place: int, text_id: str) -> Mention | None:
    """The last name of an outlet before a place of the same story item that the words ("the paper") may stand for."""
    text = sheet.texts.get(text_id)
    if text is None or text.span.start >= place:
        return None
    nearby = sheet.mentions_in(Span(max(text.span.start, place - AGO), place))
    fits = [
        m for m in nearby if m.form == "name" and is_outlet(sheet, m) and _is_a(sheet, m, words.split()[-1].lower())
    ]
    return fits[-1] if fits else None


def _is_a(sheet: Sheet, mention: Mention, noun: str) -> bool:
    """Whether an outlet may be called by a noun: one on record is only what it is recorded as."""
    entity = sheet.entity(mention)
    known = outlet_named(entity.name) if entity else None
    return known is None or noun not in KINDS or KINDS[noun] == known.kind


def _named_at(sheet: Sheet, place: int, limit: int) -> Span | None:
    """The name of an outlet at `place`, after nothing but words that say what kind of outlet it is."""
    mention = _first_name(sheet, place, limit)
    if mention is None:
        return None
    before = sheet.text[place : mention.span.start]
    row = row_between(sheet, place, mention.span.start)
    if not is_outlet(sheet, mention) and not before.strip():
        works = _WORKS_FOR.match(sheet.text, mention.span.end, limit)
        return _named_at(sheet, works.end(), limit) if works and _person(sheet, mention) else None
    if "," in before:
        return mention.span if _kind_of(row) and before.rstrip().endswith(",") else None
    if all(word.low in _ARTICLES | _ADJECTIVES | CALENDAR or word.low == "same" for word in row):
        return mention.span if is_outlet(sheet, mention) else None
    if is_outlet(sheet, mention) and not _broken(row) and _CREW.match(sheet.text, mention.span.end):
        return mention.span
    if is_outlet(sheet, mention) and row and not _broken(row) and row[-1].low in NOUNS:
        return mention.span  # "the French-language weekly Le Fanal"
    if _kind_of(row):
        entity = sheet.entity(mention)
        other = entity is not None and (entity.kind == "place" or bool(entity.titles))
        return mention.span if is_outlet(sheet, mention) or not other else None
    return None


def _person(sheet: Sheet, mention: Mention) -> bool:
    entity = sheet.entity(mention)
    return entity is not None and entity.kind == "person"


def _first_name(sheet: Sheet, place: int, limit: int) -> Mention | None:
    """The first name after `place`; adjectives of countries that go before an outlet's noun are passed by."""
    if place >= limit:
        return None
    named = [m for m in sheet.mentions_in(Span(place, limit + 40)) if m.form == "name" and m.span.start < limit]
    return named[0] if named else None


def _kind_of(row: list[Word]) -> bool:
    """Whether the words are a phrase that ends in a noun for an outlet ("the party's own channel", "an exile site")."""
    return bool(row) and len(row) <= FARTHEST + 2 and _noun(row) is not None and not _broken(row)


def _own_site(row: list[Word]) -> bool:
    """Whether it is somebody's own medium ("its website", "the party's channel")."""
    return row[-1].low in OWN_SITES and (row[0].low in _OWNED or any(word.owns for word in row[:-1]))


def _broken(row: list[Word]) -> bool:
    return any(word.low in BREAKS for word in row)


def _noun(row: list[Word]) -> str | None:
    """The noun for an outlet that the words end with; one that is much else too needs a fitting word before it."""
    low = [word.low for word in row]
    for size in range(min(3, len(low)), 0, -1):
        noun = " ".join(low[-size:])
        if noun not in NOUNS:
            continue
        lead = row[: len(row) - size]
        if noun not in BARE_NOUNS or not lead:
            return noun
        last = lead[-1]
        fits = last.low in _ARTICLES | _ADJECTIVES | {"same", "own"} or last.capital or last.owns
        return noun if fits else None
    return None


def _described_at(sheet: Sheet, place: int, limit: int) -> Span | None:
    """The description of an outlet at `place` ("a state broadcaster", "local newspapers")."""
    row: list[Word] = []
    found: Span | None = None
    for word in row_between(sheet, place, limit)[: FARTHEST + 3]:
        gap = sheet.text[row[-1].end : word.start] if row else ""
        if gap.strip() or word.low in BREAKS:
            break
        if found is not None and word.low in NOT_OF_OUTLETS:
            return None
        row.append(word)
        if not word.capital and _noun(row) is not None and not _general(row) and not _own_site(row):
            found = Span(row[0].start, word.end)
    opened = row and (row[0].low in _ARTICLES | _ADJECTIVES or row[0].capital or row[0].owns)
    return found if opened else None


def _general(row: list[Word]) -> bool:
    """Whether it is nobody in particular: "the media", "the press", "newspapers"."""
    low = [word.low for word in row if word.low not in {"the", "some", "other"}]
    return len(low) == 1 and (len(row) == 1 or low[0] in {"media", "press"} or low[0].endswith("s"))


def looks_like_outlet(name: str) -> bool:
    """Whether a bare name in brackets or a byline is an outlet's: on record, in capitals, or shaped like one."""
    words = name.split()
    if name[1:2] == "-":
        return False  # a party and a state ("R-Vt.")
    return bool(outlet_named(name)) or (len(words) == 1 and name.isupper()) or bool(words and words[-1].lower() in LAST)


def every_outlet(sheet: Sheet, span: Span) -> Iterator[Mention]:
    """The outlets named in a stretch."""
    return (m for m in sheet.mentions_in(span) if m.form == "name" and is_outlet(sheet, m))
