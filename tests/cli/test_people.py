"""`sayso people`: who may use the desk; passwords never stand in the command."""

import json

from cli.conftest import Sayso
from sayso.desk.gate.passwords import fits
from sayso.desk.gate.ticket import hash_of
from sayso.newsroom import Newsroom

WORDS = "seven gulls over Lindow"


def test_somebody_is_added_changed_and_listed(sayso: Sayso, store: str) -> None:
    """The password comes by standard input and is kept as a hash."""
    done = sayso("--store", store, "people", "add", "Ana Reth", "--role", "admin", stdin=f"{WORDS}\n")
    assert (done.exit_code, done.stdout) == (0, "added  Ana Reth  admin\n")
    with Newsroom(store) as newsroom:
        found = newsroom.person("Ana Reth")
    assert found and fits(WORDS, found.password)
    told = [sayso("--store", store, "people", "change", "Ana Reth", *more).exit_code for more in ((), ("--out",))]
    assert told == [2, 1]  # nothing said; the last admin
    listed = json.loads(sayso("--store", store, "people", "list", "--json").stdout)
    assert (listed["name"], listed["role"], listed["active"], listed["tokens"]) == ("Ana Reth", "admin", True, 0)
    assert "0 tokens" in sayso("--store", store, "people", "list").stdout


def test_a_short_password_and_a_name_that_deceives_are_refused(sayso: Sayso, store: str) -> None:
    """With what to do."""
    short = sayso("--store", store, "people", "add", "Bo Lunt", "--role", "reader", stdin="gulls\n")
    assert (short.exit_code, "12 to 1,000 characters" in short.stderr) == (1, True)
    for name in (" ", "at this machine", "Bo\u202eLunt"):
        assert sayso("--store", store, "people", "add", name, "--role", "reader", stdin=f"{WORDS}\n").exit_code == 2


def test_a_token_is_shown_once_and_kept_as_a_hash(sayso: Sayso, store: str) -> None:
    """On stdout alone, so that a program takes it."""
    sayso("--store", store, "people", "add", "Bo Lunt", "--role", "reader", stdin=f"{WORDS}\n")
    done = sayso("--store", store, "people", "token", "Bo Lunt", "--label", "export")
    with Newsroom(store) as newsroom:
        found = newsroom.bearer(hash_of(done.stdout.strip()), "token")
    assert (done.exit_code, found and found.name, "shown this once" in done.stderr) == (0, "Bo Lunt", True)
    assert sayso("--store", store, "people", "token", "Cy Mott").exit_code == 1


def test_a_token_is_listed_by_the_beginning_of_its_hash_and_revoked(sayso: Sayso, store: str) -> None:
    """The token itself is never shown again."""
    sayso("--store", store, "people", "add", "Bo Lunt", "--role", "reader", stdin=f"{WORDS}\n")
    secret = sayso("--store", store, "people", "token", "Bo Lunt", "--label", "export").stdout.strip()
    told = sayso("--store", store, "people", "tokens", "Bo Lunt").stdout
    listed = json.loads(sayso("--store", store, "people", "tokens", "Bo Lunt", "--json").stdout)
    assert (listed["token"], listed["label"], listed["ended"], secret in told) == (
        hash_of(secret)[:12], "export", False, False,
    )  # fmt: skip
    assert sayso("--store", store, "people", "revoke", "Bo Lunt", "ffff").exit_code == 1
    assert sayso("--store", store, "people", "revoke", "Bo Lunt", listed["token"]).exit_code == 0
    with Newsroom(store) as newsroom:
        assert newsroom.bearer(hash_of(secret), "token") is None
    assert "has no token" in sayso("--store", store, "people", "tokens", "Bo Lunt").stderr
