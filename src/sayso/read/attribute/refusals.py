"""Refusals to speak that the model leaves alone: "did not respond to a request", "would not say what for"."""

import re
from collections.abc import Iterator

from sayso.read.attribute.attributions import Attribution
from sayso.read.attribute.item import Item, Place, Told
from sayso.read.attribute.subjects import clause_starts, phrase_at, subject, with_apposition
from sayso.read.attribute.wording import ASKED, REFUSALS
from sayso.read.verbs import any_of
from sayso.read.words import phrases

SURE = 0.85
_REFUSAL = re.compile(rf"\b(?P<cue>{any_of(REFUSALS)})\b")
_REST = re.compile(
    r"\s*(?P<rest>[^.;:!?“”\"\n]*?)(?=[.;:!?“”\"\n]|,|\s(?:when|but|after|before|because|citing|saying|and\s+(?:said|would|has|had|did|the|a|an|[^\W\d_a-z]\w*))\b|$)"
)
_HELPERS = frozenset(phrases("grammar", "helpers"))


def refusals(item: Item, told: Told) -> Iterator[Attribution]:
    """The attributions of refusals that no cue found so far has."""
    for sentence in item.sentences:
        for found in _REFUSAL.finditer(item.page, sentence.start, sentence.end):
            if item.quotes_in(*found.span()) or any(_cued(a, found.span()) for a in told.meeting(*found.span())):
                continue
            parts = _parts(item, found.span(), sentence.end)
            source = _who(item, sentence.start, found.start()) if parts else None
            if parts and source:
                yield Attribution((source,), (parts[0],), (parts[1],), SURE, SURE)


def _cued(one: Attribution, place: Place) -> bool:
    return any(start < place[1] and place[0] < end for start, end in one.cue)


def _parts(item: Item, cue: Place, end: int) -> tuple[Place, Place] | None:
    """The cue and what was refused: the last word of the phrase where nothing follows; None where it is no speech."""
    rest = _REST.match(item.page, cue[1], end)
    words = item.page[rest.start("rest") : rest.end("rest")].split() if rest else []
    phrase = item.page[cue[0] : cue[1]].split()
    told = {word.strip("’'s,").lower() for word in (*phrase, *words[:8])}
    if ASKED.isdisjoint(told) and "say" not in phrase:
        return None
    if rest and words and phrase[-1] != "comment":
        return cue, rest.span("rest")
    if phrase[-1] == "drawn":
        return None
    last = len(" ".join(phrase[-2:])) if phrase[-2:-1] == ["no"] else len(phrase[-1])
    if rest and words:
        return (cue[0], cue[1] - last - 1), (cue[1] - last, rest.end("rest"))
    return ((cue[0], cue[1] - last - 1), (cue[1] - last, cue[1])) if len(phrase) > 1 else None


def _who(item: Item, start: int, end: int) -> Place | None:
    """The phrase right before a refusal, or whom its sentence is about."""
    row = item.row(max(start, end - 300), end)
    for k in reversed(list(clause_starts(item, row))):
        found = phrase_at(item, row, k)
        if found is None:
            continue
        found = with_apposition(item, found, end)
        between = item.page[found.end : end].split()
        if all(word in _HELPERS or word.endswith("ly") for word in between):
            return found.place
    first = subject(item, start, end)
    return first.place if first else None
