"""`sayso show`: one page, story item, claim, point or story of the record."""

from typing import TYPE_CHECKING, Any

import click

from sayso.cli.call import Call, shared_options
from sayso.cli.rows import claim_object
from sayso.cli.safe import line_of_json, say_line
from sayso.cli.stories import show_story, told
from sayso.cli.weighing import show_proof
from sayso.record import Page, Proof, Reading, Story, Text

if TYPE_CHECKING:
    from sayso.cli.screen import Screen
    from sayso.newsroom import Newsroom
    from sayso.record import Kept

    Found = Reading | Kept | tuple[Text, Page] | Proof | Story


@click.command()
@click.argument("record_id", metavar="ID")
@click.option(
    "--json", "as_json", is_flag=True, help="A page as its Reading, a point as its Proof, the rest as itself; one line."
)
@click.option(
    "--all", "own_voice", is_flag=True, help="Also the sentences in the outlet's own voice and every picture."
)
@shared_options
@click.pass_context
def show(ctx: click.Context, /, record_id: str, as_json: bool, own_voice: bool) -> None:
    """Shows the page, text, claim, point or story that an id names.

    The first digits of an id do, as many as tell it apart.
    """
    with ctx.ensure_object(Call).newsroom() as newsroom:
        found = newsroom.show(record_id)
        if as_json:
            say_line(line_of_json(_plain(newsroom, found)))
        else:
            _show(newsroom, found, own_voice=own_voice)


def _plain(newsroom: "Newsroom", found: "Found") -> Any:
    if isinstance(found, Reading | Proof):
        return found
    if isinstance(found, Story):
        return told(newsroom, found, None)
    return found[0] if len(found) == 2 else claim_object(found[0], found[1])


def _show(newsroom: "Newsroom", found: "Found", *, own_voice: bool) -> None:
    from sayso.cli.screen import Screen
    from sayso.cli.sheet import say_reading

    screen = Screen()
    if isinstance(found, Reading):
        say_reading(screen, found, own_voice=own_voice)
    elif isinstance(found, Proof):
        show_proof(newsroom, found)
    elif isinstance(found, Story):
        show_story(newsroom, found, every=own_voice)
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
