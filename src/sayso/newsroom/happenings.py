"""The event table: what claims of the record say happened, each with its claim, its point and the rival versions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from sayso.errors import RecordError
from sayso.newsroom.weighing import Weighing
from sayso.record import Claim, Event, Filter, Kept, Page, Reading, Role, Text
from sayso.record.fold import words

_OPEN_END = "9999"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which events are asked for: null asks for any; `limit` 0 for all.

    `actor` and `place` are words that the name must hold, case and accents aside. `since` and `until` are ISO days: the
    event's own time must meet them, and an event without a time is then left out.
    """

    kind: str | None = None
    actor: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    limit: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event as one claim tells of it.

    `actors`, `targets` and `places` are names; `rivals` is the number of disputes that its point is a side of, 0 where
    the claim is not weighed (`point_id` null).
    """

    event: Event
    claim: Claim
    page: Page
    text: Text
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    point_id: str | None = None
    rivals: int = 0


class Happenings(Weighing):
    """The part of a newsroom that tells what is said to have happened."""

    def events(self, choice: Sought) -> Iterator[Happening]:
        """Events in the order of pages and of their claims, page by page; raises RecordError for an unknown kind."""
        known = event_kinds()
        if choice.kind and choice.kind not in known:
            raise RecordError(f"{choice.kind!r} is no kind of event: {', '.join(known)}")
        return islice(self._happened(choice), choice.limit or None)

    def _happened(self, choice: Sought) -> Iterator[Happening]:
        rivals: dict[str, int] = {}
        for page_id, rows in groupby(self._in_order(), key=lambda row: row.page.id):
            kept = [row for row in rows if row.claim.event_ids]
            if not kept:
                continue
            found = [one for one in _of_page(self._store.reading(page_id), kept) if _fits(one, choice)]
            points = self.points_of([one.claim.id for one in found]) if found else {}
            for one in found:
                yield self._ranked(one, points.get(one.claim.id), rivals)

    def _in_order(self) -> Iterator[Kept]:
        return (Kept(*row) for row in self._store.claims(Filter()))

    def _ranked(self, one: Happening, point: str | None, rivals: dict[str, int]) -> Happening:
        """With its point and the number of versions that dispute it, counted once a point."""
        if point is None:
            return one
        if point not in rivals:
            rivals[point] = len(self.disputes_of(self.why(point)))
        return Happening(
            event=one.event, claim=one.claim, page=one.page, text=one.text,
            actors=one.actors, targets=one.targets, places=one.places,
            point_id=point, rivals=rivals[point],
        )  # fmt: skip


def event_kinds() -> tuple[str, ...]:
    """The kinds of events that the readers know, by name."""
    from sayso.read.words import words as vocabulary

    return tuple(sorted(vocabulary("kinds")))


def _of_page(reading: Reading, kept: Iterable[Kept]) -> Iterator[Happening]:
    events = {event.id: event for event in reading.events}
    mentions = {one.id: one for one in reading.mentions}
    entities = {one.id: one.name for one in reading.entities}

    def name(role: Role) -> str:
        mention = mentions.get(role.mention_id or "")
        if role.name or mention is None:
            return role.name or ""
        return entities.get(mention.entity_id or "") or mention.span.of(reading.page.text)

    for claim, page, text in kept:
        for event in (events[one] for one in claim.event_ids if one in events):
            parts: dict[str, list[str]] = {"actor": [], "target": [], "place": []}
            for role in event.roles:
                parts.setdefault(role.part, []).append(name(role))
            yield Happening(
                event=event, claim=claim, page=page, text=text,
                actors=_clean(parts["actor"]), targets=_clean(parts["target"]),
                places=_clean([place.name for place in event.places] or parts["place"]),
            )  # fmt: skip


def _clean(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _fits(one: Happening, choice: Sought) -> bool:
    return (
        (not choice.kind or one.event.kind == choice.kind)
        and _holds(one.actors, choice.actor)
        and _holds((*one.places, *(role.name or "" for role in one.event.roles if role.part == "place")), choice.place)
        and _in_time(one.event, choice)
    )


def _holds(names: Iterable[str], asked: str | None) -> bool:
    return not asked or any(set(words(asked)) <= set(words(name)) for name in names)


def _in_time(event: Event, choice: Sought) -> bool:
    """Whether the event's own time meets the days asked for; an open end reaches as far as can be."""
    if not choice.since and not choice.until:
        return True
    when = event.when
    if when is None or not (when.earliest or when.latest):
        return False
    first, last = (when.earliest or "")[:10], (when.latest or _OPEN_END)[:10]
    return (choice.since or "")[:10] <= last and first <= (choice.until or _OPEN_END)[:10]
