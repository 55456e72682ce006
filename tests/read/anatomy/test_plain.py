"""Plain-text captures: laws that hold for any text, and the seed page where it is at hand."""

import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import growth
from sayso.read.anatomy.plain.page import take_apart_plain
from sayso.record import BODY_PARTS, Capture, Reading

PAGES = sorted((Path(__file__).parents[2] / "pages").glob("*/page.txt"))
SHARED = Path(os.environ.get("SAYSO_SHARED", Path(__file__).parents[3].parent / "shared"))
SCRAPS = [
    "by Ana Rel",
    "14:20",
    "2:20 PM (Updated: )",
    "Read also:",
    "News Feed",
    "Most read",
    "- 09:10 – Dam opens",
    "# Dam",
    "---",
    "Photo: Ana Rel/Norda",
    "(Updated: )",
    "10 Nov 2024 21:57 GMT",
    "Author: Ana Rel",
    "> Said so",
    "Advertisement",
    "URL: https://a.example/b",
    "Title: Dam opens",
    "Correction: It is 12.",
    "Dam opens after eleven years",
    "* one",
    "1.",
    "The dam opened on Monday after eleven years of work, the minister said at the site.",
    "KARSK (Norda) — It rained.",
    "Share",
    "2 hours ago",
    "Yesterday",
    "\u200b",
    "”",
    "Key events",
    "Image caption, A dam",
    "Reading time: 4 minutes",
]


def take(text: str) -> Reading:
    return take_apart_plain(Capture(name="test", body=text.encode("utf-8", "surrogatepass"), media_type="text/plain"))


def check(reading: Reading) -> None:
    """The laws: parts hold every printed character once and in order, spans lie inside, body spans are body parts."""
    page = reading.page.text
    at = 0
    for part in reading.parts:
        assert part.span.start >= at
        assert not page[at : part.span.start].strip()
        assert part.span.of(page).strip()
        at = part.span.end
    assert not page[at:].strip()
    ids = {text.id for text in reading.texts}
    assert len(ids) == len(reading.texts)
    assert {part.text_id for part in reading.parts if part.text_id} <= ids
    for text in reading.texts:
        own = [part.span for part in reading.parts if part.text_id == text.id and part.kind in BODY_PARTS]
        assert all(any(span.holds(body) for span in own) for body in text.body)
        assert text.headline_span is None or " ".join(text.headline_span.of(page).split()) == text.headline
        assert list(text.body) == sorted(text.body)
        assert all(caption.span.of(page) == caption.text for caption in text.captions)


# control characters make a capture binary, which is refused before it is taken apart
LINE = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=60)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(SCRAPS), st.just(""), LINE), min_size=1, max_size=40))
def test_any_lines_are_taken_apart(lines: list[str]) -> None:
    """No text is too odd: a reading comes back, and the laws hold."""
    text = "\n".join(lines)
    if text.strip() and "\0" not in text and "\ufffd" not in text:
        reading = take(text)
        check(reading)
        assert reading == take(text)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parent.name)
def test_shuffled_lines_are_taken_apart(path: Path) -> None:
    """A page whose lines come in any order is still read, and the laws hold."""
    lines = path.read_text("utf-8").splitlines()
    for seed in range(5):
        random.Random(seed).shuffle(lines)
        check(take("\n".join(lines)))


def test_an_agency_of_two_words_in_a_dateline_is_no_pictures_credit() -> None:
    """The first paragraph stays one: "KARSK (Northern Press) - ..."."""
    lead = "KARSK (Northern Press) - The dam opened on Monday after eleven years of work, and nobody came to see it."
    words = f"Dam opens\n\nby Northern Press March 18, 2031 7:15 AM 1 min read\n\n{lead}\n\nIt rained all day.\n"
    (text,) = take_apart_plain(Capture(name="p", body=words.encode(), media_type="text/plain")).texts

    assert (text.dateline, len(text.captions), len(text.body)) == ("KARSK (Northern Press) -", 0, 2)


def test_a_nul_is_no_reason_to_stop() -> None:
    """A damaged dump is read around its NULs."""
    check(take("The dam opened on Monday.\0 The minister was there.\n\nNobody else was, the mayor said.\n"))


@pytest.mark.parametrize(
    "line",
    [
        "Dam opens after years of delay, minister says",
        "14:20",
        "- one",
        "Nov 10\nby Ana Rel",
        "Title: Dam opens\nURL: https://a.example/b\n",
        "a" * 400,
        "(" * 200 + "Ana Rel/Norda",
        "by Ana Rel and Tor Lind and",
        "Photo: " * 40,
        "1 2 3 4 5 6 7 8 9:10 11 Nov 12 13",
        "The dam opened on Monday after eleven years, the minister told reporters. “It holds,” he said.",
    ],
)
def test_time_grows_no_faster_than_the_page(line: str) -> None:
    """Four times the page takes about four times as long; a quadratic pass takes sixteen."""
    assert growth(lambda size: take((line + "\n") * size), 200) < 10


def test_one_endless_line_takes_no_longer_than_many() -> None:
    """A page without line breaks is no trap for a pattern."""
    words = "by Ana Rel 14:20 (Photo/Norda) – 10 Nov 2024, “said”. "
    assert growth(lambda size: take(words * size), 800) < 10  # four times the line; a quadratic pass takes sixteen


@pytest.mark.skipif(not (SHARED / "data/seed/page.txt").is_file(), reason="the seed page is not at hand")
def test_the_seed_page_is_read_exactly() -> None:
    """One article, one card, three briefs of two days, the last updated at a time the capture does not give."""
    body = (SHARED / "data/seed/page.txt").read_bytes()
    reading = take_apart_plain(Capture(name="seed", body=body, media_type="text/plain"))
    check(reading)
    page = reading.page.text
    article, card, *briefs = reading.texts
    assert [text.kind for text in reading.texts] == ["article", "card", "brief", "brief", "brief"]
    assert article.published is not None
    assert (article.published.earliest, article.published.grain) == ("2024-11-10T21:57", "minute")
    assert not article.published.inferred
    assert (len(article.byline), article.reading_minutes, len(article.body)) == (1, 2, 9)
    assert [len((caption.credit or "").split("/")) for caption in article.captions] == [2]
    assert len(article.disclosures) == 1
    assert (card.headline is not None, len(card.body), card.byline) == (True, 1, ())
    times = [brief.published.earliest for brief in briefs if brief.published]
    assert times == ["2024-11-10T14:20", "2024-11-10T04:34", "2024-11-09T14:25"]
    assert all(brief.published and brief.published.inferred for brief in briefs)
    assert all(len(brief.body) == 1 and brief.headline for brief in briefs)
    updated = briefs[2].updated
    assert updated is not None
    assert (updated.earliest, updated.latest, updated.grain) == (None, None, None)
    assert updated.span is not None
    assert updated.span.of(page).startswith("(Updated:")
    footer = next(part for part in reading.parts if part.span.of(page).startswith("Author:"))
    assert (footer.kind, footer.text_id) == ("byline", article.id)
