"""Who says what in a text, without the record: spans and chances."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.read.attribute.link import CONTENT_TAG, Tuning, link
from sayso.read.attribute.model import Encoder, Floats, Thought, encoder
from sayso.read.attribute.pieces import Ints, Pieces, Span
from sayso.read.attribute.quotes import Quotation, paragraphs, quotations
from sayso.read.attribute.signed import Signed, signed

TUNING = Tuning()
STRETCH = 40_000  # characters
SIGNED = 0.9  # how sure a quotation is whose name is set beside it: a form that is rarely anything else


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution: spans `[start, end)` of code points into the text; any role but content may be empty.

    `sure` in [0, 1] is the chance that the whole is right, `raw` the score it comes from, `source_sure` how sure the
    reader is of the source (or of its lack).
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    sure: float
    source_sure: float
    raw: float = 1.0


@dataclass(frozen=True, slots=True)
class Heard:
    """The attributions of a text; for each of its word pieces where it ends and how likely nobody is cited there."""

    attributions: tuple[Attribution, ...]
    ends: Ints
    silence: Floats

    def silent(self, span: Span) -> float:
        """Give how likely the words of a span are nobody's but the outlet's, in [0, 1]; 1 where there are none."""
        first, last = np.searchsorted(self.ends, span, "right")
        return float(self.silence[first:last].mean()) if last > first else 1.0


def attributions(
    text: str, blocks: Sequence[Span] | None = None, *, model: Encoder | None = None, tuning: Tuning = TUNING
) -> list[Attribution]:
    """Find who says what in `blocks` of `text` (paragraph spans in reading order; default: its lines).

    In the order of the cues. Raises ModelError if the model that ships with Sayso cannot be loaded.
    """
    return list(heard(text, blocks, model=model, tuning=tuning).attributions)


def heard(
    text: str, blocks: Sequence[Span] | None = None, *, model: Encoder | None = None, tuning: Tuning = TUNING
) -> Heard:
    """Find the same, and how likely it is at each place that nobody is cited."""
    model = model or encoder()
    found: list[Attribution] = []
    ends, silence = [np.zeros(0, np.int64)], [np.zeros(0, np.float32)]
    for some in _stretches(paragraphs(text) if blocks is None else blocks):
        thought = model(text, some)
        found += lettered(text, thought, tuning, some)
        ends.append(thought.pieces.ends)
        silence.append(thought.tags[CONTENT_TAG, :, 0])
    return Heard(tuple(found), np.concatenate(ends), np.concatenate(silence))


def _stretches(blocks: Sequence[Span]) -> Iterator[list[Span]]:
    """Give the blocks in stretches of at most STRETCH characters, so that memory does not grow with the page."""
    out: list[Span] = []
    for start, end in blocks:
        while end - start > STRETCH:
            yield [*out, (start, start + STRETCH)]
            out, start = [], start + STRETCH
        if out and end - out[0][0] > STRETCH:
            yield out
            out = []
        out.append((start, end))
    if out:
        yield out


def lettered(
    text: str, thought: Thought, tuning: Tuning = TUNING, blocks: Sequence[Span] | None = None
) -> list[Attribution]:
    """Give the attributions in what the network thought of `text`."""
    blocks = paragraphs(text) if blocks is None else blocks
    marks, quoted = quotations(text, blocks)
    edges = {mark.start: mark.end for mark in marks if not mark.opens}, {m.end: m.start for m in marks if m.opens}
    out = []
    for one in link(thought, tuning):
        runs = [_letters(thought.pieces, run) for run in one.contents]
        trimmed = [span for run in runs if (span := _trimmed(text, run, *edges))]
        if trimmed:
            content = tuple(_marked(text, span, quoted) for span in trimmed)
            source = (_letters(thought.pieces, one.source),) if one.source else ()
            cue = (_letters(thought.pieces, one.cue),)
            sure, raw = round(tuning.chance(one.sure), 4), round(one.sure, 4)
            out.append(Attribution(source, cue, content, sure, round(one.source_sure, 4), raw))
    return _with_signed(out, signed(text, blocks, quoted))


def _with_signed(found: list[Attribution], blocks: Iterable[Signed]) -> list[Attribution]:
    """Give a quotation that a name is set beside to that name, unless a cue in its own paragraph has it."""
    for one in blocks:
        start, end = min(one.cue[0], one.name[0], one.content[0]), max(one.name[1], one.content[1])
        if any(a.source and start <= a.cue[0][0] < end and _meet(a.content, one.content) for a in found):
            continue
        rest = [replace(a, content=tuple(s for s in a.content if not _meet((s,), one.content))) for a in found]
        made = Attribution((one.name,), (one.cue,), (one.content,), SIGNED, SIGNED)
        found = sorted([*(a for a in rest if a.content), made], key=lambda a: a.cue)
    return found


def _meet(spans: Iterable[Span], other: Span) -> bool:
    """Say whether any of the spans shares a character with the other."""
    return any(start < other[1] and other[0] < end for start, end in spans)


def _letters(row: Pieces, run: Span) -> Span:
    """Turn a run of pieces into a span of characters."""
    return int(row.starts[run[0]]), int(row.ends[run[1] - 1])


def _trimmed(text: str, span: Span, closing: dict[int, int], opening: dict[int, int]) -> Span | None:
    """Take white space, stray commas and turned-away quotation marks off a content; None where no word is left."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in ",;:" or start in closing):
        start = closing.get(start, start + 1)
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:(" or end in opening):
        end = opening.get(end, end - 1)
    return (start, end) if any(c.isalnum() for c in text[start:end]) else None


def _marked(text: str, span: Span, quoted: Sequence[Quotation]) -> Span:
    """Give a content that holds all words of a quotation both of its marks."""
    start, end = span
    for quote in quoted[bisect_left(quoted, start, key=lambda q: q.end) :]:
        if quote.start >= end:
            break
        first, last = quote.words
        lacking = text[first : max(start, first)] + text[min(end, last) : last]
        if not any(c.isalnum() for c in lacking):
            start, end = min(start, quote.start), max(end, quote.end)
    return start, end
