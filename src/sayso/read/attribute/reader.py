"""Who says what on a page: claims with the words that name the speaker, that attribute, and that are attributed.

What no attribution touches the outlet asserts itself: those sentences become claims too, in its own voice. How a
claim reached the page, and in what mode and stance, is for the readers after this one.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sayso.read.attribute.attributions import TUNING, Attribution, heard
from sayso.read.attribute.beside import all_told
from sayso.read.attribute.dated import undated
from sayso.read.attribute.item import Item, Place, Told, meets
from sayso.read.attribute.subjects import clausal
from sayso.read.sheet import Sheet
from sayso.record import Claim, Manner, Missed, Reading, Span, Text, make_id

TAKEN = 0.4  # a sentence belongs to an attribution from this share of its characters in a content
_JOINS = re.compile(r"[,;]\s+(?:(?:and|but|while|although|though|yet)\s+)?")
DIRECT = 0.9  # a content is a direct quotation from this share of its letters between quotation marks


class Attribute:
    """Finds the claims of headlines and bodies; furniture is never read."""

    name, version = "attribute", "4"
    needs: tuple[str, ...] = ("texts", "sentences", "mentions", "entities")
    gives: tuple[str, ...] = ("claims",)

    def __call__(self, reading: Reading) -> Reading:
        """Give the reading with its claims, in the order of the page; raises ModelError without a model."""
        claims: list[Claim] = []
        missed: list[Missed] = []
        sheet = Sheet(reading)
        for text in reading.texts:
            if text.language and not text.language.lower().startswith("en"):
                missed.append(Missed(what=text.id, why=f"no reader of attributions for language {text.language}"))
                continue
            claims += self._claims(sheet, text)
        claims.sort(key=lambda claim: (claim.span, claim.content_spans))
        return replace(reading, claims=reading.claims + tuple(claims), missed=reading.missed + tuple(missed))

    def _claims(self, sheet: Sheet, text: Text) -> Iterator[Claim]:
        item = Item(sheet, text, tuple(_blocks(text)))
        if not item.blocks:
            return
        learned, silent = _learned(item)
        found = all_told(item, learned)
        taken: set[str] = set()
        for claim in (self._told(item, one) for one in found):
            twin = claim.id in taken  # one report by several outlets
            taken.add(claim.id)
            yield replace(claim, id=make_id("claim", claim.id, *claim.source_spans)) if twin else claim
        yield from self._own(item, Told(tuple(found)), silent)

    def _told(self, item: Item, one: Attribution) -> Claim:
        """Make the claim of one attribution."""
        content, cue, source = (tuple(Span(*span) for span in spans) for spans in (one.content, one.cue, one.source))
        exact = tuple(
            _overlap(piece, words)
            for piece in content
            for quote in item.quotes_in(piece.start, piece.end)
            if piece.meets(words := Span(*quote.words))
        )
        near = tuple(span for span in source if cue or item.block_at(span.start) == item.block_at(content[0].start))
        everything = content + cue + near
        return Claim(
            id=make_id("claim", item.text.id, *content, "cue", *cue),
            text_id=item.text.id,
            span=Span(min(s.start for s in everything), max(s.end for s in everything)),
            content=_joined(item.page, content),
            content_spans=content,
            cue=_joined(item.page, cue) or None,
            cue_spans=cue,
            source_spans=source,
            manner=_manner(item.page, content, exact),
            quotes=exact,
            score=one.sure,
            made_by=f"{self.name}@{self.version}",
        )

    def _own(self, item: Item, told: Told, silent: Callable[[Place], float]) -> Iterator[Claim]:
        """Give what no attribution takes, as the outlet's own claims; a teaser's are its story's."""
        blocks = [Span(*b) for b in item.blocks if not (item.text.kind == "card" and b == item.headline)]
        for sentence in (s for block in blocks for s in item.sheet.sentences_in(block)):
            place = sentence.start, sentence.end
            here = told.meeting(*place)
            free: Span | None = sentence
            if any(meets(one.cue, place) for one in here):
                free = own_clause(item, sentence, here)
            elif _taken(place, here) >= TAKEN * len(sentence.of(item.page).strip()):
                continue
            words = free.of(item.page).strip() if free else ""
            if free is None or not any(c.isalpha() for c in words):
                continue
            start = free.start + free.of(item.page).index(words[0])
            span = Span(start, start + len(words))
            yield Claim(
                id=make_id("claim", item.text.id, span, "own_voice"),
                text_id=item.text.id,
                span=span,
                content=_joined(item.page, (span,)),
                content_spans=(span,),
                manner="own_voice",
                score=round(TUNING.own_chance(silent((span.start, span.end))), 4),
                made_by=f"{self.name}@{self.version}",
            )


def own_clause(item: Item, sentence: Span, here: Sequence[Attribution]) -> Span | None:
    """Give the clause before ", and the mayor said …", where a sentence begins in the outlet's own voice."""
    starts = [a for one in here for a, b in one.content + one.cue + one.source if b > sentence.start]
    first = min([sentence.end, *starts])
    joins = [found for found in _JOINS.finditer(item.page, sentence.start, sentence.end) if found.end() <= first]
    if not joins or item.page[joins[-1].end() : first].strip():
        return None
    end = joins[-1].start()
    return Span(sentence.start, end) if end > sentence.start and clausal(item, sentence.start, end) else None


def _taken(place: Place, here: Sequence[Attribution]) -> int:
    """Say how many characters of a sentence are told by somebody."""
    shared = (min(b, place[1]) - max(a, place[0]) for one in here for a, b in one.content)
    return sum(size for size in shared if size > 0)


def _learned(item: Item) -> tuple[list[Attribution], Callable[[Place], float]]:
    """Give the model's attributions of an item, in places of the page, and how silent it finds a place."""
    base = item.blocks[0][0]
    words = item.page[base : max(end for _, end in item.blocks)]
    found = heard(words, [(start - base, end - base) for start, end in item.blocks])

    def moved(spans: Sequence[Place]) -> tuple[Place, ...]:
        return tuple((start + base, end + base) for start, end in spans)

    told = [
        replace(a, source=moved(a.source), cue=undated(item.page, moved(a.cue)), content=moved(a.content))
        for a in found.attributions
    ]
    return told, lambda place: found.silent((place[0] - base, place[1] - base))


def _blocks(text: Text) -> list[tuple[int, int]]:
    """Give the spans of headline and body, in the order of the page, without repeats or overlaps."""
    spans = {*text.body, *([text.headline_span] if text.headline_span else [])}
    out: list[tuple[int, int]] = []
    for span in sorted(spans):
        start = max(span.start, out[-1][1]) if out else span.start
        if start < span.end:
            out.append((start, span.end))
    return out


def _joined(page: str, spans: Sequence[Span]) -> str:
    """Give the words of several spans with single spaces."""
    return " ".join(" ".join(span.of(page) for span in spans).split())


def _overlap(a: Span, b: Span) -> Span:
    return Span(max(a.start, b.start), min(a.end, b.end))


def _manner(page: str, content: Sequence[Span], exact: Sequence[Span]) -> Manner:
    """Say whether a content is quoted (direct), told (indirect) or both (mixed), by its letters."""
    letters, quoted = (sum(c.isalnum() for span in spans for c in span.of(page)) for spans in (content, exact))
    if not quoted:
        return "indirect"
    return "direct" if quoted >= DIRECT * letters else "mixed"
