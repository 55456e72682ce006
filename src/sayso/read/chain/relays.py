"""The outlets and papers through which a speaker's words came: recipients, carriers, quoters, agencies in brackets."""

import re
from collections.abc import Iterator

from sayso.read.chain.hops import Hop, Zone
from sayso.read.chain.speakers import source_of
from sayso.read.chain.voices import is_outlet, looks_like_outlet, outlet_at, voice_at
from sayso.read.names.descriptions import TELLS
from sayso.read.names.gazette import NOUNS, PLATFORMS, outlet_named
from sayso.read.sheet import Sheet
from sayso.read.verbs import any_of
from sayso.record import Claim, Relation, Source, Span, Text, make_id

AMID, TOLD, CARRIED, QUOTED, REPORTED, WIRED = 0, 1, 2, 3, 4, 5  # from the innermost relay to the outermost

_TO = re.compile(
    rf"\b(?P<cue>{any_of(TELLS)}|(?:said|says|saying|wrote|writes|writing|spoke|speaks|speaking|talking|talked|appearing|appeared|argued|argues|"
    r"interviews?|interviewed|remarks|comments|statements?|appearance|podcast|programme|program|show|article|op-ed|essay|column|commentary|piece|call|"
    r"conversation|conference|briefing|debate|blog)(?:\s+\w+){0,4}?\s+(?:to|with|on|for|in|by))\s+",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?P<cue>(?:asked|interviewed|questioned|pressed|approached|contacted|reached)(?:\s+\w+){0,3}?\s+by)\s+",
    re.IGNORECASE,
)
_CONTACTED = re.compile(
    r"\bwho\s+(?P<cue>(?:spoke|talked|was\s+speaking|were\s+speaking)\s+(?:to|with))\s+", re.IGNORECASE
)
_ON = re.compile(r"\b(?P<cue>[Oo]n|[Ii]n|[Tt]o|[Ww]ith|[Ff]or|[Vv]ia)\s+(?=(?:the\s+)?[^\W\d_a-z])")
_CARRIED = re.compile(
    r"\b(?P<cue>(?:published|carried|aired|broadcast|posted|released|shared|distributed|printed|run|circulated|shown|streamed|uploaded)\s+(?:on|by|in|to|via|through))\s+",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"\b(?P<cue>(?:seen|obtained|reviewed|viewed|leaked|verified|provided|sent)\s+(?:by|to))\s+", re.IGNORECASE
)
_QUOTED = re.compile(
    r"\b(?P<cue>(?:as\s+)?(?:quoted|cited)(?:\s+as\s+saying)?(?:\s+on\s+\w+)?\s+(?:by|in))\s+", re.IGNORECASE
)
_REPORTED = re.compile(
    r"\b(?P<cue>(?:as\s+)?(?:reported|relayed|recounted|revealed|noted)\s+by|[Aa]ccording\s+to|per)\s+"
)
_SITE = re.compile(
    r"\s+(?:website|web\s+site|site|account|page|channel|feed)\b|['’]s\s+(?:website|site|account|page|channel)"
)
_TAIL = re.compile(
    rf"(?:\s+(?:{any_of(NOUNS)}))?\s+(?:also\s+|has\s+|have\s+|had\s+|first\s+|earlier\s+|later\s+)?"
    r"(?P<cue>reports?|reported|reporting|writes?|wrote|said|says|adds|added|quoted|quotes|cited|cites|"
    r"(?:was|were|had\s+been|has\s+been)\s+(?:told|informed)\s+by)\b"
)
_BRACKETS = re.compile(r"\(\s*(?P<name>[^\W\d_][\w .'’&/-]{1,40}?)\s*\)|[—–-]\s?(?P<dash>[^\W\d_][\w.'’&/-]{1,30})\s*$")
_DATELINE = re.compile(r"\s*[^\W\d_][^()\n]{1,60}\(\s*(?P<name>[^\W\d_][\w .'’&/-]{1,40}?)\s*\)\s*[—–:-]")

_AMID: dict[str, tuple[tuple[re.Pattern[str], Relation], ...]] = {
    "person": ((_QUOTED, "quoted"), (_ASKED, "reported"), (_CONTACTED, "reported")),
    "document": ((_SEEN, "reported"),),
    "outlet": (),
}
_TRIGGERS: tuple[tuple[re.Pattern[str], Relation, int], ...] = (
    (_CARRIED, "published", CARRIED),
    (_SEEN, "reported", CARRIED),
    (_QUOTED, "quoted", QUOTED),
    (_REPORTED, "reported", REPORTED),
    (_TO, "reported", TOLD),
    (_ASKED, "reported", TOLD),
    (_ON, "reported", TOLD),
)


def relays(sheet: Sheet, claim: Claim, zone: Zone) -> list[Hop]:
    """The hops between the page's outlet and the claim's first voice, outermost first, each once."""
    found = [
        *_amid(sheet, claim),
        *_told(sheet, claim),
        *_triggered(sheet, claim, zone),
        *_tails(sheet, claim, zone),
        *_bracketed(sheet, claim, zone),
    ]
    out: dict[str, Hop] = {}
    for hop in sorted(found, key=lambda hop: (-hop.rank, hop.span or claim.span)):
        if hop.span is None or hop.rank == AMID or not any(hop.span.meets(span) for span in claim.source_spans):
            out.setdefault(hop.key, hop)
    return list(out.values())


def _triggered(sheet: Sheet, claim: Claim, zone: Zone) -> Iterator[Hop]:
    """Outlets after "told", "in an interview with", "published on", "quoted by" …"""
    done: set[Span] = set()
    for pattern, relation, rank in _TRIGGERS:
        for piece in zone.pieces:
            for found in pattern.finditer(sheet.text, piece.start, piece.end):
                span = outlet_at(sheet, found.end(), piece.end) or (
                    _platform(sheet, found.end(), piece.end) if rank == CARRIED else None
                )
                if span is None or span in done or _excluded(sheet, claim, span, found, pattern):
                    continue
                done.add(span)
                source = _outlet(sheet, span, claim)
                if source is not None:
                    yield Hop(source, relation, found.group("cue"), span, rank)


def _amid(sheet: Sheet, claim: Claim) -> Iterator[Hop]:
    """Outlets inside the speaker's own words ("two people interviewed by Norda"); a paper's are its issuers."""
    for own in claim.source_spans:
        kind = source_of(sheet, own, claim.text_id).kind
        for pattern, relation in _AMID.get(kind, _AMID["person"]):
            for found in pattern.finditer(sheet.text, own.start + 1, own.end):
                span = outlet_at(sheet, found.end(), own.end)
                source = _outlet(sheet, span, claim) if span is not None else None
                if source is not None:
                    yield Hop(source, relation, found.group("cue"), span, AMID)


def _told(sheet: Sheet, claim: Claim) -> Iterator[Hop]:
    """The outlet right after a verb of telling, even where the content was taken to begin with it."""
    for span in claim.cue_spans:
        last = span.of(sheet.text).split()[-1].lower()
        outlet = outlet_at(sheet, span.end, min(len(sheet.text), span.end + 60)) if last in TELLS else None
        if outlet is not None and _named_outlet(sheet, outlet):
            yield Hop(source_of(sheet, outlet, claim.text_id), "reported", last, outlet, TOLD)


def _excluded(sheet: Sheet, claim: Claim, span: Span, found: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Whether the words only look like a relay: a place to speak of, the speaker's own site, a voice already taken."""
    if pattern is _ON and not _named_outlet(sheet, span):
        return True
    if any(span.meets(own) for own in claim.source_spans):
        return True
    return pattern is _CARRIED and bool(_SITE.match(sheet.text, span.end)) and not _named_outlet(sheet, span)


def _named_outlet(sheet: Sheet, span: Span) -> bool:
    return any(is_outlet(sheet, m) for m in sheet.mentions_in(span) if m.form == "name")


def _platform(sheet: Sheet, place: int, limit: int) -> Span | None:
    """A site where anybody posts, where a statement was published there."""
    found = re.compile(rf"\s*(?:the\s+)?(?:{any_of(PLATFORMS)})\b(?!\w)").match(sheet.text, place, limit)
    if not found:
        return None
    words = found.group()
    return Span(found.end() - len(words.strip().removeprefix("the ").strip()), found.end())


def _outlet(sheet: Sheet, span: Span, claim: Claim) -> Source | None:
    """The outlet under a span as a source."""
    words = span.of(sheet.text)
    source = source_of(sheet, span, claim.text_id)
    if source.kind == "outlet":
        return source
    if words in PLATFORMS:
        return Source(id=make_id("source", "outlet", words), kind="outlet", name=words)
    return Source(id=make_id("source", "outlet", claim.text_id, words.lower()), kind="outlet", described_as=words)


def _tails(sheet: Sheet, claim: Claim, zone: Zone) -> Iterator[Hop]:
    """Outlets with a verb of reporting of their own beside the speaker's ("…, Lind said, Norda reported")."""
    for piece in zone.pieces:
        for mention in sheet.mentions_in(piece):
            if mention.form != "name" or not is_outlet(sheet, mention):
                continue
            verb = _TAIL.match(sheet.text, mention.span.end, piece.end)
            if (
                verb
                and not any(mention.span.meets(own) for own in claim.source_spans)
                and not _subordinate(sheet, mention.span)
            ):
                yield Hop(
                    source_of(sheet, mention.span, claim.text_id), "reported", verb.group("cue"), mention.span, REPORTED
                )


def _subordinate(sheet: Sheet, span: Span) -> bool:
    """Whether the outlet's verb hangs on a word before it ("citing what Norda reported")."""
    return bool(
        re.search(
            r"\b(?:what|than|told|citing|quoting)\s+(?:the\s+)?$", sheet.text[max(0, span.start - 20) : span.start]
        )
    )


def _bracketed(sheet: Sheet, claim: Claim, zone: Zone) -> Iterator[Hop]:
    """An agency in brackets or after a dash at the end of the claim's sentence."""
    last = max(claim.span.end, *(piece.end for piece in zone.pieces)) if zone.pieces else claim.span.end
    end = sheet.text.find("\n", last)
    stretch = sheet.text[claim.span.end : end if end >= 0 else len(sheet.text)][: 60 + last - claim.span.end]
    for found in _BRACKETS.finditer(stretch):
        name = found.group("name") or found.group("dash")
        if looks_like_outlet(name) and (found.group("dash") is None or outlet_named(name)):
            start = claim.span.end + (found.start("name") if found.group("name") else found.start("dash"))
            yield agency(sheet, Span(start, start + len(name)), claim.text_id)


def agency(sheet: Sheet, span: Span, text_id: str) -> Hop:
    """An agency whose copy the page prints, as the outermost relay."""
    name = span.of(sheet.text)
    mention = sheet.mention_at(span.start)
    entity = sheet.entity(mention)
    known = outlet_named(name)
    kept = known.name if known else entity.name if entity and entity.kind == "outlet" else name
    source = Source(
        id=make_id("source", "outlet", kept),
        kind="outlet",
        name=kept,
        entity_id=entity.id if entity and entity.kind == "outlet" else None,
    )
    return Hop(source, "republished", name, span, WIRED)


def agency_of(sheet: Sheet, text: Text) -> Hop | None:
    """The agency of a story item: in its dateline, alone in its byline, or in brackets at its very end."""
    if text.body:
        first, last = text.body[0], text.body[-1]
        found = _DATELINE.match(sheet.text, first.start, min(first.end, first.start + 120))
        if found and found.group("name").lower() not in {"sic", "left", "right"}:
            return agency(sheet, Span(found.start("name"), found.end("name")), text.id)
        tail = re.compile(r"\(\s*([^\W\d_][\w .'’&/-]{1,40}?)\s*\)\s*$").search(
            sheet.text[: last.end], max(last.start, last.end - 50)
        )
        if tail and looks_like_outlet(tail.group(1)):
            return agency(sheet, Span(tail.start(1), tail.end(1)), text.id)
    return _of_head(sheet, text)


def _of_head(sheet: Sheet, text: Text) -> Hop | None:
    """The agency named in a dateline that stands apart, or as the author."""
    names = [m.group(1) for m in re.finditer(r"\(([^()]{2,40})\)", text.dateline or "")]
    names += [name for name in text.byline if outlet_named(name)]
    for name in names:
        start = sheet.text.find(name, text.span.start)
        if 0 <= start < text.span.end:
            return agency(sheet, Span(start, start + len(name)), text.id)
        known = outlet_named(name)
        kept = known.name if known else name
        return Hop(
            Source(id=make_id("source", "outlet", kept), kind="outlet", name=kept), "republished", name, None, WIRED
        )
    return None


_CITES = re.compile(
    r"\b(?P<cue>citing|quoting|which\s+(?:quoted|cited|quotes|cites)|who\s+(?:quoted|cited)|"
    r"crediting|attributing\s+(?:it|this|the\s+\w+)\s+to|on\s+the\s+basis\s+of|based\s+on|(?:was|were|been)\s+(?:told|informed)\s+by)(?:\s+|$)",
    re.IGNORECASE,
)


def cited_after(sheet: Sheet, place: int, limit: int) -> Iterator[tuple[Span, str]]:
    """The voices cited between two places ("citing", "which quoted" …), each after the one that cites it."""
    for found in _CITES.finditer(sheet.text, place, limit):
        end = limit
        if not sheet.text[found.end() : limit].strip() and (sentence := sheet.sentence_at(found.end())):
            end = sentence.end  # the content was taken to begin with whom it cites
        span = voice_at(sheet, found.end(), end)
        if span is not None:
            yield span, found.group("cue")
