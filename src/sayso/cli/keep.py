"""`sayso add`: reads pages and keeps them."""

from collections import Counter
from typing import TYPE_CHECKING, Unpack

import click

from sayso.cli.bar import bar
from sayso.cli.call import Call, Told, input_options, shared_options, told_once
from sayso.cli.exits import MISSED, READ, STOPPED, complain
from sayso.cli.patience import patience
from sayso.cli.safe import visible
from sayso.cli.weighing import settle_rest, weigh_rest
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
    """Reads pages and keeps what they say, then weighs them.

    One line a page. What is kept already stays as it is. Each page is kept whole or not at all, so that a run that was
    stopped is repeated and goes on. `sayso points` tells what the weighing found.

    \b
    sayso add page.html folder/
    sayso --store sqlite:///dam.sqlite add - --outlet "Harbour Post" < dam.txt
    """
    told_once(inputs, told)
    tally: Counter[str] = Counter()
    with ctx.ensure_object(Call).newsroom(create=True) as newsroom, patience() as asked:
        with bar(inputs) as advance:
            for found in newsroom.add(inputs, **told):
                tally[_say(found, newsroom)] += 1
                advance()
                if asked.stop:
                    break
        weigh_rest(newsroom, asked)
        settle_rest(newsroom, asked)  # also what an earlier run kept and had no time to weigh
        click.echo(f"sayso: {_sum(tally)} · record {newsroom.url}", err=True)
    if asked.stop:
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
