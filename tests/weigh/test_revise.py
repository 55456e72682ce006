"""What an edit changed, claim by claim."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from make_weigh import Desk, a_news_page
from sayso.record import Change

HEAD = "Fire at the Veld grain depot"
REST = [
    "The depot stands beside the railway line that links Veld with the harbour at Orre, and holds grain for towns.",
    "Flames lit the sky above the river for most of the night, and the road to Orre stayed closed until the morning.",
]


def edit_of(
    folder: Path,
    old: Sequence[str],
    new: Sequence[str],
    *,
    heads: tuple[str, str] = (HEAD, HEAD),
    modified: str | None = None,
    note: str = "",
) -> tuple[Desk, list[Change]]:
    """The desk that kept both versions of a page, and the changes."""
    desk = Desk(folder)
    told = {"url": "https://quayherald.example/veld", "outlet": "Quay Herald"}
    desk.keep(a_news_page(heads[0], [*old, *REST]), captured="2026-03-05T10:00:00+00:00", **told)
    later = a_news_page(heads[1], [*new, *REST], modified=modified, note=note)
    desk.keep(later, captured="2026-03-05T15:00:00+00:00", **told)
    return desk, list(desk.newsroom.changes())


CASES = tomllib.loads(Path(__file__).with_name("edits.toml").read_text("utf-8"))["edits"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_each_kind_of_edit_is_told_by_its_name(tmp_path: Path, case: dict[str, Any]) -> None:
    """One sentence is edited: its change is named, rewording alone is none, and the rest of the page is untouched."""
    _, found = edit_of(tmp_path, [case["old"]], [case["new"]])
    assert sorted(change.kind for change in found) == case["kinds"]


def test_a_rewritten_headline_over_an_unchanged_text_withdraws_nothing(tmp_path: Path) -> None:
    """The old headline's claim is still told in the text below, so nothing was taken back."""
    line = "Three workers died in a fire at the Veld grain depot, Interior Minister Aron Pell said."
    heads = ("Three workers died in fire at Veld grain depot", "Veld mourns")
    _, found = edit_of(tmp_path, [line], [line], heads=heads)
    assert [change.kind for change in found if change.kind == "withdrawn"] == []


def test_a_headline_counts_like_a_claim(tmp_path: Path) -> None:
    """A figure that changes in the headline and in the text is recounted in both."""
    said = "{} workers died in a fire at the Veld grain depot, Interior Minister Aron Pell said."
    head = "{} workers killed in fire at Veld grain depot, minister says"
    desk, found = edit_of(
        tmp_path, [said.format("Three")], [said.format("Five")], heads=(head.format("Three"), head.format("Five"))
    )
    assert [(change.kind, desk.words(change.after)[:12]) for change in found] == [
        ("recounted", "Five workers"),
        ("recounted", "Five workers"),
    ]


MARKS = [
    ("silent", {}, True),
    ("later time", {"modified": "2026-03-05T14:30:00+00:00"}, False),
    ("same time", {"modified": "2026-03-05T09:00:00+00:00"}, False),
    ("amended", {"note": "<p>This article was amended on 5 March 2026 to correct the number of dead.</p>"}, False),
    ("correction", {"note": "<p>Correction: an earlier version gave another number.</p>"}, False),
    ("apology", {"note": "<p>Correction, 5 March: a sentence was wrong and has been taken out.</p>"}, False),
    ("headline", {"heads": (HEAD, "UPDATED: Fire at the Veld grain depot")}, False),
    ("no notice", {"note": "<p>The brigade will update residents, and corrected lists hang in the hall.</p>"}, True),
]  # fmt: skip


@pytest.mark.parametrize(("shown", "stealth"), [case[1:] for case in MARKS], ids=[case[0] for case in MARKS])
def test_an_edit_is_stealth_unless_the_page_shows_it(tmp_path: Path, shown: dict[str, object], stealth: bool) -> None:
    """A later time, an update time that was not there, a notice or a mark in the headline shows an edit."""
    line = "{} workers died in the fire, Interior Minister Aron Pell said."
    _, found = edit_of(tmp_path, [line.format("Three")], [line.format("Five")], **shown)  # type: ignore[arg-type]
    assert [change.stealth for change in found if change.kind == "recounted"] == [stealth]


def test_a_silent_edit_stands_from_its_capture_and_a_marked_one_from_the_time_it_prints(tmp_path: Path) -> None:
    """`at` is the moment from which the new text stood."""
    line = "{} workers died in the fire, Interior Minister Aron Pell said."
    both = [line.format("Three")], [line.format("Five")]
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    _, silent = edit_of(tmp_path / "one", *both)
    _, marked = edit_of(tmp_path / "two", *both, modified="2026-03-05T14:30:00+00:00")
    assert [change.at for change in silent + marked] == ["2026-03-05T15:00:00", "2026-03-05T14:30:00"]


def test_a_page_captured_again_as_it_was_changed_nothing(tmp_path: Path) -> None:
    """Another menu and another time alone are no change of any claim."""
    line = "Three workers died in the fire, Interior Minister Aron Pell said."
    _, found = edit_of(tmp_path, [line], [line], modified="2026-03-05T14:30:00+00:00")
    assert found == []


def test_several_versions_in_a_row_are_each_an_edit_of_their_own(tmp_path: Path) -> None:
    """3, then 5, then 6 dead: two edits, and `since` leaves out the first."""
    desk = Desk(tmp_path)
    line = "{} workers died in the fire, Interior Minister Aron Pell said."
    for number, hour in (("Three", 10), ("Five", 12), ("Six", 14)):
        page = a_news_page(HEAD, [line.format(number), *REST])
        captured = f"2026-03-05T{hour}:00:00+00:00"
        desk.keep(page, url="https://quayherald.example/veld", outlet="Quay Herald", captured=captured)
    assert [change.reasons[0].detail for change in desk.newsroom.changes()] == ["Three → Five", "Five → Six"]
    assert [change.at for change in desk.newsroom.changes("2026-03-05T13:00:00Z")] == ["2026-03-05T14:00:00"]


def test_a_page_emptied_of_its_story_withdraws_every_claim_openly_if_it_says_so(tmp_path: Path) -> None:
    """The address now holds a removal notice: each claim is withdrawn, and the notice is the mark."""
    desk = Desk(tmp_path)
    told = {"url": "https://quayherald.example/veld", "outlet": "Quay Herald"}
    line = "Three workers died in the fire, Interior Minister Aron Pell said."
    desk.keep(a_news_page(HEAD, [line, *REST]), captured="2026-03-05T10:00:00+00:00", **told)
    notice = "This article has been removed because it did not meet our standards."
    desk.keep(a_news_page(HEAD, [notice]), captured="2026-03-05T15:00:00+00:00", **told)
    found = [change for change in desk.newsroom.changes() if change.kind == "withdrawn"]
    assert line.startswith(desk.words(found[0].before))
    assert [change.stealth for change in found] == [False] * len(found)
