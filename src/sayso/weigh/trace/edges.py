"""The edges of one side of a point: from each page to where it has it from, with the words that prove it."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from sayso.record import Edge, EdgeKind, Page, Source
from sayso.weigh.trace.press import name_key
from sayso.weigh.trace.upstream import Hop, Upstream
from sayso.weigh.trace.voices import Voices, roles

RANK: tuple[EdgeKind, ...] = (
    "cites", "told", "wire", "copies", "same_quote", "same_document", "same_speaker", "same_publisher",
)  # fmt: skip
Proven = tuple[Edge, tuple[str, str]]  # an edge and the pages, or page and outlet, that it joins


def edges(
    mentions: Sequence[Upstream],
    voices: Voices,
    leans: Mapping[str, tuple[str, EdgeKind, float]],
    ended: Sequence[Upstream] = (),
) -> tuple[Edge, ...]:
    """One edge for each thing that a page leans on: the first kind of RANK where there are several.

    They lead to what stood before: also to `ended`, mentions on pages that an edit has replaced since.
    """
    standing = {mention.row.claim.id for mention in mentions or ended}  # of what is withdrawn, how it once was told
    ordered = sorted(
        (*ended, *mentions), key=lambda one: (one.row.start or "", one.row.claim.id in standing, moment_of(one))
    )
    best: dict[tuple[str, str], Edge] = {}
    for at, mention in enumerate(ordered):
        if mention.row.claim.id in standing:
            before = [one for one in ordered[:at] if address(one.row.page) != address(mention.row.page)]
            for edge, ends in _of(mention, before, voices, leans):
                if ends not in best or RANK.index(edge.kind) < RANK.index(best[ends].kind):
                    best[ends] = edge
    return tuple(best.values())


def moment_of(mention: Upstream) -> tuple[str, str, int]:
    """What puts mentions in order: the moment their text stood from, then place."""
    row = mention.row
    return row.start or "", row.text.id, row.claim.span.start


def address(page: Page) -> str:
    """What makes two captures one page: where it stands; its id where nobody noted that."""
    parts = urlsplit(page.url or "")
    asked = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.lower()}{parts.path.rstrip('/')}{asked}" if parts.netloc else page.id


def _of(
    mention: Upstream,
    before: Sequence[Upstream],
    voices: Voices,
    leans: Mapping[str, tuple[str, EdgeKind, float]],
) -> Iterator[Proven]:
    for hop in (*mention.hops[:1], *mention.beside):
        yield _cited(mention, hop, before)
    for hop in mention.also:
        if any(one.family == hop.family for one in before):
            yield _cited(mention, hop, before)
    claim_id = mention.row.claim.id
    if claim_id in leans and (up := _find(leans[claim_id][0], before)):
        yield _edge(mention, up, leans[claim_id][1], leans[claim_id][2])
    elif mention.basis == "voice" and mention.source and not mention.hops:
        key = voices.key(mention.source)
        same = [one for one in before if one.source and one.basis == "voice" and voices.key(one.source) == key]
        if same and same[0].family != mention.family:
            document = any(_is_document(one) for one in (same[0], mention))
            yield _edge(mention, same[0], "same_document" if document else "same_speaker", 1.0)
    kin = [other for other in before if other.family == mention.family]
    if kin:
        yield _edge(mention, kin[0], "same_publisher", 1.0)


def _find(claim_id: str, mentions: Sequence[Upstream]) -> Upstream | None:
    return next((one for one in mentions if one.row.claim.id == claim_id), None)


def _is_document(mention: Upstream) -> bool:
    """Whether the word came on paper: a document speaks, or somebody in a statement, a release, a post."""
    paper = roles()["papers"]
    chain = mention.row.claim.chain
    said = f"{chain[-1].cue or ''} {_called(mention.source)}".casefold().split() if chain else []
    return any(link.source.kind == "document" for link in chain[1:]) or bool(paper & set(said))


def _called(source: Source | None) -> str:
    return (source.described_as or "") if source else ""


def _cited(mention: Upstream, hop: Hop, before: Sequence[Upstream]) -> Proven:
    """To the nearest outlet that the page leans on: its earliest page here; else "not seen"."""
    row = mention.row
    span = hop.span if hop.span and not row.claim.span.meets(hop.span) else row.claim.span
    kin = [other for other in before if other.family == hop.family]
    named = [other for other in kin if other.row.page.outlet and name_key(other.row.page.outlet) == name_key(hop.name)]
    if not kin:
        edge = Edge(from_=row.claim.id, to=f"outlet:{hop.name}", kind=hop.kind, span=span)
        return edge, (address(row.page), f"outlet:{hop.family}")
    first = (named or kin)[0]
    edge = Edge(from_=row.claim.id, to=first.row.claim.id, kind=hop.kind, span=span)
    return edge, (address(row.page), address(first.row.page))


def _edge(mention: Upstream, up: Upstream, kind: EdgeKind, weight: float) -> Proven:
    row = mention.row
    edge = Edge(from_=row.claim.id, to=up.row.claim.id, kind=kind, span=row.claim.span, weight=round(weight, 4))
    return edge, (address(row.page), address(up.row.page))
