"""The voices that a claim's own voice goes back to: whom it cites or quotes, who told it, from whom it had it."""

import re
from collections.abc import Iterator

from sayso.read.chain.hops import Hop, Zone
from sayso.read.chain.issuers import issued
from sayso.read.chain.speakers import source_of
from sayso.read.chain.subjects import BE, HELPERS, speaks, subject_of
from sayso.read.chain.voices import apposed, row_between, voice_at
from sayso.read.sheet import Sheet
from sayso.record import Claim, Span

_CITES = re.compile(
    r"\b(?P<cue>citing|quoting|(?:which|who)\s+(?:(?:in\s+turn|itself|also|had|has|then|later)\s+){0,2}(?:quoted|cited|quotes|cites)|in\s+turn\s+(?:quoted|cited|quoting|citing)|"
    r"crediting|with\s+(?:a\s+)?reference\s+to|referring\s+to|with\s+a\s+link\s+to|attributing\s+(?:it|this|them|the\s+\w+)\s+to|on\s+the\s+basis\s+of|based\s+on|on\s+the\s+(?:authority|word)\s+of|"
    r"(?:was|were|been)\s+(?:told|informed|tipped\s+off)\s+by)(?:\s+|$)",
    re.IGNORECASE,
)
_HAD_IT = re.compile(
    r",?\s+(?:who|which)\s+(?P<cue>(?:said\s+(?:he|she|they)\s+)?(?:has\s+|had\s+|have\s+|was\s+|were\s+|been\s+){0,2}"
    r"(?:(?:had|got|heard|learned|learnt|took|received|picked\s+up)?\s*(?:it|this|that|the\s+(?:news|story|word|tale|rumour|rumor|account|information)|of\s+it|word)\s+"
    r"(?:second-hand\s+|first-hand\s+|directly\s+|himself\s+|herself\s+|in\s+turn\s+)?(?:from|by|through)|"
    r"(?:told|informed|briefed|tipped\s+off)\s+(?:(?:so|it|that|this|about\s+it|of\s+it|the\s+same)\s+)?by|heard\s+from|spoke\s+to|spoken\s+to|(?:quoted|cited|quoting|citing)))\s+"
)
_WHOSE = re.compile(r"(?:\s+[\w-]+){0,2}\s+(?:by|from|of|in)\s+[^,.;:“”\"]{2,80}")
_COMMA = re.compile(r",\s+")
REACH = 160  # characters before "was quoted" in which its subject begins
TRIED = 4  # commas after which it may begin
_WAS_QUOTED = re.compile(r"\b(?:was|were|is|are|been|being)\s+(?:also\s+)?(?:quoted|cited)\b|\bquoted\b.*\bby$")


def cited(sheet: Sheet, claim: Claim, zone: Zone) -> list[Hop]:
    """The voices that the claim's own voice cites, in the order of the words."""
    out: list[Hop] = list(_quoted_by(sheet, claim))
    for piece in zone.pieces:
        for span, cue in _after(sheet, piece.start, piece.end):
            if any(span.meets(own) for own in claim.source_spans) or not speaks(sheet, span):
                continue
            out += _with_origin(sheet, span, "quoted" if "quot" in cue else "cited", cue, claim.text_id)
    return out


def heard_from(sheet: Sheet, claim: Claim) -> list[Hop]:
    """From whom the claim's own speaker had it ("a neighbour who was told so by the nurse")."""
    own = claim.source_spans[:1]
    sentence = sheet.sentence_at(own[0].start) if own else None
    if sentence is None:
        return []
    span = own[0]
    found = _HAD_IT.search(sheet.text, span.start, min(sentence.end, span.end + 60))
    if found is None or found.start() > span.end + 1:
        return []
    from_whom = voice_at(sheet, found.end(), sentence.end)
    if from_whom is None or not speaks(sheet, from_whom):
        return []
    return [Hop(source_of(sheet, from_whom, claim.text_id), "told", found.group("cue"), from_whom)]


def without_origin(sheet: Sheet, span: Span) -> Span:
    """The words of a voice without the clause that says from whom it had its news."""
    found = _HAD_IT.search(sheet.text, span.start + 1, span.end)
    return Span(span.start, found.start()) if found else span


def _with_origin(sheet: Sheet, span: Span, relation: str, cue: str, text_id: str) -> Iterator[Hop]:
    """A cited voice, with the one it had its news from, and with who issued it if it is a paper."""
    found = _HAD_IT.search(sheet.text, span.start + 1, span.end + 40)
    own = Span(span.start, found.start()) if found and found.start() <= span.end else span
    source = source_of(sheet, own, text_id, to_press=True)
    if source.kind == "document":
        own = _whole_paper(sheet, own)
        source = source_of(sheet, own, text_id, to_press=True)
    hop = Hop(source, relation, cue, own)  # type: ignore[arg-type]
    yield from issued(sheet, hop, text_id) if source.kind == "document" else [hop]
    if found and found.start() <= span.end and (sentence := sheet.sentence_at(span.start)):
        origin = voice_at(sheet, found.end(), sentence.end)
        if origin is not None and speaks(sheet, origin):
            yield Hop(source_of(sheet, origin, text_id), "told", found.group("cue"), origin)


def _whole_paper(sheet: Sheet, span: Span) -> Span:
    """A cited paper with the words that say whose it is ("a report by KTV")."""
    sentence = sheet.sentence_at(span.start)
    more = _WHOSE.match(sheet.text, span.end, sentence.end) if sentence else None
    return Span(span.start, more.end()) if more else span


def _after(sheet: Sheet, place: int, limit: int) -> Iterator[tuple[Span, str]]:
    """The voices cited between two places ("citing", "which quoted" …), each after the one that cites it."""
    for found in _CITES.finditer(sheet.text, place, limit):
        end = limit
        if not sheet.text[found.end() : limit].strip() and (sentence := sheet.sentence_at(found.end())):
            end = sentence.end  # the content was taken to begin with whom it cites
        span = voice_at(sheet, found.end(), end)
        if span is not None:
            yield apposed(sheet, span, end), found.group("cue")


def _quoted_by(sheet: Sheet, claim: Claim) -> Iterator[Hop]:
    """Whom an outlet quotes where it was taken for the speaker ("Sato was quoted by Kyodo as saying")."""
    sentence = sheet.sentence_at(claim.cue_spans[0].start) if claim.cue_spans else None
    if sentence is None or not claim.source_spans:
        return
    start = claim.cue_spans[0].start
    words = sheet.text[max(sentence.start, start - 12) : start] + (claim.cue or "")
    if not _WAS_QUOTED.search(words.lower()):
        return
    if claim.source_spans[0].start < start:
        return
    quote = max(sentence.start, *(sheet.text.rfind(sign, sentence.start, start) + 1 for sign in '”"“'))
    commas = [found.end() for found in _COMMA.finditer(sheet.text, max(quote, start - REACH), start)][-TRIED:]
    for lead in (quote, *commas):
        row = row_between(sheet, lead, start)
        while row and row[-1].low in BE | HELPERS | {"as"}:
            row.pop()
        whole = subject_of(sheet, [*row, row[-1]], len(row)) if row else None
        if whole is not None:
            yield Hop(source_of(sheet, whole, claim.text_id, to_press=True), "quoted", claim.cue, whole)
            return
