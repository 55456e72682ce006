"""Who says what."""

from dataclasses import dataclass
from typing import Literal

from sayso.errors import RecordError
from sayso.record.event import Quantity
from sayso.record.source import Link, Source
from sayso.record.span import Span
from sayso.record.when import When

Mode = Literal["statement", "attitude"]
Manner = Literal["direct", "indirect", "mixed", "own_voice"]
Stance = Literal["asserts", "denies", "doubts", "promises", "demands", "declines"]
Sure = Literal["certain", "probable", "possible"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Who says what, through whom.

    `chain[0]` is the outlet whose page this is (name null where the capture does not say: never guessed), `chain[-1]`
    the speaker: the farthest voice the page names. `content_spans` are pieces: `"A," she said. "B."` is one claim.
    `source_spans` are the words that name the speaker here, `cue_spans` the words that attribute. `mode`: only
    statements are weighed as testimony; an attitude is the outlet telling what somebody thinks, wants, plans or fears.
    `manner`: direct between quotation marks, indirect in the page's words, mixed, or own_voice, where the outlet
    asserts it itself. `stance`: a threat or a vow promises, "no one was hurt" asserts, a denial denies what someone
    else said, "could not be verified" doubts. `quotes` are the words between quotation marks. `made_by` names the
    reader. `told_to` names who was told, an outlet or anybody else ("parliament"); `unnamed_because` is the reason the
    page gives for not naming the speaker. `stated` is when it was said. `sure` is how sure the speaker sounds; `score`
    in [0, 1] is how sure the reader is. Raises RecordError for a claim without content.
    """

    id: str
    text_id: str
    span: Span
    content: str
    content_spans: tuple[Span, ...]
    cue: str | None = None
    cue_spans: tuple[Span, ...] = ()
    source_spans: tuple[Span, ...] = ()
    chain: tuple[Link, ...] = ()
    mode: Mode = "statement"
    manner: Manner = "indirect"
    stance: Stance = "asserts"
    sure: Sure = "certain"
    score: float = 1.0
    stated: When | None = None
    told_to: Span | None = None
    unnamed_because: Span | None = None
    event_ids: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotes: tuple[Span, ...] = ()
    made_by: str = ""

    def __post_init__(self) -> None:
        if not self.content_spans:
            raise RecordError(f"claim {self.id} has no content")
        if not 0 <= self.score <= 1:
            raise RecordError(f"claim {self.id} has a score of {self.score}, outside [0, 1]")

    @property
    def speaker(self) -> Source | None:
        """The farthest voice the page names, null before the chain is read."""
        return self.chain[-1].source if self.chain else None
