"""`sayso stories` and `sayso story`: what belongs together, in the order it happened and in the order it was told."""

from itertools import islice
from typing import TYPE_CHECKING, Literal, cast

import click

from sayso.cli.call import Call, as_of_option, iso_time, json_option, limit_option, shared_options
from sayso.cli.exits import complain
from sayso.cli.safe import line_of_json, say_line
from sayso.cli.weighing import weighed
from sayso.record import Story
from sayso.record.fold import words
from sayso.record.plain import to_plain
from sayso.record.wording import counted

if TYPE_CHECKING:
    from sayso.newsroom import Newsroom

MANY = 2  # items from which a story is shown without being asked for
By = Literal["event", "report"]


@click.command()
@as_of_option
@click.option("--about", metavar="WORDS", help="Stories whose title holds these words.")
@click.option("--all", "every", is_flag=True, help="Also stories of one item.")
@limit_option
@json_option
@shared_options
@click.pass_context
def stories(
    ctx: click.Context, /, as_of: str | None, about: str | None, *, every: bool, limit: int, as_json: bool
) -> None:
    """Lists stories: items and points that belong together.

    For people those that moved last come first, and stories of one item are left out unless asked for; in JSON all are
    there, oldest first.

    \b
    sayso stories --about Velin
    sayso stories --as-of 2026-03-06 --json
    """
    with weighed(ctx.ensure_object(Call)) as newsroom:
        asked = set(words(about or ""))
        found = (one for one in newsroom.stories(as_of) if asked <= set(words(one.title)))
        if as_json:
            for one in islice(found, limit or None):
                say_line(line_of_json(one))
        else:
            _list(list(found), every, limit)


@click.command()
@click.argument("story_id", metavar="ID")
@as_of_option
@click.option("--since", metavar="TIME", callback=iso_time, help="Also what moved since this ISO day or time.")
@click.option(
    "--by", type=click.Choice(["event", "report"]), help="Only one timeline: by the events told of, or by the reports."
)
@click.option("--all", "every", is_flag=True, help="Also what one page alone tells.")
@json_option
@shared_options
@click.pass_context
def story(
    ctx: click.Context,
    /,
    story_id: str,
    as_of: str | None,
    *,
    since: str | None,
    by: By | None,
    every: bool,
    as_json: bool,
) -> None:
    """Shows one story: its timeline by report and by event, and what moved since a moment.

    A line says which point a page told or denied first, or what an edit changed. By event come only lines whose page
    says when it happened. The first digits of the story's id do.

    In JSON the Story with its timeline (a list of Entry, by report unless `--by event`) and, with `--since`, what moved
    (a list of Moved).

    \b
    sayso story 3f0c2a17
    sayso story 3f0c2a17 --since 2026-03-06T09:00
    """
    with weighed(ctx.ensure_object(Call)) as newsroom:
        found = newsroom.story(story_id, as_of)
        if as_json:
            say_line(line_of_json(told(newsroom, found, as_of, since, by)))
        else:
            show_story(newsroom, found, as_of, since=since, by=by, every=every)


def told(
    newsroom: "Newsroom", story: Story, as_of: str | None, since: str | None = None, by: By | None = None
) -> dict[str, object]:
    """A story as its JSON object, with its timeline and what moved beside it."""
    timeline = newsroom.timeline(story.id, as_of, by=by or "report")
    moved = list(map(to_plain, newsroom.moved(story.id, since, as_of))) if since else None
    return {**to_plain(story), "timeline": list(map(to_plain, timeline)), "moved": moved}


def show_story(
    newsroom: "Newsroom",
    story: Story,
    as_of: str | None = None,
    *,
    since: str | None = None,
    by: By | None = None,
    every: bool = False,
) -> None:
    """Prints a story for people."""
    from sayso.cli.screen import Screen
    from sayso.cli.timeline import Timeline, moved_lines, story_head

    screen = Screen()
    wanted = set(story.point_ids)
    points = {point.id: point for point in newsroom.points(as_of) if point.id in wanted}
    screen.lines([story_head(story, points)])
    for order in cast("tuple[By, ...]", (by,) if by else ("report", "event")):
        entries = newsroom.timeline(story.id, as_of, by=order)
        kept = newsroom.kept({claim for entry in entries for claim in entry.claim_ids})
        line = Timeline(points, kept, every)
        screen.lines(line.lines(entries, order))
        if line.left_out and order == (by or "report"):
            complain(f"{counted(line.left_out, 'line')} of one page alone not shown: --all shows them")
    if since:
        screen.lines(moved_lines(list(newsroom.moved(story.id, since, as_of)), since, every))


def _list(found: list[Story], every: bool, limit: int) -> None:
    from sayso.cli.screen import Screen
    from sayso.cli.timeline import story_entry

    shown = [one for one in found if every or len(one.text_ids) >= MANY]
    if alone := len(found) - len(shown):
        complain(f"{alone:,} stor{'y' if alone == 1 else 'ies'} of one item not shown: --all shows them")
    shown.sort(key=lambda one: one.last_moved or "", reverse=True)
    Screen().lines(story_entry(one) for one in shown[: limit or None])
    if not found:
        complain("no story fits")
