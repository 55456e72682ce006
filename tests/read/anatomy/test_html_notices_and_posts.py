"""Pages without help from their metadata: notices among the paragraphs, posts of a live page, a newsroom as author."""

import pytest

from sayso.read.anatomy.html.page import take_apart_html
from sayso.record import Capture, Reading, Text

STORY = (
    "<p>The head of the intelligence service, Conrad Bellamy, resigned on Wednesday over a memo that ordered the "
    "wiretapping of at least four journalists in the capital.</p>"
    "<p>“I signed what I should have read,” Bellamy wrote in his letter, which was published by his office at noon.</p>"
    "<p>Cases of this kind first appeared in the courts of Alder ten years ago, and none of them led to a sentence.</p>"
    "<p>Opposition leader Thea Morrow demanded that the memo be published in full before parliament meets again.</p>"
)
NOTES = (
    "<p>Correction, April 2, 2025: An earlier version of this article misstated Mr Bellamy's age. He is 58.</p>"
    "<p>This article was translated from French with the help of AI tools and checked by an editor.</p>"
    "<p>(Reporting by Ulla Renquist in Alder City; Editing by Bo Finn)</p>"
)
POSTS = (
    ("2025-10-05T23:58:00+02:00", "11:58 PM", "The ‘no’ camp concedes", "Saskia Venn, who led it, conceded defeat."),
    ("2025-10-05T22:14:00+02:00", "10:14 PM", "Turnout at 71%", "Turnout was 71 percent, the electoral office said."),
    ("2025-10-05T20:03:00+02:00", "8:03 PM", "Crown ahead", "An exit poll puts support for the crown at 54 percent."),
    (
        "2025-10-05T18:00:00+02:00",
        "6:00 PM",
        "",
        "Polls close in two hours, and at least three stations ran out of ballots this afternoon, officials said.",
    ),
)


def page(body: str, head: str = "") -> Reading:
    title = body.partition("<h1>")[2].partition("</h1>")[0]
    html = f"<html lang=en><head><title>{title}</title>{head}</head><body><main>{body}</main></body></html>"
    return take_apart_html(Capture(name="p", body=html.encode(), media_type="text/html", url=None, captured=None))


def article(reading: Reading) -> Text:
    return next(text for text in reading.texts if text.kind == "article")


def words(reading: Reading, text: Text) -> list[str]:
    return [span.of(reading.page.text) for span in text.body]


def test_notices_and_sign_offs_are_no_body() -> None:
    """They close the story in the same element, without a class that says so; a paragraph that sounds so stays."""
    first = "<p>This story has been updated to correct the number of journalists.</p>"
    reading = page(f"<article><h1>Spy chief resigns over memo</h1>{first}{STORY}{NOTES}</article>")
    text = article(reading)
    assert len(words(reading, text)) == 4
    assert any(line.startswith("Cases of this kind") for line in words(reading, text))
    assert [line.split()[0] for line in text.disclosures] == ["This", "Correction,", "This"]
    assert any(part.kind == "apparatus" for part in reading.parts)


def test_posts_of_a_live_page_are_briefs_without_json_ld() -> None:
    """Each has its headline, its time as the markup says it, and its words; one without a headline keeps its words."""
    items = "".join(
        f'<li class=update><time datetime="{at}">{clock}</time>{f"<h2>{title}</h2>" if title else ""}<p>{said}</p></li>'
        for at, clock, title, said in POSTS
    )
    reading = page(
        "<h1>LIVE: Vote count in Karsa</h1><p>Karsans have voted on whether to keep the crown. Follow the count.</p>"
        f"<ol>{items}</ol>"
    )
    briefs = [text for text in reading.texts if text.kind == "brief"]
    assert [brief.headline for brief in briefs] == [title or None for _, _, title, _ in POSTS]
    assert [words(reading, brief) for brief in briefs] == [[said] for _, _, _, said in POSTS]
    assert [brief.published and brief.published.earliest for brief in briefs] == [
        at.replace(":00+", "+") for at, *_ in POSTS
    ]
    assert article(reading).headline == "LIVE: Vote count in Karsa"
    assert not any(said in words(reading, article(reading)) for *_, said in POSTS)


def test_a_newsroom_in_json_ld_gives_way_to_a_person_in_the_byline() -> None:
    """The publisher's template names the paper; the page names who wrote."""
    told = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Spy chief resigns over memo", '
        '"author": {"@type": "Organization", "name": "The Alder Times"}, '
        '"publisher": {"@type": "Organization", "name": "Alder Media Group"}}</script>'
    )
    byline = '<div class=byline>Words by <a rel=author href="/p/ulla">Ulla Renquist</a> in Alder City</div>'
    assert article(page(f"<h1>Spy chief resigns over memo</h1>{byline}{STORY}", told)).byline == ("Ulla Renquist",)
    assert article(page(f"<h1>Spy chief resigns over memo</h1>{STORY}", told)).byline == ("The Alder Times",)


@pytest.mark.parametrize("title", ["{} | The Alder Times", "The Alder Times - {}"])
def test_a_line_with_the_page_s_name_is_the_headline_without_the_site_s(title: str) -> None:
    """Boxes alone, no heading, no metadata but the title."""
    line = "Spy chief resigns over wiretap memo - and takes no questions"
    html = (
        f"<title>{title.format(line)}</title><div><a href='/'>Home</a></div><div><div>{line}</div>"
        f"<div>By Ulla Renquist</div>{STORY}</div>"
    )
    text = article(
        take_apart_html(Capture(name="p", body=html.encode(), media_type="text/html", url=None, captured=None))
    )
    assert (text.headline, text.byline) == (line, ("Ulla Renquist",))
