"""Sentences that say whose words those before them were: "Those were the words of …", "The assurance came from …"."""

import re
from collections.abc import Iterator

from sayso.read.attribute.attributions import Attribution
from sayso.read.attribute.item import CLOCK, Item, Place, Told
from sayso.read.attribute.subjects import Phrase, clausal, phrase_at, subject, with_apposition
from sayso.read.attribute.wording import POINTING, PUT, RAN, SPEAKING, SPOKE
from sayso.read.verbs import any_of
from sayso.record import Span

_Pointer = tuple[Place, Place]
SURE = 0.8
_NOUN = rf"(?P<cue>{any_of(POINTING)})"
_THAT = r"[\W_]*(?:those|these|such|that|this)\s+(?:were|was|are|is|remains?|would\s+be|has\s+been)\s+"
_OF = re.compile(
    rf"{_THAT}(?:(?:the|a|an|his|her|their|its)\s+)?(?:[\w-]+\s+){{0,3}}?{_NOUN}(?:\s+[\w-]+){{0,3}}?\s+(?:of|from|by)\s+",
    re.IGNORECASE,
)
_OWNED = re.compile(rf"{_THAT}(?P<who>[^,;:.“”\"\n]{{1,70}}?)['’]s?\s+(?:[\w-]+\s+){{0,2}}?{_NOUN}\b", re.IGNORECASE)
_CAME = re.compile(
    rf"[\W_]*(?:the|this|that|those|these|such)\s+(?:an?\s+)?(?:[\w-]+\s+){{0,2}}?{_NOUN}\s+(?:came|comes|was|were|is|are|had\s+come)\s+(?:[\w-]+\s+){{0,3}}?(?:from|by|of)\s+",
    re.IGNORECASE,
)
_HOW = re.compile(r"[\W_]*(?:that|this|it)(?:\s+(?:is|was)|['’]s)\s+how\s+", re.IGNORECASE)
_PUT = re.compile(rf"\s*,?\s*(?P<cue>{any_of(PUT)})\b")
_RAN = re.compile(rf"[\W_]*(?:so|thus|here)\s+(?P<cue>{any_of(RAN)})\s+", re.IGNORECASE)
_MAKER = re.compile(r"\s*[^.;:“”\"\n]{0,60}?\b(?:that|which|by|from|of)\s+")
_WAS = re.compile(
    r"[\W_]*(?P<cue>(?:that|this)\s+(?:was|is)|(?:the\s+)?(?:speaker|writer|author|voice|caller|sender)\s+(?:was|is)(?:\s+that\s+of)?)\s+",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"[\W_]*(?:it|(?:the|this)\s+[\w-]+)\s+(?P<cue>(?:bears?|bore|carries|carried|has)\s+the\s+(?:signature|name|byline|seal|stamp)\s+of|(?:was|is|had\s+been)\s+(?:signed|written|sent|posted|issued|uttered|spoken|penned|dictated)\s+by)\s+",
    re.IGNORECASE,
)
_SPEAKING = re.compile(rf"\s*,?\s*(?P<cue>(?:was|were|is|are|had\s+been)\s+(?:[a-z]+ly\s+)?(?:{any_of(SPEAKING)}))\b")
_SPOKE = re.compile(
    rf"\s*,?\s*(?:[a-z]+ly\s+)?(?P<verb>{any_of(SPOKE)})\b(?:\s+(?:the|a|an|his|her|their|its|that|this)\s+(?:[\w-]+\s+)?(?P<cue>{any_of(POINTING)})\b)?"
)
_ALONE = frozenset({"spoke", "speaks"})
_INSIDE = re.compile(rf"\s*[:;,—–]\s*(?={_THAT}|[\W_]*(?:that|this)(?:\s+(?:is|was)|['’]s)\s+how\s)", re.IGNORECASE)
_FIRST = re.compile(
    r"[\W_]*the\s+(?:first|former)\b[^.“”\"\n]{0,40}?\b(?P<cue>came\s+from|was|is|came\s+by\s+way\s+of|belongs?\s+to)\s+",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\bthe\s+(?:second|third|fourth|fifth|last|latter|other)\b", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|was|is|by|to)\s+")
_ORDER = re.compile(r"[^.“”\"\n]{0,200}?:\s+(?=[^.:“”\"\n]{3,200}\bin\s+that\s+order\b)")


def pointed(item: Item, place: int, *, quoted: bool) -> _Pointer | None:
    """Source and cue of the sentence right after `place`, where it points back to what ends there.

    After a quotation a sentence that only says that somebody was speaking points to it too.
    """
    sentence = item.sentence_after(place)
    if sentence is None or item.block_at(sentence.start) > item.block_at(max(place - 1, 0)) + 1:
        return None
    clock = CLOCK.match(item.page, sentence.start, sentence.end)
    start = clock.end() if clock else sentence.start
    found = _noun(item, start, sentence.end) or _how(item, start, sentence.end) or _run(item, start, sentence.end)
    if found or not quoted:
        return found
    return _signed(item, start, sentence.end) or _spoke(item, start, sentence.end)


def _named(item: Item, start: int, end: int) -> Phrase | None:
    row = item.row(start, end)
    found = phrase_at(item, row) or phrase_at(item, row, anything=True)
    return with_apposition(item, found, end) if found else None


def _noun(item: Item, start: int, end: int) -> _Pointer | None:
    """ "Those were the words of …", "That was Lind's verdict", "The assurance came from …"."""
    for pattern in (_OF, _CAME):
        lead = pattern.match(item.page, start, end)
        found = _named(item, lead.end(), end) if lead else None
        if lead and found:
            return found.place, lead.span("cue")
    owned = _OWNED.match(item.page, start, end)
    if owned:
        found = phrase_at(item, item.row(owner := owned.start("who"), owned.end("who") + 2))
        if found or owned["who"].lower() in {"his", "her", "their"}:
            return (owner, owned.end("who")), owned.span("cue")
    return None


def _how(item: Item, start: int, end: int) -> _Pointer | None:
    """ "That is how the court put it"."""
    lead = _HOW.match(item.page, start, end)
    found = _named(item, lead.end(), end) if lead else None
    put = _PUT.match(item.page, found.end, end) if found else None
    return (found.place, put.span("cue")) if found and put else None


def _run(item: Item, start: int, end: int) -> _Pointer | None:
    """ "So ran the post that …", "So begins the petition"."""
    lead = _RAN.match(item.page, start, end)
    if not lead:
        return None
    maker = _MAKER.match(item.page, lead.end(), end)
    found = (_named(item, maker.end(), end) if maker else None) or _named(item, lead.end(), end)
    return (found.place, lead.span("cue")) if found else None


def _signed(item: Item, start: int, end: int) -> _Pointer | None:
    """ "That was the fire chief on the loudspeaker", "It bears the signature of …"."""
    for pattern in (_SIGNED, _WAS):
        lead = pattern.match(item.page, start, end)
        found = _named(item, lead.end(), end) if lead else None
        if lead and found:
            return found.place, lead.span("cue")
    return None


def _spoke(item: Item, start: int, end: int) -> _Pointer | None:
    """ "Lind was speaking after …", "Lind made the admission …", "Lind ended her speech …"."""
    found = subject(item, start, end)
    if found is None:
        return None
    speaking = _SPEAKING.match(item.page, found.end, end)
    if speaking:
        return found.place, speaking.span("cue")
    spoke = _SPOKE.match(item.page, found.end, end)
    if spoke and (spoke["cue"] or spoke["verb"] in _ALONE):
        return found.place, spoke.span("cue" if spoke["cue"] else "verb")
    return None


def in_turn(item: Item, place: int, count: int) -> list[tuple[Place, Place | None]]:
    """The voices to which a sentence after several quotations gives them in turn; none where it does not."""
    sentence = item.sentence_after(place)
    if sentence is None or count > 9:
        return []
    first = _FIRST.match(item.page, sentence.start, sentence.end)
    if first:
        return _ordinals(item, first, sentence.end, count)
    order = _ORDER.match(item.page, sentence.start, sentence.end)
    if not order:
        return []
    names = [m for m in item.sheet.mentions_in(Span(order.end(), sentence.end)) if m.form == "name"]
    return [((m.span.start, m.span.end), None) for m in names] if len(names) == count else []


def _ordinals(item: Item, first: re.Match[str], end: int, count: int) -> list[tuple[Place, Place | None]]:
    """ "The first came from X, the second, a minute later, from Y"."""
    parts = [first.end(), *(more.end() for more in _NEXT.finditer(item.page, first.end(), end)), end]
    if len(parts) != count + 1:
        return []
    out: list[tuple[Place, Place | None]] = []
    for k, (start, stop) in enumerate(zip(parts, parts[1:], strict=False)):
        places = [start] if not k else [lead.end() for lead in _FROM.finditer(item.page, start, stop)]
        found = next((one for place in places if (one := _named(item, place, stop))), None)
        if found is None:
            return []
        out.append((found.place, None if k else first.span("cue")))
    return out


def pointing(item: Item, told: Told) -> Iterator[Attribution]:
    """Sentences without quotation marks that the next one, or their own end, says are somebody's words."""
    for k, sentence in enumerate(item.sentences):
        if told.meeting(sentence.start, sentence.end):
            continue
        inside = _INSIDE.search(item.page, sentence.start + 1, sentence.end)
        if inside:
            found = _noun(item, inside.end(), sentence.end) or _how(item, inside.end(), sentence.end)
            if found:
                yield Attribution((found[0],), (found[1],), ((sentence.start, inside.start()),), SURE, SURE)
            continue
        last = item.sentences[k - 1] if k else None
        if (
            last is None
            or item.block_at(last.start) != item.block_at(sentence.start)
            or item.quotes_in(last.start, last.end)
        ):
            continue
        found = pointed(item, last.end, quoted=False)
        if found and not told.contents(last.start, last.end) and clausal(item, last.start, last.end):
            yield Attribution((found[0],), (found[1],), ((last.start, last.end),), SURE, SURE)
