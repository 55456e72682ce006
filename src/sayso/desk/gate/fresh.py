"""Answers nothing anew that has not changed: an ETag on every page, made of what the desk shows and of the address."""

from collections.abc import Callable
from hashlib import blake2b
from importlib.metadata import version

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.errors import StoreError

VARIES = "Cookie, Accept, Authorization"


class Fresh:
    """Answers 304 to who has the page as it is; `tide` gives a word that changes whenever something shown does."""

    def __init__(self, app: ASGIApp, tide: Callable[[], str], aside: tuple[str, ...] = ()) -> None:
        self._app = app
        self._tide = tide
        self._aside = aside

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on unless its answer is known; also answers HEAD, as GET without a body."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or scope["path"].startswith(self._aside):
            await self._app(scope, receive, send)
            return
        bare = scope["method"] == "HEAD"
        tag = await self._tag(scope)
        if tag and tag in _known(scope):
            headers = [(b"etag", tag.encode()), (b"cache-control", b"private, no-cache")]
            await send({"type": "http.response.start", "status": 304, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Cache-Control", "private, no-cache")
                headers.add_vary_header(VARIES)
                if message["status"] == 200 and tag:
                    headers["ETag"] = tag
            elif bare:
                message = {**message, "body": b""}
            await send(message)

        await self._app({**scope, "method": "GET"} if bare else scope, receive, sent)

    async def _tag(self, scope: Scope) -> str:
        """The tag of what a request asks, empty where the record is not at hand: the page then says so."""
        try:
            tide = await to_thread.run_sync(self._tide)
        except StoreError:
            return ""
        headers = Headers(scope=scope)
        asked = (scope["path"], scope["query_string"].decode("latin-1"))
        word = repr((version("sayso"), tide, *asked, *map(headers.get, ("cookie", "accept", "authorization"))))
        return f'W/"{blake2b(word.encode(), digest_size=12).hexdigest()}"'


def _known(scope: Scope) -> list[str]:
    held = Headers(scope=scope).get("if-none-match", "")
    return [one.strip() for one in held.split(",")]
