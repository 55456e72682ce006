"""Teasers for other stories on an HTML page: a linked headline outside the article, with where it leads."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from sayso.read.anatomy.html.elements import CONTROL, FOOTER, FORM, HEADING, NAV
from sayso.read.anatomy.html.tree import Block, Mark, Tree
from sayso.record import Part, Reading, Span, Text, make_id

_ELSEWHERE = NAV | FOOTER | FORM | CONTROL
_LONGEST = 220  # characters of a headline
_WORDS, _HEADING_WORDS = 5, 3  # that a linked line, and a linked heading, has at least to be one
_PATH = 12  # characters that the path of a story's address has at least: sections' are shorter


def with_cards(reading: Reading, tree: Tree) -> Reading:
    """The reading with a card for every teaser among its furniture; one a story, the first place it stands at."""
    found = dict(_teasers(reading, tree))
    if not found:
        return reading
    page = reading.page
    cards: dict[int, Text] = {}
    for start, (span, url) in found.items():
        headline = " ".join(span.of(page.text).split())
        cards[start] = Text(
            id=make_id("text", page.id, "card", start), page_id=page.id, kind="card", span=span,
            headline=headline, headline_span=span, url=url,
        )  # fmt: skip
    parts = tuple(
        Part(span=part.span, kind="headline", text_id=cards[part.span.start].id)
        if part.kind == "furniture" and part.span.start in cards
        else part
        for part in reading.parts
    )
    texts = sorted((*reading.texts, *cards.values()), key=lambda text: text.span.start)
    return replace(reading, parts=parts, texts=tuple(texts))


def _teasers(reading: Reading, tree: Tree) -> Iterator[tuple[int, tuple[Span, str]]]:
    """Where each teaser's headline starts, its span and its story's address."""
    links = [mark for mark in tree.marks if mark.tag == "a" and mark.end > mark.start]
    starts = [mark.start for mark in links]
    loose = {part.span.start for part in reading.parts if part.kind == "furniture" and part.text_id is None}
    base = reading.page.url or ""
    told = {base.split("#")[0]} | {text.url or "" for text in reading.texts}
    for block in tree.blocks:
        if not block.linked or block.start not in loose or not _is_headline(block, tree.text):
            continue
        link = _link(block, links, starts)
        url = urljoin(base, link.element.attr("href") or "").split("#")[0] if link else ""
        if _is_story(url) and url not in told:
            told.add(url)
            yield block.start, (Span(block.start, block.end), url)


def _is_headline(block: Block, text: str) -> bool:
    """Whether a block is a line of several words that is all one link, outside menus, footers and forms."""
    size = block.end - block.start
    if block.links != 1 or block.places & _ELSEWHERE or size > _LONGEST or block.linked < 0.9 * size:
        return False
    needed = _HEADING_WORDS if block.places & HEADING else _WORDS
    return text.count(" ", block.start, block.end) + 1 >= needed


def _link(block: Block, links: list[Mark], starts: list[int]) -> Mark | None:
    """The first link in a block, or the one around it."""
    place = bisect_right(starts, block.start) - 1
    if place >= 0 and links[place].end > block.start:
        return links[place]
    if place + 1 < len(links) and links[place + 1].start < block.end:
        return links[place + 1]
    return None


def _is_story(url: str) -> bool:
    """Whether an address looks like one story's: on the web or relative, with a path of some length."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https", "") and len(parts.path) + len(parts.query) >= _PATH
