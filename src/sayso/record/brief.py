"""What the newsroom publishes."""

from dataclasses import dataclass
from typing import Literal

from sayso.errors import RecordError
from sayso.record.moment import moment

BriefState = Literal["draft", "edited", "published", "withdrawn"]
WORDS_A_MINUTE = 200  # of silent reading, rounded down from 238 (Brysbaert 2019, a meta-analysis)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence of a brief with the claims it rests on; raises RecordError without any."""

    text: str
    claim_ids: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.claim_ids:
            raise RecordError(f"a line of a brief rests on at least one claim: {self.text!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A short report of a story, one version of it; `reviewed_by` is null where no editor's review is on record.

    `id` is the same for all its versions, which are numbered from 1 and never changed. `state`: draft as composed,
    edited once a person changed it, published, withdrawn. `at` is when the version was made, `by` who made it,
    `published` when it was first published, null before; all ISO times. `byline` holds names only, `note` says what
    changed and why, `related` is the story that a reader may go to next.
    """

    id: str
    story_id: str
    at: str
    headline: str
    lines: tuple[Line, ...]
    reviewed_by: str | None = None
    version: int = 1
    state: BriefState = "draft"
    by: str = ""
    byline: tuple[str, ...] = ()
    published: str | None = None
    note: str = ""
    related: str | None = None

    @property
    def out(self) -> str:
        """The UTC moment at which it came out, empty where it is not out; withdrawn, it stays at its place, marked."""
        return moment(self.published) if self.published and self.state in ("published", "withdrawn") else ""

    @property
    def updated(self) -> str | None:
        """The ISO time of its last version where that came after it was published, null where none did."""
        return self.at if self.out and self.at != self.published else None

    @property
    def cursor(self) -> tuple[str, str]:
        """What to give as Shown.before or Shown.after to go on from here in a list of what is out."""
        return self.out, self.id

    @property
    def reading_minutes(self) -> int:
        """How long it takes to read, in minutes, at least 1."""
        words = sum(len(line.text.split()) for line in self.lines)
        return max(1, round(words / WORDS_A_MINUTE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawer:
    """A choice of briefs, by their newest versions, the last made first.

    `states` and `story_id` narrow it; `before` is a cursor: (at, id) of the last one seen. `limit` 0 means no limit.
    """

    states: tuple[BriefState, ...] = ()
    story_id: str | None = None
    before: tuple[str, str] | None = None
    limit: int = 50
