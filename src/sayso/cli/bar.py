"""A bar for long work, on stderr, where a person watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def bar(inputs: tuple[str, ...]) -> Iterator[Callable[..., None]]:
    """A function that counts one page as read; it draws where stderr is a terminal and the pages are many."""
    from sayso.newsroom import listed

    with bar_of("reading", len(listed(inputs))) as advance:
        yield advance


@contextmanager
def bar_of(doing: str, total: int) -> Iterator[Callable[..., None]]:
    """A function that counts one, or so many, of `total` as done; it draws on a terminal where they are many."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda done=1: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from sayso.cli.screen import Screen

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Screen(sys.stderr), transient=True, redirect_stdout=sys.stdout.isatty()) as drawn:
        task = drawn.add_task(doing, total=total)
        yield lambda done=1: drawn.advance(task, done)
