"""The places that a page may name, by name: every mention of one, and what stands around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from sayso.read.places.find import Found
from sayso.read.places.gazetteer import Gazetteer, Lead, Row

GROUPS: Final = 200  # names of one page that are looked at together, so that a hostile page stays linear
LEADS: Final = 40  # places of one name that are weighed


@dataclass(slots=True)
class Named:
    """One name of a page: its mentions, the places it may mean, the rows that stand beside it as what it lies in.

    `likely` says whether something on the page speaks for a place ("in Tula"), `made` what the word behind it makes of
    it ("Tula region"), `parted` whether the page speaks of a part of it ("southern Gaza"); `shares` are those of leads.
    """

    fold: str
    leads: tuple[Lead, ...]
    found: list[Found] = field(default_factory=list)
    within: set[int] = field(default_factory=set)
    likely: bool = False
    made: str = ""
    parted: bool = False
    shares: list[float] = field(default_factory=list)

    @property
    def weight(self) -> float:
        """How much it tells of the others: often named, and likely a place."""
        return min(3, len(self.found)) * (1.0 if self.likely else 0.25)

    @property
    def best(self) -> int:
        """The lead with the greatest share."""
        return max(range(len(self.leads)), key=lambda k: self.shares[k])


def named_of(found: Sequence[Found]) -> list[Named]:
    """The names of a page in the order of their first mention, the first GROUPS of them."""
    out: dict[str, Named] = {}
    for one in found:
        if one.fold not in out and len(out) == GROUPS:
            continue
        leads = one.leads if len(one.leads) <= LEADS else tuple(sorted(one.leads, key=_size)[:LEADS])
        named = out.setdefault(one.fold, Named(one.fold, leads, made=one.made))
        named.found.append(one)
    return list(out.values())


def _size(lead: Lead) -> tuple[bool, int]:
    return lead.row.kind == "district", -lead.row.people


def above(book: Gazetteer, row: Row) -> Iterator[int]:
    """The numbers of the places around a place."""
    return (one.number for one in book.around(row))
