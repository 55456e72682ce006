"""The choice of claims that an address asks for, as the command line has it."""

from typing import Annotated, Any, Literal

from fastapi import Depends, Query

from sayso.desk.room import AsOf
from sayso.errors import RecordError
from sayso.record import Cursor, Filter, SourceKind, Stance
from sayso.record.moment import moment

MOST = 200  # rows that one answer holds
STEP = 25

Word = Annotated[str | None, Query(max_length=200)]
Limit = Annotated[int, Query(ge=1, le=MOST, description=f"At most so many, {MOST} at most")]

Before = Annotated[str | None, Query(max_length=80, description="The `next` of the page before")]


def cursor_of(word: str | None) -> Cursor | None:
    """The cursor that an address carries; raises RecordError for what is none."""
    if not word:
        return None
    at, found, who = word.partition("~")
    if not found or not who:
        raise RecordError(f"{word!r} is no place in a list: take the `next` of the page before")
    return at, who


def cursor_word(cursor: Cursor | None) -> str | None:
    """A cursor as an address carries it."""
    return "~".join(cursor) if cursor else None


def _choice(
    as_of: AsOf,
    source: Word = None,
    outlet: Word = None,
    kind: Annotated[SourceKind | Literal[""] | None, Query()] = None,
    stance: Annotated[Stance | Literal[""] | None, Query()] = None,
    *,
    since: Word = None,
    limit: Limit = STEP,
) -> Filter:
    """The filter; raises RecordError for what is no time."""
    if since:
        moment(since)
    return Filter(
        source=source or None,
        outlet=outlet or None,
        kind=kind or None,
        stance=stance or None,
        since=since or None,
        as_of=as_of,
        limit=limit,
    )


Choice = Annotated[Filter, Depends(_choice)]


def given(choice: Filter, **more: Any) -> dict[str, Any]:
    """What an address that asks the same would carry, with `more`."""
    names = ("source", "outlet", "kind", "stance", "since", "as_of")
    told = {name: getattr(choice, name) for name in names}
    return told | ({"limit": choice.limit} if choice.limit != STEP else {}) | more
