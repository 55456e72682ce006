"""What a form sends: words under names, as HTML forms send them without script."""

from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

MOST = 64_000  # bytes; a note of some pages


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
