"""Who comes in: everybody on this machine; elsewhere whoever signed in or has a token."""

from collections.abc import Callable
from typing import Literal
from urllib.parse import quote

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.desk.gate.ticket import COOKIE, hash_of
from sayso.desk.gate.who import HERE, comes_in
from sayso.desk.troubles import trouble
from sayso.errors import StoreError
from sayso.record import Person

Bearer = Callable[[str, Literal["session", "token"]], Person | None]
OPEN = ("/static/", "/sign-in")  # what nobody has to sign in for
OWN = ("/static/", "/me/", "/sign-in", "/sign-out")  # where somebody chooses a password of their own
PROXIED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
ASKS = {"WWW-Authenticate": 'Bearer realm="Sayso"'}


class Door:
    """Says who is there for the rest of a request; `guarded`, turns away those whom `bearer` does not know."""

    def __init__(self, app: ASGIApp, bearer: Bearer, *, guarded: bool) -> None:
        self._app = app
        self._bearer = bearer
        self._guarded = guarded

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on if whoever asks may come in."""
        if scope["type"] == "http" and (refusal := await self._refusal(Request(scope))):
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)

    async def _refusal(self, request: Request) -> Response | None:
        comes_in(None)
        if not self._guarded:
            if any(name in request.headers for name in PROXIED):
                return trouble(request, 403, "this desk has no sign-in, and a proxy sent this from another machine")
            comes_in(HERE)
            return None
        try:
            found = await to_thread.run_sync(self._known, request)
        except StoreError as err:
            return trouble(request, 503, str(err))
        comes_in(found)
        if found and found.once and request.url.path != "/me" and not request.url.path.startswith(OWN):
            return _choose(request)
        if found or request.url.path.startswith(OPEN):
            return None
        return _ask(request)

    def _known(self, request: Request) -> Person | None:
        """Who carries a token; without one, who carries a session."""
        kind, _, secret = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            return self._bearer(hash_of(secret.strip()), "token")
        held = request.cookies.get(COOKIE)
        return self._bearer(hash_of(held), "session") if held else None


def _ask(request: Request) -> Response:
    """To the sign-in, with the way back; for programs a refusal."""
    if not _is_page(request):
        return trouble(request, 401, "nobody is signed in", ASKS)
    back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(f"/sign-in?to={quote(back, safe='')}", 303, {"Cache-Control": "no-store"})


def _choose(request: Request) -> Response:
    """To where a password of their own is chosen, before anything else is read or done."""
    if not _is_page(request):
        return trouble(request, 403, "this password was made by an admin: choose one of your own at /me first")
    return RedirectResponse("/me", 303, {"Cache-Control": "no-store"})


def _is_page(request: Request) -> bool:
    """Whether a browser asks for a page for people."""
    asks = request.method in ("GET", "HEAD") and "html" in request.headers.get("accept", "")
    return asks and not request.url.path.endswith(".json")
