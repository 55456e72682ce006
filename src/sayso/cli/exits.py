"""How a run ends: exit codes, and what the person is told."""

import io
import logging
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import click

from sayso.cli.safe import visible
from sayso.errors import CaptureError, NotKept, RecordError, SaysoError, SettingsError

READ, MISSED, USAGE, TROUBLE, STOPPED = 0, 1, 2, 3, 130

CODES = (
    (READ, "everything was done"),
    (MISSED, "some input could not be taken, or there is no such id; the rest was done"),
    (USAGE, "wrong usage: an unknown verb, option or setting"),
    (TROUBLE, "the store, the disk or the installation is in trouble: see `sayso doctor`"),
    (STOPPED, "stopped by Ctrl-C; the same command again goes on from there"),
)


class Verbs(click.Group):
    """A group that turns every known trouble into one clear line and its exit code, without a traceback."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Runs the command line and exits with its code."""
        extra["standalone_mode"] = False
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):  # a terminal without a letter shows its escape
                stream.reconfigure(errors="backslashreplace")
        sys.exit(ending(lambda: super(Verbs, self).main(*args, **extra)))

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the verb; a reader that went away (`| head`) ends it quietly."""
        try:
            returned = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            close_quietly()
            return READ
        return returned


def ending(run: Callable[[], Any]) -> int:
    """The exit code of a run, after saying on stderr what went wrong, why, and what to do."""
    try:
        returned = run()
        return returned if isinstance(returned, int) else READ
    except click.UsageError as err:
        err.show()
        return USAGE
    except click.ClickException as err:
        complain(err.format_message())
        return MISSED
    except (click.Abort, KeyboardInterrupt):
        complain("stopped")
        return STOPPED
    except SaysoError as err:
        logging.getLogger("sayso").debug("traceback of the error below", exc_info=True)
        complain(str(err))
        return code_of(err)
    except OSError as err:
        logging.getLogger("sayso").debug("traceback of the error below", exc_info=True)
        complain(f"{err.filename or 'the system'}: {err.strerror or err}; see `sayso doctor`")
        return TROUBLE


def code_of(err: SaysoError) -> int:
    """The exit code for an error that ended the run."""
    if isinstance(err, NotKept | CaptureError | RecordError):
        return MISSED
    return USAGE if isinstance(err, SettingsError) else TROUBLE


def complain(message: str) -> None:
    """One line on stderr, harmless to a terminal."""
    click.echo(f"sayso: {visible(message)}", err=True)


def close_quietly() -> None:
    """Points stdout at nothing, so that closing it at exit cannot fail a second time."""
    with suppress(OSError, ValueError):  # no file may be behind stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
