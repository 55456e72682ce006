"""`sayso outlets`: whom the counting takes for one publisher, and how to say more."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from sayso.cli.call import Call, json_option, shared_options
from sayso.cli.exits import complain
from sayso.cli.safe import line_of_json, say_line, visible
from sayso.errors import SettingsError
from sayso.record import OutletKind
from sayso.record.fold import words
from sayso.record.plain import to_plain
from sayso.record.wording import counted

if TYPE_CHECKING:
    from sayso.newsroom.outlets import Publisher


@click.group(invoke_without_command=True)
@click.option("--name", metavar="WORDS", help="Outlets whose name, another name or family holds these words.")
@click.option("--own", is_flag=True, help="Only those of your own file.")
@json_option
@shared_options
@click.pass_context
def outlets(ctx: click.Context, /, name: str | None, own: bool, as_json: bool) -> None:
    """Lists outlets and their publisher families, and adds to them.

    Outlets of one family count as one. An outlet that is not listed is a family of its own. Your own entries stand in a
    TOML file beside the record (RECORD.outlets.toml; the setting `outlets` names another) and count at once, for every
    page that is in the record already.

    \b
    sayso outlets --name "news corp"
    sayso outlets add "Harbour Post" --family "Harbour Media" --alias HP
    sayso outlets add Norda --kind agency --home norda.example
    sayso outlets import outlets.toml
    """
    if ctx.invoked_subcommand:
        return
    from sayso.newsroom.outlets import publishers

    asked = set(words(name or ""))
    found = [one for one in publishers(_file(ctx)) if (one.own or not own) and asked <= _names(one)]
    if as_json:
        for one in found:
            say_line(line_of_json({**to_plain(one.outlet), "own": one.own}))
    else:
        _show(found)
        complain(f"{counted(len(found), 'outlet')}; your own stand in {_file(ctx) or 'no file'}")


@outlets.command()
@click.argument("name")
@click.option("--family", metavar="NAME", help="Its publisher: outlets of one family count as one.")
@click.option(
    "--alias", "aliases", metavar="NAME", multiple=True, help="Another name or abbreviation; may be repeated."
)
@click.option(
    "--kind", type=click.Choice(get_args(OutletKind)), help="An agency's own page that names nobody is an origin."
)
@click.option("--home", metavar="HOST", help="Its address on the web, such as harbour-post.example.")
@click.option("--country", metavar="CODE", help="Where it is published.")
@shared_options
@click.pass_context
def add(ctx: click.Context, /, name: str, aliases: tuple[str, ...], **told: str | None) -> None:
    """Adds an outlet to your own, or adds to what is known of one.

    \b
    sayso outlets add "Harbour Post" --family "Harbour Media" --alias HP --alias "the Post"
    """
    from sayso.newsroom.outlets import add_outlets

    row = {"name": name, "aliases": aliases, **{label: value for label, value in told.items() if value}}
    _added(ctx, add_outlets(_own_file(ctx), [row]))


@outlets.command("import")
@click.argument("file", metavar="FILE.toml", type=click.Path(path_type=Path))
@shared_options
@click.pass_context
def import_(ctx: click.Context, /, file: Path) -> None:
    """Adds every outlet of a TOML file to your own, all or none.

    \b
    [[outlets]]
    name = "Harbour Post"
    aliases = ["HP"]
    family = "Harbour Media"
    kind = "paper"
    home = "harbour-post.example"
    """
    from sayso.newsroom.outlets import import_outlets

    _added(ctx, import_outlets(_own_file(ctx), file))


def _added(ctx: click.Context, names: Iterable[str]) -> None:
    from sayso.newsroom.outlets import press_of

    path = _own_file(ctx)
    press = press_of(path)
    families = Counter(press.family(one.name) for one in press.all())
    for name in names:
        others = families[press.family(name)] - 1
        known = press.outlet(name)
        kin = f"family {known.family}, with {counted(others, 'other')}" if known and known.family else "of its own"
        click.echo(f"added  {visible(name)}  ({visible(kin)})")
    complain(f"kept in {path}")


def _file(ctx: click.Context) -> Path | None:
    settings = ctx.ensure_object(Call).settings()
    return settings.outlets_of(settings.store_url)


def _own_file(ctx: click.Context) -> Path:
    path = _file(ctx)
    if path is None:
        raise SettingsError("a record in memory keeps no outlets: name a file with the setting `outlets`")
    return path


def _names(one: "Publisher") -> set[str]:
    outlet = one.outlet
    return set(words(" ".join((outlet.name, *outlet.aliases, outlet.family or "", outlet.kind))))


def _show(found: "Iterable[Publisher]") -> None:
    from sayso.cli.lists import outlets_table
    from sayso.cli.screen import Screen

    table = outlets_table(found)
    if table.row_count:
        Screen().lines([table])
