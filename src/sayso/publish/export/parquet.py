"""Parquet, in groups of rows; the one door to pyarrow in this room. It comes with the extra `sayso[tables]`."""

from collections.abc import Iterable
from importlib import import_module
from itertools import islice
from typing import Any, BinaryIO, TypeVar

from sayso.errors import PlugError
from sayso.publish.export.columns import Sheet

T = TypeVar("T")
GROUP = 5_000  # rows written at once


def parquet(sheet: Sheet[T], records: Iterable[T], to: BinaryIO) -> int:
    """Writes the records and gives their number; raises PlugError where pyarrow is not installed."""
    try:
        arrow, files = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as err:
        raise PlugError("a Parquet file needs pyarrow: pip install 'sayso[tables]'") from err
    schema = _schema(sheet, arrow)
    left, number = iter(records), 0
    with files.ParquetWriter(to, schema, compression="zstd") as writer:
        while group := [sheet.row(record) for record in islice(left, GROUP)]:
            writer.write_table(arrow.Table.from_pylist([_whole(row) for row in group], schema=schema))
            number += len(group)
    return number


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
