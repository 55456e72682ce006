"""The one door to uvicorn: the desk answers until somebody stops it."""

import socket
from collections.abc import Callable

import uvicorn

from sayso.desk.app import Desk, application
from sayso.desk.gate.host import LOOPBACK, is_loopback
from sayso.errors import SettingsError
from sayso.newsroom import Newsroom


def serve(newsroom: Newsroom, host: str, port: int, opened: Callable[[str], None]) -> None:
    """Serves until a signal ends it; `opened` is told the address once it can be reached.

    Port 0 takes a free one. Raises SettingsError where the address cannot be bound to.
    """
    with bound(host, port) as door:
        real = door.getsockname()[1]
        shown = f"[{host}]" if ":" in host else host
        opened(f"http://{shown}:{real}/")
        here = is_loopback(host)
        desk = application(newsroom, hosts=LOOPBACK if here else (), guarded=not here)
        server_of(desk).run(sockets=[door])


class Server(uvicorn.Server):
    """A server that lets the streams of its readers end before it waits for them."""

    def __init__(self, desk: Desk, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._desk = desk

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends what runs."""
        self._desk.rest()
        await super().shutdown(sockets)


def server_of(desk: Desk) -> Server:
    """A server for a desk, not running yet."""
    config = uvicorn.Config(desk, log_level="warning", access_log=False, server_header=False, lifespan="on")
    config.timeout_graceful_shutdown = 3
    return Server(desk, config)


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens; raises SettingsError where it cannot, as when the port is taken."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        found = socket.create_server((host.strip("[]"), port), family=family, backlog=128)
        # An answer goes out in two pieces; without this the second waits 40 ms for the first to be acknowledged.
        found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return found
    except (OSError, OverflowError) as err:
        raise SettingsError(
            f"the desk cannot open on {host} port {port} ({err}): choose another with --port, or 0 for a free one"
        ) from err
