"""Sites where anybody posts, as the medium of a statement ("in a post on Telegram", "wrote on the forum Kasten")."""

import re
from collections.abc import Iterator

from sayso.read.names.gazette import PLATFORM_NOUNS, PLATFORMS
from sayso.read.names.runs import CALENDAR
from sayso.read.sheet import Sheet
from sayso.read.verbs import any_of
from sayso.record import Source, Span, make_id

_POSTS = (
    r"posts?|posted|posting|wrote|writes|writing|written|tweeted|published|publishes|uploaded|shared|circulated|released|streamed|distributed|said|says|"
    r"announced|announces|claimed|replied|added|message|messages|statement|statements|video|videos|clip|clips|footage|recording|talk|thread|threads|comment|comments|"
    r"note|notice|announcement|appeal|update|updates|listing|stream|broadcast|livestream|address|story|stories|reel|account|channel|page|profile|feed|live"
)
_FRAME = re.compile(
    rf"\b(?P<verb>{_POSTS})(?P<cue>(?:\s+(?:it|this|them|late|early|live|overnight|later|earlier|[\w’'-]{{2,20}}|(?:on|by)\s+\w+day))?\s+(?:on|to|via|through|over)\s+)",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:[Ii]n|[Oo]n|[Vv]ia|[Tt]hrough|[Ww]ith|[Bb]y)\s+(?:an?|his|her|its|their)\s+(?:[a-z-]+\s+)?$")
_KNOWN = re.compile(r"\b(?P<cue>[Oo]n|[Vv]ia|(?:took|taking|takes|turned|turning|went)\s+to)\s+")
_SITE = re.compile(
    rf"(?:(?:the|a|an|his|her|its|their|our)\s+)?(?:[\w’'-]+\s+){{0,4}}?(?:{any_of(PLATFORM_NOUNS)}),?\s+(?:called\s+|named\s+)?(?=[^\W\d_a-z])|(?:(?:the|a|his|her|its|their|our)\s+(?:official\s+|verified\s+|personal\s+|own\s+)?)?"
)
_SITE_WORDS = re.compile(rf"\b(?:{any_of(PLATFORM_NOUNS)})\b")
_NAME = re.compile(
    rf"(?:{any_of(PLATFORMS)})(?![\w’'-]|\s\d)|[^\W\d_a-z][\w-]*(?:\s(?!\w+day\b)[^\W\d_a-z][\w-]*){{0,2}}"
)
_PLAIN = PLATFORMS - {"Medium", "Signal", "Line", "Threads"}  # these are adjectives and nouns too
_ADJECTIVE = re.compile(
    rf"\b(?:[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s+(?:[a-z-]+\s+)?(?P<name>{any_of(_PLAIN)})\s+"
    r"(?:post|posts|message|messages|video|story|stories|status|thread|livestream|live|channel|page|account|feed)\b"
)
_LOOSE = {
    "said",
    "says",
    "address",
    "announced",
    "announces",
    "claimed",
    "added",
    "note",
    "comment",
    "comments",
    "update",
    "updates",
    "replied",
    "story",
    "stories",
    "live",
}


def platform_hops(sheet: Sheet, start: int, limit: int) -> Iterator[tuple[Span, str]]:
    """The platforms between two places that a statement was published on, each with the words before it."""
    for found in _FRAME.finditer(sheet.text, start, limit):
        span = platform_at(sheet, found.end(), limit, sure=found.group("verb").lower() not in _LOOSE)
        if span is not None:
            yield span, found.group().strip()
    for span, cue in platform_posts(sheet, start, limit):
        if _IN.search(sheet.text, max(start, span.start - 40), span.start):
            yield span, cue
    for found in _KNOWN.finditer(sheet.text, start, limit):
        span = platform_at(sheet, found.end(), limit, sure=False)
        if span is not None:
            yield span, found.group("cue")


def platform_posts(sheet: Sheet, start: int, limit: int) -> Iterator[tuple[Span, str]]:
    """The platforms that say what kind of post it is ("a Facebook post")."""
    for found in _ADJECTIVE.finditer(sheet.text, start, limit):
        yield Span(found.start("name"), found.end("name")), found.group()


def platform_at(sheet: Sheet, place: int, limit: int, *, sure: bool) -> Span | None:
    """The platform at `place`; a name on no list only after "the app" and the like, or where the frame is `sure`."""
    lead = _SITE.match(sheet.text, place, limit)
    begin = lead.end() if lead else place
    name = _NAME.match(sheet.text, begin, limit)
    if name is None:
        return None
    told = bool(lead and _SITE_WORDS.search(lead.group()))
    if name.group() in PLATFORMS:
        return Span(begin, name.end())
    mention = sheet.mention_at(begin)
    entity = sheet.entity(mention)
    if mention is None or name.group().split()[0].lower() in CALENDAR:
        return None
    if told:
        return mention.span if entity is None or entity.kind != "place" else None
    fits = entity is not None and entity.kind in {"other", "outlet"} and " " not in mention.span.of(sheet.text)
    return mention.span if sure and fits else None


def platform_source(sheet: Sheet, span: Span) -> Source:
    """The platform under a span as a source."""
    words = " ".join(span.of(sheet.text).split())
    entity = sheet.entity(sheet.mention_at(span.start))
    return Source(
        id=make_id("source", "outlet", words), kind="outlet", name=words, entity_id=entity.id if entity else None
    )
