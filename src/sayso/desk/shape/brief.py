"""A brief as its page shows it: each sentence with the claims it rests on and who said them, what went stale since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sayso.desk.shape.mention import Mention, mention
from sayso.errors import RecordError
from sayso.record import Brief, Cue, Item, Kept
from sayso.record.moment import moment

OPEN = 3  # claims of a sentence that stand open


@dataclass(frozen=True, slots=True)
class Support:
    """A claim that a sentence rests on: `mention` is null where the record lacks it, `edited` names the text of its
    page where an edit replaced that since the brief was written."""

    number: int
    claim_id: str
    mention: Mention | None
    edited: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line of a brief: its claims that stand open, and those behind them."""

    text: str
    first: tuple[Support, ...]
    rest: tuple[Support, ...]

    @property
    def supports(self) -> tuple[Support, ...]:
        """All its claims."""
        return (*self.first, *self.rest)


@dataclass(frozen=True, slots=True)
class Heard:
    """A line of a transcript: `clock` is when it is heard, empty where it was not spoken yet."""

    clock: str
    text: str


def as_told(brief: Brief) -> Brief:
    """The brief as readers are told it: of one that was withdrawn no sentence."""
    return replace(brief, lines=()) if brief.state == "withdrawn" else brief


def claim_ids(brief: Brief) -> tuple[str, ...]:
    """The claims of a brief in the order of its lines, each once."""
    return tuple(dict.fromkeys(one for line in brief.lines for one in line.claim_ids))


def sentences(brief: Brief, kept: Mapping[str, Kept], items: Mapping[str, Item]) -> tuple[Sentence, ...]:
    """The lines of a brief, its claims numbered through; `items` are the story items of `kept` by their ids."""
    numbers = {one: number for number, one in enumerate(claim_ids(brief), 1)}
    found = {one: _support(number, kept.get(one), one, items, brief.at) for one, number in numbers.items()}
    told = ([found[one] for one in line.claim_ids] for line in brief.lines)
    return tuple(
        Sentence(line.text, tuple(some[:OPEN]), tuple(some[OPEN:]))
        for line, some in zip(brief.lines, told, strict=True)
    )


def _support(number: int, row: Kept | None, claim_id: str, items: Mapping[str, Item], at: str) -> Support:
    if row is None:
        return Support(number, claim_id, None, "")
    item = items.get(row.text.id)
    gone = item is not None and item.until is not None and not _before(item.until, at)
    return Support(number, claim_id, mention(row), row.text.id if gone else "")


def _before(until: str, at: str) -> bool:
    """Whether an edit stood already when the brief was written; false where its moment is not known."""
    try:
        return bool(until) and moment(until) <= moment(at)
    except RecordError:
        return False


def stale(told: Iterable[Sentence]) -> tuple[Support, ...]:
    """The claims that are not any more what the brief rests on: their page edited since, or not in the record."""
    found = {one.claim_id: one for line in told for one in line.supports if one.edited or one.mention is None}
    return tuple(found.values())


def heard(cues: Iterable[Cue]) -> tuple[Heard, ...]:
    """A transcript with the minute and second at which each line is heard."""
    return tuple(Heard(f"{int(cue.start) // 60}:{int(cue.start) % 60:02}", cue.text) for cue in cues)


def unheard(disclosure: str, brief: Brief) -> tuple[Heard, ...]:
    """What will be heard of a brief that was not spoken yet."""
    return tuple(Heard("", text) for text in (disclosure, brief.headline, *(line.text for line in brief.lines)))
