"""Why a claim was read as it was: for each of its fields the words and the reader that gave it."""

from dataclasses import dataclass

from sayso.record.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What one field of a claim rests on; made anew from a reading whenever it is asked for, never kept.

    `field` is the field's path in the claim's JSON ("stance", "chain[2].source.kind"). `value` is what stands there, in
    words; null where the field is. `spans` are the words of the page that gave it, the field's own first, then those it
    was tied to. `by` is the reader, as "name@version". `rule` says in one short sentence how it follows from the words.
    """

    field: str
    value: str | None
    by: str
    spans: tuple[Span, ...] = ()
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """Why one claim was read as it was.

    `claim_id` and `page_id` name the claim and its page. `grounds` are of every field, in the order in which a person
    would ask for them.
    """

    claim_id: str
    page_id: str
    grounds: tuple[Ground, ...] = ()
