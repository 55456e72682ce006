"""What editors do at the desk: they rule, they look through what waits, and the trail says who did what."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.desk.conftest import NOON, PAGES, TOLD, keep
from tests.desk.seen import Seen
from tests.make_pages import kept, said, story

from sayso.desk import application
from sayso.desk.gate.passwords import hashed
from sayso.desk.gate.ticket import made
from sayso.newsroom import Newsroom
from sayso.record import Pair, Point, Trailed, Weighed

OURS = {"Sec-Fetch-Site": "same-origin", "Accept": "text/html"}
BRIDGE = story(
    "Bridge closed",
    "The bridge is closed, Ana Reth said. The bridge is open, Bo Lunt said. It hums, Cy Mott said.",
    published="2031-03-04T20:00",
    says=[
        said("The bridge is closed", "Ana Reth"),
        said("The bridge is open", "Bo Lunt"),
        said("It hums", "Cy Mott"),
    ],
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record of the sample pages that this module may write to."""
    store = f"sqlite:///{tmp_path_factory.mktemp('editing') / 'record.sqlite'}"
    keep(store, *(PAGES / name for name in TOLD))
    return store


@pytest.fixture
def room(whole: str) -> Iterator[Newsroom]:
    with Newsroom(whole, create=False, clock=lambda: NOON) as opened:
        yield opened


@pytest.fixture
def editor(room: Newsroom) -> TestClient:
    """Somebody who sits at this machine."""
    return at_desk(room)


def at_desk(room: Newsroom) -> TestClient:
    return TestClient(application(room), base_url="http://127.0.0.1", headers=OURS, follow_redirects=False)


def two(room: Newsroom) -> tuple[Point, Point]:
    """Two points that nobody takes for one."""
    found = [point for point in room.points() if point.origins_for[1]]
    return found[0], found[-1]


def claims_of(room: Newsroom, point_id: str) -> frozenset[str]:
    return frozenset(room.why(point_id).claim_ids)


def test_two_points_become_one_and_two_again(editor: TestClient, room: Newsroom) -> None:
    """By a ruling, named by the address of the other; and by a new one that takes it back."""
    one, other = two(room)
    before = claims_of(room, one.id), claims_of(room, other.id)
    told = {"left": one.id, "right": f"http://127.0.0.1:8765/point/{other.id}?as_of=", "note": "one matter\r\nof two"}
    answer = editor.post("/rule", data={**told, "verdict": "same"})
    led = answer.headers["location"]
    page = editor.get(led)
    seen = Seen(page.text)
    assert (answer.status_code, led.endswith("#rulings"), page.status_code) == (303, True, 200)
    assert "The same by at this machine" in seen.words and "one matter of two" in seen.words
    assert claims_of(room, led.split("/")[2].split("#")[0]) == before[0] | before[1]
    ends = [(tag["name"], tag["value"]) for name, tag in seen.tags if name == "input" and tag.get("type") == "hidden"]
    back = editor.post("/rule", data={**dict(ends[:2]), "verdict": "unsure"})
    assert (claims_of(room, one.id), claims_of(room, other.id)) == before
    words = Seen(editor.get(back.headers["location"]).text).words
    assert ("takes back what was ruled" in words, "ruled anew later" in words, "Take it back" in words) == (
        True,
        True,
        False,
    )


@pytest.mark.parametrize(
    ("form", "status", "words"),
    [
        ({"verdict": "same", "right": ""}, 422, "Name the other point"),
        ({"verdict": "perhaps", "right": "1"}, 422, "Verdict is one of same, different, unsure"),
        ({"verdict": "same", "right": "ffffffff"}, 404, "what you wrote stands in the form"),
        ({"verdict": "same", "right": "self"}, 422, "name the same claim"),
    ],
)
def test_a_ruling_that_cannot_be_is_told(
    editor: TestClient, room: Newsroom, form: dict[str, str], status: int, words: str
) -> None:
    """As a page, with what to do; nothing is kept."""
    one, _ = two(room)
    count = len(list(room.rulings(claims_of(room, one.id))))
    told = {**form, "left": one.id, "right": one.id if form["right"] == "self" else form["right"]}
    answer = editor.post("/rule", data=told)
    assert (answer.status_code, words in Seen(answer.text).words) == (status, True)
    assert len(list(room.rulings(claims_of(room, one.id)))) == count


def test_another_sayso_that_writes_is_told_with_what_to_do(editor: TestClient, room: Newsroom, whole: str) -> None:
    """And reading goes on; nothing is kept of it."""
    one, other = two(room)
    with Newsroom(whole, create=False) as busy:
        busy.refused("Cy Mott")
        answer = editor.post("/rule", data={"left": one.id, "right": other.id, "verdict": "different"})
        read = editor.get(f"/point/{one.id}").status_code
    assert (answer.status_code, answer.headers["retry-after"], read) == (503, "10", 200)
    assert "Go back when the other one, such as `sayso add`, has ended" in Seen(answer.text).words
    again = editor.post("/rule", data={"left": one.id, "right": other.id, "verdict": "different"})
    with Newsroom(whole, create=False) as other_one:  # the desk let go of the record at once
        other_one.refused("Cy Mott")
    assert again.status_code == 303


def test_a_reader_sees_no_form_and_may_not_rule(room: Newsroom) -> None:
    """Forms and lists of editors are for editors."""
    room.add_person("Bo Lunt", "reader", hashed("seven gulls over Lindow"), by="a test")
    secret, hash_ = made()
    room.make_token("Bo Lunt", hash_, "", by="a test")
    room.rest()
    headers = {**OURS, "Authorization": f"Bearer {secret}"}
    reader = TestClient(application(room, hosts=(), guarded=True), base_url="https://desk.example", headers=headers)
    page = reader.get(f"/point/{two(room)[0].id}").text
    posts = [tag.get("action") for name, tag in Seen(page).tags if name == "form" and tag.get("method") == "post"]
    assert posts == ["/sign-out"]
    story_id = two(room)[0].story_id or next(iter(room.stories())).id
    asked = [reader.get(at) for at in ("/queue", "/trail.json", f"/story/{story_id}/brief")]
    told = ("/rule", "/review", "/correct", "/correct/undo", f"/story/{story_id}/brief", "/brief/b1/publish")
    asked += [reader.post(at, data={"left": "1"}) for at in told]
    assert {one.status_code for one in asked} == {403}


def test_the_trail_says_who_did_what(editor: TestClient, room: Newsroom) -> None:
    """The last first, by filters and page by page."""
    for name in ("Di Ost", "Ed Uhl", "Fay Orr"):
        room.refused(name, "a test")
    room.rest()
    page = Seen(editor.get("/trail?did=was refused&limit=2").text)
    assert [name in page.words for name in ("Fay Orr", "Ed Uhl", "Di Ost")] == [True, True, False]
    more = next(link for link in page.links if "before=" in link)
    assert "Di Ost" in Seen(editor.get(more).text).words
    told = editor.get("/trail.json?by=Ed Uhl").json()
    assert [(act["by"], act["did"]) for act in told["acts"]] == [("Ed Uhl", "was refused")]
    assert [editor.get(f"/trail?{asked}").status_code for asked in ("did=sang", "since=once", "before=-1")] == [422] * 3


# ── the queue ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def bridge(tmp_path: Path) -> Iterator[Newsroom]:
    """A record with two claims in tension, one of them doubtful, and a page that was missed."""
    with Newsroom(f"sqlite:///{tmp_path}/record.sqlite", clock=lambda: NOON) as opened:
        reading, capture = kept(BRIDGE, url="https://vesna.example/bridge", outlet="Vesna Courier")
        opened._store.put(reading, capture)
        list(opened.weigh())
        left, right = (claim.id for claim in reading.claims[:2])
        pair = Pair(left=left, right=right, likeness=0.4, verdict="in_tension")
        opened._store.put_weighed(Weighed(page_id="", by="a test", pairs=(pair,)))
        list(opened.add([str(tmp_path / "nothing-here.html")]))
        opened.rest()
        yield opened


def test_what_was_missed_is_told_with_why(bridge: Newsroom, tmp_path: Path) -> None:
    """Page by page, the last first; by words, by outlet; the queue and every foot lead there."""
    list(bridge.add([str(tmp_path / name) for name in ("vesna-courier-2.html", "orlo-3.html")]))
    bridge.rest()
    desk = at_desk(bridge)
    assert [("/missed" in Seen(desk.get(at).text).links) for at in ("/queue", "/")] == [True, True]
    first = desk.get("/missed.json?limit=2").json()
    rest = desk.get(f"/missed.json?limit=2&before={first['next']}").json()
    names = [Path(one["what"]).name for one in (*first["missed"], *rest["missed"])]
    assert (names, rest["next"]) == (["orlo-3.html", "vesna-courier-2.html", "nothing-here.html"], None)
    told = {asked: desk.get(f"/missed.json?{asked}").json()["missed"] for asked in ("q=orlo", "outlet=vesna-courier")}
    assert [Path(one["what"]).name for (one,) in told.values()] == ["orlo-3.html", "vesna-courier-2.html"]
    page = desk.get("/missed?q=orlo").text
    assert ("orlo-3.html" in page, "nothing-here" in page, "Earlier" in desk.get("/missed?limit=1").text) == (
        True, False, True,
    )  # fmt: skip
    assert [desk.get(f"/{asked}").status_code for asked in ("queue?kind=missed", "missed?before=a")] == [422, 422]


def test_a_tension_waits_until_somebody_rules(bridge: Newsroom) -> None:
    """From the queue itself, and back to it."""
    desk = at_desk(bridge)
    page = Seen(desk.get("/queue?kind=tension").text)
    told = {tag["name"] or "": tag["value"] or "" for name, tag in page.tags if tag.get("type") == "hidden"}
    answer = desk.post("/rule", data={**told, "verdict": "unsure"})
    assert ("The bridge is closed" in page.words, answer.headers["location"]) == (True, "/queue?kind=tension")
    assert "Nothing waits here" in Seen(desk.get("/queue?kind=tension").text).words
    assert [act.did for act in bridge.acts(Trailed(limit=1))] == ["ruled"]
