"""The sentence after a bare one may name who stands behind it."""

from dataclasses import replace

import pytest
from tests.make_mentions import mentions, stood
from tests.make_pages import own

from sayso.record import Span
from sayso.weigh.trace.edges import edges
from sayso.weigh.trace.upstream import Upstream
from sayso.weigh.trace.voices import Voices

FACT = "The toll of the storm has risen to nine."


def pointed(after: str) -> tuple[str, str | None]:
    """What a bare sentence rests on, and the name of its speaker, with another sentence after it."""
    row = stood(own(FACT), f"{FACT} {after}")
    (found,) = mentions([row._replace(claim=replace(row.claim, span=Span(0, len(FACT))))])
    return found.basis, found.source.name if found.source else None


@pytest.mark.parametrize(
    ("after", "name"),
    [
        ("The Lake Office for Floods gave the new number at its briefing.", "Lake Office for Floods"),
        ("Mayor Ana Reth confirmed the figure.", "Mayor Ana Reth"),
        ("The number was given by the Lake Office on Monday.", "Lake Office"),
        ("This was announced by Velin Water Company.", "Velin Water Company"),
    ],
)
def test_who_gave_the_number_stands_behind_it(after: str, name: str) -> None:
    """Somebody gave, released or confirmed it."""
    assert pointed(after) == ("voice", name)


@pytest.mark.parametrize("after", ["The Lake Office gave him a medal.", "Ana Reth confirmed her visit.", "It rained."])
def test_other_sentences_point_nowhere(after: str) -> None:
    """What is given has to be what was told."""
    assert pointed(after) == ("none", None)


def test_what_is_withdrawn_keeps_its_edges() -> None:
    """Where nothing stands any more, the edges tell how it once was told."""
    rows = [
        stood(own("The singer has died"), outlet="Harbour Post"),
        stood(own("She is dead", through=["Harbour Post"]), outlet="Lindow Echo", minute=9),
    ]
    ended: list[Upstream] = mentions(rows)

    assert [edge.kind for edge in edges([], Voices(()), {}, ended)] == ["cites"]
