"""Which outlets a story item credits beside its claims: in its byline, its dateline, a credit line, "h/t the Echo"."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from sayso.record import Credit, Reading, Span, Text

_WORD = r"(?:[^\W\d_a-z]|\d)[\w'’.&!-]*"
_NAME = rf"(?:the )?({_WORD}(?: (?:of |de |do |da |la |le |du |der |and |& )?{_WORD}){{0,5}})"
_BRACKETS = re.compile(r"[(/\[|–—-]\s*([^\W\d_][^()/\[\]|–—-]{1,40})")
MOST_LINE = 90  # characters of a credit line


def credited(reading: Reading, text: Text) -> tuple[Credit, ...]:
    """The outlets a story item credits, in the order of the page; of a byline every name, be it a person's."""
    page = reading.page.text
    found = [*_byline(page, text), *_dateline(page, text), *_lines(reading, text)]
    for body in text.body:
        found += _sentences(page, body)
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


def _lines(reading: Reading, text: Text) -> Iterator[Credit]:
    """Short lines after or before the body that hold nothing but a credit."""
    page = reading.page.text
    for part in reading.parts:
        if part.text_id in (text.id, None) and part.kind not in ("headline", "caption", "credit", "furniture"):
            said = part.span.of(page)
            if len(said) <= MOST_LINE and (found := _patterns()[2].match(said)):
                start = part.span.start
                yield Credit(name=_bare(found[1]), kind="wire", span=Span(start + found.start(1), start + found.end(1)))


def _sentences(page: str, body: Span) -> Iterator[Credit]:
    said = body.of(page)
    for pattern in _patterns()[:2]:
        for found in pattern.finditer(said):
            span = Span(body.start + found.start(1), body.start + found.end(1))
            yield Credit(name=_bare(found[1]), kind="cites", span=span)


def _bare(name: str) -> str:
    return name.strip(" .,").removesuffix("'s").removesuffix("’s")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    told = tomllib.loads(files("sayso.weigh").joinpath("words/en/credits.toml").read_text("utf-8"))
    any_of = {name: "|".join(map(re.escape, sorted(row, key=len, reverse=True))) for name, row in told.items()}
    return (
        re.compile(rf"(?<!\w)(?i:{any_of['before']}):? {_NAME}"),
        re.compile(rf"(?<!\w){_NAME},? (?:which |who )?(?i:{any_of['after']})(?!\w)"),
        re.compile(rf"\W*(?i:{any_of['line']})[:\s]\s*{_NAME}\W*$"),
    )
