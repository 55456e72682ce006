"""The desk as an application: routers, static files, and what every request passes."""

from collections.abc import Collection
from importlib.metadata import version

from fastapi import FastAPI
from fastapi.telemetry import TelemetryConfig
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.desk import live
from sayso.desk.api import describe
from sayso.desk.gate.brake import CHANGES, Brake
from sayso.desk.gate.door import Door
from sayso.desk.gate.fresh import Fresh
from sayso.desk.gate.headers import Headers
from sayso.desk.gate.host import LOOPBACK, Hosts
from sayso.desk.gate.own import Own
from sayso.desk.live import Tide
from sayso.desk.pages import ROUTERS
from sayso.desk.paper import STATIC
from sayso.desk.room import ROOM
from sayso.desk.troubles import tell_troubles
from sayso.newsroom import Newsroom

ASIDE = ("/static/", "/live", "/sign-in")  # what changes by other rules than the record
QUIET: TelemetryConfig = {"auto_configure": False}  # no report of what is read leaves this machine


class Desk:
    """The desk as an ASGI application; `rest` ends the streams of all who follow it, so that a server can stop."""

    def __init__(self, app: ASGIApp, tide: Tide) -> None:
        self._app = app
        self._tide = tide

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request."""
        await self._app(scope, receive, send)

    def rest(self) -> None:
        """Ends every stream within a period; no reader is followed from then on."""
        self._tide.resting = True


def application(newsroom: Newsroom, *, hosts: Collection[str] = LOOPBACK, guarded: bool = False) -> Desk:
    """The desk of a newsroom, which the caller closes; it answers to `hosts`, to all where there are none.

    `guarded`, it lets in only those who sign in or carry a token; otherwise everybody is an editor.
    """
    app = FastAPI(
        title="Sayso",
        version=version("sayso"),
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        telemetry=QUIET,
    )
    setattr(app.state, ROOM, newsroom)
    app.state.guarded, app.state.brake, app.state.pen = guarded, Brake(), Brake(most=CHANGES)
    app.state.tide = tide = Tide(newsroom.tide)
    tell_troubles(app)
    describe(app)
    for router in (*ROUTERS, live.router):
        app.include_router(router)
    app.mount("/static", Static(directory=str(STATIC)))
    small = GZipMiddleware(app, minimum_size=1000, compresslevel=5)  # streams pass as they are
    known = Door(Fresh(small, newsroom.pulse, ASIDE), newsroom.bearer, guarded=guarded)
    return Desk(Headers(Hosts(Own(known), hosts)), tide)


class Static(StaticFiles):
    """Our own files; asked for by the address that names their content, they are kept for good."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers with a file."""

        async def sent(message: dict) -> None:  # type: ignore[type-arg]
            if message["type"] == "http.response.start" and scope["query_string"].startswith(b"v="):
                message["headers"] = [*message["headers"], (b"cache-control", b"public, max-age=31536000, immutable")]
            await send(message)

        await super().__call__(scope, receive, sent)  # type: ignore[arg-type]
