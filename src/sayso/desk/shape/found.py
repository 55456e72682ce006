"""A claim in a list: its words with those asked for marked, who says so, where, and the point it belongs to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.desk.shape.mention import Mention, mention
from sayso.record import Found, Hit, Kept, Point, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a claim, marked or not."""

    words: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One claim of a list; `at` is the UTC moment of its item."""

    mention: Mention
    pieces: tuple[Piece, ...]
    headline: str
    point: Point | None
    at: str


def rows(found: Found, points: Mapping[str, Point]) -> tuple[Row, ...]:
    """What was found as rows; `points` by claim id."""
    return tuple(_row(hit, points.get(hit.claim.id)) for hit in found.hits)


def _row(hit: Hit, point: Point | None) -> Row:
    told = mention(Kept(hit.claim, hit.page, hit.text))
    return Row(told, tuple(pieces(hit.claim.content, hit.content_marks)), hit.text.headline or "", point, hit.at)


def pieces(text: str, marks: Sequence[Span]) -> Iterator[Piece]:
    """A text cut where marked words begin and end."""
    place = 0
    for mark in sorted(marks):
        if mark.start > place:
            yield Piece(text[place : mark.start], False)
        if mark.end > place:
            yield Piece(text[max(place, mark.start) : mark.end], True)
        place = max(place, mark.end)
    if place < len(text):
        yield Piece(text[place:], False)
