"""Through whom a claim reached the page: outlet → relays → speaker; and what the speaker does to the content."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.read.chain.anonymity import classed, reason
from sayso.read.chain.hops import Hop, Zone, zone_of
from sayso.read.chain.issuers import issued
from sayso.read.chain.listener import listener
from sayso.read.chain.nested import Inner, inner_voices
from sayso.read.chain.relays import agency_of, cited_after, relays
from sayso.read.chain.speakers import phrase_of, source_of
from sayso.read.chain.stance import mode_of, stance_of, sure_of
from sayso.read.chain.unsaid import missing_source
from sayso.read.chain.voices import voice_in
from sayso.read.names.people import CROWD, OFFICIALS, UNNAMED, head_kind
from sayso.read.names.runs import words_of
from sayso.read.sheet import Sheet
from sayso.read.verbs import RELATION
from sayso.read.words import phrases
from sayso.record import Claim, Link, Page, Reading, Relation, Source, Span, make_id

CROWDED = 40  # claims in one sentence that are looked at
_TURNS = frozenset(phrases("grammar", "turns"))


@dataclass(frozen=True, slots=True)
class _Desk:
    """What is known while the chains of one page are read: its claims, and how unnamed sources reached the press."""

    sheet: Sheet
    by_sentence: Mapping[int, Sequence[Claim]]
    agencies: Mapping[str, Hop | None]
    earlier: dict[str, tuple[Hop, ...]]

    def near(self, claim: Claim) -> list[Claim]:
        """The claims that share a sentence with this one."""
        out = {one.id: one for start in _places(self.sheet, claim) for one in self.by_sentence.get(start, ())[:CROWDED]}
        return list(out.values())


class Chain:
    """Gives every claim its chain, mode, stance and sureness."""

    name, version = "chain", "3"
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
        desk = _Desk(sheet, by_sentence, agencies, {})
        return replace(reading, claims=tuple(_traced(desk, claim) for claim in reading.claims))


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
            chain=(first, *map(_link, outer)),
            mode="statement",
            stance="doubts" if stance_of("", claim.content) == "doubts" else "asserts",
            sure=sure_of("", claim.content),
        )
    zone = zone_of(desk.sheet, claim, desk.near(claim))
    hops, cue, content = _hops(desk, claim, zone)
    known = {hop.key for hop in hops}
    hops = [hop for hop in outer if hop.key not in known] + hops
    return replace(
        claim,
        chain=(first, *(_link(hop) for hop in hops if not _same_house(hop.source, first.source))),
        mode="statement" if any(hop.source.kind == "document" for hop in hops) else mode_of(claim, cue, content),
        stance=stance_of(cue, content),
        sure=sure_of(cue, content),
        told_to=listener(desk.sheet, claim, zone),
        unnamed_because=reason(desk.sheet, claim) if hops and hops[-1].source.kind == "unnamed" else None,
    )


def _publisher(page: Page) -> Source:
    """The outlet whose page this is, by the name somebody told; never guessed."""
    name = page.outlet
    return Source(
        id=make_id("source", "outlet", name) if name else make_id("source", "outlet", page.id), kind="outlet", name=name
    )


def _same_house(source: Source, publisher: Source) -> bool:
    return source.kind == "outlet" and source.name is not None and source.name == publisher.name


def _wire(desk: _Desk, claim: Claim, publisher: Source) -> list[Hop]:
    """The agency whose copy the whole item is, if it is one."""
    hop = desk.agencies.get(claim.text_id)
    return [hop] if hop and not _same_house(hop.source, publisher) else []


def _link(hop: Hop) -> Link:
    return classed(Link(source=hop.source, relation=hop.relation, cue=hop.cue, span=hop.span))


def _hops(desk: _Desk, claim: Claim, zone: Zone) -> tuple[list[Hop], str, str]:
    """The hops after the page's outlet, outermost first, with the cue and the content of the farthest voice."""
    sheet = desk.sheet
    way = relays(sheet, claim, zone)
    speaker = _first_voice(desk, claim, told=bool(way))
    cue = _cue(sheet, claim)
    hops = [*_framing(desk, claim), *way, *speaker]
    cited = _cited(sheet, claim, zone)
    content = claim.content
    from_outlet = bool(speaker) and speaker[-1].source.kind in {"outlet", "document"}
    hops += [hop for hop in cited if hop.key not in {h.key for h in hops}]
    inner = inner_voices(sheet, claim, from_outlet=from_outlet) if stance_of(cue, content) == "asserts" else []
    for one in inner:
        hops += _inside(sheet, claim, one)
        cue, content = one.cue.of(sheet.text), one.rest.of(sheet.text)
    hops = _with_earlier(desk, claim, hops, way)
    return _once(hops), cue, content


def _cue(sheet: Sheet, claim: Claim) -> str:
    """The claim's cue, with the helping words right before it that may turn it round ("did not", "could not be")."""
    if not claim.cue_spans:
        return claim.cue or ""
    start = claim.cue_spans[0].start
    lead = sheet.text[max(0, start - 30) : start].split()[-4:]
    taken: list[str] = []
    for word in reversed(lead):
        if word.lower().replace("’", "'") not in _TURNS:
            break
        taken.insert(0, word)
    return " ".join([*taken, *(span.of(sheet.text) for span in claim.cue_spans)])


def _first_voice(desk: _Desk, claim: Claim, *, told: bool) -> list[Hop]:
    """The voice the claim itself names, with the paper it speaks through and the one who issued that."""
    sheet = desk.sheet
    if not claim.source_spans:
        return missing_source(sheet, claim)
    span = claim.source_spans[0]
    source = source_of(sheet, span, claim.text_id, to_press=told)
    cue = claim.cue
    hop = Hop(source, _relation(cue, source), cue, span)
    if source.kind == "document":
        return issued(sheet, hop, claim.text_id)
    return [hop]


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
        source = source_of(sheet, one.told, claim.text_id)
        if source.kind == "outlet":
            out.append(Hop(source, "reported", cue, one.told))
    source = source_of(sheet, one.source, claim.text_id, to_press=bool(out))
    hop = Hop(source, _relation(cue, source), cue, one.source)
    return out + (issued(sheet, hop, claim.text_id) if source.kind == "document" else [hop])


def _cited(sheet: Sheet, claim: Claim, zone: Zone) -> list[Hop]:
    """The voices that the claim's own voice cites, in the order of the words."""
    out: list[Hop] = []
    out += _quoted_by(sheet, claim)
    for piece in zone.pieces:
        for span, cue in cited_after(sheet, piece.start, piece.end):
            if any(span.meets(own) for own in claim.source_spans) or not _speaking(sheet, span):
                continue
            source = source_of(sheet, span, claim.text_id, to_press=True)
            hop = Hop(source, "quoted" if "quot" in cue else "cited", cue, span)
            out += issued(sheet, hop, claim.text_id) if source.kind == "document" else [hop]
    return out


def _speaking(sheet: Sheet, span: Span) -> bool:
    """Whether what is cited can speak: somebody named, people, bodies or papers, not "her years in office"."""
    phrase = phrase_of(sheet, span)
    return phrase.named is not None or head_kind(phrase.low) is not None or phrase.head in UNNAMED | OFFICIALS | CROWD


def _quoted_by(sheet: Sheet, claim: Claim) -> list[Hop]:
    """Whom an outlet quotes where it was taken for the speaker ("Sato was quoted by Kyodo as saying")."""
    sentence = sheet.sentence_at(claim.cue_spans[0].start) if claim.cue_spans else None
    if sentence is None or not claim.source_spans or not re.search(r"\bquoted\b.*\bby$", (claim.cue or "").lower()):
        return []
    start = claim.cue_spans[0].start
    lead = sheet.text[sentence.start : start]
    row = words_of(sheet.text, Span(sentence.start, start)) if lead.strip() else []
    span = voice_in(sheet, row)
    if span is None:
        return []
    whole = Span(span.start, row[-1].end)
    return [Hop(source_of(sheet, whole, claim.text_id, to_press=True), "quoted", claim.cue, whole)]


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
    if entity_id is None and not way and last.span is not None:  # "one of them", "one of the sources"
        inside = (m.entity_id for m in desk.sheet.mentions_in(last.span) if m.resolved_by)
        entity_id = next((one for one in inside if one in desk.earlier), None)
    if entity_id is None:
        return hops
    if way and entity_id not in desk.earlier:
        desk.earlier[entity_id] = tuple(way)
    elif not way and entity_id in desk.earlier:
        return [*desk.earlier[entity_id], *hops]
    return hops


def _once(hops: Sequence[Hop]) -> list[Hop]:
    """Each voice once, where it stands farthest out."""
    out: dict[str, Hop] = {}
    for hop in hops:
        out.setdefault(hop.key, hop)
    return list(out.values())
