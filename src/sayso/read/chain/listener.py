"""Who was told: the listener that the page names beside a verb of telling, or beside a letter, an interview, a call."""

import re
from collections.abc import Iterable, Iterator, Sequence

from sayso.read.chain.counts import is_plural
from sayso.read.chain.hops import Zone
from sayso.read.names.descriptions import HEADS
from sayso.read.names.runs import CALENDAR, Word, words_of
from sayso.read.sheet import Sheet
from sayso.read.verbs import any_of, forms
from sayso.read.words import phrases
from sayso.record import Claim, Span


def _words(table: str) -> frozenset[str]:
    return frozenset(phrases("listeners", table))


def _forms(table: str) -> frozenset[str]:
    return frozenset(form for verb in _words(table) for form in forms(verb))


_TELLS, _BIDS, _GIVES, _TALKS = _forms("tells"), _forms("bids"), _forms("gives"), _forms("talks")
_DETERMINERS, _STOPS, _CLAUSES = _words("determiners"), _words("stops"), _words("clauses")
_TO_WHAT, _GATHERINGS = _words("to_what"), _words("gatherings")
_PASSED = rf"(?:(?:{any_of(_words('passed'))})\s+(?:\w+ly\s+)?)?"
_PAPER = re.compile(
    rf"\b(?:in|during|through|via|with|by|from|at|over|on)\s+(?:[\w’'.-]+\s+){{0,5}}?(?:{any_of(_words('papers'))})\s+{_PASSED}(?:to|with|before)\s+",
    re.IGNORECASE,
)
_TALKED = re.compile(
    rf"\b(?:{any_of(_TALKS)})\s+(?:(?:\w+ly|back|on\s+\w+day)\s+)?(?:to|with|before)\s+",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:told|tells|telling)\s+", re.IGNORECASE)
_VERB = re.compile(
    rf"\b(?P<verb>{any_of(_TELLS | _BIDS | _TALKS)})\b(?!.*\b(?:{any_of(_TELLS | _BIDS)})\b)", re.IGNORECASE | re.DOTALL
)
_TO = re.compile(r"\s*(?:(?:\w+ly|back|later|also|on\s+\w+day)\s+){0,2}(?:to|with|before)\s+")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be)\b", re.IGNORECASE)
_IS = re.compile(r"\b(?:was|were|is|are|been|being|be)\s+(?:\w+ly\s+|also\s+|not\s+|never\s+)?$", re.IGNORECASE)
_HE = re.compile(
    r"\s*(?:that\s+)?(?:he|she|they|it)\s+(?:(?:had|has|have|also|once|already|later)\s+){0,3}"
    rf"(?P<verb>{any_of(_TELLS | _BIDS | _TALKS)})\b",
    re.IGNORECASE,
)
_CLAUSE_BEFORE = re.compile(r"(?:[,;:“”\"—–]|\b(?:and|but|that|when|because|after|while|although|though|as|if))\s*")
_HELPERS = frozenset(phrases("grammar", "helpers"))
_OBJECTS = frozenset({"me", "us", "you", "him", "her", "them", "it"})
_MINE = frozenset({"his", "her", "its", "their", "our", "my"})
_OF_PLACE = frozenset({"in", "at", "from", "for", "near"})
LONGEST = 14  # words of a listener
REACH = 220  # characters after a verb in which its listener and the clause that follows stand


def listener(
    sheet: Sheet, claim: Claim, zone: Zone, *, voice: Span | None = None, apart: Span | None = None
) -> Span | None:
    """The words for who was told.

    `voice` names the farthest voice, which may be inside the claim's content; no listener stands in `apart`, the
    reason for which the speaker is not named.
    """
    if voice is not None and any(piece.holds(voice) for piece in claim.content_spans):
        return _of_verb(sheet, voice.end, min(voice.end + 60, claim.content_spans[-1].end), claim.content_spans)
    if claim.cue_spans:
        cue = Span(claim.cue_spans[0].start, claim.cue_spans[-1].end)
        if found := _before_passive(sheet, cue) or _of_verb(sheet, cue.start, cue.end, claim.content_spans):
            return found
    first = claim.content_spans[0]
    if met := _HE.match(sheet.text, first.start, first.end):  # "insisted that he had told parliament in June …"
        return _of_verb(sheet, met.start("verb"), met.end("verb"), ())
    aside = (apart,) if apart else ()
    for piece in zone.pieces:
        for pattern in (_PAPER, _TALKED, _TOLD):
            for met in pattern.finditer(sheet.text, piece.start, piece.end):
                found = _heard(sheet, met.end(), to=pattern is not _TOLD)
                if found is not None and not any(found.meets(own) for own in (*claim.source_spans, *aside)):
                    return found
    return None


def _before_passive(sheet: Sheet, cue: Span) -> Span | None:
    """The subject of "was told by an engineer"."""
    words = cue.of(sheet.text).lower()
    sentence = sheet.sentence_at(cue.start)
    verb = _VERB.search(words)
    if sentence is None or verb is None or verb.group("verb") not in _TELLS | _BIDS:
        return None
    lead = sheet.text[max(sentence.start, cue.start - 24) : cue.start + verb.start()]
    if not _IS.search(lead):
        return None
    row = words_of(sheet.text, Span(sentence.start, cue.start))
    while row and (row[-1].low in _HELPERS or _PASSIVE.fullmatch(row[-1].low)):
        row = row[:-1]
    if not row:
        return None
    breaks = [met.end() for met in _CLAUSE_BEFORE.finditer(sheet.text, sentence.start, row[-1].end)]
    row = [word for word in row if word.start >= max(breaks, default=0)]
    return Span(row[0].start, row[-1].end) if row and len(row) <= LONGEST else None


def _of_verb(sheet: Sheet, start: int, limit: int, contents: Iterable[Span]) -> Span | None:
    """The listener of the verb in a stretch of words: "told X", "asked X to", "complained to X"."""
    met = _VERB.search(sheet.text, start, limit)
    if met is None:
        return None
    verb, end = met.group("verb").lower(), met.end()
    if verb in _TELLS:
        return _heard(sheet, end, to=False)
    if verb in _BIDS:
        return _bidden(sheet, end, verb, contents)
    to = _TO.match(sheet.text, end)
    return _heard(sheet, to.end(), to=True) if to else None


def _bidden(sheet: Sheet, place: int, verb: str, contents: Iterable[Span]) -> Span | None:
    """Who is asked, warned or promised something: a clause must follow, or the words have been said before."""
    said = _heard(sheet, place, to=True)
    if said is None:
        return None
    row = words_of(sheet.text, said)
    people = row[-1].low in _OBJECTS or row[0].low == "both" or is_plural(row[-1].low, tuple(word.low for word in row))
    people = people or row[-1].low in _GATHERINGS
    if verb in _GIVES and not people and not (verb.startswith("order") and row[-1].low in HEADS):
        return None
    after = words_of(sheet.text, Span(said.end, min(len(sheet.text), said.end + REACH)))[:9]
    gap = sheet.text[said.end : after[0].start] if after else "."
    if not gap.isspace():
        return said if gap.strip()[:1] in set('“"‘:') or not any(said.meets(piece) for piece in contents) else None
    for k, word in enumerate(after):
        if k and not sheet.text[after[k - 1].end : word.start].isspace():
            return None
        if word.low == "to":
            return said if k + 1 < len(after) and _does(after[k + 1]) else None
        if word.low in _CLAUSES:
            return said
        if word.low in {"he", "she", "they", "it", "we", "i", "there", "the", "a", "his", "her", "their"} and k == 0:
            return said if people else None
    return None


def _does(word: Word) -> bool:
    """Whether the word after "to" is a verb."""
    return (
        not word.capital
        and word.low not in _DETERMINERS
        and word.low not in HEADS - {"order", "post", "file", "list", "plan", "count"}
    )


def _heard(sheet: Sheet, place: int, *, to: bool) -> Span | None:
    """The noun phrase that begins at a place; `to` where what follows may as well be a verb ("said to be")."""
    row = list(_phrase(sheet, words_of(sheet.text, Span(place, min(len(sheet.text), place + REACH)))))
    if not row or row[0].start - place > 1 and sheet.text[place : row[0].start].strip():
        return None
    first = row[0]
    nounish = (
        first.capital
        or first.low in _DETERMINERS | _OBJECTS | HEADS | _GATHERINGS
        or first.low.endswith("s")
        or first.text[0].isdigit()
    )
    if row[-1].low in _TO_WHAT or (len(row) == 1 and first.low in _DETERMINERS - _OBJECTS - {"both"}):
        return None
    nounish = nounish or any(word.capital or word.low in HEADS or word.low.endswith("s") for word in row[1:])
    return Span(first.start, row[-1].end) if nounish or not to else None


def _phrase(sheet: Sheet, row: Sequence[Word]) -> Iterator[Word]:
    """The words of the noun phrase a row begins with."""
    nouns = 0
    for k, word in enumerate(row[:LONGEST]):
        before = row[k - 1].low if k else ""
        if k and sheet.text[row[k - 1].end : word.start].strip() not in {"", "‘", "“", "’s", "'s", "’", "'"}:
            return
        linked = before in {"of", "and", *_OF_PLACE}
        if word.low in _OBJECTS and (k == 0 or before == "of") and not _owns_next(sheet, row, k):
            yield word
            return
        if word.low in _OF_PLACE and not (k and _placed(row[k + 1 : k + 3])):
            return
        if word.low == "and" and not (
            nouns and k + 1 < len(row) and (row[k + 1].capital or row[k + 1].low in _DETERMINERS)
        ):
            return
        if word.low in _STOPS and not (k == 0 and word.low in _DETERMINERS - {"that"}):
            return
        if word.low in CALENDAR and (nouns or not k or before not in _DETERMINERS):
            return
        if nouns and not linked and (word.low in _DETERMINERS or _modifies(word)):
            return
        nouns += word.low not in _DETERMINERS and word.low not in {"of", "and", *_OF_PLACE}
        yield word


def _owns_next(sheet: Sheet, row: Sequence[Word], k: int) -> bool:
    """Whether "her" goes on to a noun ("her sister"), not to a clause."""
    if row[k].low != "her" or k + 1 == len(row) or sheet.text[row[k].end : row[k + 1].start].strip():
        return False
    return row[k + 1].low not in _STOPS | _DETERMINERS | _OF_PLACE


def _placed(after: Sequence[Word]) -> bool:
    """Whether a preposition leads on to a name or to something of the listener's ("farmers in Low Mere")."""
    if not after or after[0].low in CALENDAR:
        return False
    if after[0].low in _MINE or after[0].capital:
        return True
    return after[0].low == "the" and len(after) > 1 and after[1].capital and after[1].low not in CALENDAR


def _modifies(word: Word) -> bool:
    """Whether a word is a participle or an adverb that follows the noun ("shareholders dated 6 May")."""
    return not word.capital and (
        word.low.endswith(("ed", "ly")) or word.text[0].isdigit() or word.low in {"seen", "sent", "read"}
    )
