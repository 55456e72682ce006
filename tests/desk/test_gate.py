"""What every request passes: headers, host names, freshness, error pages."""

import pytest
from starlette.testclient import TestClient
from tests.desk.seen import Seen

from sayso.desk import application
from sayso.desk.gate.host import is_loopback, refuse_open_bind
from sayso.errors import SettingsError, StoreError
from sayso.newsroom import Newsroom

ASKED = ("/", "/search?q=call", "/disputes", "/changes", "/nothing", "/static/desk.css", "/search.json?q=call")


@pytest.mark.parametrize("at", ASKED)
def test_every_answer_carries_the_policy(desk: TestClient, at: str) -> None:
    """Only our own files run, nothing is framed, no address leaks; error pages and files too."""
    headers = desk.get(at).headers
    policy = headers["content-security-policy"]
    assert ("script-src 'self'" in policy, "unsafe" in policy, "http" in policy) == (True, False, False)
    told = [headers[name] for name in ("x-content-type-options", "x-frame-options", "referrer-policy")]
    assert told == ["nosniff", "DENY", "no-referrer"]


@pytest.mark.parametrize("at", ASKED[:5])
def test_no_page_holds_script_or_style_of_its_own(desk: TestClient, at: str) -> None:
    """The strict policy would refuse it; structured data is none that runs."""
    tags = Seen(desk.get(at).text).tags
    inline = [
        tag
        for tag, told in tags
        if tag == "style" or (tag == "script" and not told.get("src") and told.get("type") != "application/ld+json")
    ]
    attributes = [name for _, told in tags for name in told if name == "style" or name.startswith("on")]
    assert (inline, attributes) == ([], [])


@pytest.mark.parametrize("at", ASKED[:5])
def test_no_page_takes_anything_from_elsewhere(desk: TestClient, at: str) -> None:
    """No CDN, no remote picture, no tracker."""
    taken = [told.get("src") or told.get("href") or "" for tag, told in Seen(desk.get(at).text).tags if tag != "a"]
    assert [one for one in taken if "//" in one] == []


def test_a_fault_carries_the_policy_too(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of a fault says what to do and shows nothing of its inside."""
    monkeypatch.setattr(Newsroom, "changes_moved", lambda *_: [][1])
    answer = TestClient(application(newsroom), base_url="http://127.0.0.1", raise_server_exceptions=False).get(
        "/changes"
    )
    assert (answer.status_code, "IndexError" in answer.text, "Please report it" in answer.text) == (500, False, True)
    assert "script-src 'self'" in answer.headers["content-security-policy"]


def test_what_has_not_changed_is_not_sent_again(desk: TestClient) -> None:
    """An ETag on pages and on JSON; 304 without a body for whom has it."""
    for at in ("/disputes", "/disputes.json"):
        tag = desk.get(at).headers["etag"]
        again = desk.get(at, headers={"If-None-Match": f'"other", {tag}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)


def test_two_addresses_have_two_tags(desk: TestClient) -> None:
    """A filter in the address is another page."""
    assert desk.get("/disputes").headers["etag"] != desk.get("/disputes?kind=denial").headers["etag"]


def test_a_record_that_is_not_at_hand_is_told(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to do, and without a tag that would keep the trouble."""

    def gone(*_: object, **__: object) -> str:
        raise StoreError("the disk went away")

    monkeypatch.setattr(Newsroom, "tide", gone)
    monkeypatch.setattr(Newsroom, "disputes_moved", gone)
    answer = TestClient(application(newsroom), base_url="http://127.0.0.1").get("/disputes")
    assert (answer.status_code, "The disk went away" in answer.text, "etag" in answer.headers) == (503, True, False)
    assert "sayso doctor" in answer.text


def test_head_answers_without_a_body(desk: TestClient) -> None:
    """As HTTP has it: the headers of GET."""
    answer = desk.head("/disputes")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["etag"] == desk.get("/disputes").headers["etag"]


def test_our_files_are_kept_for_good_under_their_address(desk: TestClient) -> None:
    """The address names the content."""
    at = next(one for one in _files(desk) if "desk.css" in one)
    assert "immutable" in desk.get(at).headers["cache-control"]


def _files(desk: TestClient) -> list[str]:
    return [told.get("href") or "" for tag, told in Seen(desk.get("/").text).tags if tag == "link"]


def test_nothing_outside_our_files_is_served(desk: TestClient) -> None:
    """A path that climbs out finds nothing."""
    for at in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2f..%2fapp.py", "/static//etc/passwd"):
        assert desk.get(at).status_code == 404, at


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example"]
)
def test_a_foreign_name_is_turned_away(desk: TestClient, host: str) -> None:
    """A name server may say that a foreign name is this machine; nothing is told under it."""
    answer = desk.get("/", headers={"Host": host})
    assert (answer.status_code, "Solen" in answer.text) == (421, False)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8765", "localhost:1", "[::1]:8765", "LOCALHOST"])
def test_this_machines_names_are_let_in(desk: TestClient, host: str) -> None:
    """With any port."""
    assert desk.get("/search", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.9.9.9"])
def test_a_bind_to_this_machine_needs_no_users(host: str) -> None:
    """Nobody else can reach it."""
    refuse_open_bind(host, users=0)
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "desk.example", ""])
def test_an_open_bind_without_users_is_refused_with_what_to_do(host: str) -> None:
    """The record of a newsroom is not for everybody on the network."""
    with pytest.raises(SettingsError, match="add a user first"):
        refuse_open_bind(host, users=0)
    refuse_open_bind(host, users=1)


@pytest.mark.parametrize(
    ("at", "status", "words"),
    [
        ("/point/ffff", 404, "Nothing is kept under this address"),
        ("/claim/", 404, "Nothing is kept under this address"),
        ("/page/zz", 404, "Nothing is kept"),
        ("/story/ffff?as_of=2026", 404, "Nothing is kept"),
        ("/disputes?as_of=yesterday", 422, "no ISO time"),
        ("/disputes?kind=quarrel", 422, "Kind"),
        ("/search?q=a&limit=0", 422, "Limit"),
        ("/changes?since=13-13-13", 422, "no ISO time"),
    ],
)
def test_trouble_is_a_page_that_says_what_to_do(desk: TestClient, at: str, status: int, words: str) -> None:
    """It keeps the frame, so that a reader goes on from there."""
    answer = desk.get(at)
    page = Seen(answer.text)
    assert (answer.status_code, words in page.words, "/search" in page.links) == (status, True, True)


def test_trouble_is_json_for_whom_asks_for_json(desk: TestClient) -> None:
    """By the address or by what is accepted."""
    told = desk.get("/point/ffff.json")
    assert (told.status_code, told.json()["status"]) == (404, 404)
    assert desk.get("/point/ffff", headers={"Accept": "application/json"}).json()["status"] == 404


def test_writing_to_a_page_is_refused(desk: TestClient) -> None:
    """Pages are read."""
    assert desk.post("/disputes", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 405


def test_a_claims_id_under_point_is_not_a_point(desk: TestClient, newsroom: Newsroom) -> None:
    """Each address names one kind of thing."""
    page = next(iter(newsroom.pages()))
    assert [desk.get(f"/{kind}/{page.id}").status_code for kind in ("point", "claim", "story")] == [404, 404, 404]


def test_pages_travel_compressed_where_that_is_understood(desk: TestClient) -> None:
    """And whole where it is not; a page known by its ETag is not sent again either way."""
    small, whole = (desk.get("/", headers={"Accept-Encoding": coding}) for coding in ("gzip", "identity"))
    assert (small.headers["content-encoding"], "content-encoding" in whole.headers) == ("gzip", False)
    assert (small.text, int(small.headers["content-length"]) < len(whole.content) / 2) == (whole.text, True)
    assert desk.get("/", headers={"If-None-Match": small.headers["etag"]}).status_code == 304
