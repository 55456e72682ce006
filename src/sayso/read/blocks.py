"""The stretch of a page around a span: the headline, paragraph or caption it stands in."""

from bisect import bisect_right

from sayso.record import Reading, Span, Text


class Blocks:
    """Headlines, body spans and captions of a reading, in page order."""

    def __init__(self, reading: Reading) -> None:
        found: dict[Span, tuple[Text | None, bool]] = {}
        for text in reading.texts:
            for span in (*((text.headline_span,) if text.headline_span else ()), *text.body):
                found.setdefault(span, (text, False))
            for caption in text.captions:
                found.setdefault(caption.span, (text, True))
        self.spans = sorted(found)
        self.found = found
        self.starts = [span.start for span in self.spans]

    def around(self, span: Span) -> Span:
        """The block that holds `span`; the span itself where none does."""
        k = bisect_right(self.starts, span.start) - 1
        return self.spans[k] if k >= 0 and self.spans[k].holds(span) else span

    def text_of(self, block: Span) -> Text | None:
        """The story item that a block belongs to."""
        return self.found.get(block, (None, False))[0]

    def is_caption(self, block: Span) -> bool:
        """Whether a block is a picture's caption."""
        return self.found.get(block, (None, False))[1]
