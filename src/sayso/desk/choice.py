"""The search for claims that an address asks for, and where it goes on."""

from typing import Annotated, Any, Literal

from fastapi import Depends, Query

from sayso.desk.room import AsOf
from sayso.errors import RecordError
from sayso.record import Cursor, Found, How, Search, SourceKind, Stance
from sayso.record.moment import moment

MOST = 200  # rows that one answer holds
STEP = 25

Word = Annotated[str | None, Query(max_length=200)]
Limit = Annotated[int, Query(ge=1, le=MOST, description=f"At most so many, {MOST} at most")]

Before = Annotated[
    str | None, Query(max_length=140, pattern=r"^$|^[^~]*~[^~]+$", description="The `next` of the page before")
]
Behind = Annotated[
    str | None, Query(max_length=140, pattern=r"^$|^[0-9]{1,12}~[^~]+$", description="The `next` of the page before")
]


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


def place_of(word: str | None) -> tuple[int, str] | None:
    """The place in a list of most claims that an address carries; raises RecordError for what is none."""
    number, who = cursor_of(word) or ("", "")
    if word and not number.isdecimal():
        raise RecordError(f"{word!r} is no place in a list: take the `next` of the page before")
    return (int(number), who) if word else None


def place_word(place: tuple[int, str]) -> str:
    """A place in a list of most claims as an address carries it."""
    return f"{place[0]}~{place[1]}"


def _choice(
    as_of: AsOf,
    q: Annotated[str, Query(max_length=400, description="Words of what was said, of the speaker or headline")] = "",
    source: Word = None,
    outlet: Word = None,
    kind: Annotated[SourceKind | Literal[""] | None, Query()] = None,
    *,
    stance: Annotated[Stance | Literal[""] | None, Query()] = None,
    how: Annotated[How | Literal[""] | None, Query(description="The outlet's own, told to it, or relayed")] = None,
    since: Word = None,
    start: Annotated[int, Query(ge=0, le=100_000, description="How many to pass over")] = 0,
    before: Before = None,
    limit: Limit = STEP,
) -> Search:
    """The search; raises RecordError for what is no time or cursor."""
    if since:
        moment(since)
    return Search(
        words=q.strip() or None,
        source=source or None,
        outlet=outlet or None,
        kind=kind or None,
        stance=stance or None,
        how=how or None,
        since=since or None,
        as_of=as_of,
        start=start,
        before=cursor_of(before),
        limit=limit,
    )


Choice = Annotated[Search, Depends(_choice)]


def given(choice: Search) -> dict[str, Any]:
    """What an address that asks the same would carry, from the first on."""
    names = ("source", "outlet", "kind", "stance", "how", "since", "as_of")
    told = {"q": choice.words} | {name: getattr(choice, name) for name in names}
    return told | ({"limit": choice.limit} if choice.limit != STEP else {})


def behind(choice: Search, found: Found) -> dict[str, Any] | None:
    """What an address carries to go on where a list ended, null where all was shown."""
    if choice.words:
        start = choice.start + len(found.hits)
        return {"start": start} if found.hits and (start < found.count or not found.exact) else None
    more = len(found.hits) == choice.limit and (found.count > choice.limit or not found.exact)
    return {"before": cursor_word(found.hits[-1].cursor)} if more else None
