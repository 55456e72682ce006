"""One walk over a page: its visible text, the blocks it stands in, and what the rest of anatomy needs of its markup.

`grow(html)` parses and walks once. Nothing else in anatomy visits the DOM: labelling, metadata, figures and live
feeds all read the `Tree`.

How text is made, as a browser would show it: white space inside a block collapses to one space (kept in `pre`), `<br>`
is a line break, two of them in a row end the block, block-level elements stand apart by a newline, and so do list items
and table cells. A no-break space counts as a space. Not visible and so not text: scripts, styles, templates, noscript,
media fallbacks, whatever is `hidden` or styled away. `aria-hidden` only hides from screen readers and stays.
"""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from sayso.errors import CaptureError

MAX_DEPTH = 512

# What an element does to the text. Unknown names (custom elements) are blocks outside paragraphs, inline in them.
_INLINE, _PLAIN, _BLOCK, _SKIP, _BREAK, _NOTE, _DRAWING = range(7)
_KINDS = {
    name: kind
    for kind, names in (
        (
            _PLAIN,  # inline, and its attributes tell nothing
            "b i u s em strong sup sub code kbd samp var wbr bdi bdo ruby rb rt big strike tt nobr ins mark math",
        ),
        (_INLINE, "a span font abbr acronym cite q small time data dfn del label output meter progress"),
        (
            _BLOCK,
            "html body div p section article header footer nav aside main h1 h2 h3 h4 h5 h6 hgroup ul ol li dl dt dd"
            " menu dir table caption thead tbody tfoot tr td th blockquote pre listing figure figcaption form fieldset"
            " legend address hr details summary center search frameset select option optgroup textarea dialog",
        ),
        (
            _SKIP,
            "style template noscript noframes noembed iframe object embed applet video audio canvas datalist rp param"
            " source track title desc defs metadata base area map colgroup col head img input picture",
        ),
        (_BREAK, "br"),
        (_NOTE, "script meta link"),
        (_DRAWING, "svg"),
    )
    for name in names.split()
}
_FLUENT = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
_PROSE = _FLUENT | {"li", "dd", "dt", "td", "th", "blockquote", "pre", "figcaption", "caption", "summary"}
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f \t\n\r\f"
_SPEAKS = frozenset(("class", "id", "itemprop", "role", "rel", "data-testid", "data-component", "data-qa", "property"))

# Where an element stands: kept as bits, handed down from ancestors.
FIGURE, FIGCAPTION, NAV, HEADER, FOOTER, ASIDE, ARTICLE, MAIN = (1 << bit for bit in range(8))
LIST, QUOTE, TABLE, FORM, HEADING, PARAGRAPH, PRE, LINK, CONTROL, TIME = (1 << bit for bit in range(8, 18))
_PLACES = {
    "figure": FIGURE, "figcaption": FIGCAPTION, "nav": NAV, "header": HEADER, "footer": FOOTER, "aside": ASIDE,
    "article": ARTICLE, "main": MAIN, "ul": LIST, "ol": LIST, "dl": LIST, "menu": LIST, "blockquote": QUOTE,
    "table": TABLE, "form": FORM, "p": PARAGRAPH, "pre": PRE, "textarea": PRE | CONTROL, "button": CONTROL,
    "select": CONTROL, "option": CONTROL, "h1": HEADING, "h2": HEADING, "h3": HEADING, "h4": HEADING,
    "h5": HEADING, "h6": HEADING, "a": LINK, "listing": PRE, "dialog": CONTROL, "label": CONTROL,
}  # fmt: skip
_ROLES = {
    "navigation": NAV, "banner": HEADER, "contentinfo": FOOTER, "complementary": ASIDE, "article": ARTICLE,
    "main": MAIN, "dialog": CONTROL, "alertdialog": CONTROL, "button": CONTROL, "search": FORM, "menu": NAV,
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Box:
    """A block-level element that was opened; `places` are the bits of itself and its ancestors.

    `hints` are its class, id, itemprop, role, rel and test names in one lower-case string. Not frozen: the walk fills
    it, nobody else does.
    """

    tag: str
    hints: str
    attributes: dict[str, str | None]
    parent: "Box | None"
    places: int
    depth: int
    index: int

    def up(self) -> "list[Box]":
        """This box and its ancestors, innermost first."""
        found, box = [], self
        while box is not None:
            found.append(box)
            box = box.parent  # type: ignore[assignment]
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
    """An inline element that says something of itself (class, rel, datetime, href …) and the text it covers.

    `start` may be at the white space before its first word and equals `end` where it holds no text.
    """

    tag: str
    hints: str
    attributes: dict[str, str | None]
    start: int
    end: int
    box: Box


@dataclass(slots=True, eq=False)
class Tree:
    """A page after the walk: text, blocks and marks in reading order, boxes in the order they open.

    `metas` are the attributes of every meta tag, `links` of every link tag, `ld` the texts of the ld+json scripts,
    `title` the document's title, `language` the html tag's lang, `hidden` how many elements with text were left out.
    """

    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    metas: list[dict[str, str | None]] = field(default_factory=list)
    links: list[dict[str, str | None]] = field(default_factory=list)
    ld: list[str] = field(default_factory=list)
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
    parser = LexborHTMLParser(html, options=LexborDocumentOptions.WO_EVENTS)
    tree = _Walk().over(parser)
    if tree.hidden and len(tree.text) < 600:
        unveiled = _Walk(unveil=True).over(parser)
        if len(unveiled.text) > 2 * len(tree.text):
            return unveiled
    return tree


class _Walk:
    """The state of one depth-first pass, without recursion: pages nest as deep as they like."""

    def __init__(self, unveil: bool = False) -> None:
        self.unveil = unveil
        self.tree = Tree()
        self.pieces: list[str] = []  # of the whole text
        self.at = 0  # length of the pieces
        self.box = Box("", "", {}, None, 0, 0, -1)
        self.block: Block | None = None
        self.space = False  # white space is due before the next word
        self.breaks = 0  # line breaks since the last word
        self.seam = (-1, "")  # where the last inline element closed, and its tag and hints
        self.places = self.links = self.strong = 0

    def over(self, parser: LexborHTMLParser) -> Tree:
        """Walks the document and gives the tree."""
        self._head(parser)
        if parser.body is not None:
            self._body(parser.body)
        self._close()
        self.tree.text = "".join(self.pieces)
        return self.tree

    def _head(self, parser: LexborHTMLParser) -> None:
        root, head = parser.root, parser.head
        if root is not None and root.tag == "html":
            self.tree.language = root.attributes.get("lang") or root.attributes.get("xml:lang")
        node = head.first_child if head is not None else None
        while node is not None:
            tag = node.tag
            if tag == "title" and self.tree.title is None:
                self.tree.title = " ".join(node.text().split()) or None
            elif tag in ("script", "meta", "link"):
                self._note(tag, node)
            node = node.next

    def _body(self, node: LexborNode) -> None:
        """Depth-first over the node's children; `open_` holds the elements around the node and how to leave them."""
        open_: list[tuple[LexborNode, _Way]] = []
        while True:
            way = self._visit(node)
            child = node.first_child if way is not None else None
            if child is not None and way is not None:
                open_.append((node, way))
                if len(open_) > MAX_DEPTH:
                    raise CaptureError(f"the page nests elements deeper than {MAX_DEPTH}")
                node = child
                continue
            if way is not None:
                self._leave(way)
            while open_:
                following = node.next
                if following is not None:
                    node = following
                    break
                node, way = open_.pop()
                self._leave(way)
            else:
                return

    def _visit(self, node: LexborNode) -> "_Way | None":
        """Takes in a node; gives the way to leave it where its children are to be visited."""
        tag = node.tag
        if tag == "-text":
            self._words(node.text_content or "")
            return None
        if tag is None or tag[0] in "-!":
            return None
        kind = _KINDS.get(tag, -1)
        if kind < 0:  # a custom element, or a button
            kind = _INLINE if self.box.tag in _PROSE else _BLOCK
        if kind <= _BLOCK:
            return self._enter(tag, kind, node)
        if kind == _BREAK:
            self.breaks += 1
        elif kind == _NOTE:
            self._note(tag, node)
        elif kind == _DRAWING and bool(node.text().strip()):
            return self._enter(tag, _PLAIN, node)
        elif kind == _SKIP and self.unveil and tag == "noscript":
            return self._enter(tag, _BLOCK, node)
        return None

    def _enter(self, tag: str, kind: int, node: LexborNode) -> "_Way | None":
        """Opens an element; null where it is hidden."""
        way = (self.box, self.places, self.links, self.strong, None, kind == _BLOCK)
        if kind == _PLAIN:
            self.strong += tag in ("b", "strong")
            return way
        attributes = node.attributes
        hints = ""
        if attributes:
            if not self.unveil and _hides(tag, attributes):
                self.tree.hidden += bool(node.text().strip())
                return None
            hints = " ".join([v for k, v in attributes.items() if v and k in _SPEAKS]).lower()
            if "role" in attributes:
                self.places |= _ROLES.get(attributes["role"] or "", 0)
        self.places |= _PLACES.get(tag, 0)
        if kind == _BLOCK:
            self._close()
            boxes = self.tree.boxes
            self.box = Box(
                tag, hints, attributes, self.box if boxes else None, self.places, self.box.depth + 1, len(boxes)
            )
            boxes.append(self.box)
            return way
        if tag == "a":
            self.links += 1
            if self.block is not None:
                self.block.links += 1
        if not hints and not attributes:
            return way
        mark = Mark(tag, hints, attributes, self.at, self.at, self.box)
        self.tree.marks.append(mark)
        # Links or spans of different classes that touch are set apart by style alone.
        if (
            self.seam[0] == self.at
            and self.seam[1] != (tag + hints if tag != "a" else "")
            and self.box.tag not in _FLUENT
        ):
            self.space = True
        return (*way[:4], mark, False)

    def _leave(self, way: "_Way") -> None:
        if way[5]:
            self._close()
        self.box, self.places, self.links, self.strong, mark, _ = way
        if mark is not None:
            mark.end = self.at
            self.seam = (self.at, mark.tag + mark.hints)

    def _words(self, data: str) -> None:
        """Adds the words of a text node to the block that is open, or opens one."""
        if self.places & PRE:
            return self._lines(data)
        words = data.split()
        if not words or (len(data) < 4 and not data.strip(_UNSEEN)):
            if words or data:
                self.space = True
            return None
        if data[0].isspace():
            self.space = True
        self._add(" ".join(words))
        self.space = data[-1].isspace()
        return None

    def _lines(self, data: str) -> None:
        """Adds preformatted lines; an empty line ends a block."""
        for count, line in enumerate(data.split("\n")):
            self.breaks += count > 0
            words = line.strip()
            if words:
                self.space = self.space or line[0].isspace()
                self._add(line.rstrip() if self.breaks == 1 else words)
                self.space = line[-1].isspace()

    def _add(self, words: str) -> None:
        block = self.block
        if block is not None and self.breaks > 1:
            self._close()
            block = None
        if block is None:
            if self.at:
                self.pieces.append("\n")
                self.at += 1
            block = self.block = Block(self.at, self.at, self.box, self.places, 0, self.links, 0)
            words = words.lstrip()
        elif self.breaks:
            words = "\n" + words
        elif self.space:
            words = " " + words
        self.breaks = 0
        self.pieces.append(words)
        size = len(words)
        self.at += size
        if self.links:
            block.linked += size
        if self.strong:
            block.strong += size

    def _close(self) -> None:
        """Ends the block that is open, if one is."""
        if self.block is not None:
            self.block.end = self.at
            self.tree.blocks.append(self.block)
            self.block = None
        self.space = False
        self.breaks = 0

    def _note(self, tag: str, node: LexborNode) -> None:
        """Keeps a script of linked data, a meta tag or a link tag."""
        attributes = node.attributes
        if tag == "meta":
            self.tree.metas.append(attributes)
        elif tag == "link":
            self.tree.links.append(attributes)
        elif "ld+json" in (attributes.get("type") or "").lower():
            self.tree.ld.append(node.text())


# How to leave an element: the box, places, link and strong counts before it, its mark, whether it ends a block.
_Way = tuple[Box, int, int, int, Mark | None, bool]


def _hides(tag: str, attributes: dict[str, str | None]) -> bool:
    """Whether an element with these attributes does not show."""
    if "hidden" in attributes:
        return attributes["hidden"] != "until-found"
    if "style" in attributes:
        style = (attributes["style"] or "").replace(" ", "").lower()
        if "display:none" in style or "visibility:hidden" in style:
            return True
    return tag == "dialog" and "open" not in attributes
