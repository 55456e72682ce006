"""Whether what a sound rests on is still what it was when it was spoken."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from sayso.record import Sound, Stood, make_id
from sayso.record.plain import to_plain

_READER = ("made_by", "score", "event_ids")  # who read the claim, and how


class Stale(NamedTuple):
    """A claim that is not what was spoken; `how` is gone where it is not kept any more."""

    claim_id: str
    how: Literal["changed", "gone"]


def marks_of(rows: Iterable[Stood], changes: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Claim id → a hash of what the claim is now: its words, chain and stance, and the ids of what edits changed of it.

    A claim that is read anew to the same end keeps its mark, as does one whose page was edited elsewhere.
    """
    return {row.claim.id: make_id("mark", _told(row), *sorted(changes.get(row.claim.id, ()))) for row in rows}


def stale(sound: Sound, marks: Mapping[str, str]) -> tuple[Stale, ...]:
    """The claims of a sound that changed since it was spoken, by their marks now; none where it can be heard still."""
    return tuple(
        Stale(claim_id, "changed" if claim_id in marks else "gone")
        for claim_id, mark in zip(sound.claim_ids, sound.marks, strict=True)
        if marks.get(claim_id, "") != mark
    )


def _told(row: Stood) -> str:
    plain = to_plain(row.claim)
    return repr([(name, plain[name]) for name in sorted(plain) if name not in _READER])
