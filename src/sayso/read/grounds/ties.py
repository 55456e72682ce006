"""Whom a pronoun, a description or a short name was tied to, by which rule, and where the full name stands."""

from bisect import bisect_left
from dataclasses import dataclass

from sayso.read.grounds.case import Desk
from sayso.record import Link, Mention, Span

RULES = {  # `Mention.resolved_by` in a reader's words
    "same sentence": "the subject of the same sentence",
    "previous speaker": "who spoke in the sentence before",
    "previous subject": "the subject of the sentence before",
    "nearest": "the nearest before it that fits",
    "same item": "the only one in the item whom it fits",
}


@dataclass(frozen=True, slots=True)
class Tie:
    """The words that were tied, the words they were tied to, and the rule as one short sentence."""

    words: Span
    to: Span | None
    rule: str


def tie(desk: Desk, link: Link) -> Tie | None:
    """How the words of a hop came to mean its source; None where they say it themselves."""
    entity_id = link.source.entity_id
    if link.span is None or entity_id is None:
        return None
    inside = [m for m in desk.sheet.mentions_in(link.span) if m.entity_id == entity_id]
    if not inside:
        return None
    named = next((m for m in inside if m.form == "name"), None)
    if named is not None:
        return _in_full(desk, named, link.source.name)
    mention = max(inside, key=lambda m: m.span.end - m.span.start)
    return _tied(desk, mention) if mention.resolved_by else None


def _tied(desk: Desk, mention: Mention) -> Tie:
    """The tie of a pronoun or a description, to the last name before it, else to the words that brought somebody in."""
    to = _where(desk, mention)
    rule = RULES.get(mention.resolved_by or "", mention.resolved_by or "")
    if to is None:
        return Tie(mention.span, None, rule)
    return Tie(mention.span, to, f"“{desk.words(mention.span)}” stands for “{desk.words(to)}”: {rule}")


def _where(desk: Desk, mention: Mention) -> Span | None:
    """The last name before a mention, or the first behind it; the same of words without a name where there is none."""
    entity_id = mention.entity_id or ""
    places = desk.names.get(entity_id) or desk.brought_in.get(entity_id) or []
    at = bisect_left(places, mention.span.start, key=lambda span: span.start)
    return places[at - 1] if at else places[0] if places else None


def _in_full(desk: Desk, mention: Mention, name: str | None) -> Tie | None:
    """Where a name that stands short here stands in full, or that a list knows what it is short for."""
    short = desk.words(mention.span)
    if name is None or short == name or name in short:
        return None
    full = desk.in_full.get((mention.entity_id or "", name))
    rule = f"“{short}” is “{name}” in full" if full else f"“{short}” is known as another name of “{name}”"
    return Tie(mention.span, full, rule)
