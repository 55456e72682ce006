"""The words of a page cut where any claim's words begin or end, each piece with the claims and roles it stands in."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.record import Claim, Span

ROLES = ("content", "source", "cue", "hop")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand in the same claims and roles; `classes` are empty outside every claim.

    `begins` are the numbers of the claims whose first words these are, `goes_on` of those that began in a block before.
    """

    words: str
    classes: str = ""
    begins: tuple[int, ...] = ()
    goes_on: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mark:
    number: int
    role: str


def pieces(text: str, blocks: Sequence[Span], numbered: Mapping[int, Claim]) -> dict[Span, tuple[Piece, ...]]:
    """The pieces of each block; blocks do not overlap. Spans may overlap, nest, stand in bits and cross blocks."""
    opens: dict[int, list[_Mark]] = {}
    closes: dict[int, list[_Mark]] = {}
    begins: dict[int, list[int]] = {}
    for number, claim in numbered.items():
        begins.setdefault(claim.span.start, []).append(number)
        for role, span in _spans(claim):
            opens.setdefault(span.start, []).append(_Mark(number, role))
            closes.setdefault(span.end, []).append(_Mark(number, role))
    edges = {edge for block in blocks for edge in (block.start, block.end)}
    cuts = sorted(edges | opens.keys() | closes.keys() | begins.keys())
    active: Counter[_Mark] = Counter()
    rows = {block: _Row() for block in blocks}
    ahead = iter(sorted(blocks))
    held = next(ahead, None)
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        active.subtract(closes.get(start, ()))
        active.update(opens.get(start, ()))
        active = +active  # what is no longer active goes
        while held and held.end <= start:
            held = next(ahead, None)
        if held and held.start <= start < held.end:
            rows[held].add(text[start : min(end, held.end)], active, begins.get(start, ()))
    return {block: tuple(row.pieces) for block, row in rows.items()}


@dataclass(slots=True)
class _Row:
    """The pieces of one block so far, and the claims whose number stands in it."""

    pieces: list[Piece] = field(default_factory=list)
    numbered: set[int] = field(default_factory=set)

    def add(self, words: str, active: Counter[_Mark], begins: Sequence[int]) -> None:
        """Takes the next words of the block."""
        own = {mark.number for mark in active if mark.role != "hop"}
        goes_on = own - self.numbered - set(begins)
        self.numbered.update(begins, goes_on)
        self.pieces.append(Piece(words, _classes(active), tuple(begins), tuple(sorted(goes_on))))


def _spans(claim: Claim) -> Iterator[tuple[str, Span]]:
    """A claim's spans with their roles; a voice between outlet and speaker is a hop."""
    for role, spans in zip(
        ROLES, (claim.content_spans, claim.source_spans, claim.cue_spans, _hops(claim)), strict=True
    ):
        for span in spans:
            yield role, span


def _hops(claim: Claim) -> Iterable[Span]:
    return [link.span for link in claim.chain[1:-1] if link.span]


def _classes(active: Counter[_Mark]) -> str:
    """The CSS classes: the roles, `deep` inside two contents, and `k` with the number of each claim."""
    if not active:
        return ""
    roles = {mark.role for mark in active}
    deep = sum(mark.role == "content" for mark in active) > 1
    numbers = sorted({mark.number for mark in active})
    return " ".join(
        [*(role for role in ROLES if role in roles), *(["deep"] if deep else []), *(f"k{n}" for n in numbers)]
    )
