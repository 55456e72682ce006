"""How much the page gives away of who speaks, and why it gives no more."""

import re
from dataclasses import replace

from sayso.read.names.people import ANONYMITY, CROWD, HIDDEN, OFFICIALS
from sayso.read.sheet import Sheet
from sayso.read.verbs import any_of
from sayso.read.words import phrases
from sayso.record import Anonymity, Claim, Link, Source, Span

_VAGUE = HIDDEN | frozenset(phrases("people", "vague"))
_KNOWLEDGE = frozenset(phrases("people", "knowledge"))
_NO_SIDE = frozenset(phrases("people", "no_side"))
_WORD = re.compile(r"[\w’'-]+")
_OF = re.compile(
    r"\b(?:in|at|from|inside|within|of|with|for|on)\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+|a\s+)?(?P<what>[\w’'-]+)"
)
_ASKS = re.compile(rf"\b(?:{any_of(ANONYMITY)})\b", re.IGNORECASE)
_REASON = re.compile(
    r"[\s,]*(?P<why>(?:because|since|as|for\s+fear|out\s+of|citing|owing\s+to|due\s+to|given|in\s+order\s+to|so\s+as|to\s+(?:discuss|"
    r"speak|describe|talk|avoid|protect|be)|fearing|while|amid|pending|lest)\b[^.;“”\"]{3,200}?)\s*(?=[.;“”\"]|,\s+(?:said|told|added)\b|$)",
    re.IGNORECASE,
)
_LEADS = re.compile(r"^(?:because|since|as|citing|owing\s+to|due\s+to|given)\s+(?:of\s+)?", re.IGNORECASE)
FAR = 260  # characters after the asking that may hold the reason


def anonymity_of(source: Source) -> Anonymity | None:
    """The class of a source; None for an outlet that the capture does not name."""
    if source.name:
        return "named"
    if source.kind == "outlet":
        return "described" if source.described_as else None
    if not source.described_as:
        return "nobody"
    if source.kind not in {"unnamed", "crowd"}:
        return "described"
    return "affiliated" if _sided(source.described_as) else "vague"


def classed(link: Link) -> Link:
    """The link with the class of its source."""
    return replace(link, source=replace(link.source, anonymity=anonymity_of(link.source)))


def _sided(words: str) -> bool:
    """Whether the words for an unnamed voice tell the side or body it belongs to."""
    row = [m.group().lower() for m in _WORD.finditer(words)]
    head = next((k for k, word in enumerate(row) if word in _VAGUE), None)
    if head is None:
        return any(word in OFFICIALS | CROWD for word in row) or len(row) > 1
    before = [word for word in row[:head] if word not in _NO_SIDE and not word.isdigit()]
    if before:
        return True
    return any(found.group("what") not in _KNOWLEDGE for found in _OF.finditer(" ".join(row[head:])))


def reason(sheet: Sheet, claim: Claim) -> Span | None:
    """Why the speaker is not named, as the page says it in the claim's sentences or the one after."""
    where = sheet.around(claim.cue_spans + claim.source_spans or claim.content_spans[-1:])
    if where is None:
        return None
    text = sheet.texts.get(claim.text_id)
    after = sheet.next_sentence(where.end, text) if text else None
    for sentence in (where, after):
        if sentence is None:
            continue
        for asked in _ASKS.finditer(sheet.text, sentence.start, sentence.end):
            found = _REASON.match(sheet.text, asked.end(), min(sentence.end, asked.end() + FAR))
            if found:
                words = found.group("why")
                lead = _LEADS.match(words)
                return Span(found.start("why") + (lead.end() if lead else 0), found.end("why"))
    return None
