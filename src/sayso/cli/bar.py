"""A bar for long work, on stderr, where a person watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def bar(inputs: tuple[str, ...]) -> Iterator[Callable[[], None]]:
    """A function that counts one page as done; it draws where stderr is a terminal and the pages are many."""
    from sayso.newsroom import listed

    total = len(listed(inputs))
    if total < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    from sayso.cli.screen import Screen

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Screen(sys.stderr), transient=True, redirect_stdout=sys.stdout.isatty()) as drawn:
        task = drawn.add_task("reading", total=total)
        yield lambda: drawn.advance(task)
