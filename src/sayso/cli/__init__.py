"""The command line: one file for each group of verbs. It speaks to newsroom, settings and record alone."""

import click

from sayso.cli.ask import claims, missed, pages, search, sources
from sayso.cli.call import Call, shared_options
from sayso.cli.changes import changes
from sayso.cli.desk import desk
from sayso.cli.doctor import doctor
from sayso.cli.events import events
from sayso.cli.exits import CODES, Verbs
from sayso.cli.keep import add
from sayso.cli.mcp import mcp
from sayso.cli.outlets import outlets
from sayso.cli.people import people
from sayso.cli.points import disputes, points
from sayso.cli.read import read
from sayso.cli.show import show
from sayso.cli.stories import stories, story
from sayso.cli.weighing import rule, weigh, why

_EXITS = "\b\nExit codes:\n" + "\n".join(f"  {code:>3}  {meaning}" for code, meaning in CODES)


@click.group(cls=Verbs, epilog=_EXITS, context_settings={"help_option_names": ["-h", "--help"]})
@shared_options
@click.version_option(package_name="sayso", message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Reads news pages and keeps the record of who says what, through whom.

    `sayso read` only looks; `sayso add` keeps. Everything else asks the record that was kept.
    """
    ctx.ensure_object(Call)


for verb in (
    read,
    add,
    claims,
    sources,
    search,
    show,
    pages,
    missed,
    points,
    why,
    disputes,
    events,
    stories,
    story,
    changes,
    rule,
    weigh,
    outlets,
    desk,
    mcp,
    people,
    doctor,
):
    main.add_command(verb)
