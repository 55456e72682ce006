"""A reading in reading order: story items of blocks, each with the notes of the claims that begin in it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.publish.marks import Piece
from sayso.record import BODY_PARTS, Reading, Span, Text
from sayso.record.wording import when_words

UNLABELLED = "unlabelled"
_FOLDED = {"furniture", "apparatus"}
_PICTURE = {"caption", "credit"}
PICTURES = 3  # captions that stand open in an item
_OPENING = BODY_PARTS | {"headline", "caption", UNLABELLED}  # a part of these kinds goes on with an item left before


@dataclass(frozen=True, slots=True)
class Block:
    """One part of the page: `kind` is its label, `notes` the numbers of the claims that begin in it.

    `own` counts its sentences in the outlet's own voice.
    """

    kind: str
    text_id: str | None
    pieces: tuple[Piece, ...]
    notes: tuple[int, ...] = ()
    own: int = 0

    @property
    def words(self) -> str:
        """The words of the whole block."""
        return "".join(piece.words for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Fold:
    """Neighbouring blocks that tell no story, folded away under a summary."""

    summary: str
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class Item:
    """A story item, or what stands outside of any (`text` null), with its rows in order."""

    text: Text | None
    again: bool = False
    rows: list[Block | Fold] = field(default_factory=list)

    @property
    def headed(self) -> bool:
        """Whether the page itself prints the headline in it."""
        return any(isinstance(row, Block) and row.kind == "headline" for row in self.rows)

    @property
    def published(self) -> str | None:
        """The time of publication in words."""
        return when_words(self.text.published) if self.text and self.text.published else None


def spans_of(reading: Reading) -> list[tuple[Span, str, str | None]]:
    """Every part with its label and item, none over another; words that no part covers are parts without a label."""
    out: list[tuple[Span, str, str | None]] = []
    place, text = 0, reading.page.text
    for part in [*sorted(reading.parts, key=lambda part: part.span), None]:
        start = part.span.start if part else len(text)
        out += ((span, UNLABELLED, _item_at(reading, span)) for span in _paragraphs(text, place, start))
        if part and max(place, start) < part.span.end:
            out.append((Span(max(place, start), part.span.end), part.kind, part.text_id))
            place = part.span.end
    return out


def _paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines between two places that hold more than white space."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if text[start:stop].strip():
            yield Span(start, stop)
        start = stop + 1


def _item_at(reading: Reading, span: Span) -> str | None:
    return next((text.id for text in reading.texts if text.span.holds(span)), None)


def blocks_of(
    reading: Reading, labelled: Sequence[tuple[Span, str, str | None]], cut: Mapping[Span, tuple[Piece, ...]]
) -> list[Block]:
    """The blocks with their pieces and notes."""
    starts = [span.start for span, _, _ in labelled]
    own = Counter(bisect_right(starts, claim.span.start) - 1 for claim in reading.claims if claim.manner == "own_voice")
    return [
        Block(kind, text_id, cut[span], tuple(n for piece in cut[span] for n in piece.begins), own[at])
        for at, (span, kind, text_id) in enumerate(labelled)
    ]


def items_of(reading: Reading, blocks: Sequence[Block]) -> list[Item]:
    """The story items in the order of the page, with what stands between them."""
    texts = {text.id: text for text in reading.texts}
    items: list[Item] = []
    seen: set[str] = set()
    for block in blocks:
        current = items[-1].text.id if items and items[-1].text else None
        new = block.text_id is not None and block.text_id in texts and block.text_id != current
        if block.text_id and new and (block.text_id not in seen or block.kind in _OPENING):
            items.append(Item(texts[block.text_id], again=block.text_id in seen))
            seen.add(block.text_id)
        elif not items:
            items.append(Item(None))
        items[-1].rows.append(block)
    for item in items:
        item.rows = list(_folded(item.rows))
    return items


def _folded(rows: Sequence[Block | Fold]) -> Iterator[Block | Fold]:
    """The rows with neighbours that tell no story under one summary, as are pictures after the first few.

    A block that holds a claim stays open.
    """
    held: list[Block] = []
    pictures = 0
    for row in rows:
        kind = row.kind if isinstance(row, Block) else ""
        pictures += kind == "caption"
        folds = kind in _FOLDED or (kind in _PICTURE and pictures > PICTURES)
        if isinstance(row, Block) and folds and not row.notes:
            held.append(row)
            continue
        if held:
            yield _fold(held)
            held = []
        yield row
    if held:
        yield _fold(held)


def _fold(blocks: Sequence[Block]) -> Fold:
    kinds = Counter(block.kind for block in blocks)
    *others, last = (f"{number} {kind}" for kind, number in kinds.items())
    words = f"{', '.join(others)} and {last}" if others else last
    return Fold(f"{words} {'part' if len(blocks) == 1 else 'parts'}", tuple(blocks))
