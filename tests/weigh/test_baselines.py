"""The counts of others, on pages where each is right and where each is wrong."""

import pytest
from weighing.baselines import (
    Printed,
    family_count,
    headline_clusters,
    jaccard,
    joined,
    minhash_clusters,
    outlet_count,
    wire_and_grams,
)

BODY = (
    "A mooring line parted at the port of Mornholm shortly after dawn and a grain barge swung across the fairway. "
    "Two tugs held it against the quay for three hours while divers cut the chain."
)
OTHER = "Divers were needed in Mornholm's harbour when a barge broke loose. It blocked the channel until nine."


def page(
    outlet: str, headline: str = "Barge breaks loose in Mornholm harbour", body: str = BODY, **rest: str
) -> Printed:
    return Printed(outlet=outlet, headline=headline, body=body, **rest)


def test_outlets_are_counted_by_name() -> None:
    """However it is written, and however many pages."""
    assert outlet_count([page("The Gull"), page("the gull"), page("Delt Courier")]) == 2


def test_publishers_are_counted_by_family() -> None:
    """An outlet without a known family is its own."""
    assert family_count([page("Gull", family="Tern"), page("Skua", family="Tern"), page("Courier")]) == 2


def test_alike_headlines_are_one_source() -> None:
    """Whatever stands under them."""
    pages = [page("Gull"), page("Courier", body=OTHER), page("Skua", "Harbour blocked for hours by runaway boat")]
    assert headline_clusters(pages) == 2


def test_pages_of_one_wire_are_one_source() -> None:
    """Though their headlines differ."""
    pages = [page("Norda"), page("Norda", "Fairway is free again")]
    assert (headline_clusters(pages), headline_clusters(pages, ["Norda"])) == (2, 1)


def test_a_named_wire_joins_documents() -> None:
    """Only a wire on the list is seen; an outlet that is cited is not."""
    pages = [page("Gull", body=BODY + " (Norda)"), page("Courier", body="The Norda agency said: " + OTHER)]
    assert (wire_and_grams(pages), wire_and_grams(pages, ["Norda"])) == (2, 1)


def test_near_copies_are_one_document() -> None:
    """Fourteen in fifteen words kept; a partial copy is not seen."""
    assert wire_and_grams([page("Gull"), page("Courier", body=BODY + " Nobody was hurt.")]) == 1
    assert wire_and_grams([page("Gull"), page("Courier", body=BODY + " " + OTHER + " " + OTHER)]) == 2


def test_minhash_joins_near_copies() -> None:
    """And leaves what is told in other words."""
    pytest.importorskip("rensa")
    assert minhash_clusters([page("Gull"), page("Courier", body=BODY + " Nobody was hurt.")]) == 1
    assert minhash_clusters([page("Gull"), page("Courier", body=OTHER)]) == 2


def test_links_chain() -> None:
    """Union-find: what is linked to the linked is the same."""
    assert (joined(4, [(0, 1), (1, 2)]), joined(0, [])) == (2, 0)


def test_nothing_shares_nothing() -> None:
    """Two pages without a headline are not alike."""
    assert jaccard(frozenset(), frozenset()) == 0.0
