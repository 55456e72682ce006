"""`sayso events`: what is said to have happened, each row with who says so and what disputes it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.call import Call, form_options, iso_time, limit_option, shared_options
from sayso.cli.exits import complain
from sayso.cli.rows import Sheet, outlet_of, say_csv, say_json, start_of
from sayso.cli.weighing import weighed
from sayso.record.plain import to_plain
from sayso.record.wording import counted, link_words, quantities_words, source_name, when_words

if TYPE_CHECKING:
    from rich.console import RenderableType

    from sayso.newsroom.happenings import Happening

COLUMNS = (
    "event_id", "kind", "trigger", "actor", "target", "place", "country", "lat", "lon", "when_earliest", "when_latest",
    "polarity", "modality", "quantities", "speaker", "chain", "stance", "sure", "words", "outlet", "headline",
    "published", "claim_id", "point_id", "rivals", "page_id", "page_url",
)  # fmt: skip


@click.command()
@click.option("--kind", metavar="KIND", help="Events of this kind, such as strike; docs/codebook.md defines them.")
@click.option("--actor", metavar="NAME", help="Events whose actor's name holds these words.")
@click.option("--place", metavar="NAME", help="Events at a place whose name holds these words.")
@click.option("--since", metavar="DAY", callback=iso_time, help="Events that happened on this ISO day or later.")
@click.option("--until", metavar="DAY", callback=iso_time, help="Events that happened on this ISO day or earlier.")
@limit_option
@form_options
@shared_options
@click.pass_context
def events(ctx: click.Context, /, form: str | None, **asked: Any) -> None:
    """Lists events: what claims say happened, who did it to whom, where and when, and who says so.

    One row is one event as one claim tells of it, so that versions stand side by side: "rivals" counts the disputes of
    its point, which `sayso why POINT` shows. The times are the event's own; with --since or --until, an event without
    one is left out. Nothing here says that an event took place: see modality, polarity and the speaker.

    \b
    sayso events --kind strike --place Karsk
    sayso events --actor Varden --since 2026-03-01 --csv > events.csv
    """
    from sayso.newsroom.happenings import Sought

    with weighed(ctx.ensure_object(Call)) as newsroom:
        found = ((one,) for one in newsroom.events(Sought(**asked)))
        if form == "json":
            say_json(EVENTS, found)
        elif form == "csv":
            say_csv(EVENTS, found)
        else:
            _show(one for (one,) in found)


def event_cells(one: "Happening") -> dict[str, Any]:
    """An event as one row of a table, with the claim that tells of it."""
    event, claim, when = one.event, one.claim, one.event.when
    place = event.places[0] if event.places else None
    return {
        **{name: getattr(event, name) for name in ("kind", "trigger", "polarity", "modality")},
        "event_id": event.id,
        "actor": "; ".join(one.actors) or None,
        "target": "; ".join(one.targets) or None,
        "place": "; ".join(one.places) or None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "when_earliest": when.earliest if when else None,
        "when_latest": when.latest if when else None,
        "quantities": "; ".join(quantities_words(event.quantities, one.page.text)) or None,
        "speaker": source_name(claim.speaker) if claim.speaker else None,
        "chain": chain_words(one),
        "stance": claim.stance,
        "sure": claim.sure,
        "words": claim.span.of(one.page.text),
        "outlet": outlet_of(claim, one.page),
        "headline": one.text.headline,
        "published": start_of(one.text.published),
        "claim_id": claim.id,
        "point_id": one.point_id,
        "rivals": one.rivals,
        "page_id": one.page.id,
        "page_url": one.page.url,
    }


def event_object(one: "Happening") -> dict[str, Any]:
    """An event as its JSON object: the row, and the event of the record in whole."""
    return {**event_cells(one), "event": to_plain(one.event)}


def _facts(pieces: list[str]) -> Iterator["RenderableType"]:
    """One line of the pieces that are not empty; no line where all are."""
    from sayso.cli.screen import joined

    if any(pieces):
        yield joined(pieces)


def chain_words(one: "Happening") -> str:
    """Through whom the word came, outlet first: "Vesna Courier (“reported”) > the ministry (“said”)"."""
    return " > ".join(f"{source_name(link.source)} ({link_words(link)})" for link in one.claim.chain)


EVENTS = Sheet(COLUMNS, event_object, event_cells)


def _show(found: Iterable["Happening"]) -> None:
    from sayso.cli.screen import Screen

    screen, number = Screen(), 0
    for number, one in enumerate(found, 1):  # noqa: B007 (the last number tells whether there was any)
        screen.lines(_lines(one))
    if not number:
        complain("no event in the record fits")


def _lines(one: "Happening") -> Iterator["RenderableType"]:
    """An event for people: what, who and whom, when and where; who says so; the words."""
    from sayso.cli.lists import entry
    from sayso.cli.screen import joined, styled

    event = one.event
    meant = "" if event.modality == "happened" else event.modality
    sides = " → ".join(names for names in (", ".join(one.actors), ", ".join(one.targets)) if names)
    if one.targets and not one.actors:
        sides = f"→ {sides}"
    yield entry(
        one.point_id or one.claim.id,
        styled((event.kind, "tag"), " ", sides or f"“{event.trigger}”"),
        *_facts([
            ", ".join(one.places), when_words(event.when) if event.when else "", meant,
            "not" if event.polarity == "negative" else "", counted(one.rivals, "rival version") if one.rivals else "",
        ]),
        joined([chain_words(one)]),
        styled(one.claim.span.of(one.page.text)),
    )  # fmt: skip
