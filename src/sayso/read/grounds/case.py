"""A claim on the desk: what its grounds are looked up in."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.read.sheet import Sheet
from sayso.record import Claim, Event, Ground, Link, Mention, Reading, Span, Text

NEAR = 160  # characters around a voice in which its verb may stand


class Desk:
    """One reading with its mentions by whom they stand for, and its events by id."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.sheet = Sheet(reading)
        self.text = reading.page.text
        self.events: dict[str, Event] = {event.id: event for event in reading.events}
        self.names: dict[str, list[Span]] = defaultdict(list)
        self.brought_in: dict[str, list[Span]] = defaultdict(list)
        self.in_full: dict[tuple[str, str], Span] = {}
        for mention in self.sheet.mentions:
            self._enter(mention)
        self._by = {entry.partition("@")[0]: entry for entry in reading.made_by}

    def _enter(self, mention: Mention) -> None:
        """Notes where somebody is named, or brought in without a name."""
        if not mention.entity_id or mention.resolved_by:
            return
        if mention.form == "name":
            self.names[mention.entity_id].append(mention.span)
            self.in_full.setdefault((mention.entity_id, self.words(mention.span)), mention.span)
        else:
            self.brought_in[mention.entity_id].append(mention.span)

    def by(self, reader: str) -> str:
        """A reader with the version that this reading was made by; its bare name where the reading does not say."""
        return self._by.get(reader, reader)

    def words(self, span: Span) -> str:
        """The words under a span, on one line."""
        return " ".join(span.of(self.text).split())


@dataclass(frozen=True, slots=True)
class Case:
    """One claim of a desk."""

    desk: Desk
    claim: Claim

    @property
    def item(self) -> Text | None:
        """The story item that the claim stands in."""
        return self.desk.sheet.texts.get(self.claim.text_id)

    def ground(
        self, field: str, value: str | None, reader: str, spans: Iterable[Span] = (), rule: str | None = None
    ) -> Ground:
        """A ground by a reader of the line, each span once."""
        by = self.claim.made_by if reader == "attribute" and self.claim.made_by else self.desk.by(reader)
        return Ground(field=field, value=value, by=by, spans=tuple(dict.fromkeys(spans)), rule=rule)

    def cue_of(self, link: Link) -> tuple[Span, ...]:
        """Where the verb of a hop stands: the claim's own cue, else the same words nearest to the voice."""
        if not link.cue:
            return ()
        if link.cue == self.claim.cue:
            return self.claim.cue_spans
        return nearest(self.desk.text, link.cue, link.span or self.claim.span)

    def inside(self, link: Link) -> bool:
        """Whether a voice is heard inside what the claim says."""
        return link.span is not None and any(piece.holds(link.span) for piece in self.claim.content_spans)


def nearest(text: str, words: str, span: Span) -> tuple[Span, ...]:
    """Where words stand nearest to a span, behind it or before; nothing where they stand nowhere near."""
    start, end = max(0, span.start - NEAR), min(len(text), span.end + NEAR)
    found = [Span(start + m.start(), start + m.end()) for m in _pattern(words).finditer(text[start:end])]
    free = [one for one in found if not one.meets(span)] or found
    return tuple(sorted(free, key=lambda one: max(one.start - span.end, span.start - one.end))[:1])


def located(text: str, words: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Where words stand in the first of the stretches that holds them; if they run over several, each of them there."""
    for span in spans:
        if found := _pattern(words).search(text, span.start, span.end):
            return (Span(found.start(), found.end()),)
    row = words.split()
    return tuple(one for word in row for one in located(text, word, spans)) if len(row) > 1 else ()


def _pattern(words: str) -> re.Pattern[str]:
    """The words, whole, with any white space between them."""
    inner = r"\s+".join(map(re.escape, words.split()))
    before, behind = (r"(?<!\w)" if words[:1].isalnum() else ""), (r"(?!\w)" if words[-1:].isalnum() else "")
    return re.compile(before + inner + behind, re.IGNORECASE)
