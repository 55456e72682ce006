"""A claim where it stands."""

from typing import Any, NamedTuple

from sayso.record.claim import Claim
from sayso.record.page import Page
from sayso.record.plain import to_plain
from sayso.record.text import Text


class Kept(NamedTuple):
    """A claim of the record with the page and the story item it stands on."""

    claim: Claim
    page: Page
    text: Text

    def plain(self) -> dict[str, Any]:
        """The claim's JSON, with `page_id` and `page_url` beside it."""
        plain: dict[str, Any] = to_plain(self.claim)
        return {**plain, "page_id": self.page.id, "page_url": self.page.url}


class Stood(NamedTuple):
    """A claim with the page and story item it stands on, and the UTC moments from and until which that item stood.

    `end` is null while nothing has replaced it, and empty where what replaced it has no known time.
    """

    claim: Claim
    page: Page
    text: Text
    start: str | None
    end: str | None


class Saying(NamedTuple):
    """What a claim says and where, without who says it, and the UTC moments from and until which its item stood.

    `place` is where it starts on its page; `start` and `end` are those of Stood.
    """

    claim_id: str
    text_id: str
    place: int
    content: str
    event_ids: tuple[str, ...]
    start: str | None
    end: str | None
