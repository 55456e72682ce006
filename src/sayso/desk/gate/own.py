"""Whatever changes something must come from a page of ours: a form elsewhere is sent with the reader's own session.

Browsers say where a request comes from: Sec-Fetch-Site, over https and on this machine; Origin, which is "null" for our
own forms too in browsers without the first, since our pages send no referrer. A program with a token carries neither.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.desk.troubles import trouble

READING = ("GET", "HEAD", "OPTIONS")
WHY = "this did not come from a page of this desk"


class Own:
    """Answers 403 to requests that change something and come from elsewhere, or do not say from where."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on if it reads, or is our own."""
        if scope["type"] == "http" and scope["method"] not in READING and not is_ours(Headers(scope=scope)):
            await trouble(Request(scope), 403, WHY)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def is_ours(headers: Headers) -> bool:
    """Whether a request comes from a page of ours, or from a program that says who it is by a token."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site == "same-origin"
    if origin is not None:
        return _place(origin) == headers.get("host", "").lower() != ""
    return headers.get("authorization", "").lower().startswith("bearer ") and "cookie" not in headers


def _place(origin: str) -> str:
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""
