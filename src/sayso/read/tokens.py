"""Words, figures and signs of a stretch of text, for the readers that go by rules."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from sayso.record import Span

# Each alternative starts with its own kind of character and no quantifier nests: one pass over any text.
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_")


class Token(NamedTuple):
    """A word ("Russia's" is one), a figure ("1,204.5" is one) or a sign; `low` is its lower case.

    `glued` says that nothing stands between it and the token before.
    """

    start: int
    end: int
    word: str
    low: str
    glued: bool

    @property
    def is_figure(self) -> bool:
        """True for digits."""
        return self.word[0].isdigit()

    @property
    def is_word(self) -> bool:
        """True for letters."""
        return self.word[0].isalpha()

    @property
    def is_name(self) -> bool:
        """True for a word with a capital."""
        return self.word[0].isupper()


def tokens(text: str, span: Span) -> list[Token]:
    """The tokens under `span`, with offsets into `text`."""
    out: list[Token] = []
    end = -1
    for found in _TOKEN.finditer(text, span.start, min(span.end, len(text))):
        word, (start, after) = found.group(), found.span()
        low = word.lower()
        out.append(Token(start, after, word, low.replace("’", "'") if "’" in low else low, start == end))
        end = after
    return out


def low(line: Sequence[Token], at: int) -> str:
    """The lower case of the token at `at`, "" outside the line."""
    return line[at].low if 0 <= at < len(line) else ""


def whole(line: Sequence[Token], at: int, least: int, most: int, *, size: int = 4) -> int | None:
    """The whole number of at most `size` digits printed at `at`, where it lies in `[least, most]`."""
    word = low(line, at)
    if not word.isdecimal() or len(word) > size or not least <= int(word) <= most:
        return None
    return int(word)


def index_at(line: Sequence[Token], offset: int) -> int:
    """The place of the first token that starts at `offset` or behind it."""
    return bisect_left(line, offset, key=lambda token: token.start)
