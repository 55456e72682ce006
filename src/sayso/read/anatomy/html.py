"""An HTML page taken apart."""

from sayso.read.anatomy import scan
from sayso.read.anatomy.decode import decode
from sayso.read.anatomy.tree import grow
from sayso.record import Capture, Part, Reading, Span, page_of


def take_apart_html(capture: Capture) -> Reading:
    """A reading with the page's visible text, every part labelled and its story items; raises CaptureError."""
    html = decode(capture)
    scan.check(html)
    tree = grow(html)
    parts = tuple(Part(span=Span(block.start, block.end), kind="furniture") for block in tree.blocks)
    return Reading(page=page_of(capture, tree.text), parts=parts)
