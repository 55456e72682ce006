"""Pages of every layout that news stands in: the story is the body, all the rest is labelled and kept."""

import pytest

from sayso.read.anatomy.html.page import take_apart_html
from sayso.record import Capture, Reading, Text

LEAD = "The town of Velm closed its only bridge on Monday after inspectors found a crack in the northern pier."
MORE = "Mayor Ines Torvald said the closure would last at least three weeks, and that ferries would run every hour."
LAST = (
    "“We would rather lose a month than a life,” she told reporters at the town hall, adding that the cost was unknown."
)
STORY = (LEAD, MORE, LAST)
MENU = "<ul class=menu><li><a href=/>Home</a><li><a href=/news>News</a><li><a href=/sport>Sport</a></ul>"
FOOT = "<div class=footer><a href=/imprint>Imprint</a> <a href=/privacy>Privacy</a> © 2031 Velm Courier</div>"
MOST_READ = (
    "<div class='sidebar most-read'><h3>Most read</h3><ul>"
    "<li><a href='/2031/05/ferry-timetable-changes'>Ferry timetable changes again for the summer</a>"
    "<li><a href='/2031/05/school-roof'>School roof to be mended before the autumn</a></ul></div>"
)


def _paragraphs(tag: str = "p") -> str:
    return "".join(f"<{tag}>{words}</{tag}>" for words in STORY)


LAYOUTS = {
    "semantic": f"<header>{MENU}</header><main><article><h1>Velm bridge closed</h1>{_paragraphs()}</article></main>"
    f"<aside>{MOST_READ}</aside><footer>{FOOT}</footer>",
    "wordpress": f"<div id=page>{MENU}<div class='post hentry'><h1 class=entry-title>Velm bridge closed</h1>"
    f"<div class=entry-content>{_paragraphs()}<div class=sharedaddy><h3>Share this:</h3>"
    f"<ul><li><a href=?share=t>Twitter</a></ul></div></div></div>"
    f"<div id=secondary class=widget-area>{MOST_READ}</div>{FOOT}</div>",
    "div soup": f"<div><div>{MENU}</div><div><div><h1>Velm bridge closed</h1><div>{_paragraphs('div')}</div></div>"
    f"<div>{MOST_READ}</div></div>{FOOT}</div>",
    "amp": f"<amp-sidebar>{MENU}</amp-sidebar><article class=amp-wp-article><h1>Velm bridge closed</h1>"
    f"<amp-img src=a></amp-img><div class=amp-wp-article-content>{_paragraphs()}<amp-ad></amp-ad></div></article>"
    f"{FOOT}",
    "table": f"<table width=100%><tr><td colspan=2>{MENU}</td></tr><tr><td width=160>{MOST_READ}</td><td>"
    f"<h1>Velm bridge closed</h1>{_paragraphs()}</td></tr><tr><td>{FOOT}</td></tr></table>",
    "br br": f"{MENU}<h1>Velm bridge closed</h1><div id=story>{'<br><br>'.join(STORY)}</div>{MOST_READ}{FOOT}",
    "pre": f"{MENU}<h1>Velm bridge closed</h1><pre>{chr(10).join(STORY).replace('. ', '.' + chr(10) * 2)}</pre>{FOOT}",
}


def _read(html: str, url: str = "https://courier.example/2031/05/velm-bridge-closed") -> Reading:
    head = "<head><title>Velm bridge closed - Velm Courier</title></head>"
    page = f"<!doctype html><html lang=en>{head}<body>{html}</body></html>"
    return take_apart_html(Capture(name="page", body=page.encode(), media_type="text/html", url=url))


def _article(reading: Reading) -> Text:
    (found,) = [text for text in reading.texts if text.kind == "article"]
    return found


def _body(reading: Reading) -> str:
    return " ".join(" ".join(span.of(reading.page.text) for span in _article(reading).body).split())


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_story_is_the_body_and_the_rest_is_not(layout: str) -> None:
    """Every paragraph is in it; menus, most-read lists and footers are not."""
    reading = _read(LAYOUTS[layout])
    body = _body(reading)
    assert [words for words in STORY if words not in body] == []
    assert [words for words in ("Sport", "Ferry timetable", "Imprint", "Share this") if words in body] == []
    assert "Sport" in reading.page.text and "Imprint" in reading.page.text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_headline_is_found(layout: str) -> None:
    """On the page, where it stands."""
    reading = _read(LAYOUTS[layout])
    article = _article(reading)
    assert article.headline == "Velm bridge closed"
    assert article.headline_span and article.headline_span.of(reading.page.text) == "Velm bridge closed"


def test_lists_and_quotes_of_the_story_are_body() -> None:
    """With their labels."""
    parts = (
        f"<p>{LEAD}</p><ul><li>Cars use the Ost tunnel until further notice<li>Cyclists use the ferry from Dock 2</ul>"
    )
    quote = "<blockquote><p>Nobody warned us before the inspectors came, said the ferry pilot.</p></blockquote>"
    reading = _read(f"<article><h1>Velm bridge closed</h1>{parts}<p>{MORE}</p>{quote}<p>{LAST}</p></article>{FOOT}")
    kinds = [part.kind for part in reading.parts if part.text_id == _article(reading).id and part.kind != "headline"]
    assert kinds == ["paragraph", "list", "list", "paragraph", "quote", "paragraph"]


def test_other_words_than_english() -> None:
    """Structure tells the body in any language."""
    german = [
        "Die Stadt Velm hat am Montag ihre einzige Brücke gesperrt, nachdem Prüfer einen Riss im Pfeiler fanden.",
        "Bürgermeisterin Ines Torvald sagte, die Sperrung dauere drei Wochen, und die Fähre fahre jede Stunde.",
        "„Lieber verlieren wir einen Monat als ein Leben“, sagte sie vor dem Rathaus und nannte keine Kosten.",
    ]
    body = "".join(f"<p>{words}</p>" for words in german)
    reading = _read(
        f"<nav>{MENU}</nav><main><h1>Brücke in Velm gesperrt</h1><div class=artikeltext>{body}</div></main>{FOOT}"
    )
    assert _body(reading) == " ".join(german)


def test_most_read_lines_are_cards() -> None:
    """With their headline and address; menus and footers make none."""
    reading = _read(LAYOUTS["semantic"])
    cards = [(text.headline, text.url) for text in reading.texts if text.kind == "card"]
    assert cards == [
        ("Ferry timetable changes again for the summer", "https://courier.example/2031/05/ferry-timetable-changes"),
        ("School roof to be mended before the autumn", "https://courier.example/2031/05/school-roof"),
    ]
    spans = [text.span.of(reading.page.text) for text in reading.texts if text.kind == "card"]
    assert spans == [headline for headline, _ in cards]


def test_a_row_of_links_is_no_card() -> None:
    """Several links side by side are a menu, whatever element they stand in."""
    row = "".join(f"<a href='/section/number-{k}-of-many'>Section {k}</a>" for k in range(6))
    reading = _read(f"<div>{row}</div><article><h1>Velm bridge closed</h1>{_paragraphs()}</article>")
    assert [text.kind for text in reading.texts] == ["article"]


def test_a_section_page_holds_cards_and_no_body() -> None:
    """A list of linked headlines is not a story."""
    items = "".join(
        f"<li><h2><a href='/2031/05/story-number-{k}'>Council votes on item {k} of the budget</a></h2></li>"
        for k in range(12)
    )
    reading = _read(
        f"<nav>{MENU}</nav><main><h1>News</h1><ul class=river>{items}</ul></main>{FOOT}", "https://courier.example/news"
    )
    assert len([text for text in reading.texts if text.kind == "card"]) == 12
    assert [text.body for text in reading.texts if text.kind == "article" and text.body] == []


def test_a_page_without_words_has_no_texts() -> None:
    """Nothing is made up."""
    reading = _read("<img src=a>")
    assert (reading.page.text, reading.parts, reading.texts) == ("", (), ())
