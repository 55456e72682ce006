"""Readings as one page: nothing of a hostile page gets out of its words, and nothing of them is lost."""

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from cli.made import ARTICLE, BRIEF, DENIED, OWN, PROMISED, READING, RELAYED
from make import a_claim, a_reading
from sayso.newsroom import as_html
from sayso.record import Claim, Ground, Grounds, Link, Missed, Part, Reading, Source, Span
from sayso.record.visible import visible

TAGS = (
    "html head meta title style body a header h1 h2 h3 h4 h5 details summary ul ol li span strong small bdi nav main "
    "section article div p br dl dt dd q code blockquote footer"
)
ALLOWED = set(TAGS.split())
EVIL = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>\" onclick='x' {{ 7*7 }} "
    "\x1b[2J \u202egnp.exe \x00 ]]>--></style>"
)


class Parsed(HTMLParser):
    """The tags with their attributes, the words inside the body, and the words by class."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.within: list[tuple[str, str]] = []
        self.marked: list[tuple[str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "br"}:
            self.within.append((tag, dict(attrs).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.within.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self.within and self.within[-1][0] not in {"style", "title"}:
            self.words.append(data)
            self.marked.append((self.within[-1][1], data))

    def of(self, name: str) -> list[str]:
        """The words directly inside elements of a class."""
        return [words for classes, words in self.marked if name in classes.split()]

    def attributes(self, name: str) -> list[str]:
        """Every value of an attribute."""
        return [value or "" for _, attrs in self.tags for key, value in attrs.items() if key == name]


def parsed(*readings: Reading, name: str = "dam.txt") -> Parsed:
    return Parsed(as_html([(name, reading) for reading in readings]))


def one_line(parts: Sequence[str]) -> str:
    return " ".join("".join(parts).split())


def test_the_page_needs_nothing_beside_it() -> None:
    """No script, no address but its own places, no style but the one its policy knows."""
    page = as_html([("dam.txt", READING)])
    found = Parsed(page)
    assert {tag for tag, _ in found.tags} <= ALLOWED
    assert found.attributes("src") == [] and found.attributes("style") == []
    assert all(link.startswith("#") for link in found.attributes("href"))
    assert [key for _, attrs in found.tags for key in attrs if key.startswith("on")] == []
    style = re.findall(r"<style>(.*?)</style>", page, re.S)
    digest = b64encode(sha256(style[0].encode()).digest()).decode()
    assert len(style) == 1 and f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert "url(" not in style[0] and "@import" not in style[0]


def test_every_link_leads_somewhere_and_no_name_is_given_twice() -> None:
    found = parsed(READING, READING)
    ids = found.attributes("id")
    assert len(ids) == len(set(ids))
    named = [word for key in ("aria-labelledby",) for word in found.attributes(key)]
    assert {link[1:] for link in found.attributes("href")} | set(named) <= set(ids)


def test_landmarks_and_headings_are_in_order() -> None:
    """One main, one header, one footer; no heading skips a level."""
    found = parsed(READING)
    tags = [tag for tag, _ in found.tags]
    assert [tags.count(tag) for tag in ("main", "header", "footer", "h1")] == [1, 1, 1, 1]
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h\d", tag)]
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def hostile() -> Reading:
    """A reading in which every word of the page and every field that a page can fill attacks the reader."""
    reading = a_reading(f"{EVIL} held, {EVIL} said.")
    claim = a_claim(reading, f"{EVIL} held", cue="said")
    voice = Source(id="s", kind="person", name=EVIL, described_as=EVIL, count=(2, None), anonymity="vague")
    claim = replace(
        claim,
        chain=(
            Link(source=Source(id="o", kind="outlet", name=EVIL), relation="published"),
            Link(source=Source(id="r", kind="outlet", described_as=EVIL), relation="reported", cue=EVIL),
            Link(source=voice, relation="told", cue=EVIL, span=Span(0, 9)),
        ),
        told_to=Span(0, 20),
        unnamed_because=Span(3, 60),
        made_by=EVIL,
    )
    text = replace(reading.texts[0], headline=EVIL, language='en" onload="x', section=EVIL, byline=(EVIL,))
    page = replace(reading.page, url=f"javascript:{EVIL}", outlet=EVIL, captured=EVIL, id=EVIL)
    missed = (Missed(what=EVIL, why=EVIL),)
    return replace(reading, page=page, texts=(text,), claims=(claim,), missed=missed, made_by=(EVIL,))


def test_nothing_hostile_leaves_the_words() -> None:
    """Tags, attributes, template marks, controls and reordering marks of a page are words in the sheet."""
    page = as_html([(EVIL, hostile()), (EVIL, hostile())])
    found = Parsed(page)
    assert {tag for tag, _ in found.tags} <= ALLOWED
    assert not {"script", "img"} & {tag for tag, _ in found.tags}
    assert [key for _, attrs in found.tags for key in attrs if key.startswith("on")] == []
    assert not set("\x1b\x00\u202e") & set(page)
    assert "{{ 7*7 }}" in "".join(found.words) and "49" not in "".join(found.of("block"))
    assert page.count("<style>") == page.count("</style>") == 1
    assert "\\x1b[2J \\u202egnp.exe" in "".join(found.words)


def test_all_words_of_the_page_are_there_in_order() -> None:
    """Marked or not, folded or not, labelled or not: the text of the page, in reading order."""
    found = parsed(READING)
    body = [w for c, w in found.marked if not {"ref", "kind", "num"} & set(c.split())]
    text = one_line(body)
    place = 0
    for line in READING.page.text.splitlines():
        if line.strip():
            words = " ".join(line.split())
            assert words in text
            place = text.index(words, place) if line != "2:20 PM" else place


def spans_in(found: Parsed, role: str) -> list[str]:
    return [words for words in found.of(role) if words.strip()]


def test_source_cue_and_content_are_marked_apart() -> None:
    found = parsed(READING)
    assert {"sources in the ministry", "The Water Ministry", "Governor Ana Reth"} <= set(spans_in(found, "source"))
    assert {"told", "denied", "said"} <= set(spans_in(found, "cue"))
    assert "Two gates of the Sorrel dam were opened on March 2" in spans_in(found, "content")


def test_a_content_in_pieces_is_one_claim() -> None:
    """Both pieces carry the claim's number, and the number stands once."""
    found = parsed(READING)
    pieces = [words for classes, words in found.marked if {"content", "k3"} <= set(classes.split())]
    assert pieces == ['"We will pay every family,"', '"Nobody will wait."']
    assert found.attributes("id").count("t3") == 1


def test_a_claim_inside_another_is_marked_in_both() -> None:
    """The inner content is underlined twice; the inner source is a source within the outer content."""
    reading = a_reading("Norda reported that Ada Lind had said that the dam held.")
    outer = a_claim(reading, "that Ada Lind had said that the dam held", source="Norda", cue="reported")
    inner = replace(outer, id="inner", content_spans=(span(reading, "that the dam held"),), cue="said",
                    cue_spans=(span(reading, "said"),), source_spans=(span(reading, "Ada Lind"),),
                    span=span(reading, "Ada Lind had said that the dam held"))  # fmt: skip
    found = parsed(replace(reading, claims=(outer, inner)))
    marks = {words: set(classes.split()) for classes, words in found.marked if "k1" in classes.split()}
    assert marks["Ada Lind"] == {"content", "source", "k1", "k2"}
    assert marks["said"] == {"content", "cue", "k1", "k2"}
    assert marks["that the dam held"] == {"content", "deep", "k1", "k2"}


def span(reading: Reading, words: str) -> Span:
    start = reading.page.text.index(words)
    return Span(start, start + len(words))


def test_crossing_spans_are_cut_where_they_cross() -> None:
    """Two contents that overlap without one holding the other share the words in the middle."""
    reading = a_reading("one two three four five six")
    first, second = a_claim(reading, "one two three four"), a_claim(reading, "three four five six")
    found = parsed(replace(reading, claims=(first, second)))
    marks = [(words.strip(), set(classes.split()) & {"k1", "k2"}) for classes, words in found.marked if "k" in classes]
    assert [mark for mark in marks if mark[1]] == [
        ("one two", {"k1"}), ("three four", {"k1", "k2"}), ("five six", {"k2"}),
    ]  # fmt: skip


def test_a_claim_over_two_paragraphs_bears_its_number_in_both() -> None:
    reading = a_reading('"The dam held," Lind said.\n\n"Nobody was hurt."')
    claim = a_claim(reading, ['"The dam held,"', '"Nobody was hurt."'], source="Lind", cue="said")
    found = parsed(replace(reading, claims=(claim,)))
    labels = found.attributes("aria-label")
    assert "claim 1" in labels and "claim 1 goes on" in labels


def test_a_note_tells_the_chain_and_what_the_claim_does() -> None:
    found = one_line(parsed(READING).words)
    assert (
        "outlet not named Vesna Courier reported sources in the ministry “told” · unnamed · two or more voices" in found
    )
    assert "statement denies certain read with over 99% certainty" in found
    assert "said 2031-03-03" in found and "figures all 12 gates" in found
    assert "promises probable read with 42% certainty" in found


def test_what_is_unusual_stands_out_by_more_than_colour() -> None:
    assert set(parsed(READING).of("odd")) == {"denies", "promises", "probable"}


def test_the_grounds_are_folded_under_each_note() -> None:
    found = parsed(READING)
    assert one_line(found.words).count("claim 1 was read so") == 1
    assert "no word says otherwise" in one_line(found.of("rule"))


def test_furniture_is_folded_and_sentences_of_the_outlet_are_counted() -> None:
    found = parsed(READING)
    assert "fold" in found.attributes("class")
    assert "1 furniture part" in found.words
    assert one_line(found.of("own")).count("1 sentence in the outlet's own voice") == 2


def test_pictures_past_the_first_few_are_folded() -> None:
    """A page with ten captions keeps three in sight."""
    lines = [f"Picture number {n} of the dam." for n in range(10)]
    reading = a_reading("\n\n".join(lines))
    parts = tuple(Part(span=block, kind="caption", text_id=reading.texts[0].id) for block in reading.texts[0].body)
    found = parsed(replace(reading, parts=parts))
    assert found.of("kind").count("caption") == 3 and "7 caption parts" in found.words


def test_a_claim_in_furniture_is_not_folded_away() -> None:
    parts = (Part(span=RELAYED.span, kind="furniture"),)
    found = parsed(replace(READING, parts=parts, claims=(RELAYED,)))
    assert "n1" in found.attributes("id") and "fold" not in found.attributes("class")


def test_an_item_that_goes_on_behind_another_is_continued() -> None:
    reading = a_reading("First words.\n\nA card.\n\nLast words.")
    first, card, last = reading.texts[0].body
    item, teaser = reading.texts[0], replace(BRIEF, kind="card", span=card, body=(card,))
    parts = (
        Part(span=first, kind="paragraph", text_id=item.id),
        Part(span=card, kind="headline", text_id=teaser.id),
        Part(span=last, kind="paragraph", text_id=item.id),
    )
    found = parsed(replace(reading, texts=(item, teaser), parts=parts))
    assert [words.strip() for words in found.of("what") if words.strip()] == ["article", "card", "article, continued"]


def test_several_pages_are_numbered_on() -> None:
    """A second page's claims go on counting, and a list of the pages leads to each."""
    found = parsed(READING, READING)
    assert [link for link in found.attributes("href") if link.startswith("#p")] == ["#p1", "#p2"]
    assert {f"n{k}" for k in range(1, 7)} <= set(found.attributes("id"))


@pytest.mark.parametrize("claims", [(), (OWN,)])
def test_a_page_without_attributed_claims_is_a_page(claims: tuple[Claim, ...]) -> None:
    found = parsed(replace(READING, claims=claims))
    assert "0 attributed claims by 0 voices" in one_line(found.words)


def test_grounds_of_other_claims_are_left_out() -> None:
    """A ground with no value shows nothing; a claim without a chain says that nobody was read."""
    from sayso.publish.sheet import sheet_of

    bare = replace(DENIED, chain=())
    stray = Grounds(claim_id=PROMISED.id, page_id="p", grounds=(Ground(field="cue", value="x", by="y@1"),))
    page = sheet_of([("dam", replace(READING, claims=(bare,)), (stray,))])
    assert "speaker not read" in page and "y@1" not in page


def luminance(colour: str) -> float:
    parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def themes() -> list[dict[str, str]]:
    style = files("sayso.publish").joinpath("templates", "sheet.css").read_text("utf-8")
    light, dark = re.findall(r":root\{(.*?)\}", style, re.S)[:2]
    return [dict(re.findall(r"--(\w+):(#[0-9a-f]{6})", theme)) for theme in (light, dark)]


@pytest.mark.parametrize("theme", themes(), ids=("light", "dark"))
@pytest.mark.parametrize("ground", ["paper", "note", "source", "cue", "glow"])
@pytest.mark.parametrize("ink", ["ink", "quiet", "link", "odd"])
def test_words_stand_out_from_what_is_behind_them(theme: dict[str, str], ground: str, ink: str) -> None:
    """At least 4.5 to 1, in the light and in the dark (WCAG 2.2 AA); notes and numbers may stand on any ground."""
    one, other = sorted((luminance(theme[ground]), luminance(theme[ink])))
    assert (other + 0.05) / (one + 0.05) >= 4.5


def test_what_is_shown_of_an_article_is_visible() -> None:
    assert visible(ARTICLE.headline or "") in one_line(parsed(READING).words)
