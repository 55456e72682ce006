"""The names of authors in metadata: objects, lists, references and lines of names become names only."""

import re
from collections.abc import Iterable
from typing import Any

from sayso.read.anatomy import byline
from sayso.read.anatomy.html import jsonld
from sayso.read.anatomy.html.jsonld import Thing
from sayso.read.anatomy.wording import is_furniture
from sayso.read.words import phrases

CREDENTIALS = frozenset(phrases("meta_html", "credentials"))
NOT_AUTHORS = frozenset(phrases("meta_html", "not_authors"))
_BEFORE = re.compile(
    r"(?:" + "|".join(re.escape(word) for word in phrases("meta_html", "before_names")) + r")\b[\s:]*", re.I
)
_JOIN = re.compile(
    r"\s*[;|]\s*|\s*,\s*(?:and\s+|&\s*)?|\s+(?:"
    + "|".join(re.escape(w) for w in phrases("meta_html", "joins"))
    + r")\s+",
    re.I,
)
_ADDRESS = re.compile(r"^(?:https?:|www\.|/|@)|\S+@\S+\.\S+|^\S+\.(?:com|org|net|co\.\w\w)$", re.I)
_URL = re.compile(r"(?:https?://|www\.)\S+", re.I)
MOST = 30


def described(value: Any, things: Iterable[Thing]) -> tuple[str, ...]:
    """The names in a JSON-LD `author`: text, an object, a reference to one elsewhere on the page, or lists of these."""
    found: list[str] = []
    queue = [value]
    while queue and len(found) < MOST:
        item = queue.pop(0)
        if isinstance(item, list):
            queue = [*item[:MOST], *queue]
        elif isinstance(item, dict) and isinstance(inner := item.get("@list") or item.get("name"), list):
            queue.insert(0, inner)
        elif item:
            node = resolved(item, things)
            text = jsonld.words(node)
            if isinstance(node, dict) and not text:
                text = jsonld.words(node.get("byline") or _full(node))
            found.append(text or "")
    return listed(found)


def resolved(value: Any, things: Iterable[Thing]) -> Any:
    """The object itself, or for a bare reference (`{"@id": …}`) the named object with that id on the page."""
    if not isinstance(value, dict) or value.get("name") or not value.get("@id"):
        return value
    return next((thing for thing in things if thing.get("@id") == value["@id"] and thing.get("name")), value)


def listed(lines: Iterable[str]) -> tuple[str, ...]:
    """The names in lines that each hold one or several ("By Ada Moor and Bo Finn"), in order, each once."""
    found: dict[str, str] = {}
    for line in lines:
        for name in names(line):
            found.setdefault(name.casefold(), name)
    return tuple(found.values())[:MOST]


def names(line: str) -> list[str]:
    """The names in one line; addresses, handles and words that are nobody are dropped."""
    line = jsonld.plain(line)
    line = _URL.sub(" ", line).strip()
    if not line or len(line) > 600 or _ADDRESS.search(line):
        return []
    line = _BEFORE.sub("", line, count=1) if _BEFORE.match(line) else line
    pieces = [piece.strip(" .,:|\u2013\u2014-") for piece in _JOIN.split(line)]
    found = [piece for piece in pieces if _is_name(piece)]
    if len(found) > 1:  # "Ada Moor, Chief Reporter" and "Ada Moor, PhD" are one
        found = [piece for k, piece in enumerate(found) if k == 0 or not _is_title(piece)]
    return found


def turned(line: str) -> str:
    """ "Moor, Ada" as "Ada Moor"; anything else as it is."""
    last, comma, first = (part.strip() for part in line.partition(","))
    return f"{first} {last}" if comma and first and "," not in first and " and " not in line else line


def _is_name(piece: str) -> bool:
    """True for what could be a person's or a desk's name."""
    if not piece or len(piece) > 80 or ":" in piece or piece.lower() in NOT_AUTHORS:
        return False
    return any(char.isalpha() for char in piece) and not is_furniture(piece)


def _is_title(piece: str) -> bool:
    """True for a job or a degree behind a name."""
    return piece.lower().replace(".", "") in CREDENTIALS or byline.is_job(piece)


def _full(node: Thing) -> str:
    """A name given in two fields."""
    return " ".join(str(node[key]) for key in ("givenName", "familyName") if isinstance(node.get(key), str))
