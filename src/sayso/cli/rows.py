"""What the record answers as JSON objects and as rows of a CSV table."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.cli.safe import cell, line_of_json, say_line
from sayso.record import Claim, Missed, Page, Source, Text, When
from sayso.record.plain import to_plain
from sayso.record.wording import count_words, source_name

Row = Mapping[str, Any]
CLAIM_COLUMNS = (
    "id", "speaker", "kind", "described_as", "count", "via", "outlet", "cue", "mode", "manner", "stance", "sure",
    "score", "content", "stated_earliest", "stated_latest", "published", "captured", "headline",
    "text_id", "page_id", "page_url",
)  # fmt: skip
SOURCE_COLUMNS = ("claims", "name", "kind", "described_as", "count", "used_as", "id")
PAGE_COLUMNS = ("id", "outlet", "url", "captured", "media_type", "characters", "body_hash")
MISSED_COLUMNS = ("at", "what", "why")


def claim_object(claim: Claim, page: Page) -> dict[str, Any]:
    """A claim as its JSON object, with the page it stands on."""
    return {**to_plain(claim), "page_id": page.id, "page_url": page.url}


def source_object(source: Source, claims: int) -> dict[str, Any]:
    """A source as its JSON object, with the number of claims it made."""
    return {**to_plain(source), "claims": claims}


def page_object(page: Page) -> dict[str, Any]:
    """A page as its JSON object; the text, which `sayso show` gives, is only counted."""
    plain = to_plain(page)
    return {name: value for name, value in plain.items() if name != "text"} | {"characters": len(page.text)}


def claim_cells(claim: Claim, page: Page, text: Text) -> dict[str, Any]:
    """A claim as one row of a table."""
    speaker = claim.speaker
    stated = claim.stated
    return {
        **{name: getattr(claim, name) for name in ("cue", "mode", "manner", "stance", "sure", "content", "text_id")},
        "id": claim.id,
        "score": f"{claim.score:.3f}",
        "speaker": (speaker.name or speaker.described_as) if speaker else None,
        "kind": speaker.kind if speaker else None,
        "described_as": speaker.described_as if speaker else None,
        "count": count_words(speaker.count, "source") if speaker and speaker.count else None,
        "via": " > ".join(source_name(link.source) for link in claim.chain[1:-1]),
        "outlet": outlet_of(claim, page),
        "stated_earliest": stated.earliest if stated else None,
        "stated_latest": stated.latest if stated else None,
        "published": start_of(text.published),
        "captured": page.captured,
        "headline": text.headline,
        "page_id": page.id,
        "page_url": page.url,
    }


def outlet_of(claim: Claim, page: Page) -> str | None:
    """The outlet whose page the claim stands on, null where nobody said."""
    return (claim.chain[0].source.name if claim.chain else None) or page.outlet


def start_of(when: When | None) -> str | None:
    """The earliest time of an interval."""
    return when.earliest if when else None


def source_cells(source: Source, claims: int) -> dict[str, Any]:
    """A source as one row of a table."""
    count = count_words(source.count, "source") if source.count else None
    return {**to_plain(source), "count": count, "claims": claims}


def missed_cells(missed: Missed) -> dict[str, Any]:
    """What was missed, as one row of a table."""
    plain: dict[str, Any] = to_plain(missed)
    return plain


@dataclass(frozen=True, slots=True)
class Sheet:
    """How one kind of thing becomes a JSON object and a row: each takes what the newsroom gives for one of it."""

    columns: tuple[str, ...]
    item: Callable[..., Any]
    cells: Callable[..., Row]


CLAIMS = Sheet(CLAIM_COLUMNS, lambda claim, page, text: claim_object(claim, page), claim_cells)
SOURCES = Sheet(SOURCE_COLUMNS, source_object, source_cells)
PAGES = Sheet(PAGE_COLUMNS, page_object, page_object)
MISSED = Sheet(MISSED_COLUMNS, to_plain, missed_cells)


def say_json(sheet: Sheet, found: Iterable[tuple[Any, ...]]) -> None:
    """Prints one object a line."""
    for given in found:
        say_line(line_of_json(sheet.item(*given)))


def say_csv(sheet: Sheet, found: Iterable[tuple[Any, ...]]) -> None:
    """Prints a header and one line a row, each cell harmless to a spreadsheet."""
    say_line(_csv_line(sheet.columns))
    for given in found:
        row = sheet.cells(*given)
        say_line(_csv_line(cell(row.get(name)) for name in sheet.columns))


def _csv_line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(list(cells))
    return line.getvalue()
