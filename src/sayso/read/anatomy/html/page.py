"""An HTML page taken apart."""

from sayso.read.anatomy.decode import decode
from sayso.read.anatomy.html import scan
from sayso.read.anatomy.html.body import body
from sayso.read.anatomy.html.cards import with_cards
from sayso.read.anatomy.html.compose import compose
from sayso.read.anatomy.html.tree import grow
from sayso.record import Capture, Reading


def take_apart_html(capture: Capture) -> Reading:
    """A reading with the page's visible text, every part labelled and its story items; raises CaptureError."""
    html = decode(capture)
    scan.check(html)
    tree = grow(html)
    return with_cards(compose(tree, capture, body(tree)), tree)
