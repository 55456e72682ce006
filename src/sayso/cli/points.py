"""Verbs that ask what the weighing found: points, disputes."""

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, get_args

import click

from sayso.cli.call import Call, as_of_option, json_option, limit_option, shared_options
from sayso.cli.exits import complain
from sayso.cli.safe import line_of_json, say_line
from sayso.cli.weighing import weighed
from sayso.record import Dispute, Point, Standing
from sayso.record.fold import words
from sayso.record.wording import counted

if TYPE_CHECKING:
    from sayso.newsroom import Newsroom

FIRST = ("disputed", "retracted", "ungrounded", "corroborated", "echoed", "single")  # what a desk looks at first


@click.command()
@as_of_option
@click.option("--story", metavar="ID", help="Points of this story; the first digits of its id do.")
@click.option("--about", metavar="WORDS", help="Points whose gist holds these words.")
@click.option("--standing", type=click.Choice(get_args(Standing)), help="Points of this standing.")
@click.option("--all", "every", is_flag=True, help="Also points that one page alone carries.")
@limit_option
@json_option
@shared_options
@click.pass_context
def points(ctx: click.Context, /, as_json: bool, limit: int, every: bool, **asked: str | None) -> None:
    """Lists points: how many independent origins stand behind each, who denies it.

    A point is one question of fact across pages. "1 origin [1, 1]" is the number that is proven, then the least and the
    most there can be; "outlets" counts publishers. The standing follows from these numbers; it never says that
    something is true.

    For people the disputed and the most printed come first, and points that one page alone carries are left out unless
    asked for; in JSON all are there, oldest first.

    \b
    sayso points --standing disputed
    sayso points --about "depot injured" --all
    sayso points --as-of 2026-03-06T12:00 --json
    """
    with weighed(ctx.ensure_object(Call)) as newsroom:
        found = (point for point in newsroom.points(asked["as_of"]) if _fits(point, asked))
        if as_json:
            for point in islice(found, limit or None):
                say_line(line_of_json(point))
        else:
            _show_points(_telling(found, every or bool(asked["story"])), limit, asked["as_of"])


@click.command()
@as_of_option
@click.option("--about", metavar="WORDS", help="Disputes whose points' gists hold these words.")
@limit_option
@json_option
@shared_options
@click.pass_context
def disputes(ctx: click.Context, /, as_of: str | None, about: str | None, as_json: bool, limit: int) -> None:
    """Lists disputes: denials, figures that cannot both be right, what excludes or sits ill with what.

    A count that rose ("at least three" at noon, seven in the evening) is no dispute, nor is a refusal to comment.

    \b
    sayso disputes --about Dresk
    sayso disputes --as-of 2026-03-06T12:00
    """
    with weighed(ctx.ensure_object(Call)) as newsroom:
        known = {point.id: point for point in newsroom.points(as_of)}
        asked = set(words(about or ""))
        found = (
            one
            for one in newsroom.disputes(as_of)
            if asked <= {word for end in (one.left, one.right) if end in known for word in words(known[end].gist)}
        )
        if as_json:
            for dispute in islice(found, limit or None):
                say_line(line_of_json(dispute))
        else:
            _show_disputes(sorted(found, key=lambda one: _heat(one, known)), newsroom, known, limit)


def _fits(point: Point, asked: dict[str, str | None]) -> bool:
    about, standing, story = asked["about"], asked["standing"], asked["story"]
    return (
        (not about or set(words(about)) <= set(words(point.gist)))
        and (not standing or point.standing == standing)
        and (not story or (point.story_id or "").startswith(story.lower()))
    )


def _telling(found: Iterable[Point], every: bool) -> list[Point]:
    """Points on more than one page or with something against them, unless all are asked for, in a desk's order."""
    from sayso.cli.timeline import is_telling

    shown, alone = [], 0
    for point in found:
        if every or is_telling(point):
            shown.append(point)
        else:
            alone += 1
    if alone:
        complain(f"{counted(alone, 'point')} of one page alone not shown: --all shows them")
    return sorted(shown, key=_weight)


def _weight(point: Point) -> tuple[int, int, int]:
    return FIRST.index(point.standing), -(point.outlets + point.outlets_against), -(point.pages + point.pages_against)


def _heat(dispute: Dispute, known: dict[str, Point]) -> tuple[bool, int]:
    ends = [known[end] for end in {dispute.left, dispute.right} if end in known]
    return dispute.kind == "tension", -sum(one.outlets + one.outlets_against for one in ends)


def _show_points(found: list[Point], limit: int, as_of: str | None) -> None:
    from sayso.cli.proofs import point_entry
    from sayso.cli.screen import Screen

    Screen().lines(point_entry(point) for point in found[: limit or None])
    if not found:
        complain(f"no point fits{f' as of {as_of}' if as_of else ''}")
    elif limit and len(found) > limit:
        complain(f"{counted(len(found) - limit, 'more point')}: --limit 0 shows them")


def _show_disputes(found: list[Dispute], newsroom: "Newsroom", known: dict[str, Point], limit: int) -> None:
    from sayso.cli.proofs import dispute_entry
    from sayso.cli.screen import Screen

    gists = {point.id: point.gist for point in known.values()}
    screen = Screen()
    for dispute in found[: limit or None]:
        screen.lines([dispute_entry(dispute, gists, newsroom.kept(dispute.left_claims + dispute.right_claims))])
    if not found:
        complain("nobody disputes anything in the record")
    elif limit and len(found) > limit:
        complain(f"{counted(len(found) - limit, 'more dispute')}: --limit 0 shows them")
