"""`sayso weigh`, `sayso why`, `sayso rule`: the weighing itself, its proofs, and an editor's judgements."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from sayso.cli.bar import bar_of
from sayso.cli.call import Call, as_of_option, json_option, shared_options
from sayso.cli.exits import complain
from sayso.cli.safe import line_of_json, say_line
from sayso.errors import StoreError
from sayso.record import Verdict
from sayso.record.wording import counted

if TYPE_CHECKING:
    from sayso.newsroom import Newsroom


@contextmanager
def weighed(call: Call) -> Iterator["Newsroom"]:
    """The newsroom with every page weighed; where another sayso is writing, with what is weighed so far."""
    with call.newsroom() as newsroom:
        try:
            weigh_rest(newsroom)
        except StoreError as err:
            complain(f"the answer leaves out {counted(newsroom.unweighed(), 'page')} not weighed yet: {err}")
        yield newsroom


def weigh_rest(newsroom: "Newsroom") -> int:
    """Weighs what is not weighed yet, with a bar where a person watches; how many pages that were."""
    number = 0
    with bar_of("weighing", newsroom.unweighed()) as advance:
        for number, _ in enumerate(newsroom.weigh(), 1):  # noqa: B007 (the last number is the answer)
            advance()
    return number


@click.command()
@click.option("--anew", is_flag=True, help="Drop everything that was weighed and weigh it again; rulings stay.")
@shared_options
@click.pass_context
def weigh(ctx: click.Context, /, anew: bool) -> None:
    """Weighs pages that are not weighed yet.

    `sayso add` does it already, and so does every verb that asks for points. Can be stopped and repeated.
    """
    with ctx.ensure_object(Call).newsroom() as newsroom:
        if anew:
            newsroom.forget_weighed()
        click.echo(f"sayso: {counted(weigh_rest(newsroom), 'page')} weighed · record {newsroom.url}", err=True)


@click.command()
@click.argument("point", metavar="POINT")
@as_of_option
@json_option
@shared_options
@click.pass_context
def why(ctx: click.Context, /, point: str, as_of: str | None, as_json: bool) -> None:
    """Shows why a point counts what it counts.

    Every origin, every edge with the sentence or the measure that proves it, and every mention that was left out of the
    count, with the reason. The first digits of a point's id do.
    """
    with weighed(ctx.ensure_object(Call)) as newsroom:
        proof = newsroom.why(point, as_of)
        if as_json:
            say_line(line_of_json(proof))
            return
        from sayso.cli.proofs import proof_lines
        from sayso.cli.screen import Screen

        kept = newsroom.kept((*proof.point.for_, *proof.point.against))
        Screen().lines(proof_lines(proof, kept))


@click.command()
@click.argument("verdict", type=click.Choice(["same", "different", "unsure"]))
@click.argument("left", metavar="LEFT")
@click.argument("right", metavar="RIGHT")
@click.option("--by", required=True, metavar="NAME", help="Who judges; the ruling carries the name for good.")
@click.option("--note", default="", metavar="WORDS", help="Why.")
@shared_options
@click.pass_context
def rule(ctx: click.Context, /, verdict: Verdict, left: str, right: str, by: str, note: str) -> None:
    """Records an editor's judgement that two points or claims are the same or different.

    Rulings are appended, never overwritten; the latest one holds. They survive every re-weighing.

    \b
    sayso rule same 28602f9a 481304bc --by "Ana Reth" --note "one call, two wordings"
    sayso rule different 28602f9a 481304bc --by "Ana Reth"
    """
    with weighed(ctx.ensure_object(Call)) as newsroom:
        ruling = newsroom.rule(verdict, left, right, by=by, note=note)
        click.echo(f"ruled {ruling.verdict}  {ruling.left[:8]} {ruling.right[:8]}  by {ruling.by}  {ruling.id[:8]}")
