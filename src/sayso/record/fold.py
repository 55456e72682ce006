"""Words as filters, search and weighing see them: case and diacritics aside, the same everywhere."""

import re
import unicodedata
from collections.abc import Iterable

from sayso.record.span import Span

_WORD = re.compile(r"[^\W_]+")
_WRITTEN = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")  # a word before it is folded, its accents apart or not


def words(text: str) -> tuple[str, ...]:
    """The words of a text: runs of letters and digits, folded, accents dropped; "Kraków's" gives krakow, s."""
    if text.isascii():  # most words, at a tenth of the time
        return tuple(_WORD.findall(text.lower()))
    spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return tuple(_WORD.findall("".join(char for char in spread if not unicodedata.combining(char))))


def folded(text: str | None) -> str:
    """The words of a text with single spaces between them; empty for null."""
    return " ".join(words(text)) if text else ""


def marks(text: str, wanted: Iterable[str]) -> tuple[Span, ...]:
    """The spans of a text's words that are among the folded words wanted."""
    asked = frozenset(wanted)
    if not asked or not text:
        return ()
    return tuple(Span(*found.span()) for found in _WRITTEN.finditer(text) if asked.intersection(words(found.group())))
