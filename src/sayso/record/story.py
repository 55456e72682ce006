"""What belongs together and grows: stories, what happened in them when, and what moved."""

from dataclasses import dataclass
from typing import Literal

from sayso.record.point import Point
from sayso.record.span import make_id
from sayso.record.when import When

EntryKind = Literal["told", "denied", "added", "withdrawn", "softened", "hardened", "re-attributed", "recounted"]
MovedHow = Literal["new", "standing", "counts", "disputed", "withdrawn"]


def story_id(lead: str) -> str:
    """The id of the story that a text leads."""
    return make_id("story", lead)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Points that belong together; it grows and is never merged by an edit.

    `opened` is the UTC moment from which its first item stood, `last_moved` that of its latest claim or edit;
    `revisions` are the ids of the changes that edits of its items made.
    """

    id: str
    title: str
    point_ids: tuple[str, ...] = ()
    text_ids: tuple[str, ...] = ()
    event_ids: tuple[str, ...] = ()
    opened: str | None = None
    last_moved: str | None = None
    revisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a story's timeline: a point first told or first denied, or what an edit changed.

    `reported` is the UTC moment from which a page told it, `when` the time of what is told of, null where no page says.
    `words` are those of the first claim; `change_id` is set where an edit did it.
    """

    kind: EntryKind
    words: str
    reported: str | None
    when: When | None = None
    point_id: str | None = None
    claim_ids: tuple[str, ...] = ()
    change_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A point of a story that is not what it was at an earlier moment, and how.

    `how`: new; standing (another word for it); counts (pages, outlets, origins, voices or sides of either side);
    disputed (somebody stands against it who did not); withdrawn (a claim that stood for it was edited away). `before`
    is null where nobody stood for or against it then, `after` where nobody does now.
    """

    point_id: str
    how: tuple[MovedHow, ...]
    before: Point | None = None
    after: Point | None = None
