"""What an endpoint asks: the newsroom, and the moment that the address asks about."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Annotated

from fastapi import Depends, Query, Request

from sayso.newsroom import Newsroom
from sayso.record.moment import moment

ROOM = "newsroom"
_ONE = Lock()  # so that nobody lets go of the record while somebody else writes


def _newsroom(request: Request) -> Newsroom:
    found: Newsroom = getattr(request.app.state, ROOM)
    return found


def _as_of(
    as_of: Annotated[str | None, Query(description="The record as it stood at this ISO time")] = None,
) -> str | None:
    """The moment asked about, empty for none; raises RecordError for what is no time."""
    if as_of:
        moment(as_of)
    return as_of or None


Room = Annotated[Newsroom, Depends(_newsroom)]
AsOf = Annotated[str | None, Depends(_as_of)]


@contextmanager
def writing(room: Newsroom) -> Iterator[Newsroom]:
    """The newsroom, to write to alone for a moment; other programs may write afterwards."""
    with _ONE:
        try:
            yield room
        finally:
            room.rest()
