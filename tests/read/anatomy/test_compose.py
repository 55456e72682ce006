"""HTML pages put together: parts that cover the page, items that own them."""

import gzip
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read.anatomy.html.compose import compose
from sayso.read.anatomy.html.tree import grow
from sayso.record import Capture, PartKind, Reading

LONG = "The ferry between Port Alder and the islands sailed again on Monday after nine weeks in the dock."
PAGE = f"""<html lang=en><head><title>Ferry runs again | The Alder Post</title>
<meta property="article:published_time" content="2026-03-02T09:41:00+02:00"></head><body>
<nav><a href=/>Home</a> <a href=/sea>Sea</a></nav><article><h1>Ferry runs again</h1><p class=byline>By Ada Moor</p>
<figure><img src=a.jpg><figcaption>The Sea Heron on Monday (Photo: Bo Finn)</figcaption></figure>
<p>PORT ALDER (Norda) — {LONG}</p><p>{LONG}</p><p>This article contains affiliate links.</p></article>
<aside><h3>Latest</h3><ul><li><time>9:40</time> <a href=/1>Quay cleared by harbour police</a></li>
<li><time>9:10</time> <a href=/2>Ship turns back in high wind</a></li>
<li><time>22:50</time> <a href=/3>Council votes on harbour dues</a></li></ul></aside>
<footer>© 2026 The Alder Post</footer></body></html>"""


def read(html: str) -> Reading:
    tree = grow(html)
    body: dict[int, PartKind] = {
        index: "paragraph"
        for index, block in enumerate(tree.blocks)
        if block.tag == "p" and block.end - block.start > 60
    }
    return compose(tree, Capture(name="page", body=html.encode(), media_type="text/html"), body)


def check(reading: Reading) -> None:
    """The parts hold every character that is not blank, each once, in order; items own parts inside their span."""
    text, at = reading.page.text, 0
    for part in reading.parts:
        assert part.span.start >= at
        assert not text[at : part.span.start].strip()
        at = part.span.end
    assert not text[at:].strip()
    spans = {item.id: item.span for item in reading.texts}
    assert len(spans) == len(reading.texts)
    for part in reading.parts:
        assert part.text_id is None or spans[part.text_id].holds(part.span)


def test_a_page_is_an_article_its_briefs_and_furniture():
    reading = read(PAGE)
    check(reading)
    article, *briefs = reading.texts
    text = reading.page.text
    assert (article.kind, article.headline, article.byline) == ("article", "Ferry runs again", ("Ada Moor",))
    assert article.dateline == "PORT ALDER (Norda) —"
    assert [span.of(text) for span in article.body] == [LONG, LONG]
    assert [(caption.text, caption.credit) for caption in article.captions] == [("The Sea Heron on Monday", "Bo Finn")]
    assert article.disclosures == ("This article contains affiliate links.",)
    assert [(brief.kind, brief.headline) for brief in briefs] == [
        ("brief", "Quay cleared by harbour police"),
        ("brief", "Ship turns back in high wind"),
        ("brief", "Council votes on harbour dues"),
    ]
    assert [brief.published.earliest for brief in briefs if brief.published] == [
        "2026-03-02T09:40",
        "2026-03-02T09:10",
        "2026-03-01T22:50",
    ]
    kinds = {part.span.of(text): part.kind for part in reading.parts}
    assert kinds["Home Sea"] == "furniture"
    assert kinds["© 2026 The Alder Post"] == "furniture"


def test_a_page_without_anything_has_no_items():
    reading = read("<html><body></body></html>")
    assert (reading.texts, reading.parts, reading.page.text) == ((), (), "")


PIECES = st.sampled_from(
    [
        f"<p>{LONG}</p>",
        "<figure><img><figcaption>A ship (Photo: Bo)</figcaption></figure>",
        "<li><time>9:40</time> A story</li>",
        "<div class=entry><div>14:20</div><h3>Quay cleared</h3>",
        "<h1>Ferry runs again</h1>",
        "<p>By Ada Moor</p>",
        "<div class=caption>",
        "<span class=credit>Ada</span>",
        "<a href=/author/ada>Ada Moor</a>",
        "<time datetime=2026-03-02>2 March</time>",
        "2 March 2026 9:41",
        *["<cite>", "<figure>", "</figure>", "<article>", "</article>", "<p>", "x", "<br>", "<ul>", "</ul>", "</div>"],
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=24))
def test_any_markup_is_covered_by_its_parts(pieces):
    check(read("<html><body>" + "".join(pieces)))


NEWS = Path(os.environ.get("SAYSO_SHARED") or Path(__file__).parents[4] / "shared") / "data" / "newspages"


@pytest.mark.skipif(not NEWS.is_dir(), reason="the shared pages are not here")
def test_real_pages_are_covered_by_their_parts():
    for path in sorted(NEWS.glob("*/*.html.gz"))[::6]:
        check(read(gzip.decompress(path.read_bytes()).decode("utf-8", "replace")))
