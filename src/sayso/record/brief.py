"""What the newsroom publishes."""

from dataclasses import dataclass

from sayso.errors import RecordError


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
    """A short report of a story; `reviewed_by` is null where no editor's review is on record."""

    id: str
    story_id: str
    at: str
    headline: str
    lines: tuple[Line, ...]
    reviewed_by: str | None = None
