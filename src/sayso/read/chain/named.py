"""The name that a source's own words give beside a description: in an apposition, or as what somebody goes by."""

import re

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


def apposed(
    sheet: Sheet, core: list[Word], parts: list[list[Word]], names: list[Mention], *, plural: bool
) -> Mention | None:
    """The name of somebody that ends an apposition ("one of them, Ada Lind", "A passenger, the teacher Ada Lind,")."""
    low = tuple(word.low for word in core)
    many = plural or head_kind(low) in {"office", "organisation", "document"}
    for part in parts:
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


def goes_by(text: str, span: Span, mention: Mention) -> bool:
    """Whether a name is the only one given of whom the words describe ("a moderator who goes by Little Owl")."""
    return bool(_ALIAS.search(text, span.start, mention.span.start))


def past_clock(text: str, span: Span) -> Span:
    """The words without the clock of a live feed's post before them ("9:52 p.m. The port says")."""
    clock = _CLOCK.match(text, span.start, span.end - 1)
    return Span(clock.end(), span.end) if clock else span
