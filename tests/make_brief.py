"""A brief on the claims of one invented page, with a hostile word in it."""

from dataclasses import replace
from typing import Any

from cli.made import READING
from sayso.publish.jsonld import Site
from sayso.record import Brief, Kept, Line

SITE = Site(name="The Ostrel desk", home="https://desk.example/", logo="https://desk.example/logo.png")
KEPT = {
    claim.id: Kept(
        claim, replace(READING.page, url="https://courier.example/dam", outlet="The Vesna Courier"), READING.texts[0]
    )
    for claim in READING.claims
}
HOSTILE = "</script><!-- \u2028 \x00\ud800 &amp; \u202eeslaf"


def a_brief(**told: Any) -> Brief:
    """A brief of one line a claim."""
    lines = tuple(Line(text=f"Somebody said {row.claim.content}.", claim_ids=(one,)) for one, row in KEPT.items())
    usual: dict[str, Any] = {
        "id": "b7", "story_id": "s1", "at": "2031-03-05T10:00:00+00:00",
        "headline": "Gates opened at Sorrel, ministry says", "lines": lines,
    }  # fmt: skip
    return Brief(**{**usual, **told})
