"""`sayso changes`: what edits did to claims that were already out."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, get_args

import click

from sayso.cli.call import Call, as_of_option, iso_time, json_option, limit_option, shared_options
from sayso.cli.exits import complain
from sayso.cli.safe import line_of_json, say_line
from sayso.cli.weighing import weighed
from sayso.record import Change, ChangeKind
from sayso.record.moment import moment

if TYPE_CHECKING:
    from sayso.newsroom import Newsroom


@click.command()
@click.option(
    "--since", metavar="TIME", callback=iso_time, help="Edits that stood from this ISO day or time, or later."
)
@as_of_option
@click.option("--kind", type=click.Choice(get_args(ChangeKind)), help="Changes of this kind.")
@click.option("--stealth", is_flag=True, help="Only where the page shows no mark of an update or a correction.")
@limit_option
@json_option
@shared_options
@click.pass_context
def changes(ctx: click.Context, /, since: str | None, as_of: str | None, *, as_json: bool, **asked: object) -> None:
    """Lists what edits changed, claim by claim: added, withdrawn, softened, hardened, re-attributed, recounted.

    An edit is a page captured again from the same address. "stealth" means that the page shows no mark of it. What
    stood before stays answerable: `sayso points --as-of`.

    \b
    sayso changes --since 2026-03-05
    sayso changes --kind withdrawn --stealth --json
    """
    with weighed(ctx.ensure_object(Call)) as newsroom:
        found = islice(_asked(newsroom, since, as_of, asked), int(str(asked["limit"])) or None)
        if as_json:
            for change in found:
                say_line(line_of_json(change))
        else:
            _show(found, newsroom)


def _asked(newsroom: "Newsroom", since: str | None, as_of: str | None, asked: dict[str, object]) -> Iterator[Change]:
    until = moment(as_of, end=True) if as_of else None
    for change in newsroom.changes(since):
        if until and not (change.at and change.at <= until):
            continue
        if asked["kind"] in (None, change.kind) and (change.stealth or not asked["stealth"]):
            yield change


def _show(found: Iterator[Change], newsroom: "Newsroom") -> None:
    from sayso.cli.edits import change_entry
    from sayso.cli.screen import Screen

    screen = Screen()
    number = 0
    for number, change in enumerate(found, 1):  # noqa: B007 (the last number tells whether there was any)
        ends = [one for one in (change.before, change.after) if one]
        screen.lines([change_entry(change, newsroom.kept(ends))])
    if not number:
        complain("no edit in the record changed a claim; a page captured again from one address is an edit")
