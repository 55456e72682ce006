"""Every folder here is a capture with what a person reads in it: page.txt, meta.json, expected.json.

`meta.json` holds what the capture was told (address, time of capture) and, for a known failure, `xfail` and why.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.read.anatomy.plain.page import take_apart_plain
from sayso.record import Capture, Reading, Text, When

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("*/page.txt"))


def _read(folder: Path, body: bytes | None = None) -> Reading:
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    return take_apart_plain(
        Capture(
            name=folder.name,
            body=body or (folder / "page.txt").read_bytes(),
            media_type="text/plain",
            url=meta["url"],
            captured=meta["captured"],
        )
    )


def _params() -> list[Any]:
    params = []
    for folder in FOLDERS:
        why = json.loads((folder / "meta.json").read_text("utf-8")).get("xfail")
        marks = [pytest.mark.xfail(reason=why, strict=True)] if why else []
        params.append(pytest.param(folder, id=folder.name, marks=marks))
    return params


def _line(words: str) -> str:
    return " ".join(words.split())


def _when(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    return {"earliest": when.earliest, "latest": when.latest, "grain": when.grain, "inferred": when.inferred}


def _plain(text: Text, reading: Reading) -> dict[str, Any]:
    """A text as expected.json has it: its body's paragraphs apart from its subheads."""
    page = reading.page.text
    heads = [part.span for part in reading.parts if part.kind == "subhead" and part.text_id == text.id]
    subheads = [span for span in text.body if any(head.holds(span) for head in heads)]
    return {
        "kind": text.kind,
        "headline": text.headline,
        "byline": list(text.byline),
        "published": _when(text.published),
        "updated": _when(text.updated),
        "reading_minutes": text.reading_minutes,
        "captions": [{"text": _line(caption.text), "credit": caption.credit} for caption in text.captions],
        "disclosures": list(text.disclosures),
        "dateline": text.dateline,
        "section": text.section,
        "subheads": [_line(span.of(page)) for span in subheads],
        "body": [_line(span.of(page)) for span in text.body if span not in subheads],
    }


@pytest.mark.parametrize("folder", _params())
def test_a_capture_is_read_as_a_person_reads_it(folder: Path) -> None:
    """Every item with every field, and what the crawler's own lines say of the page."""
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    reading = _read(folder)
    for key, value in expected["page"].items():
        assert getattr(reading.page, key) == value
    assert [_plain(text, reading) for text in reading.texts] == expected["texts"]
    languages = {text.language for text in reading.texts if text.kind == "article"}
    assert languages <= {expected.get("language", "en")}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_parts_hold_every_printed_character_once(folder: Path) -> None:
    """Anatomy labels, it deletes none."""
    reading = _read(folder)
    covered = [0] * len(reading.page.text)
    for part in reading.parts:
        for at in range(part.span.start, part.span.end):
            covered[at] += 1
    blank = [char.isspace() for char in reading.page.text]
    assert all(count == 1 or (empty and count <= 1) for count, empty in zip(covered, blank, strict=True))
    assert reading.page.text.encode() == (folder / "page.txt").read_bytes()


RESET = {
    "windows line ends": (b"\n", b"\r\n"),
    "blanks at line ends": (b"\n", b" \t\n"),
    "indented lines": (b"\n", b"\n\t"),
    "two blank lines for one": (b"\n\n", b"\n\n\n"),
    "typewriter apostrophes": ("’".encode(), b"'"),
}


@pytest.mark.parametrize("how", RESET)
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_how_a_capture_is_set_changes_nothing(folder: Path, how: str) -> None:
    """Line ends, indents, blank lines and marks are the crawler's, not the page's."""
    old, new = RESET[how]
    body = (folder / "page.txt").read_bytes().replace(b"\r\n", b"\n")
    one, two = _read(folder, body), _read(folder, body.replace(old, new))
    plain = [
        json.dumps([_plain(text, reading) for text in reading.texts], ensure_ascii=False) for reading in (one, two)
    ]
    assert plain[0].replace("’", "'") == plain[1].replace("’", "'")
