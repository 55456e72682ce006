"""Which voices are interested parties: they speak of their own doing, or of what is charged to them."""

from collections import defaultdict
from collections.abc import Sequence

from sayso.record import Source
from sayso.record.fold import words
from sayso.weigh.trace.upstream import Upstream
from sayso.weigh.trace.voices import Voices, roles, who

_ARMED = frozenset({"army", "navy", "forces", "defence", "defense", "military", "staff", "guard"})
_EVERYDAY = frozenset({"fire", "rescue", "emergency", "safety", "protection", "weather", "court", "patrol"})


def interested(mentions: Sequence[Upstream], voices: Voices) -> frozenset[str]:
    """The keys of voices who speak for what they tell of: rule 12 of docs/how/write-a-scenario.md.

    Who rules or runs a body tells of its doing; police, fire brigades, doctors and experts tell of what befell others,
    and so does a ministry that counts victims.
    """
    by_key: defaultdict[str, list[Upstream]] = defaultdict(list)
    for one in mentions:
        if one.basis == "voice" and one.source:
            by_key[voices.key(one.source)].append(one)
    return frozenset(key for key, ones in by_key.items() if _is_party(ones))


def _is_party(ones: Sequence[Upstream]) -> bool:
    sources = [one.source for one in ones if one.source]
    named = [source for source in sources if source.name] or sources
    said = {word for one in ones for word in words(one.row.claim.content)}
    return any(_speaks_for(source, said) for source in named)


def _speaks_for(source: Source, said: set[str]) -> bool:
    known = roles()
    called = {*words(source.name or ""), *words(source.described_as or "")}
    if neutral := called & known["neutral"]:
        return bool(neutral & said - _EVERYDAY)
    if said & known["victims"] and called & known["state"] and not called & _ARMED:
        return False
    if called & (known["state"] | known["speaks_for"]) or source.kind in ("organisation", "crowd", "document"):
        return True
    one = who(source)
    name = one.person or (one.name if source.kind == "person" else ())
    return bool({word for word in name if len(word) > 2} & said)
