"""Verbs that ask what the weighing found: points, disputes."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.call import Call, as_of_option, json_option, limit_option, shared_options
from sayso.cli.exits import complain
from sayso.cli.safe import line_of_json, say_line
from sayso.cli.weighing import weighed
from sayso.record import Dispute, Point
from sayso.record.fold import words
from sayso.record.wording import counted

if TYPE_CHECKING:
    from sayso.newsroom import Newsroom

MANY = 2  # pages from which a point is shown without being asked for


@click.command()
@as_of_option
@click.option("--about", metavar="WORDS", help="Points whose gist holds these words.")
@click.option("--standing", metavar="WORD", help="single, echoed, corroborated, disputed, retracted or ungrounded.")
@click.option("--all", "every", is_flag=True, help="Also points that one page alone carries.")
@limit_option
@json_option
@shared_options
@click.pass_context
def points(ctx: click.Context, /, as_json: bool, limit: int, every: bool, **asked: str | None) -> None:
    """Lists points: how many independent origins stand behind each, who denies it.

    "1 origin [1, 1]" is the number that is proven, then the least and the most there can be. For people, points that
    one page alone carries are left out unless asked for; in JSON all are there.

    \b
    sayso points --standing disputed
    sayso points --as-of 2026-03-06T12:00 --json
    """
    with weighed(ctx.ensure_object(Call)) as newsroom:
        found = (point for point in newsroom.points(asked["as_of"]) if _fits(point, asked))
        if as_json:
            _say_json(islice(found, limit or None))
        else:
            _show_points(islice(_telling(found, every), limit or None))


@click.command()
@as_of_option
@limit_option
@json_option
@shared_options
@click.pass_context
def disputes(ctx: click.Context, /, as_of: str | None, as_json: bool, limit: int) -> None:
    """Lists disputes: denials, figures that cannot both be right, what excludes or sits ill with what."""
    with weighed(ctx.ensure_object(Call)) as newsroom:
        found = islice(newsroom.disputes(as_of), limit or None)
        if as_json:
            _say_json(found)
        else:
            _show_disputes(found, newsroom, as_of)


def _fits(point: Point, asked: dict[str, str | None]) -> bool:
    about, standing = asked["about"], asked["standing"]
    return (not about or set(words(about)) <= set(words(point.gist))) and (not standing or point.standing == standing)


def _telling(found: Iterable[Point], every: bool) -> Iterator[Point]:
    """Points on more than one page or with something against them, unless all are asked for."""
    alone = 0
    for point in found:
        if every or point.pages >= MANY or point.against or point.tensions or point.standing == "retracted":
            yield point
        else:
            alone += 1
    if alone:
        complain(f"{counted(alone, 'point')} of one page alone not shown: --all shows them")


def _say_json(found: Iterable[Any]) -> None:
    for one in found:
        say_line(line_of_json(one))


def _show_points(found: Iterable[Point]) -> None:
    from sayso.cli.proofs import point_entry
    from sayso.cli.screen import Screen

    screen = Screen()
    shown = 0
    for point in found:
        shown += 1
        screen.lines([point_entry(point)])
    if not shown:
        complain("no point fits")


def _show_disputes(found: Iterable[Dispute], newsroom: "Newsroom", as_of: str | None) -> None:
    from sayso.cli.proofs import dispute_entry
    from sayso.cli.screen import Screen

    screen = Screen()
    gists = {point.id: point.gist for point in newsroom.points(as_of)}
    shown = 0
    for dispute in found:
        shown += 1
        screen.lines([dispute_entry(dispute, gists, newsroom.kept(dispute.left_claims + dispute.right_claims))])
    if not shown:
        complain("nobody disputes anything in the record")
