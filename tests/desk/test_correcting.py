"""What an editor corrects of who said something: shown as corrected, with what the page printed, and taken back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.desk.conftest import NOON
from tests.desk.seen import Seen
from tests.make_pages import kept, own, said, story

from sayso.desk import application
from sayso.newsroom import Newsroom
from sayso.record import Claim, Trailed

OURS = {"Sec-Fetch-Site": "same-origin", "Accept": "text/html"}
EMPTY = {"hop": "", "name": "", "described_as": "", "kind": "", "relation": "", "scope": "", "note": ""}
DAM = story(
    "Gates opened at Sorrel",
    "Two gates were opened, Ana Reth told the Lindow Echo. The river rose. It fell, Ana Reth said.",
    published="2031-03-04T20:00",
    says=[
        said("Two gates were opened", "Ana Reth", through=["Lindow Echo"]),
        own("The river rose"),
        said("It fell", "Ana Reth"),
    ],
)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(f"sqlite:///{tmp_path}/record.sqlite", clock=lambda: NOON) as opened:
        reading, capture = kept(DAM, url="https://vesna.example/dam", outlet="Vesna Courier")
        first, *rest = reading.claims
        opened._store.put(replace(reading, claims=(replace(first, score=0.3), *rest)), capture)
        opened.rest()
        yield opened


@pytest.fixture
def desk(room: Newsroom) -> TestClient:
    return TestClient(application(room), base_url="http://127.0.0.1", headers=OURS, follow_redirects=False)


def claim(room: Newsroom, words: str) -> Claim:
    return next(one.claim for one in room.claims() if one.claim.content.startswith(words))


def corrected(desk: TestClient, of: Claim, **told: str) -> str:
    """What the claim's page says once a correction was sent."""
    answer = desk.post("/correct", data={**EMPTY, "claim": of.id, **told})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/claim/{of.id}#corrections")
    return Seen(desk.get(f"/claim/{of.id}").text).words


def test_a_name_is_corrected_with_what_the_page_printed_beside_it(desk: TestClient, room: Newsroom) -> None:
    """In this claim alone; taken back, the page is as it was, and says that it was corrected."""
    one = claim(room, "Two gates")
    words = corrected(desk, one, what="change", hop="2", name="Anna Reth", note="her own spelling")
    assert "Anna Reth" in words and "It was read as Ana Reth" in words and "her own spelling" in words
    assert "Anna Reth" not in Seen(desk.get(f"/claim/{claim(room, 'It fell').id}").text).words
    assert desk.get(f"/claim/{one.id}.json").json()["chain"][2]["source"]["name"] == "Anna Reth"
    page = Seen(desk.get(f"/claim/{one.id}").text)
    id_ = next(tag["value"] for _, tag in page.tags if tag.get("name") == "correction")
    answer = desk.post("/correct/undo", data={"correction": id_ or "", "back": f"/claim/{one.id}#corrections"})
    words = Seen(desk.get(answer.headers["location"]).text).words
    assert ("It was read as" in words, "Taken back: Ana Reth is Anna Reth" in words) == (False, True)
    assert desk.get(f"/claim/{one.id}.json").json()["chain"][2]["source"]["name"] == "Ana Reth"
    assert [act.did for act in room.acts(Trailed(limit=2))] == ["undid", "corrected"]


def test_a_name_is_corrected_wherever_it_stands(desk: TestClient, room: Newsroom) -> None:
    """On the pages of all its claims; an unnamed voice may be anybody, so not that."""
    corrected(desk, claim(room, "Two gates"), what="change", hop="2", name="Anna Reth", scope="everywhere")
    words = Seen(desk.get(f"/claim/{claim(room, 'It fell').id}").text).words
    assert "It was read as Ana Reth" in words and "wherever it is named" in words


def test_a_correction_is_shown_on_the_points_page(desk: TestClient, room: Newsroom) -> None:
    """Who stands behind it is called by the corrected name, in its JSON too, and as before once it is taken back."""
    list(room.weigh())
    one = claim(room, "Two gates")
    point = room.points_of([one.id])[one.id]
    before = room.why(point)
    corrected(desk, one, what="change", hop="2", name="Anna Reth", scope="everywhere")
    kept = room.kept([one.id])[one.id]
    assert [link.source.name for link in kept.claim.chain] == ["Vesna Courier", "Lindow Echo", "Anna Reth"]
    voices = [origin.source.name for origin in before.origins_for]
    assert [origin.source.name for origin in room.why(point).origins_for] == [
        "Anna Reth" if voice == "Ana Reth" else voice for voice in voices
    ]
    room.undo_correction(next(iter(room.corrections(["person-ana-reth"]))).id, by="a test")
    assert room.why(point) == before


def test_a_hop_is_struck(desk: TestClient, room: Newsroom) -> None:
    """What was struck is told under the chain."""
    one = claim(room, "Two gates")
    words = corrected(desk, one, what="strike", hop="1")
    chain = desk.get(f"/claim/{one.id}.json").json()["chain"]
    assert "struck out of this chain: Lindow Echo" in words
    assert [link["source"]["name"] for link in chain] == ["Vesna Courier", "Ana Reth"]


def test_a_voice_is_added(desk: TestClient, room: Newsroom) -> None:
    """Between two that are there, and behind an outlet's own voice, which then is the outlet's own no more."""
    words = corrected(desk, claim(room, "It fell"), what="add", hop="1", name="Norda", kind="outlet")
    assert "Added by an editor; the page does not name it here" in words and "before Ana Reth" in words
    words = corrected(desk, claim(room, "The river"), what="add", hop="1", described_as="a lock keeper")
    assert words.index("A lock keeper") < words.index("Through whom")


def test_a_doubtful_claim_waits_until_it_is_corrected_or_left(desk: TestClient, room: Newsroom) -> None:
    """The queue leads to the form, and takes the word that it is right."""
    one = claim(room, "Two gates")
    page = Seen(desk.get("/queue").text)
    assert ("Certainty of the reading 30 %" in page.words, f"/claim/{one.id}#corrections" in page.links) == (True, True)
    assert [told["id"] for told in desk.get("/queue.json").json()["waiting"]] == [one.id]
    assert desk.post("/review", data={"claim": one.id, "back": "/queue?kind=doubtful"}).status_code == 303
    assert "Nothing waits here" in Seen(desk.get("/queue").text).words


@pytest.mark.parametrize(
    ("told", "status", "words"),
    [
        ({"what": "change", "hop": "2"}, 422, "gives a name, a kind, a description or a relation"),
        ({"what": "change", "hop": "9", "name": "Di Ost"}, 422, "there is no hop 9"),
        ({"what": "change", "hop": "x", "name": "Di Ost"}, 422, "Choose the voice"),
        ({"what": "strike", "hop": "0"}, 422, "the second of a chain"),
        ({"what": "undo", "hop": "1"}, 422, "What is one of change, strike, add"),
        ({"what": "change", "hop": "2", "name": "Di Ost", "kind": "gull"}, 422, "Kind is one of"),
        ({"what": "change", "hop": "3", "name": "Di Ost", "scope": "everywhere"}, 422, "only a voice with a name"),
        ({"what": "strike", "hop": "1", "claim": "ffffffff"}, 404, "Nothing was kept"),
    ],
)
def test_a_correction_that_cannot_be_is_told(
    desk: TestClient, room: Newsroom, told: dict[str, str], status: int, words: str
) -> None:
    """As a page, and nothing is kept."""
    one = claim(room, "Two gates")
    answer = desk.post("/correct", data={**EMPTY, "claim": one.id, **told})
    assert (answer.status_code, words.lower() in Seen(answer.text).words.lower()) == (status, True)
    assert list(room.corrections([one.id])) == []


def test_hostile_words_of_an_editor_are_words(desk: TestClient, room: Newsroom) -> None:
    """A name with markup and reordering characters is shown harmlessly."""
    one = claim(room, "It fell")
    corrected(desk, one, what="change", hop="1", name="<script>alert(1)</script>\u202e", note="<b>why</b>")
    page = desk.get(f"/claim/{one.id}").text
    assert ("<script>alert" in page, "<b>why" in page, "\u202e" in page) == (False, False, False)
