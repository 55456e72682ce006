"""Who names people at the desk: admins by forms, everybody for themselves; secrets are shown once."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.desk.seen import Seen
from tests.desk.test_sign import NOON, OURS, WORDS, Clock

from sayso.desk import application
from sayso.desk.gate.brake import Brake
from sayso.desk.gate.passwords import hashed
from sayso.desk.gate.ticket import hash_of, made
from sayso.newsroom import Newsroom
from sayso.record import Trailed

NEW = "nine herons under Solen"


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
        for name, role in (("Ada Hol", "admin"), ("Ana Reth", "editor"), ("Bo Lunt", "reader")):
            opened.add_person(name, role, hash_, by="a test")  # type: ignore[arg-type]
        opened.rest()
        yield opened


@pytest.fixture
def app(room: Newsroom) -> object:
    return application(room, hosts=(), guarded=True)


def come(app: object, room: Newsroom, name: str) -> TestClient:
    """A browser in which somebody is signed in."""
    secret, hash_ = made()
    room.open_session(name, hash_, "2026-04-20T12:00:00+00:00")
    room.rest()
    headers = {**OURS, "Accept": "text/html", "Cookie": f"__Host-sayso={secret}"}
    return TestClient(app, base_url="https://desk.example", headers=headers, follow_redirects=False)  # type: ignore[arg-type]


def sign_in(app: object, name: str, password: str) -> TestClient | None:
    """A browser in which somebody signed in by the form; null where they were not let in."""
    browser = TestClient(app, base_url="https://desk.example", headers={**OURS, "Accept": "text/html"})  # type: ignore[arg-type]
    done = browser.post("/sign-in", data={"name": name, "password": password}, follow_redirects=False)
    return browser if done.status_code == 303 else None


def secret_of(html: str) -> str:
    """The secret that an answer shows."""
    found = re.search(r'class="asof secret".*?<code>([^<]+)</code>', html, re.S)
    assert found
    return found.group(1)


def deeds(room: Newsroom, number: int = 1) -> list[tuple[str, str, str]]:
    return [(act.by, act.did, act.on) for act in room.acts(Trailed(limit=number))]


def test_people_are_for_admins_alone(app: object, room: Newsroom) -> None:
    """Neither page nor form answers others, nor anybody where nobody signs in; only admins see the way there."""
    told = {}
    for name in ("Ada Hol", "Ana Reth", "Bo Lunt"):
        browser = come(app, room, name)
        asked = [browser.get(at).status_code for at in ("/people", "/people.json")]
        form = browser.post("/people/role", data={"name": "Bo Lunt", "role": "reader"}).status_code
        told[name] = (*asked, form, "/people" in Seen(browser.get("/stories").text).links)
    assert told == {
        "Ada Hol": (200, 200, 303, True), "Ana Reth": (403, 403, 403, False), "Bo Lunt": (403, 403, 403, False),
    }  # fmt: skip
    here = TestClient(application(room), base_url="http://127.0.0.1", headers=OURS)
    assert [here.get("/people").status_code, here.post("/people", data={"name": "Eve"}).status_code] == [403, 403]


def test_no_hash_leaves_the_desk(app: object, room: Newsroom, hash_: str) -> None:
    """Of a token only how its hash begins."""
    room.make_token("Bo Lunt", "ab" * 32, "export", by="a test")
    admin = come(app, room, "Ada Hol")
    page, plain = admin.get("/people").text, admin.get("/people.json").json()
    assert (hash_ in page, "ab" * 32 in page, plain["people"][2]["tokens"][0]["token"]) == (False, False, "ab" * 6)
    assert set(plain["people"][0]) == {"name", "role", "active", "made", "once", "sessions", "seen", "tokens"}


def test_somebody_added_chooses_a_password_of_their_own(app: object, room: Newsroom) -> None:
    """The one that was made is shown once and opens nothing but that."""
    admin = come(app, room, "Ada Hol")
    answer = admin.post("/people", data={"name": " Cy  Mott ", "role": "editor", "password": ""})
    secret = secret_of(answer.text)
    assert (answer.headers["cache-control"], secret in admin.get("/people").text) == ("no-store", False)
    assert deeds(room) == [("Ada Hol", "added a person", "Cy Mott")]
    browser = sign_in(app, "Cy Mott", secret)
    assert browser
    asked = [browser.get(at, follow_redirects=False) for at in ("/", "/queue", "/me")]
    assert [one.status_code for one in asked] == [303, 303, 200]
    assert (asked[0].headers["location"], browser.get("/feed.json").status_code) == ("/me", 403)
    assert browser.post("/me/token", data={"label": "x", "days": "1"}).status_code == 422
    told = {"now": secret, "new": NEW, "again": NEW}
    assert browser.post("/me/password", data={**told, "again": "nine"}).status_code == 422
    assert browser.post("/me/password", data=told, follow_redirects=False).status_code == 303
    assert browser.get("/queue", follow_redirects=False).status_code == 200
    assert (sign_in(app, "Cy Mott", secret), sign_in(app, "Cy Mott", NEW) is not None) == (None, True)


def test_a_password_for_once_ends_by_itself(app: object, room: Newsroom, clock: Clock) -> None:
    """After three days."""
    secret = secret_of(come(app, room, "Ada Hol").post("/people/password", data={"name": "Bo Lunt"}).text)
    clock.at = "2026-03-23T12:00:01+00:00"
    assert sign_in(app, "Bo Lunt", secret) is None
    clock.at = NOON
    assert sign_in(app, "Bo Lunt", secret) is not None


def test_a_password_that_was_given_is_shown_nowhere(app: object, room: Newsroom) -> None:
    """And is the person's own; one that is too short adds nobody."""
    admin = come(app, room, "Ada Hol")
    answer = admin.post("/people", data={"name": "Di Ost", "role": "reader", "password": NEW})
    assert (NEW in answer.text, sign_in(app, "Di Ost", NEW) is not None) == (False, True)
    wrong = ({"name": "Eb Ty", "password": "gulls"}, {"name": "ada hol", "password": NEW}, {"name": "At this machine"})
    assert [admin.post("/people", data={"role": "reader", **one}).status_code for one in wrong] == [422] * 3
    assert [one.name for one in room.people()] == ["Ada Hol", "Ana Reth", "Bo Lunt", "Di Ost"]


def test_an_admin_changes_keeps_out_and_lets_in(app: object, room: Newsroom) -> None:
    """Each ends the sessions of whom it concerns and stands in the trail."""
    admin, other = come(app, room, "Ada Hol"), come(app, room, "Bo Lunt")
    for at, more in (("role", {"role": "editor"}), ("keep-out", {}), ("let-in", {})):
        assert admin.post(f"/people/{at}", data={"name": "Bo Lunt", **more}).status_code == 303
    assert (other.get("/stories").status_code, room.person("Bo Lunt").role) == (303, "editor")  # type: ignore[union-attr]
    told = [act.what for act in room.acts(Trailed(did="changed a person"))]
    assert told == ["may come in", "may not come in", "editor"]
    assert admin.post("/people/role", data={"name": "Nobody", "role": "reader"}).status_code == 404


def test_the_last_admin_stays(app: object, room: Newsroom) -> None:
    """Neither kept out nor given a smaller role."""
    admin = come(app, room, "Ada Hol")
    told = (("role", {"role": "reader"}), ("keep-out", {}))
    assert [admin.post(f"/people/{at}", data={"name": "Ada Hol", **more}).status_code for at, more in told] == [
        422,
        422,
    ]
    assert "Ada Hol is the last admin" in admin.post("/people/keep-out", data={"name": "Ada Hol"}).text
    assert admin.get("/people").status_code == 200


def test_sessions_end_everywhere(app: object, room: Newsroom) -> None:
    """By an admin or by who had them; tokens stay."""
    room.make_token("Bo Lunt", hash_of("word"), "export", by="a test")
    one, two, admin = come(app, room, "Bo Lunt"), come(app, room, "Bo Lunt"), come(app, room, "Ada Hol")
    assert admin.post("/people/sign-out", data={"name": "Bo Lunt"}).status_code == 303
    assert [browser.get("/stories").status_code for browser in (one, two)] == [303, 303]
    assert (deeds(room), room.bearer(hash_of("word"), "token") is not None) == (
        [("Ada Hol", "ended the sessions", "Bo Lunt")], True,
    )  # fmt: skip
    admin.post("/me/sign-out")
    assert (admin.get("/stories").status_code, deeds(room)) == (303, [("Ada Hol", "ended the sessions", "Ada Hol")])


def test_everybody_has_tokens_of_their_own(app: object, room: Newsroom) -> None:
    """Shown once, revoked by who has them alone."""
    reader, other = come(app, room, "Bo Lunt"), come(app, room, "Ana Reth")
    answer = reader.post("/me/token", data={"label": "export", "days": "30"})
    secret = secret_of(answer.text)
    assert (answer.headers["cache-control"], secret in reader.get("/me").text) == ("no-store", False)
    program = {"Authorization": f"Bearer {secret}"}
    bare = TestClient(app, base_url="https://desk.example", headers=program)  # type: ignore[arg-type]
    assert bare.get("/search.json?q=a").status_code == 200
    short = {"token": hash_of(secret)[:12]}
    assert other.post("/me/revoke", data=short).status_code == 404
    assert reader.post("/me/revoke", data=short).status_code == 303
    assert (bare.get("/search.json?q=a").status_code, deeds(room)) == (401, [("Bo Lunt", "revoked a token", "Bo Lunt")])
    wrong = ({"label": "", "days": "30"}, {"label": "x", "days": "0"}, {"label": "x", "days": "99999999999999999999"})
    assert [reader.post("/me/token", data=one).status_code for one in wrong] == [422] * 3


def test_a_token_changes_no_people(app: object, room: Newsroom) -> None:
    """What leaks from a program does not make itself a successor."""
    room.make_token("Ada Hol", hash_of("word"), "export", by="a test")
    room.rest()
    bare = TestClient(app, base_url="https://desk.example", headers={"Authorization": "Bearer word"})  # type: ignore[arg-type]
    told = ("/people", "/people/token", "/people/password", "/me/token", "/me/password", "/me/sign-out")
    assert [bare.post(at, data={"name": "Ada Hol"}).status_code for at in told] == [403] * len(told)
    assert bare.get("/people.json").status_code == 200


def test_a_form_from_elsewhere_names_nobody(app: object, room: Newsroom) -> None:
    """Though the admin's browser sends it."""
    admin = come(app, room, "Ada Hol")
    for told in ({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}):
        data = {"name": "Eve", "role": "admin", "password": NEW}
        assert admin.post("/people", data=data, headers=told).status_code == 403
    assert room.person("Eve") is None


def test_changes_are_held_off_where_they_are_too_many(app: object, room: Newsroom) -> None:
    """And wrong passwords as at the sign-in."""
    admin, reader = come(app, room, "Ada Hol"), come(app, room, "Bo Lunt")
    for _ in range(8):
        room.refused("Bo Lunt", "a test")
    room.rest()
    told = {"now": WORDS, "new": NEW, "again": NEW}
    assert reader.post("/me/password", data=told).status_code == 429
    codes = [admin.post("/people/sign-out", data={"name": "Bo Lunt"}).status_code for _ in range(61)]
    assert (codes[0], codes[59], codes[60]) == (303, 303, 429)
    brake = Brake(most={"name": 1, "address": 9})
    brake.tried(name="Ada Hol", address="192.0.2.7")
    assert (brake.holds(name="Ada Hol", address=""), brake.holds(name="Cy", address="192.0.2.7")) == (True, False)


def test_where_nobody_signs_in_nobody_has_a_password(room: Newsroom) -> None:
    """The page says so."""
    desk = TestClient(application(room), base_url="http://127.0.0.1", headers=OURS)
    assert "Nobody signs in here" in Seen(desk.get("/me").text).words
    assert (desk.get("/me.json").json(), desk.post("/me/token", data={"label": "x"}).status_code) == (
        {"person": None},
        403,
    )
