"""Quotations set as blocks, with a name beside them and no verb: `"…" – Name`, `Name: "…"`.

A paragraph that is nothing but a quotation and a name says who speaks by its form alone; the network, which learned
from running text, may give such words to a speaker of the paragraph before.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.read.attribute.pieces import Span
from sayso.read.attribute.quotes import Quotation

WORD = r"[^\W\d_](?:[\w.'\u2019-]*\w)?"
BIG, SMALL = (
    rf"(?:[a-z]['\u2019])?(?=[^\W\d_a-z]){WORD}",
    r"[^\W\d_]{2,3}",
)  # "Ilse", and the "van", "of", "the" within names
FIRST = rf"(?=\w{{2}}){BIG}(?: {BIG}|(?: {SMALL}){{1,2}} {BIG}){{0,6}}"
NAME = rf"(?P<name>{FIRST}(?:, \d{{1,3}})?(?:, {WORD}(?: {WORD}){{0,8}})?)"
AFTER = re.compile(rf"\s*(?P<cue>[\u2013\u2014\u2015]|--?)\s?{NAME}\s*\.?\s*")
BEFORE = re.compile(rf"\s*{NAME}(?P<cue>:)\s*")


@dataclass(frozen=True, slots=True)
class Signed:
    """A quotation with the name set beside it, as spans of code points."""

    name: Span
    cue: Span
    content: Span


def signed(text: str, blocks: Sequence[Span], quoted: Sequence[Quotation]) -> Iterator[Signed]:
    """Find paragraphs that are one quotation and a name; the name after a dash may be a paragraph of its own."""
    for k, (start, end) in enumerate(blocks):
        here = [quote for quote in quoted if start <= quote.start and quote.end <= end]
        if len(here) != 1:
            continue
        first, last = here[0].start, here[0].end
        before, after = text[start:first].strip(), text[last:end].strip(" .")
        found: re.Match[str] | None = None
        if before and not after:
            found = BEFORE.fullmatch(text, start, first)
        elif after and not before:
            found = AFTER.fullmatch(text, last, end)
        elif not before and k + 1 < len(blocks):
            found = AFTER.fullmatch(text, *blocks[k + 1])
        if found:
            yield Signed(found.span("name"), found.span("cue"), (first, last))
