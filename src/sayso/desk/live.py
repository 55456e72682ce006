"""`/live`: a stream that says when the record has moved, so that a page which is open can look again.

Each event is named `tide`; its id and its data are the tide, the word that changes with the record. Whoever comes back
with the last id (Last-Event-ID) is told at once if it is another by now: nothing is lost between two connections, and
the server keeps nothing for anybody.
"""

import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from typing import Annotated

import anyio
from anyio import to_thread
from fastapi import APIRouter, Header, Request
from starlette.exceptions import HTTPException
from starlette.responses import StreamingResponse

from sayso.errors import StoreError

PERIOD = 0.25  # seconds between two looks at the record, however many readers wait
BEAT = 15.0  # seconds of silence after which a line shows that the connection stands
RETRY = 2000  # milliseconds after which a browser comes back
MOST = 500  # readers at once

router = APIRouter()


class Tide:
    """The record's tide, looked at once a period for all who wait for it."""

    def __init__(self, look: Callable[[], str]) -> None:
        self._look = look
        self._lock = anyio.Lock()
        self._word = ""
        self._until = 0.0
        self.readers = 0
        self.resting = False

    async def now(self) -> str:
        """The tide as of this period."""
        async with self._lock:
            if time.monotonic() >= self._until:
                with suppress(StoreError):  # not at hand for now: nothing is known to have moved
                    self._word = await to_thread.run_sync(self._look)
                self._until = time.monotonic() + PERIOD
        return self._word

    async def stream(self, known: str) -> AsyncIterator[str]:
        """Server-sent events, one whenever the tide is another than the reader knows."""
        self.readers += 1
        try:
            yield f"retry: {RETRY}\n\n"
            spoken = time.monotonic()
            while not self.resting:
                word = await self.now()
                if word != known:
                    known, spoken = word, time.monotonic()
                    yield f"id: {word}\nevent: tide\ndata: {json.dumps({'tide': word})}\n\n"
                elif time.monotonic() - spoken > BEAT:
                    spoken = time.monotonic()
                    yield ": still here\n\n"
                await anyio.sleep(PERIOD)
        finally:
            self.readers -= 1


@router.get("/live")
async def live(
    request: Request, tide: str = "", last_event_id: Annotated[str | None, Header()] = None
) -> StreamingResponse:
    """The stream; `tide` is the one that an open page was made at."""
    found: Tide = request.app.state.tide
    if found.readers >= MOST:
        raise HTTPException(503, "too many readers follow the record at once: load the page again by hand")
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    known = last_event_id or tide or await found.now()
    return StreamingResponse(found.stream(known), media_type="text/event-stream", headers=headers)
