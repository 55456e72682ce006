"""What may be kept, what a Filter asks and whether a claim fits it: the meaning of the verbs for every store."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.errors import NotKept, RecordError, StoreError
from sayso.record import Capture, Claim, Filter, Hit, Item, ItemHit, Page, Reading, Source, SourceKind, Stance, Text
from sayso.record.fold import folded, marks, words
from sayso.record.moment import moment
from sayso.store.edits import Stay

EXCERPT = 240  # characters of a body around the words that fit


@dataclass(frozen=True, slots=True)
class Entry:
    """What filters and search look at in one claim: folded words, and the speaker's kind."""

    content: str
    speaker: str
    headline: str
    outlet: str
    kind: SourceKind | None
    stance: Stance


def entry_of(claim: Claim, page: Page, text: Text | None) -> Entry:
    """The entry of a claim; its outlet is the page's, or the one that begins its chain."""
    speaker = claim.speaker
    outlet = page.outlet or (claim.chain[0].source.name if claim.chain else None)
    return Entry(
        content=folded(claim.content),
        speaker=folded((speaker.name or speaker.described_as) if speaker else None),
        headline=folded(text.headline if text else None),
        outlet=folded(outlet),
        kind=speaker.kind if speaker else None,
        stance=claim.stance,
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """A Filter with its words folded and its times as moments; null where it does not narrow."""

    source: str | None
    outlet: str | None
    kind: SourceKind | None
    stance: Stance | None
    about: tuple[str, ...] | None
    since: str | None
    as_of: str | None
    replaced: bool
    limit: int | None


def choice_of(asked: Filter) -> Choice:
    """The choice of a filter; a bare day as `as_of` means its end. Raises RecordError for what is no ISO time."""
    if asked.limit < 0:
        raise RecordError(f"a limit is 0 (none) or more, not {asked.limit}")
    return Choice(
        source=None if asked.source is None else folded(asked.source),
        outlet=None if asked.outlet is None else folded(asked.outlet),
        kind=asked.kind,
        stance=asked.stance,
        about=None if asked.about is None else words(asked.about),
        since=None if asked.since is None else moment(asked.since),
        as_of=None if asked.as_of is None else moment(asked.as_of, end=True),
        replaced=asked.replaced,
        limit=asked.limit or None,
    )


def fits(entry: Entry, stay: Stay, choice: Choice) -> bool:
    """True where the claim is among those asked for."""
    return (
        (choice.source is None or bool(entry.speaker) and choice.source in entry.speaker)
        and (choice.outlet is None or bool(entry.outlet) and choice.outlet in entry.outlet)
        and (choice.kind is None or entry.kind == choice.kind)
        and (choice.stance is None or entry.stance == choice.stance)
        and (choice.about is None or holds(entry.content, choice.about))
        and stands(stay, choice)
    )


def stands(stay: Stay, choice: Choice) -> bool:
    """True where the text was out at the time asked about and no edit had replaced it by then."""
    if choice.since is not None and not (stay.published and stay.published >= choice.since):
        return False
    if choice.as_of is not None and not (stay.start and stay.start <= choice.as_of):
        return False
    if choice.replaced or stay.end is None:
        return True
    return choice.as_of is not None and stay.end > choice.as_of


def holds(text: str, wanted: tuple[str, ...]) -> bool:
    """True where every wanted word stands in the folded text; false where nothing is wanted."""
    return bool(wanted) and set(wanted) <= set(text.split())


def checked(reading: Reading, capture: Capture) -> Reading:
    """The reading; raises StoreError where it is not of these bytes or holds a claim of no story item on the page."""
    if reading.page.body_hash != capture.body_hash:
        raise StoreError(f"the reading of {capture.name} is not of these bytes")
    texts = {text.id for text in reading.texts}
    for claim in reading.claims:
        if claim.text_id not in texts:
            raise StoreError(f"claim {claim.id} of {capture.name} stands on no story item of the page")
    return reading


def voice(source: Source) -> str:
    """What makes two sources one speaker: kind and name; an unnamed one is only itself."""
    return f"{source.kind} {folded(source.name)}" if source.name else f"{source.kind} {source.id}"


def only(record_id: str, named: dict[str, Page | Text | Claim]) -> Page | Text | Claim:
    """The one thing found for an id or its beginning; raises NotKept for none and for several."""
    exact = named.get(record_id.lower())
    if exact:
        return exact
    if len(named) > 1:
        some = ", ".join(sorted(named)[:3])
        raise NotKept(f"{record_id!r} begins {len(named)} ids ({some} …): give more of it")
    for thing in named.values():
        return thing
    raise NotKept(f"nothing with the id {record_id!r} is in the record")


def limited(limit: int) -> int | None:
    """A limit as databases know it, null for none; raises RecordError for one below 0."""
    if limit < 0:
        raise RecordError(f"a limit is 0 (none) or more, not {limit}")
    return limit or None


def hit_of(claim: Claim, page: Page, text: Text, at: str, wanted: Sequence[str]) -> Hit:
    """A claim that was found, with the folded words that were wanted marked in it."""
    speaker = claim.speaker
    return Hit(
        claim=claim,
        page=page,
        text=text,
        at=at,
        content_marks=marks(claim.content, wanted),
        headline_marks=marks(text.headline or "", wanted),
        speaker_marks=marks((speaker and (speaker.name or speaker.described_as)) or "", wanted),
    )


def item_hit_of(item: Item, page: Page, wanted: Sequence[str]) -> ItemHit:
    """A story item that was found, with a piece of its body around the first words that fit."""
    body = [span.of(page.text) for span in item.text.body]
    said = next((one for one in body if marks(one, wanted)), body[0] if body else "")
    first = next((span.start for span in marks(said, wanted)), 0)
    start = max(0, first - EXCERPT // 3) if len(said) > EXCERPT else 0
    piece = " ".join(said[start : start + EXCERPT].split())
    if start and " " in piece:
        piece = "… " + piece.split(" ", 1)[1]
    if start + EXCERPT < len(said) and " " in piece:
        piece = piece.rsplit(" ", 1)[0] + " …"
    headline = marks(item.text.headline or "", wanted)
    return ItemHit(item=item, excerpt=piece, headline_marks=headline, excerpt_marks=marks(piece, wanted))
