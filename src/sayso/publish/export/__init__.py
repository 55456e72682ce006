"""The record as files: CSV, JSON Lines, Parquet and GeoJSON, each row as it comes, columns in one order for good."""

from sayso.publish.export.columns import CHANGES, CLAIMS, DISPUTES, ITEMS, POINTS, Sheet
from sayso.publish.export.geojson import geojson
from sayso.publish.export.parquet import parquet, pyarrow
from sayso.publish.export.rows import csv_lines, json_lines

__all__ = [
    "CHANGES", "CLAIMS", "DISPUTES", "ITEMS", "POINTS", "Sheet", "csv_lines", "geojson", "json_lines", "parquet",
    "pyarrow",
]  # fmt: skip
