"""Where a story item names an outlet whose page tells the same: known by name, so that any wording will do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from sayso.record import EdgeKind, Span, Stood
from sayso.record.fold import words
from sayso.weigh.trace.papers import any_of, words_of
from sayso.weigh.trace.press import Press, name_key

MOST_LINE = 30  # words of a paragraph that is a credit and nothing else
SHORTEST = 3  # letters of an outlet's initials, or of its last word, that stand for it
BEFORE = 60  # characters before a name in which somebody is told or interviewed

_STOP = re.compile(
    r"(?<![A-Z])(?<!Dr|Mr|St|Lt)(?<!Mrs|Gov|Gen|Sen|Col)[.!?][\"”’')\]]{0,3}(?=\s+[\"“‘'(]?[^\W_a-z]|\s*$)|\n"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """An outlet as a story item names it.

    `place`: the sentence of the claim, a line that credits, a sentence that tells that the outlet had the story
    ("had"), or any other that passes something on ("text").
    """

    name: str
    kind: EdgeKind
    span: Span
    place: Literal["sentence", "line", "had", "text"]


def namings(row: Stood, press: Press) -> Iterator[Naming]:
    """The outlets in question that a claim's story item names beside its own, in the order of the page."""
    own = row.page.outlet or ""
    known = _names(press.near, tuple(_aliases(press)), own)
    if known is None:
        return
    page, sentence = row.page.text, sentence_of(row)
    for found in known.finditer(page, row.text.span.start, row.text.span.end):
        name = found["name"]
        span = Span(*found.span("name"))
        paragraph = _paragraph(page, span)
        if _credits(paragraph.of(page), name):
            yield Naming(name, "wire", span, "line")
        elif sentence.meets(span):
            yield Naming(name, _kind(page[max(sentence.start, span.start - BEFORE) : span.start]), span, "sentence")
        elif (told := {*words(_around(page, paragraph, span))}) & words_of("citing_words"):
            yield Naming(name, "cites", span, "had" if told & words_of("had_words") else "text")


def sentence_of(row: Stood) -> Span:
    """The whole sentence in which a claim stands."""
    page, span = row.page.text, row.claim.span
    paragraph = _paragraph(page, span)
    before = [stop.end() for stop in _STOP.finditer(page, paragraph.start, span.start)]
    after = _STOP.search(page, max(span.start, span.end - 1), paragraph.end)
    return Span(before[-1] if before else paragraph.start, after.end() if after else paragraph.end)


def sentence_after(row: Stood) -> str:
    """The words of the sentence that follows in the same paragraph, empty where there is none."""
    page, end = row.page.text, sentence_of(row).end
    paragraph = _paragraph(page, row.claim.span)
    while end < paragraph.end and page[end].isspace():
        end += 1
    after = _STOP.search(page, end, paragraph.end)
    return page[end : after.end() if after else paragraph.end]


def _around(page: str, paragraph: Span, span: Span) -> str:
    """The sentence of a paragraph in which a name stands."""
    before = [stop.end() for stop in _STOP.finditer(page, paragraph.start, span.start)]
    after = _STOP.search(page, span.end, paragraph.end)
    return page[before[-1] if before else paragraph.start : after.end() if after else paragraph.end]


def _paragraph(page: str, span: Span) -> Span:
    start = page.rfind("\n", 0, span.start) + 1
    end = page.find("\n", span.end - 1)
    return Span(start, end if end >= 0 else len(page))


def _credits(line: str, name: str) -> bool:
    """Whether a paragraph does nothing but say where the text is from: its plain words are all those of a credit."""
    if len(line.split()) > MOST_LINE:
        return False
    plain = {word for one in line.replace(name, " ").split() if one[:1].islower() for word in words(one)}
    return plain <= words_of("credit_words") and (bool(plain) or len(words(line)) <= len(words(name)) + 2)


def _kind(before: str) -> EdgeKind:
    return "told" if _telling().search(before) else "cites"


@lru_cache(maxsize=1)
def _telling() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{any_of('hearing')}) (?:[\w’'-]+ ){{0,4}}$")


def _aliases(press: Press) -> Iterator[str]:
    """Other names on record of the outlets in question."""
    for name in press.near:
        if known := press.outlet(name):
            yield from (known.name, *known.aliases)


@lru_cache(maxsize=256)
def _names(near: tuple[str, ...], aliases: tuple[str, ...], own: str) -> re.Pattern[str] | None:
    """A pattern of all names of the outlets in question but `own`, the longest first; null for none."""
    whole = {bare for name in (*near, *aliases) if (bare := _bare(name)) and name_key(bare) != name_key(own)}
    short = [form for name in whole for form in _short(name)]
    taken = {form for form in short if short.count(form) > 1} | set(_short(_bare(own)))
    every = whole | {form for form in short if form not in taken}
    if not every:
        return None
    return re.compile(rf"(?<![\w@])(?P<name>{'|'.join(map(re.escape, sorted(every, key=len, reverse=True)))})(?![\w@])")


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|The|THE) ", "", name.strip())


def _short(name: str) -> list[str]:
    """Short forms of an outlet's name of several words: its last word with the article, its initials."""
    run = name.split()
    if len(run) < 2:
        return []
    last = run[-1]
    forms = [f"{the} {last}" for the in ("the", "The")] if last[:1].isupper() and len(last) >= SHORTEST else []
    if any(letter.isdigit() for letter in last) and any(letter.isalpha() for letter in last):
        forms.append(last)
    initials = "".join(word[0] for word in run if word[0].isupper())
    return [*forms, initials] if len(initials) >= SHORTEST else forms
