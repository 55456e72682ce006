"""Which addresses of the network may be reached: checked after resolving, at the moment of connecting.

Host names prove nothing: 0177.1, 2130706433 and a name that resolves anew for every question all end at loopback. The
rules for address ranges follow the IANA special-purpose registries; `ipaddress.is_global` alone lets eleven through.
"""

import socket
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

import httpcore

_GLOBAL = IPv6Network("2000::/3")
_NOT_GLOBAL = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))


def is_public(address: str) -> bool:
    """True for an address of the public network; an IPv4 address inside an IPv6 one is judged as itself."""
    try:
        found = ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    if isinstance(found, IPv4Address):
        special = found.is_multicast or found.is_reserved or str(found).startswith(("192.0.0.", "192.88.99."))
        return found.is_global and not special
    return found in _GLOBAL and not any(found in net for net in _NOT_GLOBAL)


class PublicOnly(httpcore.SyncBackend):
    """Resolves a host, refuses it where any of its addresses is not public, and connects to one that was checked."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the checked address; raises httpcore.ConnectError for any other."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as err:
            raise httpcore.ConnectError(f"the host {host} is not known: {err}") from err
        addresses = [str(entry[4][0]) for entry in found]
        if not addresses or not all(map(is_public, addresses)):
            raise httpcore.ConnectError(f"{host} is not on the public network (setting allow_private)")
        for address in addresses[:-1]:
            try:
                return super().connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return super().connect_tcp(addresses[-1], port, timeout, local_address, socket_options)
