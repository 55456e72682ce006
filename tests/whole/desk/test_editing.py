"""What an editor does at the desk, in a browser: forms work with script and without, and sign-in where it is asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.whole.desk.conftest import Served

from sayso.desk.gate.passwords import hashed
from sayso.newsroom import Newsroom

WORDS = "seven gulls over Lindow"


@pytest.fixture(params=["reader", "plain_reader"])
def editor(request: pytest.FixtureRequest) -> Page:
    """Somebody with script and without."""
    found: Page = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def guarded(tmp_path: Path, own_desk: Served) -> Iterator[Served]:
    """The same record, where people sign in."""
    with Newsroom(own_desk.store) as newsroom:
        for name, role in (("Ana Reth", "editor"), ("Ada Hol", "admin")):
            newsroom.add_person(name, role, hashed(WORDS), by="a test")  # type: ignore[arg-type]
    served = Served(own_desk.store, guarded=True)
    served.at = served.at.replace("127.0.0.1", "localhost")  # where a browser keeps a secure cookie without https
    yield served
    served.stop()


def test_an_editor_rules_and_takes_it_back(editor: Page, own_desk: Served) -> None:
    """On the point's page, by the keyboard's way through a form."""
    one, other = list(own_desk.newsroom.points())[:2]
    editor.goto(f"{own_desk.at}/point/{one.id}")
    editor.get_by_text("Rule on this point and another").click()
    editor.get_by_label("The other point, or a claim").fill(f"{own_desk.at}/point/{other.id}")
    editor.get_by_label("They are").select_option("same")
    editor.get_by_label("Why, for those who come after").fill("one matter")
    editor.get_by_role("button", name="Rule").click()
    expect(editor.locator(".rulings .kicker").first).to_contain_text("The same by at this machine")
    editor.get_by_role("button", name="Take it back").click()
    expect(editor.locator(".rulings .kicker").first).to_contain_text("Unsure by at this machine")
    editor.get_by_role("link", name="Trail").click()
    expect(editor.locator(".act").first).to_contain_text("ruled")


def test_an_editor_corrects_a_name(editor: Page, own_desk: Served) -> None:
    """The chain shows who it is and what the page printed."""
    kept = next(one for one in own_desk.newsroom.claims() if "Water stands" in one.claim.content)
    editor.goto(f"{own_desk.at}/claim/{kept.claim.id}")
    editor.get_by_text("Correct who said it").click()
    editor.get_by_label("Name").fill("Marit Solhaug")
    editor.get_by_role("button", name="Correct").click()
    expect(editor.locator(".line")).to_contain_text("Marit Solhaug")
    expect(editor.locator(".line")).to_contain_text("It was read as Marit Solheim")


def test_somebody_signs_in_and_out(editor: Page, guarded: Served) -> None:
    """Led to the form, back to the page asked for, and out again."""
    editor.goto(f"{guarded.at}/queue?kind=tension")
    editor.get_by_label("Name").fill("Ana Reth")
    editor.get_by_label("Password").fill(WORDS)
    editor.get_by_role("button", name="Sign in").click()
    expect(editor.get_by_role("heading", level=1)).to_have_text("What waits for an editor")
    assert editor.url == f"{guarded.at}/queue?kind=tension"
    editor.get_by_role("button", name="Sign out").click()
    editor.goto(f"{guarded.at}/queue")
    expect(editor.get_by_role("heading", level=1)).to_have_text("Sign in")


def signs_in(editor: Page, desk: Served, name: str, password: str, to: str = "/me") -> None:
    """By the form, as anybody does."""
    editor.goto(f"{desk.at}/sign-in?to={to}")
    editor.get_by_label("Name").fill(name)
    editor.get_by_label("Password").fill(password)
    editor.get_by_role("button", name="Sign in").click()


def test_an_admin_adds_somebody_who_chooses_a_password(editor: Page, guarded: Served) -> None:
    """The one that was made is shown once, and opens nothing but the choice."""
    signs_in(editor, guarded, "Ada Hol", WORDS, "/people")
    editor.get_by_label("Name, as it will stand").fill("Cy Mott")
    editor.locator("#role").select_option("editor")
    editor.get_by_role("button", name="Add", exact=True).click()
    secret = editor.locator(".secret code").first.inner_text()
    expect(editor.get_by_role("heading", name="Cy Mott")).to_contain_text("has not chosen a password")
    editor.get_by_role("button", name="Sign out", exact=True).click()
    signs_in(editor, guarded, "Cy Mott", secret, "/queue")
    expect(editor.get_by_text("Choose one of your own")).to_be_visible()
    editor.get_by_label("The one that you have now").fill(secret)
    editor.get_by_label("A new one").fill("nine herons under Solen")
    editor.get_by_label("The new one again").fill("nine herons under Solen")
    editor.get_by_role("button", name="Change the password").click()
    editor.get_by_label("What a new token is for").fill("export")
    editor.get_by_role("button", name="Make a token").click()
    expect(editor.locator(".secret")).to_contain_text("shown this once")
    editor.get_by_role("button", name="Revoke export").click()
    expect(editor.locator(".held")).to_have_count(0)
