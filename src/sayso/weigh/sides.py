"""Which voices are interested parties: they speak of their own doing or of what is charged to them."""

from collections.abc import Sequence

from sayso.record.fold import words
from sayso.weigh.upstream import Upstream
from sayso.weigh.voices import Voices

_OWN = frozenset({"we", "us", "our", "ours", "i", "my"})


def interested(mentions: Sequence[Upstream], voices: Voices) -> frozenset[str]:
    """The keys of voices whose own name, body or "we" stands in what they say."""
    found = set()
    for one in mentions:
        if one.basis != "voice" or not one.source:
            continue
        said = set(words(one.row.claim.content))
        name = {word for word in words(one.source.name or "") if len(word) > 2}
        if said & _OWN or name & said:
            found.add(voices.key(one.source))
    return frozenset(found)
