"""Points and stories as they stand now, kept ready in dictionaries; see plugs.Scales for what each verb promises."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from sayso.record import Account, Pair, Point, Seat, Sought, Story, point_id, story_id

ACROSS = ("opposed", "in_tension", "rise")  # verdicts by which a claim weighs on another point than its own
NEVER = ""  # `by` of what has to be counted anew
Thing = TypeVar("Thing")


@dataclass
class Kept(Generic[Thing]):
    """A point or story as it was made last, and by what."""

    by: str = NEVER
    thing: Thing | None = None


class MemoryCounts:
    """The half of the memory store that remembers counts."""

    _seats: dict[str, Seat]
    _seated: defaultdict[str, dict[str, None]]
    _accounts: dict[str, Account]
    _pairs: dict[tuple[str, str], Pair]
    _paired: defaultdict[str, set[tuple[str, str]]]
    _leads: dict[str, str]

    def __init__(self) -> None:
        self._points: dict[str, Kept[Point]] = {}
        self._tales: dict[str, Kept[Story]] = {}

    def put_counted(self, counted: Mapping[str, Point | None], by: str) -> None:
        """Keeps the points of leading claims as they stand now; null where nobody stands for or against."""
        self._points.update({one: Kept(by, point) for one, point in counted.items() if one in self._points})

    def put_told(self, stories: Mapping[str, Story | None], by: str) -> None:
        """Keeps the stories of leading texts as they stand now; null for one that has not begun."""
        self._tales.update({one: Kept(by, story) for one, story in stories.items() if one in self._tales})

    def counted(self, leaders: Collection[str], by: str) -> Mapping[str, Point | None]:
        """Leading claim → its point, of those that are counted by this and hold still."""
        return {one: self._points[one].thing for one in leaders if one in self._points and self._points[one].by == by}

    def uncounted(self, by: str) -> Iterator[str]:
        """Leading claims of the points that have to be counted anew."""
        return iter(sorted(one for one, kept in self._points.items() if kept.by != by))

    def leading(self, beginning: str) -> list[str]:
        """The leading claims of points whose ids begin so, two at most."""
        return _beginning(beginning, self._points, point_id)

    def listed(self, sought: Sought) -> Iterator[tuple[str, Point]]:
        """(leading claim, its point as it was counted last) of a choice, those that moved last first."""
        found = [(one, kept.thing) for one, kept in self._points.items() if kept.thing and _fits(kept.thing, sought)]
        found.sort(key=lambda both: (both[1].moved or "", both[1].id), reverse=True)
        return islice(found, sought.limit or None)

    def told_now(self, leaders: Collection[str], by: str) -> Mapping[str, Story | None]:
        """Leading text → its story, of those that are made by this and hold still."""
        return {one: self._tales[one].thing for one in leaders if one in self._tales and self._tales[one].by == by}

    def untold(self, by: str) -> Iterator[str]:
        """Leading texts of the stories that have to be made anew."""
        return iter(sorted(one for one, kept in self._tales.items() if kept.by != by))

    def story_leading(self, beginning: str) -> list[str]:
        """The leading texts of stories whose ids begin so, two at most."""
        return _beginning(beginning, self._tales, story_id)

    def stories_moved(
        self, after: tuple[str, str] | None = None, *, items: int = 1, limit: int = 50
    ) -> Iterator[tuple[str, Story]]:
        """(leading text, its story as it was made last) of stories of so many items, those that moved last first.

        `after` is the (last_moved, id) of the last story of the page before.
        """
        found = [(one, kept.thing) for one, kept in self._tales.items() if kept.thing]
        found = [(one, story) for one, story in found if len(story.text_ids) >= items]
        found.sort(key=lambda both: (both[1].last_moved or "", both[1].id), reverse=True)
        later = [both for both in found if after is None or (both[1].last_moved or "", both[1].id) < after]
        return islice(later, limit or None)

    # ── what has to be counted anew ─────────────────────────────────────────────────────────────────────────

    def unsettle(self, claim_ids: Iterable[str], leaders: Iterable[str] = ()) -> None:
        """Marks what may count otherwise now that something about these claims has changed; see unsettle.py."""
        claims = set(claim_ids)
        for one in list(claims):
            pairs = (self._pairs[ends] for ends in self._paired.get(one, ()))
            claims |= {end for pair in pairs if pair.verdict in ACROSS for end in (pair.left, pair.right)}
        for leader in set(leaders) | {self._seats[one].leader for one in claims if one in self._seats}:
            held = self._seated.get(leader)
            if not held:
                self._points.pop(leader, None)
                continue
            self._points.setdefault(leader, Kept()).by = NEVER
            for one in held:
                if story := self._tales.get(self._leads.get(self._seats[one].text_id, "")):
                    story.by = NEVER

    def unsettle_stories(self, leaders: Iterable[str]) -> None:
        """Marks the stories of these leading texts, new ones too; those that lead nothing any more are dropped."""
        leading = set(self._leads.values())
        for one in leaders:
            if one in leading:
                self._tales.setdefault(one, Kept()).by = NEVER
            else:
                self._tales.pop(one, None)


def _beginning(beginning: str, kept: Iterable[str], id_of: Callable[[str], str]) -> list[str]:
    start = beginning.lower()
    return [one for one in kept if start and id_of(one).startswith(start)][:2]


def _fits(point: Point, sought: Sought) -> bool:
    return sought.fits(point) and (sought.after is None or (point.moved or "", point.id) < sought.after)
