"""The one door to rich: where words are printed, and in which styles."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.text import Text as Words
from rich.theme import Theme

from sayso.cli.safe import visible

WIDEST = 110  # columns: longer lines are hard to read

# Every role differs by more than its colour, so that nothing is lost on a screen without any.
STYLES = {
    "headline": "bold",
    "outlet": "dim",
    "speaker": "bold cyan",
    "source": "bold cyan",
    "cue": "italic yellow",
    "content": "underline",
    "tag": "bold magenta",
    "quiet": "dim",
    "id": "dim",
    "ok": "green",
    "warn": "bold yellow",
    "fail": "bold red",
}


class Screen(Console):
    """A console that shows text as it is: no markup, no highlighting, no emoji names."""

    def __init__(self, file: IO[str] | None = None) -> None:
        super().__init__(file=file or sys.stdout, theme=Theme(STYLES), markup=False, emoji=False, highlight=False)
        self.width = min(self.width, WIDEST)

    def lines(self, things: Iterable[RenderableType]) -> None:
        """Prints each thing on lines of its own, none of which ends in spaces."""
        for thing in things:
            self.print(Beside(Words(), 0, (thing,)), end="")

    @property
    def plain(self) -> bool:
        """True where styles alone would not show: no terminal, no colours, or NO_COLOR."""
        return not self.is_terminal or self.no_color or self.color_system is None

    def on_broken_pipe(self) -> None:
        """Leaves a closed pipe to `exits`, which ends the run quietly."""
        raise BrokenPipeError


def styled(*pieces: str | tuple[str, str]) -> Words:
    """Page words and ours in one line, each piece harmless, each with its style if it has one."""
    line = Words()
    for piece in pieces:
        words, style = (piece, "") if isinstance(piece, str) else piece
        line.append(visible(words), style)
    return line


def joined(pieces: list[str], style: str = "quiet") -> Words:
    """The pieces that are not empty, with middle dots between them."""
    return styled((" · ".join(piece for piece in pieces if piece), style))


@dataclass(frozen=True, slots=True)
class Beside:
    """Things under each other, all to the right of a mark of so many columns; no line ends in spaces."""

    mark: Words
    columns: int
    things: tuple[RenderableType, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yields the lines."""
        inner = options.update_width(max(options.max_width - self.columns, 20))
        first = True
        for thing in self.things:
            for line in console.render_lines(thing, inner, pad=False):
                mark = self.mark if first else Words()
                first = False
                yield from console.render(Words.assemble(mark, " " * (self.columns - mark.cell_len), end=""))
                yield from _trimmed(line)
                yield Segment.line()


def rule(words: str, style: str = "tag") -> RenderableType:
    """A line across the screen that begins with a word."""
    return _Rule(styled((words, style)))


@dataclass(frozen=True, slots=True)
class _Rule:
    words: Words

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        stroke = "-" if options.ascii_only else "─"
        rest = max(options.max_width - self.words.cell_len - 4, 3)
        yield Words.assemble((stroke * 2 + " ", "quiet"), self.words, (" " + stroke * rest, "quiet"))


def _trimmed(line: list[Segment]) -> list[Segment]:
    """The line without the spaces it ends in."""
    kept = list(line)
    while kept and not (words := kept[-1].text.rstrip(" ")):
        kept.pop()
    return [*kept[:-1], Segment(words, kept[-1].style)] if kept else kept
