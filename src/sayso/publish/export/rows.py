"""CSV (RFC 4180) and JSON Lines, line by line."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import TypeVar

from sayso.publish.export.columns import Sheet

T = TypeVar("T")
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what spreadsheets take for one (owasp.org, CSV injection)


def csv_lines(sheet: Sheet[T], records: Iterable[T]) -> Iterator[str]:
    """The head, then a row a record; a cell of words that a spreadsheet would run begins with an apostrophe."""
    yield _line([column.name for column in sheet.columns])
    for record in records:
        yield _line([guarded(value) for value in sheet.row(record).values()])


def json_lines(sheet: Sheet[T], records: Iterable[T]) -> Iterator[str]:
    """A JSON object a record and line, every column there, null where nothing is known."""
    for record in records:
        told = json.dumps(sheet.row(record), ensure_ascii=False)
        yield told.encode("utf-8", "backslashreplace").decode() + "\n"


def guarded(value: object) -> object:
    """The value as a cell that no spreadsheet runs; numbers stay numbers."""
    if not isinstance(value, str):
        return value
    told = value.replace("\x00", "").encode("utf-8", "replace").decode()
    return f"'{told}" if told.startswith(FORMULA) or told.lstrip().startswith(FORMULA) else told


def _line(cells: list[object] | list[str]) -> str:
    held = io.StringIO()
    csv.writer(held).writerow(cells)
    return held.getvalue()
