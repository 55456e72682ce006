"""The edges of one side of a point: from each page to where it has it from, with the words that prove it."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.record import Edge, EdgeKind
from sayso.weigh.upstream import Upstream
from sayso.weigh.voices import Voices

RANK: tuple[EdgeKind, ...] = (
    "cites", "told", "wire", "copies", "same_quote", "same_document", "same_speaker", "same_publisher",
)  # fmt: skip


def edges(
    mentions: Sequence[Upstream],
    voices: Voices,
    leans: Mapping[str, tuple[str, EdgeKind, float]],
    *,
    gone: Sequence[Upstream] = (),
) -> tuple[Edge, ...]:
    """One edge for each thing that a page leans on: the first kind of RANK where there are several.

    What an edit took away (`gone`) still is what others cited or copied; it has no edges of its own.
    """
    best: dict[tuple[str, str], Edge] = {}
    for edge, ends in _all(sorted(mentions, key=moment_of), voices, leans, sorted(gone, key=moment_of)):
        if ends not in best or RANK.index(edge.kind) < RANK.index(best[ends].kind):
            best[ends] = edge
    return tuple(best.values())


def moment_of(mention: Upstream) -> tuple[str, str, int]:
    """What puts mentions in order: the moment their text stood from, then place."""
    row = mention.row
    return row.start or "", row.text.id, row.claim.span.start


def _all(
    ordered: Sequence[Upstream],
    voices: Voices,
    leans: Mapping[str, tuple[str, EdgeKind, float]],
    gone: Sequence[Upstream],
) -> Iterator[tuple[Edge, tuple[str, str]]]:
    everything = sorted((*ordered, *gone), key=moment_of)
    by_claim = {mention.row.claim.id: mention for mention in everything}
    for mention in ordered:
        before = _before(mention, everything)
        yield from _hops(mention, before)
        row = mention.row
        if row.claim.id in leans and (up := by_claim.get(leans[row.claim.id][0])):
            _, kind, weight = leans[row.claim.id]
            yield _edge(mention, up, kind, weight)
        elif mention.basis == "voice" and mention.source and not mention.hops:
            key = voices.key(mention.source)
            same = [one for one in before if one.source and one.basis == "voice" and voices.key(one.source) == key]
            if same and same[0].family != mention.family:
                kind = "same_document" if mention.source.kind == "document" else "same_speaker"
                yield _edge(mention, same[0], kind, 1.0)
        kin = [other for other in before if other.family == mention.family]
        if kin:
            yield _edge(mention, kin[0], "same_publisher", 1.0)


def _before(mention: Upstream, everything: Sequence[Upstream]) -> list[Upstream]:
    """Earlier mentions on other pages, earlier versions of its own page left out."""
    versions, text = {mention.row.page.id}, mention.row.text
    texts = {one.row.text.id: one.row for one in everything}
    while text.replaces in texts:
        versions.add(texts[text.replaces].page.id)
        text = texts.pop(text.replaces).text
    now = moment_of(mention)
    return [one for one in everything if moment_of(one) < now and one.row.page.id not in versions]


def _hops(mention: Upstream, before: Sequence[Upstream]) -> Iterator[tuple[Edge, tuple[str, str]]]:
    """The nearest outlet that the page leans on: to its earliest page here, else to the outlet, not seen."""
    if not mention.hops:
        return
    hop = mention.hops[0]
    row = mention.row
    seen = [other for other in before if other.family == hop.family]
    to = seen[0].row.claim.id if seen else f"outlet:{hop.name}"
    edge = Edge(from_=row.claim.id, to=to, kind=hop.kind, span=row.claim.span)
    yield edge, (row.page.id, seen[0].row.page.id if seen else f"outlet:{hop.family}")


def _edge(mention: Upstream, up: Upstream, kind: EdgeKind, weight: float) -> tuple[Edge, tuple[str, str]]:
    row = mention.row
    edge = Edge(from_=row.claim.id, to=up.row.claim.id, kind=kind, span=row.claim.span, weight=round(weight, 4))
    return edge, (row.page.id, up.row.page.id)
