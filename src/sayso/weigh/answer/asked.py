"""What the weighing answers: points and their proofs, as of any moment."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.errors import NotKept
from sayso.plugs import Scales
from sayso.record import Point, Proof
from sayso.weigh.answer.points import Counting, point_id
from sayso.weigh.answer.told import story_id
from sayso.weigh.trace.press import Press


def points(scales: Scales, press: Press, as_of: str | None = None) -> Iterator[Point]:
    """Every point that somebody stands for or against at a UTC moment (null: now), oldest first."""
    for proof in Counting(scales, press, as_of).proofs(scales.leaders()):
        yield _with_story(proof, scales).point


def claim_of(scales: Scales, named: str) -> str:
    """The claim that leads the point an id, or enough of its beginning, names; a whole claim id is itself.

    Raises NotKept.
    """
    if any(True for _ in scales.seats([named])):
        return named
    return _leader(scales, named)


def proof(scales: Scales, press: Press, point: str, as_of: str | None = None) -> Proof:
    """The proof of the point that an id, or enough of its beginning, names; raises NotKept."""
    found = next(Counting(scales, press, as_of).proofs(iter([_leader(scales, point)])), None)
    if found is None:
        raise NotKept(f"nobody stood for or against point {point!r} at that time")
    return _with_story(found, scales)


def _leader(scales: Scales, point: str) -> str:
    named = [leader for leader in scales.leaders() if point_id(leader).startswith(point.lower()) and point]
    if len(named) != 1:
        raise NotKept(f"{point!r} names {len(named) or 'no'} points" + (": give more of it" if named else ""))
    return named[0]


def _with_story(proof: Proof, scales: Scales) -> Proof:
    """The proof with the story that its point's first claim stands in."""
    claims = (*proof.point.for_, *proof.point.against)
    for seat in scales.seats(claims[:1]):
        leader = scales.stories([seat.text_id]).get(seat.text_id)
        return replace(proof, point=replace(proof.point, story_id=story_id(leader) if leader else None))
    return proof
