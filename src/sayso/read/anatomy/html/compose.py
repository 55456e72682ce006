"""The parts and story items of an HTML page, put together from what its body chooser and its markup readers found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from sayso.read.anatomy.dateline import dateline
from sayso.read.anatomy.html import clocklist, figures, live
from sayso.read.anatomy.html.about import About, about
from sayso.read.anatomy.html.elements import ASIDE, FIGURE, FOOTER, FORM, NAV
from sayso.read.anatomy.html.figures import Figure
from sayso.read.anatomy.html.live import Update
from sayso.read.anatomy.html.metadata import head_of, metadata
from sayso.read.anatomy.html.tree import Block, Tree
from sayso.read.anatomy.language import language
from sayso.read.anatomy.wording import is_apparatus, notice
from sayso.record import (
    BODY_PARTS,
    Capture,
    Missed,
    Page,
    Part,
    PartKind,
    Reading,
    Span,
    Text,
    TextKind,
    make_id,
    page_of,
)

_ABROAD = NAV | FOOTER | FORM | ASIDE | FIGURE
_NOTE = (12, 700)  # characters of a notice
EDGE = 3  # blocks at the beginning of a body that may be notices: below them only its last are asked
AFTER = 12  # blocks behind the body that may still hold its notices and last picture


@dataclass(slots=True)
class _Item:
    """A story item while its parts are gathered."""

    kind: TextKind
    parts: list[tuple[Span, PartKind]] = field(default_factory=list)
    body: list[Span] = field(default_factory=list)
    shots: list[Figure] = field(default_factory=list)
    disclosures: list[str] = field(default_factory=list)
    dateline: str | None = None

    def add(self, start: int, end: int, kind: PartKind) -> None:
        """Adds a part, and a paragraph to the body."""
        if start < end:
            span = Span(start, end)
            self.parts.append((span, kind))
            if kind in BODY_PARTS:
                self.body.append(span)


def compose(tree: Tree, capture: Capture, body: Mapping[int, PartKind]) -> Reading:
    """The reading of a walked page; `body` are the indices of the article's body blocks with their labels.

    Blocks that nobody claims are furniture. Updates of a live page are briefs, whatever `body` says of their blocks.
    """
    head = head_of(tree)
    told = metadata(head, url=capture.url)
    first = min(body, default=None)
    found = about(tree, told, stop=first, captured=capture.captured)
    page = page_of(capture, tree.text, outlet=found.outlet, url=found.url)
    pictures = figures.figures(tree)
    shot = {index for figure in pictures for index in figure.blocks}
    missed: tuple[Missed, ...] = ()
    if told.live is not None:
        feed, missed = live.updates(tree, told.live, head.things, shot)
    else:
        feed = _posts(tree, body, found, shot, _anchor(found, capture))
    maker = _Maker(tree, page, found, pictures)
    texts = maker.texts(body, feed)
    return Reading(page=page, parts=maker.parts(), texts=texts, missed=missed)


def _posts(
    tree: Tree, body: Mapping[int, PartKind], found: About, shot: set[int], anchor: str | None
) -> tuple[Update, ...]:
    """The items of a page's feeds: those of a live page, whose posts were taken for its body, or those beside it."""
    heads = {index for index, kind in found.kinds.items() if kind in ("headline", "byline")}
    posts = clocklist.tickers(tree, anchor, shot | heads)
    inside = sum(not body.keys().isdisjoint(post.body) for post in posts)
    if not posts or inside >= clocklist.LEAST:
        return posts
    return clocklist.tickers(tree, anchor, shot | set(body) | set(found.kinds))


def _anchor(found: About, capture: Capture) -> str | None:
    """The ISO time that bare clocks of a feed count from."""
    for time in (found.updated, found.published):
        if time and time.latest:
            return time.latest
    return capture.captured


_start = attrgetter("span.start")


def _may_be_note(block: Block) -> bool:
    """True for a line that may be a notice or an author's note: words of its own, no link, form or newsletter."""
    size = block.end - block.start
    return _NOTE[0] <= size <= _NOTE[1] and block.linked * 2 <= size and not block.places & _ABROAD


def _without_head(body: Mapping[int, PartKind], found: About) -> dict[int, PartKind]:
    """The body without the lines at its beginning that only say who wrote it and when; a page is not left bare."""
    first = next((index for index in sorted(body) if index not in found.whole), None)
    return {index: kind for index, kind in body.items() if first is None or index >= first}


def _dateline(paragraph: str) -> int:
    """How much of a paragraph is its dateline; a hyphen within a name ends none."""
    cut = dateline(paragraph)
    return 0 if cut and paragraph[cut - 1] in "-\u2010\u2011\u2013" and paragraph[cut - 2].isalnum() else cut


class _Maker:
    """Hands every block to one item and makes the record's texts and parts of them."""

    def __init__(self, tree: Tree, page: Page, found: About, pictures: Sequence[Figure]) -> None:
        self.tree, self.page, self.found = tree, page, found
        self.in_picture = {index: figure for figure in pictures for index in figure.blocks}
        self.owner: dict[int, str] = {}
        self.language: str | None = None
        self.made: list[tuple[Span, PartKind, str | None]] = []

    def texts(self, body: Mapping[int, PartKind], feed: Iterable[Update]) -> tuple[Text, ...]:
        """The article first made, then the briefs; in reading order."""
        feed = tuple(feed)
        self.language = self._language(body, feed)
        of_feed = {index for update in feed for index in update.blocks}
        texts = [text for update in feed if (text := self._brief(update))]
        if article := self._article({index: kind for index, kind in body.items() if index not in of_feed}, of_feed):
            texts.append(article)
        return tuple(sorted(texts, key=lambda text: text.span.start))

    def parts(self) -> tuple[Part, ...]:
        """Every block of the page labelled, in order; what no item took is furniture."""
        owner = self.owner
        loose = [
            Part(span=Span(block.start, block.end), kind="furniture")
            for index, block in enumerate(self.tree.blocks)
            if index not in owner
        ]
        loose += [Part(span=span, kind=kind, text_id=text_id) for span, kind, text_id in self.made]
        loose.sort(key=_start)
        return tuple(loose)

    def _language(self, body: Mapping[int, PartKind], feed: Sequence[Update]) -> str | None:
        """The language of the first words, else the one declared: templates declare what editors do not write."""
        blocks = [self.tree.blocks[index] for index in [*body][:3] or [i for update in feed[:4] for i in update.body]]
        words = " ".join(self.tree.text[block.start : block.start + 160] for block in blocks)
        return language(words) or (self.found.language or "")[:2].lower() or None

    def _article(self, body: Mapping[int, PartKind], of_feed: set[int]) -> Text | None:
        """The article of the page: its head, body, pictures and notices; null where it has neither head nor body."""
        found = self.found
        heads = {index: kind for index, kind in found.kinds.items() if index not in of_feed}
        if not body and found.headline is None:
            return None
        item = _Item("article")
        body = _without_head(body, found)
        mine: dict[int, PartKind] = {**heads, **body}
        first, opened = min(mine), min(body, default=len(self.tree.blocks))
        last = max(body, default=max(heads, default=0)) + AFTER
        closing, edge = self._closing(body), sorted(body)[:EDGE]
        for index in range(min(len(self.tree.blocks), last + 1)):
            if index in of_feed or index in self.owner:
                continue
            figure = self.in_picture.get(index)
            if figure and index not in heads:
                self._picture(item, figure)
            elif index in mine:
                told = body.get(index) == "paragraph" and (index >= closing or index in edge)
                if not (told and self._note(item, index, inside=index >= closing)):
                    self._own(item, index, mine[index])
            elif index >= first:
                self._note(item, index, inside=index > opened)
        return self._text(
            item,
            headline=found.title,
            headline_span=found.headline,
            byline=found.byline,
            published=found.published,
            updated=found.updated,
            reading_minutes=found.reading_minutes,
            disclosures=tuple(dict.fromkeys(item.disclosures)),
            dateline=item.dateline,
            section=found.section,
            url=self.page.url,
        )

    def _closing(self, body: Mapping[int, PartKind]) -> int:
        """Where the lines begin that newsrooms set below a story: sign-offs and notices, with no paragraph after."""
        closing = len(self.tree.blocks)
        for index in sorted(body, reverse=True):
            block = self.tree.blocks[index]
            line = self.tree.words(block) if _may_be_note(block) else ""
            if not line or not (is_apparatus(line) or notice(line)):
                break
            closing = index
        return closing

    def _own(self, item: _Item, index: int, kind: PartKind) -> None:
        """A block of the article's head or body; the dateline before its first paragraph is a part of its own."""
        block, text = self.tree.blocks[index], self.tree.text
        start = block.start
        cut = dateline(text[start : block.end]) if kind == "paragraph" and not item.body else 0
        if cut and start + cut < block.end:
            item.dateline = text[start : start + cut].strip()
            item.add(start, start + cut, "dateline")
            start += cut
        item.add(start, block.end, kind)
        self.owner[index] = ""

    def _note(self, item: _Item, index: int, *, inside: bool) -> bool:
        """Takes a notice that readers are owed, or, inside the story, what newsrooms set around it; nothing else."""
        block = self.tree.blocks[index]
        if not _may_be_note(block):
            return False
        line = self.tree.words(block)
        if notice(line):
            item.disclosures.append(" ".join(line.split()))
            item.add(block.start, block.end, "disclosure")
        elif inside and is_apparatus(line):
            item.add(block.start, block.end, "apparatus")
        else:
            return False
        self.owner[index] = ""
        return True

    def _brief(self, update: Update) -> Text | None:
        """One update as a brief; null where another item has taken its blocks."""
        if any(index in self.owner for index in update.blocks):
            return None
        item = _Item("brief")
        span: Span | None = None
        for index in update.blocks:
            if index in self.owner:
                continue
            block = self.tree.blocks[index]
            figure = self.in_picture.get(index)
            if index == update.headline:
                span = Span(block.start, block.end)
                item.add(block.start, block.end, "headline")
            elif index in update.clocks:
                item.add(block.start, block.end, "clock")
            elif index in update.body:
                item.add(block.start, block.end, "list" if block.tag == "li" else "paragraph")
            elif figure:
                self._picture(item, figure)
            else:
                item.add(block.start, block.end, "furniture")
            self.owner[index] = ""
        return self._text(
            item,
            headline=update.title,
            headline_span=span,
            byline=update.names,
            published=update.published,
            updated=update.updated,
            url=update.url,
        )

    def _picture(self, item: _Item, figure: Figure) -> None:
        """The blocks of a picture cut into caption, credit and what is neither."""
        item.shots.append(figure)
        cuts = sorted((span, kind) for span, kind in ((figure.caption, "caption"), (figure.credit, "credit")) if span)
        for index in figure.blocks:
            if index in self.owner:
                continue
            block = self.tree.blocks[index]
            inside = [(span, kind) for span, kind in cuts if span.start < block.end and span.end > block.start]
            if not inside:
                item.add(block.start, block.end, "furniture")
            at = block.start
            for place, (_, kind) in enumerate(inside):
                end = inside[place + 1][0].start if place + 1 < len(inside) else block.end
                item.add(at, end, "caption" if kind == "caption" else "credit")
                at = end
            self.owner[index] = ""

    def _text(self, item: _Item, **given: object) -> Text | None:
        """The record's text of an item, its parts filed under its id."""
        if not item.parts:
            return None
        start = min(span.start for span, _ in item.parts)
        end = max(span.end for span, _ in item.parts)
        text = Text(
            id=make_id("text", self.page.id, item.kind, start),
            page_id=self.page.id,
            kind=item.kind,
            span=Span(start, end),
            body=tuple(sorted(item.body)),
            captions=figures.captions(item.shots, self.tree.text),
            language=self.language,
            **given,  # type: ignore[arg-type]
        )
        self.made += [(span, kind, text.id) for span, kind in item.parts]
        return text
