"""A store that lives as long as the program: for tests, notebooks and one-off questions."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import replace
from itertools import islice
from typing import Any, Self

from sayso.errors import NotKept
from sayso.record import (
    Capture,
    Claim,
    Event,
    Filter,
    Missed,
    Page,
    Reading,
    Ruling,
    Saying,
    Source,
    Stood,
    Text,
    Weighed,
    make_id,
)
from sayso.record.fold import words
from sayso.store.choose import Entry, checked, choice_of, entry_of, fits, holds, only, voice
from sayso.store.edits import Stay, own_stay, replay, same_page_keys
from sayso.store.notes import MemoryBooks
from sayso.store.scales import MemoryScales

Row = tuple[Claim, Page, Text]


class MemoryStore(MemoryScales, MemoryBooks):
    """Keeps everything in dictionaries; see plugs.Store for what each verb promises."""

    _moved = 0  # how often something was written

    def __init__(self, url: str = "memory:", *, create: bool = True, keep_bodies: bool = True) -> None:
        MemoryScales.__init__(self)
        MemoryBooks.__init__(self)
        self._readings: dict[str, Reading] = {}
        self._captures: dict[str, Capture] = {}
        self._keys: defaultdict[str, set[str]] = defaultdict(set)
        self._stays: dict[str, Stay] = {}
        self._missed: dict[tuple[str, str], Missed] = {}
        self._keep_bodies = keep_bodies

    def put(self, reading: Reading, capture: Capture) -> bool:
        """Keeps a page with all that was read of it; False where it was already kept."""
        page = checked(reading, capture).page
        kept = self._readings.get(page.id)
        if kept and kept.made_by == reading.made_by:
            return False
        if kept:
            reading = replace(reading, page=replace(page, captured=kept.page.captured))
            if page.id in self._weighed:  # what was weighed of the old reading holds no longer
                self.forget_weighed()
        self._moved += 1
        keys = same_page_keys(page, capture, reading.texts)
        left = {key for key, pages in self._keys.items() if page.id in pages} | keys
        for key in left:
            (self._keys[key].add if key in keys else self._keys[key].discard)(page.id)
        self._readings[page.id] = reading
        self._captures.setdefault(page.id, capture)
        self._stays.update({text.id: own_stay(reading.page, text) for text in reading.texts})
        while left:
            together = self._tied(left.pop())
            left -= together
            stays = replay(self._versions(together))
            self._stays.update(stays)
            self.unsettle(self._claims_of(stays))
        return True

    def _tied(self, key: str) -> set[str]:
        """The key and all keys that pages share with it, directly or through others."""
        tied, new = {key}, {key}
        while new:
            pages = {page_id for one in new for page_id in self._keys[one]}
            new = {other for other, members in self._keys.items() if members & pages} - tied
            tied |= new
        return tied

    def _versions(self, keys: set[str]) -> list[Reading]:
        """The readings of all versions of a page, in the order kept."""
        members = {page_id for key in keys for page_id in self._keys[key]}
        return [reading for page_id, reading in self._readings.items() if page_id in members]

    def put_weighed(self, weighed: Weighed) -> None:
        """Keeps what the weighing of a page added; raises NotKept where the page is not in the record."""
        if weighed.page_id:
            self._kept(weighed.page_id)
        self._moved += 1
        super().put_weighed(weighed)

    def forget_weighed(self) -> None:
        """Drops everything that was weighed, to be weighed anew; rulings stay."""
        self._moved += 1
        super().forget_weighed()

    def put_ruling(self, ruling: Ruling) -> None:
        """Appends an editor's judgement."""
        self._moved += 1
        super().put_ruling(ruling)

    def put_missed(self, missed: Missed) -> None:
        """Keeps what could not be taken, once for the same thing and reason."""
        self._moved += (missed.what, missed.why) not in self._missed
        self._missed.setdefault((missed.what, missed.why), missed)

    @contextmanager
    def still(self) -> Iterator[Self]:
        """The record as it is now for as long as it is held, whatever is written meanwhile; it is only read."""
        held = copy(self)
        held.__dict__ |= {name: _copied(value) for name, value in self.__dict__.items()}
        yield held

    def rest(self) -> None:
        """Nothing to give back."""

    def tide(self) -> str:
        """A word that is another whenever something in the record has changed."""
        return f"memory-{self._moved}"

    def faults(self) -> Iterator[str]:
        """Nothing: what is in memory is whole."""
        return iter(())

    def misfiled(self) -> Iterator[str]:
        """Nothing: lists in memory are made when they are asked for."""
        return iter(())

    def reshelve(self) -> int:
        """The number of pages: there is nothing to file."""
        return len(self._readings)

    def dangling(self) -> Iterator[str]:
        """What people kept of claims that are no longer in the record, with its number."""
        return self._dangling({claim.id for reading in self._readings.values() for claim in reading.claims})

    def strays(self) -> int:
        """How many weighed story items and claims are not in the record."""
        texts = {text.id for reading in self._readings.values() for text in reading.texts}
        claims = {claim.id for reading in self._readings.values() for claim in reading.claims}
        return len(self._accounts.keys() - texts) + len(self._seats.keys() - claims)

    def close(self) -> None:
        """Nothing to let go of."""

    def page(self, page_id: str) -> Page:
        """Raises NotKept."""
        return self._kept(page_id).page

    def reading(self, page_id: str) -> Reading:
        """The newest reading of a page; raises NotKept."""
        reading = self._kept(page_id)
        return replace(reading, texts=tuple(self._dated(text) for text in reading.texts))

    def placed(self, page_ids: Collection[str]) -> Iterator[tuple[str, Event]]:
        """(page id, event) of every event of some pages that has a place."""
        for one in page_ids:
            if one in self._readings:
                yield from ((one, event) for event in self._readings[one].events if event.places)

    def capture(self, page_id: str) -> Capture:
        """The bytes a page was read from; raises NotKept, also where bodies are not kept."""
        self._kept(page_id)
        if not self._keep_bodies:
            raise NotKept(f"the bytes of page {page_id} were not kept (setting keep_bodies)")
        return self._captures[page_id]

    def read_by(self, page_id: str) -> str | None:
        """The line version of a page's newest reading, null where the page is not kept."""
        reading = self._readings.get(page_id)
        return make_id("line", *reading.made_by) if reading else None

    def pages(self) -> Iterator[Page]:
        """Every page, in the order they were kept."""
        return (reading.page for reading in list(self._readings.values()))

    def texts(self, *, replaced: bool = False) -> Iterator[Text]:
        """Story items in the order they were kept; without those an edit replaced unless asked."""
        for reading in list(self._readings.values()):
            for text in reading.texts:
                if replaced or self._stays[text.id].end is None:
                    yield self._dated(text)

    def claims(self, choice: Filter) -> Iterator[Row]:
        """Claims with the page and the story item they stand on, in the order of the pages and of their words."""
        asked = choice_of(choice)
        found = (row for row in self._rows() if fits(self._entry(row), self._stays[row[2].id], asked))
        return islice(found, asked.limit)

    def search(self, words_: str, choice: Filter) -> Iterator[Row]:
        """Claims whose content, speaker or headline holds the words (all of them), best match first."""
        wanted = words(words_)
        scored = []
        for at, row in enumerate(self.claims(replace(choice, limit=0))):
            entry = self._entry(row)
            text = f"{entry.content} {entry.speaker} {entry.headline}"
            if holds(text, wanted):
                said = text.split()
                scored.append((-sum(said.count(word) for word in wanted) / (len(said) + 20), at, row))
        scored.sort(key=lambda found: found[:2])
        return islice((row for *_, row in scored), choice.limit or None)

    def sources(self, choice: Filter) -> Iterator[tuple[Source, int]]:
        """Speakers with the number of claims each made, most first."""
        counts: Counter[str] = Counter()
        first: dict[str, Source] = {}
        for claim, _, _ in self.claims(replace(choice, limit=0)):
            if speaker := claim.speaker:
                key = voice(speaker)
                counts[key] += 1
                first.setdefault(key, speaker)
        ranked = sorted(counts, key=lambda key: (-counts[key], key))
        return islice(((first[key], counts[key]) for key in ranked), choice.limit or None)

    def missed(self) -> Iterator[Missed]:
        """What could not be taken, in the order it was missed."""
        return iter(list(self._missed.values()))

    def unread(self, by: str) -> Iterator[Capture]:
        """Captures with no reading by this line version; none where bodies are not kept."""
        stale = [page_id for page_id in self._readings if self.read_by(page_id) != by]
        return (self._captures[page_id] for page_id in stale if self._keep_bodies)

    def unweighed(self, by: str) -> Iterator[str]:
        """Ids of pages that this version of the weighing has not weighed, in the order they were kept."""
        return iter([page_id for page_id in self._readings if self._weighed.get(page_id) != by])

    def stood(self, claim_ids: Collection[str]) -> Iterator[Stood]:
        """The claims with the page and story item they stand on, and from and until when it stood."""
        wanted = set(claim_ids)
        for claim, page, text in self._rows():
            if claim.id in wanted:
                stay = self._stays[text.id]
                yield Stood(claim, page, text, stay.start, stay.end)

    def sayings(self, claim_ids: Collection[str]) -> Iterator[Saying]:
        """What claims say and when it stood."""
        for claim, _, text, start, end in self.stood(claim_ids):
            yield Saying(claim.id, text.id, claim.span.start, claim.content, claim.event_ids, start, end)

    def edits(self, since: str | None = None, *, of: Collection[str] | None = None) -> Iterator[tuple[str, str]]:
        """(text id, id of the text it replaces) of every edit that stood at this UTC moment or later, of some texts."""
        found = sorted((stay.start or "", text_id, stay.replaces or "") for text_id, stay in self._stays.items())
        return (
            (text_id, old)
            for start, text_id, old in found
            if old and start >= (since or "") and (of is None or text_id in of)
        )

    def edits_before(self, place: tuple[str, str] | None, limit: int) -> list[tuple[str, str, str]]:
        """(UTC moment, text id, id of the text it replaces) of the latest edits, of those before a place."""
        found = [(stay.start or "", text_id, stay.replaces) for text_id, stay in self._stays.items() if stay.replaces]
        earlier = [edit for edit in found if place is None or edit[:2] < place]
        return sorted(earlier, reverse=True)[:limit]

    def find(self, record_id: str) -> Page | Text | Claim:
        """Whatever carries the id, or the only thing whose id starts so; raises NotKept."""
        named: dict[str, Page | Text | Claim] = {}
        for reading in self._readings.values():
            things: list[Page | Text | Claim] = [reading.page, *map(self._dated, reading.texts), *reading.claims]
            for thing in things:
                if record_id and thing.id.startswith(record_id.lower()):
                    named.setdefault(thing.id, thing)
        return only(record_id, named)

    def _entry(self, row: Row) -> Entry:
        claim, page, text = row
        return entry_of(self._spoken(claim), page, text)

    def _rows(self) -> Iterator[Row]:
        for reading in list(self._readings.values()):
            texts = {text.id: self._dated(text) for text in reading.texts}
            for claim in sorted(reading.claims, key=lambda claim: claim.span):
                yield claim, reading.page, texts[claim.text_id]

    def _dated(self, text: Text) -> Text:
        replaced = self._stays[text.id].replaces
        return replace(text, replaces=replaced) if replaced else text

    def _kept(self, page_id: str) -> Reading:
        try:
            return self._readings[page_id]
        except KeyError:
            raise NotKept(f"no page {page_id!r} is in the record") from None


def _copied(value: Any) -> Any:
    """A container with the containers in it, as they are now; what they hold is frozen."""
    found = copy(value) if isinstance(value, (dict, list, set)) else value
    if isinstance(found, dict):
        found.update({key: copy(one) for key, one in found.items() if isinstance(one, (dict, list, set))})
    return found
