"""Claims that name no speaker beside them: the speaker of the neighbouring sentence, or nobody the page names."""

import re

from sayso.read.chain.hops import Hop
from sayso.read.chain.speakers import source_of
from sayso.read.chain.voices import voice_at, voice_in
from sayso.read.names.runs import words_of
from sayso.read.sheet import Sheet
from sayso.read.verbs import SAID_FORMS, any_of
from sayso.record import Claim, Source, Span, Text, make_id

_WORDS_OF = re.compile(
    r"\W*(?:(?:those|these|such|that|this)\s+(?:were|was|are|is)\s+(?:the|his|her|a)?\s*(?:\w+\s+){0,2}?"
    r"(?:words?|message|verdict|view|warning|assessment|reaction|response|conclusion|promise|plea|appeal|account|answer|advice|claim|"
    r"description|prediction|argument|sentiment)\s+(?:of|from|by|to\s+\w+\s+from)|(?:that|this)\s+(?:is|was)\s+how|so\s+(?:said|says|wrote|goes)|according\s+to|"
    r"with\s+those\s+words)[,\s]+",
    re.IGNORECASE,
)
_SPEAKING = re.compile(
    r"\s+(?:was|were|is)\s+(?:speaking|talking|responding|reacting|replying|referring|addressing|commenting|answering)\b|"
    r"\s+(?:spoke|made\s+the\s+(?:remarks?|comments?|statement|announcement|claim|pledge)|delivered|gave\s+(?:his|her|the))\b"
)
_SAID = re.compile(rf"\b(?:{any_of(SAID_FORMS)})\b")


def missing_source(sheet: Sheet, claim: Claim) -> list[Hop]:
    """The speaker of a claim without one: a quotation's neighbour, otherwise somebody the page leaves unnamed."""
    text = sheet.texts.get(claim.text_id)
    if text is not None and claim.manner in {"direct", "mixed"} and not claim.cue_spans:
        found = _after(sheet, claim, text) or _before(sheet, claim, text)
        if found is not None:
            return [Hop(source_of(sheet, found, claim.text_id), "quoted", None, found)]
    where = claim.cue_spans[0] if claim.cue_spans else claim.content_spans[0]
    nobody = Source(id=make_id("source", "unnamed", claim.text_id, where.start), kind="unnamed")
    return [Hop(nobody, "told", claim.cue, where)]


def _after(sheet: Sheet, claim: Claim, text: Text) -> Span | None:
    """The speaker whom the next sentence names ("Those were the words of …", "Lind was speaking to …")."""
    sentence = sheet.next_sentence(claim.span.end, text)
    if sentence is None or sheet.text[sentence.start] in '“"':
        return None
    lead = _WORDS_OF.match(sheet.text, sentence.start, sentence.end)
    if lead:
        return voice_at(sheet, lead.end(), sentence.end)
    found = _SPEAKING.search(sheet.text, sentence.start, sentence.end)
    if found:
        return voice_in(sheet, words_of(sheet.text, Span(sentence.start, found.start())))
    return None


def _before(sheet: Sheet, claim: Claim, text: Text) -> Span | None:
    """The speaker of the sentence before, where that leads on to the quotation with a verb of saying or a colon."""
    sentence = sheet.sentence_before(claim.span.start, text)
    if sentence is None:
        return None
    row = [
        word for word in words_of(sheet.text, sentence) if not any(q.start <= word.start < q.end for q in claim.quotes)
    ]
    verb = next((k for k, word in enumerate(row) if k and word.low in SAID_FORMS), None)
    if verb is not None:
        return voice_in(sheet, row[:verb]) or voice_in(sheet, row[verb + 1 :])
    return voice_in(sheet, row) if sheet.text[sentence.end - 1] == ":" else None
