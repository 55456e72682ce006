"""Where one mention has it from: its chain, read as hops to outlets and a basis at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.record import EdgeKind, Link, Source, Span, Stood
from sayso.weigh.press import Press
from sayso.weigh.voices import is_voice

Basis = Literal["voice", "unnamed", "saw", "agency", "outlet", "none"]


@dataclass(frozen=True, slots=True)
class Hop:
    """An outlet that the page names on the way: its name, family how it is leaned on, and the words that say so."""

    name: str
    family: str
    kind: EdgeKind
    span: Span | None


@dataclass(frozen=True, slots=True)
class Upstream:
    """What a mention rests on: `hops` from the page outwards, then its `basis`.

    voice: somebody who can be held to it (`source`); unnamed: people whom the last outlet does not name; saw: that
    outlet's own eyes; agency: an agency's own page; outlet: the last outlet itself says so; none: nothing is said.
    """

    row: Stood
    family: str
    hops: tuple[Hop, ...]
    basis: Basis
    source: Source | None = None

    @property
    def teller(self) -> str:
        """The family of the outlet where the telling ends: the farthest one named, else the page's own."""
        return self.hops[-1].family if self.hops else self.family


def upstream(row: Stood, press: Press, leans_on: str | None = None) -> Upstream:
    """The upstream of a claim on its page; `leans_on` is the outlet that its text names for it elsewhere."""
    family = press.family_of(row.page)
    chain = row.claim.chain
    hops = tuple(hop for hop in _hops(chain, press) if hop.family != family)
    if not hops and leans_on and press.family(leans_on) != family:
        hops = (Hop(leans_on, press.family(leans_on), "cites", None),)
    last = chain[-1] if len(chain) > 1 else None
    if last is None or _is_own(last, family, press):
        own = chain[0].source.name if chain else None
        agency = press.is_agency(row.page.outlet or own or "")
        return Upstream(row, family, hops, "agency" if agency else "outlet" if hops else "none")
    if last.relation == "witnessed":
        return Upstream(row, family, hops, "saw", last.source)
    if last.source.kind == "outlet":
        return Upstream(row, family, hops, "outlet", last.source)
    return Upstream(row, family, hops, "voice" if is_voice(last.source) else "unnamed", last.source)


def _hops(chain: Sequence[Link], press: Press) -> list[Hop]:
    found = []
    for at, link in enumerate(chain[1:], 1):
        name = link.source.name or link.source.described_as
        if link.source.kind == "outlet" and name:
            beyond = chain[at + 1] if at + 1 < len(chain) else None
            found.append(Hop(name, press.family(name), _kind(link, beyond, press), link.span))
    return found


def _kind(link: Link, beyond: Link | None, press: Press) -> EdgeKind:
    if link.relation == "republished":
        return "wire"
    if beyond is not None and beyond.relation == "told" and beyond.source.kind != "outlet" and link.cue is None:
        return "told"
    return "cites"


def _is_own(link: Link, family: str, press: Press) -> bool:
    """Whether a hop is the page's own outlet ("sources told this newspaper" named by its name)."""
    name = link.source.name
    return link.source.kind == "outlet" and name is not None and press.family(name) == family
