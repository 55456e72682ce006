"""Two claims side by side: the same, opposed, in tension, a count that rose, or different, with reasons."""

from dataclasses import replace

from sayso.record import Pair, Reason, Testimony
from sayso.weigh.likeness import likeness

SAME = 0.5
_LIKE = {"asserts": "fact", "denies": "fact", "doubts": "doubt", "promises": "promise", "demands": "demand"}


def compare(left: Testimony, right: Testimony, cosine: float) -> Pair:
    """The pair of two claims, the earlier of the canonical order left."""
    alike = likeness(left, right, cosine)
    pair = Pair(left=left.id, right=right.id, likeness=alike, verdict="different")
    if alike < SAME or _LIKE.get(left.stance) != _LIKE.get(right.stance):
        return pair
    for one in left.quantities:
        for two in right.quantities:
            if one.counts and one.counts == two.counts and (one.low, one.high) != (two.low, two.high):
                detail = f"{one.low} and {two.low} {one.counts}"
                reason = Reason(name="figures", detail=detail, left=one.span, right=two.span)
                return replace(pair, verdict="opposed", conflict="figures", reasons=(reason,))
    if (left.stance == "denies") != (right.stance == "denies"):
        return replace(pair, verdict="opposed", conflict="denial", reasons=(Reason(name="denial"),))
    return replace(pair, verdict="same", reasons=(Reason(name="wording", weight=alike),))
