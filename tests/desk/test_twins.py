"""Every element of a news page has its twin on ours: of the page that we capture, and of what we publish ourselves."""

import json
import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from tests.desk.seen import Seen

from sayso.catalogue import PLUGS
from sayso.desk import application
from sayso.newsroom import Newsroom
from sayso.settings import Settings

NOON = "2031-03-10T12:00:00+00:00"
PAGE = """ date 2031-03-09 Skip to content
Veld warns Orlo over the dam, HE reports

by Ina Morrow March 9, 2031 9:57 PM 2 min read
President Mara Veld speaks at the quay of Ostrel on March 2, 2031. The quay had been closed for a week. \
(Tomas Rill/Norda)
This audio is created with AI assistance

President Mara Veld warned Prime Minister Ivo Tarn of Orlo by telephone on March 7 not to close the \
Sorrel dam, people familiar with the call told the Harbour Echo.

During the call Veld said that the lower valley had water for nine days, said one person familiar with \
the talk. The sources asked for anonymity to discuss a private call.

Orlo's government was told of the warning in advance and did not object to it, according to two people \
familiar with the matter.

Talks on the dam to begin in Ostrel, minister says
"The invitation has been accepted," Foreign Minister Jana Sorel said in Ostrel at a press conference.
Author: Ina Morrow
2:20 PM

Largest flood drill in ten years held at Ostrel.

Firefighters moved 700 people from the quay in two hours, the harbour office reported on March 9.
4:34 AM

Orlo prepares new rules for dams.

"We have to act before the spring," Foreign Minister Jana Sorel said at a news conference in Ostrel.
2:25 PM  (Updated: )

Pumps fail in the lower valley, source says.

The water office reported on March 8 that four of nine pumps had stopped. A source told the Courier that \
all nine had.
"""


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """A newsroom of that page, of an outlet of its own."""
    folder = tmp_path_factory.mktemp("twins")
    plug = pytest.MonkeyPatch()
    plug.setitem(PLUGS["voices"], "hum", "make_sound:hum_voice")
    (folder / "page.txt").write_text(PAGE, "utf-8")
    knobs = Settings(voice="hum", sounds=str(folder / "sounds"))
    with Newsroom(f"sqlite:///{folder}/record.sqlite", settings=knobs, clock=lambda: NOON) as opened:
        list(opened.add([str(folder / "page.txt")], outlet="The Vesna Courier"))
        list(opened.weigh())
        list(opened.settle())
        opened.rest()
        yield opened
    plug.undo()


@pytest.fixture(scope="module")
def desk(room: Newsroom) -> TestClient:
    return TestClient(application(room), base_url="http://127.0.0.1")


@pytest.fixture(scope="module")
def captured(desk: TestClient, room: Newsroom) -> str:
    """The page as captured."""
    return desk.get(f"/page/{next(room.pages()).id}").text


@pytest.fixture(scope="module")
def brief(desk: TestClient, room: Newsroom) -> str:
    """A brief of ours on its story, published."""
    story = next(one for one in room.stories_moved(items=1) if "Veld warns" in one.title)
    made = room.draft(story.id)
    kept = room.draft_brief(story.id, made.headline, made.lines, by="ada", byline=("Ada Voss",))
    room.publish_brief(kept.id, by="ada", reviewed_by="Cy Mott")
    return desk.get(f"/brief/{kept.id}").text


def flat(html: str) -> str:
    return Seen(html).words


@pytest.mark.parametrize("kind", ["captured", "brief"])
def test_the_first_link_leads_past_the_head(request: pytest.FixtureRequest, kind: str) -> None:
    """To where the content begins."""
    page = Seen(request.getfixturevalue(kind))
    assert (page.links[0], "main" in page.ids) == ("#main", True)


def test_the_headline_stands_with_its_tail_as_data(captured: str, room: Newsroom) -> None:
    """As printed; who reports it is a voice of its claim."""
    head = re.search(r"<h1[^>]*>(.*?)</h1>", captured, re.S)
    assert head and flat(re.sub(r"<a.*?</a>", "", head[1])) == "Veld warns Orlo over the dam, HE reports"
    chain = next(one.claim.chain for one in room.claims() if "warns" in one.claim.content)
    assert "Harbour Echo" in str([link.source.name for link in chain])


def test_byline_time_and_reading_time_stand_under_it(captured: str, brief: str) -> None:
    """With a date in the page's data; ours with a zone."""
    assert "by Ina Morrow 9 March 2031, 9:57 PM, zone not printed 2 min read" in flat(captured)
    assert '<time datetime="2031-03-09T21:57' in captured
    assert ("by Ada Voss 10 March 2031, 12:00 PM UTC" in flat(brief), "1 min read" in flat(brief)) == (True, True)
    assert f'<time datetime="{NOON}"' in brief


def test_caption_and_credit_stand_apart(captured: str) -> None:
    """Each labelled."""
    words = flat(captured)
    assert "caption President Mara Veld speaks at the quay of Ostrel on March 2, 2031. The quay had been" in words
    assert "credit (Tomas Rill/Norda)" in words


def test_the_disclosure_comes_before_the_player(captured: str, brief: str) -> None:
    """On the page captured it is labelled; on ours the player follows, with a transcript beside it."""
    assert "disclosure This audio is created with AI assistance" in flat(captured)
    places = [brief.index(one) for one in ('class="aside disclosure"', "<audio controls", 'id="transcript"')]
    assert places == sorted(places)


def test_the_related_card_is_a_card(captured: str, brief: str) -> None:
    """With its headline, quote and author; the page leads to its story, a brief to a card of it."""
    words = flat(captured)
    card = words[words.index("Card, a teaser for another story") :]
    assert [one in card[:700] for one in ("Talks on the dam to begin in Ostrel", "accepted", "Author: Ina Morrow")] == [
        True, True, True,
    ]  # fmt: skip
    assert "The story that this page tells" in words
    assert re.search(r'class="card" aria-labelledby="related".*?href="/story/', brief, re.S)


def test_items_of_the_feed_keep_their_clocks_and_updates(desk: TestClient) -> None:
    """Under the days they came out; an update whose time was lost says so, and brackets are never empty."""
    page = desk.get("/").text
    words = flat(page)
    days = ("Sunday, 9 March 2031", "2:20 PM", "4:34 AM", "Saturday, 8 March 2031", "2:25 PM")
    assert [words.index(one) for one in days] == sorted(words.index(one) for one in days)
    for head in ("Largest flood drill in ten years", "Orlo prepares new rules", "Pumps fail in the lower valley"):
        assert head in words
    assert ("(Updated, time not captured)" in words, "(Updated: )" in words, "()" in words) == (True, False, False)
    items = [one for one in json.loads(desk.get("/feed.json").text)["items"] if one["item"]]
    assert [one["item"]["text"]["updated"] is not None for one in items].count(True) == 1
