"""Bytes in: files, folders, standard input, one URL."""

from collections.abc import Iterable, Iterator

from sayso.record import Capture, Missed
from sayso.settings import Settings

__all__ = ["collect", "is_address"]


def is_address(what: str) -> bool:
    """True for an http or https address."""
    return what[:8].lower().startswith(("http://", "https://"))


def collect(whats: Iterable[str], settings: Settings) -> Iterator[Capture | Missed]:
    """Every page that the paths, folders and addresses name, in their order, each as it came or as a Missed."""
    for what in whats:
        if is_address(what):
            from sayso.collect.fetch import Web  # httpx is loaded for addresses only

            yield from Web(what, settings=settings).collect()
        else:
            from sayso.collect.folder import Files

            yield from Files(what, max_bytes=settings.max_bytes).collect()
