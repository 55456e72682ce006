"""A denial that says nothing of what it denies ("the report is false"): which claims of its text it answers."""

from collections.abc import Sequence
from functools import cache

from sayso.record import Claim
from sayso.record.fold import folded, words
from sayso.weigh.terms import stem
from sayso.weigh.wordlists import tables

MOST = 8  # claims that one denial answers
LEAD = 4  # claims at the top of a text that a denial answers where the text cites nobody
_POINTING = frozenset({"it", "this", "that", "them", "all", "so"})
_PRINTED = ("published", "republished")  # an outlet that the reader did not know for one
REST = 1  # words beside the dismissal that leave a denial without content of its own


def is_bare(claim: Claim) -> bool:
    """Whether a claim dismisses what others say and tells nothing of it."""
    said = {stem(word) for word in words(claim.content)}
    told = said - _stems("things") - _stems("verdicts") - _stems("frame") - _cited(claim)
    if len(told) > REST:
        return False
    dismissed = bool(said & _stems("verdicts")) or bool(said & {"truth", "true", "substanc", "foundat", "basi"})
    if claim.stance == "denies":
        return bool(said & _stems("things")) or dismissed
    return dismissed and bool(said & _stems("things")) and claim.manner in ("direct", "mixed", "indirect")


def answered(denial: Claim, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Ids of the claims of its text, in reading order, that a bare denial answers.

    What the text has from another outlet, if it cites one; else what stands at its top. Never what else the one who
    denies says, nor another denial.
    """
    speaker = _speaker(denial)
    fit = [one for one in claims if one.id != denial.id and one.stance == "asserts" and not is_bare(one)]
    if set(words(denial.content)) <= _POINTING:  # "denies it": the last thing said before
        return tuple(one.id for one in fit if one.span < denial.span and _speaker(one) != speaker or not speaker)[-1:]
    others = [one for one in fit if not speaker or _speaker(one) != speaker or _outlets(one)]
    fit = others or fit
    cited = [one for one in fit if _outlets(one)]
    if not cited:
        before = [one for one in fit if one.span < denial.span]
        cited = [one for one in before if one.manner != "own_voice"][-2:] or before[:LEAD]
    return tuple(one.id for one in cited[:MOST])


def _speaker(claim: Claim) -> str:
    return folded(claim.speaker.name) if claim.speaker and claim.manner != "own_voice" else ""


def _outlets(claim: Claim) -> bool:
    return any(link.source.kind == "outlet" or link.relation in _PRINTED for link in claim.chain[1:])


def _cited(claim: Claim) -> frozenset[str]:
    """The words of outlets' names as far as they stand in the content: capital letters beside a dismissal."""
    return frozenset(stem(word) for told in claim.content.split()[1:] if told[:1].isupper() for word in words(told))


@cache
def _stems(table: str) -> frozenset[str]:
    return frozenset(map(stem, tables("compare")["dismissal"][table].split()))
