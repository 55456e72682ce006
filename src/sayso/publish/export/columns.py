"""The columns of every export with what stands in them; new ones are added behind, none is moved or renamed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from sayso.record import Change, Dispute, Item, Kept, Point, Quantity, Source, When
from sayso.record.wording import number_words, source_name

T = TypeVar("T")
Kind = Literal["text", "whole", "number", "yes_no"]


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column: its name, what stands in it, how it is had of a record, of what kind it is."""

    name: str
    about: str
    of: Callable[[T], str | int | float | bool | None]
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """A table of one kind of record, and what it holds in a sentence."""

    name: str
    about: str
    columns: tuple[Column[T], ...]

    def row(self, record: T) -> dict[str, Any]:
        """The record as one flat row, its columns in order."""
        return {column.name: column.of(record) for column in self.columns}


def _start(when: When | None) -> str | None:
    return when.earliest if when else None


def _end(when: When | None) -> str | None:
    return when.latest if when else None


def _speaker(row: Kept) -> Source | None:
    return row.claim.speaker


def _ids(found: Iterable[str]) -> str:
    return " ".join(found)


def _chain(row: Kept) -> str:
    return " > ".join(source_name(link.source) for link in row.claim.chain)


def _figure(one: Quantity) -> str:
    low, high = one.low, one.high
    number = "?" if low is None else number_words(low)
    number += "" if low == high else f"-{'?' if high is None else number_words(high)}"
    words = ("" if one.bound == "exactly" else one.bound.replace("_", " "), number, one.unit or "", one.counts or "")
    return " ".join(word for word in words if word)


CLAIMS: Sheet[Kept] = Sheet(
    "claims",
    "What was said: a claim a row, with its chain, its figures and where it stands.",
    (
        Column("claim_id", "permanent id of the claim", lambda row: row.claim.id),
        Column("page_id", "id of the captured page", lambda row: row.page.id),
        Column("page_url", "address of the page", lambda row: row.page.url),
        Column("outlet", "outlet of the page, as told or printed", lambda row: row.page.outlet),
        Column("text_id", "id of the story item", lambda row: row.text.id),
        Column("headline", "headline of the story item", lambda row: row.text.headline),
        Column("published", "first moment of its printed time, zone only where printed",
               lambda row: _start(row.text.published)),
        Column("captured", "when the page was captured", lambda row: row.page.captured),
        Column("speaker", "name of the farthest voice the page names",
               lambda row: s.name if (s := _speaker(row)) else None),
        Column("speaker_kind", "person, organisation, office, document, outlet, crowd, unnamed",
               lambda row: s.kind if (s := _speaker(row)) else None),
        Column("described_as", "the page's words for the speaker",
               lambda row: s.described_as if (s := _speaker(row)) else None),
        Column("chain", "every voice from the outlet to the speaker", _chain),
        Column("cue", "the attributing words as printed", lambda row: row.claim.cue),
        Column("manner", "direct, indirect, mixed, own_voice", lambda row: row.claim.manner),
        Column("mode", "statement or attitude", lambda row: row.claim.mode),
        Column("stance", "asserts, denies, doubts, promises, demands, declines", lambda row: row.claim.stance),
        Column("sure", "how sure the speaker sounds", lambda row: row.claim.sure),
        Column("score", "how sure the reader is, 0 to 1", lambda row: row.claim.score, "number"),
        Column("stated_from", "first moment at which it was said", lambda row: _start(row.claim.stated)),
        Column("stated_to", "last moment at which it was said", lambda row: _end(row.claim.stated)),
        Column("content", "what is said, in the page's words", lambda row: row.claim.content),
        Column("figures", "figures in it with their bounds",
               lambda row: "; ".join(map(_figure, row.claim.quantities)) or None),
        Column("start", "first character of the claim in the page's text", lambda row: row.claim.span.start, "whole"),
        Column("end", "character behind its last", lambda row: row.claim.span.end, "whole"),
    ),
)  # fmt: skip

POINTS: Sheet[Point] = Sheet(
    "points",
    "Questions of fact: how many pages and origins stand for and against each, now or at a time.",
    (
        Column("point_id", "permanent id of the point", lambda one: one.id),
        Column("story_id", "id of its story", lambda one: one.story_id),
        Column("gist", "the words of its first claim", lambda one: one.gist),
        Column("standing", "single, echoed, corroborated, disputed, retracted, ungrounded", lambda one: one.standing),
        Column("pages", "pages that carry it", lambda one: one.pages, "whole"),
        Column("outlets", "publisher families that carry it", lambda one: one.outlets, "whole"),
        Column("origins_low", "fewest independent origins", lambda one: one.origins_for[0], "whole"),
        Column("origins_high", "most independent origins", lambda one: one.origins_for[1], "whole"),
        Column("voices", "distinct named speakers", lambda one: one.voices, "whole"),
        Column("sides", "interested parties among them", lambda one: one.sides, "whole"),
        Column("pages_against", "pages that deny it", lambda one: one.pages_against, "whole"),
        Column("outlets_against", "publisher families that deny it", lambda one: one.outlets_against, "whole"),
        Column("origins_against_low", "fewest origins of denial", lambda one: one.origins_against[0], "whole"),
        Column("origins_against_high", "most origins of denial", lambda one: one.origins_against[1], "whole"),
        Column("voices_against", "distinct named speakers who deny", lambda one: one.voices_against, "whole"),
        Column("sides_against", "interested parties among them", lambda one: one.sides_against, "whole"),
        Column("opened", "UTC moment of its first claim", lambda one: one.opened),
        Column("moved", "UTC moment of its last claim", lambda one: one.moved),
        Column("for", "ids of the claims for it", lambda one: _ids(one.for_)),
        Column("against", "ids of the claims against it", lambda one: _ids(one.against)),
    ),
)

ITEMS: Sheet[Item] = Sheet(
    "items",
    "Story items as captured: headline, byline, times as printed.",
    (
        Column("text_id", "permanent id of the story item", lambda one: one.text.id),
        Column("page_id", "id of the captured page", lambda one: one.page_id),
        Column("page_url", "address of the page", lambda one: one.url),
        Column("outlet", "outlet of the page, as told or printed", lambda one: one.outlet),
        Column("kind", "article, brief or card", lambda one: one.text.kind),
        Column("headline", "headline as printed", lambda one: one.text.headline),
        Column("byline", "names of who wrote it", lambda one: "; ".join(one.text.byline) or None),
        Column("dateline", "place and agency before the first words", lambda one: one.text.dateline),
        Column("published", "first moment of its printed time", lambda one: _start(one.text.published)),
        Column("updated", "first moment of its printed update", lambda one: _start(one.text.updated)),
        Column("captured", "when the page was captured", lambda one: one.captured),
        Column("reading_minutes", "as printed", lambda one: one.text.reading_minutes, "whole"),
        Column("language", "BCP 47 tag", lambda one: one.text.language),
        Column("replaces", "id of the item that it is an edit of", lambda one: one.text.replaces),
    ),
)

DISPUTES: Sheet[Dispute] = Sheet(
    "disputes",
    "Who says what against whom.",
    (
        Column("dispute_id", "permanent id of the dispute", lambda one: one.id),
        Column("kind", "denial, figures, exclusion, tension", lambda one: one.kind),
        Column("left", "id of the one point", lambda one: one.left),
        Column("right", "id of the other, the same where a denial stands inside its point", lambda one: one.right),
        Column("left_claims", "ids of the claims on the one side", lambda one: _ids(one.left_claims)),
        Column("right_claims", "ids of the claims on the other", lambda one: _ids(one.right_claims)),
        Column("reasons", "what decided", lambda one: "; ".join(f"{why.name}: {why.detail}" for why in one.reasons)),
        Column("opened", "UTC moment from which both stood", lambda one: one.opened),
    ),
)

CHANGES: Sheet[Change] = Sheet(
    "changes",
    "What edits did to claims that were already out.",
    (
        Column("change_id", "permanent id of the change", lambda one: one.id),
        Column("kind", "added, withdrawn, softened, hardened, re-attributed, recounted", lambda one: one.kind),
        Column("at", "UTC moment from which the new text stood", lambda one: one.at),
        Column("text_id", "id of the new text", lambda one: one.text_id),
        Column("replaces", "id of the text before", lambda one: one.replaces),
        Column("before", "id of the claim before", lambda one: one.before),
        Column("after", "id of the claim now", lambda one: one.after),
        Column("stealth", "whether the page shows no mark of it", lambda one: one.stealth, "yes_no"),
        Column("point_ids", "points that it touches", lambda one: _ids(one.point_ids)),
    ),
)
