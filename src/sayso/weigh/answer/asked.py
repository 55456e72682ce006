"""What the weighing answers: points and their proofs, as of any moment."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from sayso.errors import NotKept
from sayso.plugs import Scales
from sayso.record import Point, Proof, story_id
from sayso.weigh.answer.points import AT_ONCE, Counting
from sayso.weigh.trace.press import Press


def points(scales: Scales, press: Press, as_of: str | None = None) -> Iterator[Point]:
    """Every point that somebody stands for or against at a UTC moment (null: now), oldest first."""
    leaders = scales.leaders()
    while batch := list(islice(leaders, AT_ONCE)):
        yield from (point for point in points_of(scales, press, batch, as_of).values() if point)


def points_of(
    scales: Scales, press: Press, leaders: Collection[str], as_of: str | None = None
) -> Mapping[str, Point | None]:
    """Leading claim → its point at a UTC moment, null where nobody stands for or against; now (null) what is kept
    ready is not counted anew."""
    kept = scales.counted(leaders, counted_by(press)) if as_of is None else {}
    missing = [one for one in leaders if one not in kept]
    found = counted(scales, press, missing, as_of)
    return {one: kept[one] if one in kept else found[one] for one in leaders}


def counted(scales: Scales, press: Press, leaders: Iterable[str], as_of: str | None = None) -> dict[str, Point | None]:
    """Leading claim → its point, each counted anew."""
    asked = list(leaders)
    proofs = Counting(scales, press, as_of).of(asked)
    stories = _stories(scales, [proof.point for proof in proofs.values()])
    found: dict[str, Point | None] = dict.fromkeys(asked)
    for leader, proof in proofs.items():
        found[leader] = replace(proof.point, story_id=stories.get(proof.point.id))
    return found


def counted_by(press: Press) -> str:
    """What a count hangs on beside the record: the version of the weighing, and the outlets."""
    from sayso.weigh import VERSION

    return f"{VERSION} {press.mark}"


def claim_of(scales: Scales, named: str) -> str:
    """The claim that leads the point an id, or enough of its beginning, names; a whole claim id is itself.

    Raises NotKept.
    """
    if any(True for _ in scales.seats([named])):
        return named
    return leader_of(scales, named)


def proof(scales: Scales, press: Press, point: str, as_of: str | None = None) -> Proof:
    """The proof of the point that an id, or enough of its beginning, names; raises NotKept."""
    leader = leader_of(scales, point)
    found = Counting(scales, press, as_of).of([leader]).get(leader)
    if found is None:
        raise NotKept(f"nobody stood for or against point {point!r} at that time")
    return replace(found, point=replace(found.point, story_id=_stories(scales, [found.point]).get(found.point.id)))


def leader_of(scales: Scales, point: str) -> str:
    """The claim that leads the point an id, or enough of its beginning, names; raises NotKept."""
    named = scales.leading(point)
    if len(named) != 1:
        raise NotKept(f"{point!r} names {'several' if named else 'no'} points" + (": give more of it" if named else ""))
    return named[0]


def _stories(scales: Scales, points: Collection[Point]) -> dict[str, str]:
    """Point id → id of the story that its first claim stands in."""
    first = {point.id: (*point.for_, *point.against)[0] for point in points if point.for_ or point.against}
    texts = {seat.claim_id: seat.text_id for seat in scales.seats(set(first.values()))}
    leads = scales.stories(set(texts.values()))
    found = ((point, leads.get(texts.get(claim, ""))) for point, claim in first.items())
    return {point: story_id(lead) for point, lead in found if lead}
