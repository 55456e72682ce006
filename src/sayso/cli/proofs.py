"""Points, disputes and proofs for people: every number with what proves it."""

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.text import Text as Words

from sayso.cli.lists import SHORT, entry
from sayso.cli.rows import outlet_of
from sayso.cli.screen import joined, rule, styled
from sayso.record import Dispute, Edge, Kept, Origin, Point, Proof
from sayso.record.counts import KINDS, origin_words, point_words
from sayso.record.wording import shortened, source_name, when_words

WIDE = 160  # characters of a claim that are shown


def point_entry(point: Point) -> RenderableType:
    """Its gist, then the five numbers and its standing."""
    return entry(point.id, styled(shortened(point.gist, WIDE)), styled((point_words(point), "quiet")))


def dispute_entry(dispute: Dispute, gists: Mapping[str, str], kept: Mapping[str, Kept]) -> RenderableType:
    """What is disputed, what kind of dispute it is, who stands on each side, and why they cannot both be right."""
    lines = [styled(shortened(gists.get(dispute.left, ""), WIDE))]
    if dispute.right != dispute.left:
        lines.append(styled(("against: ", "tag"), shortened(gists.get(dispute.right, ""), WIDE)))
    who = ", ".join(sorted({_speaker(kept[one]) for one in dispute.right_claims if one in kept}))
    what = "denied by" if dispute.kind == "denial" else "other figures from" if dispute.kind == "figures" else "told by"
    lines.append(styled((f"{dispute.kind} · {what} {who}", "quiet")))
    lines += [styled((f"{reason.name}: {reason.detail}", "quiet")) for reason in dispute.reasons if reason.detail]
    return entry(dispute.id, *lines)


def proof_lines(proof: Proof, kept: Mapping[str, Kept]) -> Iterator[RenderableType]:
    """The counting of one point, laid open: origins, edges with their sentences, what was left out and why."""
    point = proof.point
    yield point_entry(point)
    for reason in point.reasons:
        yield styled((f"  {point.standing} because: ", "quiet"), reason.detail or reason.name)
    for name, origins in (("for", proof.origins_for), ("against", proof.origins_against)):
        if origins:
            yield rule(name)
            for number, origin in enumerate(origins, 1):
                yield from _origin_lines(number, origin, kept)
    if proof.edges:
        yield rule("where each page has it from")
        for edge in proof.edges:
            yield from _edge_lines(edge, kept)
    if proof.left_out:
        yield rule("left out of the count")
        for left in proof.left_out:
            yield styled((_where(kept, left.claim_id), "speaker"), (f" · {left.why}", "tag"))
            yield _quoted(kept, left.claim_id)
    if proof.relays_of_withdrawn:
        yield rule("still relay a report that was withdrawn")
        for claim_id in proof.relays_of_withdrawn:
            yield styled((_where(kept, claim_id), "speaker"))


def _origin_lines(number: int, origin: Origin, kept: Mapping[str, Kept]) -> Iterator[Words]:
    yield styled((f"{number}  ", "id"), (origin_words(origin), "speaker"))
    pages = len({kept[one].page.id for one in origin.claims if one in kept})
    facts = [f"first {origin.first_seen} UTC" if origin.first_seen else "", f"behind {pages} of the pages"]
    yield styled("   ").append_text(joined(facts))
    yield _quoted(kept, origin.claims[0] if origin.claims else "")


def _edge_lines(edge: Edge, kept: Mapping[str, Kept]) -> Iterator[Words]:
    far = edge.to.removeprefix("outlet:") + " (not seen)" if edge.to.startswith("outlet:") else _where(kept, edge.to)
    likeness = f" ({edge.weight:.0%})" if edge.weight < 1 else ""
    how = f" {KINDS[edge.kind]} "
    yield styled((_where(kept, edge.from_), "speaker"), (how, "tag"), (far, "speaker"), (likeness, "quiet"))
    if edge.span and edge.from_ in kept:
        words = " ".join(edge.span.of(kept[edge.from_].page.text).split())
        yield styled(f"   “{shortened(words, WIDE)}”")


def _quoted(kept: Mapping[str, Kept], claim_id: str) -> Words:
    found = kept.get(claim_id)
    words = " ".join(found.claim.content.split()) if found else "the claim is not in the record"
    return styled((f"   “{shortened(words, WIDE)}” ", "plain"), (f" claim {claim_id[:SHORT]}", "quiet"))


def _where(kept: Mapping[str, Kept], claim_id: str) -> str:
    found = kept.get(claim_id)
    if not found:
        return claim_id[:SHORT]
    name = outlet_of(found.claim, found.page) or found.page.url or f"page {found.page.id[:SHORT]}"
    return f"{name}, {when_words(found.text.published)}" if found.text.published else name


def _speaker(kept: Kept) -> str:
    speaker = kept.claim.speaker
    own = kept.claim.manner == "own_voice" or speaker is None
    return outlet_of(kept.claim, kept.page) or "an outlet not named" if own or not speaker else source_name(speaker)
