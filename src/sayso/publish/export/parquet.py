"""Parquet, in groups of rows; the one door to pyarrow in this room. It comes with the extra `sayso[tables]`."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from io import RawIOBase
from itertools import islice
from typing import Any, TypeVar

from sayso.errors import PlugError
from sayso.publish.export.columns import Sheet

T = TypeVar("T")
GROUP = 5_000  # rows written at once


def parquet(sheet: Sheet[T], records: Iterable[T]) -> Iterator[bytes]:
    """The file, piece by piece, a group of rows at a time; raises PlugError where pyarrow is not installed."""
    arrow, files = pyarrow()
    return _pieces(sheet, iter(records), arrow, files)


def pyarrow() -> tuple[Any, Any]:
    """pyarrow and its part for Parquet; raises PlugError where it is not installed."""
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as err:
        raise PlugError("a Parquet file needs pyarrow: pip install 'sayso[tables]'") from err


def _pieces(sheet: Sheet[T], left: Iterator[T], arrow: Any, files: Any) -> Iterator[bytes]:
    schema, out = _schema(sheet, arrow), _Pieces()
    with files.ParquetWriter(arrow.PythonFile(out, mode="w"), schema, compression="zstd") as writer:
        while group := [sheet.row(record) for record in islice(left, GROUP)]:
            writer.write_table(arrow.Table.from_pylist([_whole(row) for row in group], schema=schema))
            yield out.taken()
    yield out.taken()


class _Pieces(RawIOBase):
    """A file that is read away as it is written."""

    def __init__(self) -> None:
        self._held: list[bytes] = []
        self._at = 0

    def writable(self) -> bool:
        return True

    def write(self, some: Any) -> int:
        self._held.append(bytes(some))
        self._at += len(self._held[-1])
        return len(self._held[-1])

    def tell(self) -> int:
        return self._at

    def taken(self) -> bytes:
        found = b"".join(self._held)
        self._held.clear()
        return found


def _schema(sheet: Sheet[T], arrow: Any) -> Any:
    """The columns with their types and, as metadata, what stands in each."""
    kinds = {"text": arrow.string(), "whole": arrow.int64(), "number": arrow.float64(), "yes_no": arrow.bool_()}
    return arrow.schema(
        [arrow.field(one.name, kinds[one.kind], metadata={"about": one.about}) for one in sheet.columns]
    )


def _whole(row: dict[str, Any]) -> dict[str, Any]:
    """The row without the lone surrogates that no UTF-8 holds."""
    return {
        name: value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
        for name, value in row.items()
    }
