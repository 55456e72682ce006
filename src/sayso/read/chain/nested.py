"""Voices farther off than the one a claim names first: those inside its content ("a source told Norda that …")."""

import re
from collections.abc import Callable, Sequence

from sayso.read.attribute.subjects import FINITE
from sayso.read.attribute.wording import NO_REPORT
from sayso.read.chain.inner import BASES, SAYS, Inner, medium
from sayso.read.chain.outlets import outlet_at
from sayso.read.chain.subjects import PRONOUNS, main_verb, speaks, subject_of
from sayso.read.chain.tails import at_end
from sayso.read.chain.voices import apposed, row_between, voice_in
from sayso.read.names.descriptions import INDEFINITE, TELLS
from sayso.read.names.runs import Word
from sayso.read.sheet import Sheet
from sayso.read.verbs import any_of, forms
from sayso.read.words import phrases
from sayso.record import Claim, Span

_SAYING = any_of(forms(base)[4] for base in phrases("speech", "relays"))
_THAT = re.compile(r"\s*(?:that|how)\s+")
_TOLD_BY = re.compile(
    r"\s+(?:was|were|had\s+been|has\s+been|have\s+been|being|been)\s+(?:\w+ly\s+)?(?P<cue>told|informed|warned|assured|advised|asked|ordered|promised|instructed|reminded|urged)"
    r"\s+(?:\w+\s+){0,2}?by\s+"
)
_HEARD = re.compile(
    r"\s*(?:(?:(?:he|she|they|it|we|i)\s+)?(?:(?:had|has|have)\s+)?(?:heard|learned|learnt|understood|gathered)\s+(?:\w+\s+)?)?(?P<cue>from)\s+",
    re.IGNORECASE,
)
_AS_SAYING = re.compile(rf"\s+as\s+(?:having\s+)?(?P<cue>{_SAYING}|said|told|written|warned)\b")
_SAYING_IT = re.compile(rf",?\s+(?P<cue>{_SAYING})\b(?!\s+(?:of|by)\b)")
_QUOTES = re.compile(r"\b(?:quot|cit)\w+|\bcredit\w+")
_RECALLS = re.compile(r"\b(?:recall|remember|describ|recount|heard|hear|quot)\w*")
_PUT_AT = re.compile(
    r"\s+(?:[\w’'-]+\s+){1,8}?at\s+(?:about\s+|around\s+|more\s+than\s+|at\s+least\s+|some\s+|over\s+|nearly\s+)?(?:\d|[a-z]+(?:ty|teen|een|dred|sand|ion|zen|ne|wo|ee|our|ive|ix|even|ight|en)\b)"
)
_CALLED = re.compile(r"\s+(?:[\w’'-]+\s+){1,8}?(?:an?|the|“|\"|‘)\s*(?=[\w“\"‘])|\s+(?:[\w’'-]+\s+){1,5}?[“\"]")
_SAID_IN_QUOTE = re.compile(
    r"[“\"]\s*(?P<who>(?i:my|our|his|her|their|the|a)\s+(?:(?!and\b|who\b|had\b|was\b|always\b|once\b|often\b|also\b|then\b)[\w’'-]+\s?){1,4}?|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s+"
    r"(?:always\s+|once\s+|often\s+|also\s+|then\s+)?"
    r"(?P<cue>used\s+to\s+(?:say|tell\s+(?:me|us))|would\s+(?:say|tell\s+(?:me|us))|said|says|told\s+(?:me|us)|wrote)(?:\s+to\s+(?:me|us))?[,:]\s+[‘'](?=\w)"
)
HEARS = frozenset({"heard", "learned", "learnt"})
FARTHEST = 3  # voices inside voices that are followed
LONGEST = 34  # words in which the subject and its verb must stand


def inner_voices(sheet: Sheet, claim: Claim, *, from_outlet: bool) -> list[Inner]:
    """The voices inside a claim's content, the nearest to the page first.

    `from_outlet` says that the claim's own source is an outlet or a paper, which may name its voice at the end.
    """
    piece = claim.content_spans[0]
    if claim.manner == "direct":
        found = _said_in_quote(sheet, piece)
        return [found] if found else []
    out: list[Inner] = []
    while len(out) < FARTHEST and (one := _inner(sheet, claim, piece, from_outlet=from_outlet, first=not out)):
        out.append(one)
        piece = one.rest
        if piece.end - piece.start < 8:
            break
    return out


def _inner(sheet: Sheet, claim: Claim, piece: Span, *, from_outlet: bool, first: bool) -> Inner | None:
    quoted = [q for q in claim.quotes if q.meets(piece)]
    limit = min([q.start for q in quoted if q.start > piece.start], default=piece.end)
    if any(q.start <= piece.start for q in quoted) or limit <= piece.start:
        return at_end(sheet, piece) if from_outlet else None
    limit = min(limit, piece.end)
    cue = (claim.cue or "").lower() if first else ""
    ways: list[Callable[[], Inner | None]] = [
        lambda: _by_participle(sheet, piece, limit, cue),
        lambda: _passive(sheet, piece, limit),
        lambda: _heard(sheet, piece, limit),
        lambda: _at_start(sheet, piece, limit, from_outlet=from_outlet),
    ]
    for way in ways:
        if (found := way()) is not None:
            return found
    return at_end(sheet, _whole(sheet, claim, piece) if first else piece) if from_outlet else None


def _whole(sheet: Sheet, claim: Claim, piece: Span) -> Span:
    """All that stands from a content's start to the words that attribute it, where it was read in pieces."""
    own = sorted(claim.source_spans + claim.cue_spans)
    sentence = sheet.sentence_at(piece.start)
    if len(claim.content_spans) == 1 or not own or sentence is None or not piece.end <= own[0].start <= sentence.end:
        return piece
    end = piece.end + len(sheet.text[piece.end : own[0].start].rstrip(" ,"))
    return Span(piece.start, end) if end > piece.end else piece


def _at_start(sheet: Sheet, piece: Span, limit: int, *, from_outlet: bool) -> Inner | None:
    """ "[that] NP [had] said …" at the start of a content."""
    row = row_between(sheet, piece.start, limit)[:LONGEST]
    if row and row[0].low in {"that", "how"}:
        row = row[1:]
    verb = main_verb(sheet, row, SAYS | HEARS)
    if verb is None or not _reports(sheet, row, verb, limit):
        return None
    word = row[verb]
    source = subject_of(sheet, row, verb)
    if source is None or (source.of(sheet.text).lower() in PRONOUNS and not from_outlet):
        return None
    told = medium(sheet, word, limit)
    begin = word.end if word.low in HEARS else _said_from(sheet, row, verb, told)
    if begin is None or begin >= piece.end:
        return None
    return Inner(source, Span(word.start, word.end), told, Span(begin, piece.end))


def _reports(sheet: Sheet, row: Sequence[Word], verb: int, limit: int) -> bool:
    """Whether the word is a verb that reports: no noun, no participle, and in the right one of its meanings."""
    word = row[verb]
    if verb + 1 >= len(row):
        return limit > word.end + 1  # a quotation follows
    after = row[verb + 1].low
    before = row[verb - 1].low
    if known := NO_REPORT.get(word.low):
        two = " ".join(one.low for one in row[verb + 1 : verb + 3])
        if after in known or two in known:
            return False  # "called back its ambassador", "said yes to the club"
    if word.low in TELLS and not _goes_on(row, verb, limit):
        return False  # "informed his closest colleagues at a dinner": nothing of what was said
    if word.low in HEARS:
        return after == "from"
    if after in {"by", "of"} or (word.low in TELLS and after == "to"):
        return False
    if word.low in BASES and not before.endswith("s") and before not in {"people", "many", "some", "men", "women"}:
        return word.low == "put" and bool(_PUT_AT.match(sheet.text, word.end, limit))
    if word.low in {"put", "puts"}:
        return bool(_PUT_AT.match(sheet.text, word.end, limit))
    if word.low in {"called", "calls"} and after not in {"for", "on"}:
        if row[0].low in INDEFINITE and row[verb + 1].capital:
            return False  # "a group called Free Valley"
        return bool(_CALLED.match(sheet.text, word.end, limit + 1))
    return True


def _goes_on(row: Sequence[Word], verb: int, limit: int) -> bool:
    """Whether what was said follows a verb of telling and its listener: a clause, a topic, an order or a quotation."""
    rest = row[verb + 1 :]
    if len(rest) < 3 or limit > rest[-1].end + 1 or len(row) >= LONGEST:
        return True
    told = {
        "that",
        "of",
        "about",
        "to",
        "not",
        "how",
        "why",
        "what",
        "when",
        "where",
        "whether",
        "he",
        "she",
        "they",
        "it",
        "i",
    }
    return any(word.low in FINITE | told or word.low.endswith(("ed", "n't", "n’t")) for word in rest[1:])


def _said_from(sheet: Sheet, row: Sequence[Word], verb: int, told: Span | None) -> int | None:
    """Where what the inner voice said begins: after the verb, whom it told, and "that"."""
    start = told.end if told else row[verb].end
    after = [word for word in row[verb + 1 :] if word.start >= start]
    that = next((k for k, word in enumerate(after[:9]) if word.low == "that"), None)
    between = sheet.text[start : after[that].start] if that is not None else ""
    if that is not None and not any(sign in between for sign in ',;:“"'):
        after = after[that + 1 :]
    elif after and told is None and row[verb].low in TELLS:
        after = after[1:]
    return after[0].start if after else None


def _by_participle(sheet: Sheet, piece: Span, limit: int, cue: str) -> Inner | None:
    """ "NP as saying …" after a verb of quoting, "NP telling her …" after one of recalling."""
    pattern = _AS_SAYING if _QUOTES.search(cue) else _SAYING_IT if _RECALLS.search(cue) else None
    found = pattern.search(sheet.text, piece.start, min(piece.end, piece.start + 160)) if pattern else None
    if found is None:
        return None
    row = row_between(sheet, piece.start, found.start())
    source = voice_in(sheet, row) if len(row) <= 18 else None
    if source is None or not speaks(sheet, source):
        return None
    verb = next(word for word in row_between(sheet, found.start("cue"), found.end("cue")))
    told = medium(sheet, verb, limit)
    rest = _said_from(sheet, [*row, *row_between(sheet, verb.start, piece.end)[:LONGEST]], len(row), told)
    begin = rest if rest is not None else found.end()
    whole = Span(source.start, row[-1].end)
    return Inner(whole, Span(verb.start, verb.end), told, Span(begin, piece.end)) if begin < piece.end else None


def _passive(sheet: Sheet, piece: Span, limit: int) -> Inner | None:
    """ "[that] KTV had been told by two ministers [that] …" at the start of a content."""
    lead = _THAT.match(sheet.text, piece.start, limit)
    start = lead.end() if lead else piece.start
    by = _TOLD_BY.search(sheet.text, start, min(limit, start + 90))
    if by is None or any(sign in sheet.text[start : by.start()] for sign in ",;:"):
        return None
    subject = row_between(sheet, start, by.start())
    if not subject or len(subject) > 7:
        return None
    outlet = outlet_at(sheet, start, by.start())
    return _from(sheet, by, piece, limit, outlet)


def _heard(sheet: Sheet, piece: Span, limit: int) -> Inner | None:
    """ "[that] she had heard from a nurse [that] …"."""
    lead = _THAT.match(sheet.text, piece.start, limit)
    found = _HEARD.match(sheet.text, lead.end() if lead else piece.start, limit)
    return _from(sheet, found, piece, limit, None) if found else None


def _from(sheet: Sheet, found: re.Match[str], piece: Span, limit: int, outlet: Span | None) -> Inner | None:
    """The voice after "by" or "from", and what it said."""
    row = row_between(sheet, found.end(), limit)
    that = next((k for k, word in enumerate(row[:16]) if word.low in {"that", "to"} and k), None)
    source = voice_in(sheet, row[:that] if that else row)
    if source is None or source.end >= piece.end:
        return None
    source = apposed(sheet, source, limit)
    begin = row[that].end if that else source.end
    cue = Span(found.start("cue"), found.end("cue"))
    return Inner(source, cue, outlet, Span(begin, piece.end)) if begin < piece.end else None


def _said_in_quote(sheet: Sheet, piece: Span) -> Inner | None:
    """ "“My grandmother used to say, ‘…’”": a voice that a quotation opens with, if nearly all of it is hers."""
    found = _SAID_IN_QUOTE.match(sheet.text, piece.start, piece.end)
    if found is None:
        return None
    source = Span(found.start("who"), found.end("who"))
    return Inner(source, Span(found.start("cue"), found.end("cue")), None, Span(found.end() - 1, piece.end))
