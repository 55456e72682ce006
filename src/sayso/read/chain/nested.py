"""Voices farther off than the one a claim names first: those inside its content ("a source told Norda that …")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.read.chain.voices import outlet_at, voice_in
from sayso.read.names.descriptions import BREAKS, HEADS, TELLS
from sayso.read.names.runs import Word, words_of
from sayso.read.sheet import Sheet
from sayso.read.verbs import ATTITUDES, SAYING, any_of, forms
from sayso.read.words import phrases
from sayso.record import Claim, Span

_BE = frozenset(phrases("grammar", "be"))
_AUX = frozenset(phrases("grammar", "helpers"))
_SAY = frozenset(form for base in phrases("speech", "relays") for form in forms(base)[:3])
_VERBS = frozenset(form for form in SAYING.keys() | ATTITUDES if form.endswith(("s", "ed")))
_BASES = frozenset(phrases("speech", "relays"))
_PRONOUNS = frozenset(phrases("grammar", "pronouns"))
_ACCORDING = re.compile(r",?\s+according\s+to\s+(?P<who>[^,.;:“”\"]{2,120})\s*$")
_SAID_TAIL = re.compile(rf",\s+(?P<who>[^,.;:“”\"]{{2,100}}?)\s+(?P<cue>{any_of(_SAY)})(?:\s+on\s+\w+)?\s*$")
FARTHEST = 3  # voices inside voices that are followed


@dataclass(frozen=True, slots=True)
class Inner:
    """A voice inside a content: its words, its verb, the outlet it told, and where what it said begins and ends."""

    source: Span
    cue: Span
    told: Span | None
    rest: Span


def inner_voices(sheet: Sheet, claim: Claim, *, from_outlet: bool) -> list[Inner]:
    """The voices inside a claim's content, the nearest to the page first.

    `from_outlet` says that the claim's own source is an outlet or a paper, which passes on demands as well as reports.
    """
    out: list[Inner] = []
    if claim.manner == "direct":
        return out
    piece = claim.content_spans[0]
    while len(out) < FARTHEST and (found := _inner(sheet, claim, piece, from_outlet=from_outlet)):
        out.append(found)
        piece = found.rest
        if piece.end - piece.start < 8:
            break
    return out


def _inner(sheet: Sheet, claim: Claim, piece: Span, *, from_outlet: bool) -> Inner | None:
    quoted = [q for q in claim.quotes if q.meets(piece)]
    limit = min([q.start for q in quoted if q.start > piece.start], default=piece.end)
    if any(q.start <= piece.start for q in quoted) or limit <= piece.start:
        return _at_end(sheet, piece) if from_outlet else None
    head = _passive(sheet, piece, min(limit, piece.end)) or _at_start(
        sheet, piece, min(limit, piece.end), from_outlet=from_outlet
    )
    return head or (_at_end(sheet, piece) if from_outlet else None)


def _at_start(sheet: Sheet, piece: Span, limit: int, *, from_outlet: bool) -> Inner | None:
    """ "[that] NP [had] said …" at the start of a content."""
    row = words_of(sheet.text, Span(piece.start, limit))[:34]
    while row and row[0].low in {"that", "how", "a", "the", "on"} and row[0].low == "that":
        row = row[1:]
    verb = next((k for k, word in enumerate(row) if k and word.low in _SAY and not _named(sheet, word)), None)
    if verb is None or verb > 24 or not _subject_before(sheet, row, verb) or verb + 1 >= len(row):
        return None
    word = row[verb]
    subject = row[:verb]
    if word.low in _BASES and not subject[-1].low.endswith("s") and subject[-1].low not in {"people", "many", "some"}:
        return None  # "a Norda report", no verb
    while subject and subject[-1].low in _AUX:
        subject = subject[:-1]
    source = voice_in(sheet, subject)
    if source is None or (source.of(sheet.text).lower() in _PRONOUNS and not from_outlet):
        return None
    if (
        sheet.text[source.end : subject[-1].end].strip(" ,")
        and len(subject) > 0
        and not _only_apposed(sheet, source, subject)
    ):
        return None
    told = outlet_at(sheet, word.end, limit) if word.low in TELLS else None
    begin = _said_from(sheet, row, verb, told)
    if (
        word.low in TELLS
        and not from_outlet
        and told is None
        and row[verb + 1].low not in {"him", "her", "them", "us", "me", "it"}
    ):
        return None
    if begin is None or begin >= piece.end or (not from_outlet and sheet.text[begin : begin + 3] == "to "):
        return None
    return Inner(Span(source.start, subject[-1].end), Span(word.start, word.end), told, Span(begin, piece.end))


def _named(sheet: Sheet, word: Word) -> bool:
    """Whether a word that looks like a verb is part of a name (the United States)."""
    return word.capital and sheet.inside_name(word.start)


_TOLD_BY = re.compile(r"\s+(?:was|were|had\s+been|has\s+been|have\s+been)\s+(?P<cue>told|informed)\s+by\s+")


def _passive(sheet: Sheet, piece: Span, limit: int) -> Inner | None:
    """ "[that] KTV had been told by two ministers [that] …" at the start of a content."""
    lead = re.compile(r"\s*(?:that\s+)?").match(sheet.text, piece.start, limit)
    outlet = outlet_at(sheet, lead.end() if lead else piece.start, limit)
    by = _TOLD_BY.match(sheet.text, outlet.end, limit) if outlet else None
    if by is None:
        return None
    row = words_of(sheet.text, Span(by.end(), limit))
    that = next((k for k, word in enumerate(row[:16]) if word.low == "that"), None)
    source = voice_in(sheet, row[:that] if that else row)
    if source is None or source.end >= piece.end:
        return None
    begin = row[that].end if that else source.end
    return (
        Inner(source, Span(by.start("cue"), by.end("cue")), outlet, Span(begin, piece.end))
        if begin < piece.end
        else None
    )


def _said_from(sheet: Sheet, row: Sequence[Word], verb: int, told: Span | None) -> int | None:
    """Where what the inner voice said begins: after the verb, whom it told, and "that"."""
    start = told.end if told else row[verb].end
    after = [word for word in row[verb + 1 :] if word.start >= start]
    if after and told is None and row[verb].low in TELLS:
        after = after[1:]
    if after and after[0].low == "that":
        after = after[1:]
    return after[0].start if after else None


def _subject_before(sheet: Sheet, row: Sequence[Word], verb: int) -> bool:
    """Whether nothing but a noun phrase, with its appositions and relative clauses, stands before the verb."""
    who = False
    for k, word in enumerate(row[:verb]):
        gap = sheet.text[row[k - 1].end : word.start] if k else ""
        if any(sign in gap for sign in '.;:“”"?!—–'):
            return False
        who = who or word.low in {"who", "which", "whose"}
        if word.low in _BE | {"will", "would", "can", "could", "if", "because", "when", "while", "but"} and not who:
            return False
        if word.low in {"has", "have", "had"} and k + 1 < verb and row[k + 1].low not in _AUX and not who:
            return False
        if not who and k and word.low in _VERBS and not _named(sheet, word) and word.low not in HEADS:
            return False
        if word.low in {"to", "being"} and k == verb - 1:
            return False
    return not row[verb - 1].owns and row[verb - 1].low not in _BE | {
        "to",
        "by",
        "not",
        "never",
        "who",
        "the",
        "a",
        "been",
        "which",
        "that",
    }


def _only_apposed(sheet: Sheet, source: Span, subject: Sequence[Word]) -> bool:
    """Whether what stands between a voice and its verb is an apposition between commas or a modifier."""
    between = sheet.text[source.end : subject[-1].end]
    return (
        between.lstrip().startswith((",", "("))
        or subject[-1].low in HEADS
        or not BREAKS.isdisjoint(between.lower().split())
    )


def _at_end(sheet: Sheet, piece: Span) -> Inner | None:
    """ "…, NP said" or "…, according to NP" at the end of an outlet's content."""
    words = sheet.text[: piece.end]
    floor = max(piece.start, piece.end - 160)
    found = _ACCORDING.search(words, floor) or _SAID_TAIL.search(words, floor)
    if not found or found.start() <= piece.start:
        return None
    source = voice_in(sheet, words_of(sheet.text, Span(found.start("who"), found.end("who"))))
    if source is None:
        return None
    cue = (
        Span(found.start("cue"), found.end("cue"))
        if "cue" in found.groupdict()
        else Span(found.start() + 1, found.start("who"))
    )
    return Inner(source, cue, None, Span(piece.start, found.start()))
