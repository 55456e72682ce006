"""A story at a glance: its places on a map, its figures over time, its timeline in parts."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.desk.seen import Seen
from tests.make_pages import kept, said, story
from tests.make_story import an_atlas, burnt

from sayso.desk import application
from sayso.desk.pages import story as page
from sayso.desk.shape import story as shape
from sayso.desk.shape.story import anchor, window
from sayso.newsroom import Newsroom
from sayso.record import Entry, Story

TAG = "<script>alert(1)</script>\u202e\x00"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    """A record of four pages that tell of one fire."""
    with Newsroom(str(tmp_path / "record.sqlite")) as opened:
        yield opened


@pytest.fixture
def fire(room: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Story:
    """The story of the fire, and an atlas beside the desk."""
    monkeypatch.setattr(page, "ATLAS", an_atlas(tmp_path))
    return burnt(room)


def seen(room: Newsroom, at: str) -> Seen:
    """What a reader of an address sees."""
    answer = TestClient(application(room), base_url="http://127.0.0.1").get(at)
    assert answer.status_code == 200
    return Seen(answer.text)


def test_the_places_of_a_story_stand_on_a_map_and_in_a_list(room: Newsroom, fire: Story) -> None:
    """Also the one that nobody can place; not the government; whose view the borders are is said."""
    told = seen(room, f"/story/{fire.id}")
    pins = [given for tag, given in told.tags if tag == "circle" and given.get("class") == "map-pin"]
    where = told.words[told.words.index("Where") : told.words.index("As it was reported")]
    assert (len(pins), where.index("Dunmoor 4 pages") > 0, "Lake Tarn 1 page, somewhere within 25 km" in where) == (
        3, True, True
    )  # fmt: skip
    assert ("Orlo 1 page, not on the map" in where, "Sorrel" in where, "Borders: Natural Earth" in where) == (
        True, False, True
    )  # fmt: skip
    assert "/?place=Dunmoor" in told.links


def test_the_figures_of_a_story_stand_in_a_chart_and_in_a_list(room: Newsroom, fire: Story) -> None:
    """Each with who gave it, and the way to the claim."""
    told = seen(room, f"/story/{fire.id}")
    figures = told.words[told.words.index("Figures over time: people") : told.words.index("Where")]
    order = [
        figures.index(words) for words in ("3 people Ana Reth in Harbour Post", "5 people Piet Sand", "7 people Marit")
    ]
    assert order == sorted(order)
    claims = {one.claim.id for one, _ in room.figures(fire.id)}
    assert {f"/claim/{one}" for one in claims} <= set(told.links)


def test_pictures_have_names_and_neither_style_nor_script(room: Newsroom, fire: Story) -> None:
    """The policy of the desk lets nothing else through."""
    told = seen(room, f"/story/{fire.id}")
    pictures = [given for tag, given in told.tags if tag == "svg" and given.get("role") == "img"]
    named = [one for given in pictures for one in (given["aria-labelledby"] or "").split()]
    assert (len(pictures), [one for one in named if one not in told.ids]) == (2, [])
    assert [given for _, given in told.tags if any(name == "style" or name.startswith("on") for name in given)] == []


def test_a_hostile_name_of_a_place_is_a_name(room: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the map, in its description and in the list."""
    monkeypatch.setattr(page, "ATLAS", an_atlas(tmp_path))
    fire = burnt(room, called={"Dunmoor": f"Dun{TAG}", "Orlo": f"Or{TAG}"})
    html = TestClient(application(room), base_url="http://127.0.0.1").get(f"/story/{fire.id}").text
    assert ("<script>alert" in html, "\x00" in html, "&lt;script&gt;alert" in html) == (False, False, True)
    svg = html[html.index("<svg xmlns") : html.rindex("</svg>")]
    assert "\u202e" not in svg


def test_without_an_atlas_the_places_are_told_in_words_and_without_a_place_nothing(
    room: Newsroom, fire: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The desk does without what npm could not bring."""
    monkeypatch.setattr(page, "ATLAS", Path("/nowhere/atlas.json"))
    told = seen(room, f"/story/{fire.id}")
    assert [given for tag, given in told.tags if given.get("class") == "map"] == []
    assert ("Dunmoor 4 pages" in told.words, "Natural Earth" in told.words) == (True, False)
    nowhere = room.drawn((), (), Path("/nowhere/atlas.json"))
    assert nowhere is None


def test_a_long_timeline_is_shown_in_parts(room: Newsroom, fire: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest lines first, the way to those before, and a summary that leads to any of them."""
    monkeypatch.setattr(shape, "AT_ONCE", 2)
    newest = seen(room, f"/story/{fire.id}")
    entries = [anchor(one) for one in room.timeline(fire.id)]
    shown = [one for one in newest.ids if one in entries]
    assert (len(entries) > 2, shown, "Earlier: " in newest.words) == (True, entries[-2:], True)
    back = next(link for link in newest.links if link.endswith("#timeline"))
    before = seen(room, f"/story/{fire.id}{back.partition('#')[0]}")
    assert ([one for one in before.ids if one in entries], "Later: 2 lines" in before.words) == (
        entries[max(0, len(entries) - 4) : -2], True
    )  # fmt: skip
    leading = [link for link in newest.links if link.startswith("?to=") and f"#{entries[0]}" in link]
    assert [one in seen(room, f"/story/{fire.id}{leading[0].partition('#')[0]}").ids for one in entries[:1]] == [True]


def test_every_line_is_in_one_part() -> None:
    """From the newest back to the oldest, and forward again."""
    entries = [Entry(kind="told", words=f"{n}", reported=None, point_id=f"p{n}") for n in range(95)]
    parts = [window(entries)]
    while parts[-1].before:
        parts.append(window(entries, parts[-1].earlier))
    assert [one for part in reversed(parts) for one in part.entries] == entries
    assert [(part.before, part.behind, part.later) for part in parts] == [
        (55, 0, ""), (15, 40, ""), (0, 80, "told-p54"),
    ]  # fmt: skip
    assert window(entries, "told-p999") == parts[0]


def test_what_is_denied_or_in_another_unit_is_no_figure_of_the_chart(room: Newsroom) -> None:
    """Who says that it was not ninety has not said ninety; five hundred kilos are not more than three tonnes."""
    told = (("09", 3, "tonnes", "asserts"), ("10", 5, "tonnes", "asserts"),
            ("11", 500, "kilos", "asserts"), ("12", 90, "tonnes", "denies"))  # fmt: skip
    for hour, number, unit, stance in told:
        words = f"The flood at the Sorrel dam carried off {number} grain overnight"
        item = story(f"Flood at the Sorrel dam carries off grain, {hour}", f"{words}, Ana Reth said.",
                     published=f"2031-03-04T{hour}:00", says=[said(words, "Ana Reth", stance=stance)])  # fmt: skip
        reading, capture = kept(item, url=f"https://h{hour}.example/1", outlet=f"Herald {hour}")
        claims = tuple(
            replace(claim, quantities=tuple(replace(one, unit=unit) for one in claim.quantities))
            for claim in reading.claims
        )
        room._store.put(replace(reading, claims=claims), capture)
    list(room.weigh())
    largest = max(room.stories(), key=lambda one: len(one.text_ids))
    found = room.telling(largest.id)
    charted = room.charted(found.items, found.story.point_ids)
    assert (len(largest.text_ids), charted and charted.counts) == (4, "tonnes grain")
    assert charted and [row.claim.quantities[0].low for row, _ in charted.rows] == [3, 5]


def test_the_json_of_a_story_has_its_places_and_figures(room: Newsroom, fire: Story) -> None:
    """What stands beside the pictures, for a program: a figure names its claim, a place has its coordinates."""
    told = TestClient(application(room), base_url="http://127.0.0.1").get(f"/story/{fire.id}.json").json()
    assert [one["words"] for one in told["figures"]][:2] == ["3 people", "5 people"]
    claims = {one["claim_id"] for one in told["figures"]}
    assert set(room.kept(claims)) == claims
    assert {one["name"]: one["lat"] for one in told["places"]} == {
        "Dunmoor": 5.0, "Cape Varn": 4.0, "Lake Tarn": 6.5, "Orlo": None
    }  # fmt: skip
