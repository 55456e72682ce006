"""Where one mention has it from: its chain and its text's credits, read as hops to outlets and a basis at the end."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from sayso.record import Credit, EdgeKind, Link, Source, Span, Stood
from sayso.record.fold import folded, words
from sayso.weigh.trace.crediting import had_it_first, shown_to
from sayso.weigh.trace.namings import Naming, namings
from sayso.weigh.trace.ourselves import is_own_name, is_reporter, knows_itself
from sayso.weigh.trace.papers import is_piece
from sayso.weigh.trace.pointing import pointed_back
from sayso.weigh.trace.press import Press
from sayso.weigh.trace.voices import belonging, is_voice

Basis = Literal["voice", "unnamed", "saw", "agency", "outlet", "none"]
_TELLS = ("tell", "told")


@dataclass(frozen=True, slots=True)
class Hop:
    """An outlet that the page names on the way: its name, family, how it is leaned on, and the words that say so."""

    name: str
    family: str
    kind: EdgeKind
    span: Span | None


@dataclass(frozen=True, slots=True)
class Told:
    """What a text says of its sources beside its claims: the outlet a claim leans on, and the text's credits."""

    leans_on: str | None = None
    leans_by: Span | None = None
    credits: tuple[Credit, ...] = ()
    roles: Mapping[str, str] = field(default_factory=dict)  # folded name → what the text elsewhere says they are


@dataclass(frozen=True, slots=True)
class Upstream:
    """What a mention rests on: `hops` from the page outwards, then its `basis`; `beside` are named in the same breath.

    voice: somebody who can be held to it (`source`); unnamed: people whom the last outlet does not name; saw: that
    outlet's own eyes; agency: an agency's own page; outlet: the last outlet itself says so; none: nothing is said.
    `maybe` are outlets that the text leans on elsewhere: one is followed where its page tells the same, else no more
    than a guess. `also` are outlets that the text says had it before, though it has sources of its own.
    """

    row: Stood
    family: str
    hops: tuple[Hop, ...]
    basis: Basis
    source: Source | None = None
    beside: tuple[Hop, ...] = ()
    maybe: tuple[Hop, ...] = ()
    also: tuple[Hop, ...] = ()

    @property
    def teller(self) -> str:
        """The family of the outlet where the telling ends: the farthest one named, else the page's own."""
        return self.hops[-1].family if self.hops else self.family


def upstream(row: Stood, press: Press, told: Told = Told()) -> Upstream:
    """The upstream of a claim on its page, with what its text tells of its sources elsewhere."""
    found = _of_chain(row, press)
    if found.source and found.source.name and not found.source.described_as:
        role = told.roles.get(folded(found.source.name)) or belonging(found.source.name, row.page.text)
        found = replace(found, source=replace(found.source, described_as=role)) if role else found
    if found.hops:
        return found
    if found.basis in ("none", "saw") or found.source and is_reporter(found.source.described_as or ""):
        found = _with_own_eyes(found, press)
    if found.basis == "none" and (voice := pointed_back(row)) and not press.knows(voice.name or ""):
        found = replace(found, basis="voice", source=voice)
    found = _with_listener(_with_holder(found, press), press)
    return found if found.hops else _with_credits(found, press, told)


def _of_chain(row: Stood, press: Press) -> Upstream:
    family = press.family_of(row.page)
    chain = row.claim.chain
    links = [link for link in chain[1:] if _outlet_of(link, press)]
    hops, beside = _hops(chain, press, family)
    last = chain[-1] if len(chain) > 1 else None
    if last is None or last in links:
        return Upstream(row, family, hops, _own_basis(row, press, family, hops), beside=beside)
    if last.source.kind == "outlet" or _is_a_paper(last.source):  # an outlet that nobody can look up
        return Upstream(row, family, hops, "outlet" if hops else "none", beside=beside)
    if last.relation == "witnessed":
        return Upstream(row, family, hops, "saw", last.source, beside)
    basis: Basis = "voice" if is_voice(last.source) else "unnamed"
    if last.source.anonymity == "nobody":
        basis = "outlet" if hops else "none"
    return Upstream(row, family, hops, basis, last.source, beside)


def _is_a_paper(source: Source) -> bool:
    """Whether a document is what a headline's tail calls another outlet: "- paper", ": report"."""
    return source.kind == "document" and source.name is None and folded(source.described_as) in ("paper", "report")


def _own_basis(row: Stood, press: Press, family: str, hops: Sequence[Hop]) -> Basis:
    """The basis of what ends with an outlet: an agency's own page is one, recorded as such or by its own dateline."""
    if hops:
        return "outlet"
    links = [link for link in row.claim.chain[1:] if (name := _outlet_of(link, press)) and press.family(name) == family]
    if any(link.relation == "witnessed" for link in links):
        return "saw"
    if any(link.relation == "republished" for link in links) or press.is_agency(row.page.outlet or ""):
        return "agency"
    return "outlet" if links else "none"  # "this newspaper has learned": the paper stands for it


def _outlet_of(link: Link, press: Press) -> str | None:
    """The name of the outlet that a hop is; also of one in question that was taken for somebody else."""
    source = link.source
    if source.kind == "outlet":
        return source.name
    if source.name:
        return source.name if not source.described_as and press.knows(source.name) else None
    called = source.described_as or ""
    return called if _is_proper(called) and press.knows(called) else None


def _is_proper(called: str) -> bool:
    """Whether a description is written as a name is: no plain word in it but an article."""
    run = called.split()
    plain = [word for word in run if word[:1].islower() and word != "the"]
    return not plain and any(word[:1].isupper() for word in run if word.casefold() != "the")


def _hops(chain: Sequence[Link], press: Press, family: str) -> tuple[tuple[Hop, ...], tuple[Hop, ...]]:
    found: list[Hop] = []
    beside: list[Hop] = []
    for at, link in enumerate(chain[1:], 1):
        if not (name := _outlet_of(link, press)):
            continue
        beyond = chain[at + 1] if at + 1 < len(chain) else None
        first, *rest = [one for one in _each(name, press) if press.family(one) != family] or [""]
        if first:
            found.append(Hop(first, press.family(first), _kind(link, beyond), link.span))
            beside += [Hop(one, press.family(one), "cites", link.span) for one in rest]
    return tuple(found), tuple(beside)


def _each(name: str, press: Press) -> list[str]:
    """The outlets of "the Post and the Echo"; one where that is a name."""
    parts = name.split(" and ")
    if len(parts) > 1 and all(press.knows(part) for part in parts) and press.outlet(name) is None:
        return parts
    return [name]


def _kind(link: Link, beyond: Link | None) -> EdgeKind:
    if link.relation == "republished":
        return "wire"
    told = link.cue is None or link.cue.casefold().startswith(_TELLS)
    if beyond is not None and beyond.source.kind != "outlet" and beyond.relation == "told" and told:
        return "told"
    return "cites"


def _with_own_eyes(found: Upstream, press: Press) -> Upstream:
    """With what an outlet knows itself: the page's own, or one whose reporter was there."""
    knowing = knows_itself(found.row, press)
    if knowing is None:
        return found
    if knowing.of is None or press.family(knowing.of) == found.family:
        return replace(found, basis=knowing.basis)
    span = found.row.claim.span
    hop = Hop(knowing.of, press.family(knowing.of), "cites", span)
    return replace(found, hops=(hop,), basis=knowing.basis)


def _with_holder(found: Upstream, press: Press) -> Upstream:
    """With the outlet that has the paper of which nobody is told to be the author: "a letter seen by the Echo"."""
    paper = found.source
    if found.basis != "unnamed" or paper is None or not (name := shown_to(paper.described_as or "")):
        return found
    if is_own_name(name, found.row, press) or not press.knows(name):
        return found
    return replace(found, hops=(Hop(name, press.family(name), "cites", found.row.claim.span),))


def _with_listener(found: Upstream, press: Press) -> Upstream:
    """With the outlet that was told: "the minister told Radio Sundet"."""
    span = found.row.claim.told_to
    if span is None or found.basis not in ("voice", "unnamed"):
        return found
    name = span.of(found.row.page.text)
    if is_own_name(name, found.row, press) or not press.knows(name):
        return found
    return replace(found, hops=(Hop(name, press.family(name), "told", span),))


def _with_credits(found: Upstream, press: Press, told: Told) -> Upstream:
    """With what the sentence itself credits, then the outlet its text leans on, then the wire the text is from."""
    if found.hops or found.basis in ("saw", "agency"):
        return found
    claim = found.row.claim
    others: list[Credit | Naming] = [one for one in told.credits if press.family(one.name) != found.family]
    named = [one for one in namings(found.row, press) if press.family(one.name) != found.family]
    signed = [one.span for one in others if one.kind == "wire"]
    named = [one for one in named if not any(one.span.meets(span) for span in signed)]
    if _told_us(found, press):
        others = [one for one in others if one.kind == "cites"]
        named = [one for one in named if one.place in ("had", "text")]
    near = [one for one in others if one.kind != "wire" and claim.span.start <= one.span.start <= claim.span.end + 1]
    said = [one for one in named if one.place == "sentence"]
    if (near or said) and found.basis == "none":
        return _leaning(found, [_hop(one, press) for one in near] or [_hop(one, press) for one in said])
    if heard := [_hop(one, press) for one in said if one.kind == "told"]:
        return _leaning(found, heard)
    lean = told.leans_on if told.leans_on and press.family(told.leans_on) != found.family else None
    piece = found.source is not None and is_piece(found.source)
    if (found.basis == "unnamed" or piece) and lean and not _told_us(found, press):
        found = replace(found, basis="none", source=None) if piece else found  # it is that outlet's own
        return _leaning(found, [Hop(lean, press.family(lean), "cites", told.leans_by)])
    wires = [_hop(one, press) for one in others if one.kind == "wire" and press.knows(one.name)]
    wires += [_hop(one, press) for one in named if one.place == "line"]
    if wires and found.basis in ("none", "unnamed", "voice"):
        return _leaning(found, wires[:1])
    if found.basis == "none":
        loose = [Hop(lean, press.family(lean), "cites", told.leans_by)] if lean else []
        loose += [_hop(one, press) for one in [*others, *named] if one.kind == "cites"]
        return replace(found, maybe=tuple(loose))
    page = found.row.page.text
    had = [one for one in named if one.place != "text"]
    first = [one for one in others if one.kind == "cites" and had_it_first(page, one.span)]
    return replace(found, also=tuple(_hop(one, press) for one in (*first, *had)))


def _told_us(found: Upstream, press: Press) -> bool:
    """Whether the page says that its own outlet was told."""
    span = found.row.claim.told_to
    return span is not None and is_own_name(span.of(found.row.page.text), found.row, press)


def _leaning(found: Upstream, hops: Sequence[Hop]) -> Upstream:
    basis: Basis = "outlet" if found.basis == "none" else found.basis
    return replace(found, hops=tuple(hops[:1]), beside=tuple(hops[1:]), basis=basis)


def _hop(credit: Credit | Naming, press: Press) -> Hop:
    return Hop(credit.name, press.family(credit.name), credit.kind, credit.span)


def spoken(mentions: Iterable[Upstream]) -> list[Upstream]:
    """The mentions, each bare sentence that begins with a speaker of the others taken for that speaker's word.

    "City police counted 25,000" is what the police say, where another page has it from them.
    """
    every = list(mentions)
    sources = [one.source for one in every if one.basis == "voice" and one.source]
    return [_begun(one, sources) if one.basis == "none" and not one.maybe else one for one in every]


def _begun(one: Upstream, sources: Sequence[Source]) -> Upstream:
    said = [word for word in words(one.row.claim.content)[:12] if word not in ("the", "a")]
    for source in sources:
        name = [word for word in words(source.name or source.described_as or "") if word not in ("the", "a")]
        if len(name) > 1 and said[: len(name)] == name:
            return replace(one, basis="voice", source=source)
    return one
