"""What a page says is only ever words: markup, scripts, reordering marks, nulls and endless words do no harm."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.desk.seen import Seen
from tests.make_pages import kept, said, story

from sayso.desk import application
from sayso.newsroom import Newsroom, open_store
from sayso.record import Listed
from sayso.settings import Settings

TAG = "<script>alert(1)</script><img src=x onerror=alert(2)>"
TURNED = "\u202eevil\u2066 \x07bell \x00null"
ENDLESS = "supercalifragil" * 40
SAID = f"The mayor of Sorrel opened {TAG} the gate {TURNED} {ENDLESS}"
LURE = "javascript:alert(document.domain)//"


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """A record of two pages that attack whoever shows them."""
    store = f"sqlite:///{tmp_path_factory.mktemp('hostile') / 'record.sqlite'}"
    opened = open_store(store, Settings())
    for number, outlet in enumerate((f'"><svg onload=alert(3)> Herald {TURNED}', "'Mail' & <Sons>")):
        claim = said(SAID, "Ola <b>Brandt</b> {{ 7*7 }}")
        reading = story(
            f"{TAG} headline",
            f"{SAID}, Ola <b>Brandt</b> {{{{ 7*7 }}}} said.",
            published=f"2031-03-04T1{number}:00",
            says=[claim],
        )
        opened.put(
            *kept(
                reading,
                url=f"{LURE}{number}",
                outlet=outlet,
                captured=f"2031-03-04T1{number}:30:00+00:00",
                name="evil.txt",
            )
        )
    opened.close()
    with Newsroom(store) as room:
        list(room.weigh())
        yield room


@pytest.fixture(scope="module")
def addresses(newsroom: Newsroom) -> list[str]:
    """A page of every kind, each with its JSON."""
    claim = next(iter(newsroom.claims()))
    point = newsroom.points_of([claim.claim.id])[claim.claim.id]
    own = newsroom.why(point).point.story_id
    pages = [f"/claim/{claim.claim.id}", f"/point/{point}", f"/page/{claim.page.id}", f"/story/{own}"]
    pages += [f"/source/{one.key}" for one in newsroom.voices(Listed())]
    pages += [f"/outlet/{one.key}" for one in newsroom.outlets(Listed())]
    return ["/", "/sources", "/outlets", "/stories?all=true", "/disputes", "/changes", "/search?q=gate", *pages]


@pytest.fixture(scope="module")
def client(newsroom: Newsroom) -> TestClient:
    return TestClient(application(newsroom), base_url="http://127.0.0.1")


def test_no_markup_of_a_page_becomes_markup_of_ours(client: TestClient, addresses: list[str]) -> None:
    """Every tag and attribute on the page is one of our templates'."""
    for at in addresses:
        tags = Seen(client.get(at).text).tags
        strange = [tag for tag, told in tags if tag in ("img", "b") or "onload" in told or "onerror" in told]
        data = "application/ld+json"  # which no browser runs
        scripts = [told.get("src") for tag, told in tags if tag == "script" and told.get("type") != data]
        assert (strange, [one for one in scripts if not one or not one.startswith("/static/")], at) == ([], [], at)


def test_structured_data_is_whole_whatever_a_page_says(client: TestClient, addresses: list[str]) -> None:
    """It is JSON that ends where its element ends."""
    for at in addresses:
        for told in client.get(at).text.split('<script type="application/ld+json">')[1:]:
            words = told.partition("</script>")[0]
            assert (json.loads(words)["@context"], "<" in words, at) == ("https://schema.org", False, at)


def test_no_template_is_filled_twice(client: TestClient, addresses: list[str]) -> None:
    """A speaker called by a template's code keeps the name."""
    for at in addresses:
        assert "Brandt</b> 49" not in client.get(at).text


def test_no_link_leads_where_a_browser_would_run_it(client: TestClient, addresses: list[str]) -> None:
    """Addresses that are neither http nor https are words, not links."""
    links = [link for at in addresses for link in Seen(client.get(at).text).links]
    assert [link for link in links if not link.startswith(("/", "#", "?", "http://", "https://"))] == []


def test_no_reordering_mark_or_control_reaches_the_reader(client: TestClient, addresses: list[str]) -> None:
    """They are shown as their escapes."""
    for at in addresses:
        text = client.get(at).text
        assert ([mark for mark in "\u202e\u2066\x07\x00" if mark in text], at) == ([], at)
    assert "\\u202e" in client.get("/outlets").text


def test_json_keeps_the_words_as_they_are(client: TestClient, newsroom: Newsroom) -> None:
    """A program gets the record's own words, escaped as JSON has it."""
    claim = next(iter(newsroom.claims()))
    assert client.get(f"/claim/{claim.claim.id}.json").json()["content"] == claim.claim.content


@pytest.mark.parametrize("q", ["<script>", '"', "\u202e", "%00", "a" * 400, "'; DROP TABLE page; --", "\\", "{{7*7}}"])
def test_words_searched_for_are_words(client: TestClient, q: str) -> None:
    """What a reader types comes back as text."""
    answer = client.get("/search", params={"q": q})
    assert answer.status_code == 200
    assert [tag for tag, told in Seen(answer.text).tags if tag == "script" and not told.get("src")] == []


def test_half_a_surrogate_pair_does_no_harm(tmp_path: Path) -> None:
    """A page may hold one; JSON and HTML are still UTF-8."""
    from sayso.desk.answer import twin
    from sayso.desk.paper import printed

    assert twin({"words": "a\ud800b"}).body == b'{"words":"a\\ud800b"}'
    assert "\\ud800" in printed("trouble.html", title="a\ud800b", code=404, why="", advice="")
