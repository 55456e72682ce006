"""`sayso show`: one page, story item or claim of the record."""

from typing import TYPE_CHECKING, Any

import click

from sayso.cli.call import Call, shared_options
from sayso.cli.rows import claim_object
from sayso.cli.safe import line_of_json, say_line
from sayso.record import Page, Reading, Text

if TYPE_CHECKING:
    from sayso.cli.screen import Screen
    from sayso.newsroom import Newsroom
    from sayso.record import Kept


@click.command()
@click.argument("record_id", metavar="ID")
@click.option(
    "--json", "as_json", is_flag=True, help="A page as its Reading, a text or a claim as itself, on one line."
)
@click.option(
    "--all", "own_voice", is_flag=True, help="Also the sentences in the outlet's own voice and every picture."
)
@shared_options
@click.pass_context
def show(ctx: click.Context, /, record_id: str, as_json: bool, own_voice: bool) -> None:
    """Shows the page, text or claim that an id names.

    The first digits of an id do, as many as tell it apart.
    """
    with ctx.ensure_object(Call).newsroom() as newsroom:
        found = newsroom.show(record_id)
        if as_json:
            say_line(line_of_json(_plain(found)))
        else:
            _show(newsroom, found, own_voice=own_voice)


def _plain(found: "Reading | Kept | tuple[Text, Page]") -> Any:
    if isinstance(found, Reading):
        return found
    return found[0] if len(found) == 2 else claim_object(found[0], found[1])


def _show(newsroom: "Newsroom", found: "Reading | Kept | tuple[Text, Page]", *, own_voice: bool) -> None:
    from sayso.cli.screen import Screen
    from sayso.cli.sheet import say_reading

    screen = Screen()
    if isinstance(found, Reading):
        say_reading(screen, found, own_voice=own_voice)
    elif len(found) == 2:
        _text(screen, newsroom, *found, own_voice=own_voice)
    else:
        _claim(screen, newsroom, found)


def _text(screen: "Screen", newsroom: "Newsroom", text: Text, page: Page, *, own_voice: bool) -> None:
    from sayso.cli.head import page_facts, text_lines
    from sayso.cli.marks import legend
    from sayso.cli.screen import joined
    from sayso.cli.sheet import claims_of, say_claims

    reading = newsroom.reading(page.id)
    screen.lines([joined(page_facts(page, ""))])
    screen.lines([legend(brackets=screen.plain)])
    screen.print()
    screen.lines(text_lines(text, whole=own_voice))
    say_claims(screen, reading, claims_of(text, reading), own_voice=own_voice)


def _claim(screen: "Screen", newsroom: "Newsroom", kept: "Kept") -> None:
    from sayso.cli.head import page_facts, text_lines
    from sayso.cli.marks import legend
    from sayso.cli.screen import joined
    from sayso.cli.tree import claim_block

    screen.lines([joined(page_facts(kept.page, ""))])
    screen.lines(text_lines(kept.text))
    screen.print()
    screen.lines([claim_block("", kept.claim, newsroom.reading(kept.page.id), brackets=screen.plain)])
    screen.print()
    screen.lines([legend(brackets=screen.plain)])
    screen.lines([joined([f"claim {kept.claim.id}", f"text {kept.text.id[:8]}", f"read by {kept.claim.made_by}"])])
