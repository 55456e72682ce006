"""Who comes in where other machines reach the desk: sign-in, tokens, roles, forms that come from elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.desk.seen import Seen

from sayso.desk import application
from sayso.desk.form import inside
from sayso.desk.gate.brake import Brake
from sayso.desk.gate.passwords import fits, hashed
from sayso.desk.gate.ticket import COOKIE, hash_of, made
from sayso.errors import RecordError
from sayso.newsroom import Newsroom
from sayso.record import Trailed

OURS = {"Sec-Fetch-Site": "same-origin"}
WORDS = "seven gulls over Lindow"
NOON = "2026-03-20T12:00:00+00:00"


class Clock:
    """Noon, until it is told otherwise."""

    at = NOON

    def __call__(self) -> str:
        return self.at


@pytest.fixture(scope="module")
def hash_() -> str:
    """The hash of the words, made once: it is slow on purpose."""
    return hashed(WORDS)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def room(tmp_path: Path, hash_: str, clock: Clock) -> Iterator[Newsroom]:
    with Newsroom(f"sqlite:///{tmp_path}/record.sqlite", clock=clock) as opened:
        opened.add_person("Ana Reth", "editor", hash_, by="a test")
        opened.add_person("Bo Lunt", "reader", hash_, by="a test")
        opened.rest()
        yield opened


@pytest.fixture
def far(room: Newsroom) -> TestClient:
    """A browser on another machine."""
    headers = {**OURS, "Accept": "text/html"}
    app = application(room, hosts=(), guarded=True)
    return TestClient(app, base_url="https://desk.example", headers=headers, follow_redirects=False)


def signed(far: TestClient, name: str = "Ana Reth", password: str = WORDS, to: str = "/queue") -> int:
    return far.post("/sign-in", data={"name": name, "password": password, "to": to}).status_code


def test_nobody_reads_without_signing_in(far: TestClient) -> None:
    """A person is led to the form and back, a program is told; the style sheet is for everybody."""
    led = far.get("/search?q=a b")
    told = far.get("/search.json?q=a")
    assert (led.status_code, led.headers["location"]) == (303, "/sign-in?to=%2Fsearch%3Fq%3Da%2520b")
    assert (told.status_code, told.json()["status"], told.headers["www-authenticate"][:6]) == (401, 401, "Bearer")
    assert [far.get(at).status_code for at in ("/sign-in", "/static/desk.css", "/live")] == [200, 200, 303]


def test_a_session_opens_and_ends(far: TestClient, room: Newsroom) -> None:
    """The cookie is out of reach of scripts, other sites and plain http; the record knows its hash alone."""
    answer = far.post("/sign-in", data={"name": "Ana Reth", "password": WORDS, "to": "/stories"})
    cookie = answer.headers["set-cookie"].lower()
    assert (answer.status_code, answer.headers["location"]) == (303, "/stories")
    assert [word in cookie for word in ("httponly", "samesite=strict", "secure", "path=/")] == [True] * 4
    secret = far.cookies[COOKIE]
    assert (room.bearer(secret, "session"), room.bearer(hash_of(secret), "session") is not None) == (None, True)
    page = Seen(far.get("/stories").text)
    assert "Ana Reth, editor Sign out" in page.words
    tag = far.get("/stories").headers["etag"]
    assert far.post("/sign-out").headers["location"] == "/sign-in"
    held = {"Cookie": f"{COOKIE}={secret}", "If-None-Match": tag}
    assert [far.get("/stories", headers=more).status_code for more in ({}, held)] == [303, 303]


def test_a_session_ends_by_itself(far: TestClient, clock: Clock) -> None:
    """After half a day."""
    signed(far)
    before = far.get("/stories").status_code
    clock.at = "2026-03-21T00:00:01+00:00"
    assert (before, far.get("/stories").status_code) == (200, 303)


def test_a_wrong_password_is_told_without_saying_what_was_wrong(far: TestClient, room: Newsroom) -> None:
    """A name that nobody has and a wrong password look the same; both stand in the trail."""
    told = [
        far.post("/sign-in", data={"name": name, "password": "nine gulls over Lindow"})
        for name in ("Ana Reth", "Cy Mott")
    ]
    words = [Seen(one.text).words.replace("Cy Mott", "Ana Reth") for one in told]
    assert ([one.status_code for one in told], words[0] == words[1]) == ([403, 403], True)
    assert [(act.by, act.did) for act in room.acts(Trailed(did="was refused"))] == [
        ("Cy Mott", "was refused"),
        ("Ana Reth", "was refused"),
    ]


def test_somebody_who_may_not_come_in_is_refused_with_the_right_password(far: TestClient, room: Newsroom) -> None:
    """And the session that was open is ended."""
    signed(far, "Bo Lunt")
    room.change_person("Bo Lunt", by="a test", active=False)
    assert (far.get("/stories").status_code, signed(far, "Bo Lunt")) == (303, 403)


def test_many_tries_are_held_off(far: TestClient, room: Newsroom, clock: Clock) -> None:
    """The right password too, in another process as well; a quarter of an hour later it goes on."""
    for _ in range(8):
        room.refused("Ana Reth", "a test")
    room.rest()
    answer = far.post("/sign-in", data={"name": "Ana Reth", "password": WORDS})
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "900")
    assert signed(far, "Bo Lunt") == 303
    clock.at = "2026-03-20T12:15:01+00:00"
    assert signed(far) == 303


def test_a_brake_counts_by_name_and_by_address() -> None:
    """Tries that were good are forgotten."""
    brake = Brake()
    for at in range(30):
        brake.tried(name=f"name {at}", address="192.0.2.7")
        brake.tried(name="Ana Reth", address=f"192.0.2.{at}")
        if at == 0:
            brake.forgets(name="Ana Reth", address="192.0.2.0")
    assert [brake.holds(name="Di Ost", address=one) for one in ("192.0.2.7", "192.0.2.9")] == [True, False]
    assert brake.holds(name="Ana Reth", address="203.0.113.1")
    gone = Brake(window=0.0)
    for _ in range(9):
        gone.tried(name="Ana Reth", address="192.0.2.7")
    assert not gone.holds(name="Ana Reth", address="192.0.2.7")


def test_a_token_lets_a_program_in(far: TestClient, room: Newsroom) -> None:
    """By its header alone; revoked, no more."""
    secret, hash_ = made()
    room.make_token("Bo Lunt", hash_, "export", by="a test")
    asked = {"Authorization": f"Bearer {secret}"}
    before = far.get("/search.json?q=a", headers=asked).status_code
    room.revoke_token(hash_, by="a test")
    assert (before, far.get("/search.json?q=a", headers=asked).status_code) == (200, 401)
    assert far.get("/search.json?q=a", headers={"Authorization": f"Bearer {hash_}"}).status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://127.0.0.1"},
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:81"},
        {"Origin": "null"},
        {"Origin": "http://[", "Authorization": "Bearer x"},
        {},
    ],
)
def test_a_form_from_elsewhere_changes_nothing(room: Newsroom, headers: dict[str, str]) -> None:
    """Nor one that does not say from where."""
    desk = TestClient(application(room), base_url="http://127.0.0.1", headers=headers, follow_redirects=False)
    answer = desk.post("/sign-out")
    assert (answer.status_code, "did not come from a page of this desk" in answer.text) == (403, True)


def test_a_form_of_our_own_is_taken(room: Newsroom) -> None:
    """Known by where it comes from, or by its origin in an older browser."""
    for headers in (OURS, {"Origin": "http://127.0.0.1:8765", "Host": "127.0.0.1:8765"}):
        desk = TestClient(application(room), base_url="http://127.0.0.1", headers=headers, follow_redirects=False)
        assert desk.post("/sign-out").status_code == 303


def test_on_this_machine_everybody_is_an_editor(room: Newsroom) -> None:
    """No form, no session; a proxy that brings others in is turned away."""
    desk = TestClient(application(room), base_url="http://127.0.0.1")
    assert "whoever sits at it is an editor" in Seen(desk.get("/sign-in").text).words
    assert "Queue" in Seen(desk.get("/stories").text).words
    assert desk.get("/stories", headers={"X-Forwarded-For": "192.0.2.7"}).status_code == 403


@pytest.mark.parametrize(
    ("to", "led"),
    [
        ("/story/1?a=b#c", "/story/1?a=b#c"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("/a\nb", "/"),
        ("", "/"),
    ],
)
def test_a_sign_in_leads_back_inside_only(to: str, led: str) -> None:
    """Never to an address of somebody else."""
    assert inside(to) == led


def test_what_is_no_form_is_refused(far: TestClient) -> None:
    """Of another kind, or too large."""
    assert far.post("/sign-in", content=b"{}", headers={"Content-Type": "application/json"}).status_code == 415
    assert far.post("/sign-in", data={"name": "a" * 70_000}).status_code == 413


def test_a_password_fits_its_hash_alone(hash_: str) -> None:
    """However a keyboard composes it; nobody's hash fits nothing; a short one is refused."""
    assert hash_.startswith("$argon2id$")
    assert [fits(WORDS, hash_), fits(WORDS + "s", hash_), fits(WORDS, None), fits(WORDS, "$argon2id$x")] == [
        True, False, False, False,
    ]  # fmt: skip
    assert fits("the cafe\u0301 at noon", hashed("the caf\u00e9 at noon"))
    with pytest.raises(RecordError, match="12 to 1,000 characters"):
        hashed("gulls")


def test_a_desk_without_encryption_says_that_nobody_stays_signed_in(room: Newsroom) -> None:
    """A browser keeps the session over https, and on its own machine."""
    app = application(room, hosts=(), guarded=True)
    told = [
        "came without encryption" in Seen(TestClient(app, base_url=at).get("/sign-in").text).words
        for at in ("http://desk.example", "https://desk.example", "http://localhost")
    ]
    assert told == [True, False, False]
