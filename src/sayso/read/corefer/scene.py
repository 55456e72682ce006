"""One story item while it is read: who is on stage, what has been tied, and who waits to be named."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from itertools import islice

from sayso.read.attribute import quotes
from sayso.read.corefer.salience import Figure, Found, Stage
from sayso.read.corefer.together import Together
from sayso.read.names.descriptions import PREPOSITIONS
from sayso.read.names.given import is_given, sex_of
from sayso.read.names.people import gender
from sayso.read.sheet import Sheet
from sayso.record import Entity, EntityKind, Mention, MentionForm, Span, Text, make_id

LEAD = 40  # characters of a source before its name ("the bank's founder Ada Lind")
_WHO = re.compile(r",?\s+who(?:se)?\b")
_AGE = re.compile(r",\s+(?:aged\s+)?(\d{1,3})\s*[,.]")


@dataclass(slots=True)
class Scene:
    """The state of one story item.

    `heard` are the words that attributions have for their sources, `waiting` are those who come on stage only if
    something is tied to them; `untied` are pronouns (sentence, place in `mentions`, sex) and `unnamed` epithets
    (sentence, entity, sex) that may be named yet.
    """

    sheet: Sheet
    text: Text
    stage: Stage
    quoted: bytearray
    heard: Sequence[Span] = ()
    mentions: list[Mention] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    together: Together = field(default_factory=Together)
    waiting: dict[str, tuple[Entity, Mention]] = field(default_factory=dict)
    untied: list[tuple[int, int, str]] = field(default_factory=list)
    unnamed: list[tuple[int, str, str | None]] = field(default_factory=list)
    pairs: dict[tuple[str, str], str] = field(default_factory=dict)
    kinds: dict[str, EntityKind] = field(default_factory=dict)

    def is_source(self, span: Span) -> bool:
        """Whether an attribution has these words, or words that begin with them, for its source."""
        first = bisect_left(self.heard, Span(max(0, span.start - LEAD), span.start + 1))
        for source in islice(self.heard, first, first + LEAD):
            if source.start > span.start:
                return False
            lead = self.sheet.text[source.start : span.start]
            if source.end >= span.end and "," not in lead and PREPOSITIONS.isdisjoint(lead.lower().split()):
                return True
        return False

    def mark(self, span: Span, form: MentionForm, entity_id: str | None, rule: str | None) -> None:
        """Keeps a mention; whoever waited for it comes on stage."""
        if entity_id in self.waiting:
            entity, first = self.waiting.pop(entity_id or "")
            self.entities.append(entity)
            self.mentions.append(first)
        self.mentions.append(mention(self.text, span, form, entity_id, rule))

    def tie(self, number: int, span: Span, form: MentionForm, found: Found, *, subject: bool, speaks: bool) -> None:
        """Keeps a mention of somebody on stage and notes that he was mentioned."""
        self.mark(span, form, *found)
        self.stage.appears(number, span.start, found[0], subject=subject, speaks=speaks)

    def becomes(self, entity_id: str, named: str) -> None:
        """Lets somebody without a name be the one who is named after all."""
        self.waiting.pop(entity_id, None)
        self.entities = [one for one in self.entities if one.id != entity_id]
        self.mentions = [
            replace(one, entity_id=named, resolved_by=one.resolved_by or "named next")
            if one.entity_id == entity_id
            else one
            for one in self.mentions
        ]
        self.stage.seen = [replace(one, who=named) if one.who == entity_id else one for one in self.stage.seen]

    def both(self, pair: tuple[str, str]) -> str:
        """The entity that two named together are, made the first time it is asked for."""
        if pair in self.pairs:
            return self.pairs[pair]
        left, right = (self.sheet.entities[one].name for one in pair)
        name = f"{left} and {right}"
        entity = Entity(id=make_id("entity", self.text.page_id, "person", name), kind="person", name=name)
        self.pairs[pair] = entity.id
        self.entities.append(entity)
        self.stage.figures[entity.id] = Figure(entity.id, "person", frozenset(), plural=True, members=pair)
        return entity.id


def mention(text: Text, span: Span, form: MentionForm, entity_id: str | None, rule: str | None) -> Mention:
    """A mention with its id."""
    ident = make_id("mention", text.page_id, span.start, span.end)
    return Mention(id=ident, span=span, form=form, entity_id=entity_id, resolved_by=rule)


def scene_of(sheet: Sheet, text: Text, figures: Mapping[str, Figure], heard: Sequence[Span]) -> Scene:
    """A story item before its first sentence is read, with everybody the page names in the wings."""
    blocks = sorted({(s.start, s.end) for s in (*text.body, *([text.headline_span] if text.headline_span else []))})
    return Scene(
        sheet,
        text,
        Stage({key: copy(figure) for key, figure in figures.items()}),
        quotes.states(sheet.text, blocks),
        heard,
    )


def figures_of(sheet: Sheet) -> dict[str, Figure]:
    """Everybody the page names."""
    ages = _ages(sheet)
    sure = {m.entity_id for m in sheet.mentions if m.entity_id in ages or _WHO.match(sheet.text, m.span.end)}
    out: dict[str, Figure] = {}
    for entity in sheet.entities.values():
        words = frozenset(w.lower() for form in (entity.name, *entity.aliases) for w in re.split(r"[\s-]+", form))
        sexes = {sex for title in entity.titles if (sex := gender([w.lower().strip(".,") for w in title.split()]))}
        person = entity.kind == "person"
        name = entity.name.split()
        out[entity.id] = Figure(
            entity.id, entity.kind, words, entity.titles,
            gender=sexes.pop() if len(sexes) == 1 else None,
            likely=sex_of(name) if person else None,
            age=ages.get(entity.id),
            doubtful=person and not entity.titles and entity.id not in sure and not is_given(name[0]),
        )  # fmt: skip
    return out


def _ages(sheet: Sheet) -> Mapping[str, str]:
    """How old the page says that somebody is, by entity."""
    out: dict[str, str] = {}
    for one in sheet.mentions:
        if one.entity_id and (found := _AGE.match(sheet.text, one.span.end)):
            out.setdefault(one.entity_id, found.group(1))
    return out


def renamed(page_id: str, entities: Sequence[Entity], kinds: Mapping[str, EntityKind]) -> dict[str, Entity]:
    """Entities by their ids so far, those whose kind turned out another one with the id of that kind."""
    out: dict[str, Entity] = {}
    for one in entities:
        kind = kinds.get(one.id, one.kind)
        ident = make_id("entity", page_id, kind, one.name) if kind != one.kind else one.id
        out[one.id] = replace(one, id=ident, kind=kind)
    return out
