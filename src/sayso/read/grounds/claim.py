"""The grounds of every claim of a reading."""

from collections.abc import Iterator
from typing import Any

from sayso.read.chain.cue import cue_of, cue_spans
from sayso.read.chain.mode import mode_why
from sayso.read.chain.stance import stance_of, stance_why
from sayso.read.chain.sure import sure_why
from sayso.read.chain.why import Why
from sayso.read.grounds.case import Case, Desk, located, nearest
from sayso.read.grounds.facts import event_grounds, figure_grounds, stated_ground
from sayso.read.grounds.hops import hop_grounds
from sayso.read.grounds.ties import tie
from sayso.read.words import phrases
from sayso.record import Ground, Grounds, Manner, Reading, Span

LEAD = 30  # characters before a cue that may turn it round
OTHERWISE = "no word says otherwise"
TOGETHER = "the words decide together"
USUAL = frozenset({"statement", "asserts", "certain"})
_TURNS = frozenset(phrases("grammar", "turns"))
_MANNER: dict[Manner, str] = {
    "direct": "all of it stands between quotation marks",
    "indirect": "nothing of it stands between quotation marks",
    "mixed": "a part of it stands between quotation marks",
    "own_voice": "no attribution takes this sentence: the outlet says it itself",
}


def grounds(reading: Reading) -> tuple[Grounds, ...]:
    """For each claim, in the reading's order, what every field of it rests on: a pure function of the reading."""
    desk = Desk(reading)
    return tuple(
        Grounds(claim_id=claim.id, page_id=reading.page.id, grounds=tuple(_grounds(Case(desk, claim))))
        for claim in reading.claims
    )


def _grounds(case: Case) -> Iterator[Ground]:
    claim = case.claim
    own = claim.manner == "own_voice"
    yield case.ground("content", claim.content, "attribute", claim.content_spans)
    if not own:
        rule = None if claim.cue_spans else "no word attributes it"
        yield case.ground("cue", claim.cue, "attribute", claim.cue_spans, rule)
        yield _source(case)
    yield from hop_grounds(case)
    yield _words(case, "told_to", claim.told_to, "the words after the verb of telling")
    yield _words(case, "unnamed_because", claim.unnamed_because, "the reason the page gives for no name")
    yield case.ground("manner", claim.manner, "attribute", claim.quotes, _MANNER[claim.manner])
    yield from _decided(case)
    yield stated_ground(case)
    yield from figure_grounds(case)
    yield from event_grounds(case)
    sure = None if own else "how sure the reader is that these words belong together"
    yield case.ground("score", None if own else f"{claim.score:.2f}", "attribute", (), sure)


def _source(case: Case) -> Ground:
    """The words that name the speaker beside the claim, and whom they were tied to."""
    claim = case.claim
    value = " … ".join(case.desk.words(span) for span in claim.source_spans) or None
    link = next((link for link in claim.chain if link.span in claim.source_spans), None)
    tied = tie(case.desk, link) if link else None
    rule = tied.rule if tied else None if value else "no words name a speaker here"
    return case.ground("source_spans", value, "attribute", claim.source_spans, rule)


def _words(case: Case, field: str, span: Span | None, rule: str) -> Ground:
    """A field that is nothing but words of the page."""
    return case.ground(
        field, case.desk.words(span) if span else None, "chain", (span,) if span else (), rule if span else None
    )


def _decided(case: Case) -> Iterator[Ground]:
    """Mode, stance and sureness, each with the words that decided it."""
    claim = case.claim
    cue, content, places = _said(case)
    paper = any(link.source.kind == "document" for link in claim.chain[1:])
    unsaid = "no word of saying stands in the cue" if claim.mode == "attitude" else OTHERWISE
    usual = "what a paper says is a statement" if paper else unsaid
    mode = Why(claim.mode) if paper else mode_why(claim, cue, content)
    yield _by_words(case, "mode", claim.mode, mode, places, usual)
    own = claim.manner == "own_voice"
    stance = _own_stance(claim.content) if own else stance_why(cue, content)
    yield _by_words(case, "stance", claim.stance, stance, places, OTHERWISE)
    yield _by_words(case, "sure", claim.sure, sure_why("" if own else cue, content), places, OTHERWISE)


def _own_stance(content: str) -> Why[Any]:
    """The outlet's own sentences assert, or doubt ("could not be verified")."""
    found = stance_why("", content)
    return found if found.value == "doubts" else Why("asserts")


def _by_words(case: Case, field: str, value: str, why: Why[Any], places: tuple[Span, ...], usual: str) -> Ground:
    """A field that words of the cue or the content decided; said so where these readers would decide otherwise."""
    if why.value != value:
        rule = f"read by another version; this one would say {why.value}"
        return case.ground(field, value, "chain", (), rule)
    spans = located(case.desk.text, why.words, places) if why.words else ()
    unusual = usual == OTHERWISE and value not in USUAL
    return case.ground(field, value, "chain", spans, None if spans else TOGETHER if unusual else usual)


def _said(case: Case) -> tuple[str, str, tuple[Span, ...]]:
    """The cue and the content of the farthest voice, as the chain's reader took them, and where they stand."""
    claim, text = case.claim, case.desk.text
    last = claim.chain[-1] if claim.chain else None
    if last and last.span and last.cue and case.inside(last):
        piece = next(piece for piece in claim.content_spans if piece.holds(last.span))
        for cue in nearest(text, last.cue, last.span):
            rest = _rest(text, piece, last.span, cue)
            if rest and stance_of(last.cue, rest.of(text)) == claim.stance:
                return last.cue, rest.of(text), (cue, rest)
    return cue_of(text, claim), claim.content, (*cue_spans(text, claim), *claim.content_spans)


def _rest(text: str, piece: Span, voice: Span, cue: Span) -> Span | None:
    """What a voice inside a content says: the words behind its verb, else those before it ("…, Lind said")."""
    for start, end in ((max(cue.end, voice.end), piece.end), (piece.start, min(cue.start, voice.start))):
        if start < end and any(letter.isalnum() for letter in text[start:end]):
            return Span(start, end)
    return None
