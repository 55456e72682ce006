"""Contents put right at their borders: clocks and datelines taken off, sentences cut loose that another cue rules."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.read.attribute.attributions import Attribution
from sayso.read.attribute.item import CLOCK, Item, Place, Told
from sayso.read.attribute.leads import tail_voice
from sayso.read.attribute.subjects import FINITE
from sayso.read.attribute.wording import ADVERBS, BIDS, HEARSAY_NOUNS, small
from sayso.read.names.descriptions import DEFINITE, INDEFINITE, OWNED, PREPOSITIONS
from sayso.read.names.runs import Word
from sayso.read.verbs import NOUNS

_DATELINE = re.compile(
    r"(?:[^\W\d_a-z][\w .,'’-]{1,40}?\s)?\([^()\n]{1,40}\)\s*[—–-]+\s*"
    r"|[^\W\d_a-z]{3,}(?:[ ,]+[^\W\d_a-z][\w.]*){0,4}\s+[—–]\s+"
)

_PRONOUNS = small("objects")
_JOIN = re.compile(r",?\s+(?:but|and)\s+(?:[a-z]+ly\s+|also\s+|has\s+|have\s+)?$")
NEAR = 4  # words between a content and the adverb that it stops short of
_MAIN = small("own_verb")
_JOINING = small("joining")


def mended(item: Item, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with contents that keep to the sentence of their cue and to quotations that go on."""
    return [_mended(item, one) for one in found]


def _mended(item: Item, one: Attribution) -> Attribution:
    content = tuple(_spoken(item, one, list(_kept(item, one)) or _beside(item, one)))
    one = replace(one, content=content or one.content)
    if not one.cue:
        return one
    if one.source and item.page[slice(*one.source[0])].lower().removeprefix("the ") in HEARSAY_NOUNS:
        one = replace(one, source=())
    if not one.source and item.page[slice(*one.cue[0])].lower() in ADVERBS:
        return replace(one, content=tuple(_around(item, one)) or one.content)
    return _retold(item, _cleft(item, _subject_noun(item, _bidden(item, _stretched(item, one)))))


def opening(item: Item, place: int, limit: int) -> int:
    """Where the words begin after a clock or a dateline that a block opens with at `place`."""
    if any(start == place for start, _ in item.blocks):
        for pattern in (CLOCK, _DATELINE):
            lead = pattern.match(item.page, place, limit)
            place = lead.end() if lead and lead.end() < limit else place
    return place


def _spoken(item: Item, one: Attribution, content: Sequence[Place]) -> Iterator[Place]:
    """The pieces without a clock or dateline at the head of a block, nor the rest of a clock."""
    for start, end in content:
        block = item.blocks[item.block_at(start)][0]
        begin = opening(item, block, end)
        start = max(start, begin) if start < begin < end else start
        if any(c.isalnum() for c in item.page[start:end]):
            yield start, end


def _kept(item: Item, one: Attribution) -> Iterator[Place]:
    """The pieces that belong to the cue: in its own sentence, or in a quotation that touches or goes on from it."""
    home = item.sentence_at(one.cue[0][0]) if one.cue else None
    if home is None or _leads_on(item, one):
        yield from one.content
        return
    low, high = home.start, home.end
    for quote in item.quotes_in(low, high):
        low, high = min(low, quote.start), max(high, quote.end)
    low, high = _widened(item, one, low, high)
    for start, end in one.content:
        if _single(item, start, end):
            yield start, end
        elif start < high and low < end:
            yield max(start, low), min(end, high)


def _beside(item: Item, one: Attribution) -> list[Place]:
    """The pieces in the block of the cue, or all of them where none is: a name set under its quotation."""
    home = item.block_at(one.cue[0][0]) if one.cue else -1
    return [piece for piece in one.content if item.block_at(piece[0]) == home] or list(one.content)


def _single(item: Item, start: int, end: int) -> bool:
    """Whether a piece stands between single quotation marks, which no reader of marks pairs."""
    return item.page[start : start + 1] in {"‘", "'"} or item.page[end - 1 : end] in {"’", "'"}


def _leads_on(item: Item, one: Attribution) -> bool:
    """Whether a colon leads from the cue to all that is said, in the paragraphs after it too."""
    home = item.sentence_at(one.cue[0][0])
    return home is not None and item.page[home.start : home.end].endswith(":") and one.content[0][0] >= home.start


def _widened(item: Item, one: Attribution, low: int, high: int) -> Place:
    """The stretch of the cue's sentence with the quotations beside it without a word of prose between."""
    for start, end in sorted(one.content, reverse=True):
        if end <= low and not item.page[end:low].strip() and any(q.continues for q in item.quotes_in(start, end)):
            low = start
    for start, end in sorted(one.content):
        if start < high:
            continue
        between, block = item.page[high:start].strip(), item.block_at(start)
        opens = any(quote.start == start for quote in item.quotes_in(start, start + 1))
        same = block == item.block_at(max(high - 1, 0))
        goes_on = any(q.continues and q.end >= high - 1 for q in item.quotes_in(low, high))
        if not between and opens and (same or goes_on) or (not same and goes_on):
            high = end
    return low, high


def _around(item: Item, one: Attribution) -> Iterator[Place]:
    """The pieces of hearsay with the side of the adverb that the model has left out."""
    start, end = one.cue[0]
    home = item.sentence_at(start)
    before, after = (any(a < start for a, _ in one.content), any(b > end for _, b in one.content))
    if home is None or item.quotes_in(home.start, home.end):
        yield from one.content
        return
    words = item.page[home.start : start].rstrip(" ,")
    if not before and any(c.isalnum() for c in words):
        yield opening(item, home.start, start), home.start + len(words)
    for a, b in one.content:
        gap = item.page[b:start]
        near = b <= start and len(gap.split()) <= NEAR and not any(sign in gap for sign in ",;:.")
        yield a, b + len(gap.rstrip()) if near else b
    if not after:
        rest = re.match(r"[ ,]*(?P<rest>(?:[^,;:.!?\n]|[,.](?=\d)){2,200})", item.page[end : home.end])
        if rest:
            yield end + rest.start("rest"), end + len(item.page[end : end + rest.end()].rstrip())


def _bidden(item: Item, one: Attribution) -> Attribution:
    """ "urged residents to leave": whom is told is no part of what is said."""
    cue = item.page[one.cue[0][0] : one.cue[-1][1]].lower().split()
    start, end = one.content[0]
    if not (set(cue[-2:]) | {" ".join(cue[-2:])}) & BIDS or start < one.cue[-1][1] or item.quotes_in(start, start + 1):
        return one
    row = item.row(start, end)
    to = next((k for k, word in enumerate(row[:-1]) if word.low == "to" and _verbal(row[k + 1])), 0)
    if (
        not to
        or row[0].low in {"that", "to", "if", "whether", "for", "about", "not"}
        or any(w.low in FINITE and not _relative(row[:k]) for k, w in enumerate(row[:to]))
    ):
        return one
    first = to - 1 if row[to - 1].low == "not" else to
    return replace(one, content=((row[first].start, end), *one.content[1:]))


def _verbal(word: Word) -> bool:
    return (
        not word.capital
        and word.low not in DEFINITE | INDEFINITE | OWNED | PREPOSITIONS | _PRONOUNS
        and not word.text[0].isdigit()
    )


def _relative(row: Sequence[Word]) -> bool:
    return any(word.low in {"who", "which", "that", "whose"} for word in row)


def _stretched(item: Item, one: Attribution) -> Attribution:
    """A content that stops short of the comma before its speaker reaches up to it."""
    start, end = one.content[-1]
    after = min((a for a, _ in one.source + one.cue), default=end)
    gap = item.page[end:after]
    comma = gap.find(",")
    if after <= end or comma <= 0 or gap.rstrip(" ")[-1:] != "," or item.quotes_in(end - 1, after) or "." in gap:
        return one
    return replace(one, content=(*one.content[:-1], (start, end + comma)))


def _subject_noun(item: Item, one: Attribution) -> Attribution:
    """ "His claim that a whale did it was met with laughter": the sentence's own verb ends what is claimed."""
    start, end = one.content[0]
    cue = item.page[one.cue[0][0] : one.cue[-1][1]].lower()
    home = item.sentence_at(one.cue[0][0])
    owner = item.page[one.source[0][0] : one.source[0][1]].lower() if one.source else ""
    owned = owner in OWNED or owner.endswith(("’s", "'s", "s’", "s'"))
    if (
        cue not in NOUNS
        or not owned
        or len(one.content) > 1
        or home is None
        or not item.page[start:end].startswith("that ")
    ):
        return one
    if any(word.low in FINITE for word in item.row(home.start, one.cue[0][0])):
        return one
    row = item.row(start, end)
    verbs = [k for k, word in enumerate(row) if word.low in _MAIN and row[k - 1].low not in _JOINING]
    finite = (
        sum(
            word.low in FINITE or word.low.endswith("ed") or k > 1 and word.low == "cost"
            for k, word in enumerate(row[: verbs[-1]])
        )
        if verbs
        else 0
    )
    return replace(one, content=((start, row[verbs[-1] - 1].end),)) if finite else one


def _cleft(item: Item, one: Attribution) -> Attribution:
    """ "What he will not discuss is the shoe"."""
    start, end = one.content[0]
    home = item.sentence_at(start)
    if home is None or item.page[start:end].lower() != "what":
        return one
    row = item.row(one.cue[-1][1], home.end)
    if not row or row[0].low not in {"is", "was"} or len(row) < 2:
        return one
    stop = home.start + len(item.page[home.start : home.end].rstrip(".!? "))
    return replace(one, content=((row[1].start, stop),)) if row[1].start < stop else one


def _retold(item: Item, one: Attribution) -> Attribution:
    """A quotation with speaker and verb that the content has swallowed is given back to them."""
    start, end = one.content[0]
    first = next(iter(item.quotes_in(start, end)), None)
    if first is None or first.start != start or end <= first.end + 2 or one.cue[0][0] < first.end:
        return one
    voice = tail_voice(item, first.end)
    if voice is None or item.page[first.words[1] - 1] not in ",!?" or len(one.content) > 1:
        return one
    return replace(one, source=(voice[0],), cue=(voice[1],), content=((first.start, first.end),))


def apart(item: Item, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with contents that end where a second verb of the same speaker begins: "… but would not say"."""
    told = Told(tuple(found))
    return [replace(one, content=tuple(_ending(item, told, one, piece) for piece in one.content)) for one in found]


def _ending(item: Item, told: Told, one: Attribution, piece: Place) -> Place:
    """A piece of content up to the joining word before another's cue in it, where that one's source is outside."""
    start, end = piece
    for other in told.meeting(start, end):
        if other is one or not other.cue or not other.source or other.source[0] != (one.source or ((0, 0),))[0]:
            continue
        join = _JOIN.search(item.page, max(start, other.cue[0][0] - 40), other.cue[0][0])
        if start < other.cue[0][0] < end and join and join.start() > start:
            return start, join.start()
    return piece
