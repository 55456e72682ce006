"""A proof as editors corrected it: origins called by whom a correction names; nothing is counted anew."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.record import Claim, Correction, Origin, Proof, Source
from sayso.record.correction import places

Names = dict[tuple[str, str], Source]  # a claim and a source in its chain as it was read → that source now


def renamed(proof: Proof, claims: Iterable[Claim], corrections: Sequence[Correction]) -> Proof:
    """The proof with its origins as the corrections on their claims name them."""
    names = _names(claims, corrections)
    return replace(
        proof,
        origins_for=tuple(_renamed(one, names) for one in proof.origins_for),
        origins_against=tuple(_renamed(one, names) for one in proof.origins_against),
    )


def _names(claims: Iterable[Claim], corrections: Sequence[Correction]) -> Names:
    return {
        (claim.id, link.source.id): now[-1].source
        for claim in claims
        for link, now in zip(claim.chain, places(claim, corrections), strict=False)
        if now
    }


def _renamed(origin: Origin, names: Names) -> Origin:
    """The first of its claims that names it decides."""
    found = (names[one, origin.source.id] for one in origin.claims if (one, origin.source.id) in names)
    return replace(origin, source=next(found, origin.source))
