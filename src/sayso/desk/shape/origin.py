"""An origin with the pages that hang under it, each by the sentence that proves where it has it from."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.desk.shape.mention import Mention, mention
from sayso.desk.shape.voices import Voice, outlet_name, voice_of
from sayso.record import Edge, Kept, LeftOut, Origin
from sayso.record.counts import KINDS, left_out_words
from sayso.record.sentence import Sentence, sentence

GHOST = "outlet:"  # what an edge runs to where an outlet's own page is not in the record


@dataclass(frozen=True, slots=True)
class Proven:
    """Why a page hangs where it hangs: what it does ("cites"), whom, the sentence, the likeness where that is it."""

    verb: str
    whom: str
    words: Sentence | None
    alike: str


@dataclass(slots=True)
class Hung:
    """A page of an origin: its first claim, why it hangs there, what of it was left out of the count and why."""

    mention: Mention
    proof: Proven | None
    left: tuple[str, ...] = ()
    under: list["Hung"] = field(default_factory=list)

    def count(self) -> int:
        """The page itself and all under it."""
        return 1 + sum(one.count() for one in self.under)


@dataclass(frozen=True, slots=True)
class Branch:
    """An origin for a template; `proven` is false where it may be one and no page says so."""

    number: int
    proven: bool
    voice: Voice
    outlet: str
    first: str | None
    seen: bool
    pages: int
    rows: tuple[Hung, ...]


def branches(
    origins: Sequence[Origin], proven: int, kept: Mapping[str, Kept], left: Sequence[LeftOut]
) -> tuple[Branch, ...]:
    """One side's origins in their order: the first `proven` of them are proven."""
    return tuple(_branch(number, number <= proven, one, kept, left) for number, one in enumerate(origins, 1))


def _branch(number: int, proven: bool, origin: Origin, kept: Mapping[str, Kept], left: Sequence[LeftOut]) -> Branch:
    rows = _rows(origin, kept, left)
    own = rows[0].mention if rows else None
    named = origin.source.name or origin.source.described_as
    voice = voice_of(origin.source, None if named or not own else own.outlet)
    outlet = origin.outlet or (own.outlet if own else "")
    return Branch(
        number=number,
        proven=proven,
        voice=voice,
        outlet="" if outlet == voice.name else outlet,
        first=origin.first_seen,
        seen=origin.seen,
        pages=sum(row.count() for row in rows),
        rows=tuple(rows),
    )


def _rows(origin: Origin, kept: Mapping[str, Kept], left: Sequence[LeftOut]) -> list[Hung]:
    """The pages of an origin as trees: a page hangs under the one it has it from, first come first."""
    pages: dict[str, list[str]] = defaultdict(list)
    for one in origin.claims:
        if one in kept:
            pages[kept[one].page.id].append(one)
    edges = {edge.from_: edge for edge in reversed(origin.edges)}
    hung = {page: _hung(ids, edges, kept, left) for page, ids in pages.items()}
    tops: list[Hung] = []
    for page, row in hung.items():
        above = _above(page, pages[page], edges, kept)
        (hung[above].under if above in hung and not _loops(page, above, pages, edges, kept) else tops).append(row)
    for row in hung.values():
        row.under.sort(key=lambda one: one.mention.seen)
    return sorted(tops, key=lambda one: (one.proof is not None, one.mention.seen))


def _hung(ids: Sequence[str], edges: Mapping[str, Edge], kept: Mapping[str, Kept], left: Sequence[LeftOut]) -> Hung:
    leading = next((one for one in ids if one in edges), ids[0])
    page = kept[leading].page.id
    why = (one.why for one in left if one.claim_id in kept and kept[one.claim_id].page.id == page)
    told = dict.fromkeys(left_out_words(one) for one in why if not one.startswith("has it from"))
    return Hung(mention(kept[leading]), proven(edges[leading], kept) if leading in edges else None, tuple(told))


def _above(page: str, ids: Sequence[str], edges: Mapping[str, Edge], kept: Mapping[str, Kept]) -> str | None:
    """The page that a page has it from, if that is in the record and another."""
    for one in ids:
        far = kept.get(edges[one].to) if one in edges else None
        if far and far.page.id != page:
            return far.page.id
    return None


def _loops(
    page: str, above: str | None, pages: Mapping[str, list[str]], edges: Mapping[str, Edge], kept: Mapping[str, Kept]
) -> bool:
    """Whether a page would hang under itself."""
    seen = {page}
    while above and above in pages:
        if above in seen:
            return True
        seen.add(above)
        above = _above(above, pages[above], edges, kept)
    return False


def proven(edge: Edge, kept: Mapping[str, Kept]) -> Proven:
    """An edge in words, with the sentence that proves it."""
    far = kept.get(edge.to)
    whom = edge.to.removeprefix(GHOST) if edge.to.startswith(GHOST) else outlet_name(far) if far else "another page"
    near = kept.get(edge.from_)
    words = sentence(near.page.text, edge.span) if near and edge.span else None
    return Proven(KINDS[edge.kind], whom, words, f"{edge.weight:.0%} alike" if edge.weight < 1 else "")


def unhung(left: Sequence[LeftOut], shown: Sequence[Branch], kept: Mapping[str, Kept]) -> Iterator[tuple[Mention, str]]:
    """Mentions left out whose page hangs under no origin, with the reason."""
    pages = {row.mention.page_id for branch in shown for row in walk(branch.rows)}
    for one in left:
        if one.claim_id in kept and kept[one.claim_id].page.id not in pages:
            yield mention(kept[one.claim_id]), left_out_words(one.why)


def walk(rows: Sequence[Hung]) -> Iterator[Hung]:
    """Every row of some trees."""
    for row in rows:
        yield row
        yield from walk(row.under)
