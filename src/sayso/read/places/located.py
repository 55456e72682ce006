"""Where events happened: each place of a sentence goes to the event told nearest to it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace

from sayso.read.sheet import Sheet
from sayso.record import Event, Place, Reading, Span


class Located:
    """Gives events their places; governments, peoples and parts of names are no place where anything happens."""

    name, version = "located", "1"
    needs: tuple[str, ...] = ("sentences", "mentions", "events", "places")
    gives: tuple[str, ...] = ("events.places",)

    def __call__(self, reading: Reading) -> Reading:
        """The reading with the places of its events; those that an event has already are kept."""
        sheet = Sheet(reading)
        told: dict[Span, list[Event]] = defaultdict(list)
        for event in sorted(reading.events, key=lambda one: (one.span, one.id)):
            if sentence := sheet.sentence_at(event.span.start):
                told[sentence].append(event)
        mentions = {mention.id: mention.span for mention in reading.mentions}
        doers = {role.mention_id for event in reading.events for role in event.roles if role.part == "actor"}
        taken = {mentions[one] for one in doers if one in mentions}
        held: dict[str, list[Place]] = defaultdict(list)
        for place in reading.places:
            sentence = sheet.sentence_at(place.span.start) if _tells(place, taken) else None
            if sentence and told[sentence]:
                for event in _nearest(told[sentence], place.span):
                    held[event.id].append(place)
        return replace(
            reading,
            events=tuple(
                replace(event, places=event.places or tuple(held.get(event.id, ()))) for event in reading.events
            ),
        )


def _tells(place: Place, taken: Set[Span]) -> bool:
    """Whether a place is one where things happen, and not who does them ("Ukraine struck")."""
    return place.used_as == "place" and place.span not in taken


def _nearest(events: Sequence[Event], span: Span) -> Sequence[Event]:
    """The events at the spot nearest to a place, one behind it only where it is twice as near as the one before it."""
    k = bisect_left(events, span.start, key=lambda event: event.span.start)
    before, behind = events[k - 1] if k else None, events[k] if k < len(events) else None
    if before and behind:
        near = 2 * (behind.span.start - span.end) < span.start - before.span.end
        best = behind if near else before
    else:
        best = before or behind or events[0]
    j = bisect_left(events, best.span.start, key=lambda event: event.span.start)
    return [event for event in events[j : j + 4] if event.span == best.span]
