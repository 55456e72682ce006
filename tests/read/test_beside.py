"""What the rules beside the model make of a page: speakers without cues, refusals, tails, and what is no claim."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from growth import growth
from make import a_reading
from sayso.read.attribute.attributions import Attribution
from sayso.read.attribute.beside import all_told
from sayso.read.attribute.item import Item
from sayso.read.attribute.reader import Attribute
from sayso.read.names.reader import Names
from sayso.read.sentences import Sentences
from sayso.read.sheet import Sheet
from sayso.record import Claim, Reading

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "labelled" / "claims.toml").read_text("utf-8")
)["case"]  # fmt: skip


def before(text: str, headline: str | None = None) -> Reading:
    return Names()(Sentences()(a_reading(text, headline=headline)))


def shown(page: str, claim: Claim) -> list[str]:
    """Source, cue and content as a case writes them."""
    source = " ".join(span.of(page) for span in claim.source_spans)
    return [source, claim.cue or "", claim.content]


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_claims_of_a_page(case: Mapping[str, Any]) -> None:
    """Every claim is there with its source and its cue, none beside them; the rest is the outlet's own."""
    reading = Attribute()(before(case["text"], case.get("headline")))
    told = [shown(reading.page.text, claim) for claim in reading.claims if claim.manner != "own_voice"]
    own = [claim.content for claim in reading.claims if claim.manner == "own_voice"]
    assert (sorted(told), [one for one in case.get("own", []) if one not in own]) == (sorted(case["claims"]), [])


HOSTILE = (
    "“Rain fell.” ", "“Rain fell.”\n\n", "“Rain fell \n\n", "Lind: “No.”\n\n", "Lind: I saw no rain.\n\n",
    "Who fell?\n\nRain fell on Lind.\n\n", "“A b.” “C d.” The first came from Lind, the second from Orla. ",
    "That was the verdict of ", "It was reported that ", "Lind did not respond to a request for comment. ",
    "the mayor, a man, the dog, ", "Dam fell – ministry – ", "the mayor put the toll of the dead ", "( ( ( ",
    "The dam would fall, Lind said. It would rain. ", "Lind’s mayor’s words ", "and the mayor said and ", "07:15 ",
)  # fmt: skip


@pytest.mark.parametrize("part", HOSTILE)
def test_time_grows_with_the_page_and_no_faster(part: str) -> None:
    """A page of one phrase over and over costs in proportion to its length."""
    items = {size: _item(part, size) for size in (150, 600)}
    assert growth(lambda size: all_told(*items[size]), 150) < 9


def _item(part: str, times: int) -> tuple[Item, list[Attribution]]:
    """A page of `part` over and over, with attributions as the model might give them."""
    reading = before("Lind spoke.\n\n" + part * times)
    text = reading.texts[0]
    item = Item(Sheet(reading), text, tuple((span.start, span.end) for span in text.body))
    spans = [(s.start, s.end) for s in item.sentences[::3] if s.end - s.start > 3]
    return item, [Attribution((), ((a, a + 1),), ((a + 1, b),), 0.9, 0.9) for a, b in spans]
