"""A capture's bytes as text."""

import codecs
import re

from charset_normalizer import from_bytes

from sayso.errors import CaptureError
from sayso.record import Capture

# Longest first: the UTF-32 mark of little-endian starts with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"""<meta\s[^>]{0,400}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_HEAD = 4096  # where a charset is looked for: browsers look at 1,024 bytes, pages put it later
_SAMPLE = 16_384
_DAMAGE = 0.1  # share of unreadable characters above which bytes are not a text in that charset
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})
# The charsets that pages are written in (WHATWG Encoding Standard), so that none is taken for an old Macintosh's.
_WEB = ("cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "iso8859_2",
        "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr")  # fmt: skip
_REPLACED = "\ufffd"


def decode(capture: Capture) -> str:
    """The text of a capture, without its byte order mark and with NULs replaced by U+FFFD.

    Valid UTF-8 is taken as such whatever the page declares; then the charset told by the capture, the one in the
    page's head, and a guess. Raises CaptureError for bytes that are empty, binary or mostly unreadable.
    """
    text = _decoded(capture, capture.body)
    if not text or text.isspace():
        raise CaptureError(f"{capture.name} is empty")
    if "\0" in text:
        text = text.replace("\0", _REPLACED)
    if _REPLACED in text and text.count(_REPLACED) > _DAMAGE * len(text):
        raise CaptureError(f"{capture.name} is not readable as text: most of its characters are in no known charset")
    return text


def _decoded(capture: Capture, body: bytes) -> str:
    for mark, charset in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(charset, "replace")
    declared = _declared(capture)
    if b"\0" in body and (wide := _wide(body, declared)):
        return body.decode(wide, "replace")
    sample = body[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROL)) > 0.02 * len(sample) + 8:
        raise CaptureError(f"{capture.name} is binary, not a page")
    if declared.startswith("iso-2022") and b"\x1b" in body:  # seven-bit, so it would pass for UTF-8
        return body.decode(declared, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(body, declared)


def _declared(capture: Capture) -> str:
    """The charset that the capture or the page's head names, as Python's codec name; "" for none or an unknown one."""
    name = capture.charset
    if not name and (found := _META.search(capture.body, 0, _HEAD)):
        name = found[1].decode("ascii")
    try:
        charset = codecs.lookup(name or "").name
        b"".decode(charset)  # some codecs turn bytes into bytes, not into text
    except (LookupError, ValueError):
        return ""
    # The web means windows-1252 by these (WHATWG Encoding Standard, 4.2).
    return "cp1252" if charset in ("iso8859-1", "ascii", "latin-1") else charset


def _wide(body: bytes, declared: str) -> str:
    """UTF-16 without a mark, told by where its zero bytes lie."""
    sample = body[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 4 < len(sample) // 2:
        return ""
    if declared.startswith("utf-16") and declared != "utf-16":
        return declared
    return "utf-16-le" if odd > even else "utf-16-be"


def _guessed(body: bytes, declared: str) -> str:
    """Text of bytes that are not valid UTF-8."""
    if declared and not declared.startswith("utf"):
        text = body.decode(declared, "replace")
        if text.count(_REPLACED) <= 0.01 * len(text):
            return text
    text = body.decode("utf-8", "replace")
    high = len(body) - len(body.translate(None, bytes(range(128, 256))))
    if text.count(_REPLACED) * 20 < high:  # nearly all of it is UTF-8: a damaged or cut page
        return text
    best = from_bytes(body[:_SAMPLE], cp_isolation=list(_WEB)).best()
    return body.decode(best.encoding if best else "cp1252", "replace")
