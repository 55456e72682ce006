"""An editor's correction of who said something: appended, replayed when a claim is shown, undone by a new one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sayso.errors import RecordError
from sayso.record.claim import Claim
from sayso.record.keys import source_key
from sayso.record.source import Link, Relation, Source, SourceKind
from sayso.record.span import make_id

CorrectionKind = Literal["change", "strike", "add", "undo"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What an editor corrects of one claim's chain, or of a source wherever it is named.

    `on` is a claim's id, with `hop` the place in its chain as it was read, or the key of a source (record.keys), with a
    null `hop`. `what`: change gives the voice there the `name`, `kind`, `described_as` and `relation` that are not
    null; strike takes the hop out; add puts a voice before it, at the end where `hop` is the length of the chain; undo
    takes back the correction that `undoes` names. The page's own outlet, hop 0, is not struck and has nothing before
    it. Raises RecordError for a correction that says nothing.
    """

    id: str
    on: str
    what: CorrectionKind
    by: str
    at: str
    hop: int | None = None
    name: str | None = None
    kind: SourceKind | None = None
    described_as: str | None = None
    relation: Relation | None = None
    undoes: str | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.what == "undo":
            if not self.undoes:
                raise RecordError("an undo names the correction that it takes back")
        elif self.what == "strike":
            if not self.hop:
                raise RecordError("a hop that is struck is the second of a chain or a later one")
        elif not (self.name or self.kind or self.described_as or self.relation):
            raise RecordError("a correction gives a name, a kind, a description or a relation")
        elif self.what == "add" and not (self.hop and (self.name or self.described_as)):
            raise RecordError("a voice that is added has a place behind the outlet, and a name or a description")


def standing(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The corrections that nothing has undone, in the order they were made."""
    every = list(corrections)
    undone = {one.undoes for one in every if one.what == "undo"}
    return tuple(one for one in every if one.what != "undo" and one.id not in undone)


def corrected(claim: Claim, corrections: Iterable[Correction]) -> Claim:
    """The claim as it was read, with the corrections on it or on its sources replayed; the same one without any."""
    found = tuple(link for links in places(claim, corrections) for link in links)
    return claim if found == claim.chain else replace(claim, chain=found)


def places(claim: Claim, corrections: Iterable[Correction]) -> tuple[tuple[Link, ...], ...]:
    """At each place of a chain as it was read what stands there now, and behind the last what was added there.

    The voice that was read stands last at its place, unless it was struck.
    """
    chain: list[list[Link]] = [[link] for link in claim.chain] + [[]]  # at each place what stands there now
    for one in standing(corrections):
        if one.hop is None:
            chain = [[_renamed(link, one, everywhere=True) for link in links] for links in chain]
        elif one.on == claim.id and one.hop < len(chain):
            chain[one.hop] = _at(chain[one.hop], one)
    return tuple(map(tuple, chain))


def _at(links: Sequence[Link], one: Correction) -> list[Link]:
    """What stands at a place after a correction of it; the hop that was read there is the last one."""
    if one.what == "strike":
        return list(links[:-1])
    if one.what == "add":
        kind = one.kind or ("person" if one.name else "unnamed")
        source = Source(id=make_id("source", kind, one.name or one.id), kind=kind, name=one.name,
                        described_as=one.described_as)  # fmt: skip
        return [Link(source=source, relation=one.relation or "told"), *links]
    return [*links[:-1], *(_renamed(link, one) for link in links[-1:])]


def _renamed(link: Link, one: Correction, *, everywhere: bool = False) -> Link:
    source = link.source
    if everywhere and source_key(source) != one.on:
        return link
    name, kind = one.name or source.name, one.kind or source.kind
    other = (name, kind) != (source.name, source.kind)
    changed = replace(
        source,
        id=make_id("source", kind, name) if other and name else source.id,
        name=name,
        kind=kind,
        described_as=one.described_as or source.described_as,
        entity_id=None if other else source.entity_id,
        anonymity="named" if one.name else source.anonymity,
    )
    return replace(link, source=changed, relation=one.relation or link.relation)
