"""Builders of the mentions of one point, so that a rule of counting is tested without grouping."""

from collections.abc import Sequence
from dataclasses import replace

from tests.make_pages import Item, Said, kept

from sayso.record import Credit, Source, SourceKind, Span, Stood
from sayso.record.moment import stood_from
from sayso.store.memory import MemoryStore
from sayso.weigh.trace.edges import edges
from sayso.weigh.trace.leans import leans
from sayso.weigh.trace.origins import Counted, Tracing
from sayso.weigh.trace.press import Press, default_press
from sayso.weigh.trace.upstream import Told, Upstream, upstream


def source(name: str | None = None, described_as: str | None = None, kind: SourceKind = "person") -> Source:
    """A speaker."""
    anonymity = "named" if name else "described"
    return Source(
        id=f"{kind} {name} {described_as}", kind=kind, name=name, described_as=described_as, anonymity=anonymity
    )


def stood(
    one: Said, line: str | None = None, *, outlet: str = "Harbour Post", minute: int = 0, **more: object
) -> Stood:
    """The first claim of a page that holds a line, as it stood from a minute after noon."""
    published = f"2031-03-04T{12 + minute // 60:02}:{minute % 60:02}"
    told = {"published": published, "says": [one], **more}
    item = Item(headline=None, paragraphs=(line or one.content,), **told)  # type: ignore[arg-type]
    host = outlet.lower().replace(" ", "")
    reading, _ = kept(
        item,
        url=f"https://{host}.example/{minute}",
        outlet=outlet,
        captured=f"{published}:30+00:00",
        name=f"{host}{minute}.txt",
    )
    claim = reading.claims[0]
    if line:
        claim = replace(claim, span=Span(0, len(line)))
    return Stood(claim, reading.page, reading.texts[0], stood_from(reading.page, reading.texts[0]), None)


def by(row: Stood, speaker: Source) -> Stood:
    """The row with another speaker at the end of its chain."""
    chain = (*row.claim.chain[:-1], replace(row.claim.chain[-1], source=speaker))
    return row._replace(claim=replace(row.claim, chain=chain))


def told_to(row: Stood, words: str) -> Stood:
    """The row with the words that name who was told."""
    at = row.page.text.index(words)
    return row._replace(claim=replace(row.claim, told_to=Span(at, at + len(words))))


def credit(row: Stood, name: str, kind: str = "cites") -> Credit:
    """A credit where the page names the outlet."""
    at = row.page.text.index(name)
    return Credit(name=name, kind=kind, span=Span(at, at + len(name)))  # type: ignore[arg-type]


def among(rows: Sequence[Stood], *cited: str) -> Press:
    """The press of the pages in question."""
    return default_press().among([row.page.outlet or "" for row in rows], cited)


def mentions(rows: Sequence[Stood], told: dict[int, Told] | None = None, *cited: str) -> list[Upstream]:
    """The upstream of every row, by what its text (at its place in `rows`) tells beside it."""
    press = among(rows, *cited)
    return [upstream(row, press, (told or {}).get(at, Told())) for at, row in enumerate(rows)]


def counted(every: Sequence[Upstream]) -> Counted:
    """The mentions, counted."""
    found = leans(every, MemoryStore())
    return Tracing(every, leans={one: up for one, (up, _, _) in found.items()}).count()


def joined(every: Sequence[Upstream]) -> list[tuple[str, str, str]]:
    """(outlet from, outlet or end to, kind) of every edge."""
    outlets = {one.row.claim.id: one.row.page.outlet or "" for one in every}
    tracing = Tracing(every)
    found = edges(every, tracing.voices, leans(every, MemoryStore()))
    return [(outlets[edge.from_], outlets.get(edge.to, edge.to), edge.kind) for edge in found]
