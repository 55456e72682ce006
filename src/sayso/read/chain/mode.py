"""Whether anything was said at all: a statement, or an attitude that the outlet tells of."""

import re

from sayso.read.chain.cues import noun_of, verb_of
from sayso.read.chain.phrasing import inflected, phrased
from sayso.read.chain.stance import by_phrase
from sayso.read.chain.why import Why
from sayso.read.verbs import SAYING, any_of, listed
from sayso.record import Claim, Mode

_ATTITUDE = re.compile(rf"\b(?:{any_of(listed('attitude', 'words'))})\b", re.IGNORECASE)
_RUMOURS, _EXPRESSES, _ATTITUDES = (
    phrased("mode", "rumours"),
    inflected("expresses", "mode"),
    inflected("attitudes", "mode"),
)
_BARE_CUE = re.compile(
    r"[\W_]*(?:(?:in|by|per|for|from|of|to|on|at|with|as|and|via|under|according|view|words|opinion|quote)\b[\W_]*)*",
    re.IGNORECASE,
)
_SILENT = re.compile(rf"\b(?:{any_of(listed('attitude', 'silent'))})\b", re.IGNORECASE)  # nothing need have been said
_REACH = 12  # characters of the content that may complete a phrase of the cue
_MOSTLY = 0.7  # of a content's characters between quotation marks: that much was said


def mode_of(claim: Claim, cue: str, content: str) -> Mode:
    """Statement where somebody said it, attitude where the outlet tells what somebody thinks, wants or fears."""
    return mode_why(claim, cue, content).value


def mode_why(claim: Claim, cue: str, content: str) -> Why[Mode]:
    """The mode, with the words of the cue that tell it; null words where only the manner tells."""
    if claim.manner in {"own_voice", "direct"} or not cue.strip():
        return Why("statement")
    by_words = _by_words(cue, content)
    if by_words:
        return by_words
    one = verb_of(cue, content)
    if one is None:
        noun = noun_of(cue)
        if noun or _BARE_CUE.fullmatch(cue):
            return Why("statement", noun.words if noun else None)
        return Why("statement" if claim.manner == "mixed" else "attitude")
    if _is_quotation(claim):
        return Why("statement")
    said = (one.word in SAYING or one.settles) and not one.unsaid
    return Why("statement" if said else "attitude", one.verb.group())


def _by_words(cue: str, content: str) -> Why[Mode] | None:
    """What the cue says of thinking or telling, where phrases tell it."""
    one = verb_of(cue, content)
    if one and one.word in _ATTITUDES:
        return Why("attitude", one.verb.group())
    if silent := _SILENT.search(cue):
        return Why("attitude", silent.group())
    settled = by_phrase(cue, content)
    if settled and settled.value in {"declines", "doubts"}:
        return Why("statement", settled.words)
    if one and one.word in _EXPRESSES and not one.unsaid:
        return Why("statement", one.verb.group())
    joined = f"{cue} {content[:_REACH]}"
    found = _ATTITUDE.search(joined)
    if found and found.start() < len(cue):
        return Why("attitude", joined[found.start() : min(found.end(), len(cue))].strip())
    rumour = _RUMOURS.search(cue)
    return Why("statement", rumour.group()) if rumour else None


def _is_quotation(claim: Claim) -> bool:
    quoted = sum(span.end - span.start for span in claim.quotes)
    return quoted >= _MOSTLY * sum(span.end - span.start for span in claim.content_spans)
