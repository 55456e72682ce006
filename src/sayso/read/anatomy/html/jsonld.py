"""JSON-LD as newsrooms really write it: read strictly first, then mended, then as far as it goes.

Seen in the wild and read here: several objects in one script, `@graph`, arrays, nested `mainEntity`, comments, wrappers
of CDATA and HTML comments, HTML entities, trailing commas, raw control characters, quotation marks left unescaped, a
script cut off in the middle. Every pass is linear in the length of the script; nothing here raises.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

Thing = dict[str, Any]

MAX_SCRIPT = 4_000_000  # characters; longer scripts are data dumps, not descriptions of a page
MAX_THINGS = 5_000

_WRAPPER = re.compile(r"^[\s\ufeff;]*(?:(?://)?\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!--)?")
_COMMENT = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\Z)|//[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)', re.S)
# A mark that ends a string stands before the punctuation of JSON; one inside a sentence does not.
_CLOSES = re.compile(r'\s*+(?:[}\]:]|,\s*+["{\[\d\-tfn}\]]|\Z)')
_LAST_COMMA = re.compile(r",(?=\s*+[}\]])")
_STRAY = re.compile(r"\\(?![\"\\/bfnrtu])|\\u(?![0-9a-fA-F]{4})")
_CONTROLS = dict.fromkeys([*range(32), 127], " ") | {0x200B: None, 0xAD: None, 0xFEFF: None}
_DECODER = json.JSONDecoder(strict=False)


def things(scripts: Iterable[str]) -> tuple[Thing, ...]:
    """Every described object of a page's ld+json scripts, outermost first, at most MAX_THINGS."""
    found: list[Thing] = []
    queue: list[Any] = [value for script in scripts for value in values(script)]
    queue.reverse()
    while queue and len(found) < MAX_THINGS:
        value = queue.pop()
        if isinstance(value, list):
            queue.extend(reversed(value))
        elif isinstance(value, dict):
            found.append(value)
            queue.extend(value[key] for key in ("mainEntityOfPage", "mainEntity", "@graph") if key in value)
    return tuple(found)


def values(script: str) -> list[Any]:
    """The JSON values of one script; what stands before the first damage that cannot be mended, if there is one."""
    script = script[:MAX_SCRIPT]
    if (wrapper := _WRAPPER.match(script)) and wrapper.end():
        script = script[wrapper.end() :]
    try:
        return [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        pass
    found = _several(script)
    if found is None and "&quot;" in script:
        found = _several(html.unescape(script))
    if found is None:
        found = _several(_mended(script), closing=True)
    return found or []


def kinds(thing: Thing) -> tuple[str, ...]:
    """The schema.org types of an object, lower case, without their address ("newsarticle")."""
    given = thing.get("@type", thing.get("type"))
    listed = given if isinstance(given, list) else [given]
    return tuple(_short(word) for word in listed if isinstance(word, str))


def _short(kind: str) -> str:
    """A type without the address before it."""
    if "/" in kind or ":" in kind or "#" in kind:
        kind = re.split(r"[/:#]", kind)[-1]
    return kind.strip().lower()


def words(value: Any) -> str | None:
    """A value as one line of plain text: entities read, tags and line breaks gone; null where it holds none.

    Takes the first of a list and the `@value` or `name` of an object.
    """
    for _ in range(4):
        if isinstance(value, list):
            value = next((item for item in value if item), None)
        elif isinstance(value, dict):
            value = value.get("@value") or value.get("name")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return plain(str(value)) or None


def plain(text: str) -> str:
    """Text without markup: entities read (twice: feeds escape what is escaped), tags dropped, white space single."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = re.sub(r"<[/!a-zA-Z][^<>]{0,2000}>", " ", text)
    return " ".join(text.translate(_CONTROLS).split())


def _several(script: str, *, closing: bool = False) -> list[Any] | None:
    """Values standing one after another; null at damage, or with `closing` all before it and what it cut off."""
    found: list[Any] = []
    at = _next(script, 0)
    while at < len(script):
        try:
            value, at = _DECODER.raw_decode(script, at)
        except (ValueError, RecursionError) as err:
            if not closing:
                return None
            stop = err.pos if isinstance(err, json.JSONDecodeError) else at
            found.extend(_closed(script[at:], max(stop - at, 0)))
            return found
        found.append(value)
        at = _next(script, at)
    return found or None


def _next(script: str, at: int) -> int:
    """Where the next object or array begins."""
    starts = [place for mark in "{[" if (place := script.find(mark, at)) >= 0]
    return min(starts, default=len(script))


def _mended(script: str) -> str:
    """The script without comments and trailing commas, its inner quotation marks and stray backslashes escaped."""
    script = _COMMENT.sub(lambda m: m.group() if m.group().startswith('"') else " ", script)
    script = _STRAY.sub(lambda m: "\\" + m.group(), script)
    out: list[str] = []
    inside = False
    for at, char in _marks(script):
        if char != '"':
            out.append(char)
        elif inside and not _CLOSES.match(script, at + 1):
            out.append('\\"')
        else:
            inside = not inside
            out.append(char)
    return _LAST_COMMA.sub("", "".join(out))


def _marks(script: str) -> Iterator[tuple[int, str]]:
    """The script in pieces with their places: bare quotation marks alone, everything else as it stands."""
    for m in re.finditer(r'(?:[^"\\]|\\.)++|"|\\', script, re.S):
        yield m.start(), m.group()


def _closed(script: str, stop: int) -> list[Any]:
    """What can be read of a value that breaks at `stop`: cut back to its last whole member and closed."""
    stack: list[str] = []
    whole: list[tuple[int, tuple[str, ...]]] = []
    inside = False
    for at, char in _structure(script[:stop]):
        if char == '"':
            inside = not inside
        elif inside:
            continue
        elif char in "{[":
            stack.append("}" if char == "{" else "]")
            if len(stack) > 200:
                return []
        elif char in "}]" and stack:
            stack.pop()
        if char in ",}]" and stack:
            whole = [*whole[-7:], (at + (char != ","), tuple(stack))]
    for end, open_marks in reversed(whole):
        try:
            return [_DECODER.raw_decode(script[:end] + "".join(reversed(open_marks)))[0]]
        except (ValueError, RecursionError):
            continue
    return []


def _structure(script: str) -> Iterator[tuple[int, str]]:
    """The marks that give JSON its structure, with their places; escaped quotation marks are skipped."""
    for m in re.finditer(r'\\.|["{}\[\],]', script, re.S):
        if not m.group().startswith("\\"):
            yield m.start(), m.group()
