"""The outlets and papers through which a speaker's words came: who was told, who carried, quoted or reported them."""

import re
from collections.abc import Iterator

from sayso.read.chain.hops import Hop, Zone
from sayso.read.chain.outlets import every_outlet, is_outlet, outlet_at, outlet_source, outlets_at
from sayso.read.chain.platforms import platform_hops, platform_posts, platform_source
from sayso.read.chain.speakers import source_of
from sayso.read.chain.wires import bracketed
from sayso.read.names.descriptions import TELLS
from sayso.read.names.gazette import NOUNS
from sayso.read.sheet import Sheet
from sayso.read.verbs import SAYING, any_of
from sayso.record import Claim, Relation, Span

AMID, TOLD, CARRIED, QUOTED, REPORTED = 0, 1, 2, 3, 4  # from the innermost relay to the outermost but the wire

_TO = re.compile(
    rf"\b(?P<cue>{any_of(TELLS)}|(?:said|says|saying|wrote|writes|writing|written|spoke|speaks|speaking|talked|talks|talking|appearing|appeared|appears|argued|argues|"
    r"whispered|confided|complained|boasted|insisted|admitted|confirmed|explained|conceded|revealed|disclosed|repeated|announced|bragged|grumbled|hinted|stressed|"
    r"interviews?|interviewed|remarks|comments?|statements?|appearance|podcast|programme|program|show|article|op-ed|essay|column|commentary|piece|call|letter|"
    r"conversation|conference|briefing|debate|blog|phone-in|reply|replies|email|text|message|account|answers?|opinion)(?:\s+[\w’'-]+){0,4}?\s+(?:to|with|on|for|in|by|via|through))\s+",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?P<cue>(?:asked|interviewed|questioned|pressed|approached|contacted|reached|challenged|grilled)(?:\s+\w+){0,3}?\s+(?:by|on))\s+",
    re.IGNORECASE,
)
_CONTACTED = re.compile(
    r"\bwho\s+(?P<cue>(?:has\s+|had\s+|have\s+)?(?:spoke|spoken|talked|was\s+speaking|were\s+speaking|rang|called|contacted|wrote\s+in|wrote)(?:\s+\w+)?\s+(?:to|with|into)?)\s*",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(?P<cue>[Oo]n|[Ii]n|[Tt]o|[Ww]ith|[Ff]or|[Vv]ia)\s+(?=(?:the\s+|\w+day[’']s\s+)?[^\W\d_a-z])")
_CARRIED = re.compile(
    r"\b(?P<cue>(?:published|carried|aired|broadcast|posted|released|shared|distributed|printed|run|circulated|shown|streamed|uploaded|serialised|serialized|"
    r"reprinted|featured|picked\s+up|rebroadcast|passed|handed|given|read\s+out)(?:\s+\w+day)?\s+(?:on|by|in|to|via|through))\s+",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"\b(?P<cue>(?:seen|obtained|reviewed|viewed|leaked|verified|provided|sent|shared|passed|shown|supplied|given|received|examined|published|heard|reported|cited|quoted)(?:\s+exclusively)?\s+(?:by|to|with))\s+",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"\b(?P<cue>(?:as\s+)?(?:quoted|cited|interviewed)(?:\s+as\s+(?:saying|telling))?(?:\s+on\s+\w+)?\s+(?:by|in))\s+",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?P<cue>(?:(?:was|were|as|been)\s+)?(?:first\s+|originally\s+|previously\s+|earlier\s+)?(?:reported|relayed|recounted|revealed|noted|disclosed|broken)"
    r"(?:\s+on\s+\w+|\s+earlier|\s+first)?\s+(?:by|in|on)|[Aa]ccording\s+to|per)\s+"
)
_SITE = re.compile(
    r"\s+(?:website|web\s+site|site|account|page|channel|feed)\b|['’]s\s+(?:website|site|account|page|channel)"
)
_TAIL = re.compile(
    rf"(?:\s+(?:{any_of(NOUNS)}))?\s+(?:also\s+|has\s+|have\s+|had\s+|first\s+|earlier\s+|later\s+|separately\s+)?"
    r"(?P<cue>reports?|reported|reporting|writes?|wrote|said|says|adds|added|quoted|quotes|cited|cites|learned|learnt|"
    r"(?:was|were|had\s+been|has\s+been)\s+(?:told|informed)\s+by)\b"
)
_WAS_TOLD = re.compile(r"\b(?:told|informed|learned|learnt|heard)\b")
_ITS_STORY = re.compile(
    r"\s+(?:(?:the|that|this|these|those|all|an?)\s+)?(?:[\w’'-]+\s+){0,3}?(?:stor(?:y|ies)|reports?|claims?|allegations?|accusations?|rumours?|rumors?|accounts?|coverage|headlines?)"
    r"\s+(?:in|by|from|of|on)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}",
)
_HANGS = re.compile(r"\b(?:what|than|told|citing|quoting)\s+(?:the\s+)?$")
_RANG = re.compile(
    r",?\s+(?P<who>[\w’'-]+(?:\s+[\w’'-]+){0,4}?),?\s+who\s+(?:then\s+|later\s+|in\s+turn\s+|promptly\s+|duly\s+)?"
    r"(?P<cue>(?:told|rang|called|phoned|alerted|contacted|informed|tipped\s+off|wrote\s+to|spoke\s+to|passed\s+(?:it|them|this|the\s+\w+)\s+(?:on\s+)?to|"
    r"(?:repeated|relayed|recounted|described|leaked|forwarded|sent|gave|showed)\s+(?:it|them|this|that|the\s+\w+)\s+to))\s+"
)

_TOLD_NEXT = re.compile(rf"(?:[^.;:“”\"]{{0,90}}?,)?\s+(?:has\s+|have\s+|had\s+|also\s+)?(?P<cue>{any_of(TELLS)})\s+")

_AMID: dict[str, tuple[tuple[re.Pattern[str], Relation], ...]] = {
    "person": ((_QUOTED, "quoted"), (_ASKED, "reported"), (_CONTACTED, "reported")),
    "document": ((_SEEN, "reported"), (_CARRIED, "published")),
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
        *_was_told(sheet, claim),
        *_rang(sheet, claim, zone),
        *_triggered(sheet, claim, zone),
        *_posted(sheet, claim, zone),
        *_tails(sheet, claim, zone),
        *bracketed(sheet, claim, zone),
    ]
    out: dict[str, Hop] = {}
    for hop in sorted(found, key=lambda hop: (-hop.rank, hop.span or claim.span)):
        if hop.span is None or hop.rank == AMID or not any(hop.span.meets(span) for span in claim.source_spans):
            out.setdefault(hop.key, hop)
    return list(out.values())


def _triggered(sheet: Sheet, claim: Claim, zone: Zone) -> Iterator[Hop]:
    """Outlets after "told", "in an interview with", "published in", "quoted by" …"""
    done: set[Span] = set()
    for pattern, relation, rank in _TRIGGERS:
        for piece in zone.pieces:
            for found in pattern.finditer(sheet.text, piece.start, piece.end):
                for span in outlets_at(sheet, found.end(), piece.end):
                    if span in done or _excluded(sheet, claim, span, pattern):
                        continue
                    done.add(span)
                    yield Hop(outlet_source(sheet, span, claim.text_id), relation, found.group("cue"), span, rank)


def _posted(sheet: Sheet, claim: Claim, zone: Zone) -> Iterator[Hop]:
    """Platforms on which the statement stood."""
    stretches = [(piece.start, piece.end) for piece in zone.pieces]
    stretches += [(span.start, min(span.end + 60, _end_of_sentence(sheet, span))) for span in claim.cue_spans]
    for start, end in stretches:
        for span, cue in platform_hops(sheet, start, end):
            if not any(span.meets(own) for own in claim.source_spans + claim.content_spans):
                yield Hop(platform_source(sheet, span), "published", cue, span, CARRIED)


def _end_of_sentence(sheet: Sheet, span: Span) -> int:
    sentence = sheet.sentence_at(span.start)
    return sentence.end if sentence else span.end


def _amid(sheet: Sheet, claim: Claim) -> Iterator[Hop]:
    """Outlets inside the speaker's own words ("two people interviewed by Norda"); a paper's publisher is its issuer."""
    for own in claim.source_spans:
        kind = source_of(sheet, own, claim.text_id).kind
        for pattern, relation in _AMID.get(kind, _AMID["person"]):
            for found in pattern.finditer(sheet.text, own.start + 1, own.end):
                if pattern is _CARRIED and found.group("cue").endswith("by"):
                    continue
                span = outlet_at(sheet, found.end(), own.end)
                if span is not None:
                    yield Hop(outlet_source(sheet, span, claim.text_id), relation, found.group("cue"), span, AMID)
        if kind == "document":
            for span, cue in (*platform_hops(sheet, own.start, own.end), *platform_posts(sheet, own.start, own.end)):
                yield Hop(platform_source(sheet, span), "published", cue, span, AMID)


def _told(sheet: Sheet, claim: Claim) -> Iterator[Hop]:
    """The outlet right after a verb of telling, even where the content was taken to begin with it."""
    for span in claim.cue_spans:
        words = span.of(sheet.text).split()
        last = words[-1].lower()
        if last not in TELLS and not (last == "to" and len(words) > 1 and words[-2].lower() in SAYING):
            continue
        for outlet in outlets_at(sheet, span.end, min(len(sheet.text), span.end + 60)):
            if _named_outlet(sheet, outlet):
                yield Hop(outlet_source(sheet, outlet, claim.text_id), "reported", last, outlet, TOLD)


def _was_told(sheet: Sheet, claim: Claim) -> Iterator[Hop]:
    """The outlet that is the subject of "was told by", even where it was taken for a part of the content."""
    for cue in claim.cue_spans:
        if not claim.source_spans or claim.source_spans[0].start < cue.end or not _WAS_TOLD.search(cue.of(sheet.text)):
            continue
        outlet = sheet.name_ending(cue.start - 1)
        if outlet is not None and is_outlet(sheet, outlet):
            yield Hop(source_of(sheet, outlet.span, claim.text_id), "reported", claim.cue, outlet.span, TOLD)


def told_first(sheet: Sheet, span: Span, text_id: str) -> list[Hop]:
    """The outlet that the voice under a span told where the page first spoke of it."""
    found = _TOLD_NEXT.match(sheet.text, span.end, _end_of_sentence(sheet, span))
    outlets = outlets_at(sheet, found.end(), _end_of_sentence(sheet, span)) if found else []
    return [
        Hop(outlet_source(sheet, outlet, text_id), "reported", found.group("cue"), outlet, TOLD)
        for outlet in outlets
        if found
    ]


def _rang(sheet: Sheet, claim: Claim, zone: Zone) -> Iterator[Hop]:
    """Whoever was told and passed it on to an outlet ("told neighbours, who rang the Daily Beacon")."""
    for cue in claim.cue_spans:
        if cue.of(sheet.text).split()[-1].lower() not in TELLS:
            continue
        found = _RANG.match(sheet.text, cue.end, _end_of_sentence(sheet, cue))
        outlet = outlet_at(sheet, found.end(), _end_of_sentence(sheet, cue)) if found else None
        if found and outlet:
            told = Span(found.start("who"), found.end("who"))
            yield Hop(outlet_source(sheet, outlet, claim.text_id), "reported", found.group("cue"), outlet, CARRIED)
            yield Hop(source_of(sheet, told, claim.text_id), "told", found.group("cue"), told, TOLD)


def _excluded(sheet: Sheet, claim: Claim, span: Span, pattern: re.Pattern[str]) -> bool:
    """Whether the words only look like a relay: a place to speak of, the speaker's own site, a voice already taken."""
    if pattern is _ON and not _named_outlet(sheet, span):
        return True
    if any(span.meets(own) for own in claim.source_spans) or _spoken_of(sheet, claim, span):
        return True
    return pattern is _CARRIED and bool(_SITE.match(sheet.text, span.end)) and not _named_outlet(sheet, span)


def _spoken_of(sheet: Sheet, claim: Claim, span: Span) -> bool:
    """Whether an outlet's story is what the speaker speaks of ("describes the story in the Post"), not where."""
    after = max((cue.end for cue in claim.cue_spans), default=span.start)
    return after < span.start and bool(_ITS_STORY.fullmatch(sheet.text, after, span.start))


def _named_outlet(sheet: Sheet, span: Span) -> bool:
    return any(is_outlet(sheet, m) for m in sheet.mentions_in(span) if m.form == "name")


def _tails(sheet: Sheet, claim: Claim, zone: Zone) -> Iterator[Hop]:
    """Outlets with a verb of reporting of their own beside the speaker's ("…, Lind said, Norda reported")."""
    for piece in zone.pieces:
        for mention in every_outlet(sheet, piece):
            verb = _TAIL.match(sheet.text, mention.span.end, piece.end)
            if verb is None or any(mention.span.meets(own) for own in claim.source_spans):
                continue
            if not _HANGS.search(sheet.text[max(0, mention.span.start - 20) : mention.span.start]):
                yield Hop(
                    source_of(sheet, mention.span, claim.text_id), "reported", verb.group("cue"), mention.span, REPORTED
                )
