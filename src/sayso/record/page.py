"""What was captured, and what could not be."""

from dataclasses import dataclass, field
from hashlib import sha256

from sayso.record.span import make_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A page's bytes as they came, before anything is read.

    `name` is what a person calls it (path, URL or "-"); `captured` is an ISO time or null where nobody noted it.
    `media_type` is text/html or text/plain once collected. `outlet` is a name somebody told us, never a guess.
    """

    name: str
    body: bytes = field(repr=False)
    media_type: str
    url: str | None = None
    outlet: str | None = None
    captured: str | None = None
    charset: str | None = None

    @property
    def body_hash(self) -> str:
        """SHA-256 of the bytes, 64 hex digits."""
        return sha256(self.body).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was captured, as it was.

    `url`, `outlet` and `captured` (an ISO time) are what was told of the capture, else what the page says of itself,
    else null: never guessed. `media_type` is text/html or text/plain; `body_hash` the SHA-256 of the bytes. `text` of a
    plain-text capture is the decoded file unchanged; of an HTML page, its visible text in reading order, all of it
    (menus too): anatomy labels parts, it deletes none. Every offset of the record counts its code points.
    """

    id: str
    url: str | None
    outlet: str | None
    captured: str | None
    media_type: str
    text: str = field(repr=False)
    body_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A page, feed or passage that could not be taken: `what` it was, `why` it was missed, `at` what ISO time.

    `at` is null inside a reading, which knows no clock.
    """

    what: str
    why: str
    at: str | None = None


def page_of(
    capture: Capture, text: str, *, outlet: str | None = None, url: str | None = None, captured: str | None = None
) -> Page:
    """The page of a capture with its visible text; what the capture was told outranks what the page says of itself.

    The id hashes the told address and outlet with the bytes: the same bytes taken twice are one page.
    """
    body_hash = capture.body_hash
    return Page(
        id=make_id("page", capture.url, capture.outlet, body_hash),
        url=capture.url or url,
        outlet=capture.outlet or outlet,
        captured=capture.captured or captured,
        media_type=capture.media_type,
        text=text,
        body_hash=body_hash,
    )
