"""A brief is composed, edited, published, heard and withdrawn at the desk, by forms alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.desk.seen import Seen

from make_weigh import a_news_page
from sayso.catalogue import PLUGS
from sayso.desk import application
from sayso.desk.gate.ticket import hash_of
from sayso.newsroom import Newsroom
from sayso.record import Brief, Drawer, Story, Trailed
from sayso.record.plain import to_plain
from sayso.settings import Settings

NOON = "2031-03-05T12:00:00+00:00"
HEAD = "Fire at the Veld grain depot"
DEAD = "Three workers died in the fire, Interior Minister Aron Pell said."
ROAD = "The road to Orre will stay closed until noon, the prefect Ida Moss said."
DENIED = "No workers died in the fire, the depot's owner Lena Strand said."
OURS = {"Sec-Fetch-Site": "same-origin", "Origin": "http://127.0.0.1"}
TOLD = (
    ("quay", "Quay Herald", "2031-03-05T09:00:00+00:00", (DEAD, ROAD)),
    ("veld", "Veld Post", "2031-03-05T10:00:00+00:00", (DEAD, DENIED)),
)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Newsroom]:
    """A newsroom of two pages whose voice hums."""
    monkeypatch.setitem(PLUGS["voices"], "hum", "make_sound:hum_voice")
    knobs = Settings(voice="hum", sounds=str(tmp_path / "sounds"))
    with Newsroom(f"sqlite:///{tmp_path / 'record.sqlite'}", settings=knobs, clock=lambda: NOON) as opened:
        for name, outlet, captured, lines in TOLD:
            add(opened, tmp_path / f"{name}.html", *lines, outlet=outlet, captured=captured)
        yield opened


@pytest.fixture
def desk(room: Newsroom) -> TestClient:
    """An editor at this machine."""
    told = {"base_url": "http://127.0.0.1", "headers": OURS, "follow_redirects": False}
    return TestClient(application(room), raise_server_exceptions=False, **told)  # type: ignore[arg-type]


@pytest.fixture
def story(room: Newsroom) -> Story:
    """The story that both pages tell."""
    return max(room.stories(), key=lambda one: len(one.text_ids))


@pytest.fixture
def brief(room: Newsroom, story: Story) -> Brief:
    """A brief of it, published."""
    made = room.draft(story.id)
    kept = room.draft_brief(story.id, made.headline, made.lines, by="ada", byline=("Ada Voss",))
    return room.publish_brief(kept.id, by="ada")


def add(room: Newsroom, file: Path, *lines: str, outlet: str, captured: str) -> None:
    """A page of these lines, captured and weighed."""
    file.write_text(a_news_page(HEAD, list(lines)))
    list(room.add([str(file)], url=f"https://{file.stem}.example/veld", outlet=outlet, captured=captured))
    list(room.weigh())


def form_of(desk: TestClient, at: str) -> dict[str, str]:
    """What a browser would send of the form on a page as it is."""
    html = desk.get(at).text
    told = {one["name"]: one.get("value") or "" for tag, one in Seen(html).tags if tag == "input" and "name" in one}
    for piece in html.split("<textarea ")[1:]:
        told[piece.split('name="')[1].split('"')[0]] = piece.split(">", 1)[1].split("</textarea>")[0]
    told.pop("q")
    return {str(name): value for name, value in told.items()}


def newest(room: Newsroom) -> Brief:
    return next(room.briefs(Drawer()))


def test_a_brief_shows_who_wrote_it_when_and_who_reviewed_it(desk: TestClient, room: Newsroom, brief: Brief) -> None:
    """Byline, time with its zone, reading time, review."""
    words = Seen(desk.get(f"/brief/{brief.id}").text).words
    wanted = ("by Ada Voss", "5 March 2031, 12:00 PM UTC", "1 min read", "No editor review is on record")
    assert [one for one in wanted if one not in words] == []
    room.publish_brief(brief.id, by="ada", reviewed_by="Ola Brandt")
    assert "Reviewed by Ola Brandt" in Seen(desk.get(f"/brief/{brief.id}").text).words


def test_each_sentence_leads_to_its_claims_with_speaker_and_outlet(desk: TestClient, brief: Brief) -> None:
    """A reader sees who said it, where, and can go there."""
    page = Seen(desk.get(f"/brief/{brief.id}").text)
    ids = {one for line in brief.lines for one in line.claim_ids}
    assert {f"/claim/{one}" for one in ids} <= set(page.links)
    assert [one for one in ("Aron Pell", "Quay Herald", brief.lines[0].text) if one not in page.words] == []
    assert [
        at for at in page.links if at.startswith("/") and ".mp3" not in at and desk.get(at).status_code != 200
    ] == []


def test_the_disclosure_stands_before_the_player(desk: TestClient, room: Newsroom, brief: Brief) -> None:
    """And the transcript beside it, all of it readable without script."""
    html = desk.get(f"/brief/{brief.id}").text
    places = [html.index(one) for one in (room.sound_disclosure, "<audio controls", "Transcript</summary>")]
    assert places == sorted(places)


def test_without_a_voice_the_page_says_what_to_do(desk: TestClient, room: Newsroom, brief: Brief) -> None:
    """There is no player that cannot play."""
    object.__setattr__(room.settings, "voice", "nobody")
    page = Seen(desk.get(f"/brief/{brief.id}").text)
    assert ([tag for tag, _ in page.tags if tag == "audio"], "This desk has no voice" in page.words) == ([], True)


def test_a_page_is_another_once_its_sound_is_there(desk: TestClient, brief: Brief) -> None:
    """Who has the page as it was gets it anew; the transcript then has its clocks."""
    at = f"/brief/{brief.id}"
    known = {"If-None-Match": desk.get(at).headers["etag"]}
    assert desk.get(at, headers=known).status_code == 304
    desk.get(f"{at}.mp3")
    answer = desk.get(at, headers=known)
    assert (answer.status_code, '<span class="tabular">0:00</span>' in answer.text) == (200, True)


def test_what_was_spoken_is_heard_without_the_voice(desk: TestClient, room: Newsroom, brief: Brief) -> None:
    """The player stands, the feeds carry it; a brief that nobody spoke says what to install."""
    whole = desk.get(f"/brief/{brief.id}.mp3").content
    object.__setattr__(room.settings, "voice", "nobody")
    room._voice = None
    page = Seen(desk.get(f"/brief/{brief.id}").text)
    assert ([tag for tag, _ in page.tags if tag == "audio"], "Speak it anew" in page.words) == (["audio"], False)
    assert desk.get(f"/brief/{brief.id}.mp3").content == whole
    assert f'length="{len(whole)}"' in desk.get("/podcast.rss").text
    room.edit_brief(brief.id, by="ada", version=brief.version, headline="Depot fire")
    answer = desk.get(f"/brief/{brief.id}.mp3")
    assert (answer.status_code, "nobody" in answer.text) == (501, True)


def test_the_json_behind_a_brief_and_the_list(desk: TestClient, brief: Brief) -> None:
    """The same address with .json."""
    assert desk.get(f"/brief/{brief.id}.json").json() == to_plain(brief)
    assert desk.get("/briefs.json").json() == {"briefs": [to_plain(brief)], "next": None}
    assert f"/brief/{brief.id}" in Seen(desk.get("/briefs").text).links


def test_a_brief_is_heard_whole_and_in_parts(desk: TestClient, brief: Brief) -> None:
    """A player asks for the bytes it needs."""
    for kind, media in (("mp3", "audio/mpeg"), ("opus", "audio/ogg")):
        whole = desk.get(f"/brief/{brief.id}.{kind}")
        part = desk.get(f"/brief/{brief.id}.{kind}", headers={"Range": "bytes=10-19"})
        assert (whole.status_code, whole.headers["content-type"].split(";")[0]) == (200, media)
        assert (part.status_code, part.content) == (206, whole.content[10:20])
        assert part.headers["content-range"] == f"bytes 10-19/{len(whole.content)}"
    assert desk.get(f"/brief/{brief.id}.vtt").text.startswith("WEBVTT\n")


def test_a_brief_is_stale_when_a_page_that_it_rests_on_was_edited(
    desk: TestClient, room: Newsroom, brief: Brief, tmp_path: Path
) -> None:
    """Its text and its sound both say so."""
    desk.get(f"/brief/{brief.id}.mp3")
    assert "Stale." not in Seen(desk.get(f"/brief/{brief.id}").text).words
    changed = (DEAD.replace("Three", "Five"), ROAD)
    add(room, tmp_path / "quay.html", *changed, outlet="Quay Herald", captured="2031-03-05T15:00:00+00:00")
    words = Seen(desk.get(f"/brief/{brief.id}").text).words
    assert (words.count("Stale."), "page edited since" in words) == (2, True)


def test_a_draft_composed_from_a_story_is_saved_as_it_stands(desk: TestClient, room: Newsroom, story: Story) -> None:
    """Every line keeps the claims it was composed from."""
    at = f"/story/{story.id}/brief"
    assert at in Seen(desk.get(f"/story/{story.id}").text).links
    answer = desk.post(at, data={**form_of(desk, at), "byline": "Ada Voss, Ola Brandt"})
    made = newest(room)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/brief/{made.id}")
    assert (made.state, made.byline) == ("draft", ("Ada Voss", "Ola Brandt"))
    assert [line.claim_ids for line in made.lines] == [line.claim_ids for line in room.draft(story.id).lines]
    assert desk.get("/briefs.json").json()["briefs"] == []
    assert f"/brief/{made.id}" in Seen(desk.get("/briefs?state=drafts").text).links


def test_a_line_without_a_claim_is_not_saved_and_not_lost(desk: TestClient, room: Newsroom, brief: Brief) -> None:
    """The form comes back with what was typed, and says so at the line."""
    at = f"/brief/{brief.id}/edit"
    told = form_of(desk, at)
    empty = f"{len(brief.lines)}"
    answer = desk.post(at, data={**told, f"text-{empty}": "The moon is full."})
    words = Seen(answer.text).words
    assert (answer.status_code, "A line without claims cannot be saved" in words) == (422, True)
    assert ("The moon is full." in answer.text, newest(room).version) == (True, brief.version)


def test_a_line_is_added_by_the_address_of_its_claim(desk: TestClient, room: Newsroom, brief: Brief) -> None:
    """Enough of an id, or the claim's page, names it; what names nothing is refused."""
    at, claim = f"/brief/{brief.id}/edit", brief.lines[0].claim_ids[0]
    empty = f"{len(brief.lines)}"
    told = {**form_of(desk, at), f"text-{empty}": "Aron Pell said it.", "note": "Who said it"}
    assert desk.post(at, data={**told, f"claims-{empty}": "nothing"}).status_code == 422
    assert desk.post(at, data={**told, f"claims-{empty}": f"http://127.0.0.1/claim/{claim[:12]}"}).status_code == 303
    made = newest(room)
    assert (made.version, made.lines[-1].text, made.lines[-1].claim_ids) == (3, "Aron Pell said it.", (claim,))
    assert (made.state, made.note) == ("published", "Who said it")


def test_what_another_saved_meanwhile_is_not_overwritten(desk: TestClient, room: Newsroom, brief: Brief) -> None:
    """Neither by an edit nor by what is done with a version nobody looked at."""
    told = form_of(desk, f"/brief/{brief.id}/edit")
    room.edit_brief(brief.id, by="ola", version=brief.version, headline="Depot fire, minister says")
    answers = [
        desk.post(f"/brief/{brief.id}/{what}", data={**told, "note": "why"}).status_code
        for what in ("edit", "publish", "withdraw")
    ]
    assert (answers, newest(room).headline) == ([422, 422, 422], "Depot fire, minister says")


def test_a_brief_is_published_reviewed_and_withdrawn(desk: TestClient, room: Newsroom, story: Story) -> None:
    """Each by a form; the reader of a withdrawn one is told why, and hears it no more."""
    at = f"/story/{story.id}/brief"
    page = desk.post(at, data=form_of(desk, at)).headers["location"]
    assert desk.post(f"{page}/publish", data={"version": "1", "reviewed_by": " Ola  Brandt "}).status_code == 303
    assert (newest(room).state, newest(room).reviewed_by) == ("published", "Ola Brandt")
    assert desk.post(f"{page}/withdraw", data={"version": "2", "note": ""}).status_code == 422
    assert desk.post(f"{page}/withdraw", data={"version": "2", "note": "The owner is misnamed"}).status_code == 303
    seen = Seen(desk.get(page).text)
    assert ("The owner is misnamed" in seen.words, [tag for tag, _ in seen.tags if tag == "audio"]) == (True, [])
    assert desk.get(f"{page}.mp3").status_code == 404


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}, {}])
def test_a_form_of_another_site_changes_nothing(room: Newsroom, brief: Brief, headers: dict[str, str]) -> None:
    """Nor does one that does not say where it comes from."""
    stranger = TestClient(application(room), base_url="http://127.0.0.1", headers=headers)
    told = {"version": str(brief.version), "note": "gone"}
    assert stranger.post(f"/brief/{brief.id}/withdraw", data=told).status_code == 403
    assert newest(room).state == "published"


def test_what_is_typed_is_only_ever_words(desk: TestClient, room: Newsroom, brief: Brief) -> None:
    """Markup in a headline, a byline or a note is shown, not run."""
    evil = "<script>alert(1)</script>\u202e"
    told = form_of(desk, f"/brief/{brief.id}/edit")
    desk.post(f"/brief/{brief.id}/edit", data={**told, "headline": evil, "byline": evil, "note": evil, "text-0": evil})
    for at in (f"/brief/{brief.id}", f"/brief/{brief.id}/edit", "/briefs"):
        html = desk.get(at).text
        assert ("<script>alert" in html, "\u202e" in html, "&lt;script&gt;" in html, at) == (False, False, True, at)


def test_a_reader_sees_no_draft_and_writes_nothing(desk: TestClient, room: Newsroom, brief: Brief) -> None:
    """Where people sign in, drafts, forms and withdrawn sounds are for editors."""
    made = room.draft(brief.story_id)
    secret = room.draft_brief(brief.story_id, "Not out yet", made.lines, by="ada")
    room.add_person("rhea", "reader", "$argon2id$v=19$none", by="ada")
    room.make_token("rhea", hash_of("word"), "a test", by="ada")
    guarded = TestClient(
        application(room, guarded=True),
        base_url="http://127.0.0.1",
        headers={"Authorization": "Bearer word"},
    )
    codes = {at: guarded.get(at).status_code for at in (f"/brief/{secret.id}", f"/brief/{secret.id}.mp3")}
    assert set(codes.values()) == {404}
    assert guarded.get(f"/story/{brief.story_id}/brief").status_code == 403
    told = {"version": str(brief.version), "note": "gone"}
    assert guarded.post(f"/brief/{brief.id}/withdraw", data=told).status_code == 403
    page = guarded.get(f"/brief/{brief.id}").text
    assert ("For editors" in page, "Not out yet" in guarded.get("/briefs?state=drafts").text) == (False, False)
    room.withdraw_brief(brief.id, by="ada", note="Misnamed")
    page = guarded.get(f"/brief/{brief.id}").text
    assert ("Misnamed" in page, brief.lines[0].text in page) == (True, False)
    assert guarded.get(f"/brief/{brief.id}.json").json()["lines"] == []


def test_whoever_marks_a_brief_reviewed_reviewed_it(desk: TestClient, room: Newsroom, brief: Brief) -> None:
    """By their own name, whatever a form sends; it stands in the trail. Typed only where nobody signs in."""
    room.add_person("cy", "editor", "$argon2id$v=19$none", by="ada")
    room.make_token("cy", hash_of("word"), "a test", by="ada")
    typed = {"version": str(brief.version), "reviewed_by": "Ada Hol"}
    assert desk.post(f"/brief/{brief.id}/publish", data=typed).status_code == 422
    guarded = TestClient(
        application(room, guarded=True),
        base_url="http://127.0.0.1",
        headers={"Authorization": "Bearer word"},
        follow_redirects=False,
    )
    guarded.post(f"/brief/{brief.id}/publish", data=typed)
    assert room.brief(brief.id).reviewed_by is None
    told = {"version": str(room.brief(brief.id).version), "reviewed": "yes", "reviewed_by": "Ada Hol"}
    assert guarded.post(f"/brief/{brief.id}/publish", data=told).status_code == 303
    assert (room.brief(brief.id).reviewed_by, "Reviewed by" in guarded.get(f"/brief/{brief.id}").text) == ("cy", True)
    last = next(iter(room.acts(Trailed(limit=1))))
    assert (last.by, last.did, last.on) == ("cy", "reviewed a brief", brief.id)
