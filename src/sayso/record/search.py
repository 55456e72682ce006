"""What somebody looks for in claims and story items, and what was found, with the words that fit marked."""

from dataclasses import dataclass
from typing import Literal

from sayso.record.claim import Claim, Stance
from sayso.record.item import Cursor, Item
from sayso.record.page import Page
from sayso.record.source import SourceKind
from sayso.record.span import Span
from sayso.record.text import Text, TextKind

How = Literal["own", "told", "relayed"]
Order = Literal["best", "newest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A search for claims, or for story items; every field narrows it.

    All `words` must stand in a claim's content, speaker or headline (in an item's headline or body). `source` and
    `outlet` are a key (record.keys) or words of the name; `kind` is the speaker's, `text_kind` the item's. `how`: own
    is the outlet's own voice, told what a source told the outlet, relayed what came through another voice or outlet.
    `since` and `until` are ISO times of the item's own moment, `as_of` of when it stood; `replaced` true also finds
    what edits replaced. Of story items `source`, `kind`, `stance` and `how` ask nothing. With words, `order` says
    which come first, and `start` passes over so many; without, the newest come first and `before` is a cursor.
    """

    words: str | None = None
    source: str | None = None
    outlet: str | None = None
    kind: SourceKind | None = None
    text_kind: TextKind | None = None
    stance: Stance | None = None
    how: How | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    replaced: bool = False
    order: Order = "best"
    start: int = 0
    before: Cursor | None = None
    limit: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A claim that was found, where it stands, its item's moment, and the words that fit.

    `content_marks` are spans of `claim.content`, `headline_marks` of `text.headline`, `speaker_marks` of the speaker's
    name, or of its description where it has none.
    """

    claim: Claim
    page: Page
    text: Text
    at: str
    content_marks: tuple[Span, ...] = ()
    headline_marks: tuple[Span, ...] = ()
    speaker_marks: tuple[Span, ...] = ()

    @property
    def cursor(self) -> Cursor:
        """What to give as Search.before to go on from here."""
        return self.at, self.claim.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Some of the claims that were found; `count` is the number of all, at least that where not `exact`."""

    hits: tuple[Hit, ...]
    count: int
    exact: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemHit:
    """A story item that was found: `excerpt` is from its body, around the first words that fit.

    `headline_marks` are spans of its headline, `excerpt_marks` of the excerpt.
    """

    item: Item
    excerpt: str
    headline_marks: tuple[Span, ...] = ()
    excerpt_marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundItems:
    """Some of the story items that were found; `count` is the number of all, at least that where not `exact`."""

    hits: tuple[ItemHit, ...]
    count: int
    exact: bool = True
