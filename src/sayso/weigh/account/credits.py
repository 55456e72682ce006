"""Which outlets a story item credits beside its claims: in its byline, its dateline, a credit line, "h/t the Echo"."""

import re
from collections.abc import Iterator
from functools import cache

from sayso.record import Credit, PartKind, Reading, Span, Text
from sayso.weigh.trace.crediting import ANNOUNCED, NAMES, credited_in, each
from sayso.weigh.trace.papers import Papers, any_of

_BRACKETS = re.compile(r"[(/\[|–—-]\s*([^\W\d_][^()/\[\]|–—-]{1,40})")
MOST_LINE = 90  # characters of a credit line
_PICTURES = ("headline", "caption", "furniture")  # parts whose credits are a picture's, or nobody's


def credited(reading: Reading, text: Text) -> tuple[Credit, ...]:
    """The outlets a story item credits, in the order of the page; of a byline every name, be it a person's."""
    page = reading.page.text
    papers = Papers(reading)
    found = [*_byline(page, text), *_dateline(page, text), *_lines(reading, text, papers)]
    for body in text.body:
        found += _sentences(page, body, papers)
    unique = {(one.name, one.kind, one.span): one for one in found}
    return tuple(sorted(unique.values(), key=lambda one: (one.span.start, one.name)))


def _byline(page: str, text: Text) -> Iterator[Credit]:
    for name in text.byline:
        at = page.find(name, text.span.start, text.span.end)
        at = at if at >= 0 else text.span.start
        yield Credit(name=name, kind="wire", span=Span(at, min(at + len(name), len(page))))


def _dateline(page: str, text: Text) -> Iterator[Credit]:
    if text.dateline:
        at = max(0, page.find(text.dateline, text.span.start, text.span.end))
        for found in _BRACKETS.finditer(text.dateline):
            yield Credit(name=found[1].strip(" .,"), kind="wire", span=Span(at + found.start(1), at + found.end(1)))


def _lines(reading: Reading, text: Text, papers: Papers) -> Iterator[Credit]:
    """Short lines after or before the body that hold nothing but a credit."""
    page = reading.page.text
    for part in reading.parts:
        said = part.span.of(page)
        if part.text_id in (text.id, None) and len(said) <= MOST_LINE and (found := _line_in(said, part.kind)):
            start = part.span.start
            for name, at in each(found["name"], found.start("name"), papers, sure=True):
                yield Credit(name=name, kind="wire", span=Span(start + at.start, start + at.end))


def _line_in(said: str, kind: PartKind) -> re.Match[str] | None:
    """The credit that a line is; what stands as a credit is a picture's, unless it tells of contributors."""
    if kind in _PICTURES:
        return None
    return _line("contributors" if kind == "credit" else "line").match(said)


def _sentences(page: str, body: Span, papers: Papers) -> Iterator[Credit]:
    for name, span in credited_in(body.of(page), papers, page[max(0, body.start - ANNOUNCED) : body.start]):
        yield Credit(name=name, kind="cites", span=Span(body.start + span.start, body.start + span.end))


@cache
def _line(table: str) -> re.Pattern[str]:
    return re.compile(rf"\W{{0,9}}(?i:{any_of(table)})[:\s]\s{{0,9}}{NAMES}\W*$")
