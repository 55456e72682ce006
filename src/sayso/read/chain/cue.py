"""The words that attribute a claim, with those beside them that may turn them round ("did not", "cast doubt on")."""

import re

from sayso.read.words import phrases
from sayso.record import Claim, Span

LEAD = 30  # characters before a cue that may turn it round
_BETWEEN = re.compile(r"\s(?:[a-z]{1,15}\s){1,3}")  # what no span holds between a cue and its content
_TURNS = frozenset(phrases("grammar", "turns"))


def cue_spans(text: str, claim: Claim) -> tuple[Span, ...]:
    """Where the cue of a claim stands with its helping words, in the order of the page; nothing without a cue."""
    if not claim.cue_spans:
        return ()
    first = claim.cue_spans[0]
    start, floor = first.start, max(0, first.start - LEAD)
    for word in reversed(text[floor : first.start].split()[-4:]):
        if word.lower().replace("’", "'") not in _TURNS:
            break
        start = text.rindex(word, floor, start)
    end, after = claim.cue_spans[-1].end, min(span.start for span in claim.content_spans)
    between = end < after <= end + LEAD and _BETWEEN.fullmatch(text, end, after)
    rest = (Span(end + 1, after - 1),) if between else ()
    return (Span(start, first.end), *claim.cue_spans[1:], *rest)


def cue_of(text: str, claim: Claim) -> str:
    """The words of `cue_spans`; those the claim was given where it has no place for them."""
    return " ".join(span.of(text) for span in cue_spans(text, claim)) or claim.cue or ""
