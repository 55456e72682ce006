"""What bytes are is seen in the bytes first."""

import io
import json
import sqlite3
import struct
import tarfile
import zipfile

import pytest

from sayso.collect.sniff import charset_by_mark, media_type_of
from sayso.errors import CaptureError

PLAIN = "Flood in Orlo\n\nThe river rose, the mayor said.\n"
HTML = "<!DOCTYPE html>\n<html><body><p>The river rose.</p></body></html>"
FEED = "<?xml version='1.0'?><!-- made by hand --><rss version='2.0'><channel/></rss>"


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", PLAIN)
    return file.getvalue()


def tarred() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"))
    return file.getvalue()


@pytest.mark.parametrize(
    ("body", "name", "told", "expected"),
    [
        (PLAIN, "page.txt", None, "text/plain"),
        (HTML, "page.txt", None, "text/html"),
        (HTML, "page", "text/plain", "text/html"),
        ("\n\n  " + HTML, "page", None, "text/html"),
        ("<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'><p>A</p></html>", "a", None, "text/html"),
        ("<!-- saved -->\n<!doctype HTML>\n<p>A", "page", None, "text/html"),
        ("<div><p>One.</p><p>Two.</p></div>", "fragment.txt", None, "text/html"),
        ("<p>One paragraph.</p>", "page.html", None, "text/html"),
        ("<p>One paragraph.</p>", "page", "text/html", "text/html"),
        ("One paragraph.", "page.html", None, "text/plain"),
        ("Use the <p> tag, he said, and <b> for bold.", "notes.txt", None, "text/plain"),
        ("5 < 6 and 7 > 3, the ministry said.", "a.txt", None, "text/plain"),
        ("[Updated] The river rose.", "a.txt", None, "text/plain"),
        ("{brackets} are odd", "a.txt", None, "text/plain"),
        ('"Not so," she said, and left.', "quotes.csv.txt", None, "text/plain"),
    ],
)
def test_pages_are_told_apart(body: str, name: str, told: str | None, expected: str) -> None:
    """Content, then the name, then what a server said."""
    assert media_type_of(body.encode(), name, told) == expected


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0 JFIF", "JPEG"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "WebP"),
        (b"\x00\x00\x00\x20ftypisom", "MP4"),
        (zipped(), "zip"),
        (tarred(), "tar"),
        (b"BZh91AY&SY", "bzip2"),
        (b"\x7fELF\x02\x01", "program"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"WARC/1.1\r\nWARC-Type: warcinfo", "WARC"),
        (b"text then \x00 a NUL", "NUL"),
        (bytes(range(1, 32)) * 9, "control characters"),
        (struct.pack("<200H", *range(300, 500)), "NUL|control"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_not_text_is_named(body: bytes, kind: str) -> None:
    """A person sees at once that the wrong file was given."""
    with pytest.raises(CaptureError, match=kind):
        media_type_of(body, "page.html", "text/html")


def test_a_database_is_named() -> None:
    """A real one, not only its first words."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE a (b)")
    with pytest.raises(CaptureError, match="SQLite"):
        media_type_of(connection.serialize(), "record.txt")
    connection.close()


@pytest.mark.parametrize(
    ("body", "name", "kind"),
    [
        (json.dumps({"a": [1, 2]}), "page.html", "JSON"),
        ('[{"a": 1}]', "a", "JSON"),
        ('{"a": 1}\n{"a": 2}\n', "a.txt", "JSON"),
        ('{"cut": ', "a.json", "JSON"),
        ("[" * 100_000, "a.json", "JSON"),
        ("id,headline\n1,Flood\n2,Dam\n", "a.csv", "CSV"),
        ("id\theadline\n1\tFlood\n", "a.tsv", "CSV"),
        (FEED, "a", "RSS"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "a.xml", "Atom"),
        ('<?xml version="1.0"?><urlset></urlset>', "sitemap.xml", "sitemap"),
        ('<svg xmlns="http://www.w3.org/2000/svg"></svg>', "a.html", "SVG"),
        ('<?xml version="1.0"?><nitf><body/></nitf>', "a.xml", "XML"),
    ],
)
def test_data_is_no_page(body: str, name: str, kind: str) -> None:
    """What is no page says what it is and what to give instead."""
    with pytest.raises(CaptureError, match=f"{kind}.*not a page"):
        media_type_of(body.encode(), name)


@pytest.mark.parametrize("body", [b"", b"  \n\t\n", b"\xef\xbb\xbf \n"])
def test_nothing_is_no_page(body: bytes) -> None:
    """Empty, or nothing but white space."""
    with pytest.raises(CaptureError, match="empty|white space"):
        media_type_of(body, "a.txt")


@pytest.mark.parametrize(
    "charset",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1", "cp1251", "shift_jis"],
)
def test_text_in_any_charset_is_text(charset: str) -> None:
    """UTF-16 and UTF-32 are full of NULs and still text."""
    words = {"cp1251": "Река поднялась", "shift_jis": "川が増水した"}.get(charset, "Café Sorrel – rising")
    body = f"{words}, the mayor said.\n".encode(charset, "replace")
    assert media_type_of(body, "a.txt") == "text/plain"


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_mark_tells_the_charset(charset: str) -> None:
    """Decoding with it gives the text back without the mark."""
    body = PLAIN.encode(charset)
    assert body.decode(charset_by_mark(body) or "") == PLAIN


def test_html_in_utf_16_is_html() -> None:
    """With and without a mark."""
    for charset in ("utf-16", "utf-16-le", "utf-16-be"):
        assert media_type_of(HTML.encode(charset), "a") == "text/html"


def test_no_mark_tells_nothing() -> None:
    """The anatomy of the page looks further."""
    assert charset_by_mark(PLAIN.encode()) is None
