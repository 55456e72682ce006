"""Through whom a claim reached the page: outlet → relays → speaker; and what the speaker does to the content."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.read.chain.anonymity import classed
from sayso.read.chain.cited import cited, heard_from, without_origin
from sayso.read.chain.cue import cue_of
from sayso.read.chain.hops import Hop, Zone, zone_of
from sayso.read.chain.inner import Inner
from sayso.read.chain.issuers import again_of, issued, papers
from sayso.read.chain.itself import found_out, means_itself
from sayso.read.chain.listener import listener
from sayso.read.chain.mode import mode_of
from sayso.read.chain.nested import inner_voices
from sayso.read.chain.outlets import outlet_source
from sayso.read.chain.reasons import only_asks, reason, wishes
from sayso.read.chain.relays import relays, told_first
from sayso.read.chain.speakers import source_of
from sayso.read.chain.stance import stance_of
from sayso.read.chain.sure import sure_of
from sayso.read.chain.unsaid import missing_source
from sayso.read.chain.voices import antecedent
from sayso.read.chain.wires import abbreviates, agency_of
from sayso.read.sheet import Sheet
from sayso.read.verbs import RELATION
from sayso.record import Claim, Link, Page, Reading, Relation, Source, Span, make_id

PEOPLE = frozenset({"unnamed", "crowd", "person"})  # kinds of speakers that may be kept from the reader
_OWN_EARS = re.compile(
    r"\b(?:told|to|with)\s+(?:us|(?:this|our)\s+(?:news|paper|newspaper|reporter|magazine|website|site|outlet|desk|podcast|programme|program|show))\b"
)  # told to the page's own people: no agency's word
CROWDED = 40  # claims in one sentence that are looked at


@dataclass(frozen=True, slots=True)
class _Desk:
    """What is known while the chains of one page are read: its claims, wishes not to be named, and earlier relays."""

    sheet: Sheet
    by_sentence: Mapping[int, Sequence[Claim]]
    agencies: Mapping[str, Hop | None]
    papers: Mapping[tuple[str, str | None], Sequence[Hop]]
    wishes: Sequence[Span]
    earlier: dict[str, tuple[Hop, ...]]

    def near(self, claim: Claim) -> list[Claim]:
        """The claims that share a sentence with this one."""
        out = {one.id: one for start in _places(self.sheet, claim) for one in self.by_sentence.get(start, ())[:CROWDED]}
        return list(out.values())


class Chain:
    """Gives every claim its chain, mode, stance and sureness."""

    name, version = "chain", "9"
    needs: tuple[str, ...] = ("texts", "sentences", "claims", "mentions", "entities", "mentions.resolved_by")
    gives: tuple[str, ...] = ("claims.chain", "claims.mode", "claims.stance", "claims.sure")

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its claims traced."""
        sheet = Sheet(reading)
        agencies = {text.id: agency_of(sheet, text) for text in reading.texts}
        by_sentence: dict[int, list[Claim]] = defaultdict(list)
        for claim in reading.claims:
            for start in _places(sheet, claim):
                by_sentence[start].append(claim)
        desk = _Desk(sheet, by_sentence, agencies, papers(sheet, reading.claims), wishes(sheet), {})
        traced = [_traced(desk, claim) for claim in reading.claims if not only_asks(sheet, claim, desk.wishes)]
        return replace(reading, claims=tuple(_same_reason(traced)))


def _places(sheet: Sheet, claim: Claim) -> set[int]:
    """Where the sentences begin that hold a claim's speaker, cue and the ends of its content."""
    spans = claim.cue_spans + claim.source_spans + claim.content_spans
    found = (sheet.sentence_at(place) for span in spans for place in (span.start, span.end - 1))
    return {sentence.start for sentence in found if sentence}


def _traced(desk: _Desk, claim: Claim) -> Claim:
    page = desk.sheet.reading.page
    first = classed(Link(source=_publisher(page), relation="published"))
    outer = _wire(desk, claim, first.source)
    if claim.manner == "own_voice":
        return replace(
            claim,
            chain=(first, *(_link(desk.sheet, hop) for hop in outer)),
            mode="statement",
            stance="doubts" if stance_of("", claim.content) == "doubts" else "asserts",
            sure=sure_of("", claim.content),
        )
    zone = zone_of(desk.sheet, claim, desk.near(claim))
    hops, cue, content = _hops(desk, claim, zone)
    hidden = bool(hops) and hops[-1].source.kind in PEOPLE
    why = reason(desk.sheet, claim, desk.near(claim), desk.wishes) if hidden else None
    papers = any(hop.source.kind == "document" for hop in hops)
    known = {hop.key for hop in hops}
    hops = [hop for hop in outer if hop.key not in known] + hops
    return replace(
        claim,
        chain=(first, *(_link(desk.sheet, hop) for hop in hops if not _same_house(hop.source, first.source))),
        mode="statement" if papers or found_out(desk.sheet, claim) else mode_of(claim, cue, content),
        stance=stance_of(cue, content),
        sure=sure_of(cue, content),
        told_to=listener(desk.sheet, claim, zone, voice=hops[-1].span if hops else None, apart=why),
        unnamed_because=why,
    )


def _same_reason(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, each with the reason that its speaker has elsewhere on the page where it has none of its own."""
    known: dict[str, Span] = {}
    for claim in claims:
        if claim.unnamed_because and claim.speaker:
            known.setdefault(claim.speaker.id, claim.unnamed_because)
    return [
        replace(claim, unnamed_because=known[claim.speaker.id])
        if claim.speaker and claim.unnamed_because is None and claim.speaker.id in known
        else claim
        for claim in claims
    ]


def _publisher(page: Page) -> Source:
    """The outlet whose page this is, by the name somebody told; never guessed."""
    name = page.outlet
    return Source(
        id=make_id("source", "outlet", name) if name else make_id("source", "outlet", page.id), kind="outlet", name=name
    )


def _same_house(source: Source, publisher: Source) -> bool:
    if source.kind != "outlet" or source.name is None or publisher.name is None:
        return means_itself(source)
    short, full = (name.removeprefix("The ").split() for name in (source.name, publisher.name))
    return short == full or (len(full) > 1 and short in (full[-len(short) :], full[: len(short)]))


def _wire(desk: _Desk, claim: Claim, publisher: Source) -> list[Hop]:
    """The agency whose copy the whole item is, if it is one."""
    hop = desk.agencies.get(claim.text_id)
    if hop is None or _same_house(hop.source, publisher) or abbreviates(hop.source.name or "", publisher.name):
        return []
    last = max((span.end for span in claim.cue_spans), default=None)
    told_here = last is not None and _OWN_EARS.search(desk.sheet.text, max(0, last - 8), last + 20)
    return [] if told_here else [hop]


def _link(sheet: Sheet, hop: Hop) -> Link:
    return classed(Link(source=hop.source, relation=hop.relation, cue=hop.cue, span=hop.span), sheet)


def _hops(desk: _Desk, claim: Claim, zone: Zone) -> tuple[list[Hop], str, str]:
    """The hops after the page's outlet, outermost first, with the cue and the content of the farthest voice."""
    sheet = desk.sheet
    way = relays(sheet, claim, zone)
    speaker = _first_voice(desk, claim, told=bool(way))
    cue = cue_of(sheet.text, claim)
    hops = [*_framing(desk, claim), *way, *speaker]
    content = claim.content
    from_outlet = bool(speaker) and speaker[-1].source.kind in {"outlet", "document"}
    beyond = [*heard_from(sheet, claim), *cited(sheet, claim, zone)]
    hops += [hop for hop in beyond if hop.key not in {h.key for h in hops}]
    inner = inner_voices(sheet, claim, from_outlet=from_outlet) if stance_of(cue, content) == "asserts" else []
    for one in inner:
        hops += _inside(sheet, claim, one)
        cue, content = one.cue.of(sheet.text), one.rest.of(sheet.text)
    hops = _with_earlier(desk, claim, hops, way)
    return _once(hops), cue, content


def _first_voice(desk: _Desk, claim: Claim, *, told: bool) -> list[Hop]:
    """The voice the claim itself names, with the paper it speaks through and the one who issued that."""
    sheet = desk.sheet
    if not claim.source_spans:
        return missing_source(sheet, claim)
    span = antecedent(sheet, without_origin(sheet, claim.source_spans[0]))
    source = source_of(sheet, span, claim.text_id, to_press=told)
    cue = claim.cue
    hop = Hop(source, _relation(cue, source), cue, span)
    if source.kind != "document":
        return [hop]
    out = issued(sheet, hop, claim.text_id)
    again = desk.papers.get((claim.text_id, again_of(sheet, span))) if len(out) == 1 and out[0] is hop else None
    return list(again) if again else out


def _relation(cue: str | None, source: Source) -> Relation:
    words = (cue or "").lower().split()
    for k, word in enumerate(words):
        found = RELATION.get(word) or RELATION.get(" ".join(words[k : k + 2]))
        if found:
            return found  # type: ignore[return-value]
    return "reported" if source.kind == "outlet" else "cited" if source.kind == "document" else "told"


def _framing(desk: _Desk, claim: Claim) -> list[Hop]:
    """The speakers of claims whose content holds this whole claim ("Norda reported that Lind said …")."""
    out: list[Hop] = []
    own = claim.source_spans + claim.cue_spans
    for other in desk.near(claim):
        if other is claim or not own or not other.source_spans or other.text_id != claim.text_id:
            continue
        if all(any(piece.holds(span) for piece in other.content_spans) for span in own):
            span = other.source_spans[0]
            source = source_of(desk.sheet, span, claim.text_id)
            out.append(Hop(source, _relation(other.cue, source), other.cue, span))
    return out


def _inside(sheet: Sheet, claim: Claim, one: Inner) -> list[Hop]:
    """The hops that a voice inside the content adds: the outlet it told, the paper it speaks through, itself."""
    out: list[Hop] = []
    cue = one.cue.of(sheet.text)
    if one.told is not None:
        out.append(Hop(outlet_source(sheet, one.told, claim.text_id), "reported", cue, one.told))
    source = source_of(sheet, one.source, claim.text_id, to_press=bool(out))
    hop = Hop(source, _relation(cue, source), cue, one.source)
    return out + (issued(sheet, hop, claim.text_id) if source.kind == "document" else [hop])


def _with_earlier(desk: _Desk, claim: Claim, hops: list[Hop], way: Sequence[Hop]) -> list[Hop]:
    """Remembers how an unnamed source reached the press, and says so again where the page goes on with that source.

    "The sources said" after "sources told the Post" continues the Post's report; "two sources said" does not.
    """
    if not hops:
        return hops
    last = hops[-1]
    entity_id = last.source.entity_id
    if last.source.kind not in {"unnamed", "crowd"}:
        return hops
    if entity_id is None and not way and last.span is not None and " of the" in last.span.of(desk.sheet.text):
        inside = (m.entity_id for m in desk.sheet.mentions_in(last.span) if m.resolved_by)
        entity_id = next((one for one in inside if one in desk.earlier), None)
    if entity_id is None:
        return hops
    if way and entity_id not in desk.earlier:
        desk.earlier[entity_id] = tuple(way)
    elif not way and (first := _brought_in(desk, entity_id, last)):
        desk.earlier.setdefault(entity_id, tuple(told_first(desk.sheet, first, claim.text_id)))
    if not way and entity_id in desk.earlier:
        return [*desk.earlier[entity_id], *hops]
    return hops


def _brought_in(desk: _Desk, entity_id: str, last: Hop) -> Span | None:
    """Where the page first spoke of somebody, if that is before the words of this hop."""
    entity = desk.sheet.entities.get(entity_id)
    first = desk.sheet.first_of(entity) if entity else None
    return first.span if first and last.span and first.span.end <= last.span.start else None


def _once(hops: Sequence[Hop]) -> list[Hop]:
    """Each voice once, where it stands farthest out."""
    out: dict[str, Hop] = {}
    for hop in hops:
        out.setdefault(hop.key, hop)
    return list(out.values())
