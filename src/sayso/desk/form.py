"""What a form sends: words under names, as HTML forms send them without script."""

import re
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import Depends, Request
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from sayso.errors import RecordError

MOST = 64_000  # bytes; a note of some pages
NOTE = 2000  # characters
_INSIDE = re.compile(r"/(?![/\\])[^\x00-\x20\\]*")


async def _told(request: Request) -> dict[str, str]:
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise HTTPException(415, "a form is sent as application/x-www-form-urlencoded")
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MOST:
            raise HTTPException(413, f"a form holds at most {MOST:,} bytes")
    try:
        told = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=40, errors="replace")
    except ValueError as err:
        raise HTTPException(400, "this is no form") from err
    return {name: value.replace("\r\n", "\n").strip() for name, value in told}


Form = Annotated[dict[str, str], Depends(_told)]


def one_of(form: dict[str, str], name: str, words: tuple[str, ...]) -> str:
    """The word that a form gives under a name; raises RecordError for one that is not among `words`."""
    told = form.get(name, "")
    if told not in words:
        raise RecordError(f"{name} is one of {', '.join(words)}")
    return told


def inside(to: str) -> str:
    """An address of this desk; its front page for any other."""
    return to if _INSIDE.fullmatch(to) else "/"


def then(to: str) -> RedirectResponse:
    """What a form that was taken answers: the page to look at now."""
    return RedirectResponse(inside(to), 303, {"Cache-Control": "no-store"})
