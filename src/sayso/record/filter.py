"""What somebody wants to see of the record."""

from dataclasses import dataclass

from sayso.record.claim import Stance
from sayso.record.source import SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A choice of claims; every field narrows it, none given means all.

    `source`, `outlet` match a part of the speaker's or outlet's name (for an unnamed source, of its description),
    case aside; `about` matches words of the content. `since` is an ISO time or day: claims of texts published, or
    captured where the page prints no time, at that time or later. `replaced` true also shows claims of edited-away
    texts. `limit` 0 means no limit.
    """

    source: str | None = None
    outlet: str | None = None
    kind: SourceKind | None = None
    stance: Stance | None = None
    since: str | None = None
    as_of: str | None = None
    about: str | None = None
    replaced: bool = False
    limit: int = 0
