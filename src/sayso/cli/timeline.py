"""Stories for people: what was told when, and what moved."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, get_args

from rich.console import RenderableType

from sayso.cli.lists import SHORT, entry
from sayso.cli.proofs import WIDE, place_words, time_words
from sayso.cli.screen import Beside, joined, rule, styled
from sayso.record import Entry, Kept, Moved, Point, Standing, Story, When
from sayso.record.counts import point_words
from sayso.record.sentence import quoted
from sayso.record.wording import counted, shortened

MANY = 2  # pages from which a line of the timeline is shown without being asked for
TITLES = {"report": "as it was reported", "event": "as it is said to have happened"}


def story_entry(story: Story) -> RenderableType:
    """Its title, how much it holds, when it opened and last moved."""
    return entry(story.id, styled((story.title, "headline")), joined(_facts(story)))


def story_head(story: Story, points: Mapping[str, Point]) -> RenderableType:
    """The story, and how many of its points are of which standing."""
    standings = Counter(point.standing for point in points.values())
    words = [f"{standings[one]:,} {one}" for one in get_args(Standing) if standings[one]]
    return entry(story.id, styled((story.title, "headline")), joined(_facts(story)), joined(words))


def _facts(story: Story) -> list[str]:
    facts = [counted(len(story.text_ids), "item"), counted(len(story.point_ids), "point")]
    facts += [counted(len(story.revisions), "change")] if story.revisions else []
    facts += [f"opened {_minute(story.opened)}"] if story.opened else []
    return facts + ([f"last moved {_minute(story.last_moved)} UTC"] if story.last_moved else [])


class Timeline:
    """Lines of a story; `left_out` counts those of one page alone that were not shown."""

    def __init__(self, points: Mapping[str, Point], kept: Mapping[str, Kept], every: bool) -> None:
        self.left_out = 0
        self._points = points
        self._kept = kept
        self._every = every

    def lines(self, entries: Iterable[Entry], by: Literal["event", "report"]) -> Iterator[RenderableType]:
        """The entries under a title, each beside its time; by event without those that tell none."""
        shown = [one for one in entries if (by == "report" or one.when) and self._telling(one)]
        if not shown:
            return
        yield rule(TITLES[by])
        for one in shown:
            yield self._line(one, by)

    def _telling(self, one: Entry) -> bool:
        point = self._points.get(one.point_id or "")
        alone = one.kind == "told" and not (point and is_telling(point))
        if alone and not self._every:
            self.left_out += 1
            return False
        return True

    def _line(self, one: Entry, by: str) -> RenderableType:
        when = _days(one.when) if by == "event" and one.when else _minute(one.reported)
        claim = next((self._kept[claim] for claim in one.claim_ids if claim in self._kept), None)
        kind = "" if one.kind == "told" else f"{one.kind}: "
        point = self._points.get(one.point_id or "")
        where = [place_words(claim) if claim else "", f"point {one.point_id[:SHORT]}" if one.point_id else ""]
        where += [point.standing] if point else []
        return Beside(
            styled((when, "quiet")), 18, (styled((kind, "tag"), quoted(shortened(one.words, WIDE))), joined(where))
        )


def moved_lines(moved: Sequence[Moved], since: str, every: bool) -> Iterator[RenderableType]:
    """Each point that is not what it was: how it moved, its numbers then and now; new ones of one page if asked."""
    yield rule(f"what moved since {since}")
    shown = [one for one in moved if every or one.how != ("new",) or (one.after and is_telling(one.after))]
    if not shown:
        yield styled("nothing that more than one page carries" if moved else "nothing")
    for one in sorted(shown, key=lambda one: (one.how == ("new",), one.how == ("counts",))):
        point = one.after or one.before
        lines = [styled((", ".join(one.how), "tag"), f" · {shortened(point.gist if point else '', WIDE)}")]
        lines += [styled(("then: ", "quiet"), (point_words(one.before), "quiet"))] if one.before else []
        lines += [styled(("now: ", "quiet"), point_words(one.after) if one.after else "nobody stands for it")]
        yield entry(one.point_id, *lines)


def is_telling(point: Point) -> bool:
    """Whether more than one page carries a point, or something stands against it."""
    return bool(point.pages >= MANY or point.against or point.tensions or point.standing == "retracted")


def _days(when: When) -> str:
    """When something is said to have happened, in 16 columns: the day or days, or the minute."""
    first, last = (when.earliest or "")[:10], (when.latest or "")[:10]
    if first == last:
        return time_words(when)[:16]
    return f"{first} to {last[8:]}" if first[:7] == last[:7] and first else f"{first or 'before'} …"


def _minute(iso: str | None) -> str:
    return (iso or "time not known")[:16].replace("T", " ")
