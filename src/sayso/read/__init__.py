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
    from sayso.read.attribute.reader import Attribute
    from sayso.read.chain.reader import Chain
    from sayso.read.corefer.reader import Corefer
    from sayso.read.events.reader import Events
    from sayso.read.names.reader import Names
    from sayso.read.places.located import Located
    from sayso.read.places.reader import Places
    from sayso.read.quantities.reader import Quantities
    from sayso.read.sentences import Sentences
    from sayso.read.times.reader import Times

    return line_of(
        (Sentences(), Names(), Attribute(), Corefer(), Chain(), Quantities(), Times(), Places(), Events(), Located())
    )


def read(capture: Capture, line: Line | None = None) -> Reading:
    """All that the page says, by the readers of `line` (default: all of them); raises CaptureError for bytes that
    are no page (binary, empty, too large)."""
    return (line or default_line())(take_apart(capture))
