"""A point as its page shows it: two numbers, who stands behind it, who against, and how it was counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.desk.shape.dispute import Split, splits
from sayso.desk.shape.mention import Mention, mention
from sayso.desk.shape.origin import Branch, branches, unhung
from sayso.record import Dispute, Kept, Point, Proof


@dataclass(frozen=True, slots=True)
class PointSheet:
    """All that the point page prints; `ghosts` are outlets that are cited and whose own page is not seen."""

    point: Point
    behind: tuple[Branch, ...]
    against: tuple[Branch, ...]
    splits: tuple[Split, ...]
    left: tuple[tuple[Mention, str], ...]
    ghosts: tuple[str, ...]
    relays: tuple[Mention, ...]
    silent: tuple[Mention, ...]

    @property
    def proven(self) -> tuple[Branch, ...]:
        """Origins behind it that are proven."""
        return tuple(one for one in self.behind if one.proven)

    @property
    def perhaps(self) -> tuple[Branch, ...]:
        """Pages that may be origins of their own: they do not say where they have it from."""
        return tuple(one for one in self.behind if not one.proven)


def point_sheet(
    proof: Proof,
    kept: Mapping[str, Kept],
    disputes: Sequence[Dispute] = (),
    others: Mapping[str, Point] | None = None,
    silent: Sequence[Kept] = (),
) -> PointSheet:
    """A proof laid out; `kept` holds every claim that it and the disputes speak of, `others` the points of those."""
    point = proof.point
    behind = branches(proof.origins_for, point.origins_for[0], kept, proof.left_out)
    against = branches(proof.origins_against, point.origins_against[0], kept, proof.left_out)
    unseen = [one.outlet or one.source.name for one in (*proof.origins_for, *proof.origins_against) if not one.seen]
    return PointSheet(
        point=point,
        behind=behind,
        against=against,
        splits=tuple(splits(disputes, point, kept, others or {})),
        left=tuple(unhung(proof.left_out, (*behind, *against), kept)),
        ghosts=tuple(dict.fromkeys(one for one in unseen if one)),
        relays=tuple(mention(kept[one]) for one in proof.relays_of_withdrawn if one in kept),
        silent=tuple(map(mention, silent)),
    )
