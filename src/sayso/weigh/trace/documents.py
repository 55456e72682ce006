"""The documents of a story item: what stands published somewhere and carries what the text passes on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.record import Reading, Source, Span, Text
from sayso.record.fold import words
from sayso.weigh.trace.papers import Papers, handled
from sayso.weigh.trace.papers import any_of as credit_words
from sayso.weigh.wordlists import tables

BEFORE = 200  # characters of a sentence before a document that can say that there is none, or whose it is

_STOP = re.compile(r"(?<=[.!?])[\"”’')\]]{0,3} |\n")
_GAP = r"[^.;:!?\n]"
_CAPITALS = re.compile(r"(?<!\w)[^\W\d_a-z][\w'’&-]{0,30}(?: [^\W\d_a-z][\w'’&-]{0,30}){0,4}")
_SIGNED = re.compile(
    r"[—–-] ?(?P<name>[^\s()@—–][^()@\n—–]{0,40}) \(@(?P<handle>\w{1,20})\)(?= [A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"
)

_OWNER = r"(?:(?:[Tt]he |[Aa]n? )?(?:[\w-]{1,20} ){0,3}[\w-]{1,30}(?:['’]s|s['’])|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)"
_SOME = r"(?:[Aa]n?|[Tt]h(?:e|is|at)|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)"


@dataclass(frozen=True, slots=True)
class Document:
    """A published document as the page names it, and where; `outlet` where its account is an outlet's."""

    said: str
    span: Span
    outlet: bool = False


def documents_in(reading: Reading, text: Text) -> tuple[Document, ...]:
    """The documents that a story item has something from, in the order of the page; a pure function."""
    papers = Papers(reading)
    found: list[Document] = []
    taken: set[int] = set()
    for body in text.body:
        for one in (*_signed(body.of(reading.page.text)), *_constructed(body.of(reading.page.text), papers)):
            place = Span(body.start + one.span.start, body.start + one.span.end)
            if taken.isdisjoint(range(place.start, place.end)):
                taken.update(range(place.start, place.end))
                found.append(Document(one.said, place, one.outlet))
    return tuple(sorted(found, key=lambda one: one.span))


def is_published(source: Source) -> bool:
    """Whether a document is more than somebody's own telling ("Reth's account of the night")."""
    run = words(source.described_as or source.name or "")
    return source.kind == "document" and not (run and run[-1] in tables("documents")["private"])


def _signed(said: str) -> Iterator[Document]:
    """Posts that stand in the text, signed "— Ana Reth (@anareth) March 5, 2026"."""
    for found in _SIGNED.finditer(said):
        name = found["name"].strip()
        yield Document(name, Span(found.start("name"), found.end("handle") + 1), handled(name, found["handle"]))


def _constructed(said: str, papers: Papers) -> Iterator[Document]:
    start = 0
    for cut in (*_STOP.finditer(said), None):
        end = cut.start() if cut else len(said)
        for one in _of_sentence(said[start:end], papers):
            yield Document(one.said, Span(start + one.span.start, start + one.span.end))
        start = cut.end() if cut else end


def _of_sentence(said: str, papers: Papers) -> Iterator[Document]:
    passes = bool(_passing().search(said))
    for patterns, there in ((_needing(), passes), (_free(), True)):
        for pattern in patterns if there else ():
            for found in pattern.finditer(said):
                before = said[max(0, found.start("doc") - BEFORE) : found.start("doc")]
                if not _never().search(before) and not _is_an_outlets(before, found["doc"], papers):
                    yield Document(found["doc"], Span(*found.span("doc")))


def _is_an_outlets(before: str, said: str, papers: Papers) -> bool:
    """Whether "its website" is that of an outlet that the sentence names before."""
    if words(said)[0] not in tables("documents")["owners"]:
        return False
    return any(papers.outlet_in(found[0]) for found in _CAPITALS.finditer(before))


@cache
def _needing() -> tuple[re.Pattern[str], ...]:
    """Constructions, "doc" the document, that count where the sentence passes something on."""
    into, platform = r"(?<!\w)(?i:on|to|from|at|in|via)", _platform()
    kinds = rf"(?:{_any('on_platform')})"
    user = r"(?: [^\W\d_]\w{0,20}[A-Z]\w{0,20}| @\w{1,20})?"  # "Reddit user OrrTheThird"
    patterns = (
        rf"{into} (?P<doc>{_OWNER} (?:[\w-]{{1,15}} ){{0,2}}?(?i:{_any('sites')}))(?!\w)",
        rf"{into} (?P<doc>the @\w{{1,20}} (?:\w{{1,15}} )?{kinds})(?!\w)",
        rf"(?<!\w)(?i:in) (?P<doc>{_SOME} {_loose()}(?i:{_any('carriers')}))(?!\w)",
        rf"(?<!\w)(?i:{_any('issues')}) (?P<doc>{_SOME} {_loose()}(?i:{_any('carriers')}))(?!\w)",
        rf"(?<!\w)(?P<doc>(?i:{_any('people')}) (?:on|of) {platform}(?:(?:, and |, | and ){platform}){{0,3}})",
        rf"(?<!\w)(?P<doc>(?:(?:{_SOME}|[Oo]ne|[Aa]nother) {_loose()})?{platform} "
        rf"(?:[a-z]{{1,12}} ){{0,2}}?{kinds}{user})(?!\w)",
    )
    return tuple(map(re.compile, patterns))


@cache
def _free() -> tuple[re.Pattern[str], ...]:
    """Constructions, "doc" the document, that pass something on by themselves."""
    platform = _platform()
    whose = r"attributed|sent|addressed|issued|released|published|posted|dated|at|in|on|from|by"
    patterns = (
        rf"(?<!\w)(?i:according to) (?P<doc>{_OWNER} (?:[\w-]{{1,15}} ){{0,2}}?(?i:{_any('sites')}))(?!\w)",
        # "shared thousands of times on" tells how far it went, not where it is from
        rf"(?<!\w)(?i:{_any('posting')}) (?:(?:(?!times ){_GAP}){{0,40}} )?(?:on|to) "
        rf"(?P<doc>{platform}(?:(?:, and |, | and ){platform}){{0,3}})",
        rf"(?<!\w)(?i:via) (?P<doc>{platform})",
        rf"(?<!\w)(?P<doc>{_SOME} {_loose()}(?i:{_any('tellers')})(?: (?:{whose}){_GAP}{{0,50}})?) "
        rf"(?:{_any('shows')})(?!\w)",
        rf"(?<!\w)(?P<doc>(?i:{_any('papers')})) (?:[a-z]{{1,15}} )?(?:{_any('got')}) by (?:the )?[A-Z]",
    )
    return tuple(map(re.compile, patterns))


def _platform() -> str:
    return rf"(?i:{credit_words('platforms').replace('|x|', '|').removesuffix('|x')})(?!\w)"  # "x" alone is a letter


def _loose() -> str:
    """Up to four words inside a document's name."""
    return rf"(?:(?!(?:{_any('small')}) )[\w’'@-]{{1,20}} ){{0,4}}?"


@cache
def _passing() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{_any('passing')})(?!\w)")


@cache
def _never() -> re.Pattern[str]:
    """What says right before a document that there was none."""
    return re.compile(rf"(?<!\w)(?i:{_any('never')})(?: [a-z]{{1,12}}){{0,3}} $")


def _any(table: str) -> str:
    return "|".join(map(re.escape, sorted(tables("documents")[table], key=len, reverse=True)))
