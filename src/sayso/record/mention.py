"""Names on the page, kept apart from who they are."""

from dataclasses import dataclass
from typing import Literal

from sayso.record.span import Span

MentionForm = Literal["name", "title", "pronoun", "noun"]
Held = Literal["now", "former", "then", "coming", "acting"]
EntityKind = Literal["person", "organisation", "place", "outlet", "office", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One surface form on the page; `resolved_by` names the rule that tied a pronoun or a noun to its entity."""

    id: str
    span: Span
    form: MentionForm
    entity_id: str | None = None
    resolved_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """An office or a description of somebody, as the page prints it at `span`, and when it is held.

    `held` is now where nothing else is said; then ("then-mayor") at the time of what is told; coming for an elect.
    `time` is where the page prints from when to when ("since 2019"), else null.
    """

    title: str
    span: Span
    held: Held = "now"
    time: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something that mentions of one page stand for; `same_as` are ids in public registers.

    `titles` are the offices and descriptions the page gives a person or a body, as printed, in its order; `tenures`
    the same of persons, once a place, with the time they were held.
    """

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    tenures: tuple[Tenure, ...] = ()
