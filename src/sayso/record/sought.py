"""What somebody wants to see of the points as they stand now."""

from dataclasses import dataclass

from sayso.record.point import Point, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """A choice of points, those that moved last first; every field narrows it, none given means all.

    `standing` are standings of which a point has one; `contested` asks for points that somebody stands against or that
    sit ill with others; `shared` for points on two pages or more, or contested. `story` is the id of a story. `since`
    is a UTC moment: points that moved at it or later. `after` is the (moved, id) of the last point of the page before.
    `limit` 0 means no limit.
    """

    standing: tuple[Standing, ...] = ()
    contested: bool = False
    shared: bool = False
    story: str | None = None
    since: str | None = None
    after: tuple[str, str] | None = None
    limit: int = 50

    def fits(self, point: Point) -> bool:
        """Whether a point is one of the choice, wherever in the order it stands."""
        contested = bool(point.against or point.tensions)
        return (
            (not self.standing or point.standing in self.standing)
            and (not self.contested or contested)
            and (not self.shared or contested or point.pages > 1)
            and (self.story is None or point.story_id == self.story)
            and (self.since is None or (point.moved or "") >= self.since)
        )
