"""An HTML page taken apart."""

from sayso.read.anatomy import scan
from sayso.read.anatomy.compose import compose
from sayso.read.anatomy.decode import decode
from sayso.read.anatomy.tree import Tree, grow
from sayso.record import Capture, PartKind, Reading


def take_apart_html(capture: Capture) -> Reading:
    """A reading with the page's visible text, every part labelled and its story items; raises CaptureError."""
    html = decode(capture)
    scan.check(html)
    tree = grow(html)
    return compose(tree, capture, _paragraphs(tree))


def _paragraphs(tree: Tree) -> dict[int, PartKind]:
    """The body by its plainest sign, long paragraphs that are not mostly links, until body.py chooses it."""
    return {
        index: "paragraph"
        for index, block in enumerate(tree.blocks)
        if block.tag == "p" and block.end - block.start > 60 and block.linked * 2 < block.end - block.start
    }
