"""Who says what in a text, without the record: spans and chances."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.read.link import Linked, Tuning, link
from sayso.read.model import Encoder, Thought, encoder
from sayso.read.pieces import Pieces, Span
from sayso.read.quotes import paragraphs

TUNING = Tuning()
STRETCH = 40_000  # characters


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution: spans `[start, end)` of code points into the text; any role but content may be empty.

    `sure` is the chance, in [0, 1], that cue and content are right; `source_sure` that the source (or its lack) is.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    sure: float
    source_sure: float


def attributions(
    text: str, blocks: Sequence[Span] | None = None, *, model: Encoder | None = None, tuning: Tuning = TUNING
) -> list[Attribution]:
    """Find who says what in `blocks` of `text` (paragraph spans in reading order; default: its lines).

    In the order of the cues. Raises ModelError if the model that ships with Sayso cannot be loaded.
    """
    model = model or encoder()
    blocks = paragraphs(text) if blocks is None else blocks
    return [one for some in _stretches(blocks) for one in lettered(text, model(text, some), tuning)]


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


def lettered(text: str, thought: Thought, tuning: Tuning = TUNING) -> list[Attribution]:
    """Give the attributions in what the network thought of `text`."""
    found = (_attribution(text, thought.pieces, one) for one in link(thought, tuning))
    return [one for one in found if one.content]


def _attribution(text: str, row: Pieces, one: Linked) -> Attribution:
    """Turn runs of pieces into spans of characters."""

    def span(run: Span) -> Span:
        return int(row.starts[run[0]]), int(row.ends[run[1] - 1])

    contents = [trimmed for run in one.contents if (trimmed := _trimmed(text, span(run)))]
    return Attribution(
        source=(span(one.source),) if one.source else (),
        cue=(span(one.cue),),
        content=tuple(contents),
        sure=round(one.sure, 4),
        source_sure=round(one.source_sure, 4),
    )


def _trimmed(text: str, span: Span) -> Span | None:
    """Take white space and stray commas off a content; None where no word is left."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:("):
        end -= 1
    return (start, end) if any(c.isalnum() for c in text[start:end]) else None
