"""What stands in words beside a map and a chart: each place, and each figure with who gives it."""

from dataclasses import dataclass

from sayso.desk.shape.mention import Mention, mention
from sayso.newsroom.pictures import Charted, Drawn


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as a list shows it: its name, what is known of where it lies, the pages that tell of it there."""

    name: str
    where: str
    pages: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as a list shows it: its amount in words, and the claim that gives it."""

    amount: str
    mention: Mention


def places(drawn: Drawn) -> tuple[Spot, ...]:
    """The places of a map, those without coordinates too."""
    return tuple(Spot(one.place.name, _where(one.place.lat, one.place.radius_km), len(one.page_ids))
                 for one in drawn.spots)  # fmt: skip


def _where(lat: float | None, radius_km: float | None) -> str:
    if lat is None:
        return "not on the map: where it lies is not known"
    return f"somewhere within {radius_km:,.0f} km" if radius_km else ""


def figure_rows(charted: Charted) -> tuple[Figure, ...]:
    """The figures of a chart, by their time."""
    return tuple(Figure(amount, mention(kept)) for kept, amount in charted.rows)
