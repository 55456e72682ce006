"""Points, disputes and proofs for people: every number with what proves it."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from rich.console import RenderableType

from sayso.cli.lists import SHORT, entry
from sayso.cli.rows import outlet_of
from sayso.cli.screen import Beside, rule, styled
from sayso.record import Dispute, Edge, Kept, Origin, Point, Proof, Ruling, When
from sayso.record.counts import KINDS, left_out_words, origin_words, origins_words, point_words
from sayso.record.sentence import around, quoted
from sayso.record.wording import counted, shortened, source_name, when_words

WIDE = 160  # characters of a gist or a claim that are shown
SPEAKERS = 4  # further speakers of one side of a dispute that are named
SENTENCE = 240  # characters of a sentence that proves something
UNKNOWN = "may be an origin of its own: it does not say where it has it from"


def point_entry(point: Point) -> RenderableType:
    """Its gist, then the five numbers and its standing."""
    return entry(point.id, styled(shortened(point.gist, WIDE)), styled((point_words(point), "quiet")))


def dispute_entry(dispute: Dispute, gists: Mapping[str, str], kept: Mapping[str, Kept]) -> RenderableType:
    """What is disputed, what kind of dispute it is, what each side says and where, and why both cannot be right."""
    lines: list[RenderableType] = [styled(shortened(gists.get(dispute.left, ""), WIDE))]
    lines.append(styled((_dispute_words(dispute), "tag")))
    sides = (dispute.left_claims, dispute.right_claims) if dispute.right != dispute.left else (dispute.right_claims,)
    for number, side in enumerate(sides):
        lines += _said(side, kept, "against it: " if number == len(sides) - 1 else "")
    lines += [styled((f"{reason.name}: {reason.detail}", "quiet")) for reason in dispute.reasons if reason.detail]
    if dispute.right != dispute.left:
        lines.append(styled((f"points {dispute.left[:SHORT]} and {dispute.right[:SHORT]}", "quiet")))
    else:
        lines.append(styled((f"point {dispute.left[:SHORT]}", "quiet")))
    return entry(dispute.id, *lines)


def proof_lines(proof: Proof, kept: Mapping[str, Kept]) -> Iterator[RenderableType]:
    """The counting of one point, laid open: origins, edges with their sentences, what was left out and why."""
    point = proof.point
    because = [f"{point.standing}, because: {reason.detail or reason.name}" for reason in point.reasons]
    yield entry(
        point.id,
        styled(shortened(point.gist, WIDE)),
        styled((point_words(point), "quiet")),
        *(styled((line, "quiet")) for line in because),
    )
    yield from _side("who stands behind it", proof.origins_for, point.origins_for, kept)
    yield from _side("who stands against it", proof.origins_against, point.origins_against, kept)
    if proof.edges:
        yield rule("where each page has it from")
        for edge in proof.edges:
            yield _edge_block(edge, kept)
    if proof.left_out:
        yield rule("adds no origin of its own")
        for left in proof.left_out:
            head = styled((_where(kept, left.claim_id), "speaker"), (f" · {left_out_words(left.why)}", "tag"))
            yield Beside(styled("·"), 4, (head, _sentence(kept, left.claim_id)))
    if proof.relays_of_withdrawn:
        yield rule("still relays a report that was withdrawn")
        for claim_id in proof.relays_of_withdrawn:
            head = styled((_where(kept, claim_id), "speaker"))
            yield Beside(styled("·"), 4, (head, _sentence(kept, claim_id)))


def ruling_lines(ruling: Ruling, points: Mapping[str, str]) -> Iterator[RenderableType]:
    """What was ruled, by whom, and which points the two belong to now."""
    ends = ruling.left[:SHORT], ruling.right[:SHORT]
    yield entry(
        ruling.id,
        styled(f"{ruling.verdict}: claims {ends[0]} and {ends[1]}, ruled by {ruling.by} at {ruling.at}"),
        *([styled(("note: ", "quiet"), ruling.note)] if ruling.note else []),
        styled((_now(ruling, points), "quiet")),
    )


def _now(ruling: Ruling, points: Mapping[str, str]) -> str:
    left, right = points.get(ruling.left, ""), points.get(ruling.right, "")
    same = left == right
    if same:
        return f"both belong to point {left[:SHORT]} now"
    return f"they belong to points {left[:SHORT]} and {right[:SHORT]} now"


def _side(
    title: str, origins: Sequence[Origin], interval: tuple[int, int], kept: Mapping[str, Kept]
) -> Iterator[RenderableType]:
    """One side's origins: those that are proven with a number, those that may be ones with a question mark."""
    if not origins:
        return
    yield rule(f"{title}: {origins_words(interval)}")
    for number, origin in enumerate(origins, 1):
        proven = number <= interval[0]
        pages = len({kept[one].page.id for one in origin.claims if one in kept})
        first = origin.claims[0] if origin.claims else ""
        who = origin_words(origin) if origin.outlet or origin.source.name else _place(kept, first)
        head = styled((who, "speaker"), (f" · {counted(pages, 'page')}", "quiet"))
        lines: list[RenderableType] = [head] if proven else [head, styled((UNKNOWN, "tag"))]
        lines += [styled((f"{_where(kept, first)}:", "quiet")), _sentence(kept, first)]
        yield Beside(styled((f"{number}" if proven else "?", "id")), 4, tuple(lines))


def _edge_block(edge: Edge, kept: Mapping[str, Kept]) -> RenderableType:
    far = edge.to.removeprefix("outlet:") + " (not seen)" if edge.to.startswith("outlet:") else _where(kept, edge.to)
    likeness = f" ({edge.weight:.0%} alike)" if edge.weight < 1 else ""
    head = styled(
        (_where(kept, edge.from_), "speaker"), (f" {KINDS[edge.kind]} ", "tag"), (far, "speaker"), (likeness, "quiet")
    )
    found = kept.get(edge.from_)
    words = around(found.page.text, edge.span) if edge.span and found else ""
    return Beside(styled("·"), 4, (head, styled(quoted(shortened(words, SENTENCE)))) if words else (head,))


def _sentence(kept: Mapping[str, Kept], claim_id: str) -> RenderableType:
    """The sentence that a claim stands in, with the claim's id."""
    found = kept.get(claim_id)
    if not found:
        return styled((f"claim {claim_id[:SHORT]} is not in the record", "quiet"))
    words = around(found.page.text, found.claim.span)
    return styled(quoted(shortened(words, SENTENCE)), (f"  claim {claim_id[:SHORT]}", "quiet"))


def _said(claim_ids: Sequence[str], kept: Mapping[str, Kept], before: str) -> Iterator[RenderableType]:
    """What the first of these claims says, who says it and where; how many more say so."""
    rows = sorted((kept[one] for one in claim_ids if one in kept), key=_out)
    if not rows:
        return
    first = rows[0]
    others = len({row.page.id for row in rows} - {first.page.id})
    who, where = _speaker(first), _where(kept, first.claim.id)
    names = [name for name in dict.fromkeys(map(_speaker, rows)) if name != who][:SPEAKERS]
    also = f" ({', '.join(names)})" if names else ""
    more = f", and {counted(others, 'more page')}{also}" if others else ""
    told = where if where.startswith(who) else f"{who} ({where})"
    yield styled((before, "tag"), (f"{told}{more}: ", "quiet"), quoted(shortened(first.claim.content, WIDE)))


def _out(row: Kept) -> str:
    """What puts claims in order: when their text came out, those that tell no time last."""
    return (row.text.published.earliest if row.text.published else None) or "9"


def _dispute_words(dispute: Dispute) -> str:
    return {
        "denial": "denial: somebody says it is not so",
        "figures": "figures: both cannot be right",
        "exclusion": "exclusion: each rules the other out",
        "tension": "tension: they sit ill together, which nobody says outright",
    }[dispute.kind]


def _where(kept: Mapping[str, Kept], claim_id: str) -> str:
    """The outlet and the time of the page that a claim stands on, the time as printed."""
    found = kept.get(claim_id)
    return place_words(found) if found else f"claim {claim_id[:SHORT]}"


def _place(kept: Mapping[str, Kept], claim_id: str) -> str:
    found = kept.get(claim_id)
    return outlet_words(found) if found else "outlet not named"


def place_words(kept: Kept) -> str:
    """Where a claim stands: its outlet and the time that its text prints, the last one."""
    when = kept.text.updated if kept.text.updated and kept.text.updated.earliest else kept.text.published
    return f"{outlet_words(kept)}, {time_words(when)}" if when else outlet_words(kept)


def outlet_words(kept: Kept) -> str:
    """The outlet of a claim's page; where it names none, its host, else its id."""
    host = urlsplit(kept.page.url or "").netloc.removeprefix("www.")
    return outlet_of(kept.claim, kept.page) or host or f"page {kept.page.id[:SHORT]}"


def time_words(when: When) -> str:
    """A time as printed, without what the page leaves out."""
    return when_words(when).split(",")[0].removesuffix(" (inferred)")


def _speaker(kept: Kept) -> str:
    speaker = kept.claim.speaker
    if kept.claim.manner == "own_voice" or speaker is None:
        return outlet_words(kept)
    return source_name(speaker)
