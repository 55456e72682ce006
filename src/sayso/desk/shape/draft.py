"""A brief while it is written: lines as a form holds them, and what keeps them from being saved."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.desk.shape.mention import Mention, mention
from sayso.record import Brief, Kept, Line

MOST = 15  # lines that one brief holds
SPARE = 2  # empty lines offered below them
LACKING = "This line has no claim. A line without claims cannot be saved: name those it rests on, or empty the line."


@dataclass(frozen=True, slots=True)
class Row:
    """A line in a form: `names` are the claims as typed, `trouble` says why it cannot be saved, empty where it can."""

    text: str
    names: tuple[str, ...] = ()
    trouble: str = ""
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a form holds; `trouble` says why it was not saved."""

    headline: str
    byline: str
    rows: tuple[Row, ...]
    related: str = ""
    note: str = ""
    version: int = 0
    trouble: str = ""


def sheet_of(brief: Brief) -> Sheet:
    """A brief as a form first shows it."""
    rows = tuple(Row(line.text, line.claim_ids) for line in brief.lines)
    return Sheet(brief.headline, ", ".join(brief.byline), rows, brief.related or "", version=brief.version)


def sent(form: Mapping[str, str]) -> Sheet:
    """A form as it was sent; a line of which nothing is left is none."""
    rows = (Row(_line(form.get(f"text-{at}", "")), _names(form.get(f"claims-{at}", ""))) for at in range(MOST + SPARE))
    related, version = _names(form.get("related", "")), form.get("version", "")
    return Sheet(
        headline=_line(form.get("headline", "")),
        byline=_line(form.get("byline", "")),
        rows=tuple(row for row in rows if row.text),
        related=related[0] if related else "",
        note=_line(form.get("note", "")),
        version=int(version) if version.isascii() and version.isdecimal() and len(version) < 8 else 0,
    )


def byline_of(sheet: Sheet) -> tuple[str, ...]:
    """The names of a byline."""
    return tuple(name for name in (one.strip() for one in sheet.byline.split(",")) if name)


def lines_of(sheet: Sheet) -> list[Line]:
    """The lines of a form without trouble."""
    return [Line(text=row.text, claim_ids=tuple(dict.fromkeys(row.names))) for row in sheet.rows]


def with_mentions(row: Row, kept: Mapping[str, Kept]) -> Row:
    """The line with who says what it rests on beside it."""
    return Row(row.text, row.names, row.trouble, tuple(mention(kept[one]) for one in row.names if one in kept))


def _line(words: str) -> str:
    return " ".join(words.split())


def _names(words: str) -> tuple[str, ...]:
    """Ids as typed, each the end of an address if it is one: "/claim/4dbb" names 4dbb."""
    told = (one.partition("#")[0].rstrip("/").rpartition("/")[2] for one in words.replace(",", " ").split())
    return tuple(dict.fromkeys(one for one in told if one))
