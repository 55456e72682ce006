"""What an edit changed about a claim, word by word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from sayso.desk.shape.mention import Mention, mention
from sayso.record import Change, Kept, Reason

KINDS = {
    "added": "Added",
    "withdrawn": "Withdrawn",
    "softened": "Softened",
    "hardened": "Hardened",
    "re-attributed": "Given to another",
    "recounted": "Another figure",
}
LONGEST = 400  # words of a claim up to which both versions are compared word by word


@dataclass(frozen=True, slots=True)
class Bit:
    """Some words of a version, changed or not."""

    words: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Edit:
    """A change for a template: both versions, the changed words of each marked."""

    id: str
    title: str
    at: str | None
    stealth: bool
    before: Mention | None
    after: Mention | None
    was: tuple[Bit, ...]
    now: tuple[Bit, ...]
    reasons: tuple[Reason, ...]
    point_ids: tuple[str, ...]

    @property
    def where(self) -> Mention:
        """The version that stands now, else the one that stood."""
        found = self.after or self.before
        assert found
        return found


def edits(changes: list[Change], kept: Mapping[str, Kept]) -> Iterator[Edit]:
    """Changes whose claims are kept, as edits."""
    for one in changes:
        before, after = (mention(kept[end]) if end and end in kept else None for end in (one.before, one.after))
        if before or after:
            was, now = _bits(before.content if before else "", after.content if after else "")
            told = tuple(reason for reason in one.reasons if reason.detail)
            yield Edit(one.id, KINDS[one.kind], one.at, one.stealth, before, after, was, now, told, one.point_ids)


def _bits(before: str, after: str) -> tuple[tuple[Bit, ...], tuple[Bit, ...]]:
    """Both versions in pieces; where one is missing or they are long, the other stands unmarked."""
    was, now = before.split(), after.split()
    if not was or not now or max(len(was), len(now)) > LONGEST:
        return (Bit(before, False),), (Bit(after, False),)
    left: list[Bit] = []
    right: list[Bit] = []
    for kind, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if b > a:
            left.append(Bit(" ".join(was[a:b]), kind != "equal"))
        if d > c:
            right.append(Bit(" ".join(now[c:d]), kind != "equal"))
    return tuple(left), tuple(right)
