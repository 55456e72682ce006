"""A drafted brief is the record's own words, each line with its claims, its speaker and who denies it."""

import re
from pathlib import Path

import pytest

from make_weigh import Desk, a_news_page
from sayso.errors import RecordError
from sayso.publish.draft import LINES, draft
from sayso.publish.draft.frame import frame
from sayso.record import Brief, Kept, Line, Point, Story
from sayso.record.fold import words

AT = "2026-03-06T12:00:00+00:00"
SCOOP = [
    "Minister Ola Brandt met the chief of the Sorrel dam company in secret on March 3, two people familiar with the "
    "meeting told The Lindow Echo.",
    "About 1,200 households lost their water supply, the Orlo water board said.",
    "The dam will be raised by two metres, the company's director, Ulf Sand, said.",
]
DENIAL = [
    "The ministry denied on Friday that Minister Ola Brandt had met the chief of the Sorrel dam company in secret.",
    "“There was no meeting of any kind,” the minister's spokeswoman, Rike Tamm, told reporters in Orlo.",
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Brief, dict[str, Kept]]:
    desk = Desk(Path(tmp_path_factory.mktemp("draft")))
    told = [
        ("Minister met dam chief in secret", SCOOP, "echo", "The Lindow Echo", "2026-03-05T08:00:00+00:00"),
        ("Ministry denies secret meeting with dam chief", DENIAL, "star", "The Orlo Star", "2026-03-06T08:00:00+00:00"),
    ]
    for head, body, host, outlet, at in told:
        desk.keep(a_news_page(head, body, published=at), url=f"https://{host}.example/1", outlet=outlet, captured=at)
    room = desk.newsroom
    story = max(room.stories(), key=lambda one: len(one.text_ids))
    points = [point for point in room.points() if point.id in story.point_ids]
    kept = room.kept([one for point in points for one in (*point.for_, *point.against)])
    return draft(story, points, kept, AT), kept


def test_the_lead_says_who_told_whom_and_who_denies_it(made: tuple[Brief, dict[str, Kept]]) -> None:
    """In the words of the pages: the unnamed sources with their number, the denial with its speaker."""
    lead = made[0].lines[0].text
    assert "two people familiar with the meeting told The Lindow Echo" in lead
    assert "denied" in lead or "“There was no meeting of any kind.”" in lead


def test_the_headline_keeps_its_attribution(made: tuple[Brief, dict[str, Kept]]) -> None:
    assert re.search(r", .*(says|say|reports)(; .* denies it)?$", made[0].headline), made[0].headline


def test_every_word_is_of_a_claim_or_of_a_frame(made: tuple[Brief, dict[str, Kept]]) -> None:
    """Nothing is invented: words of contents, of chains, of whom it was told to; counts and days; our frames."""
    brief, kept = made
    ours = {word for told in frame().frames.values() for word in words(re.sub(r"{\w+}", " ", told))}
    ours |= {*frame().says.values(), "said", "page", "pages", "origin", "origins", "one", "two", "three", "to", "that"}
    ours |= {word.casefold() for word in frame().months}
    for line in brief.lines:
        known = set(ours)
        for row in (kept[one] for one in line.claim_ids):
            known |= set(words(row.page.text)) & set(words(row.claim.span.of(row.page.text)))
            known |= {
                word for link in row.claim.chain for word in words(f"{link.source.name} {link.source.described_as}")
            }
            known |= set(words(row.claim.told_to.of(row.page.text))) if row.claim.told_to else set()
        told = {word for word in words(line.text) if not word.isdigit()}
        assert told <= known, (line.text, told - known)


def test_a_figure_keeps_its_hedge(made: tuple[Brief, dict[str, Kept]]) -> None:
    assert any("About 1,200 households" in line.text for line in made[0].lines)


def test_a_brief_never_says_that_a_thing_is_so(made: tuple[Brief, dict[str, Kept]]) -> None:
    own = " ".join([made[0].headline, *(line.text for line in made[0].lines)])
    assert not [one for one in words(own) if one.startswith(frame().never)]
    assert not [one for told in frame().frames.values() for one in words(told) if one.startswith(frame().never)]


def test_no_line_is_without_claims_and_none_too_many(made: tuple[Brief, dict[str, Kept]]) -> None:
    assert all(line.claim_ids for line in made[0].lines)
    assert 1 <= len(made[0].lines) <= LINES


def test_the_same_story_gives_the_same_brief(made: tuple[Brief, dict[str, Kept]]) -> None:
    brief, _ = made
    assert len(brief.id) == 20 and (brief.at, brief.reviewed_by) == (AT, None)


def test_a_story_that_nobody_tells_has_no_draft() -> None:
    """Rather none than one without a speaker."""
    with pytest.raises(RecordError, match="no draft"):
        draft(Story(id="s", title="Nothing"), [Point(id="p", gist="Nothing")], {}, AT)


def test_reading_time_is_whole_minutes() -> None:
    """As the page of a brief says, so says its data; never none."""
    lines = (Line(text="word " * 500, claim_ids=("c",)),)
    brief = Brief(id="b", story_id="s", at=AT, headline="Short", lines=lines)
    empty = Brief(id="b", story_id="s", at=AT, headline="x", lines=())
    assert (brief.reading_minutes, empty.reading_minutes) == (2, 1)
