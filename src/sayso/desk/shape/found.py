"""A claim that a search found: its words with those asked for marked, who says so, where."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sayso.desk.shape.mention import Mention, mention
from sayso.record import Kept, Point
from sayso.record.fold import folded, words

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a claim, marked or not."""

    words: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Found:
    """One result."""

    mention: Mention
    pieces: tuple[Piece, ...]
    headline: str
    point: Point | None


def found(kept: Kept, asked: str, point: Point | None) -> Found:
    """A kept claim as a result of a search for words."""
    told = mention(kept)
    return Found(told, tuple(pieces(told.content, set(words(asked)))), kept.text.headline or "", point)


def pieces(text: str, wanted: Collection[str]) -> Iterator[Piece]:
    """A text cut at the words that are wanted, case and accents aside."""
    place = 0
    for match in _WORD.finditer(text):
        if wanted and folded(match[0]) in wanted:
            if match.start() > place:
                yield Piece(text[place : match.start()], False)
            yield Piece(match[0], True)
            place = match.end()
    if place < len(text):
        yield Piece(text[place:], False)
