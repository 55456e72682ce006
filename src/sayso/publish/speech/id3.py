"""Tags of an MP3 file in UTF-8, since those that the encoder writes break every letter with an accent.

ID3 version 2.4 (id3.org/id3v2.4.0-structure, id3v2.4.0-frames).
"""

from collections.abc import Mapping

FRAMES = {"title": "TIT2", "artist": "TPE1", "date": "TDRC"}
_UTF8 = b"\x03"


def id3(tags: Mapping[str, str]) -> bytes:
    """The block that stands before the sound: title, artist, date, comment, and any other tag under its own name."""
    frames = b"".join(_frame(name, value) for name, value in tags.items() if value)
    return b"ID3\x04\x00\x00" + _size(len(frames)) + frames if frames else b""


def _frame(name: str, value: str) -> bytes:
    words = value.encode("utf-8", "replace")
    if name in FRAMES:
        code, body = FRAMES[name], _UTF8 + words
    elif name == "comment":
        code, body = "COMM", _UTF8 + b"eng\x00" + words
    else:
        code, body = "TXXX", _UTF8 + name.encode() + b"\x00" + words
    return code.encode() + _size(len(body)) + b"\x00\x00" + body


def _size(number: int) -> bytes:
    """A number in four bytes of seven bits, so that no part of it looks like sound."""
    return bytes((number >> shift) & 0x7F for shift in (21, 14, 7, 0))
