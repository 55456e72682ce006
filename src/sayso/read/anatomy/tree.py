"""One walk over a page: its visible text, the blocks it stands in, and what the rest of anatomy needs of its markup.

`grow(html)` parses and walks once. Nothing else in anatomy visits the DOM: labelling, metadata, figures and live
feeds all read the `Tree`.

How text is made, as a browser would show it: white space inside a block collapses to one space (kept in `pre`), `<br>`
is a line break, two of them in a row end the block, block-level elements stand apart by a newline, and so do list items
and table cells. A no-break space counts as a space. Not visible and so not text: scripts, styles, templates, noscript,
media fallbacks, whatever is `hidden` or styled away. `aria-hidden` only hides from screen readers and stays.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from turbohtml.saxparse import SaxHandler, sax_parse

from sayso.errors import CaptureError
from sayso.read.anatomy.elements import (
    BLOCK,
    BREAK,
    CUSTOM,
    DRAWING,
    DRAWN,
    FLUENT,
    INLINE,
    KIND_OF,
    NOTE,
    PICTURE,
    PLAIN,
    PRE,
    PROSE,
    ROLES,
    SPEAKS,
    UNKNOWN,
    UNSCRIPTED,
    UNSEEN,
    WHITE,
)

MAX_DEPTH = 512
MAX_ATTRIBUTES = 1000
_THIN = 600  # characters: fewer are no article


@dataclass(slots=True, eq=False)
class Box:
    """A block-level element that was opened; `places` are the bits of itself and its ancestors.

    Not frozen: the walk fills it and nobody else does.
    """

    tag: str
    attributes: dict[str, str | None]
    parent: "Box | None"
    places: int
    index: int
    said: str | None = None

    @property
    def hints(self) -> str:
        """Its class, id, itemprop, role, rel and test names in one lower-case string."""
        if self.said is None:
            self.said = _hints(self.attributes)
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
    attributes: dict[str, str | None]
    start: int
    end: int
    box: Box
    said: str | None = None

    @property
    def hints(self) -> str:
        """Its class, id, itemprop, role, rel and test names in one lower-case string."""
        if self.said is None:
            self.said = _hints(self.attributes)
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
    metas: list[dict[str, str | None]] = field(default_factory=list)
    links: list[dict[str, str | None]] = field(default_factory=list)
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
    tree = _Walk().over(html)
    if tree.hidden and len(tree.text) < _THIN:
        unveiled = _Walk(unveil=True).over(html)
        if len(unveiled.text) > 2 * len(tree.text):
            return unveiled
    return tree


class _Walk(SaxHandler):
    """What one pass over a page gathers; the parser calls it in document order, each element and run of text once."""

    __slots__ = ("around", "at", "block", "box", "breaks", "caught", "drawing", "links", "pieces", "places", "seam",
                 "skip", "space", "strong", "tree", "unveil", "veiled")  # fmt: skip

    def __init__(self, unveil: bool = False) -> None:
        self.unveil = unveil
        self.tree = Tree()
        self.around: list[_Way] = []  # how to leave each open element
        self.skip = 0  # how many open elements do not show
        self.veiled = self.drawing = False  # whether that is by an attribute; whether in a drawing
        self.caught: list[str] | None = None  # the text of a title or of linked data
        self.box: Box | None = None
        self.block: Block | None = None  # the one that takes the next word; null at a block border
        self.pieces: list[str] = []  # of the whole text
        self.at = 0  # length of the pieces
        self.space = False  # white space is due before the next word
        self.breaks = 0  # line breaks since the last word
        self.places = self.links = self.strong = 0  # of the elements around: place bits, links, b and strong
        self.seam = (-1, "")  # where the last inline element closed, and its class

    def over(self, html: str) -> Tree:
        """The tree of a page."""
        tree = self.tree
        sax_parse(html, self)
        tree.text = "".join(self.pieces)
        for block, following in pairwise(tree.blocks):
            block.end = following.start - 1
        if tree.blocks:
            tree.blocks[-1].end = self.at
        return tree

    def start_element(self, tag: str, attrs: tuple[tuple[str, str | None], ...]) -> None:
        """An element opens."""
        if self.skip:
            if self.drawing and tag in DRAWN:
                self._enter(BLOCK, "p", 0, ())
            else:
                self.skip += 1
            return
        does, place = KIND_OF.get(tag, UNKNOWN)
        if does == PLAIN:
            self.around.append((self.box, self.places, self.links, self.strong, None, False, 0))
            self.strong += place
        elif does <= CUSTOM:
            self._enter(does, tag, place, attrs)
        else:
            self.skip = 1
            self._aside(does, tag, attrs)

    def end_element(self, tag: str) -> None:
        """An element closes."""
        if self.skip:
            self.skip -= 1
            if not self.skip:
                self.veiled = self.drawing = False
                if self.caught is not None:
                    self._keep(tag)
            return
        self.box, self.places, self.links, self.strong, mark, border, self.skip = self.around.pop()
        if border:
            self.block = None
        elif mark is not None:
            mark.end = self.at
            self.seam = (self.at, mark.attributes.get("class") or "" if mark.tag != "a" else "")

    def characters(self, data: str) -> None:
        """A run of text."""
        if self.skip:
            if self.caught is not None:
                self.caught.append(data)
            elif self.veiled and not data.isspace():
                self.tree.hidden += 1
        elif self.places & PRE:
            self._lines(data)
        elif data.isspace():
            self.space = True
        elif len(data) > 3 or data.strip(UNSEEN):
            self._add(" ".join(data.split()), self.space or data[0] in WHITE)
            self.space = data[-1] in WHITE

    def _enter(self, does: int, tag: str, place: int, attrs: tuple[tuple[str, str | None], ...]) -> None:
        """Opens a block, or an inline element that may say something of itself."""
        box, around = self.box, self.around
        attributes = dict(attrs)
        if attrs:
            if ("style" in attributes or "hidden" in attributes or tag == "dialog") and self._hides(tag, attributes):
                return
            if len(attrs) > MAX_ATTRIBUTES:
                raise CaptureError(
                    f"the page has a {tag} element with {len(attrs)} attributes: {MAX_ATTRIBUTES} are read"
                )
            if "role" in attributes:
                place |= ROLES.get(attributes["role"] or "", 0)
        if does == CUSTOM:
            does = INLINE if box is not None and box.tag in PROSE else BLOCK
        if len(around) >= MAX_DEPTH:
            raise CaptureError(f"the page nests elements deeper than {MAX_DEPTH}")
        if does == BLOCK or box is None:
            around.append((box, self.places, self.links, self.strong, None, True, self.skip))
            self.places |= place
            self.box = Box(tag, attributes, box, self.places, len(self.tree.boxes))
            self.tree.boxes.append(self.box)
            self.block = None
            self.skip = 0
            return
        mark = None
        if attrs or tag == "cite":
            mark = Mark(tag, attributes, self.at, self.at, box)
            self.tree.marks.append(mark)
            # Inline elements of unlike class that touch, and links that do, are set apart by style alone.
            if self.seam[0] == self.at and box.tag not in FLUENT and self.seam[1] != attributes.get("class", tag):
                self.space = True
        around.append((box, self.places, self.links, self.strong, mark, False, 0))
        self.places |= place
        if tag == "a":
            self.links += 1
            if self.block is not None:
                self.block.links += 1

    def _hides(self, tag: str, attributes: dict[str, str | None]) -> bool:
        """Whether an element does not show; skips it then."""
        style = (attributes.get("style") or "").replace(" ", "").lower()
        hidden = (
            attributes.get("hidden", "until-found") != "until-found"
            or "display:none" in style
            or "visibility:hidden" in style
            or (tag == "dialog" and "open" not in attributes)
        )
        if hidden and not self.unveil:
            self.skip, self.veiled = 1, True
            return True
        return False

    def _aside(self, does: int, tag: str, attrs: tuple[tuple[str, str | None], ...]) -> None:
        """Line breaks, notes to machines, drawings, and what shows without scripts only: text that is not read."""
        if does == BREAK:
            self.breaks += 1
        elif does == PICTURE:
            if self.box is not None:
                self.tree.pictures.append((self.at, self.box))
        elif does == NOTE:
            if tag == "meta":
                self.tree.metas.append(dict(attrs))
            elif tag == "link":
                self.tree.links.append(dict(attrs))
            elif "ld+json" in (dict(attrs).get("type") or "").lower():
                self.caught = []
        elif does == DRAWING:
            self.drawing = True
        elif does == UNSCRIPTED and self.unveil:
            self.skip = 0
            self._enter(BLOCK, tag, 0, attrs)
        elif tag == "title" and self.tree.title is None and self.box is None:
            self.caught = []
        elif tag == "html":
            self.skip = 0
            self.around.append((None, 0, 0, 0, None, False, 0))
            attributes = dict(attrs)
            self.tree.language = attributes.get("lang") or attributes.get("xml:lang")

    def _keep(self, tag: str) -> None:
        """Keeps a title or linked data that has been read to its end."""
        text = "".join(self.caught or ())
        self.caught = None
        if tag == "title":
            self.tree.title = " ".join(text.split()) or None
        else:
            self.tree.ld.append(text)

    def _lines(self, data: str) -> None:
        """Adds preformatted lines; an empty line ends a block."""
        for count, line in enumerate(data.split("\n")):
            self.breaks += count > 0
            words = line.strip()
            if words:
                self._add(line.rstrip() if self.breaks == 1 else words, self.space or line[0].isspace())
                self.space = line[-1].isspace()

    def _add(self, words: str, gap: bool) -> None:
        """Adds words to the block that is open, or opens one."""
        block = self.block
        if block is None or self.breaks > 1:
            if self.at:
                self.pieces.append("\n")
                self.at += 1
            assert self.box is not None
            words = words.lstrip()
            block = self.block = Block(self.at, self.at, self.box, self.places, 0, self.links, 0)
            self.tree.blocks.append(block)
        elif self.breaks:
            words = "\n" + words
        elif gap:
            words = " " + words
        self.breaks = 0
        self.pieces.append(words)
        size = len(words)
        self.at += size
        if self.links:
            block.linked += size
        if self.strong:
            block.strong += size


# How to leave an element: box, places, links and strong before it, its mark, whether it is a block, what was skipped.
_Way = tuple[Box | None, int, int, int, Mark | None, bool, int]


def _hints(attributes: dict[str, str | None]) -> str:
    return " ".join([attributes[name] or "" for name in SPEAKS if name in attributes]).lower()
