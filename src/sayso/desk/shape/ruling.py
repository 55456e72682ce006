"""Judgements of editors as pages show them: on which two claims, by whom, and whether they hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.desk.shape.mention import Mention, mention
from sayso.record import Kept, Ruling

WORDS = {"same": "The same", "different": "Different", "unsure": "Unsure"}


@dataclass(frozen=True, slots=True)
class Ruled:
    """One judgement; `holds` is false where a later one on the same two came after it, or where it says nothing."""

    ruling: Ruling
    word: str
    left: Mention
    right: Mention
    holds: bool


def ruled(rulings: Sequence[Ruling], kept: Mapping[str, Kept]) -> tuple[Ruled, ...]:
    """Judgements in the order they were made as rows, the last first; without those on claims that are not kept."""
    last = {frozenset((one.left, one.right)): one.id for one in rulings}
    return tuple(
        Ruled(
            ruling=one,
            word=WORDS[one.verdict],
            left=mention(kept[one.left]),
            right=mention(kept[one.right]),
            holds=one.verdict != "unsure" and last[frozenset((one.left, one.right))] == one.id,
        )
        for one in reversed(rulings)
        if one.left in kept and one.right in kept
    )
