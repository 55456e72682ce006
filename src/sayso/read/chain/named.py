"""The name that a source's own words give beside a description: in an apposition, or as what somebody goes by."""

import re
from collections.abc import Sequence

from sayso.read.chain.counts import COUNTS, is_plural
from sayso.read.names.descriptions import BREAKS
from sayso.read.names.people import head_kind, is_person
from sayso.read.names.runs import Word
from sayso.read.sheet import Sheet
from sayso.read.verbs import any_of
from sayso.read.words import phrases
from sayso.record import Mention, Span

_ARTICLES = frozenset({"the", "a", "an"}) | frozenset(phrases("grammar", "owned"))
_ALIAS = re.compile(rf"\b(?:{any_of(phrases('people', 'goes_by'))})\s+(?:the\s+)?[“\"'‘]?$")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?[\s—–-]{1,4}", re.I)


def apposed(sheet: Sheet, core: Sequence[Word], parts: Sequence[list[Word]], names: list[Mention]) -> Mention | None:
    """The name of somebody that ends an apposition ("one of them, Ada Lind", "A passenger, the teacher Ada Lind,")."""
    low = tuple(word.low for word in core)
    if _another_s(parts[0], core) or (len(low) == 1 and low[0] in COUNTS.keys() - {"one", "another"}):
        return None
    many = is_plural(low[-1], low) or head_kind(low) in {"office", "organisation", "document"}
    for part in parts[1:4]:
        for mention in names:
            entity = sheet.entity(mention)
            if (
                entity is None
                or entity.kind == "place"
                or (many and entity.kind == "person")
                or mention.span.end - part[-1].end not in {0, 2 * part[-1].owns}
            ):
                continue
            lead = [word.low for word in part if word.end <= mention.span.start]
            if not lead or (BREAKS.isdisjoint(lead) and (lead[0] in _ARTICLES or is_person(lead))):
                return mention
    return None


def _another_s(part: Sequence[Word], core: Sequence[Word]) -> bool:
    """Whether the name after the phrase is that of somebody at its end ("the campaign of their rival, Ada Lind")."""
    body = head_kind([word.low for word in core]) in {"office", "organisation"}
    return len(part) > len(core) and (body or is_person([part[-1].low]))


def goes_by(text: str, span: Span, mention: Mention) -> bool:
    """Whether a name is the only one given of whom the words describe ("a moderator who goes by Little Owl")."""
    return bool(_ALIAS.search(text, span.start, mention.span.start))


def past_clock(text: str, span: Span) -> Span:
    """The words without the clock of a live feed's post before them ("9:52 p.m. The port says")."""
    clock = _CLOCK.match(text, span.start, span.end - 1)
    return Span(clock.end(), span.end) if clock else span
