"""What a newsroom draws of a story, out of what is kept ready and no more."""

from collections.abc import Iterator

import pytest
from tests.make_story import burnt

from sayso.newsroom import Newsroom
from sayso.publish.chart import Figure, chart
from sayso.record.moment import stood_from
from sayso.record.wording import source_name


@pytest.fixture
def room() -> Iterator[Newsroom]:
    """A record in memory."""
    with Newsroom("memory:") as opened:
        yield opened


def test_a_chart_is_that_of_every_figure(room: Newsroom) -> None:
    """Only claims that can stand in it are read; it comes out as if all had been."""
    fire = burnt(room)
    every = [
        Figure(
            at=stood_from(row.page, row.text) or "", low=one.low, high=one.high, counts=one.counts or "",
            voice=source_name(row.claim.speaker) if row.claim.speaker else "", bound=one.bound,
        )
        for row, one in room.figures(fire.id)
    ]  # fmt: skip
    drawn = room.charted(room.telling(fire.id).items, fire.point_ids)
    assert (len(every) >= 4, drawn and drawn.svg, room.chart(fire.id)) == (True, chart(every), chart(every))
    assert [words for _, words in drawn.rows] == ["3 people", "5 people", "7 people", "7 people"] if drawn else False


def test_a_correction_of_who_gave_a_figure_stands_in_the_chart(room: Newsroom) -> None:
    """As everywhere; the figure itself is the page's."""
    fire = burnt(room)
    row, _ = room.figures(fire.id)[0]
    room.correct(row.claim.id, "change", by="Ada Hol", hop=1, name="Bo Renn")
    assert "3 people, Bo Renn" in room.chart(fire.id)
