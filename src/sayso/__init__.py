"""Sayso reads news pages and keeps the record of who says what, through whom.

>>> import sayso
>>> reading = sayso.read("page.html")  # doctest: +SKIP
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.newsroom import Newsroom, read, read_all
    from sayso.record import Capture, Claim, Filter, Link, Missed, Page, Reading, Source, Span, Text, When

__all__ = ["Capture", "Claim", "Filter", "Link", "Missed", "Newsroom", "Page", "Reading", "Source", "Span", "Text",
           "When", "read", "read_all"]  # fmt: skip


def __getattr__(name: str) -> Any:  # a room is loaded when it is first asked for: `import sayso` costs nothing
    if name not in __all__:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    return getattr(import_module("sayso.newsroom" if name in _NEWSROOM else "sayso.record"), name)


class _Verb(ModuleType):
    def __call__(self, *args: Any, **told: Any) -> Any:
        return import_module("sayso.newsroom").read(*args, **told)


class _Face(ModuleType):
    def __setattr__(self, name: str, value: Any) -> None:
        if name == "read":  # the room `sayso.read`, once loaded, takes the place of the verb, so it is the verb as well
            value.__class__ = _Verb
        super().__setattr__(name, value)


_NEWSROOM = ("Newsroom", "read", "read_all")
sys.modules[__name__].__class__ = _Face
