"""`sayso add`: reads pages and keeps them."""

import os
import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import TYPE_CHECKING, Unpack

import click

from sayso.cli.bar import bar
from sayso.cli.call import Call, Told, input_options, shared_options, told_once
from sayso.cli.exits import MISSED, READ, STOPPED, complain
from sayso.cli.safe import visible
from sayso.cli.weighing import weigh_rest
from sayso.record import Missed
from sayso.record.wording import counted

if TYPE_CHECKING:
    from sayso.newsroom import Added, Newsroom


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="PATH|URL|-...")
@input_options
@shared_options
@click.pass_context
def add(ctx: click.Context, /, inputs: tuple[str, ...], **told: Unpack[Told]) -> None:
    """Reads pages and keeps what they say.

    One line a page. What is kept already stays as it is. Each page is kept whole or not at all, so that a run that was
    stopped is repeated and goes on.

    \b
    sayso add page.html folder/
    sayso --store sqlite:///dam.sqlite add - --outlet "Harbour Post" < dam.txt
    """
    told_once(inputs, told)
    tally: Counter[str] = Counter()
    with ctx.ensure_object(Call).newsroom(create=True) as newsroom, _patience() as patience:
        with bar(inputs) as advance:
            for found in newsroom.add(inputs, **told):
                tally[_say(found, newsroom)] += 1
                advance()
                if patience.stop:
                    break
        if not patience.stop and tally["kept"]:
            weigh_rest(newsroom)
        click.echo(f"sayso: {_sum(tally)} · record {newsroom.url}", err=True)
    if patience.stop:
        complain("stopped; the same command again goes on from here")
        ctx.exit(STOPPED)
    ctx.exit(MISSED if tally["missed"] else READ)


def _say(found: "Added | Missed", newsroom: "Newsroom") -> str:
    """Prints one page's line; the word for what became of it."""
    if isinstance(found, Missed):
        complain(f"missed {found.what}: {found.why}")
        return "missed"
    if not found.new:
        click.echo(f"already kept  {visible(found.what)}")
        return "already kept"
    replaced = sum(1 for text in newsroom.reading(found.page_id).texts if text.replaces)
    facts = [counted(found.texts, "text"), counted(found.claims, "claim")]
    facts += [f"replaces {counted(replaced, 'older text')}"] if replaced else []
    click.echo(f"kept  {visible(found.what)}  ({', '.join(facts)})  {found.page_id[:8]}")
    return "kept"


def _sum(tally: Counter[str]) -> str:
    kinds = [f"{tally[word]:,} {word}" for word in ("kept", "already kept", "missed") if tally[word]]
    return f"{counted(tally.total(), 'page')}: {', '.join(kinds)}" if kinds else "no page"


@dataclass(slots=True)
class Patience:
    """True in `stop` once a person asked to stop."""

    stop: bool = False

    def ask(self, number: int, frame: FrameType | None) -> None:
        """Takes the first Ctrl-C as a wish to stop after the page in hand; the second stops at once."""
        if self.stop:
            raise KeyboardInterrupt
        self.stop = True
        # Not through sys.stderr: a signal may come in the middle of its own write.
        os.write(2, b"\nsayso: stopping after the page in hand (Ctrl-C again: at once)\n")


@contextmanager
def _patience() -> Iterator[Patience]:
    patience = Patience()
    before = signal.signal(signal.SIGINT, patience.ask)
    try:
        yield patience
    finally:
        signal.signal(signal.SIGINT, before)
