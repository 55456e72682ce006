"""Claims out of marked text: {source} <cue> [content], ~relay~ <<relay's cue>>, *caption*."""

import re
from dataclasses import dataclass

from sayso.record import Caption, Claim, Link, Page, Reading, Source, Span, Text, When, make_id

_MARKS = re.compile(r"<<|>>|[{}<>\[\]~]")
_NAMES = {"{": "source", "<": "cue", "[": "content", "~": "relay", "<<": "relay cue"}
_CLOSE = {"}": "{", ">": "<", "]": "[", ">>": "<<"}


@dataclass(frozen=True)
class Marked:
    """The text without its marks, and the spans that they held."""

    text: str
    spans: dict[str, list[Span]]


def unmark(marked: str) -> Marked:
    """Takes the marks out of a text."""
    text, at = "", 0
    opened: dict[str, int] = {}
    spans: dict[str, list[Span]] = {name: [] for name in _NAMES.values()}
    for mark in _MARKS.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        sign = _CLOSE.get(mark.group(), mark.group())
        if sign in opened:
            spans[_NAMES[sign]].append(Span(opened.pop(sign), len(text)))
        else:
            opened[sign] = len(text)
    return Marked(text + marked[at:], spans)


def a_marked_reading(marked: str, published: str | None = None, *, caption: bool = False) -> Reading:
    """A page of one paragraph (or caption) with one claim, the outlet's own where no cue is marked."""
    one = unmark(marked)
    whole = Span(0, len(one.text))
    spans = one.spans
    when = None
    if published:
        grain = "minute" if len(published) > 10 else "day"
        when = When(earliest=published, latest=published, grain=grain)  # type: ignore[arg-type]
    text = Text(
        id="text",
        page_id="page",
        kind="article",
        span=whole,
        published=when,
        body=() if caption else (whole,),
        captions=(Caption(text=one.text, credit=None, span=whole),) if caption else (),
    )
    page = Page(
        id="page", url=None, outlet=None, captured=None, media_type="text/plain", text=one.text, body_hash="hash"
    )
    if not spans["content"]:
        return Reading(page=page, texts=(text,), sentences=(whole,))
    claim = Claim(
        id="claim",
        text_id="text",
        span=whole,
        content=" ".join(span.of(one.text) for span in spans["content"]),
        content_spans=tuple(spans["content"]),
        cue=" ".join(span.of(one.text) for span in spans["cue"]) or None,
        cue_spans=tuple(spans["cue"]),
        source_spans=tuple(spans["source"]),
        chain=_chain(one),
        manner="indirect" if spans["cue"] else "own_voice",
    )
    return Reading(page=page, texts=(text,), sentences=(whole,), claims=(claim,))


def _chain(one: Marked) -> tuple[Link, ...]:
    """Outlet, relay, speaker."""
    out = [Link(source=Source(id="outlet", kind="outlet"), relation="published")]
    for kind, cue_kind in (("relay", "relay cue"), ("source", "cue")):
        cues = one.spans[cue_kind] or one.spans["cue"]
        for span in one.spans[kind][:1]:
            source = Source(id=make_id("source", span.of(one.text)), kind="unnamed", described_as=span.of(one.text))
            cue = cues[0].of(one.text) if cues else None
            out.append(Link(source=source, relation="told", cue=cue, span=span))
    return tuple(out)
