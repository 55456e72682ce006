"""The live feed: story items newest first under the days they came out, clock | text | source line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from sayso.desk.shape.links import host
from sayso.desk.shape.mention import Mention, mention
from sayso.desk.shape.wording import clock, day
from sayso.record import Brief, Item, Kept, Point, Text, When
from sayso.record.moment import moment


@dataclass(frozen=True, slots=True)
class Post:
    """One item of the feed.

    `at` is the UTC moment that puts it in order; `clock` its time of day, empty where its page prints the day alone or
    nothing; `note` says what the clock leaves open; `via` is the outlet that it came through, where another speaks.
    """

    id: str
    page_id: str
    kind: str
    at: str
    clock: str
    note: str
    printed: When | None
    updated: str
    edited: bool
    replaces: str | None
    headline: str
    lead: str
    outlet: str
    told: Mention | None
    point: Point | None

    @property
    def version(self) -> str:
        """A word that changes when what is shown of it changes."""
        shown = repr((self.headline, self.lead, self.clock, self.updated, self.edited, self.point))
        return blake2b(shown.encode("utf-8", "replace"), digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A brief of this desk in the feed.

    `at` is the UTC moment at which it came out, `updated` the twin of "(Updated: 3:00 PM)", empty where nobody changed
    it since; `gone` where it was withdrawn, for the reason in `note`.
    """

    id: str
    at: str
    clock: str
    updated: str
    headline: str
    lead: str
    byline: str
    review: str
    gone: bool
    note: str
    number: int

    @property
    def version(self) -> str:
        """A word that changes with the brief."""
        return f"{self.number}"


@dataclass(frozen=True, slots=True)
class Divider:
    """Where a day begins; `id` names it on the page."""

    id: str
    words: str


def post(item: Item, leading: Kept | None, point: Point | None) -> Post:
    """A story item as the feed shows it, with the claim that leads it and the point that this belongs to."""
    text = item.text
    printed = text.published if text.published and text.published.earliest else None
    exact = printed is not None and printed.grain == "minute"
    return Post(
        id=text.id,
        page_id=item.page_id,
        kind=text.kind,
        at=item.at,
        clock=clock(item.at) if exact else "",
        note=_note(printed, text),
        printed=printed,
        updated=_updated(text),
        edited=text.replaces is not None,
        replaces=text.replaces,
        headline=" ".join((text.headline or "").split()),
        lead=item.lead,
        outlet=item.outlet or host(item.url),
        told=mention(leading) if leading else None,
        point=point,
    )


def dispatch(brief: Brief) -> Dispatch:
    """A brief that is out as the feed shows it."""
    gone = brief.state == "withdrawn"
    changed = moment(brief.updated) if brief.updated and not gone else ""
    when = clock(changed) if changed[:10] == brief.out[:10] else f"{day(changed)}, {clock(changed)}"
    return Dispatch(
        id=brief.id,
        at=brief.out,
        clock=clock(brief.out),
        updated=f"Updated: {when}" if changed else "",
        headline=brief.headline,
        lead=brief.lines[0].text if brief.lines and not gone else "",
        byline=", ".join(brief.byline),
        review=""
        if gone
        else f"reviewed by {brief.reviewed_by}"
        if brief.reviewed_by
        else "no editor review on record",
        gone=gone,
        note=brief.note if gone else "",
        number=brief.version,
    )


def _note(printed: When | None, text: Text) -> str:
    """What a reader should know of the clock."""
    if printed is None:
        return "time not printed"
    if printed.grain != "minute":
        return "no clock printed"
    zone = any(mark in (printed.earliest or "")[11:] for mark in ("+", "-", "Z"))
    notes = [] if zone else ["zone not printed"]
    return ", ".join([*notes, *(["day inferred"] if printed.inferred else [])])


def _updated(text: Text) -> str:
    """The twin of "(Updated: 3:00 PM)"; brackets are never empty."""
    if text.updated is None:
        return ""
    found = text.updated.earliest
    if not found:
        return "Updated, time not captured"
    words = clock(found) if text.updated.grain == "minute" else ""
    return f"Updated: {words}" if words else "Updated, hour not printed"


def divided(posts: Iterable[Post | Dispatch], after: str = "") -> Iterator[Post | Dispatch | Divider]:
    """Posts with a divider before the first of each day; `after` is the day that stands above already."""
    last = after
    for one in posts:
        if one.at[:10] != last:
            last = one.at[:10]
            yield Divider(f"day-{last or 'unknown'}", day(one.at))
        yield one
