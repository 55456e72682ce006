"""What one run was told before any verb: which record, how talkative; and the options that verbs share."""

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, get_args

import click

from sayso.record import Filter, SourceKind, Stance
from sayso.settings import Settings, load

if TYPE_CHECKING:
    from sayso.newsroom import Newsroom

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(slots=True)
class Call:
    """The store and the talkativeness asked for, before the verb or after it."""

    store: str | None = None
    verbose: bool = False

    def settings(self) -> Settings:
        """The settings in force; raises SettingsError."""
        settings = load()
        return replace(settings, store=self.store) if self.store else settings

    def newsroom(self, *, create: bool = False) -> "Newsroom":
        """The newsroom on the record asked for, made where there is none if asked; raises StoreError."""
        from sayso.newsroom import Newsroom

        return Newsroom(settings=self.settings(), create=create)


def shared_options(verb: F) -> F:
    """--store and -v, which stand before the verb or after it."""
    store = click.option(
        "--store",
        metavar="URL",
        expose_value=False,
        callback=_store,
        help="The record to use: an SQLAlchemy URL such as sqlite:///news.sqlite, or a path. Also SAYSO_STORE; "
        "otherwise a file in your data folder.",
    )
    return store(talk_option(verb))


def talk_option(verb: F) -> F:
    """-v alone, for verbs that keep nothing."""
    return click.option(
        "-v", "--verbose", is_flag=True, expose_value=False, callback=_talk, help="Log to stderr, with tracebacks."
    )(verb)


def input_options(verb: F) -> F:
    """What a person can tell of an input that it may not say itself."""
    options = (
        click.option("--url", metavar="U", help="The address the input was captured from."),
        click.option("--outlet", metavar="NAME", help="The outlet that published it."),
        click.option("--captured", metavar="TIME", callback=iso_time, help="When it was captured, an ISO time."),
    )
    for option in reversed(options):
        verb = option(verb)
    return verb


class Told(TypedDict):
    """What `input_options` gathered."""

    url: str | None
    outlet: str | None
    captured: str | None


def told_once(inputs: tuple[str, ...], told: Told) -> None:
    """Raises UsageError where one address is told of several inputs."""
    if "-" in inputs and sys.stdin.isatty():
        click.echo("sayso: reading from the keyboard; Ctrl-D ends the page", err=True)
    if told["url"] and len(inputs) > 1:
        raise click.UsageError("--url names the address of one input; give one, or leave it out")


def form_options(verb: F) -> F:
    """--json and --csv, for programs and spreadsheets."""
    as_json = click.option("--json", "form", flag_value="json", help="One JSON object a line.")
    as_csv = click.option("--csv", "form", flag_value="csv", help="A table for spreadsheets.")
    return as_json(as_csv(verb))


def filter_options(verb: F) -> F:
    """The options that narrow a choice of claims; the verb takes them as one Filter named `choice`."""
    options = (
        click.option("--source", metavar="NAME", help="Speakers whose name or description holds this."),
        click.option("--outlet", metavar="NAME", help="Outlets whose name holds this."),
        click.option("--kind", type=click.Choice(get_args(SourceKind)), help="Speakers of this kind."),
        click.option("--stance", type=click.Choice(get_args(Stance)), help="Claims of this stance."),
        click.option("--since", metavar="TIME", callback=iso_time, help="Published at this ISO day or time, or later."),
        click.option("--as-of", metavar="TIME", callback=iso_time, help="The record as it stood at this ISO time."),
        click.option("--about", metavar="WORDS", help="Claims whose content holds these words."),
        click.option("--replaced", is_flag=True, help="Also what a later edit of the page replaced."),
        limit_option,
    )
    for option in reversed(options):
        verb = option(verb)
    return verb


def as_of_option(verb: F) -> F:
    """--as-of TIME."""
    return click.option("--as-of", metavar="TIME", callback=iso_time, help="As it stood at this ISO time.")(verb)


def json_option(verb: F) -> F:
    """--json, one object a line."""
    return click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")(verb)


def limit_option(verb: F) -> F:
    """--limit, where 0 means all."""
    return click.option(
        "--limit", metavar="N", type=click.IntRange(min=0), default=0, help="At most N; 0, the default, for all."
    )(verb)


def filter_of(given: dict[str, Any]) -> Filter:
    """The Filter of the values that `filter_options` gathered."""
    return Filter(**given)


def iso_time(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The value if it is an ISO day or time; raises BadParameter otherwise."""
    try:
        datetime.fromisoformat(value or "2000-01-01")
    except ValueError:
        raise click.BadParameter(
            f"{value!r} is no ISO day or time, such as 2024-11-10 or 2024-11-10T14:20+02:00", ctx, param
        ) from None
    return value


def _store(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    if value is not None:
        ctx.ensure_object(Call).store = value


def _talk(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        ctx.ensure_object(Call).verbose = True
        logging.basicConfig(level=logging.DEBUG, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
