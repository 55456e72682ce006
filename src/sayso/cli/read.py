"""`sayso read`: what a page says, kept nowhere."""

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Unpack

import click

from sayso.cli.bar import bar
from sayso.cli.call import Call, Told, input_options, talk_option, told_once
from sayso.cli.exits import MISSED, READ, complain
from sayso.cli.safe import line_of_json, say_line, visible
from sayso.record import Missed, Reading
from sayso.record.wording import counted
from sayso.settings import Settings

SIGN = b'<meta name="generator" content="sayso">'  # what every page that sayso writes bears in its head
SIGN_WITHIN = 1000  # bytes


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="PATH|URL|-...")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="One Reading a line on stdout, nothing else there; with --explain, one claim's grounds a line.",
)
@click.option(
    "--explain", is_flag=True, help="Also why each claim was read so: for each field its words, its reader, its rule."
)
@click.option(
    "--html",
    "html",
    metavar="OUT",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="Write OUT instead: one page to read in a browser, offline, each claim marked, with its chain beside it.",
)
@click.option("--parts", is_flag=True, help="Also every part of the page with its label and place.")
@click.option(
    "--all", "own_voice", is_flag=True, help="Also the sentences in the outlet's own voice and every picture."
)
@input_options
@talk_option
@click.pass_context
def read(
    ctx: click.Context,
    /,
    inputs: tuple[str, ...],
    as_json: bool,
    explain: bool,
    html: Path | None,
    parts: bool,
    own_voice: bool,
    **told: Unpack[Told],
) -> None:
    """Prints what pages say, and who says it; keeps nothing.

    Each story item with its head, then its claims: the chain from the outlet to the speaker, the exact words in their
    sentence, figures and times.

    \b
    sayso read page.html
    sayso read https://harbour-post.example/dam --all
    sayso read - --url https://harbour-post.example/dam --json < dam.html
    sayso read page.html --explain
    sayso read --html claims.html page.html

    An input is a file (HTML or a plain-text capture, gzipped or not), a folder of them, a URL, or - for stdin.
    """
    told_once(inputs, told)
    if html and as_json:
        raise click.UsageError("--html writes a page and --json lines for programs: give one of them")
    if html:
        free_to_write(html)
    settings = ctx.ensure_object(Call).settings()
    tally = Tally()
    found = _found(inputs, settings, told)
    if html:
        with bar(inputs) as advance:
            _write(html, tally.read(found), advance)
    elif as_json:
        with bar(inputs) if _into_a_file() else nullcontext(_nobody) as advance:
            for _, reading in tally.read(found):
                _say(reading, explain=explain)
                advance()
    else:
        _show(tally.read(found), parts=parts, own_voice=own_voice, explain=explain)
    ctx.exit(MISSED if tally.missed else READ)


def _say(reading: Reading, *, explain: bool) -> None:
    """Prints a reading on a line, or the grounds of each of its claims."""
    from sayso import newsroom

    for line in newsroom.explain(reading) if explain else (reading,):
        say_line(line_of_json(line))


@dataclass(slots=True)
class Tally:
    """Counts what was missed while telling of it on stderr."""

    missed: int = 0

    def read(self, found: Iterable[tuple[str, Reading | Missed]]) -> Iterator[tuple[str, Reading]]:
        """The readings with their names; each Missed becomes a line on stderr."""
        for name, item in found:
            if isinstance(item, Missed):
                self.missed += 1
                complain(f"{item.what}: {item.why}")
            else:
                yield name, item


def _into_a_file() -> bool:
    """True for `> file`: nothing else draws on the terminal then, as a pager behind a pipe would."""
    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def _nobody() -> None:
    """Counts for nobody."""


def _found(inputs: Iterable[str], settings: Settings, told: Told) -> Iterator[tuple[str, Reading | Missed]]:
    """Each page under the name a person gave it, or the name it has in the folder they gave."""
    from sayso.newsroom import listed, read_all

    for what in inputs:
        for name in listed([what]) or (what,):
            for item in read_all([name], settings=settings, **told):
                yield name, item


def _show(readings: Iterable[tuple[str, Reading]], *, parts: bool, own_voice: bool, explain: bool) -> None:
    from sayso import newsroom
    from sayso.cli.screen import Screen
    from sayso.cli.sheet import say_reading

    screen = Screen()
    for number, (name, reading) in enumerate(readings):
        if number:
            screen.print()
        grounds = newsroom.explain(reading) if explain else ()
        say_reading(screen, reading, name=name, parts=parts, own_voice=own_voice, grounds=grounds)


def _write(out: Path, readings: Iterable[tuple[str, Reading]], advance: Callable[[], None]) -> None:
    """Writes the readings as one page; nothing where none could be taken."""
    from sayso.newsroom import as_html

    taken: list[tuple[str, Reading]] = []
    for one in readings:
        taken.append(one)
        advance()
    if not taken:
        return
    page = as_html(taken)
    if out == Path("-"):
        say_line(page)
        return
    out.write_text(page, "utf-8")
    claims = sum(claim.manner != "own_voice" for _, reading in taken for claim in reading.claims)
    facts = f"{counted(len(taken), 'page')}, {counted(claims, 'attributed claim')}"
    click.echo(f"sayso: wrote {visible(str(out))} ({facts})", err=True)


def free_to_write(out: Path) -> None:
    """Raises UsageError where OUT is a file that sayso did not write: a page to read may stand in its place."""
    if out == Path("-") or not out.exists():
        return
    with out.open("rb") as file:
        head = file.read(SIGN_WITHIN)
    if head and SIGN not in head:
        raise click.UsageError(f"--html writes {out}, which is there and is no page of sayso's: choose another name")
