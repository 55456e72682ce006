"""What bytes are, by looking at them first and at their name second."""

import json
import re

from sayso.errors import CaptureError

HEAD = 4096  # bytes looked at
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a Windows program"),
    (b"\xca\xfe\xba\xbe", "a compiled program"),
    (b"ID3", "an MP3 sound"),
    (b"OggS", "an Ogg sound or film"),
    (b"fLaC", "a FLAC sound"),
    (b"\x1a\x45\xdf\xa3", "a Matroska film"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript file"),
    (b"WARC/1.", "a web archive (WARC)"),
    (b"PAR1", "a Parquet table"),
    (b"ARROW1", "an Arrow table"),
)
_LATER: tuple[tuple[int, bytes, str], ...] = (
    (4, b"ftyp", "an MP4 film or sound"),
    (8, b"WEBP", "a WebP image"),
    (8, b"WAVE", "a WAV sound"),
    (8, b"AVI ", "an AVI film"),
    (257, b"ustar", "a tar archive"),
)
_BOMS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_XML_ROOT = re.compile(r"<([A-Za-z][\w.-]{0,40}:)?([A-Za-z][\w.-]{0,40})[\s>/]")
_TAG = re.compile(r"</?(?:html|head|body|div|p|a|span|ul|li|h[1-6]|article|section|table|br|img|meta|script)\b", re.I)
_FEEDS = {"rss": "an RSS feed", "feed": "an Atom feed", "rdf": "an RSS feed", "urlset": "a sitemap",
          "sitemapindex": "a sitemap", "opml": "a list of feeds (OPML)", "svg": "an SVG image"}  # fmt: skip
_ADVICE = {"svg": ""}
_HTML_NAMES = (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp")


def charset_by_mark(body: bytes) -> str | None:
    """The charset that a byte order mark tells, or the zero bytes of UTF-16 without a mark; null for neither."""
    for mark, charset in _BOMS:
        if body.startswith(mark):
            return charset
    head = body[: HEAD // 2 * 2]
    even, odd = head[::2].count(0), head[1::2].count(0)
    enough = len(head) * 0.2  # four Latin letters of ten
    if odd > enough and not even:
        return "utf-16-le"
    return "utf-16-be" if even > enough and not odd else None


def media_type_of(body: bytes, name: str, told: str | None = None) -> str:
    """text/html or text/plain; `told` is what a server said. Raises CaptureError for what is no page, naming it."""
    if not body:
        raise CaptureError("it is empty")
    charset = charset_by_mark(body)
    if charset is None and (kind := _binary(body)):
        raise CaptureError(f"it is {kind}, not a page of text or HTML")
    head = body[: HEAD * 4].decode(charset or "latin-1", "replace").lstrip("\ufeff\u00ef\u00bb\u00bf \t\r\n\f")
    if not head:
        raise CaptureError("it holds nothing but white space")
    if kind := _structured(head, body, name):
        raise CaptureError(kind)
    return "text/html" if _is_html(head, name, told) else "text/plain"


def _binary(body: bytes) -> str | None:
    """What a binary file looks like; null for text."""
    for magic, kind in _MAGIC:
        if body.startswith(magic):
            return kind
    for at, magic, kind in _LATER:
        if body[at : at + len(magic)] == magic:
            return kind
    head = body[:HEAD]
    if b"\x00" in head:
        return "a binary file (it holds NUL bytes)"
    control = sum(byte < 32 and byte not in b"\t\n\r\f\x1b\x85" for byte in head)
    return "a binary file (it is full of control characters)" if control > len(head) * 0.05 else None


def _structured(head: str, body: bytes, name: str) -> str | None:
    """Why data in a known form is no page; null for anything else."""
    if head[0] in "{[" and _is_json(body, name):
        return "it is JSON, not a page: give the page's HTML or its text"
    if name.lower().endswith((".csv", ".tsv")) and _is_table(head):
        return "it is a table (CSV), not a page: give each page as a file of its own"
    root = _xml_root(head) if head.startswith("<") else ""
    if root in _FEEDS:
        return f"it is {_FEEDS[root]}, not a page{_ADVICE.get(root, ': give the addresses of the pages it lists')}"
    if head.startswith("<?xml") and root not in ("html", ""):
        return f"it is XML (<{root}>), not a page: give the page's HTML or its text"
    return None


def _is_json(body: bytes, name: str) -> bool:
    """True for JSON and for JSON lines; a text that merely opens with a bracket is neither."""
    try:
        first = body.decode("utf-8-sig").lstrip()
    except UnicodeDecodeError:
        return False
    for candidate in (first, first.split("\n", 1)[0]):
        try:
            return isinstance(json.loads(candidate), dict | list)
        except (ValueError, RecursionError):
            continue
    return name.lower().endswith((".json", ".jsonl", ".ndjson"))


def _is_table(head: str) -> bool:
    """True where the first lines have the same number of separators."""
    lines = head.splitlines()[:5]
    return any(len({line.count(mark) for line in lines}) == 1 and mark in lines[0] for mark in "\t;,")


def _xml_root(head: str) -> str:
    """The name of the first element after declarations and comments, in lower case; empty where there is none."""
    at = 0
    while at < len(head) and head.startswith(("<?", "<!"), at):
        close = "-->" if head.startswith("<!--", at) else ">"
        end = head.find(close, at)
        if end < 0:
            return ""
        at = end + len(close)
        while at < len(head) and head[at].isspace():
            at += 1
    found = _XML_ROOT.match(head, at)
    return found[2].lower() if found else ""


def _is_html(head: str, name: str, told: str | None) -> bool:
    """Content first, then the name, then what the server said."""
    low = head[:1024].lower()
    if low.startswith("<") and any(mark in low for mark in ("<!doctype html", "<html", "<head", "<body")):
        return True
    tags = len(_TAG.findall(head))
    if tags >= 5:
        return True
    if told in ("text/html", "application/xhtml+xml") or name.lower().endswith(_HTML_NAMES):
        return tags > 0
    return False
