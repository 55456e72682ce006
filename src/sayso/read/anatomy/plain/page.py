"""A plain-text capture (a crawler's dump of a page) taken apart: rows → classes → items → parts and texts."""

from dataclasses import replace

from sayso.read.anatomy.byline import names
from sayso.read.anatomy.clocks import date_feed, when
from sayso.read.anatomy.decode import decode
from sayso.read.anatomy.language import language
from sayso.read.anatomy.plain.draft import Draft
from sayso.read.anatomy.plain.header import Header, iso, split
from sayso.read.anatomy.plain.layout import Layout
from sayso.read.anatomy.plain.lines import Row, rows
from sayso.read.anatomy.plain.sort import Sorted, sort
from sayso.read.anatomy.stamps import Stamp, stamps
from sayso.record import Capture, Page, Part, PartKind, Reading, Span, Text, When, make_id, page_of

FEW = 3  # words of the shortest sentence that stands for itself
_UNSAID = ("furniture", "label", "notice", "rule")
LIVE = 3  # paragraphs that a live blog's introduction has at most

Pieces = list[tuple[int, int, PartKind, str | None]]


def take_apart_plain(capture: Capture) -> Reading:
    """A reading with page, parts and texts; `page.text` is the decoded capture, unchanged.

    The parts hold every character that is not blank, each once, in order. Raises CaptureError for bytes that are no
    text.
    """
    text = decode(capture)
    dumps = split(rows(text))
    told = dumps[0][0]
    page = page_of(capture, text, outlet=told.get("outlet"), url=told.get("url"), captured=iso(told.get("captured")))
    pieces: Pieces = []
    texts: list[Text] = []
    for one, own in dumps:
        lines = [sort(row) for row in _rest(own, one, text)]
        layout = Layout(lines, one.get("headline"))
        loose: Pieces = [(start, end, kind, None) for start, end, kind in layout.loose]
        found = _texts([draft for draft in layout.items if draft.pieces], page, one, loose)
        if not found and (bare := _bare(lines)).body:
            loose = []
            found = _texts([bare], page, one, loose)
        pieces += loose
        texts += found
    return Reading(page=page, parts=_parts(text, pieces), texts=tuple(texts))


def _bare(lines: list[Sorted]) -> Draft:
    """The sentences of a capture that has no other sign of a story: somebody's words without a page around them."""
    draft = Draft(kind="article")
    for line in lines:
        if line.words >= FEW and line.kind not in _UNSAID and line.row.ends_sentence():
            draft.text(line, "paragraph")
    return draft


def _rest(found: tuple[Row, ...], told: Header, text: str) -> list[Row]:
    """The rows below the crawler's header, the rest of a row that it shares with the page included."""
    rest = list(found[told.used :])
    if told.cut and rest:
        row = rest[0]
        tail = text[told.cut : row.end]
        start = told.cut + len(tail) - len(tail.lstrip())
        rest[:1] = [Row(start, row.end, text[start : row.end], row.gap)] if tail.strip() else []
    return rest


def _texts(drafts: list[Draft], page: Page, told: Header, pieces: Pieces) -> tuple[Text, ...]:
    first = next((draft for draft in drafts if draft.kind == "article"), None)
    body = " ".join(span.of(page.text) for draft in drafts for span in draft.body[:6])
    spoken = language(body[:4000])
    feeds = _feed_times(drafts, _anchor(first, page, told), page.captured)
    texts = []
    for k, draft in enumerate(drafts):
        if draft.headline is None and not draft.body and not draft.captions and draft.kind != "article":
            pieces.extend((start, end, "furniture", None) for start, end, _ in draft.pieces)
            continue
        if draft is first and not _is_story(draft):
            pieces.extend((start, end, _orphan(kind), None) for start, end, kind in draft.pieces)
            continue
        text = _text(draft, page, told if draft is first else Header(), feeds.get(k))
        text = text if text.language else replace(text, language=spoken)
        texts.append(text)
        pieces.extend((start, end, kind, text.id) for start, end, kind in draft.pieces)
    return tuple(sorted(texts, key=lambda text: text.span.start))


def _is_story(draft: Draft) -> bool:
    return bool(draft.body or draft.headline)


def _orphan(kind: PartKind) -> PartKind:
    return kind if kind in ("apparatus", "disclosure") else "furniture"


def _text(draft: Draft, page: Page, told: Header, feed: tuple[When | None, When | None] | None) -> Text:
    start = min(piece[0] for piece in draft.pieces)
    end = max(piece[1] for piece in draft.pieces)
    published, updated = feed or _times(draft, page, told)
    own = draft.kind == "article"
    headline = draft.headline
    if own and headline is None and "headline" in told.values:
        headline = Span(*told.values["headline"][1:])
    body = tuple(sorted(draft.body))
    words = " ".join(span.of(page.text) for span in body[:12]) or (headline.of(page.text) if headline else "")
    return Text(
        id=make_id("text", page.id, draft.kind, start),
        page_id=page.id,
        kind=draft.kind,
        span=Span(start, end),
        headline=" ".join(headline.of(page.text).split()) if headline else None,
        headline_span=headline,
        byline=tuple(draft.names) or _told_names(told),
        published=published,
        updated=updated,
        reading_minutes=draft.minutes,
        captions=tuple(draft.captions),
        disclosures=tuple(draft.disclosures),
        dateline=draft.dateline,
        section=draft.section or told.get("section"),
        language=language(words) or (told.get("language") or "")[:2].lower() or None,
        body=body,
        url=(told.get("url") or page.url) if own else None,
    )


def _told_names(told: Header) -> tuple[str, ...]:
    return names(told.get("byline") or "")


def _anchor(article: Draft | None, page: Page, told: Header) -> str | None:
    """The ISO time that a feed's bare clocks count from: the article's, or the capture's."""
    if article:
        published, updated = _times(article, page, told)
        if updated and updated.earliest and len(article.body) <= LIVE:
            return updated.earliest  # a live blog's newest post is of the day of its last update
        if published and published.earliest:
            return published.latest if published.grain == "month" else published.earliest
    return page.captured


def _times(draft: Draft, page: Page, told: Header) -> tuple[When | None, When | None]:
    """When an item was published and updated: as it says itself, else as its dateline or the crawler's header says."""
    captured = page.captured
    published = when(*draft.published, anchor=captured) if draft.published else None
    if published is None and draft.dateline and draft.dateline_span:
        published = _from_dateline(draft.dateline, draft.dateline_span)
    published = published or _told(told, "published")
    anchor = published.earliest if published and published.earliest else captured
    updated = None
    if draft.updated:
        stamp, span = draft.updated
        updated = (
            when(stamp, span, anchor=captured if stamp.ago else anchor)
            if stamp
            else When(earliest=None, latest=None, grain=None, span=span)
        )
    return published, updated or _told(told, "updated")


def _from_dateline(dateline: str, span: Span) -> When | None:
    """The full date in a dateline; a day without its year is left to the readers of the line."""
    for stamp in stamps(dateline):
        if stamp.day:
            return when(stamp, Span(span.start + stamp.start, span.start + stamp.end))
    return None


def _told(told: Header, key: str) -> When | None:
    if key not in told.values:
        return None
    words, start, _ = told.values[key]
    first = next(iter(stamps(words)), None)
    return when(first, Span(start + first.start, start + first.end)) if first else None


def _feed_times(
    drafts: list[Draft], anchor: str | None, captured: str | None
) -> dict[int, tuple[When | None, When | None]]:
    """(published, updated) of every brief, feed by feed, by its place among the drafts."""
    times: dict[int, tuple[When | None, When | None]] = {}
    for feed in sorted({draft.feed for draft in drafts if draft.kind == "brief"}):
        places = [k for k, draft in enumerate(drafts) if draft.kind == "brief" and draft.feed == feed]
        clocks: list[tuple[Stamp | None, Span | None]] = []
        owners: list[int | None] = []
        for k, before in zip(places, [None, *places], strict=False):
            day = drafts[k].day
            if day and (before is None or drafts[before].day != day):
                clocks.append(day)
                owners.append(None)
            clocks.append(drafts[k].published or (None, None))
            owners.append(k)
        for owner, published in zip(owners, date_feed(clocks, anchor, captured=captured), strict=True):
            if owner is None:
                continue
            times[owner] = (published, _updated(drafts[owner].updated, published, anchor))
    return times


def _updated(mark: tuple[Stamp | None, Span] | None, published: When | None, anchor: str | None) -> When | None:
    if mark is None:
        return None
    stamp, span = mark
    if stamp is None:
        return When(earliest=None, latest=None, grain=None, span=span)
    return when(stamp, span, anchor=published.earliest if published and published.earliest else anchor)


def _parts(text: str, pieces: Pieces) -> tuple[Part, ...]:
    """Parts that hold every character which is not blank: what no piece took is furniture."""
    parts: list[Part] = []
    at = 0
    for start, end, kind, text_id in sorted(pieces):
        start = max(start, at)
        if start >= end:
            continue
        parts.extend(_between(text, at, start))
        parts.extend(_trimmed(text, start, end, kind, text_id))
        at = end
    parts.extend(_between(text, at, len(text)))
    return tuple(parts)


def _between(text: str, start: int, end: int) -> list[Part]:
    """What stands between two pieces, one part a line."""
    found: list[Part] = []
    if not text[start:end].strip():
        return found
    for row in rows(text[start:end]):
        found.extend(_trimmed(text, start + row.start, start + row.end, "furniture", None))
    return found


def _trimmed(text: str, start: int, end: int, kind: PartKind, text_id: str | None) -> list[Part]:
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
    return [Part(span=Span(start, end), kind=kind, text_id=text_id)] if start < end else []
