"""Files, folders and standard input."""

import os
import stat
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from sayso.collect.sniff import charset_by_mark, media_type_of
from sayso.errors import CaptureError
from sayso.record import Capture, Missed

_GZIP = b"\x1f\x8b"
_CHUNK = 1 << 16


class Files:
    """The pages of one path: a file, a folder and all folders in it (hidden ones aside), or "-" for standard input."""

    def __init__(self, what: str, *, max_bytes: int = 10_000_000, stdin: BinaryIO | None = None) -> None:
        self._what = what
        self._max_bytes = max_bytes
        self._stdin = stdin

    def collect(self) -> Iterator[Capture | Missed]:
        """Each file in the order of its path; a folder without files is a Missed."""
        names = listed(self._what)
        if not names:
            yield Missed(what=self._what, why="this folder holds no files")
        for name in names:
            try:
                yield self._capture(name)
            except CaptureError as err:
                yield Missed(what=name, why=str(err))
            except OSError as err:
                yield Missed(what=name, why=_why(name, err))
            except ValueError:  # a NUL in its name
                yield Missed(what=name, why="no file can have this name")

    def _capture(self, name: str) -> Capture:
        if name == "-":
            body = whole(self._stdin or sys.stdin.buffer, self._max_bytes)
        else:
            with _opened(name) as file:
                body = whole(file, self._max_bytes)
        inner = name.removesuffix(".gz")
        return Capture(name=name, body=body, media_type=media_type_of(body, inner), charset=charset_by_mark(body))


def listed(what: str) -> tuple[str, ...]:
    """The names of the files a path stands for: itself, or what a folder holds, sorted, hidden files left out."""
    if what == "-" or not _is_folder(what):
        return (what,)
    names: list[str] = []
    closed: list[OSError] = []  # folders that may not be opened are named too: opening them will say why
    for folder, inner, files in os.walk(what, onerror=closed.append):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        names += [str(Path(folder, name)) for name in files if not name.startswith(".")]
    return tuple(sorted(names + [str(err.filename) for err in closed]))


def _is_folder(what: str) -> bool:
    try:
        return Path(what).is_dir()
    except OSError:
        return False  # opening it will say why


def whole(file: BinaryIO, most: int) -> bytes:
    """All bytes of a file, unpacked where they are gzip; raises CaptureError past `most` bytes, having read no more."""
    head = file.read(2)
    pieces = _unpacked(head, file) if head == _GZIP else _pieces(head, file)
    found = bytearray()
    for piece in pieces:
        found += piece
        if len(found) > most:
            packed = " when unpacked" if head == _GZIP else ""
            raise CaptureError(f"it is larger than {most:,} bytes{packed} (setting max_bytes)")
    return bytes(found)


def _pieces(head: bytes, file: BinaryIO) -> Iterator[bytes]:
    yield head
    while piece := file.read(_CHUNK):
        yield piece


def _unpacked(head: bytes, file: BinaryIO) -> Iterator[bytes]:
    """The contents of every gzip member, at most a chunk at a time; raises CaptureError for a damaged one."""
    packed, unpack = head, zlib.decompressobj(wbits=31)
    try:
        while True:
            if unpack.eof:
                rest = unpack.unused_data or file.read(_CHUNK)
                if not rest.startswith(_GZIP[:1]):
                    return  # padding after the last member
                packed, unpack = rest, zlib.decompressobj(wbits=31)
            packed = unpack.unconsumed_tail or packed
            piece = unpack.decompress(packed, _CHUNK)
            packed = b""
            yield piece
            if not unpack.unconsumed_tail and not unpack.eof:
                packed = file.read(_CHUNK)
                if not packed:
                    raise CaptureError("its gzip is cut short: take the page again")
    except zlib.error as err:
        raise CaptureError(f"its gzip is damaged ({err}): take the page again") from err


def _opened(name: str) -> BinaryIO:
    """The file, open; raises CaptureError for what is no plain file, without waiting for one that never ends."""
    handle = os.open(name, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise CaptureError("it is a device, pipe or socket, not a file")
        return os.fdopen(handle, "rb")
    except CaptureError:
        os.close(handle)
        raise


def _why(name: str, err: OSError) -> str:
    """What stands in the way of reading a file, and what to do."""
    if isinstance(err, FileNotFoundError):
        if "://" in name:
            return "it is no address that can be fetched: only http:// and https:// are"
        return "it is a link to a file that is not there" if Path(name).is_symlink() else "there is no such file"
    if isinstance(err, PermissionError):
        return "it may not be read: change its permissions"
    return f"it cannot be read: {err.strerror or err}"
