"""Structured data is what schema.org allows and nothing that the record does not know."""

import json
from dataclasses import replace
from typing import Any

import pytest

from cli.made import ARTICLE, DENIED, PROMISED, READING, RELAYED
from make_brief import HOSTILE, KEPT, SITE, a_brief
from make_feed import SOUND, a_feed, an_item
from sayso.publish import jsonld
from sayso.publish.jsonld import Node
from sayso.record import Story
from strict import strict

STORY = Story(id="s1", title="Gates at Sorrel", opened="2031-03-05T10:00:00", last_moved="2031-03-06T10:00:00")


def an_article(**told: Any) -> Node:
    return jsonld.news_article(a_brief(**{"byline": ("Ina Morrow",), **told}), SITE, KEPT, sound=SOUND)


@pytest.mark.parametrize(
    "node",
    [
        an_article(reviewed_by="Ulf Sand"),
        jsonld.live_blog(a_feed(an_item(), an_item(published=None)), SITE, began="2031-03-01T08:00:00+02:00"),
        jsonld.claim(KEPT[PROMISED.id], SITE, first=KEPT[RELAYED.id]),
        jsonld.quotation(KEPT[PROMISED.id], "We will pay every family,"),
        jsonld.image_object(ARTICLE.captions[0]),
        jsonld.captured_page(READING, SITE),
        jsonld.story_article(STORY, SITE, list(KEPT.values())),
        jsonld.audio_object(SOUND),
    ],
    ids=lambda node: node["@type"],
)
def test_a_strict_reader_of_schema_org_takes_it(node: Node) -> None:
    assert strict(node) is not None


def test_an_article_says_who_reviewed_it_and_what_it_is_based_on() -> None:
    found = an_article(reviewed_by="Ulf Sand")
    assert (found["headline"], found["timeRequired"], found["editor"]["name"], found["isBasedOn"]) == (
        "Gates opened at Sorrel, ministry says", "PT1M", "Ulf Sand", ["https://courier.example/dam"],
    )  # fmt: skip
    assert "editor" not in an_article()
    assert found["author"] == [{"@type": "Person", "name": "Ina Morrow"}]
    assert an_article(byline=())["author"]["name"] == "The Ostrel desk"
    assert [one["@id"] for one in found["mentions"]] == [f"{SITE.home}claim/{one}" for one in KEPT]


def test_an_article_says_when_it_came_out_and_when_it_changed() -> None:
    """Its first time is when it was published; it changed only if a later version was saved."""
    out, at = "2031-03-05T10:00:00+00:00", "2031-03-06T08:00:00+00:00"
    fresh, edited = (an_article(state="published", published=out, at=one) for one in (out, at))
    assert (fresh["datePublished"], "dateModified" in fresh) == (out, False)
    assert (edited["datePublished"], edited["dateModified"]) == (out, at)


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
    rule = replace(SOUND, source_type="AlgorithmicMediaDigitalSource")
    neural, rules = (jsonld.audio_object(one)["digitalSourceType"] for one in (SOUND, rule))
    assert "digitalSourceType" not in jsonld.audio_object(replace(SOUND, synthetic=False))
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
