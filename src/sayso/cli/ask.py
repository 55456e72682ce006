"""Verbs that ask the record: claims, search, sources, pages, missed."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

import click

from sayso.cli.call import Call, filter_of, filter_options, form_options, limit_option, shared_options
from sayso.cli.exits import complain
from sayso.cli.rows import CLAIMS, MISSED, PAGES, SOURCES, Sheet, say_csv, say_json

Found = Iterable[tuple[Any, ...]]


@click.command()
@filter_options
@form_options
@shared_options
@click.pass_context
def claims(ctx: click.Context, /, form: str | None, **narrowed: Any) -> None:
    """Lists claims: who said what, through whom, on which page.

    In JSON a claim also carries page_id and page_url.

    \b
    sayso claims --kind unnamed --since 2026-03-01
    sayso claims --source ministry --stance denies --json
    sayso claims --as-of 2026-03-02T18:00 --csv > claims.csv
    """
    with ctx.ensure_object(Call).newsroom() as newsroom:
        _say(form, CLAIMS, newsroom.claims(filter_of(narrowed)), _claim_entries)


@click.command()
@click.argument("words")
@filter_options
@form_options
@shared_options
@click.pass_context
def search(ctx: click.Context, /, words: str, form: str | None, **narrowed: Any) -> None:
    """Lists claims that hold all the words, best match first.

    The words may stand in the content, the speaker's name or the headline.
    """
    with ctx.ensure_object(Call).newsroom() as newsroom:
        _say(form, CLAIMS, newsroom.search(words, filter_of(narrowed)), _claim_entries)


@click.command()
@filter_options
@form_options
@shared_options
@click.pass_context
def sources(ctx: click.Context, /, form: str | None, **narrowed: Any) -> None:
    """Lists who speaks, with the number of claims of each.

    In JSON a source also carries claims, that number.
    """
    with ctx.ensure_object(Call).newsroom() as newsroom:
        _say(form, SOURCES, newsroom.sources(filter_of(narrowed)), _source_table)


@click.command()
@limit_option
@form_options
@shared_options
@click.pass_context
def pages(ctx: click.Context, /, form: str | None, limit: int) -> None:
    """Lists the pages that are kept, in the order they were kept.

    In JSON without their text, whose length stands in characters: `sayso show ID --json` gives all of a page.
    """
    with ctx.ensure_object(Call).newsroom() as newsroom:
        _say(form, PAGES, ((page,) for page in islice(newsroom.pages(), limit or None)), _page_entries)


@click.command()
@limit_option
@form_options
@shared_options
@click.pass_context
def missed(ctx: click.Context, /, form: str | None, limit: int) -> None:
    """Lists what could not be taken, and why."""
    with ctx.ensure_object(Call).newsroom() as newsroom:
        _say(form, MISSED, ((one,) for one in islice(newsroom.missed(), limit or None)), _missed_table)


def _say(form: str | None, sheet: Sheet, found: Found, people: Callable[[Found], Iterator[Any]]) -> None:
    """Prints what was found in the form asked for."""
    if form == "json":
        say_json(sheet, found)
    elif form == "csv":
        say_csv(sheet, found)
    else:
        _show(people(found))


def _show(things: Iterable[Any]) -> None:
    from sayso.cli.screen import Screen

    screen = Screen()
    number = 0
    for number, thing in enumerate(things, 1):  # noqa: B007 (the last number tells whether there was any)
        screen.lines([thing])
    if not number:
        complain("nothing in the record fits")


def _claim_entries(found: Found) -> Iterator[Any]:
    from sayso.cli.lists import claim_entries

    return claim_entries((claim, page, text) for claim, page, text in found)


def _page_entries(found: Found) -> Iterator[Any]:
    from sayso.cli.lists import page_entry

    return (page_entry(page) for (page,) in found)


def _source_table(found: Found) -> Iterator[Any]:
    from sayso.cli.lists import sources_table

    table = sources_table((source, number) for source, number in found)
    if table.row_count:
        yield table


def _missed_table(found: Found) -> Iterator[Any]:
    from sayso.cli.lists import missed_table

    table = missed_table(one for (one,) in found)
    if table.row_count:
        yield table
