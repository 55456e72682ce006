"""Why the page does not name a speaker, and the attributions that are nothing but the wish not to be named."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sayso.read.names.people import ANONYMITY
from sayso.read.sheet import Sheet
from sayso.read.verbs import any_of
from sayso.read.words import phrases
from sayso.record import Claim, Span

_IS = any_of(phrases("people", "name_is"))
_WITHHELD = (
    rf"\b(?:names?|surnames?|identit(?:y|ies))(?:\s+of\s+[^,.;“”\"]{{1,60}}?)?(?:\s+(?:{_IS})){{0,5}}"
    rf"\s+(?:{any_of(phrases('people', 'withheld'))})\b"
)
_REFUSED = rf"\b(?:{any_of(phrases('people', 'not_wanting'))})\s+(?:to\s+)?(?:{any_of(phrases('people', 'naming'))})\b"
_FORBIDDEN = (
    rf"\b(?:(?:was|were|is|are|being|had|has)\s+)?(?:{any_of(phrases('people', 'forbidden'))})\s+(?:to\s+|from\s+)?"
    rf"(?:{any_of(phrases('people', 'speaking_out'))})\b"
)
_ASKS = re.compile(rf"{_FORBIDDEN}|{_WITHHELD}|{_REFUSED}|\b(?:{any_of(ANONYMITY)})\b", re.IGNORECASE)
_BARRED = re.compile(_FORBIDDEN, re.IGNORECASE)
_CLAUSE = r"[^,.;:!?“”\"]"
_BECAUSE = rf"(?:{any_of(phrases('people', 'because'))})\b"
_WHY = re.compile(
    rf"(?:{_CLAUSE}{{0,60}}?,?\s*\b(?P<strong>{_BECAUSE}{_CLAUSE}{{3,200}})|"
    rf",?\s+(?P<weak>(?:since|as|given|while|amid|pending|under|in\s+line\s+with|(?:at|on|by)\s+(?:\w+\s+)?[\w’'-]+\s+(?:request|orders?|advice|"
    rf"instructions?|insistence|wish)|to\s+(?!the\b|a\b|an\b|his\b|her\b|their\b|any\b|this\b|be\b|reporters\b|us\b)\w+)\b{_CLAUSE}{{0,200}}))",
    re.IGNORECASE,
)
_SO = re.compile(rf"(?P<why>[^.;!?“”\"]{{8,240}}?),?\s+so\s+{_CLAUSE}{{0,90}}$")
_FIRST = re.compile(
    rf"\s*(?P<why>(?:{_BECAUSE}|to\s+(?:protect|avoid|spare|keep))\s+{_CLAUSE}{{3,200}}),", re.IGNORECASE
)
_LEADS = re.compile(rf"^(?:{any_of(phrases('people', 'because_leads'))})\s+", re.IGNORECASE)
_AGAIN = re.compile(
    r"[“\"]?(?:he|she|they|both|all|neither|none|each|one|two|three|like|the|these|those)\b", re.IGNORECASE
)
_WISHES = re.compile(rf"\b(?:{any_of(phrases('people', 'wishes'))})\b", re.IGNORECASE)
_CITING = re.compile(r"(?:citing|fearing|saying|worried|afraid|concerned)\b", re.IGNORECASE)
_WHO = re.compile(r"^(?:\w+\s+of\s+)?(?:who|whom|which)$", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")
_ANY = frozenset(phrases("grammar", "any_unnamed"))
LEAD = 40  # characters of a content before the wish that still leave it nothing but that


def wishes(sheet: Sheet) -> tuple[Span, ...]:
    """Where the page speaks of somebody who is not to be named, in order."""
    return tuple(Span(found.start(), found.end()) for found in _ASKS.finditer(sheet.text))


def only_asks(sheet: Sheet, claim: Claim, asked: Sequence[Span]) -> bool:
    """Whether the claim is nothing but the wish not to be named, or the reason for it ("who asked for anonymity …").

    `asked` are the page's wishes.
    """
    if not asked or claim.quotes or claim.manner in {"direct", "own_voice"} or not claim.cue_spans:
        return False
    first = claim.content_spans[0]
    start = min([first.start, *(span.start for span in claim.cue_spans if span.end <= first.start)])
    if _CITING.match(claim.cue or ""):
        before = asked[: bisect_right(asked, Span(start, start + 1))]
        return bool(before) and not sheet.text[before[-1].end : start].strip(" ,")
    if not _WISHES.search(claim.cue or ""):
        return False
    found = next(iter(_within(asked, start, claim.content_spans[-1].end)), None)
    return found is not None and found.start <= first.start + LEAD and not _BARRED.match(found.of(sheet.text))


def reason(sheet: Sheet, claim: Claim, near: Sequence[Claim], asked: Sequence[Span]) -> Span | None:
    """Why the speaker is not named, as the page says it in the claim's sentence, the next or the one before.

    `near` are the claims that share a sentence with it, `asked` the page's wishes not to be named.
    """
    where = sheet.around(claim.cue_spans + claim.source_spans or claim.content_spans[-1:])
    text = sheet.texts.get(claim.text_id)
    if where is None or text is None or not asked:
        return None
    spoken = [one for one in (claim, *near) if not only_asks(sheet, one, asked)]
    said = [span for one in spoken for span in one.content_spans]
    owners = [
        span for one in (claim, *near) for span in one.source_spans if not _WHO.search(span.of(sheet.text)[:LEAD])
    ]
    for wish in _unsaid(asked, where, said):
        if not owners or _owner(wish, owners) in claim.source_spans:
            found = _why(sheet, where, wish, owners)
            if found:
                return found
    for other in (sheet.next_sentence(where.end, text), sheet.sentence_before(where.start, text)):
        if other is not None and _same_voice(sheet, claim, other, before=other.end <= where.start):
            found = next((why for wish in _unsaid(asked, other, said) if (why := _why(sheet, other, wish, ()))), None)
            if found:
                return found
    return None


def _within(asked: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """The wishes between two places."""
    k = bisect_left(asked, start, key=lambda span: span.start)
    return [span for span in asked[k : bisect_left(asked, end, key=lambda span: span.start)] if span.end <= end]


def _unsaid(asked: Sequence[Span], sentence: Span, said: Sequence[Span]) -> Iterator[Span]:
    """The wishes in a sentence, but for those that are told of others inside what is said."""
    for span in _within(asked, sentence.start, sentence.end):
        if not any(piece.holds(span) for piece in said):
            yield span


def _owner(asked: Span, owners: Sequence[Span]) -> Span:
    """Whose wish it is: the words that hold it, else the last voice before it, else the first after it."""
    holding = [span for span in owners if span.holds(asked)]
    before = [span for span in owners if span.end <= asked.start]
    return holding[0] if holding else max(before, key=lambda span: span.end) if before else min(owners)


def _why(sheet: Sheet, sentence: Span, asked: Span, owners: Sequence[Span]) -> Span | None:
    """The reason beside a wish: after it, before it, or the wish itself where somebody is forbidden to speak."""
    end = next((span.end for span in owners if span.holds(asked) and span.end > asked.end + 3), sentence.end)
    text = sheet.text
    if found := _WHY.match(text, asked.end, end):
        name = "strong" if found.group("strong") else "weak"
        return _trimmed(text, found.start(name), found.end(name))
    lead = text[sentence.start : asked.start]
    if found := _SO.match(lead) or _FIRST.match(lead):
        return _trimmed(text, sentence.start + found.start("why"), sentence.start + found.end("why"))
    if _BARRED.match(text, asked.start, end):
        rest = re.compile(rf"{_CLAUSE}{{0,80}}").match(text, asked.end, end)
        return _trimmed(text, asked.start, rest.end() if rest else asked.end)
    return None


def _trimmed(text: str, start: int, end: int) -> Span:
    """The reason's own words, without "because"."""
    lead = _LEADS.match(text[start:end])
    start += lead.end() if lead else 0
    while end > start and text[end - 1] in " \n’'—–-":
        end -= 1
    return Span(start, end)


def _same_voice(sheet: Sheet, claim: Claim, other: Span, *, before: bool) -> bool:
    """Whether a neighbouring sentence goes on about the claim's speaker: by a pronoun, or by its head with "the"."""
    if not claim.source_spans:
        return False
    source = claim.source_spans[0].of(sheet.text)
    words = sheet.text[other.start : other.end]
    later, earlier = (source, words) if before else (words, source)
    found = _AGAIN.match(later)
    if found is None:
        return False
    if found.group().lower() not in {"the", "these", "those", "like"}:
        return True
    heads = {word.lower() for word in _WORD.findall(later)[1:5]}
    return bool(heads & (_ANY | {word.lower() for word in _WORD.findall(earlier)}))
