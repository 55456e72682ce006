"""Bytes → text, whatever the page says of itself."""

import pytest

from sayso.errors import CaptureError
from sayso.read.anatomy.decode import decode
from sayso.record import Capture

GERMAN = "Die Brücke über die Öse wurde geschlossen, sagte Größler"
RUSSIAN = "Мост через реку закрыли утром, сообщил городской совет"


def _of(body: bytes, charset: str | None = None) -> str:
    return decode(Capture(name="page", body=body, media_type="text/html", charset=charset))


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_is_told_by_itself(charset: str) -> None:
    """By its mark or its bytes."""
    assert _of(GERMAN.encode(charset)) == GERMAN


def test_valid_utf8_outranks_what_is_declared() -> None:
    """A wrong declaration is common, valid UTF-8 by chance is not."""
    assert _of(GERMAN.encode(), "iso-8859-1") == GERMAN


@pytest.mark.parametrize(
    ("text", "charset"), [(RUSSIAN, "windows-1251"), (RUSSIAN, "koi8-r"), ("“Größe”", "iso-8859-1")]
)
def test_a_declared_charset_is_used(text: str, charset: str) -> None:
    """From the capture or from the head; Latin-1 means windows-1252 on the web."""
    body = text.encode("cp1252" if charset == "iso-8859-1" else charset)
    assert _of(body, charset) == text
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'.encode()
    assert _of(meta + body).endswith(text)


def test_an_undeclared_charset_is_guessed() -> None:
    """Enough text tells it."""
    more = (
        f"{RUSSIAN}. По словам инженера, трещину заметили ночью, и движение остановили до конца недели. "
        "Автобусы идут в объезд."
    )
    assert _of(more.encode("cp1251")) == more
    assert _of(GERMAN.encode("cp1252")) == GERMAN


def test_a_cut_page_keeps_all_but_its_last_character() -> None:
    """The half character at the end becomes U+FFFD."""
    assert _of((GERMAN * 9 + "ü").encode()[:-1]) == GERMAN * 9 + "\ufffd"


def test_nul_becomes_the_replacement_character() -> None:
    """A database would not take it."""
    assert _of(b"A page with one\0stray byte") == "A page with one\ufffdstray byte"


@pytest.mark.parametrize(
    ("body", "why"),
    [(b"", "empty"), (b" \r\n ", "empty"), (b"\xef\xbb\xbf", "empty"),
     (b"\x89PNG\r\n" + bytes(range(32)) * 40, "binary"),
     (b"\xff\xfe" + b"\x00\xd8" * 50, "not readable")],
)  # fmt: skip
def test_what_is_no_text_is_refused(body: bytes, why: str) -> None:
    """With the reason."""
    with pytest.raises(CaptureError, match=why):
        _of(body)
