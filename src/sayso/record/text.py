"""The story items on a page and the parts a page is made of."""

from dataclasses import dataclass
from typing import Literal

from sayso.record.span import Span
from sayso.record.when import When

TextKind = Literal["article", "brief", "card"]
PartKind = Literal[
    "headline",
    "byline",
    "clock",
    "reading_time",
    "dateline",
    "section",
    "paragraph",
    "quote",
    "list",
    "subhead",
    "pullquote",
    "caption",
    "credit",
    "disclosure",
    "apparatus",
    "furniture",
]
BODY_PARTS: frozenset[PartKind] = frozenset({"paragraph", "quote", "list", "subhead"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """A picture's caption without its credit; the credit stands apart, as printed, without brackets or "Photo:".

    Where a page prints a credit alone, `text` is empty and `span` is the credit's.
    """

    text: str
    credit: str | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One block of a page with its label; together the parts cover every visible character but white space.

    `text_id` is null for what belongs to no story item (menus, footers).
    """

    span: Span
    kind: PartKind
    text_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One story item on a page: an article, a brief (an item of a live feed) or a card (a teaser for another story).

    `headline_span` is null where the headline stands in the page's metadata alone. `byline` holds names only, without
    "by" or titles. `published`, `updated` are null where the page marks no such time; a time that it marks and does not
    give is a When without ends. `reading_minutes`, `section` and `dateline` (the place, and the agency if named, before
    the first words) are as printed. `captions` are of pictures and videos. `disclosures` are its notices of
    corrections, AI, funding and affiliation. `language` is a BCP 47 tag. `url` of a card leads to its story. `body`
    holds the spans of its paragraphs in reading order; `span` reaches from its first part to its last. `replaces` is
    the id of the Text that this one is an edit of.
    """

    id: str
    page_id: str
    kind: TextKind
    span: Span
    headline: str | None = None
    headline_span: Span | None = None
    byline: tuple[str, ...] = ()
    published: When | None = None
    updated: When | None = None
    reading_minutes: int | None = None
    captions: tuple[Caption, ...] = ()
    disclosures: tuple[str, ...] = ()
    dateline: str | None = None
    section: str | None = None
    language: str | None = None
    body: tuple[Span, ...] = ()
    url: str | None = None
    replaces: str | None = None
