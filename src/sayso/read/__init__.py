"""A capture's bytes → what the page says: anatomy takes it apart, then each reader of the line adds its part.

`read` is a pure function of (capture, line): no clock, no network, no randomness, the same on every machine.
"""

from functools import cache

from sayso.read.anatomy import take_apart
from sayso.read.line import Line, line_of
from sayso.record import Capture, Reading

__all__ = ["Line", "default_line", "line_of", "read", "take_apart"]


@cache
def default_line() -> Line:
    """LINE: the readers in order, loaded once."""
    from sayso.read.sentences import Sentences

    return line_of((Sentences(),))


def read(capture: Capture, line: Line | None = None) -> Reading:
    """All that the page says, by the readers of `line` (default: all of them); raises CaptureError for bytes that
    are no page (binary, empty, too large)."""
    return (line or default_line())(take_apart(capture))
