"""Builders of whole pages, read by hand, so that a test of keeping says only what it is about.

    reading, capture = kept(story("Gates opened", "It rose, Ana Reth said.", says=[said("It rose", "Ana Reth")]))

Claims are found by their words in the page; ids are hashes, as everywhere. Outlets and people are invented.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.record import (
    Capture,
    Claim,
    Link,
    Manner,
    Mode,
    Quantity,
    Reading,
    Source,
    SourceKind,
    Span,
    Stance,
    Text,
    TextKind,
    When,
    make_id,
    page_of,
)

READERS = ("anatomy@1", "claims@1")


@dataclass(frozen=True, kw_only=True)
class Said:
    """One claim of a story, by its words."""

    content: str
    by: str | None = None
    kind: SourceKind = "person"
    through: Sequence[str] = ()
    described_as: str | None = None
    stance: Stance = "asserts"
    manner: Manner = "indirect"
    mode: Mode = "statement"


@dataclass(frozen=True, kw_only=True)
class Item:
    """One story item."""

    headline: str | None
    paragraphs: tuple[str, ...]
    kind: TextKind = "article"
    published: str | None = None
    updated: str | None = None
    byline: tuple[str, ...] = ()
    url: str | None = None
    says: Sequence[Said] = ()


def said(
    content: str,
    by: str | None = None,
    *,
    kind: SourceKind | None = None,
    through: Sequence[str] = (),
    described_as: str | None = None,
    stance: Stance = "asserts",
) -> Said:
    """A claim of words that stand in the story; without `by`, an unnamed source's."""
    kind = kind or ("person" if by else "unnamed")
    return Said(content=content, by=by, kind=kind, through=through, described_as=described_as, stance=stance)


def own(content: str, *, through: Sequence[str] = (), stance: Stance = "asserts") -> Said:
    """A sentence in the outlet's own voice, or relayed from outlets that it names."""
    manner: Manner = "indirect" if through else "own_voice"
    return Said(content=content, kind="outlet", through=through, stance=stance, manner=manner)


def story(
    headline: str | None,
    *paragraphs: str,
    kind: TextKind = "article",
    published: str | None = None,
    updated: str | None = None,
    byline: tuple[str, ...] = (),
    url: str | None = None,
    says: Sequence[Said] = (),
) -> Item:
    """A story item; times are ISO, of a day or of a minute."""
    times = {"published": published, "updated": updated}
    return Item(headline=headline, paragraphs=paragraphs, kind=kind, byline=byline, url=url, says=says, **times)


def when(iso: str | None) -> When | None:
    """The day or the minute an ISO time names."""
    if iso is None:
        return None
    return When(earliest=iso, latest=iso, grain="day" if len(iso) == 10 else "minute")


def kept(
    *items: Item,
    url: str | None = None,
    outlet: str | None = None,
    captured: str | None = "2031-03-04T21:00:00+00:00",
    name: str = "page.txt",
    made_by: tuple[str, ...] = READERS,
) -> tuple[Reading, Capture]:
    """A page with the items, as a reading and the capture it was read from."""
    words = "\n\n".join("\n".join(filter(None, (item.headline, *item.paragraphs))) for item in items)
    told = {"url": url, "outlet": outlet, "captured": captured}
    capture = Capture(name=name, body=words.encode(), media_type="text/plain", **told)
    page = page_of(capture, words)
    texts: list[Text] = []
    claims: list[Claim] = []
    start = 0
    for item in items:
        text = _text(item, page.id, words, start)
        texts.append(text)
        claims += [_claim(one, text, words, outlet, at) for at, one in enumerate(item.says)]
        start = text.span.end
    return Reading(page=page, texts=tuple(texts), claims=tuple(claims), made_by=made_by), capture


def again(reading: Reading, *made_by: str) -> Reading:
    """The same page read by other readers."""
    return replace(reading, made_by=made_by)


def _text(item: Item, page_id: str, words: str, start: int) -> Text:
    spans = []
    for block in filter(None, (item.headline, *item.paragraphs)):
        start = words.index(block, start)
        spans.append(Span(start, start + len(block)))
        start += len(block)
    return Text(
        id=make_id("text", page_id, item.kind, spans[0].start),
        page_id=page_id,
        kind=item.kind,
        span=Span(spans[0].start, spans[-1].end),
        headline=item.headline,
        headline_span=spans[0] if item.headline else None,
        byline=item.byline,
        published=when(item.published),
        updated=when(item.updated),
        body=tuple(spans[1:] if item.headline else spans),
        url=item.url,
    )


def _claim(one: Said, text: Text, words: str, outlet: str | None, at: int) -> Claim:
    start = words.index(one.content, text.span.start)
    span = Span(start, start + len(one.content))
    speaker = Source(
        id=make_id("source", one.kind, one.by or f"{text.id} {at}"),
        kind=one.kind,
        name=one.by,
        described_as=one.described_as,
    )
    relays = [Source(id=make_id("source", "outlet", name), kind="outlet", name=name) for name in one.through]
    home = Source(id=make_id("source", "outlet", outlet or text.page_id), kind="outlet", name=outlet)
    return Claim(
        id=make_id("claim", text.id, span.start, at),
        text_id=text.id,
        span=span,
        content=one.content,
        content_spans=(span,),
        chain=(
            Link(source=home, relation="published"),
            *(Link(source=relay, relation="reported") for relay in relays),
            *((Link(source=speaker, relation="told"),) if one.kind != "outlet" else ()),
        ),
        mode=one.mode,
        manner=one.manner,
        stance=one.stance,
        quantities=_quantities(one.content, start),
        made_by="claims@1",
    )


def _quantities(content: str, start: int) -> tuple[Quantity, ...]:
    """Figures with the plain word that they count: "340 jobs"."""
    found = re.finditer(r"(?<!\S)(\d+) ([a-z]+)", content)
    return tuple(
        Quantity(
            span=Span(start + one.start(), start + one.end()), low=float(one[1]), high=float(one[1]), counts=one[2]
        )
        for one in found
    )


# A named voice, unnamed sources through an outlet, and a sentence of the outlet itself.
DAM = story(
    "Gates opened at Sorrel",
    "Two gates were opened, Ana Reth said. The river rose by a metre, sources told the Courier. It rained.",
    published="2031-03-04T20:00",
    says=[
        said("Two gates were opened", "Ana Reth"),
        said("The river rose by a metre", through=["Courier"], described_as="sources in the ministry"),
        own("It rained"),
    ],
)
