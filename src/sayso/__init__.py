"""Sayso reads news pages and keeps the record of who says what, through whom.

>>> import sayso
>>> reading = sayso.read("page.html")  # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.newsroom import Newsroom, read, read_all
    from sayso.record import Capture, Claim, Filter, Link, Missed, Page, Reading, Source, Span, Text, When

__all__ = [
    "Capture", "Claim", "Filter", "Link", "Missed", "Newsroom", "Page", "Reading", "Source", "Span", "Text", "When",
    "read", "read_all",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Loads a room when it is first asked for, so that `import sayso` costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    room = "sayso.newsroom" if name in ("Newsroom", "read", "read_all") else "sayso.record"
    return getattr(import_module(room), name)


def __dir__() -> list[str]:
    return sorted(__all__)
