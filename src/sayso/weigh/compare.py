"""Two claims side by side: the same, opposed, in tension, a count that rose, or different, with reasons."""

from dataclasses import replace

from sayso.record import Pair, Reason, Testimony
from sayso.weigh import actors, occasions
from sayso.weigh.exclusion import excluded
from sayso.weigh.figures import Figures, figures
from sayso.weigh.likeness import likeness
from sayso.weigh.polarity import contrary, denied, denies
from sayso.weigh.topic import one_story, topic

SAME = 0.5
SEATED = 0.75  # likeness of a pair that something surer than its wording ties
_LIKE = {"asserts": "fact", "denies": "fact", "doubts": "doubt", "promises": "promise", "demands": "demand"}


def compare(left: Testimony, right: Testimony, cosine: float) -> Pair:
    """The pair of two claims, the earlier of the canonical order left; the verdict is the same either way round.

    First what a denial without content of its own answers, then what must part the two (names, days, figures), then
    what they say of one question.
    """
    pair = Pair(left=left.id, right=right.id, likeness=_alike(left, right, cosine), verdict="different")
    if right.id in left.answers or left.id in right.answers:
        return _opposed(pair, "denial", "answers", "the report that is denied", 0.99)
    if left.answers or right.answers or _LIKE.get(left.stance) != _LIKE.get(right.stance):
        return replace(pair, likeness=min(pair.likeness, SAME / 2))
    if parted := _parted(left, right):
        return replace(pair, likeness=min(pair.likeness, SAME / 2), reasons=(parted,))
    told = figures(left, right)
    if one_story(left, right):
        if ruled := excluded(left, right):
            verdict = "opposed" if ruled == "exclusion" else "in_tension"
            return replace(pair, verdict=verdict, conflict=ruled, reasons=(Reason(name=ruled),))  # type: ignore[arg-type]
    if told and told.found != "agree":
        return _counted(pair, told, left, right)
    return _answered(pair, left, right)


def _alike(left: Testimony, right: Testimony, cosine: float) -> float:
    return max(likeness(left, right, cosine), topic(left, right, cosine))


def _parted(left: Testimony, right: Testimony) -> Reason | None:
    """What shows that two claims tell of different things, however alike they are worded."""
    if names := actors.apart(left, right):
        return Reason(name="names", detail=f"{names[0]} and {names[1]}")
    if occasions.apart(left, right):
        ends = [one.when.span if one.when else None for one in (left, right)]
        return Reason(name="dates", left=ends[0], right=ends[1])
    return None


def _counted(pair: Pair, told: Figures, left: Testimony, right: Testimony) -> Pair:
    """The verdict on two claims whose figures differ."""
    one, two = told.left, told.right
    detail = f"{one.low:g} and {two.low:g} {one.counts or two.counts or one.unit or ''}".strip()
    reason = Reason(name="figures", detail=detail, left=one.span, right=two.span)
    low = replace(pair, likeness=min(pair.likeness, SAME / 2), reasons=(reason,))
    if pair.likeness < SAME or told.found == "apart":
        return low
    if told.found == "rise":
        return replace(pair, verdict="rise", reasons=(reason,))
    return replace(pair, verdict="opposed", conflict="figures", reasons=(reason,))


def _answered(pair: Pair, left: Testimony, right: Testimony) -> Pair:
    """The verdict on two claims that nothing parts: yes and yes, yes and no, or two questions."""
    words = contrary(left, right)
    if words and (pair.likeness >= SAME or _denial(left, right)):
        return _opposed(pair, "denial", "denial", words, max(pair.likeness, SEATED))
    if pair.likeness < SAME:
        return pair
    return replace(pair, verdict="same", reasons=(Reason(name="wording", weight=pair.likeness),))


def _denial(left: Testimony, right: Testimony) -> bool:
    """Whether one of two claims of one story denies in so many words what the other says."""
    one, two = denies(left), denies(right)
    if one == two or not one_story(left, right):
        return False
    return bool(denied(left, right) if one else denied(right, left))


def _opposed(pair: Pair, conflict: str, name: str, detail: str, likeness: float) -> Pair:
    reason = Reason(name=name, detail=" ".join(detail.split())[:120])
    return replace(pair, verdict="opposed", conflict=conflict, likeness=likeness, reasons=(reason,))  # type: ignore[arg-type]
