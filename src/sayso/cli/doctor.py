"""`sayso doctor`: what works here, what does not, and what to do about it."""

from collections.abc import Callable, Iterator
from dataclasses import fields

import click

from sayso.cli.call import Call, shared_options
from sayso.cli.exits import MISSED, READ
from sayso.cli.safe import line_of_json, say_line
from sayso.errors import SettingsError
from sayso.settings import Settings, origins

Line = tuple[bool | None, str, str]
WORDS = {True: "ok", None: "warn", False: "fail"}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One finding a line: name, good (null is a warning), what.")
@click.option("--mend", is_flag=True, help="First makes the lists of a record anew, where they do not agree with it.")
@shared_options
@click.pass_context
def doctor(ctx: click.Context, /, as_json: bool, mend: bool) -> None:
    """Tells what works here, what does not, and what to do.

    Looks at the installation, the model, the settings and the record; exits 1 where something fails.
    """
    if mend:
        with ctx.ensure_object(Call).newsroom(create=False) as newsroom:
            newsroom.mend()
    bad = False
    say = _json if as_json else _people()
    for finding in findings(ctx.ensure_object(Call)):
        bad = bad or finding[0] is False
        say(finding)
    ctx.exit(MISSED if bad else READ)


def _json(finding: Line) -> None:
    good, name, what = finding
    say_line(line_of_json({"name": name, "good": good, "what": what}))


def _people() -> Callable[[Line], None]:
    from sayso.cli.screen import Beside, Screen, styled

    screen = Screen()

    def say(finding: Line) -> None:
        good, name, what = finding
        word = WORDS[good]
        screen.lines([Beside(styled((word, word)), 6, (Beside(styled(name), 15, (styled(what),)),))])

    return say


def findings(call: Call) -> Iterator[Line]:
    """Settings first, since the record is looked for where they say; then all that the newsroom looks at."""
    from sayso.newsroom import check

    try:
        settings = call.settings()
        yield from settings_found(call, settings)
    except SettingsError as err:
        yield False, "settings", f"{err}; looked at the rest with the defaults"
        settings = Settings(store=call.store or "")
    for finding in check(settings.store_url):
        yield finding.good, finding.name, finding.what


def settings_found(call: Call, settings: Settings) -> Iterator[Line]:
    """Each setting with its value and where it came from."""
    given = origins() | ({"store": "--store"} if call.store else {})
    for field in fields(Settings):
        value = settings.store_url if field.name == "store" else getattr(settings, field.name)
        yield True, field.name, f"{value} ({given.get(field.name, 'default')})"
