"""Words as filters, search and weighing see them: case and diacritics aside, the same everywhere."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> tuple[str, ...]:
    """The words of a text: runs of letters and digits, folded, accents dropped; "Kraków's" gives krakow, s."""
    if text.isascii():  # most words, at a tenth of the time
        return tuple(_WORD.findall(text.lower()))
    spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return tuple(_WORD.findall("".join(char for char in spread if not unicodedata.combining(char))))


def folded(text: str | None) -> str:
    """The words of a text with single spaces between them; empty for null."""
    return " ".join(words(text)) if text else ""
