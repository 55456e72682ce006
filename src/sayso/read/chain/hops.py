"""One hop of a chain before it is a Link, and the zone of the page in which a claim's hops may stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.read.sheet import Sheet
from sayso.record import Claim, Relation, Source, Span


@dataclass(frozen=True, slots=True)
class Hop:
    """A voice on the way: `rank` orders relays, the highest outermost; `span` is where the page names it."""

    source: Source
    relation: Relation
    cue: str | None
    span: Span | None
    rank: int = 0

    @property
    def key(self) -> str:
        """What makes two hops the same voice."""
        return self.source.id


@dataclass(frozen=True, slots=True)
class Zone:
    """The stretches of a claim's sentences that attribute: all but its content and other claims' own words."""

    pieces: tuple[Span, ...]

    def holds(self, span: Span) -> bool:
        """Whether a span lies in one of the pieces."""
        return any(piece.holds(span) for piece in self.pieces)


def zone_of(sheet: Sheet, claim: Claim, near: Iterable[Claim]) -> Zone:
    """Where the hops of a claim may stand: its attributing sentences without contents and without rival speakers.

    `near` are the claims that share a sentence with it.
    """
    own = claim.cue_spans + claim.source_spans
    around = sheet.around(own or claim.content_spans[-1:])
    if around is None:
        return Zone(())
    wide = Span(min(around.start, claim.span.start), max(around.end, claim.span.end)) if own else around
    taken = list(claim.content_spans)
    center = own or claim.content_spans
    for other in near:
        if other is claim or not other.span.meets(wide) or other.manner == "own_voice" or _cites(other):
            continue
        for span in other.cue_spans + other.source_spans:
            if not any(span.meets(mine) for mine in own + claim.content_spans):
                taken.append(_beyond(span, center, wide))
    pieces = _without(around, taken)
    return Zone(tuple(pieces))


def _cites(claim: Claim) -> bool:
    """Whether a claim is only the "citing two diplomats" or the "asked by Norda" of another one."""
    words = (claim.cue or "").lower().split()
    return bool(words) and (
        words[-1] in {"citing", "quoting", "cited", "quoted"} or words[:1] + words[-1:] == ["asked", "by"]
    )


def _beyond(span: Span, own: Sequence[Span], wide: Span) -> Span:
    """A rival speaker's words and all that lies on the far side of them."""
    if span.start >= max(s.end for s in own):
        return Span(span.start, max(wide.end, span.end))
    if span.end <= min(s.start for s in own):
        return Span(min(wide.start, span.start), span.end)
    return span


def _without(whole: Span, taken: Sequence[Span]) -> list[Span]:
    out: list[Span] = []
    start = whole.start
    for span in sorted(taken):
        if span.start > start and span.start <= whole.end:
            out.append(Span(start, min(span.start, whole.end)))
        start = max(start, span.end)
    if start < whole.end:
        out.append(Span(start, whole.end))
    return out
