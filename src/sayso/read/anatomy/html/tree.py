"""One walk over a page: its visible text, the blocks it stands in, and what the rest of anatomy needs of its markup.

`grow(html)` parses and walks once. Nothing else in anatomy visits the DOM: labelling, metadata, figures and live
feeds all read the `Tree`.

How text is made, as a browser would show it: white space inside a block collapses to one space (kept in `pre`), `<br>`
is a line break, two of them in a row end the block, block-level elements stand apart by a newline, and so do list items
and table cells. A no-break space counts as a space. Not visible and so not text: scripts, styles, templates, noscript,
media fallbacks, whatever is `hidden` or styled away. `aria-hidden` only hides from screen readers and stays.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from turbohtml import Document, Element, Node, Text, parse

from sayso.errors import CaptureError
from sayso.read.anatomy.html.elements import (
    BLOCK,
    BREAK,
    CUSTOM,
    FLUENT,
    KIND_OF,
    LINK,
    PICTURE,
    PLAIN,
    PRE,
    PROSE,
    ROLES,
    SKIP,
    SPEAKS,
    UNKNOWN,
    UNSEEN,
    WHITE,
)

MAX_DEPTH = 512
MAX_ATTRIBUTES = 1000
_VEILED = (
    '[hidden]:not([hidden="until-found"]),[style*="display:none" i],[style*="display: none" i],'
    '[style*="visibility:hidden" i],[style*="visibility: hidden" i],dialog:not([open])'
)
_LINKS = frozenset(("canonical", "amphtml", "shortlink"))
_THIN = 600  # characters: fewer are no article


@dataclass(slots=True, eq=False)
class Box:
    """A block-level element that was opened; `places` are the bits of itself and its ancestors.

    Not frozen: the walk fills it and nobody else does.
    """

    tag: str
    element: Element
    parent: "Box | None"
    places: int
    index: int
    said: str | None = None

    @property
    def attributes(self) -> dict[str, str]:
        """Its attributes; one without a value has the value ""."""
        return attributes_of(self.element)

    @property
    def hints(self) -> str:
        """Its class, id, itemprop, role, rel and test names in one lower-case string."""
        if self.said is None:
            self.said = _hints(self.element)
        return self.said

    def up(self) -> "list[Box]":
        """This box and its ancestors, innermost first."""
        found: list[Box] = []
        box: Box | None = self
        while box is not None:
            found.append(box)
            box = box.parent
        return found


@dataclass(slots=True, eq=False)
class Block:
    """A run of text with no block border in it: `[start, end)` of the tree's text, never empty.

    `box` is its innermost block-level element, `places` also count inline ancestors (a link around it), `linked` how
    many of its characters stand in links, `links` how many links, `strong` how many characters in b or strong.
    """

    start: int
    end: int
    box: Box
    places: int
    linked: int
    links: int
    strong: int

    @property
    def tag(self) -> str:
        """The name of the innermost block-level element."""
        return self.box.tag


@dataclass(slots=True, eq=False)
class Mark:
    """An inline element with attributes (class, rel, datetime, href …) and the text it covers.

    `start` may be at the white space before its first word and equals `end` where it holds no text.
    """

    tag: str
    element: Element
    start: int
    end: int
    box: Box
    said: str | None = None

    @property
    def attributes(self) -> dict[str, str]:
        """Its attributes; one without a value has the value ""."""
        return attributes_of(self.element)

    @property
    def hints(self) -> str:
        """Its class, id, itemprop, role, rel and test names in one lower-case string."""
        if self.said is None:
            self.said = _hints(self.element)
        return self.said


@dataclass(slots=True, eq=False)
class Tree:
    """A page after the walk: text, blocks and marks in reading order, boxes in the order they open.

    `metas` are the attributes of every meta tag, `links` of every link tag, `ld` the texts of the ld+json scripts,
    `pictures` are where images, videos and embeds stand: how much text goes before each, and the box around it.
    `title` the document's title, `language` the html tag's lang, `hidden` how many elements with text were left out.
    """

    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    metas: list[dict[str, str]] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)
    ld: list[str] = field(default_factory=list)
    pictures: list[tuple[int, Box]] = field(default_factory=list)
    title: str | None = None
    language: str | None = None
    hidden: int = 0

    def words(self, item: Block | Mark) -> str:
        """The text under a block or a mark."""
        return self.text[item.start : item.end].strip()

    def trimmed(self, mark: Mark) -> tuple[int, int] | None:
        """Where the words of a mark stand, without white space around them; null where it has none."""
        words = self.text[mark.start : mark.end]
        inner = words.strip()
        if not inner:
            return None
        start = mark.start + words.index(inner[0])
        return start, start + len(inner)


def grow(html: str) -> Tree:
    """The tree of a page; raises CaptureError where elements nest deeper than MAX_DEPTH.

    A page that shows next to nothing without its hidden elements is one that a script unveils: they are then shown.
    """
    document = parse(html, positions=False)
    crowded = document.xpath(f"//*[count(@*) > {MAX_ATTRIBUTES}]")
    if crowded:
        raise CaptureError(f"the page has an element with more than {MAX_ATTRIBUTES} attributes")
    veiled = [element for element in document.select(_VEILED) if not element.text.isspace()]
    if not veiled:
        return _Walk(document).over(document.root)
    document.remove(_VEILED)
    tree = _Walk(document).over(document.root)
    tree.hidden = len(veiled)
    if len(tree.text) < _THIN:
        document = parse(html, positions=False)
        unveiled = _Walk(document, unveil=True).over(document.root)
        if len(unveiled.text) > max(_THIN, 2 * len(tree.text)):
            return unveiled
    return tree


class _Walk:
    """What one pass over a page gathers, depth-first and without recursion: pages nest as deep as they like.

    Attributes are slow to ask for, so what depends on them is found by selectors first, in the parser's own time.
    """

    __slots__ = ("at", "block", "breaks", "kinds", "pieces", "roles", "seam", "space", "tree")

    def __init__(self, document: Document, *, unveil: bool = False) -> None:
        self.tree = _head(document)
        self.kinds = KIND_OF if not unveil else {**KIND_OF, "noscript": (BLOCK, 0)}
        self.roles = {node: ROLES.get(node.attr("role") or "", 0) for node in document.select("[role]")}
        self.block: Block | None = None  # the one that takes the next word; null at a block border
        self.pieces: list[str] = []  # of the whole text
        self.at = 0  # length of the pieces
        self.space = False  # white space is due before the next word
        self.breaks = 0  # line breaks since the last word
        self.seam: tuple[int, Element | None] = (-1, None)  # where the last inline element closed, and which it was

    def over(self, root: Element | None) -> Tree:
        """The tree of a page."""
        tree = self.tree
        if root is not None:
            self._down(root)
        tree.text = "".join(self.pieces)
        for block, following in pairwise(tree.blocks):
            block.end = following.start - 1
        if tree.blocks:
            tree.blocks[-1].end = self.at
        return tree

    def _down(self, root: Element) -> None:
        """Visits all that an element holds. Every node of a page passes through this loop: it is written for speed."""
        kinds, roles, boxes = self.kinds, self.roles, self.tree.boxes
        here, around = _OUT, [_OUT]
        rows: list[Iterator[Node]] = [iter(root.children)]
        while rows:
            for node in rows[-1]:
                if type(node) is Text:
                    data = node.data
                    if data.isspace() and not here[1] & PRE:
                        self.space = True
                    else:
                        self._words(data, here)
                elif type(node) is Element:
                    tag = node.tag
                    does, place = kinds.get(tag, UNKNOWN)
                    if does > CUSTOM:
                        if does != SKIP:
                            self._aside(does, node, here)
                        continue
                    if node in roles:
                        place |= roles[node]
                    around.append(here)
                    if does == BLOCK or does != PLAIN and _apart(does, here[0]):
                        place |= here[1]
                        here = (Box(tag, node, here[0], place, len(boxes)), place, here[2], here[3], None)
                        boxes.append(here[0])
                        self.block = None
                    elif does == PLAIN:
                        here = (here[0], here[1], here[2], here[3] + place, None)
                    else:
                        here = self._enter(tag, place, node, here)
                    rows.append(iter(node.children))
                    break
            else:
                rows.pop()
                left, here = here, around.pop()
                if left[0] is not here[0]:
                    self.block = None
                elif left[4] is not None:
                    left[4].end = self.at
                    self.seam = (self.at, left[4].element)
            if len(rows) >= MAX_DEPTH:
                raise CaptureError(f"the page nests elements deeper than {MAX_DEPTH}")

    def _enter(self, tag: str, place: int, element: Element, here: "_Here") -> "_Here":
        """Opens an inline element."""
        box, places, links, strong, _ = here
        assert box is not None
        at = self.at
        mark = Mark(tag, element, at, at, box)
        self.tree.marks.append(mark)
        if self.seam[0] == at and not self.space and box.tag not in FLUENT:
            self.space = _unlike(self.seam[1], element)
        if place & LINK:
            links += 1
            if self.block is not None:
                self.block.links += 1
        return (box, places | place, links, strong, mark)

    def _aside(self, does: int, element: Element, here: "_Here") -> None:
        """Line breaks, pictures, and drawings with words."""
        if does == BREAK:
            self.breaks += 1
        elif does == PICTURE:
            if here[0] is not None:
                self.tree.pictures.append((self.at, here[0]))
        else:
            for label in element.find_all("text"):
                self._words(f" {label.text} ", here)

    def _words(self, data: str, here: "_Here") -> None:
        """Adds a run of text; preformatted text by lines, where an empty line ends a block."""
        if here[1] & PRE:
            for count, line in enumerate(data.split("\n")):
                self.breaks += count > 0
                words = line.strip()
                if words:
                    self._add(line.rstrip() if self.breaks == 1 else words, self.space or line[0].isspace(), here)
                    self.space = line[-1].isspace()
        elif len(data) > 3 or data.strip(UNSEEN):
            self._add(" ".join(data.split()), self.space or data[0] in WHITE, here)
            self.space = data[-1] in WHITE

    def _add(self, words: str, gap: bool, here: "_Here") -> None:
        """Adds words to the block that is open, or opens one."""
        block, (box, places, links, strong, _) = self.block, here
        if block is None or self.breaks > 1:
            if box is None:
                return
            if self.at:
                self.pieces.append("\n")
                self.at += 1
            words = words.lstrip()
            block = self.block = Block(self.at, self.at, box, places, 0, links, 0)
            self.tree.blocks.append(block)
        elif self.breaks:
            words = "\n" + words
        elif gap:
            words = " " + words
        self.breaks = 0
        self.pieces.append(words)
        size = len(words)
        self.at += size
        if links:
            block.linked += size
        if strong:
            block.strong += size


# What is open: the innermost box, place bits, links and strong elements around, and the mark of an inline element.
_Here = tuple[Box | None, int, int, int, Mark | None]
_OUT: _Here = (None, 0, 0, 0, None)


def _apart(does: int, box: Box | None) -> bool:
    """Whether an element with attributes that tell, or an unknown one, opens a box: in a paragraph it is inline."""
    return box is None or does == CUSTOM and box.tag not in PROSE


def _head(document: Document) -> Tree:
    """A tree with what the page tells machines, and no text yet."""
    root, title = document.root, document.select_one("head title")
    return Tree(
        metas=[attributes_of(meta) for meta in document.select("meta[content]")],
        links=[attributes_of(link) for link in document.select("link[rel]") if link.attr("rel") in _LINKS],
        ld=[script.text for script in document.select('script[type*="ld+json" i]')],
        title=(" ".join(title.text.split()) or None) if title else None,
        language=(root.attr("lang") or root.attr("xml:lang")) if root else None,
    )


def _unlike(before: Element | None, element: Element) -> bool:
    """Whether inline elements that touch are set apart by style alone: links, and unlike classes, are."""
    if before is None or before.tag == element.tag == "a":
        return True
    return (before.attr("class") or "") != (element.attr("class") or "")


def attributes_of(element: Element) -> dict[str, str]:
    """An element's attributes; one without a value has the value ""."""
    return {name: element.attr(name) or "" for name in element.attrs}


def _hints(element: Element) -> str:
    names = element.attrs
    return " ".join([element.attr(name) or "" for name in SPEAKS if name in names]).lower()
