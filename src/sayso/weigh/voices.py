"""Who is one voice: names of speakers that mean the same person, body or paper within one point."""

from collections.abc import Iterable

from sayso.record import Source
from sayso.record.fold import words

_VOICES = frozenset({"person", "organisation", "office", "document"})
_NAMELESS = frozenset({"affiliated", "vague", "nobody"})
_SMALL = frozenset({"the", "of", "a", "an", "and", "for", "in", "at", "s", "on", "to"})
_SPELT = {"defense": "defence", "center": "centre", "labor": "labour"}


def is_voice(source: Source) -> bool:
    """True for a speaker who can be held to it: named, or the one holder of an office, one body, one paper."""
    if source.kind not in _VOICES:
        return source.used_as == "government" and source.name is not None
    return source.name is not None or (source.anonymity not in _NAMELESS and source.described_as is not None)


class Voices:
    """The voices of one point; each is known by the fullest name that any page gives it."""

    def __init__(self, sources: Iterable[Source]) -> None:
        names = {_key(source): source for source in sources if is_voice(source)}
        self._one: dict[tuple[str, ...], tuple[str, ...]] = {}
        for key in sorted(names, key=lambda key: (-len(key), key)):
            longer = [other for other in self._one.values() if _within(key, other, names[key], names[other])]
            self._one[key] = longer[0] if longer else key

    def key(self, source: Source) -> str:
        """What makes two sources one voice here."""
        key = _key(source)
        return " ".join(self._one.get(key, key))


def _key(source: Source) -> tuple[str, ...]:
    said = words(source.name or source.described_as or "")
    return tuple(_SPELT.get(word, word) for word in said if word not in _SMALL)


def _within(short: tuple[str, ...], long: tuple[str, ...], left: Source, right: Source) -> bool:
    """Whether the shorter name may stand for the longer: a surname for a person, a body's name without its country."""
    if left.kind == "person" and right.kind == "person":
        return bool(short) and bool(long) and short[-1] == long[-1] and (len(short) == 1 or short[0] == long[0])
    if "person" in (left.kind, right.kind):
        return False
    return set(short) <= set(long) and len(short) > 0
