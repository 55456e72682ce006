"""Names that the desk answers to: with no sign-in, a page elsewhere must not reach it under a name of its own.

A name server of an attacker may say that evil.example is 127.0.0.1 (DNS rebinding); the browser then sends the
attacker's name as the host, and is turned away here.
"""

from collections.abc import Collection
from ipaddress import ip_address

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.errors import SettingsError

LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Hosts:
    """Answers 421 to requests for a host that is not one of `names`; an empty `names` lets every host in."""

    def __init__(self, app: ASGIApp, names: Collection[str] = LOOPBACK) -> None:
        self._app = app
        self._names = {name.lower() for name in names}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on if it is for us."""
        if scope["type"] == "http" and self._names and host_of(scope) not in self._names:
            told = f"This desk answers to {', '.join(sorted(self._names))} only.\n"
            await PlainTextResponse(told, 421)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def host_of(scope: Scope) -> str:
    """The host that a request asks for, without its port and brackets."""
    named = next((value for name, value in scope["headers"] if name == b"host"), b"").decode("latin-1").lower()
    if named.startswith("["):
        return named[1:].split("]")[0]
    return named.rsplit(":", 1)[0] if ":" in named else named


def is_loopback(host: str) -> bool:
    """Whether an address to bind to is reachable from this machine alone."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def refuse_open_bind(host: str, users: int) -> None:
    """Raises SettingsError where a desk without users would be reachable from other machines."""
    if not is_loopback(host) and not users:
        raise SettingsError(
            f"the desk has no users yet, so it opens on this machine alone, not on {host}: leave --host out, reach it "
            "through an SSH tunnel, or add a user first with `sayso people add NAME --role admin`"
        )
