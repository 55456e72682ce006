"""What belongs together and grows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Points that belong together; it grows and is never merged by an edit. Times are ISO."""

    id: str
    title: str
    point_ids: tuple[str, ...] = ()
    text_ids: tuple[str, ...] = ()
    event_ids: tuple[str, ...] = ()
    opened: str | None = None
    last_moved: str | None = None
    revisions: tuple[str, ...] = ()
