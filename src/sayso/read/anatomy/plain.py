"""Anatomy of plain pages."""

from sayso.record import Capture, Reading, page_of


def take_apart_plain(capture: Capture) -> Reading:
    """A reading with page, parts and texts."""
    text = capture.body.decode(capture.charset or "utf-8", "replace")
    return Reading(page=page_of(capture, text))
