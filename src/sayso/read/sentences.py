"""Sentences of headlines and bodies, never across two parts."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.read.words import phrases
from sayso.record import Reading, Span, Text

NEVER = frozenset(phrases("sentences", "never"))
MAYBE = frozenset(phrases("sentences", "maybe"))
LONGEST = 2000  # characters; what is longer is no sentence but a table or an attack
STARTERS = frozenset(phrases("sentences", "starters"))

_BLANK = re.compile(r"\n[ \t\r\f\v]*\n\s*")
_STOP = re.compile(r"""(?<![.!?…。])(?:\.{2,}+|[.!?…。]+)(?:''|["'”’»)\]\u2033]){0,4}(?=\s)""")
_BEFORE = re.compile(r"[^\s\"'“”‘’«»()\[\]—–/]{1,24}$")
_NEXT = re.compile(r"[\s\"'“‘«»„(\[`—–-]{0,8}([^\W_]+(?:['’.-][^\W_]+)*)?")
_SAYS = re.compile(
    r"\s+(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asked|asks|wrote|writes|told|replied|shouted|added|cried|tweeted)\b"
)
_DIGITS = re.compile(r"\(?\d{1,3}\.$")


class Sentences:
    """Splits every headline and every body span into sentences, in reading order."""

    name, version = "sentences", "1"
    needs: tuple[str, ...] = ("texts",)
    gives: tuple[str, ...] = ("sentences",)

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its sentences."""
        found = {s for text in reading.texts for block in _blocks(text) for s in split(reading.page.text, block)}
        return replace(reading, sentences=tuple(sorted(found)))


def split(text: str, block: Span) -> Iterator[Span]:
    """The sentences of `text` inside `block`, without the white space around them."""
    start = block.start
    for border in _BLANK.finditer(text, block.start, block.end):
        yield from _run(text, start, border.start())
        start = border.end()
    yield from _run(text, start, block.end)


def _blocks(text: Text) -> Iterator[Span]:
    if text.headline_span:
        yield text.headline_span
    yield from text.body


def _run(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of a stretch without blank lines."""
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, start, stop, end):
            yield from _short(text, start, stop.end())
            start = stop.end()
    yield from _short(text, start, end)


def _short(text: str, start: int, end: int) -> Iterator[Span]:
    """One sentence, cut at white space where it is longer than any sentence is."""
    while end - start > LONGEST:
        cut = max(text.rfind(" ", start + LONGEST // 2, start + LONGEST), start + LONGEST // 2)
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Whether the sentence that began at `start` ends with this stop."""
    sign = stop.group()
    after = _NEXT.match(text, stop.end(), end)
    word = (after and after.group(1)) or ""
    if not word:
        return True
    if word[0].islower() and not _camel(word):
        return False
    if sign[0] in "!?" and len(sign) > 1 and sign[-1] in "\"'”’»":
        return not _SAYS.match(text, stop.end(), end)
    if sign != ".":
        return True
    before = _BEFORE.search(text, max(start, stop.start() - 24), stop.start())
    return _stops(text, start, before.group() if before else "", word, stop)


def _stops(text: str, start: int, before: str, word: str, stop: re.Match[str]) -> bool:
    """Whether a single full stop after `before`, with `word` next, is more than the mark of an abbreviation."""
    known = before.lower().lstrip(".-")
    starts = word.lower() in STARTERS or word.lower().partition("’")[0].partition("'")[0] in STARTERS
    if known in NEVER:
        return known in {"no", "st"} and starts and not word[0].isdigit()
    opens = text[stop.end() : stop.end() + 3].strip()[:1] in {'"', "“", "`", "«"}
    if known in MAYBE:
        return starts or opens
    if len(before) == 1 and before.isupper():
        return starts or opens or text[max(start, stop.start() - 4) : stop.start()] == "on X"  # the platform
    if re.fullmatch(r"(?:[^\W\d_]\.){1,5}[^\W\d_]", before):
        return starts
    numbered = _DIGITS.fullmatch(before + ".") and text[start : stop.end()].strip() == before + "."
    return not numbered  # the number of a list item ends nothing


def _camel(word: str) -> bool:
    """A name that is spelled with a small letter first (iPhone, eBay)."""
    return word[1:2].isupper()
