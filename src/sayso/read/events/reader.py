"""What is said to have happened: triggers in the content of claims, with time, quantities, roles and mood."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from sayso.read.events.forms import TABLES, inflected
from sayso.read.events.moods import modality, polarity
from sayso.read.events.roles import Parts, Sight, parts
from sayso.read.events.triggers import Trigger, triggers
from sayso.read.times.moments import Moments
from sayso.read.times.reader import event_times
from sayso.read.times.reckon import stops
from sayso.read.tokens import Token, index_at, low
from sayso.record import Claim, Event, Mention, Quantity, Reading, Span, When, make_id

_JOINS = frozenset(("and", "but", "while", "when", "as", "or", ",", ";"))
_PARTS = _JOINS | frozenset(TABLES["clauses"]["subordinators"]) | frozenset(TABLES["clauses"]["relatives"])
_BETWEEN = 8  # words that a comma or the beginning of a clause counts as
_SAMES = frozenset(TABLES["words"]["sames"])
_FAR = 80  # tokens of a sentence on either side of a cue, at most
_CUE = 8  # tokens of an attitude's cue and what lies between it and its content
_AFTER_TIME = frozenset(TABLES["moods"]["after_time"])
_BLAMELESS = frozenset(TABLES["words"]["blameless"])


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The tokens `[first, last)` of one sentence of a claim's content, with its triggers."""

    line: Sequence[Token]
    first: int
    last: int
    found: Sequence[Trigger]
    room: int  # where the sentence itself begins, for who does what a demand asks for

    def nearest(self, span: Span) -> Trigger:
        """The trigger nearest to a span, in words between them; the one before it where two are as near."""
        k = bisect_left(self.found, span.start, key=lambda one: self.line[one.first].start)
        first, last = index_at(self.line, span.start), index_at(self.line, span.end)
        if k < len(self.found) and self.found[k].first - last <= 3 and low(self.line, first - 1) in _JOINS:
            return self.found[k]  # "and 30 were injured"
        return min(self.found[max(0, k - 1) : k + 1], key=lambda one: max(first - one.last, one.first - last))

    def timed(self, span: Span) -> Trigger:
        """The trigger that a time belongs to: the nearest one, each comma and clause between counting as many words."""
        k = bisect_left(self.found, span.start, key=lambda one: self.line[one.first].start)
        first, last = index_at(self.line, span.start), index_at(self.line, span.end)
        around = self.found[max(0, k - 3) : k + 1]
        return min(
            around, key=lambda one: self._far(one.last, first) if one.last <= first else self._far(last, one.first) + 1
        )

    def _far(self, first: int, last: int) -> int:
        words = self.line[first : min(last, first + _FAR)]
        return sum(_BETWEEN if token.low in _PARTS else 1 for token in words)


class _Page:
    """A page's text and id, what its claims' contents cover, and the sentences of cues that were read already."""

    def __init__(self, reading: Reading) -> None:
        self.text, self.id = reading.page.text, reading.page.id
        spans = sorted(span for claim in reading.claims for span in claim.content_spans)
        self._starts = [span.start for span in spans]
        self._ends = list(accumulate((span.end for span in spans), max))
        self._seen: set[int] = set()

    def covered(self, offset: int) -> bool:
        """Whether the content of a claim holds an offset."""
        k = bisect_right(self._starts, offset) - 1
        return k >= 0 and self._ends[k] > offset

    def is_new(self, offset: int) -> bool:
        """Whether the sentence that begins at an offset is asked for the first time."""
        new = offset not in self._seen
        self._seen.add(offset)
        return new


class Events:
    """Finds what each claim says happened; a claim without a trigger has no event."""

    name, version = "events", "3"
    needs: tuple[str, ...] = ("claims", "claims.quantities", "claims.stated")
    gives: tuple[str, ...] = ("events", "claims.event_ids")

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its events, in page order, and their ids on the claims that tell them."""
        moments = Moments(reading)
        mentions = sorted(reading.mentions, key=lambda mention: mention.span)
        events: dict[str, Event] = {}
        claims: list[Claim] = []
        page = _Page(reading)
        for claim in reading.claims:
            told = list(_events(moments, claim, mentions, page))
            for event in told:
                events.setdefault(event.id, event)
            claims.append(replace(claim, event_ids=tuple(dict.fromkeys(event.id for event in told))))
        ordered = sorted(events.values(), key=lambda event: (event.span, event.kind))
        return replace(reading, claims=tuple(claims), events=tuple(ordered))


def _events(moments: Moments, claim: Claim, mentions: Sequence[Mention], told: _Page) -> Iterator[Event]:
    times = sorted(event_times(moments, claim), key=lambda when: when.span or Span(0, 1))
    quantities = sorted(claim.quantities, key=lambda quantity: quantity.span)
    for piece in claim.content_spans:
        line, _ = moments.within(moments.blocks.around(piece))
        for sentence in _sentences(line, piece, _lead(line, piece, claim)):
            if sentence.found:
                for event in _told(told, sentence, times, quantities, mentions):
                    yield replace(event, polarity="negative") if claim.stance == "denies" else event
    for cue in claim.cue_spans[:1]:
        line, _ = moments.within(moments.blocks.around(cue))
        around = _around(line, index_at(line, cue.start))
        if told.is_new(line[around[0]].start):
            found = [one for one in triggers(line, *around) if not told.covered(line[one.first].start)]
            if found:
                whole = Span(line[around[0]].start, line[around[1] - 1].end)
                heard = event_times(moments, replace(claim, content_spans=(whole,)))
                own = [when for when in heard if when.span and not told.covered(when.span.start)]
                own.sort(key=lambda when: when.span or whole)
                sentence = _Sentence(line, *around, _told_once(line, found), around[0])
                for event in _told(told, sentence, own, (), mentions):
                    is_saying = event.when is None and event.span.meets(cue)  # when it is said, the act is done
                    yield replace(event, when=claim.stated) if is_saying else event


def _around(line: Sequence[Token], at: int) -> tuple[int, int]:
    """The tokens of the sentence that token `at` stands in."""
    first, last = at, at + 1
    while first > 0 and at - first < _FAR and not stops(line, first - 1):
        first -= 1
    while last < len(line) and last - at < _FAR and not stops(line, last - 1):
        last += 1
    return first, last


def _lead(line: Sequence[Token], piece: Span, claim: Claim) -> int:
    """The first token that speaks of a piece of content: its cue's where that tells how the content is meant.

    Such are an attitude ("has not signed" an agreement) and a demand ("urged them to leave", "called for talks").
    """
    first = index_at(line, piece.start)
    for cue in claim.cue_spans:
        k = index_at(line, cue.start)
        asks = claim.mode == "attitude" or low(line, first) == "to" or low(line, k) in inflected("demands")
        if asks and cue.end <= piece.start and 0 < first - k <= _CUE and line[k].start == cue.start:
            return k
    return first


def _sentences(line: Sequence[Token], piece: Span, lead: int) -> Iterator[_Sentence]:
    """The sentences of a piece of content, each with its triggers; the first one's words begin at `lead`."""
    start, end = index_at(line, piece.start), index_at(line, piece.end)
    room = _around(line, lead)[0] if lead < start else start
    for k in range(start, end):
        if stops(line, k) or k + 1 == end:
            yield _Sentence(line, lead, k + 1, _told_once(line, triggers(line, start, k + 1)), room)
            start = lead = room = k + 1


def _told_once(line: Sequence[Token], found: Sequence[Trigger]) -> list[Trigger]:
    """One trigger an event: no noun beside a verb of its kind in one clause, no strike by a storm, no noun twice."""
    disaster = any(one.kind == "disaster" for one in found)
    nouns: set[tuple[str, str]] = set()
    out: list[Trigger] = []
    for one in found:
        stem = line[one.last - 1].low.rstrip("s")
        twin = not one.verb and any(_told_by(line, verb, one) for verb in found if verb.verb and verb.kind == one.kind)
        if (not one.verb and (twin or (one.kind, stem) in nouns)) or (
            disaster and one.verb and one.last - one.first == 1 and line[one.first].low in _BLAMELESS
        ):
            continue
        if not one.verb:
            nouns.add((one.kind, stem))
        out.append(one)
    return out


def _told_by(line: Sequence[Token], verb: Trigger, noun: Trigger) -> bool:
    """Whether a verb and a noun of one kind tell of one event: nothing like "and" stands between them."""
    between = line[min(verb.last, noun.last) : max(verb.first, noun.first)]
    return len(between) < _FAR and not any(token.low in _PARTS - {","} for token in between)


def _told(
    page: _Page,
    sentence: _Sentence,
    times: Sequence[When],
    quantities: Sequence[Quantity],
    mentions: Sequence[Mention],
) -> Iterator[Event]:
    """The events of one sentence: each time and quantity goes to the trigger nearest to it."""
    line = sentence.line
    whole = Span(line[sentence.first].start, line[sentence.last - 1].end)
    when: dict[Trigger, When] = {}
    for time in times[_place(times, whole.start) : _place(times, whole.end)]:
        if time.span and low(line, index_at(line, time.span.start) - 1) not in _AFTER_TIME:
            when.setdefault(sentence.timed(time.span), time)
    _share(sentence, when)
    held: dict[Trigger, list[Quantity]] = {}
    holders: dict[Span, Trigger] = {}
    for quantity in quantities[_place(quantities, whole.start) : _place(quantities, whole.end)]:
        holder = holders.get(quantity.part_of) if quantity.part_of else None
        holders[quantity.span] = holder or sentence.nearest(quantity.span)
        held.setdefault(holders[quantity.span], []).append(quantity)
    earlier: Parts | None = None
    for k, one in enumerate(sentence.found):
        floor = _floor(sentence, k)
        span, mine = one.span(line), tuple(held.get(one, ()))
        until = sentence.found[k + 1].first if k + 1 < len(sentence.found) else sentence.last
        sight = Sight(line, sentence.room, sentence.last, mentions, mine)
        took = parts(sight, one, earlier, until)
        earlier = Parts(took.actor or (None if one.verb else one.span(line).of(page.text)), took.target)
        yield Event(
            id=make_id("event", page.id, span, one.kind),
            span=span,
            trigger=span.of(page.text),
            kind=one.kind,
            roles=took.roles(),
            when=when.get(one),
            quantities=mine,
            polarity=polarity(line, one, floor),
            modality=modality(line, one, floor, sentence.last),
        )


def _share(sentence: _Sentence, when: dict[Trigger, When]) -> None:
    """Gives a verb the time of the happening it befell at, and the other way ("pledged aid at a summit on Monday")."""
    for one, other in pairwise(sentence.found):
        near = {low(sentence.line, other.first - 1), low(sentence.line, other.first - 2)}
        if one.verb and not other.verb and near & _SAMES and (one in when) != (other in when):
            when[one] = when[other] = when.get(one) or when[other]


def _floor(sentence: _Sentence, k: int) -> int:
    """Where the words about the k-th trigger begin: at the one before it, or before those that "or" joins it to."""
    for at in range(k, max(0, k - 4), -1):
        last = sentence.found[at - 1]
        near = sentence.found[at].first - last.last <= 3
        if not near or low(sentence.line, last.last) not in ("or", "nor"):
            return last.first
    return sentence.first if k < 4 else sentence.found[k - 4].first


def _place(found: Sequence[When] | Sequence[Quantity], offset: int) -> int:
    """The place of the first one that starts at `offset` or behind it."""
    return bisect_left(found, offset, key=lambda one: one.span.start if one.span else 0)
