"""Page text made harmless to a terminal, a spreadsheet and a line reader.

A page may carry escape sequences that recolour or retitle a terminal, and bidi marks that show words in another order
than they stand. Nothing of it is dropped: such a character is shown as its escape, as `\\x1b` or `\\u202e`.
"""

import json
import re
from typing import Any

import click

from sayso.record.plain import to_plain

# C0 and C1 controls, line and paragraph separators, marks that reorder text, tags, surrogates; joiners stay, for the
# scripts and emoji that need them. One character class: linear over any text.
_HOSTILE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_SPACE = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029\xa0]+")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def visible(words: str) -> str:
    """The words on one line, white space runs as one space, every control or reordering character as its escape."""
    return _HOSTILE.sub(_escape, _SPACE.sub(" ", words))


def line_of_json(value: Any) -> str:
    """The value as one line of JSON, readable, with hostile characters as JSON escapes."""
    return _HOSTILE.sub(_json_escape, json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":")))


def say_line(line: str) -> None:
    """Prints a line for programs: UTF-8, whatever the terminal is set to."""
    click.echo(line.encode("utf-8"))


def cell(value: object) -> str:
    """A CSV cell that a spreadsheet shows instead of running: a leading = + - @ or tab gets a ' before it."""
    words = "" if value is None else str(value)
    words = f"'{words}" if words.startswith(_FORMULA) or words.lstrip().startswith(_FORMULA) else words
    return visible(words)


def _escape(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _json_escape(found: re.Match[str]) -> str:
    return json.dumps(found.group())[1:-1] if ord(found.group()) >= 0x80 else f"\\u{ord(found.group()):04x}"
