"""What a claim does to its content: asserts, denies, doubts, promises, demands or declines."""

from dataclasses import replace
from functools import lru_cache

from sayso.read.chain.acts import act_of, doubt_in
from sayso.read.chain.cues import by_cue
from sayso.read.chain.phrasing import phrased, plain
from sayso.read.chain.why import Why
from sayso.read.verbs import listed
from sayso.record import Stance

_ORDER: tuple[Stance, ...] = ("declines", "doubts", "denies", "demands", "promises")
_PHRASES = tuple((stance, plain(listed("stance_phrases", stance))) for stance in _ORDER)
_UNANSWERED = phrased("declines", "cue")
_REACH = 24  # characters of the content that may complete a phrase of the cue ("declined to" … "comment")


def stance_of(cue: str, content: str) -> Stance:
    """The stance of a cue towards its content; both are the words as printed.

    A threat or a vow is a promise; a negative event ("did not object") is asserted; what others said is denied.
    """
    return stance_why(cue, content).value


@lru_cache(maxsize=256)
def stance_why(cue: str, content: str) -> Why[Stance]:
    """The stance, with the words of cue or content that make it other than an assertion."""
    found = by_phrase(cue, content) or by_cue(cue, content) or doubt_in(cue) or act_of(cue, content) or Why("asserts")
    return found if found.words is None else replace(found, words=_as_printed(found.words, cue, content))


def _as_printed(words: str, cue: str, content: str) -> str | None:
    """The words as they stand in cue or content; of words that run from one into the other, those in the content."""
    row = words.split()
    tails = (words, *(" ".join(row[k:]) for k in range(1, len(row))))
    return next((tail for tail in tails if tail in cue or tail in content), None)


def by_phrase(cue: str, content: str) -> Why[Stance] | None:
    """The stance that a phrase of the cue settles, whatever its verb ("had no comment on")."""
    joined = f"{cue} {content[:_REACH]}"
    for stance, pattern in _PHRASES:
        found = pattern.search(joined)
        if found and found.start() < len(cue):
            return Why(stance, joined[found.start() : min(found.end(), len(cue))].strip())
    unanswered = _UNANSWERED.search(cue)
    if unanswered and not content.lstrip().lower().startswith("that "):
        return Why("declines", unanswered.group())
    return None
