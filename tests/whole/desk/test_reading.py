"""What a reader does at the desk, in a browser."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect
from tests.whole.desk.conftest import Served, until

from sayso.newsroom import Newsroom

Write = Callable[..., Path]
NEWS = "Museum stays where it is"


def follow(reader: Page, desk: Served) -> None:
    """Opens the feed and waits until it listens."""
    reader.goto(desk.at)
    reader.wait_for_selector("#live[data-connected=true]")


def test_a_new_item_appears_by_itself(reader: Page, own_desk: Served, write: Write) -> None:
    """At the top of the page, under its day, within a second of being weighed; nothing is loaded again."""
    follow(reader, own_desk)
    reader.evaluate("window.here = true")
    own_desk.add(write(12, headline=NEWS))
    took = until(lambda: reader.locator(".item h2").first.inner_text() == NEWS)
    assert (took < 1.5, reader.evaluate("window.here")) == (True, True)
    assert reader.locator(".day").count() == 1


def test_an_edit_changes_its_item_in_place(reader: Page, own_desk: Served, write: Write) -> None:
    """The same row says so, with the time of the update, and leads to what changed."""
    follow(reader, own_desk)
    before = reader.locator(".item").count()
    place = reader.locator(".item h2").all_inner_texts().index("Quarry may flood")
    own_desk.add(write(5, headline="Quarry is flooded", updated="2026-03-04T15:00:00+00:00", name="edit.html"))
    expect(reader.get_by_role("link", name="Quarry is flooded")).to_be_visible()
    assert reader.locator(".item").count() == before
    item = reader.locator(".item", has_text="Quarry is flooded")
    expect(item.get_by_role("link", name="(Updated: 3:00 PM)")).to_be_visible()
    assert place >= 0


def test_a_brief_appears_changes_and_is_withdrawn_by_itself(reader: Page, own_desk: Served) -> None:
    """As this desk's, in its own row; nothing is loaded again, and no error is in the console."""
    wrong: list[str] = []
    reader.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
    follow(reader, own_desk)
    reader.evaluate("window.here = true")
    with Newsroom(own_desk.store) as other:
        story = next(one for one in other.stories_moved(items=1) if "Quarry" in one.title)
        made = other.draft(story.id)
        brief = other.draft_brief(story.id, "Quarry may flood, says Solheim", made.lines, by="ada")
        other.publish_brief(brief.id, by="ada")
        row = reader.locator(f"#i-{brief.id}")
        expect(row).to_contain_text("Brief of this desk")
        expect(reader.locator(".item h2").first).to_have_text("Quarry may flood, says Solheim")
        other.edit_brief(brief.id, by="ada", version=2, headline="Quarry floods, says Solheim")
        expect(row).to_contain_text("Quarry floods, says Solheim")
        other.withdraw_brief(brief.id, by="ada", note="It was another quarry")
        expect(row).to_contain_text("Withdrawn")
        expect(row).to_contain_text("It was another quarry")
    assert (reader.evaluate("window.here"), wrong) == (True, [])


def test_nothing_moves_under_the_eye(reader: Page, own_desk: Served, write: Write) -> None:
    """A scrolled reader is offered the update; the line being read stays where it is."""
    follow(reader, own_desk)
    reader.evaluate("scrollTo(0, 700)")
    line = reader.locator(".item").nth(6)
    place = line.bounding_box()
    own_desk.add(write(12, headline=NEWS))
    offer = reader.get_by_role("button", name="1 new update")
    expect(offer).to_be_visible()
    assert (line.bounding_box(), reader.get_by_text(NEWS).count()) == (place, 0)
    own_desk.add(write(13, headline="Stable on the move"))
    offer = reader.get_by_role("button", name="2 new updates")
    offer.click()
    expect(reader.locator(".item h2").first).to_have_text("Stable on the move")
    until(lambda: reader.evaluate("scrollY") == 0)


def test_a_reader_pauses_the_feed(reader: Page, own_desk: Served, write: Write) -> None:
    """Paused, nothing comes in by itself, not even at the top; going on brings what waited."""
    follow(reader, own_desk)
    reader.get_by_role("button", name="Pause updates").click()
    own_desk.add(write(12, headline=NEWS))
    expect(reader.get_by_role("button", name="1 new update")).to_be_visible()
    assert reader.get_by_text(NEWS).count() == 0
    reader.get_by_role("button", name="Updates paused").click()
    expect(reader.locator(".item h2").first).to_have_text(NEWS)


def test_what_came_while_the_connection_was_gone_is_not_lost(reader: Page, own_desk: Served, write: Write) -> None:
    """The stream tells at once when the record is another than the reader last knew."""
    follow(reader, own_desk)
    reader.context.set_offline(True)
    own_desk.add(write(12, headline=NEWS))
    reader.context.set_offline(False)
    reader.goto(own_desk.at + "/live?tide=long-ago", wait_until="commit")
    until(lambda: "event: tide" in reader.locator("body").inner_text())


def test_the_whole_desk_is_read_by_keyboard(reader: Page, served: Served) -> None:
    """The first Tab is the skip link; Enter on a claim's number opens its note, and from there its chain."""
    page = next(one for one in served.newsroom.pages() if "karsk-courier-solen" in (one.url or ""))
    reader.goto(f"{served.at}/page/{page.id}")
    reader.keyboard.press("Tab")
    assert reader.evaluate("document.activeElement.textContent") == "Skip to content"
    reader.keyboard.press("Enter")
    assert reader.evaluate("document.activeElement.id") == "main"
    reader.locator("#main a.r2").focus()
    reader.keyboard.press("Enter")
    note = reader.locator("#n2")
    expect(note).to_be_visible()
    note.get_by_role("link", name="Its chain").press("Enter")
    expect(reader.get_by_role("heading", name="Through whom it reached this page")).to_be_visible()


def test_a_claims_words_and_its_note_light_up_together(plain_reader: Page, served: Served) -> None:
    """By style alone: pointing at the words shows which note is theirs."""
    page = next(one for one in served.newsroom.pages() if "karsk-courier-solen" in (one.url or ""))
    plain_reader.goto(f"{served.at}/page/{page.id}")
    colour = "getComputedStyle(document.getElementById('n2')).backgroundColor"
    plain_reader.locator(".content.k2").first.hover()
    lit = plain_reader.locator("#n2").evaluate("it => getComputedStyle(it).backgroundColor")
    assert (lit != "rgba(0, 0, 0, 0)", colour != "") == (True, True)


def test_the_desk_is_whole_without_script(plain_reader: Page, served: Served) -> None:
    """Every kind of page is read, searched and narrowed by links and forms alone."""
    plain_reader.goto(served.at)
    plain_reader.get_by_role("searchbox", name="Search what was said").fill("spoke telephone")
    plain_reader.get_by_role("searchbox", name="Search what was said").press("Enter")
    expect(plain_reader.locator("#results li").first).to_be_visible()
    plain_reader.locator("#results li .numbers a").first.click()
    expect(plain_reader.get_by_role("heading", name="Who stands behind it")).to_be_visible()
    plain_reader.get_by_text("How counted").first.click()
    plain_reader.get_by_role("link", name="Claim", exact=True).first.click()
    expect(plain_reader.get_by_role("heading", name="Through whom it reached this page")).to_be_visible()


def test_a_filter_changes_the_list_and_the_address(reader: Page, served: Served) -> None:
    """With script the list alone is fetched; the address can be kept and sent."""
    reader.goto(served.at + "/changes")
    reader.evaluate("window.here = true")
    reader.get_by_label("Kind").select_option("withdrawn")
    reader.wait_for_url("**/changes?*kind=withdrawn*")
    expect(reader.locator(".edit")).to_have_count(1)
    assert reader.evaluate("window.here") is True


def test_print_opens_what_is_folded_into_notes(plain_reader: Page, served: Served) -> None:
    """On paper every chain stands beside its words."""
    page = next(one for one in served.newsroom.pages() if "karsk-courier-solen" in (one.url or ""))
    plain_reader.set_viewport_size({"width": 360, "height": 740})
    plain_reader.goto(f"{served.at}/page/{page.id}")
    assert plain_reader.locator("#n2").is_visible() is False
    plain_reader.emulate_media(media="print")
    assert (plain_reader.locator("#n2").is_visible(), plain_reader.locator("nav").first.is_visible()) == (True, False)
