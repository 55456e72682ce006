"""What an edit changed, claim by claim."""

from collections.abc import Iterator

from sayso.plugs import Scales
from sayso.record import Change


def changes(scales: Scales, since: str | None = None) -> Iterator[Change]:
    """What edits changed since a UTC moment, oldest first."""
    yield from ()
