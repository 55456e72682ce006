"""Sources, outlets and search out of dictionaries: the rest of what the desk asks of memory; see plugs.Shelf."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple, TypeVar

from sayso.record import (
    Claim,
    Found,
    FoundItems,
    Listed,
    Page,
    Printed,
    Search,
    Shown,
    Source,
    Tally,
    Text,
    Voiced,
)  # fmt: skip
from sayso.record.fold import folded, words
from sayso.record.keys import outlet_key, source_key
from sayso.record.moment import moment
from sayso.record.wording import source_name
from sayso.store.choose import entry_of, hit_of, holds, item_hit_of, limited
from sayso.store.shelves import MemoryShelf
from sayso.store.slips import at_of, how_of, outlet_of, relay_of
from sayso.store.voicing import MOST

T = TypeVar("T", Voiced, Printed)


class Utterance(NamedTuple):
    """A claim where it stands, with what it is listed by."""

    claim: Claim  # with the corrections on it
    page: Page
    text: Text
    at: str
    outlet: str | None
    standing: bool
    read: Claim  # as it was read


class MemoryFinding(MemoryShelf):
    """Lists and searches made from the readings each time they are asked for."""

    def voices(self, choice: Listed) -> Iterator[Voiced]:
        """Sources, those of most claims first."""
        every = [_voiced(key, said) for key, said in self._by_source().items()]
        asked = words(choice.words) if choice.words is not None else None
        return _listed(
            [
                one
                for one in every
                if choice.kind in (None, one.source.kind) and _begin(one.source.name or one.source.described_as, asked)
            ],
            choice,
        )

    def voiced(self, key: str) -> Voiced | None:
        """One source by its key, with who relays and who carries it; null where none has the key."""
        said = self._by_source().get(key)
        if not said:
            return None
        relays = [relay for one in said if (relay := relay_of(one.claim))]
        return Voiced(
            key=key,
            source=_first(said),
            claims=len(said),
            relayed=sum(how_of(one.claim) == "relayed" for one in said),
            relays=_tallies(relays, source_key, source_name),
            outlets=_tallies([one.outlet for one in said if one.outlet], outlet_key, str),
            first=min(one.at for one in said),
            last=max(one.at for one in said),
        )

    def outlets(self, choice: Listed) -> Iterator[Printed]:
        """Outlets as pages name them, those of most claims first."""
        asked = words(choice.words) if choice.words is not None else None
        every = [
            replace(one, quoted=(), replaced=0, first=None, last=None)
            for one in self._printed().values()
            if _begin(one.name, asked)
        ]
        return _listed(every, choice)

    def outlet(self, key: str) -> Printed | None:
        """One outlet by its key, with whom it quotes most; null where none has the key."""
        return self._printed().get(key)

    def find_claims(self, choice: Search) -> Found:
        """The claims that fit, with the words that do."""
        wanted = words(choice.words or "")
        limited(choice.limit)
        every = list(self._utterances())
        fits = [one for one in every if self._fits(one, choice, wanted, _keys(every))]
        if choice.words is not None and not wanted:
            fits = []
        fits.sort(key=lambda one: (one.at, one.claim.id), reverse=True)
        if wanted and choice.order == "best":
            fits.sort(key=lambda one: _rank(one, wanted))
        count = len(fits)
        if choice.before and not wanted:
            fits = [one for one in fits if (one.at, one.claim.id) < choice.before]
        end = choice.start + choice.limit if choice.limit else None
        hits = [hit_of(one.read, one.page, one.text, one.at, wanted) for one in fits[choice.start : end]]
        return Found(hits=tuple(hits), count=count)

    def claims_found(self, choice: Search) -> Iterator[tuple[Claim, Page, Text]]:
        """Every claim that fits, in the order they were kept."""
        wanted, every = words(choice.words or ""), list(self._utterances())
        if choice.words is None or wanted:
            keys = _keys(every)
            yield from ((one.read, one.page, one.text) for one in every if self._fits(one, choice, wanted, keys))

    def find_items(self, choice: Search) -> FoundItems:
        """The story items whose headline or body holds the words."""
        wanted = words(choice.words or "")
        limited(choice.limit)
        shown = Shown(outlet=choice.outlet, kind=choice.text_kind, since=choice.since, until=choice.until,
                      as_of=choice.as_of, replaced=choice.replaced, limit=0)  # fmt: skip
        slips = {text.id: (reading, slip) for reading, text, slip in self._slips()}
        fits = [
            one
            for one in self.items(shown)
            if holds(" ".join(slips[one.text.id][1].headline + slips[one.text.id][1].body), wanted)
        ]
        if choice.order == "best":
            fits.sort(key=lambda one: -sum(slips[one.text.id][1].headline.count(word) for word in wanted))
        end = choice.start + choice.limit if choice.limit else None
        hits = [item_hit_of(one, slips[one.text.id][0].page, wanted) for one in fits[choice.start : end]]
        return FoundItems(hits=tuple(hits), count=len(fits))

    def _utterances(self) -> Iterator[Utterance]:
        for reading in list(self._readings.values()):
            texts = {text.id: self._dated(text) for text in reading.texts}
            for claim in sorted(reading.claims, key=lambda claim: claim.span):
                text = texts[claim.text_id]
                standing = self._stays[text.id].end is None
                at = at_of(reading.page, text)
                yield Utterance(self._spoken(claim), reading.page, text, at, outlet_of(reading), standing, claim)

    def _by_source(self) -> dict[str, list[Utterance]]:
        found: defaultdict[str, list[Utterance]] = defaultdict(list)
        for one in self._utterances():
            if one.standing and (speaker := one.claim.speaker):
                found[source_key(speaker)].append(one)
        return found

    def _printed(self) -> dict[str, Printed]:
        names: dict[str, list[str]] = defaultdict(list)
        pages: Counter[str] = Counter()
        items: defaultdict[str, list[tuple[str, bool]]] = defaultdict(list)
        said: defaultdict[str, list[Utterance]] = defaultdict(list)
        for reading in self._readings.values():
            if name := outlet_of(reading):
                key = outlet_key(name)
                names[key].append(name)
                pages[key] += 1
                items[key] += [(at_of(reading.page, one), self._stays[one.id].end is None) for one in reading.texts]
        for one in self._utterances():
            if one.standing:
                said[outlet_key(one.outlet)].append(one)
        return {key: _printed(key, names[key][0], pages[key], items[key], said[key]) for key in names}

    def _fits(self, one: Utterance, choice: Search, wanted: tuple[str, ...], known: tuple[set[str], set[str]]) -> bool:
        entry = entry_of(one.claim, one.page, one.text)
        told = " ".join((entry.content, entry.speaker, entry.headline))
        speaker = one.claim.speaker
        return (
            (not wanted or holds(told, wanted))
            and _named(choice.source, source_key(speaker) if speaker else "", entry.speaker, known[0])
            and _named(choice.outlet, outlet_key(one.outlet), folded(one.outlet), known[1])
            and choice.kind in (None, entry.kind)
            and choice.text_kind in (None, one.text.kind)
            and choice.stance in (None, one.claim.stance)
            and choice.how in (None, how_of(one.claim))
            and (choice.since is None or one.at >= moment(choice.since))
            and (choice.until is None or "" < one.at <= moment(choice.until, end=True))
            and self._stood(one.text.id, Shown(as_of=choice.as_of, replaced=choice.replaced))
        )


def _keys(every: list[Utterance]) -> tuple[set[str], set[str]]:
    return (
        {source_key(one.claim.speaker) for one in every if one.claim.speaker},
        {outlet_key(one.outlet) for one in every},
    )


def _named(asked: str | None, key: str, name: str, known: set[str]) -> bool:
    if asked is None:
        return True
    return key == asked if asked in known else holds(name, words(asked))


def _rank(one: Utterance, wanted: Iterable[str]) -> float:
    entry = entry_of(one.claim, one.page, one.text)
    said = " ".join((entry.content, entry.speaker, entry.headline)).split()
    return -sum(said.count(word) for word in wanted) / (len(said) + 20)


def _begin(name: str | None, asked: tuple[str, ...] | None) -> bool:
    """True where every word asked for begins a word of the name."""
    if asked is None:
        return True
    return bool(asked) and all(any(one.startswith(word) for one in words(name or "")) for word in asked)


def _listed(every: list[T], choice: Listed) -> Iterator[T]:
    limit = limited(choice.limit)
    every = sorted(every, key=lambda one: one.cursor, reverse=True)
    return iter([one for one in every if choice.before is None or one.cursor < choice.before][:limit])


def _voiced(key: str, said: list[Utterance]) -> Voiced:
    relayed = sum(how_of(one.claim) == "relayed" for one in said)
    return Voiced(key=key, source=_first(said), claims=len(said), relayed=relayed)


def _first(said: list[Utterance]) -> Source:
    speaker = said[0].claim.speaker
    assert speaker is not None
    return speaker


def _printed(key: str, name: str, pages: int, items: list[tuple[str, bool]], said: list[Utterance]) -> Printed:
    speakers = [speaker for one in said if (speaker := one.claim.speaker)]
    hows = Counter(how_of(one.claim) for one in said)
    return Printed(
        key=key,
        name=name,
        pages=pages,
        items=sum(standing for _, standing in items),
        claims=len(said),
        unnamed=sum(one.kind == "unnamed" for one in speakers),
        own=hows["own"],
        relayed=hows["relayed"],
        quoted=_tallies([one for one in speakers if source_key(one) != f"outlet-{key}"], source_key, source_name),
        replaced=sum(not standing for _, standing in items),
        first=min((at for at, _ in items), default=None),
        last=max((at for at, _ in items), default=None),
    )


V = TypeVar("V")


def _tallies(said: Iterable[V], key_of: Callable[[V], str], name_of: Callable[[V], str]) -> tuple[Tally, ...]:
    """The keys that stand most often, with the first name of each."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for one in said:
        counts[key_of(one)] += 1
        names.setdefault(key_of(one), name_of(one))
    ranked = sorted(counts, key=lambda key: (-counts[key], key))[:MOST]
    return tuple(Tally(key=key, name=names[key], claims=counts[key]) for key in ranked)
