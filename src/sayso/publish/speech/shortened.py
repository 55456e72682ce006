"""The short names of outlets in full, from what the record knows of them: "WP" is "the Washington Post"."""

import re
from collections.abc import Iterable, Mapping

from sayso.publish.speech.vocabulary import word, words
from sayso.record import Outlet

_SHORT = re.compile(r"[A-Z][A-Z.&]{1,6}|[A-Z][a-z]?[A-Z][A-Za-z]{0,3}")


def full_names(outlets: Iterable[Outlet]) -> Mapping[str, str]:
    """Short name → full name of the outlets given; broadcasters are known by their letters and keep them."""
    return {
        alias: _with_article(outlet.name)
        for outlet in outlets
        if outlet.kind != "broadcaster"
        for alias in outlet.aliases
        if _SHORT.fullmatch(alias)
    }


def _with_article(name: str) -> str:
    the = word("numerals", "the")
    first, _, rest = name.partition(" ")
    if first.lower() == the:
        return f"{the} {rest}"
    return f"{the} {name}" if name.split()[-1] in words("titles", "articled") else name
