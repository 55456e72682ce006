"""What a place's name stands for: the place, its government, its people, or a part of somebody else's name."""

from collections.abc import Mapping
from typing import Any, Final

from sayso.read.places.accept import Cover
from sayso.read.places.gazetteer import CAPITAL, Row
from sayso.read.places.page import Spot
from sayso.read.verbs import SAID_FORMS
from sayso.read.words import phrases
from sayso.read.words import words as vocabulary
from sayso.record import PlaceUse

_TABLE: Mapping[str, Any] = vocabulary("places")["governments"]
_ACTS = frozenset(_TABLE["acts"]) | SAID_FORMS
_HELPS, _OWNS = frozenset(_TABLE["helps"]), frozenset(_TABLE["owns"])
_AT, _PUT_ON = frozenset(_TABLE["at"]), frozenset(_TABLE["put_on"])
_CLAUSES = frozenset(_TABLE["clauses"])
_PAST = frozenset(phrases("grammar", "past_verbs")) - {"then", "alone", "here", "left"}
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
    if before in _AT or (before == "on" and first > 1 and row[first - 2].low in _PUT_ON):
        return True
    if last >= len(row) or text[row[last - 1].end : row[last].start].strip(" '’sS"):
        return False
    if row[last - 1].owns:
        return any(token.low in _OWNS for token in row[last : last + 2])
    return (not before or before in _CLAUSES) and _acts(text, spot)


def _acts(text: str, spot: Spot) -> bool:
    """Whether a verb follows that states do: of saying, listed, or any in the past ("that Russia hacked")."""
    at, row = spot.found.last, spot.row
    if row[at].low == "and" and at + 1 < len(row) and row[at + 1].capital:  # "China and Russia support"
        at += 2
    for token in row[at : at + _BEHIND]:
        if token.low in _ACTS or token.low in _PAST or (token.low.endswith("ed") and len(token.low) > 4):
            behind = text[token.end : token.end + 4]
            return token.word.islower() and not behind.startswith(" by ")
        if token.low not in _HELPS:
            return False
    return False
