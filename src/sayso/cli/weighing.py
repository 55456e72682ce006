"""`sayso weigh`, `sayso why`, `sayso rule`: the weighing itself, its proofs, and an editor's judgements."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from sayso.cli.bar import bar_of
from sayso.cli.call import Call, as_of_option, json_option, shared_options
from sayso.cli.exits import STOPPED, complain
from sayso.cli.patience import Patience, patience
from sayso.cli.safe import line_of_json, say_line
from sayso.errors import StoreError
from sayso.record import Proof, Verdict
from sayso.record.wording import counted

if TYPE_CHECKING:
    from sayso.newsroom import Newsroom


@contextmanager
def weighed(call: Call) -> Iterator["Newsroom"]:
    """The newsroom with every page weighed; where it cannot be written, with what is weighed so far."""
    with call.newsroom() as newsroom:
        try:
            weigh_rest(newsroom)
        except StoreError as err:
            complain(f"the answer leaves out {counted(newsroom.unweighed(), 'page')} not weighed yet: {err}")
        yield newsroom


def weigh_rest(newsroom: "Newsroom", asked: Patience | None = None) -> int:
    """Weighs what is not weighed yet until asked to stop, with a bar where a person watches; how many pages it did."""
    done = 0
    if asked and asked.stop:
        return done
    with bar_of("weighing", newsroom.unweighed()) as advance:
        for _ in newsroom.weigh():
            done += 1
            advance()
            if asked and asked.stop:
                break
    return done


def settle_rest(newsroom: "Newsroom", asked: Patience | None = None) -> None:
    """Counts what was added or may have changed until asked to stop, so that lists need not; with a bar for people."""
    with bar_of("counting", newsroom.unsettled()) as advance:
        for done in newsroom.settle():
            advance(done)
            if asked and asked.stop:
                break


@click.command()
@click.option("--anew", is_flag=True, help="Drop everything that was weighed and weigh it again; rulings stay.")
@shared_options
@click.pass_context
def weigh(ctx: click.Context, /, anew: bool) -> None:
    """Weighs pages that are not weighed yet.

    `sayso add` does it already, and so does every verb that asks for points. Each page is weighed whole or not at all,
    so that a run that was stopped is repeated and goes on. `--anew` is for when the record should be weighed again, as
    after an error in it; nothing that was read is lost by it, nor any ruling.
    """
    with ctx.ensure_object(Call).newsroom() as newsroom, patience() as asked:
        if anew:
            newsroom.forget_weighed()
        done = weigh_rest(newsroom, asked)
        settle_rest(newsroom, asked)
        left = f", {newsroom.unweighed():,} to go" if asked.stop else ""
        complain(f"{counted(done, 'page')} weighed{left} · record {newsroom.url}")
    if asked.stop:
        complain("stopped; `sayso weigh` goes on from here")
        ctx.exit(STOPPED)


@click.command()
@click.argument("point", metavar="POINT")
@as_of_option
@json_option
@shared_options
@click.pass_context
def why(ctx: click.Context, /, point: str, as_of: str | None, as_json: bool) -> None:
    """Shows why a point counts what it counts.

    Every origin with the sentence that names it, every edge from a page to where it has it from with the sentence or
    the measure that proves it, and every mention that adds no origin, with the reason. "cited, not seen" is an outlet
    that pages lean on whose own page is not in the record: when it is added, the counts settle by themselves.

    The first digits of a point's id do. In JSON a Proof, on one line.

    \b
    sayso why 28602f9a
    sayso why 28602f9a --as-of 2026-03-05T21:00+01:00
    """
    with weighed(ctx.ensure_object(Call)) as newsroom:
        proof = newsroom.why(point, as_of)
        if as_json:
            say_line(line_of_json(proof))
        else:
            show_proof(newsroom, proof)


def show_proof(newsroom: "Newsroom", proof: Proof) -> None:
    """Prints the counting of a point for people."""
    from sayso.cli.proofs import proof_lines
    from sayso.cli.screen import Screen

    Screen().lines(proof_lines(proof, newsroom.kept(proof.claim_ids)))


@click.command()
@click.argument("verdict", type=click.Choice(["same", "different", "unsure"]))
@click.argument("left", metavar="LEFT")
@click.argument("right", metavar="RIGHT")
@click.option("--by", required=True, metavar="NAME", help="Who judges; the ruling carries the name for good.")
@click.option("--note", default="", metavar="WORDS", help="Why, for those who come after.")
@json_option
@shared_options
@click.pass_context
def rule(ctx: click.Context, /, verdict: Verdict, left: str, right: str, *, by: str, note: str, as_json: bool) -> None:
    """Records an editor's judgement that two points or claims are the same or different.

    LEFT and RIGHT are ids of points or claims, or their first digits. "same" makes one point of two, "different" parts
    them for good, "unsure" takes an earlier ruling back. Rulings are appended, never overwritten; the latest one holds.
    They survive every re-weighing.

    \b
    sayso rule same 28602f9a 481304bc --by "Ana Reth" --note "one call, two wordings"
    sayso rule different 28602f9a 481304bc --by "Ana Reth"
    """
    if not by.strip():
        raise click.BadParameter("a ruling carries the name of who judged", ctx, param_hint="--by")
    with weighed(ctx.ensure_object(Call)) as newsroom:
        ruling = newsroom.rule(verdict, left, right, by=by.strip(), note=note)
        if as_json:
            say_line(line_of_json(ruling))
            return
        from sayso.cli.proofs import ruling_lines
        from sayso.cli.screen import Screen

        Screen().lines(ruling_lines(ruling, newsroom.points_of((ruling.left, ruling.right))))
