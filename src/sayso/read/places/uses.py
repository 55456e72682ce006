"""What a place's name stands for: the place, its government, its people, or a part of somebody else's name."""

from collections.abc import Mapping
from typing import Any, Final

from sayso.read.places.accept import Cover
from sayso.read.places.gazetteer import CAPITAL, Row
from sayso.read.places.page import Spot
from sayso.read.verbs import SAID_FORMS
from sayso.read.words import words as vocabulary
from sayso.record import PlaceUse

_TABLE: Mapping[str, Any] = vocabulary("places")["governments"]
_ACTS = frozenset(_TABLE["acts"]) | SAID_FORMS
_HELPS, _OWNS = frozenset(_TABLE["helps"]), frozenset(_TABLE["owns"])
_WITH, _NOT_WITH = frozenset(_TABLE["with"]), frozenset(_TABLE["not_with"])
_BEHIND: Final = 3  # words behind a name that may say what its government does or has


def use_of(text: str, spot: Spot, row: Row, cover: Cover | None) -> PlaceUse:
    """How the page uses the name of a place."""
    if spot.found.people:
        return "people"
    if cover and cover.mention.span.holds(spot.found.span) and _is_part(text, spot, cover):
        return "name"
    if (row.kind == "country" or row.rank & CAPITAL) and _governs(text, spot):
        return "government"
    return "place"


def _is_part(text: str, spot: Spot, cover: Cover) -> bool:
    """Whether the name over it is somebody's, and longer by a word."""
    before = text[cover.mention.span.start : spot.found.span.start]
    behind = text[spot.found.span.end : cover.mention.span.end]
    tied = before.endswith((" of ", " of the ")) or before[-2:-1].isalnum() and before.split()[-1][0].isupper()
    tied = tied or behind[1:2].isupper() or behind[1:2] == "&"
    return tied and cover.entity.kind in ("organisation", "office", "outlet", "person", "other")


def _governs(text: str, spot: Spot) -> bool:
    """Whether the name speaks, acts, has or deals with others as a state does."""
    row, first, last = spot.row, spot.found.first, spot.found.last
    before = row[first - 1].low if first and not text[row[first - 1].end : spot.found.span.start].strip() else ""
    if before in _WITH:
        near = {token.low for token in row[max(0, first - 4) : first - 1]}
        return not near & _NOT_WITH
    if last >= len(row) or text[row[last - 1].end : row[last].start].strip(" '’sS"):
        return False
    if row[last - 1].owns:
        return any(token.low in _OWNS for token in row[last : last + 2])
    if before and before not in ("and", "but", "that", "while", "as", "when", "because", "if", "or"):
        return False
    for token in row[last : last + _BEHIND]:
        if token.low in _ACTS:
            return True
        if token.low not in _HELPS:
            return False
    return False
