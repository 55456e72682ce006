"""Page text made harmless to a terminal, a spreadsheet and a line reader.

What `visible` does for words (record/visible.py), `line_of_json` and `cell` do for lines that programs read.
"""

import json
import re
from typing import Any

import click

from sayso.record.plain import to_plain
from sayso.record.visible import HOSTILE, visible

__all__ = ["cell", "line_of_json", "say_line", "visible"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def line_of_json(value: Any) -> str:
    """The value as one line of JSON, readable, with hostile characters as JSON escapes."""
    return HOSTILE.sub(_json_escape, json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":")))


def say_line(line: str) -> None:
    """Prints a line for programs: UTF-8, whatever the terminal is set to."""
    click.echo(line.encode("utf-8"))


def cell(value: object) -> str:
    """A CSV cell that a spreadsheet shows instead of running: a leading = + - @ or tab gets a ' before it."""
    words = "" if value is None else str(value)
    words = f"'{words}" if words.startswith(_FORMULA) or words.lstrip().startswith(_FORMULA) else words
    return visible(words)


def _json_escape(found: re.Match[str]) -> str:
    return json.dumps(found.group())[1:-1] if ord(found.group()) >= 0x80 else f"\\u{ord(found.group()):04x}"
