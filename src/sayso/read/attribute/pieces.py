"""A text as the encoder sees it: word pieces with what an uncased vocabulary cannot show, and windows over them.

Training and reading share this file, so that a model meets at run time exactly what it was trained on.
Quotation marks of every kind become one opening and one closing piece; a break piece without characters stands
between paragraphs; beside each piece stand its letter case, its quotation state and what begins with it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from sayso.read.attribute import quotes

Ints = npt.NDArray[np.int64]
Span = tuple[int, int]

CLS, SEP, MASK, UNKNOWN = 101, 102, 103, 100
OPENING, CLOSING = 1523, 1524  # “ and ” in the vocabulary
WINDOW = 256  # pieces in a window, with the first and the last special one


class Case(IntEnum):
    """How the word of a piece is written."""

    NONE = 0
    LOWER = 1
    CAPITAL = 2
    CAPITALS = 3
    DIGIT = 4
    SIGN = 5
    MIXED = 6


class Break(IntEnum):
    """What begins with a piece."""

    NONE = 0
    SENTENCE = 1
    PARAGRAPH = 2


class Pieced(Protocol):
    """What is used of an encoded line: `ids`, `offsets` and `tokens`, one a piece."""

    ids: list[int]
    offsets: list[Span]
    tokens: list[str]


@dataclass(frozen=True, slots=True)
class Pieces:
    """All pieces of a text, six arrays of one length; a break piece has start == end."""

    ids: Ints
    starts: Ints
    ends: Ints
    case: Ints
    quote: Ints
    begins: Ints

    def __len__(self) -> int:
        return len(self.ids)


def pieces(text: str, tokenizer: Any, blocks: Sequence[Span] | None = None) -> Pieces:
    """Take `blocks` of `text` (paragraph spans in reading order; default: its lines) into pieces.

    `tokenizer` is a `tokenizers.Tokenizer` without truncation and padding.
    """
    blocks = quotes.paragraphs(text) if blocks is None else blocks
    state = quotes.states(text, blocks)
    encoded = tokenizer.encode_batch([text[a:b] for a, b in blocks], add_special_tokens=False)
    rows: list[tuple[int, int, int, int, int, int]] = []
    for (offset, _), line in zip(blocks, encoded, strict=True):
        if rows:
            rows.append((SEP, rows[-1][2], rows[-1][2], Case.NONE, quotes.State.OUTSIDE, Break.NONE))
        rows += _rows(text, offset, line, state)
    table = np.array(rows, dtype=np.int64).reshape(len(rows), 6)
    return Pieces(*(np.ascontiguousarray(column) for column in table.T))


def _rows(text: str, offset: int, line: Pieced, state: bytearray) -> list[tuple[int, int, int, int, int, int]]:
    """Give the rows of one paragraph."""
    rows: list[tuple[int, int, int, int, int, int]] = []
    shapes = _shapes(text, offset, line)
    for k, (piece, (a, b)) in enumerate(zip(line.ids, line.offsets, strict=True)):
        start, end = a + offset, b + offset
        if start >= end:
            continue
        quote = state[start]
        if quote in (quotes.State.OPENING, quotes.State.CLOSING):
            sign = OPENING if quote == quotes.State.OPENING else CLOSING
            if rows and rows[-1][0] == sign and rows[-1][2] == start and text[start] in "`'":
                rows[-1] = (*rows[-1][:2], end, *rows[-1][3:])  # the second half of `` or ''
                continue
            piece = sign
        rows.append((piece, start, end, shapes[k], quote, _begins(text, rows, start, first=not rows)))
    return rows


def _shapes(text: str, offset: int, line: Pieced) -> list[Case]:
    """Give the letter case of each piece: that of its whole word."""
    out: list[Case] = []
    tokens, offsets = line.tokens, line.offsets
    for k, token in enumerate(tokens):
        if token.startswith("##") and out:
            out.append(out[-1])
            continue
        last = k
        while last + 1 < len(tokens) and tokens[last + 1].startswith("##"):
            last += 1
        out.append(_shape(text[offsets[k][0] + offset : offsets[last][1] + offset]))
    return out


@lru_cache(maxsize=4096)
def _shape(word: str) -> Case:
    if word.islower():
        return Case.LOWER
    if word.isupper():
        return Case.CAPITALS if len(word) > 1 else Case.CAPITAL
    if word[:1].isupper():
        return Case.CAPITAL if word[1:].islower() else Case.MIXED
    if word[:1].isdigit():
        return Case.DIGIT
    return Case.MIXED if word[:1].isalpha() else Case.SIGN


def _begins(text: str, rows: Sequence[tuple[int, int, int, int, int, int]], start: int, *, first: bool) -> Break:
    """Say whether a sentence begins at `start`, by the shape of what stands before it (no list of abbreviations)."""
    if first:
        return Break.PARAGRAPH
    k = len(rows) - 1
    if rows[k][2] == start or text[start].islower():
        return Break.NONE
    while k > 0 and (rows[k][4] == quotes.State.CLOSING or text[rows[k][1]] in ")]\u2019'"):
        k -= 1
    end = text[rows[k][1] : rows[k][2]]
    if end in ("!", "?", "\u2026"):
        return Break.SENTENCE
    if end != "." or k == 0:
        return Break.NONE
    return Break.NONE if _short(text, rows[k][1]) and rows[k] is rows[-1] else Break.SENTENCE


def _short(text: str, stop: int) -> bool:
    """Say whether the word before a full stop looks cut short: an initial, or a capital and up to two small ones."""
    start = stop
    while start > 0 and stop - start < 5 and text[start - 1].isalpha():
        start -= 1
    word = text[start:stop]
    return len(word) == 1 or (2 <= len(word) <= 3 and word[0].isupper() and word[1:].islower())


def windows(begins: Ints, *, size: int = WINDOW - 2, overlap: int = 0, first: int | None = None) -> list[Span]:
    """Cut a text into spans of pieces, each at most `size` long and from sentence to sentence where it can.

    `begins` is the column of `Pieces`. The first window ends at the last border within `first` pieces; each next one
    goes back up to `overlap` pieces, to the border nearest to that. A sentence longer than a window is cut.
    """
    total, out, start = len(begins), [], 0
    borders: list[int] = [*(int(k) for k in np.flatnonzero(begins)), total]
    while start < total:
        limit = start + (first if first and start == 0 else size)
        end = _border(borders, start, limit)
        out.append((start, end))
        if end >= total:
            break
        back = [b for b in borders if max(start + 1, end - overlap) <= b <= end] if overlap else []
        start = back[0] if back else max(start + 1, end - overlap)
    return out


def _border(borders: Iterable[int], start: int, limit: int) -> int:
    """Give the last border in (start, limit], or `limit` where none is."""
    inside = [b for b in borders if start < b <= limit]
    return inside[-1] if inside else limit
