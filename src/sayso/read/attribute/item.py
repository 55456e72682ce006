"""One story item as the rules beside the learned model see it: its blocks, sentences and quotations, in page places."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.read.attribute.attributions import Attribution
from sayso.read.attribute.quotes import Quotation, quotations
from sayso.read.names.runs import Word, words_of
from sayso.read.sheet import Sheet
from sayso.record import Span, Text

Place = tuple[int, int]
CLOCK = re.compile(
    r"\s*(?:\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)(?:\s(?:GMT|UTC|BST|CET|ET|EST|EDT|PT))?\s*(?:[—–:|-]\s*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Item:
    """A story item of a page: `blocks` are its headline and paragraphs in the order of the page."""

    sheet: Sheet
    text: Text
    blocks: tuple[Place, ...]

    @property
    def page(self) -> str:
        """The words of the whole page."""
        return self.sheet.text

    @cached_property
    def quotes(self) -> list[Quotation]:
        """The quotations of the blocks that hold any words, in order."""
        return [q for q in quotations(self.page, self.blocks)[1] if q.words[0] < q.words[1]]

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences of the blocks, in order."""
        return [s for start, end in self.blocks for s in self.sheet.sentences_in(Span(start, end))]

    @cached_property
    def headline(self) -> Place | None:
        """Where the headline stands."""
        span = self.text.headline_span
        return (span.start, span.end) if span else None

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    @cached_property
    def _quote_ends(self) -> list[int]:
        return [q.end for q in self.quotes]

    def block_at(self, place: int) -> int:
        """The number of the block that holds a place, or of the last one before it."""
        return max(0, bisect_right(self.blocks, (place, len(self.page) + 1)) - 1)

    def sentence_after(self, place: int) -> Span | None:
        """The first sentence that ends after `place`, from there on, without the white space and marks before it."""
        k = bisect_right(self._starts, place)
        if k and self.sentences[k - 1].end > place and self.page[place : self.sentences[k - 1].end].strip(" ”\"'»)"):
            return Span(place, self.sentences[k - 1].end)
        return self.sentences[k] if k < len(self.sentences) else None

    def sentences_before(self, place: int, most: int) -> list[Span]:
        """Up to `most` sentences that begin before `place`, the nearest first, the first of them up to `place`."""
        k = bisect_left(self._starts, place)
        return [Span(s.start, min(s.end, place)) for s in reversed(self.sentences[max(0, k - most) : k])]

    def sentence_at(self, place: int) -> Span | None:
        """The sentence that holds a place."""
        k = bisect_right(self._starts, place) - 1
        return self.sentences[k] if k >= 0 and place < self.sentences[k].end else None

    def quotes_in(self, start: int, end: int) -> list[Quotation]:
        """The quotations that share a character with a stretch."""
        out: list[Quotation] = []
        for quote in self.quotes[bisect_right(self._quote_ends, start) :]:
            if quote.start >= end:
                break
            out.append(quote)
        return out

    def row(self, start: int, end: int, most: int = 48) -> list[Word]:
        """The first words of a stretch that stand outside quotation marks."""
        if start >= end:
            return []
        quoted = self.quotes_in(start, end)
        found = words_of(self.page, Span(start, min(end, start + 40 * most)))[: 2 * most]
        return [w for w in found if not any(q.start <= w.start < q.end for q in quoted)][:most]


@dataclass(frozen=True)
class Told:
    """The attributions found so far, looked up by place."""

    every: tuple[Attribution, ...]

    @cached_property
    def _words(self) -> list[tuple[int, int, int]]:
        """Every cue and content with the number of its attribution, by place."""
        return sorted((*span, k) for k, a in enumerate(self.every) for span in a.cue + a.content)

    @cached_property
    def _longest(self) -> int:
        return max((end - start for start, end, _ in self._words), default=0)

    def meeting(self, start: int, end: int) -> list[Attribution]:
        """The attributions whose cue or content shares a character with a stretch, in order."""
        low = bisect_left(self._words, (start - self._longest, 0, 0))
        high = bisect_left(self._words, (end, 0, 0))
        numbers = dict.fromkeys(k for a, b, k in self._words[low:high] if a < end and b > start)
        return [self.every[k] for k in numbers]

    def contents(self, start: int, end: int) -> list[Attribution]:
        """Of these, the ones whose content does."""
        return [a for a in self.meeting(start, end) if meets(a.content, (start, end))]


def meets(spans: Iterable[Place], other: Place) -> bool:
    """Whether any of the spans shares a character with the other."""
    return any(start < other[1] and other[0] < end for start, end in spans)


def ordered(found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions in the order of their cues, or contents where they have none."""
    return sorted(found, key=lambda a: (a.cue or a.content, a.content))
