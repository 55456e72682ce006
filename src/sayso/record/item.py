"""A story item as a list shows it, and what of all items a list should show."""

from dataclasses import dataclass

from sayso.record.claim import Stance
from sayso.record.point import Standing
from sayso.record.source import Source, SourceKind
from sayso.record.text import Text, TextKind

Cursor = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A story item with what a line of a list says of it; its page's words are not with it.

    `at` is the UTC moment that puts items in order: when it was published, else captured, and never after it was
    captured; empty where neither is known. `lead` is how its body begins, up to 300 characters. `claims` counts its
    claims, `voices` are the first five who speak in it, the outlet itself aside. `until` is the moment an edit replaced
    it, null while it stands, empty where that moment is not known. `led_by` is the text that leads its story, null
    where it is not weighed.
    """

    text: Text
    page_id: str
    url: str | None
    outlet: str | None
    captured: str | None
    at: str
    lead: str = ""
    claims: int = 0
    voices: tuple[Source, ...] = ()
    until: str | None = None
    led_by: str | None = None

    @property
    def cursor(self) -> Cursor:
        """What to give as Shown.before or Shown.after to go on from here."""
        return self.at, self.text.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A choice of story items, newest first; every field narrows it.

    `words` must all stand in the headline. `source` and `outlet` are a key (record.keys) or words of the name, of a
    speaker in the item or of its outlet; `voice` is the kind of a speaker in it, `stance` that of a claim in it.
    `place` are words of its dateline or of places in it. `since` and `until` are ISO times of its own moment, a bare
    day its first and last second. `as_of` shows what stood then. `replaced` true also shows what edits replaced.
    `led_by` is the text that leads a story; `standing` that of a point that a claim in it belongs to, among the 1000
    points of that standing that moved last, as they were counted last. `before` and `after` are cursors: items older
    than it, which come after it in the list, or the nearest newer ones. `limit` 0 means no limit.
    """

    words: str | None = None
    source: str | None = None
    outlet: str | None = None
    kind: TextKind | None = None
    voice: SourceKind | None = None
    stance: Stance | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    replaced: bool = False
    led_by: str | None = None
    standing: Standing | None = None
    before: Cursor | None = None
    after: Cursor | None = None
    limit: int = 50

    @property
    def by_time_alone(self) -> bool:
        """Whether nothing narrows it but times: then the desk's own briefs fit it too."""
        told = (self.words, self.source, self.outlet, self.kind, self.voice, self.stance, self.place)
        return not any((*told, self.as_of, self.led_by, self.standing))
