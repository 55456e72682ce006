"""The live feed: story items and this desk's briefs, newest first under their days, clock | text | source line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from sayso.desk.shape.links import host
from sayso.desk.shape.mention import Mention, mention
from sayso.desk.shape.wording import clock, day
from sayso.record import Brief, Item, Kept, Point, Text, When


@dataclass(frozen=True, slots=True)
class Post:
    """One item of the feed.

    `at` is the UTC moment that puts it in order; `clock` its time of day, empty where its page prints the day alone or
    nothing; `note` says what the clock leaves open. `address` is its page, `history` where its update is told of.
    `ours` is true for a brief of this desk, which has no page that was captured; `withdrawn` where it was taken back.
    """

    id: str
    address: str
    history: str
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
    ours: bool = False
    withdrawn: bool = False

    @property
    def version(self) -> str:
        """A word that changes when what is shown of it changes."""
        shown = repr((self.headline, self.lead, self.clock, self.updated, self.edited, self.point, self.withdrawn))
        return blake2b(shown.encode("utf-8", "replace"), digest_size=6).hexdigest()


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
        address=f"/page/{item.page_id}" + (f"#c-{leading.claim.id}" if leading else ""),
        history=f"/changes?of={text.id}",
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


def brief_post(brief: Brief) -> Post:
    """A brief of this desk that is out, as the feed shows it; of one that was withdrawn no sentence."""
    gone = brief.state == "withdrawn"
    return Post(
        id=brief.id,
        address=f"/brief/{brief.id}",
        history=f"/brief/{brief.id}",
        kind="brief",
        at=brief.out,
        clock=clock(brief.out),
        note="",
        printed=When(earliest=brief.published, latest=brief.published, grain="minute"),
        updated=f"Updated: {clock(brief.updated)}" if brief.updated and not gone else "",
        edited=False,
        replaces=None,
        headline=brief.headline,
        lead="" if gone else brief.lines[0].text,
        outlet="this newsroom",
        told=None,
        point=None,
        ours=True,
        withdrawn=gone,
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


def divided(posts: Iterable[Post], after: str = "") -> Iterator[Post | Divider]:
    """Posts with a divider before the first of each day; `after` is the day that stands above already."""
    last = after
    for one in posts:
        if one.at[:10] != last:
            last = one.at[:10]
            yield Divider(f"day-{last or 'unknown'}", day(one.at))
        yield one
