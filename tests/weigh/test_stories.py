"""Story items are grouped into stories, whatever the order in which their pages came."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

from make_weigh import Desk, a_news_page

Item = tuple[str, str, int]  # headline, the only sentence, hour

DAM: list[Item] = [
    (
        "Dam at Orrefell cracks",
        "Engineers found a crack in the Orrefell dam on Monday, the operator Tarnwater said.",
        9,
    ),
    (
        "Valley below Orrefell emptied",
        "Police moved 400 people out of the valley below Orrefell after Tarnwater found a crack in its dam.",
        12,
    ),
    (
        "Tarnwater lowers its lake",
        "Tarnwater is lowering the lake behind the cracked Orrefell dam, its director Nils Hauk said.",
        16,
    ),
]
FIRES: list[Item] = [
    (
        "Sawmill in Tallgard burns down",
        "A fire destroyed the Nyhus sawmill in Tallgard on Sunday night, fire chief Siv Moe said.",
        9,
    ),
    (
        "Sawmill in Kestorf burns down",
        "A fire destroyed the Ahrens sawmill in Kestorf on Sunday night, fire chief Udo Lenz said.",
        11,
    ),
]


def grouped(folder: Path, items: Sequence[Item]) -> set[frozenset[str]]:
    """The headlines of every story, the pages kept in the order given."""
    folder.mkdir()
    desk = Desk(folder)
    for headline, words, hour in items:
        at = f"2026-03-09T{hour:02}:00:00+00:00"
        page = a_news_page(headline, [words], published=at)
        desk.keep(page, url=f"https://news.example/{headline}", outlet=f"Outlet {headline}", captured=at)
    stories: defaultdict[str, set[str]] = defaultdict(set)
    texts = list(desk.newsroom.texts())
    leads = desk.newsroom._store.stories([text.id for text in texts])
    for text in texts:
        stories[leads[text.id]].add(text.headline or "")
    return {frozenset(found) for found in stories.values()}


def test_three_outlets_on_one_affair_are_one_story(tmp_path: Path) -> None:
    """They share names, not sentences."""
    assert grouped(tmp_path / "dam", DAM) == {frozenset(item[0] for item in DAM)}


def test_two_fires_that_look_alike_are_two_stories(tmp_path: Path) -> None:
    """The same words of another place: neither tells of a name in the other's headline."""
    assert grouped(tmp_path / "fires", FIRES) == {frozenset({item[0]}) for item in FIRES}


def test_the_order_of_pages_changes_no_story(tmp_path: Path) -> None:
    """Every order of arrival gives the same stories: a late page makes later ones look again."""
    found = [grouped(tmp_path / f"{at}", order) for at, order in enumerate(permutations([*DAM, FIRES[0]]))]
    assert found == [found[0]] * len(found)
