"""The printed times of a reading, block by block, each counted from the right day."""

from bisect import bisect_left
from collections.abc import Sequence

from sayso.read.blocks import Blocks
from sayso.read.times.dates import Found, printed
from sayso.read.times.printed import Printed
from sayso.read.times.reckon import looks_ahead, reckon
from sayso.read.times.told import told
from sayso.read.tokens import Token
from sayso.record import Reading, Span, Text, When


class Moments:
    """The times printed on one page; blocks are looked at once, when asked for."""

    def __init__(self, reading: Reading) -> None:
        self.page = reading.page
        self.blocks = Blocks(reading)
        self._texts = {text.id: text for text in reading.texts}
        self._found: dict[Span, Found] = {}
        self._told: dict[Span, dict[Printed, Printed]] = {}

    def within(self, block: Span) -> Found:
        """The tokens of a block and the times printed in it."""
        if block not in self._found:
            self._found[block] = printed(self.page.text, block)
        return self._found[block]

    def told(self, block: Span) -> dict[Printed, Printed]:
        """The times of a block that are counted from another one printed there, with the other: "a day earlier"."""
        if block not in self._told:
            self._told[block] = told(*self.within(block))
        return self._told[block]

    def when(self, block: Span, one: Printed, text_id: str, *, ahead: bool) -> When:
        """The interval of a time printed in `block`; `ahead`: it is counted forward."""
        line, _ = self.within(block)
        anchor = self._anchor(block, one, text_id)
        other = self.told(block).get(one)
        if other:
            anchor = reckon(other, other.span(line), anchor).earliest
        return reckon(one, one.span(line), anchor, ahead=ahead and not other)

    def inside(self, pieces: Sequence[Span], text_id: str) -> list[When]:
        """The times printed inside the pieces of a content; the words around each say whether it looks forward."""
        out: list[When] = []
        for piece in pieces:
            block = self.blocks.around(piece)
            line, found = self.within(block)
            counted = self.told(block)
            if counted:
                found = sorted([*found, *counted], key=lambda one: one.first)
            first, last = (
                bisect_left(found, at, key=lambda one: line[one.first].start) for at in (piece.start, piece.end)
            )
            for one in found[first:last]:
                if piece.holds(one.span(line)):
                    out.append(self.when(block, one, text_id, ahead=looks_ahead(line, one, piece.start)))
        return out

    def _anchor(self, block: Span, one: Printed, text_id: str) -> str | None:
        """What relative times count from: a caption's own date, else the publication, else the capture."""
        if self.blocks.is_caption(block):
            own = self._own_date(block, one)
            if own:
                return own
        text = self.blocks.text_of(block) or self._texts.get(text_id)
        return _published(text) or self.page.captured

    def _own_date(self, block: Span, one: Printed) -> str | None:
        """The first full date of a block, other than the time itself."""
        for other in self.within(block)[1]:
            year, month, day = other.begin
            if other != one and year and month and day:
                return f"{year:04d}-{month:02d}-{day:02d}"
        return None


def _published(text: Text | None) -> str | None:
    when = text.published if text else None
    return when.earliest if when and when.grain in ("day", "minute") else None


def place(line: Sequence[Token], found: Sequence[Printed], offset: int) -> int:
    """The place of the first time that starts at `offset` or behind it."""
    return bisect_left(found, offset, key=lambda one: line[one.first].start)
