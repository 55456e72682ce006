"""`sayso people`: who may use a desk that other machines reach, and the tokens of programs."""

import sys
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import click

from sayso.cli.call import Call, json_option, shared_options
from sayso.cli.exits import complain
from sayso.cli.safe import line_of_json, say_line, visible
from sayso.errors import NotKept, RecordError
from sayso.record import Ticket
from sayso.record.person import MACHINE, ROLES, Role, name_of
from sayso.record.wording import counted

if TYPE_CHECKING:
    from sayso.newsroom import Newsroom

BY = MACHINE  # whoever types here can change the record's file as well
SHORT = 12  # hex digits of a hash by which a token is named


@click.group()
def people() -> None:
    """Says who may use the desk, and gives programs tokens.

    On this machine alone (`sayso desk`) nobody signs in. On another address people sign in: a reader reads, an editor
    also rules, corrects and reviews, an admin also names people. Only hashes of passwords and tokens are kept.

    \b
    sayso people add "Ana Reth" --role editor
    sayso people list
    sayso people token "Ana Reth" --label "evening export" --days 90
    sayso people tokens "Ana Reth"
    sayso people revoke "Ana Reth" 3f60c1d2a4b5
    sayso people change "Ana Reth" --out
    """


@people.command()
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), required=True, help="What they may do.")
@shared_options
@click.pass_context
def add(ctx: click.Context, /, name: str, role: Role) -> None:
    """Adds somebody; the password is asked for, or read from standard input, never given as an argument."""
    from sayso.desk.gate.passwords import hashed

    with ctx.ensure_object(Call).newsroom(create=True) as newsroom:
        made = newsroom.add_person(_name(name), role, hashed(_password()), by=BY)
    click.echo(f"added  {visible(made.name)}  {made.role}")


@people.command("list")
@json_option
@shared_options
@click.pass_context
def list_(ctx: click.Context, /, as_json: bool) -> None:
    """Lists who may sign in, their roles and how many tokens they have."""
    with ctx.ensure_object(Call).newsroom() as newsroom:
        found = [(one, sum(1 for _ in newsroom.tokens(one.name))) for one in newsroom.people()]
    for one, tokens in found:
        if as_json:
            told = {"name": one.name, "role": one.role, "made": one.made, "active": one.active, "tokens": tokens}
            say_line(line_of_json(told))
            continue
        out = "" if one.active else "  may not come in"
        click.echo(f"{one.role:<7} {visible(one.name)}  since {one.made[:10]}  {counted(tokens, 'token')}{out}")
    if not found:
        complain("nobody may sign in yet: `sayso people add NAME --role admin`")


@people.command()
@click.argument("name")
@click.option("--label", default="", metavar="WORDS", help="What the token is for.")
@click.option("--days", type=click.IntRange(1, 3650), default=365, show_default=True, help="How long it holds.")
@shared_options
@click.pass_context
def token(ctx: click.Context, /, name: str, label: str, days: int) -> None:
    """Makes a token by which a program reads the desk as somebody, and prints it once.

    A program sends it as `Authorization: Bearer TOKEN`. A new password or another role ends it.
    """
    from sayso.desk.gate.ticket import made

    secret, hash_ = made()
    with ctx.ensure_object(Call).newsroom() as newsroom:
        until = datetime.fromisoformat(newsroom.now()) + timedelta(days=days)
        newsroom.make_token(_name(name), hash_, label, until=until.isoformat(), by=BY)
    click.echo(secret)
    complain(f"it is shown this once and holds until {until.date()}")


@people.command()
@click.argument("name")
@json_option
@shared_options
@click.pass_context
def tokens(ctx: click.Context, /, name: str, as_json: bool) -> None:
    """Lists somebody's tokens, the last made first, by the names that `revoke` takes; a token itself is never shown."""
    with ctx.ensure_object(Call).newsroom() as newsroom:
        name = _known(newsroom, name)
        found, now = list(newsroom.tokens(name)), newsroom.now()
    for one in found:
        if as_json:
            told = {"token": one.hash[:SHORT], "label": one.label, "made": one.made, "until": one.until or None}
            say_line(line_of_json({**told, "ended": one.ended(now)}))
            continue
        until = f"until {one.until[:10]}" if one.until else "without an end"
        ended = "  ended" if one.ended(now) else ""
        click.echo(f"{one.hash[:SHORT]}  {visible(one.label) or 'no label'}  since {one.made[:10]}  {until}{ended}")
    if not found:
        complain(f"{visible(name)} has no token: `sayso people token NAME` makes one")


@people.command()
@click.argument("name")
@click.argument("token")
@shared_options
@click.pass_context
def revoke(ctx: click.Context, /, name: str, token: str) -> None:
    """Ends a token of somebody at once; `sayso people tokens NAME` names them."""
    with ctx.ensure_object(Call).newsroom() as newsroom:
        found: Ticket = newsroom.token(_known(newsroom, name), token)
        newsroom.revoke_token(found.hash, by=BY)
    click.echo(f"revoked  {found.hash[:SHORT]}  {visible(found.label) or 'no label'}")


@people.command()
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), help="What they may do from now on.")
@click.option("--password", is_flag=True, help="Ask for a new password, or read it from standard input.")
@click.option("--out/--in", "out", default=None, help="They may not come in any more, or may again.")
@shared_options
@click.pass_context
def change(ctx: click.Context, /, name: str, role: Role | None, password: bool, out: bool | None) -> None:
    """Changes somebody's role or password, or keeps them out; their sessions and tokens end."""
    from sayso.desk.gate.passwords import hashed

    if role is None and out is None and not password:
        raise click.UsageError("say what changes: --role, --password, --out or --in", ctx)
    with ctx.ensure_object(Call).newsroom() as newsroom:
        new = hashed(_password()) if password else None
        active = None if out is None else not out
        made = newsroom.change_person(_name(name), by=BY, role=role, password=new, active=active)
    click.echo(f"changed  {visible(made.name)}  {made.role}{'' if made.active else '  may not come in'}")


def _name(told: str) -> str:
    """A name as the sign-in will look it up; raises BadParameter for one that could be mistaken."""
    try:
        return name_of(told)
    except RecordError as err:
        raise click.BadParameter(str(err), param_hint="NAME") from err


def _known(newsroom: "Newsroom", told: str) -> str:
    """The name of somebody who is there; raises NotKept."""
    name = _name(told)
    if newsroom.person(name) is None:
        raise NotKept(f"nobody is called {name!r}")
    return name


def _password() -> str:
    """From a person, twice; from a program, the first line of standard input."""
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    return sys.stdin.readline().rstrip("\r\n")
