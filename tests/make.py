"""Builders of readings and claims for tests: spans are found by words."""

import re
from collections.abc import Sequence

from sayso.record import Capture, Claim, Manner, Page, Reading, Span, Text, make_id, page_of


def a_page(text: str, *, outlet: str | None = None, url: str | None = None) -> Page:
    """A plain-text page."""
    capture = Capture(name="a test", body=text.encode(), media_type="text/plain", outlet=outlet, url=url)
    return page_of(capture, text)


def a_reading(
    text: str,
    *,
    headline: str | None = None,
    outlet: str | None = None,
    dateline: str | None = None,
    byline: Sequence[str] = (),
) -> Reading:
    """A page with one article: its paragraphs are what blank lines part, a headline stands on the first line."""
    whole = f"{headline}\n\n{text}" if headline else text
    page = a_page(whole, outlet=outlet)
    body = tuple(Span(m.start(), m.end()) for m in re.finditer(r"\S(?:(?!\n\s*\n)[\s\S])*\S|\S", whole))
    article = Text(
        id=make_id("text", page.id),
        page_id=page.id,
        kind="article",
        span=Span(body[0].start, body[-1].end),
        headline=headline,
        headline_span=body[0] if headline else None,
        dateline=dateline,
        byline=tuple(byline),
        body=body[1:] if headline else body,
    )
    return Reading(page=page, texts=(article,))


def a_claim(
    reading: Reading,
    content: str | Sequence[str],
    *,
    source: str = "",
    cue: str = "",
    manner: Manner | None = None,
    text: Text | None = None,
) -> Claim:
    """A claim whose content (in one piece or several), cue and source are found by their words.

    The cue is the one nearest to the content and outside it, the source the one nearest to the cue. Raises
    ValueError where words are not on the page.
    """
    page = reading.page.text
    pieces = [content] if isinstance(content, str) else list(content)
    item = text or reading.texts[0]
    content_spans: list[Span] = []
    for piece in pieces:
        floor = content_spans[-1].end if content_spans else item.span.start
        start = page.index(piece, floor)
        content_spans.append(Span(start, start + len(piece)))
    cues = [_nearest(page, cue, content_spans, content_spans)] if cue else []
    sources = [_nearest(page, source, cues or content_spans, [*content_spans, *cues])] if source else []
    everything = content_spans + cues + sources
    quoted = sum(c in '“”"' for piece in pieces for c in piece)
    return Claim(
        id=make_id("claim", item.id, *content_spans),
        text_id=item.id,
        span=Span(min(s.start for s in everything), max(s.end for s in everything)),
        content=" ".join(pieces),
        content_spans=tuple(content_spans),
        cue=cue or None,
        cue_spans=tuple(cues),
        source_spans=tuple(sources),
        manner=manner or ("direct" if pieces[0][0] in '“"' else "mixed" if quoted else "indirect"),
        made_by="a test",
    )


def _nearest(page: str, words: str, near: Sequence[Span], outside: Sequence[Span]) -> Span:
    """The occurrence of whole words closest to some spans and outside others."""
    before, after = (r"(?<!\w)" if words[0].isalnum() else ""), (r"(?!\w)" if words[-1].isalnum() else "")
    pattern = re.compile(before + re.escape(words) + after)
    found = [Span(m.start(), m.end()) for m in pattern.finditer(page)]
    free = [span for span in found if not any(span.meets(other) for other in outside)]
    if not free:
        raise ValueError(f"{words!r} does not stand on the page outside the content")
    return min(free, key=lambda span: min(abs(span.start - other.start) for other in near))
