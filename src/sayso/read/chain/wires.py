"""Agencies whose copy a page prints: in a dateline, alone in a byline, in brackets or after a dash at the end."""

import re
from collections.abc import Iterator

from sayso.read.chain.hops import Hop, Zone
from sayso.read.chain.outlets import looks_like_outlet
from sayso.read.names.gazette import AGENCY_FIRST, AGENCY_LAST, NO_CREDITS, outlet_named
from sayso.read.sheet import Sheet
from sayso.record import Claim, Source, Span, Text, make_id

WIRED = 5  # the rank of the outermost relay
_NAME = r"[^\W\d_][\w .'’&/-]{1,40}?"
_BRACKETS = re.compile(rf"[(\[]\s*(?P<name>{_NAME})\s*[)\]]|[—–-]\s?(?P<dash>[^\W\d_][\w.'’&/-]{{1,30}})\s*$")
_DATELINE = re.compile(rf"\s*[^\W\d_][^()\[\]\n]{{1,60}}[(\[]\s*(?P<name>{_NAME})\s*[)\]]\s*[—–:-]")
_CREDIT = re.compile(rf"[.!?”\"’]\s+(?:[(\[]\s*(?P<name>{_NAME})\s*[)\]]|[—–]\s?(?P<dash>{_NAME}))\s*$")
_SLASH = re.compile(r"\s*/\s*")
_INITIALS = re.compile(r"[A-Z]{2,6}")
_SOURCE_LINE = re.compile(
    rf"\s*(?:[Ss]ources?|[Aa]genc(?:y|ies)|[Vv]ia|[Ww]ire|[Cc]redits?|[Tt]ext)\s*:\s*(?P<name>{_NAME})\s*\.?\s*"
)
_CAPITALS = re.compile(r"(?:[^\W\d_a-z][\w.'’&/-]*(?:\s+|$)){1,3}")


def bracketed(sheet: Sheet, claim: Claim, zone: Zone) -> Iterator[Hop]:
    """An agency in brackets or after a dash at the end of the claim's sentence or, as a credit, of its paragraph."""
    last = max(claim.span.end, *(piece.end for piece in zone.pieces)) if zone.pieces else claim.span.end
    found = sheet.text.find("\n", last)
    end = found if found >= 0 else len(sheet.text)
    stretch = sheet.text[claim.span.end : end][: 60 + last - claim.span.end]
    for one in _BRACKETS.finditer(stretch):
        name = one.group("name") or one.group("dash")
        if looks_like_outlet(name) and (one.group("dash") is None or outlet_named(name)):
            start = claim.span.end + one.start("name" if one.group("name") else "dash")
            yield agency(sheet, Span(start, start + len(name)), claim.text_id)
    credit = _credit(sheet, claim.span.end, end)
    if credit is not None:
        yield agency(sheet, credit, claim.text_id)


def _credit(sheet: Sheet, start: int, end: int) -> Span | None:
    """The name in brackets that stands alone at the end of a paragraph ("… the ministry says. (Norda)")."""
    floor = max(start - 2, end - 60)
    found = _CREDIT.search(sheet.text, floor, end)
    if found is None:
        return None
    group = "name" if found.group("name") else "dash"
    name = found.group(group)
    if not _CAPITALS.fullmatch(name) or not NO_CREDITS.isdisjoint(name.lower().split()) or name[1:2] == "-":
        return None
    entity = sheet.entity(sheet.mention_at(found.start(group)))
    if entity is not None and (entity.kind in {"person", "place", "office"}) and not looks_like_outlet(name):
        return None
    return Span(found.start(group), found.end(group))


def agency(sheet: Sheet, span: Span, text_id: str) -> Hop:
    """An agency whose copy the page prints, as the outermost relay."""
    name = span.of(sheet.text)
    entity = sheet.entity(sheet.mention_at(span.start))
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
    """The agency of a story item: in its dateline, alone in its byline, in brackets at its very end, or in a credit
    line below it."""
    if text.body:
        first, last = text.body[0], text.body[-1]
        found = _DATELINE.match(sheet.text, first.start, min(first.end, first.start + 120))
        if found and found.group("name").lower() not in NO_CREDITS:
            return agency(sheet, Span(found.start("name"), found.end("name")), text.id)
        tail = re.compile(rf"[(\[]\s*({_NAME})\s*[)\]]\s*$").search(
            sheet.text, max(last.start, last.end - 50), last.end
        )
        if tail and looks_like_outlet(tail.group(1)):
            return agency(sheet, Span(tail.start(1), tail.end(1)), text.id)
    return _of_head(sheet, text) or _of_foot(sheet, text)


def wires_like(name: str) -> bool:
    """Whether an unknown name is shaped like an agency's: in capitals alone, or with an agency's word in it."""
    words = name.removeprefix("The ").split()
    if not words:
        return False
    marked = words[-1].lower() in AGENCY_LAST or words[0].lower() in AGENCY_FIRST
    return len(words) > 1 and marked or bool(_INITIALS.fullmatch(name))


def abbreviates(short: str, name: str | None) -> bool:
    """Whether initials may stand for a name ("TNA", "Tarn News Agency"; "GNB", "Galts Nyhetsbyrå"): its words' first
    letters are all there, in order, and the rest stand in the name."""
    if name is None or not _INITIALS.fullmatch(short) or outlet_named(short):
        return False
    words = [word for word in name.lower().split() if word not in {"the", "of", "and"}]
    low, place = short.lower(), 0
    for word in words:
        at = low.find(word[:1], place)
        if at < 0:
            return False
        place = at + 1
    letters = iter("".join(words))
    return low[:1] == words[0][:1] and all(letter in letters for letter in low)


def _of_foot(sheet: Sheet, text: Text) -> Hop | None:
    """The agency named in a credit line that stands below the story ("Source: Norda News Agency")."""
    for part in sheet.reading.parts:
        if part.text_id != text.id or part.kind not in {"apparatus", "credit"}:
            continue
        found = _SOURCE_LINE.fullmatch(sheet.text, part.span.start, part.span.end)
        if found and (looks_like_outlet(found.group("name")) or wires_like(found.group("name"))):
            return agency(sheet, Span(found.start("name"), found.end("name")), text.id)
    return None


def _of_head(sheet: Sheet, text: Text) -> Hop | None:
    """The agency named in a dateline that stands apart, or as the author."""
    names = [m.group(1) for m in re.finditer(r"\(([^()]{2,40})\)", text.dateline or "")]
    publisher = sheet.reading.page.outlet
    own = {publisher.removeprefix("The ")} if publisher else set()
    names += [
        name
        for line in text.byline
        for name in _SLASH.split(line)
        if outlet_named(name) or wires_like(name) and name not in own and not abbreviates(name, publisher)
    ]
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
