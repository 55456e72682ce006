"""What is said to have happened: triggers in the content of claims, with time, quantities, roles and mood."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.read.events.forms import TABLES
from sayso.read.events.moods import modality, polarity
from sayso.read.events.roles import Parts, Sight, parts
from sayso.read.events.triggers import Trigger, triggers
from sayso.read.times.moments import Moments
from sayso.read.times.reader import event_times
from sayso.read.times.reckon import stops
from sayso.read.tokens import Token, index_at, low
from sayso.record import Claim, Event, Mention, Quantity, Reading, Span, When, make_id

_JOINS = frozenset(("and", "but", "while", "when", "as", "or", ",", ";"))
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

    def nearest(self, span: Span) -> Trigger:
        """The trigger nearest to a span, in words between them; the one before it where two are as near."""
        k = bisect_left(self.found, span.start, key=lambda one: self.line[one.first].start)
        first, last = index_at(self.line, span.start), index_at(self.line, span.end)
        if k < len(self.found) and self.found[k].first - last <= 3 and low(self.line, first - 1) in _JOINS:
            return self.found[k]  # "and 30 were injured"
        return min(self.found[max(0, k - 1) : k + 1], key=lambda one: max(first - one.last, one.first - last))


class Events:
    """Finds what each claim says happened; a claim without a trigger has no event."""

    name, version = "events", "2"
    needs: tuple[str, ...] = ("claims", "claims.quantities", "claims.stated")
    gives: tuple[str, ...] = ("events", "claims.event_ids")

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its events, in page order, and their ids on the claims that tell them."""
        moments = Moments(reading)
        mentions = sorted(reading.mentions, key=lambda mention: mention.span)
        events: dict[str, Event] = {}
        claims: list[Claim] = []
        for claim in reading.claims:
            told = list(_events(moments, claim, mentions, reading.page.id))
            for event in told:
                events.setdefault(event.id, event)
            claims.append(replace(claim, event_ids=tuple(dict.fromkeys(event.id for event in told))))
        ordered = sorted(events.values(), key=lambda event: (event.span, event.kind))
        return replace(reading, claims=tuple(claims), events=tuple(ordered))


def _events(moments: Moments, claim: Claim, mentions: Sequence[Mention], page_id: str) -> Iterator[Event]:
    times = sorted(event_times(moments, claim), key=lambda when: when.span or Span(0, 1))
    quantities = sorted(claim.quantities, key=lambda quantity: quantity.span)
    for piece in claim.content_spans:
        line, _ = moments.within(moments.blocks.around(piece))
        for sentence in _sentences(line, piece, _lead(line, piece, claim)):
            if sentence.found:
                yield from _told(moments.page.text, sentence, times, quantities, mentions, page_id)


def _lead(line: Sequence[Token], piece: Span, claim: Claim) -> int:
    """The first token that speaks of a piece of content: for an attitude, its cue's ("has not signed" an agreement)."""
    first = index_at(line, piece.start)
    for cue in claim.cue_spans if claim.mode == "attitude" else ():
        k = index_at(line, cue.start)
        if cue.end <= piece.start and 0 < first - k <= _CUE and line[k].start == cue.start:
            return k
    return first


def _sentences(line: Sequence[Token], piece: Span, lead: int) -> Iterator[_Sentence]:
    """The sentences of a piece of content, each with its triggers; the first one's words begin at `lead`."""
    start, end = index_at(line, piece.start), index_at(line, piece.end)
    for k in range(start, end):
        if stops(line, k) or k + 1 == end:
            yield _Sentence(line, lead, k + 1, _told_once(line, triggers(line, start, k + 1)))
            start = lead = k + 1


def _told_once(line: Sequence[Token], found: Sequence[Trigger]) -> list[Trigger]:
    """One trigger an event: no noun beside a verb of its kind, no strike by a storm, no noun twice."""
    verbs = {one.kind for one in found if one.verb}
    disaster = any(one.kind == "disaster" for one in found)
    nouns: set[tuple[str, str]] = set()
    out: list[Trigger] = []
    for one in found:
        stem = line[one.last - 1].low.rstrip("s")
        if (not one.verb and (one.kind in verbs or (one.kind, stem) in nouns)) or (
            disaster and one.verb and one.last - one.first == 1 and line[one.first].low in _BLAMELESS
        ):
            continue
        if not one.verb:
            nouns.add((one.kind, stem))
        out.append(one)
    return out


def _told(
    page: str,
    sentence: _Sentence,
    times: Sequence[When],
    quantities: Sequence[Quantity],
    mentions: Sequence[Mention],
    page_id: str,
) -> Iterator[Event]:
    """The events of one sentence: each time and quantity goes to the trigger nearest to it."""
    line = sentence.line
    whole = Span(line[sentence.first].start, line[sentence.last - 1].end)
    when: dict[Trigger, When] = {}
    for time in times[_place(times, whole.start) : _place(times, whole.end)]:
        if time.span and low(line, index_at(line, time.span.start) - 1) not in _AFTER_TIME:
            when.setdefault(sentence.nearest(time.span), time)
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
        sight = Sight(line, sentence.first, sentence.last, mentions, mine)
        took = parts(sight, one, earlier, until)
        earlier = Parts(took.actor or (None if one.verb else one.span(line).of(page)), took.target)
        yield Event(
            id=make_id("event", page_id, span, one.kind),
            span=span,
            trigger=span.of(page),
            kind=one.kind,
            roles=took.roles(),
            when=when.get(one),
            quantities=mine,
            polarity=polarity(line, one, floor),
            modality=modality(line, one, floor, sentence.last),
        )


def _floor(sentence: _Sentence, k: int) -> int:
    """Where the words about the k-th trigger begin: at the one before it, or before those that "or" joins it to."""
    for at in range(k, max(0, k - 4), -1):
        last = sentence.found[at - 1]
        near = sentence.found[at].first - last.last <= 3
        if not near or low(sentence.line, last.last) not in ("or", "nor", "and"):
            return last.first
    return sentence.first if k < 4 else sentence.found[k - 4].first


def _place(found: Sequence[When] | Sequence[Quantity], offset: int) -> int:
    """The place of the first one that starts at `offset` or behind it."""
    return bisect_left(found, offset, key=lambda one: one.span.start if one.span else 0)
