"""Who speaks, and the hops by which it reached the page."""

from dataclasses import dataclass
from typing import Literal

from sayso.errors import RecordError
from sayso.record.span import Span
from sayso.record.when import When

SourceKind = Literal["person", "organisation", "office", "document", "outlet", "crowd", "unnamed"]
Relation = Literal["told", "reported", "quoted", "cited", "republished", "published", "witnessed"]
UsedAs = Literal["place", "government"]
Anonymity = Literal["named", "described", "affiliated", "vague", "nobody"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A voice. Unnamed is a kind, not a null.

    `described_as` keeps the words of the page ("foreign policy spokesperson", "sources familiar with the matter").
    `count` is (low, high): "a source" (1, 1), "two sources" (2, 2), "sources" (2, None), "several" (3, None), or null.
    `used_as` is government where a capital or country stands for its government ("Moscow claimed").
    `anonymity`: named, described (one holder of an office, one body or paper: "the mayor"), affiliated (the side is
    told: "a senior defence official"), vague ("a source"), nobody ("it was reported"); null before it is read.
    """

    id: str
    kind: SourceKind
    name: str | None = None
    described_as: str | None = None
    count: tuple[int, int | None] | None = None
    entity_id: str | None = None
    used_as: UsedAs | None = None
    anonymity: Anonymity | None = None

    def __post_init__(self) -> None:
        if self.count and self.count[1] is not None and self.count[0] > self.count[1]:
            raise RecordError(f"a count of sources runs from low to high, not {self.count}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One hop of a chain: the source, how the word left it (`relation`, with the `cue` as printed), where and when.

    `span` is where the page names the hop; null for the page's own outlet.
    """

    source: Source
    relation: Relation
    cue: str | None = None
    span: Span | None = None
    at: When | None = None
