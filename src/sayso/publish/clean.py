"""Words of a page as a feed may hold them, without what XML 1.0 forbids and what turns the lines of a reader about."""

import re
from html import escape

# The complement of `Char` in XML 1.0 §2.2, the two non-characters beside it, and the marks that embed, override or
# isolate a direction, which would reach beyond the element that holds them. One character class: linear.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")


def clean(words: str) -> str:
    """The words on one line without what XML cannot hold; C1 controls go with the white space they are."""
    return _SPACE.sub(" ", _FORBIDDEN.sub("", words.replace("\x85", " "))).strip()


def paragraphs(lines: tuple[str, ...], last: str = "") -> str:
    """Lines as HTML paragraphs of nothing but text, `last` in small type behind them."""
    told = [f"<p>{escape(clean(line), quote=False)}</p>" for line in lines if clean(line)]
    if clean(last):
        told.append(f"<p><small>{escape(clean(last), quote=False)}</small></p>")
    return "".join(told)
