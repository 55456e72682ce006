"""Words by which sources and outlets are known in addresses: the same for the same name, wherever it stands.

A source's key is its kind and its folded name with hyphens ("person-ana-reth"); one without a name, unnamed or only
described, is known by its id ("unnamed-3f…"), since two of them may be anybody. An outlet's key is its folded name.
A key of more than 100 characters is cut to a hash.
"""

from sayso.record.fold import folded
from sayso.record.source import Source
from sayso.record.span import make_id

LONGEST = 100


def source_key(source: Source) -> str:
    """The key of a source."""
    name = folded(source.name)
    return f"{source.kind}-{_short(name) if name else source.id}"


def outlet_key(name: str | None) -> str:
    """The key of an outlet's name, empty for null."""
    words = folded(name)
    return _short(words) if words or not name else make_id("outlet", name)


def _short(words: str) -> str:
    return words.replace(" ", "-") if len(words) <= LONGEST else make_id("key", words)
