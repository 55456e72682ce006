"""A reading with its words looked up by place: sentences, mentions and entities at a spot of the page."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from sayso.record import Entity, Mention, Reading, Span, Text

R = TypeVar("R")
P = ParamSpec("P")


def once(call: Callable[Concatenate["Sheet", P], R]) -> Callable[Concatenate["Sheet", P], R]:
    """The same function of a sheet and things that can be hashed, asked once for each: a sheet keeps its answers."""

    @wraps(call)
    def kept(sheet: "Sheet", /, *args: P.args, **told: P.kwargs) -> R:
        key = (call, args, tuple(told.items()))
        if key not in sheet.answers:
            sheet.answers[key] = call(sheet, *args, **told)
        return cast(R, sheet.answers[key])

    return kept


class Sheet:
    """Look-ups over one reading; nothing in it changes, so that what was asked of it once (`once`) is kept."""

    def __init__(self, reading: Reading) -> None:
        self.answers: dict[object, object] = {}
        self.reading = reading
        self.text = reading.page.text
        self.sentences = sorted(reading.sentences)
        self.mentions = sorted(reading.mentions, key=lambda m: (m.span.start, -m.span.end))
        self.entities: dict[str, Entity] = {entity.id: entity for entity in reading.entities}
        self.texts: dict[str, Text] = {text.id: text for text in reading.texts}
        self._ends = {mention.span.end: mention for mention in self.mentions if mention.form == "name"}
        self._first: dict[str, Mention] = {}
        for mention in self.mentions:
            if mention.entity_id:
                self._first.setdefault(mention.entity_id, mention)
        self._starts = [s.start for s in self.sentences]
        self._mention_starts = [m.span.start for m in self.mentions]

    def words(self, span: Span) -> str:
        """The words under a span."""
        return self.text[span.start : span.end]

    def sentence_at(self, place: int) -> Span | None:
        """The sentence that holds the character at `place`."""
        k = bisect_right(self._starts, place) - 1
        return self.sentences[k] if k >= 0 and place < self.sentences[k].end else None

    def next_sentence(self, place: int, text: Text) -> Span | None:
        """The first sentence of the same story item that starts at or after `place`."""
        k = bisect_left(self._starts, place)
        return next((s for s in self.sentences[k : k + 1] if text.span.holds(s)), None)

    def sentence_before(self, place: int, text: Text) -> Span | None:
        """The last sentence of the same story item that ends at or before `place`."""
        k = bisect_left(self._starts, place) - 1
        while k >= 0 and self.sentences[k].end > place:
            k -= 1
        return self.sentences[k] if k >= 0 and text.span.holds(self.sentences[k]) else None

    def around(self, spans: Iterable[Span]) -> Span | None:
        """From the start of the first sentence that the spans touch to the end of the last one."""
        ends = [s for span in spans for s in (self.sentence_at(span.start), self.sentence_at(span.end - 1)) if s]
        return Span(min(s.start for s in ends), max(s.end for s in ends)) if ends else None

    def mentions_in(self, span: Span) -> list[Mention]:
        """The mentions that lie wholly inside a span, in order."""
        k = bisect_left(self._mention_starts, span.start)
        out: list[Mention] = []
        while k < len(self.mentions) and self.mentions[k].span.start < span.end:
            if self.mentions[k].span.end <= span.end:
                out.append(self.mentions[k])
            k += 1
        return out

    def mentions_before(self, place: int, reach: int) -> Iterator[Mention]:
        """The mentions that end before `place` and start at most `reach` characters before it, the last one first."""
        for k in range(bisect_left(self._mention_starts, place) - 1, -1, -1):
            if place - self.mentions[k].span.start > reach:
                return
            if self.mentions[k].span.end <= place:
                yield self.mentions[k]

    def mention_at(self, place: int) -> Mention | None:
        """The longest mention that starts at `place`."""
        k = bisect_left(self._mention_starts, place)
        return self.mentions[k] if k < len(self.mentions) and self._mention_starts[k] == place else None

    def mentions_from(self, place: int) -> list[Mention]:
        """The mentions that start at `place`, longest first."""
        return self.mentions[bisect_left(self._mention_starts, place) : bisect_right(self._mention_starts, place)]

    def name_ending(self, place: int) -> Mention | None:
        """The name that ends right before `place`."""
        return self._ends.get(place)

    def first_of(self, entity: Entity) -> Mention | None:
        """The first mention of an entity on the page."""
        return self._first.get(entity.id)

    def sentences_in(self, span: Span) -> list[Span]:
        """The sentences that lie wholly inside a span, in order."""
        k = bisect_left(self._starts, span.start)
        end = bisect_left(self._starts, span.end)
        return [s for s in self.sentences[k:end] if s.end <= span.end]

    def inside_name(self, place: int) -> bool:
        """Whether a mention by name covers the character at `place`."""
        k = bisect_right(self._mention_starts, place)
        return any(m.form == "name" and m.span.end > place for m in self.mentions[max(0, k - 3) : k])

    def entity(self, mention: Mention | None) -> Entity | None:
        """Whom a mention stands for, where that is known."""
        return self.entities.get(mention.entity_id) if mention and mention.entity_id else None
