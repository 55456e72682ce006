"""Who stands behind a bare sentence by the one after it: "The toll is nine. The Lake Office gave the new number"."""

import re
from functools import cache

from sayso.record import Source, SourceKind, Stood, make_id
from sayso.record.fold import words
from sayso.weigh.trace.namings import sentence_after
from sayso.weigh.trace.voices import roles
from sayso.weigh.wordlists import tables

_WORD = r"[^\W\d_a-z][\w'’&-]*"
_NAME = rf"(?P<name>(?:the |The )?{_WORD}(?: (?:(?:of|for|and) (?:the )?)?{_WORD}){{1,6}})"


def pointed_back(row: Stood) -> Source | None:
    """The voice that the next sentence names for a bare one; null for none."""
    said = sentence_after(row)
    for pattern in _patterns():
        if found := pattern.search(said):
            name = re.sub(r"^(?:the|The) ", "", found["name"])
            body = found["name"] != name or bool(roles()["generic"] & {*words(name)})
            kind: SourceKind = "organisation" if body else "person"
            return Source(id=make_id("source", kind, name), kind=kind, name=name, anonymity="named")
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The one who gave it, and the one by whom it was given."""
    gave, it = (_any(table) for table in ("gave", "it"))
    thing = rf"(?:this|that|it|(?:the|this|that|these|those) (?:[a-z]+ )?(?:{it}))(?!\w)"
    return (
        re.compile(rf"^{_NAME} (?:has |had |also |later )?(?:{gave}) {thing}"),
        re.compile(rf"^(?i:{thing}) (?:was|were|has been|have been) (?:[a-z]+ly )?(?:{gave}|given) by {_NAME}"),
    )


def _any(table: str) -> str:
    return "|".join(map(re.escape, sorted(tables("pointing")[table].split(), key=len, reverse=True)))
