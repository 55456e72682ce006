"""A page taken apart: its visible text, every part labelled, its story items."""

from sayso.errors import CaptureError
from sayso.read.anatomy.html.page import take_apart_html
from sayso.read.anatomy.plain.page import take_apart_plain
from sayso.record import Capture, Reading

__all__ = ["take_apart"]


def take_apart(capture: Capture) -> Reading:
    """A reading with page, parts and texts, and no claims yet; raises CaptureError for bytes that are no page."""
    if capture.media_type == "text/html":
        return take_apart_html(capture)
    if capture.media_type == "text/plain":
        return take_apart_plain(capture)
    raise CaptureError(f"{capture.name} is {capture.media_type}, and only HTML and plain text can be read")
