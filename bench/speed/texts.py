"""The pages that speed is measured on: articles of a data folder, or where there is none, pages of our own."""

from pathlib import Path

from sayso.read import take_apart
from sayso.record import Capture

SAMPLES = Path(__file__).parents[2] / "samples" / "pages"


def pages(data: Path | None) -> list[Capture]:
    """Every text of DATA/dev/text as a plain capture, by name; without a folder, those of the samples."""
    if data:
        return [_plain(path.stem, path.read_bytes()) for path in sorted((data / "dev" / "text").glob("*.txt"))]
    return [_plain(path.stem, _text(path).encode()) for path in sorted(SAMPLES.iterdir())]


def words(page: Capture) -> int:
    """How many words a page has, cut at white space."""
    return len(page.body.split())


def _plain(name: str, body: bytes) -> Capture:
    return Capture(name=name, body=body, media_type="text/plain", charset="utf-8")


def _text(path: Path) -> str:
    """The text of a sample, so that a parser of sentences and Sayso start from the same words."""
    kind = "text/html" if path.suffix == ".html" else "text/plain"
    return take_apart(Capture(name=path.stem, body=path.read_bytes(), media_type=kind)).page.text
