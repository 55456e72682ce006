"""How sure a speaker sounds, by the hedges on what is claimed as a whole."""

import re

from sayso.read.chain.phrasing import Phrased, phrased
from sayso.read.chain.stance import stance_of
from sayso.read.chain.why import Why
from sayso.record import Sure

_HEDGES: tuple[tuple[Sure, Phrased], ...] = (
    ("possible", phrased("sure", "possible")),
    ("probable", phrased("sure", "probable")),
    ("probable", phrased("sure", "evidence")),
)
_NONE, _CUE_PROBABLE = phrased("sure", "none"), phrased("sure", "cue")
_CLAUSE = re.compile(
    r"(?<=[\w,]\s)(?:so|because|who|which|whose|when|while|but|after|before|unless|although|though|where|since|until)\s|[;:]\s"
    r"|[.!?]\W*\s|,\s+and\s+(?=(?:the|an?|he|she|it|they|we|i|his|her|its|their)\s)",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"^\W*(?:(?:that|and)\s+)?(?:if|when|because|after|before|unless|although|though|while|once|as|since|until)\s[^,;.!?]{1,160},\s+",
    re.IGNORECASE,
)
_WOULD = re.compile(r"\bcould\b.{1,120}\band\b.{1,80}\bwould\b", re.IGNORECASE)
_FIRST_WORDS = re.compile(r"\s*(?:\S{1,60}\s+){0,20}\S{0,60}")
_OWN_HEDGE = frozenset({"asserts", "doubts", "promises"})  # the rest are certain, whatever they demand or deny


def sure_of(cue: str, content: str) -> Sure:
    """How sure the speaker sounds, by the hedges in the first clause and in the cue."""
    return sure_why(cue, content).value


def sure_why(cue: str, content: str) -> Why[Sure]:
    """The sureness, with the hedge."""
    clause = _clause(content)
    for value, pattern in _HEDGES:
        for place in (clause, cue):
            found = _hedge(pattern, place)
            own = place is cue and pattern is not _HEDGES[-1][1]
            if found and (own or stance_of(cue, content) in _OWN_HEDGE):
                return Why(value, found)
    said = _CUE_PROBABLE.search(cue)
    return Why("probable", said.group()) if said else Why("certain")


def _clause(content: str) -> str:
    """The first words of the first main clause."""
    ahead = _AHEAD.match(content)
    rest = content[ahead.end() :] if ahead else content
    clause = _CLAUSE.split(rest, maxsplit=1)[0]
    first = _FIRST_WORDS.match(clause)
    return first.group() if first else clause


def _hedge(pattern: Phrased, place: str) -> str | None:
    """The first hedge that is one: not "as soon as possible", "could see", the month of May."""
    hedges = list(pattern.finditer(place))
    none = [found.span() for found in _NONE.finditer(place)] if hedges else []
    for found in hedges:
        inside = any(start <= found.start() and found.end() <= end for start, end in none)
        if not inside and found.group() != "May" and not (found.group().lower() == "could" and _WOULD.search(place)):
            return found.group()
    return None
